using System.Text.RegularExpressions;
using OgGen.Generator.Document;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Document.Checks;

/// <summary>A document with everything that may have extensions; <c>«name»</c> stands where one may be added.</summary>
internal static class ExtensionPlaces
{
    private const string Template = """
        # Flow style, so that an extension fits anywhere.
        { «document» openapi: VERSION,
          info: { «info» title: T, version: '1', contact: { «contact» name: N }, license: { «license» name: L } },
          tags: [ { «tag» name: pets, externalDocs: { «external documentation» url: 'https://docs.example.com' } } ],
          servers: [
            { «server» url: 'https://{region}.example.com', variables: { region: { «server variable» default: eu } } },
            { url: 'https://b.example.com' } ],
          paths: { «paths»
            '/pets/{id}': { «path item»
              parameters: [ { «parameter of the path» name: id, in: path, required: true, schema: { type: string } } ],
              post: { «operation» operationId: callPet, tags: [ pets ],
                parameters: [
                  { «reference to a parameter» $ref: '#/components/parameters/Page' },
                  { «parameter» name: size, in: query, schema: { «schema of a parameter» type: integer } },
                  { name: sort, in: query, schema: { «enumeration of a parameter» type: string, enum: [ up, down ] } } ],
                requestBody: { «request body» content: { application/json: { «media type»
                  schema: { «object of a body» type: object, required: [ name ],
                      properties: { name: { «member of a body» type: string }, note: { type: string } } },
                  example: { «example value» name: n } } } },
                callbacks: { done: { «callback» '{$request.body#/url}': { «path item of a callback» post: { «operation of a callback»
                  requestBody: { content: { application/json: { schema: { «object of a callback» type: object,
                      properties: { a: { type: string } } } } } },
                  responses: { '200': { description: Done. } } } } } },
                responses: { «responses»
                  '200': { «response» description: Done.,
                    headers: {
                      X-Request: { «response header» schema: { «schema of a header» type: string } },
                      X-Rate: { «reference to a header» $ref: '#/components/headers/Rate' } },
                    content: { application/json: { schema: { «object of a response» type: object,
                        properties: { data: { type: string }, name: { type: string } } } } },
                    links: { next: { «link» operationId: callPet } } },
                  '404': { description: Not yet., headers: { X-State: { schema: { type: string } } } },
                  default: { «reference to a response» $ref: '#/components/responses/Problem' } } },
              put: { operationId: uploadPet, tags: [ pets ],
                requestBody: { content: { multipart/form-data: {
                  schema: { «object of a form» type: object, properties: { file: { «file» type: string, format: binary },
                      note: { «part» type: string } } },
                  encoding: { note: { «encoding» contentType: text/plain,
                      headers: { X-Part: { «header of a part» schema: { type: string } } } } } } } },
                responses: { '204': { description: Done. } } } } },
          WEBHOOKScomponents: { «components»
            parameters: { Page: { «shared parameter» name: page, in: query, schema: { type: integer } } },
            headers: { Rate: { «shared header» schema: { type: integer } } },
            responses: { Problem: { «shared response» description: P.,
                content: { application/json: { schema: { $ref: '#/components/schemas/Owner' } } } } },
            securitySchemes: {
              key: { «security scheme» type: apiKey, in: header, name: K },
              oauth: { type: oauth2, flows: { «flows» clientCredentials: { «flow» tokenUrl: 'https://b.example.com/token',
                  scopes: {} } } } },
            examples: { One: { «example» value: 1 } },
            schemas: {
              Pet: { «object» type: object, properties: {
                name: { «string» type: string },
                age: { «integer» type: integer },
                price: { «number» type: number },
                tame: { «boolean» type: boolean },
                born: { «date» type: string, format: date },
                size: { «enumeration» type: string, enum: [ small, large ] },
                house: { «inline object» type: object, properties: { street: { type: string } } },
                owner: { «reference» $ref: '#/components/schemas/Owner' },
                wrapped: { «wrapped reference» allOf: [ { «reference in allOf» $ref: '#/components/schemas/Owner' } ] },
                names: { «list» type: array, items: { «item» type: string } },
                houses: { «list of objects» type: array, items: { «object item» type: object,
                    properties: { a: { «string of an item» type: string } } } },
                colors: { type: array, items: { «enumeration item» type: string, enum: [ x, y ] } },
                references: { type: array, items: { «reference item» $ref: '#/components/schemas/Owner' } },
                more: { «map» type: object, additionalProperties: { «map value» type: string } },
                any: { «any» description: Anything. },
                pick: { «choice» oneOf: [ { «string variant» type: string },
                    { «object variant» type: object, properties: { b: { type: string } } } ] },
                marked: { type: string, xml: { «xml» name: x } },
                text: { $ref: '#/components/schemas/Text' },
                color: { $ref: '#/components/schemas/Color' },
                list: { $ref: '#/components/schemas/List' },
                table: { $ref: '#/components/schemas/Table' },
                animal: { $ref: '#/components/schemas/Animal' },
                level: { $ref: '#/components/schemas/Level' },
                dog: { $ref: '#/components/schemas/Dog' },
                named: { allOf: [ { «only subschema» type: object, properties: { c: { «string of an only subschema» type: string } } } ] },
                patterns: { «object with patterns» type: object, patternProperties: { '^a': { «pattern value» type: string } } },
                short: { allOf: [ { «scalar subschema» type: string }, { maxLength: 5 } ] },
                negative: { not: { «negated» type: string } },
                single: { oneOf: [ { «only variant» type: object, properties: { d: { type: string } } } ] } } },
              Owner: { «shared object» type: object, properties: { name: { type: string } } },
              Text: { «shared string» type: string },
              Color: { «shared enumeration» type: string, enum: [ red, green ] },
              List: { «shared list» type: array, items: { type: string } },
              Table: { «shared map» type: object, additionalProperties: { type: string } },
              Base: { type: object, properties: { kind: { type: string } } },
              Dog: { «derived object» allOf: [ { «base» $ref: '#/components/schemas/Base' },
                { «subschema» type: object, properties: { bark: { «string of a subschema» type: string } } } ] },
              Cat: { type: object, required: [ kind ], properties: { kind: { «discriminator property» type: string } } },
              Cow: { type: object, required: [ kind ], properties: { kind: { type: string } } },
              Animal: { «union» type: object, properties: { kind: { type: string }, legs: { «member of a union» type: integer } },
                  oneOf: [ { «variant» $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Cow' } ],
                discriminator: { «discriminator» propertyName: kind } },
              Level: { «choice of constants» oneOf: [ { «constant» type: integer, enum: [ 1 ] },
                  { type: integer, enum: [ 2 ], title: Two } ] } } } }
        """;

