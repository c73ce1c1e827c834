using Microsoft.CodeAnalysis;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Tests.Harness;
using static OgGen.Generator.Tests.Document.References.Given;

namespace OgGen.Generator.Tests.Document.References;

/// <summary>References lead to the other files that the project declares, and to nothing else.</summary>
[TestClass]
public sealed class FileReferenceTests
{
    private const string Pet = """
        type: object
        required: [name]
        properties:
          name: { type: string }
          owner: { $ref: 'people/owner.json' }

        """;
    private const string Owner =
        "{ \"type\": \"object\", \"properties\": { \"age\": { \"type\": \"integer\", \"format\": \"int32\" }, \"pets\": { \"type\": "
            + "\"array\", \"items\": { \"$ref\": \"../pet.yaml\" } } } }";

    [TestMethod]
    public void Whole_files_refer_to_one_another_across_folders_and_formats_and_in_a_circle()
    {
        GeneratorRun run = Compiled(
            Root(Head + """
                paths: {}
                components: { schemas: { Shop: { type: object, properties: { best: { $ref: './schemas/pet.yaml' } } } } }
                """),
            Part("/spec/schemas/pet.yaml", Pet),
            Part("/spec/schemas/people/owner.json", Owner));

        CollectionAssert.AreEqual(new[] { "Owner", "Pet", "Shop" }, Types(run));
        Assert.Contains("public Pet? Best", TextOf(run, "Shop"));
        Assert.Contains("public Owner? Owner", TextOf(run, "Pet").Replace("OwnerValue", "Owner", StringComparison.Ordinal));
        Assert.Contains("generic::List<Pet>? Pets", TextOf(run, "Owner"));
        Assert.Contains("int? Age", TextOf(run, "Owner"));
    }

    [TestMethod]
    public void Every_kind_of_component_may_stand_in_another_file()
    {
        GeneratorRun run = Compiled(
            Root(Head + """
                paths:
                  /pets/{id}:
                    $ref: 'paths.yaml#/~1pets~1{id}'
                  /toys:
                    post:
                      operationId: addToy
                      parameters:
                        - $ref: 'common.yaml#/components/parameters/Trace'
                      requestBody: { $ref: 'common.yaml#/components/requestBodies/Toy' }
                      responses:
                        '200':
                          description: Done.
                          headers: { X-Rate: { $ref: 'common.yaml#/components/headers/Rate' } }
                          content: { application/json: { schema: { $ref: 'common.yaml#/components/schemas/Toy' },
                              examples: { one: { $ref: 'common.yaml#/components/examples/One' } } } }
                        default: { $ref: 'common.yaml#/components/responses/Problem' }
                """),
            Part("/spec/paths.yaml", """
                /pets/{id}:
                  parameters:
                    - { name: id, in: path, required: true, schema: { type: integer } }
                  get:
                    operationId: getPet
                    responses:
                      '200': { description: A pet., content: { application/json: { schema: { $ref: '#/Pet' } } } }
                      default: { $ref: './common.yaml#/components/responses/Problem' }
                Pet: { type: object, properties: { name: { type: string } } }
                """),
            Part("/spec/common.yaml", """
                components:
                  parameters: { Trace: { name: trace, in: header, schema: { type: string } } }
                  requestBodies: { Toy: { required: true, content: { application/json: {
                      schema: { $ref: '#/components/schemas/Toy' } } } } }
                  headers: { Rate: { x-oggen-retry-after: true, schema: { type: integer } } }
                  examples: { One: { value: { color: red } } }
                  responses: { Problem: { description: A problem., content: {
                      application/json: { schema: { $ref: '#/components/schemas/Problem' } } } } }
                  schemas:
                    Toy: { type: object, properties: { color: { type: string } } }
                    Problem: { type: object, properties: { text: { type: string } } }
                """));

        CollectionAssert.AreEqual(new[] { "Pet", "Problem", "Toy", "XRateHeaders" }, Types(run));
        string client = run.Files["Sample.DefaultClient.g.cs"];
        Assert.Contains("Task<Pet> GetPetAsync(long id,", client);
        Assert.Contains("Task<Toy> AddToyAsync(Toy body, string? trace = null,", client);
        Assert.Contains("X-Rate", client);
    }

