using OgGen.Generator.Diagnostics;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Document.Checks;

/// <summary>Examples and defaults are checked exactly: what is reported does not fit, and what a schema allows is not reported.</summary>
[TestClass]
public sealed class ValueTests
{
    [TestMethod]
    [DataRow("{ type: string }", "text")]
    [DataRow("{ type: string }", "'5'")]
    [DataRow("{ type: integer }", "5.0")]
    [DataRow("{ type: number }", "5")]
    [DataRow("{ type: number, minimum: 1, maximum: 2 }", "2")]
    [DataRow("{ type: integer, multipleOf: 5 }", "10")]
    [DataRow("{ type: number, minimum: 1, exclusiveMinimum: true }", "1.5")]
    [DataRow("{ type: string, nullable: true, enum: [a] }", "null")]
    [DataRow("{ nullable: true, allOf: [{ $ref: '#/components/schemas/Pet' }] }", "null")]
    [DataRow("{ type: string, enum: [a, b] }", "b")]
    [DataRow("{ type: string, maxLength: 1 }", "😀")]
    [DataRow("{ type: string, pattern: '^a$' }", "b")]
    [DataRow("{ type: string, format: date }", "2024-02-29")]
    [DataRow("{ type: string, format: date-time }", "'2024-02-29T12:00:00Z'")]
    [DataRow("{ type: string, format: something }", "anything")]
    [DataRow("{ type: array, items: { type: integer }, maxItems: 2 }", "[1, 2]")]
    [DataRow("{ $ref: '#/components/schemas/Pet' }", "{ name: Rex, more: 1 }")]
    [DataRow("{ $ref: '#/components/schemas/Pet' }", "{ name: Rex, friend: { name: Bo } }")]
    [DataRow("{ oneOf: [{ type: string }, { $ref: '#/components/schemas/Pet' }] }", "{ name: Rex }")]
    [DataRow("{ anyOf: [{ type: string }, { type: integer }] }", "1")]
    [DataRow("{ allOf: [{ $ref: '#/components/schemas/Pet' }, { required: [age] }] }", "{ name: Rex, age: 3 }")]
    [DataRow("{ type: object, additionalProperties: { type: integer } }", "{ a: 1 }")]
    [DataRow("{ }", "[1, a, null]")]
    [DataRow("{ $ref: '#/components/schemas/Round' }", "anything")]
    public void What_a_schema_allows_is_not_reported(string schema, string value) => Assert.AreEqual("", Reported(schema, value));

    [TestMethod]
    [DataRow("{ type: string }", "5", "5 is not of the type string")]
    [DataRow("{ type: integer }", "5.5", "5.5 is not of the type integer")]
    [DataRow("{ type: integer }", "'5'", "\"5\" is not of the type integer")]
    [DataRow("{ type: boolean }", "yes", "\"yes\" is not of the type boolean")]
    [DataRow("{ type: string }", "[a]", "a list is not of the type string")]
    [DataRow("{ type: number, minimum: 1 }", "0", "0 breaks 'minimum', which is 1")]
    [DataRow("{ type: number, maximum: 1 }", "1.5", "1.5 breaks 'maximum', which is 1")]
    [DataRow("{ type: number, minimum: 1, exclusiveMinimum: true }", "1", "breaks 'minimum'")]
    [DataRow("{ type: integer, multipleOf: 5 }", "7", "7 breaks 'multipleOf', which is 5")]
    [DataRow("{ type: integer, format: int32 }", "3000000000", "breaks 'format'")]
    [DataRow("{ type: string, enum: [a, b] }", "c", "\"c\" is none of the values that 'enum' allows")]
    [DataRow("{ type: string, minLength: 2 }", "😀", "there are 1 characters, and 'minLength' is 2")]
    [DataRow("{ type: string, format: date }", "2023-02-29", "\"2023-02-29\" is no 'date'")]
    [DataRow("{ type: string, format: uuid }", "4f4e4e1", "is no 'uuid'")]
    [DataRow("{ type: array, minItems: 2, items: { type: string } }", "[a]", "there are 1 items, and 'minItems' is 2")]
    [DataRow("{ type: array, items: { type: string } }", "[a, [b]]", "a list is not of the type string")]
    [DataRow("{ $ref: '#/components/schemas/Pet' }", "{ age: 1 }", "the required member 'name' is missing")]
    [DataRow("{ $ref: '#/components/schemas/Pet' }", "{ name: Rex, friend: { name: [] } }", "a list is not of the type string")]
    [DataRow("{ oneOf: [{ type: string }, { type: integer }] }", "[]", "a list fits none of the alternatives")]
    [DataRow(
        "{ allOf: [{ $ref: '#/components/schemas/Pet' }, { required: [age] }] }", "{ name: Rex }", "the required member 'age' is missing")]
    [DataRow(
        "{ type: object, additionalProperties: false, properties: { a: { type: string } } }", "{ b: 1 }", "the member 'b' is not declared")]
    [DataRow("{ type: object, additionalProperties: { type: integer } }", "{ a: x }", "\"x\" is not of the type integer")]
    public void What_it_does_not_allow_is(string schema, string value, string message) => Assert.Contains(message, Reported(schema, value));