    /// <summary>What only later versions have.</summary>
    private const string Webhooks = """
        webhooks: { born: { «webhook» post: { «operation of a webhook»
          parameters: [ { «parameter of a webhook» name: t, in: query, schema: { type: string } } ],
          requestBody: { «body of a webhook» content: { application/json: {
              schema: { «object of a webhook» type: object, properties: { e: { «member of a webhook» type: string } } } } } },
          responses: { '200': { description: Done., headers: { X-W: { «header of a webhook» schema: { type: string } } } } } } } },

        """;

    private static readonly Regex s_place = new("«([^»]+)»");

    /// <summary>What 3.0 lacks, or where the versions differ: beside a <c>$ref</c>.</summary>
    private static readonly string[] s_references =
    [
        "reference", "wrapped reference", "reference in allOf", "reference item", "base", "variant", "reference to a parameter",
        "reference to a header", "reference to a response",
    ];

    /// <summary>The names of the places, of any JSON aside; of version 3.0 those that another version treats otherwise.</summary>
    public static IEnumerable<string> Of(string version)
        => version == "3.0.3"
            ? s_references
            : s_place.Matches(Template + Webhooks)
                .Select(static match => match.Groups[1].Value)
                .Where(static place => place != "example value");

    /// <summary>The document with members at one place.</summary>
    public static Declared With(string place, string members, string version)
    {
        return Declared.Of(Filled(Template)
            .Replace("VERSION", version, StringComparison.Ordinal)
            .Replace("WEBHOOKS", version == "3.0.3" ? "" : Filled(Webhooks), StringComparison.Ordinal));

        string Filled(string template) => s_place.Replace(template, match => match.Groups[1].Value == place ? members : "");
    }

    /// <summary>What is generated from the document with members at one place, and what is reported.</summary>
    public static DocumentResult Compile(string place, string members, string version)
    {
        Declared document = With(place, members, version);
        var file = new SpecFile
        {
            Path = document.Path,
            Text = document.Text,
            Reference = "",
            Namespace = "Sample",
            Client = "",
            Access = "",
            Tags = default,
            Paths = default,
        };
        return DocumentCompiler.Compile(new SpecSources(file, default), CancellationToken.None);
    }
}