    [TestMethod]
    public void A_component_that_only_refers_to_a_file_is_what_stands_there_and_is_one_type_with_it()
    {
        GeneratorRun run = Compiled(
            Root(Head + """
                paths: {}
                components:
                  schemas:
                    Pet: { $ref: schemas/Pet.yaml }
                    Animal: { $ref: schemas/beast.yaml }
                    Shop: { type: object, properties: { pet: { $ref: '#/components/schemas/Pet' }, beast: { $ref: 'schemas/beast.yaml' } } }
                """),
            Part("/spec/schemas/Pet.yaml", """
                type: object
                properties: { name: { type: string }, friend: { $ref: Pet.yaml }, enemy: { $ref: beast.yaml } }
                """),
            Part("/spec/schemas/beast.yaml", """
                type: object
                properties: { horns: { type: integer } }
                """));

        CollectionAssert.AreEqual(new[] { "Animal", "Pet", "Shop" }, Types(run));
        Assert.Contains("public Pet? Friend", TextOf(run, "Pet"));
        Assert.Contains("public Animal? Enemy", TextOf(run, "Pet"));
        Assert.Contains("public Animal? Beast", TextOf(run, "Shop"));
    }

    [TestMethod]
    public void The_comment_of_a_type_says_where_its_schema_was_written()
    {
        GeneratorRun run = Compiled(
            Root(Head + """
                paths: {}
                components:
                  schemas:
                    Ball: { $ref: 'parts/toys.yaml#/Ball' }
                    Owner: { $ref: '#/components/schemas/Dog/properties/owner' }
                    Dog: { type: object, properties: { owner: { type: object, properties: { name: { type: string } } } } }
                """),
            Part("/spec/parts/toys.yaml", "Ball: { type: object, properties: { size: { type: integer } } }\n"));

        Assert.Contains("Schema: parts/toys.yaml#/Ball<", TextOf(run, "Ball"));
        Assert.Contains(
            "Schema: #/components/schemas/Dog/properties/owner<",
            TextOf(run, Types(run).Single(static name => name is "Owner" or "DogOwner")));
        Assert.Contains("Schema: #/components/schemas/Dog<", TextOf(run, "Dog"));
    }

    [TestMethod]
    public void Two_files_may_have_schemas_of_one_name_and_the_discriminator_still_means_them_by_it()
    {
        GeneratorRun run = Compiled(
            Root(Head + """
                paths: {}
                components:
                  schemas:
                    Cat: { type: object, properties: { kind: { type: string }, lives: { type: integer } } }
                    Any:
                      oneOf: [{ $ref: 'wild.yaml#/components/schemas/Cat' }, { $ref: 'wild.yaml#/components/schemas/Wolf' }]
                      discriminator: { propertyName: kind }
                """),
            Part("/spec/wild.yaml", """
                components:
                  schemas:
                    Cat: { type: object, properties: { kind: { type: string }, claws: { type: integer } } }
                    Wolf: { type: object, properties: { kind: { type: string } } }
                """));

        CollectionAssert.IsSubsetOf(new[] { "Any", "Cat", "WildCat", "Wolf" }, Types(run));
        Assert.Contains("\"Cat\"", TextOf(run, "Any"));
        Assert.DoesNotContain("wild-Cat", TextOf(run, "Any"));
    }

    [TestMethod]
    public void A_mapping_of_another_file_means_schemas_of_that_file()
    {
        GeneratorRun run = Compiled(
            Root(Head + """
                paths: {}
                components:
                  schemas:
                    Cat: { type: string }
                    Use: { type: object, properties: { any: { $ref: 'wild.yaml#/components/schemas/Any' } } }
                """),
            Part("/spec/wild.yaml", """
                components:
                  schemas:
                    Any:
                      oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Wolf' }]
                      discriminator: { propertyName: kind, mapping: { felis: Cat, lupus: 'wild.yaml#/components/schemas/Wolf' } }
                    Cat: { type: object, properties: { kind: { type: string }, claws: { type: integer } } }
                    Wolf: { type: object, properties: { kind: { type: string } } }
                """));

        string any = TextOf(run, "Any");
        Assert.Contains("\"felis\"", any);
        Assert.Contains("\"lupus\"", any);
    }