    [TestMethod]
    public void Examples_are_found_wherever_a_document_may_have_them()
    {
        GeneratorRun run = GeneratorHarness.Run(Declared.Of("""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /a/{id}:
                parameters:
                  - { name: id, in: path, required: true, schema: { type: integer },
                      example: 1.5 }
                post:
                  operationId: a
                  requestBody:
                    content:
                      application/json:
                        schema: { $ref: '#/components/schemas/Pet' }
                        examples:
                          shared: { $ref: '#/components/examples/Shared' }
                          fine: { value: { name: Rex } }
                      text/xml:
                        schema: { $ref: '#/components/schemas/Pet' }
                        example: <pet/>
                  responses:
                    '200':
                      description: A.
                      headers: { X-Rate: { schema: { type: integer },
                        example: true } }
                      content: { application/vnd.pet+json: { schema: { $ref: '#/components/schemas/Pet' },
                        example: 5 } }
            components:
              examples:
                Shared:
                  value: { name: Rex,
                    age: old }
              schemas:
                Pet:
                  type: object
                  required: [name, id]
                  properties:
                    id: { type: string, readOnly: true }
                    name: { type: [string, 'null'], examples: [Rex, null,
                      7] }
                    age: { type: integer, exclusiveMinimum: 0,
                      example: 0 }
            """));

        CollectionAssert.AreEqual(
            new[] { 7, 24, 26, 31, 39, 41 },
            run.Infos.Where(static diagnostic => diagnostic.Id == Descriptors.BadExample)
                .Select(static diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1)
                .ToArray(),
            string.Join('\n', run.Infos));
    }

    [TestMethod]
    public void Alternatives_within_alternatives_do_not_multiply_the_cost_beyond_all_bounds()
    {
        // Thirty levels of two alternatives each, none of which fits at the bottom.
        string schemas = string.Concat(
            Enumerable.Range(0, 30)
                .Select(static i =>
                    $"    S{i}: {{ anyOf: [{{ type: object, properties: {{ a: {{ $ref: '#/components/schemas/S{i + 1}' }} }} }}, {{ type: "
                        + $"object, properties: {{ a: {{ $ref: '#/components/schemas/S{i + 1}' }} }}, required: [a] }}] }}\n"));
        string value = string.Concat(Enumerable.Repeat("{ a: ", 30)) + "text" + new string('}', 30);

        GeneratorRun run = GeneratorHarness.Run(Declared.Of($$"""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths: {}
            components:
              schemas:
            {{schemas}}    S30: { type: integer }
                Root:
                  allOf: [{ $ref: '#/components/schemas/S0' }]
                  example: {{value}}

            """));

        Assert.IsNull(run.Result.Exception);
        Assert.IsNotEmpty(run.Files);
    }

    private static string Reported(string schema, string value)
    {
        GeneratorRun run = GeneratorHarness.Run(Declared.Of($$"""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths:
              /a: { get: { operationId: a, responses: { '200': { description: A.,
                  content: { application/json: { schema: {{schema}}, example: {{value}} } } } } } }
            components:
              schemas:
                Pet: { type: object, required: [name], properties: { name: { type: string }, age: { type: integer },
                    friend: { $ref: '#/components/schemas/Pet' } } }
                Round: { allOf: [{ $ref: '#/components/schemas/Round' }] }
            """));
        return string.Join('\n', run.Infos.Select(static diagnostic => diagnostic.ToString()));
    }
}