    [TestMethod]
    [DataRow("/project/spec/api.yaml", "common.yaml", "/project/spec/common.yaml")]
    [DataRow("/project/spec/api.yaml", "./common.yaml", "/project/spec/common.yaml")]
    [DataRow("/project/spec/api.yaml", "../parts/./common.yaml", "/project/parts/common.yaml")]
    [DataRow("/project/spec/api.yaml", "sub%20folder/common.yaml", "/project/spec/sub folder/common.yaml")]
    [DataRow("C:\\project\\spec\\api.yaml", "..\\shared/common.yaml", "C:\\project\\shared\\common.yaml")]
    [DataRow("C:\\project\\spec\\api.yaml", "../parts/common.yaml", "C:/project/parts/common.yaml")]
    [DataRow("spec/api.yaml", "../common.yaml", "common.yaml")]
    [DataRow("spec/api.yaml", "../../common.yaml", "../common.yaml")]
    public void A_path_counts_from_the_file_that_refers(string from, string reference, string to)
    {
        GeneratorRun run = Compiled(
            new Declared(from, Head + $$"""
                paths: {}
                components: { schemas: { A: { type: object, properties: { b: { $ref: '{{reference}}#/B' } } } } }
                """),
            Part(to, "B: { type: object, properties: { c: { type: string } } }"));

        CollectionAssert.AreEqual(new[] { "A", "B" }, Types(run));
    }

    [TestMethod]
    [DataRow("other.yaml#/B", "add it with <OpenApiSpec Include=\"other.yaml\" Reference=\"true\" />")]
    [DataRow("Common.yaml#/B", "does not declare")]
    [DataRow("https://127.0.0.1/common.yaml#/B", "nothing is fetched")]
    [DataRow("file:///spec/common.yaml#/B", "nothing is fetched")]
    [DataRow("/spec/common.yaml#/B", "nothing is fetched")]
    [DataRow("//host/common.yaml#/B", "nothing is fetched")]
    [DataRow("\\\\host\\common.yaml#/B", "nothing is fetched")]
    [DataRow("C:/spec/common.yaml#/B", "nothing is fetched")]
    [DataRow("data:text/plain,x", "nothing is fetched")]
    [DataRow("common.yaml#/Lost", "leads nowhere in 'common.yaml'")]
    [DataRow("common.yaml#Lost", "leads nowhere in 'common.yaml'")]
    public void Anything_else_is_an_error_at_the_reference_that_says_what_to_do(string reference, string message)
    {
        GeneratorRun run = Run(
            Root(Head + $$"""
                paths: {}
                components:
                  schemas:
                    A:
                      type: object
                      properties:
                        b:
                          $ref: '{{reference}}'
                        c: { type: string }
                """),
            Part("/spec/common.yaml", """
                B: { type: object }
                components: { responses: { Fine: { description: Fine. } } }
                """));

        string reported = run.Diagnostics.Single().ToString();
        Assert.StartsWith("/spec/api.yaml(10,11): error OGG003: The reference '" + reference + "' ", reported);
        Assert.Contains(message, reported);
        Assert.Contains("JsonElement? B", TextOf(run, "A"));
        Assert.Contains("string? C", TextOf(run, "A"));
    }

    [TestMethod]
    public void A_reference_to_something_of_another_kind_is_a_warning_as_it_leads_somewhere()
    {
        GeneratorRun run = Run(Root(Head + """
            paths: {}
            components:
              schemas: { A: { type: object, properties: { b: { $ref: '#/components/responses/Fine' } } } }
              responses: { Fine: { description: Fine. } }
            """));

        Assert.StartsWith(
            "/spec/api.yaml(5,52): warning OGG002: The reference '#/components/responses/Fine' leads to a response in this document, where "
                + "a schema belongs;",
            run.Diagnostics.Single().ToString());
        Assert.Contains("JsonElement? B", TextOf(run, "A"));
    }

    [TestMethod]
    public void What_is_wrong_in_another_file_is_reported_in_that_file()
    {
        GeneratorRun run = Run(
            Root(Head + """
                paths:
                  /a: { $ref: 'parts/paths.yaml#/a' }
                components:
                  schemas:
                    A: { $ref: 'parts/a.json' }
                """),
            Part("/spec/parts/paths.yaml", """
                a:
                  get:
                    operationId: a
                    parameters:
                      - $ref: '#/lost'
                    responses: { default: { description: Done. } }
                """),
            Part("/spec/parts/a.json", """
                { "type": "object",
                  "properties": {
                    "twice": { "type": "string" }, "twice": { "$ref": "nowhere.json" } } }
                """));

        CollectionAssert.AreEqual(
            new[]
            {
                "/spec/parts/a.json(3,36): warning OGG004",
                "/spec/parts/a.json(3,47): error OGG003",
                "/spec/parts/paths.yaml(5,9): error OGG003",
            },
            Places(run));
    }

    [TestMethod]
    public void A_file_that_cannot_be_read_is_one_error_in_it_and_the_rest_is_generated()
    {
        GeneratorRun run = Run(
            Root(Head + """
                paths: {}
                components:
                  schemas:
                    A: { type: object, properties: { b: { $ref: 'b.yaml#/B' }, c: { $ref: 'b.yaml#/C' } } }
                """),
            Part("/spec/b.yaml", """
                B: { type: string
                C: ]
                """));

        Assert.AreEqual(Descriptors.Unreadable, run.Diagnostics.Single().Id);
        Assert.AreEqual("/spec/b.yaml", run.Diagnostics.Single().Location.GetLineSpan().Path);
        Assert.Contains("JsonElement? B", TextOf(run, "A"));
    }

    [TestMethod]
    public void A_file_that_only_serves_references_generates_nothing_itself_and_needs_no_namespace_or_runtime()
    {
        Declared part = Part("/spec/common.yaml", Head + "paths: { /a: { get: { responses: { '204': { description: Done. } } } } }");

        Assert.IsEmpty(GeneratorHarness.Run(part).Files);
        Assert.IsEmpty(GeneratorHarness.Run(part, part with { Path = "/spec/other.yaml", Text = "][" }).Diagnostics);
        Assert.IsEmpty(
            new GeneratorRun(GeneratorHarness.Driver([part]).RunGenerators(GeneratorHarness.Compilation(hasRuntime: false))).Diagnostics);
    }

    [TestMethod]
    public void Another_document_with_a_client_of_its_own_serves_references_too()
    {
        GeneratorRun run = Compiled(
            Root(Head + """
                paths: {}
                components: { schemas: { A: { type: object, properties: { b: { $ref: 'b.yaml#/components/schemas/B' } } } } }
                """),
            new Declared("/spec/b.yaml", Head.Replace("title: T", "title: Other", StringComparison.Ordinal) + """
                paths: {}
                components: { schemas: { B: { type: object, properties: { c: { type: string } } } } }
                """) { Namespace = "Other" });

        Assert.IsTrue(run.Files.ContainsKey("Sample.B.g.cs") && run.Files.ContainsKey("Other.B.g.cs"));
    }

    [TestMethod]
    public void A_circle_of_files_without_a_schema_in_it_is_reported_and_ends()
    {
        GeneratorRun run = Run(
            Root(Head + """
                paths:
                  /a: { $ref: 'a.yaml#/p' }
                components:
                  schemas:
                    A: { type: object, properties: { b: { $ref: 'a.yaml#/s' } } }
                """),
            Part("/spec/a.yaml", """
                s: { $ref: 'b.yaml#/s' }
                p: { $ref: 'b.yaml#/p' }
                """),
            Part("/spec/b.yaml", """
                s: { $ref: 'a.yaml#/s' }
                p: { $ref: 'a.yaml#/p' }
                """));

        CollectionAssert.AreEqual(new[] { "/spec/api.yaml(4,9): warning OGG006", "/spec/api.yaml(7,43): warning OGG006" }, Places(run));
    }

    [TestMethod]
    public void Parts_that_bring_in_one_another_again_and_again_stay_small()
    {
        // Each level brings in the next one twice: 2 to the 30th if nobody counted.
        string parts = string.Join(
            '\n',
            Enumerable.Range(0, 30).Select(static i => $"p{i}: {{ a: {{ $ref: '#/p{i + 1}' }}, b: {{ $ref: '#/p{i + 1}' }} }}"))
            + "\np30: { c: 1 }\n";

        GeneratorRun run = GeneratorHarness.Run(Root(Head + """
            paths: {}
            other: { $ref: 'parts.yaml#/p0' }
            """), Part("/spec/parts.yaml", parts));

        Assert.IsNull(run.Result.Exception);
        Assert.IsNotEmpty(run.Diagnostics);
    }
}
