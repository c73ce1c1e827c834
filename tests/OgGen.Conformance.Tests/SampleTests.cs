using System.Text.Json.Nodes;
using OgGen.Conformance.Corpus;
using OgGen.Conformance.Report;
using OgGen.Conformance.Samples;

namespace OgGen.Conformance.Tests;

/// <summary>What fits a schema, and what is made for one.</summary>
[TestClass]
public sealed class SampleTests
{
    private const string Schema = "#/components/schemas/Tried";

    [TestMethod]
    [DataRow("{ properties: { a: { type: string } } }", """{ "a": "x" }""", "null", DisplayName = "members mean an object")]
    [DataRow("{ properties: { a: { type: string } } }", "{}", "\"text\"", DisplayName = "members do not mean a text")]
    [DataRow("{ properties: { a: { type: string } }, nullable: true }", "null", "1", DisplayName = "members mean an object or null")]
    [DataRow("{ items: { type: integer } }", "[1]", """{ "a": 1 }""", DisplayName = "items mean an array")]
    [DataRow(
        "{ items: {}, oneOf: [{ type: array, items: {} }, { type: string }] }", "\"a\"", "1", DisplayName = "alternatives say the type")]
    [DataRow(
        "{ properties: { a: { type: string } }, oneOf: [{ required: [a] }, { required: [b] }] }",
        """{ "b": 1 }""",
        "\"a\"",
        DisplayName = "members beside alternatives that only require")]
    [DataRow("{ type: integer, enum: ['1', '2'] }", "1", "\"1\"", DisplayName = "texts that are integers")]
    [DataRow(
        "{ oneOf: [{ $ref: '#/components/schemas/Cat' }, { enum: [null] }] }", "null", "\"a\"", DisplayName = "null as the only value")]
    [DataRow("{ type: integer, format: int32 }", "2147483647", "32429386811", DisplayName = "an integer of 32 bits")]
    [DataRow("{ type: string, format: byte }", "\"YWI=\"", "\"YWJ=\"", DisplayName = "base64 without bits that say nothing")]
    [DataRow("{ type: array, enum: [a], items: { type: string } }", """["a"]""", "\"a\"", DisplayName = "values of the items at the array")]
    [DataRow("{ type: integer, default: 9223372036854776000 }", "1", "\"1\"", DisplayName = "a default beyond 64 bits")]
    [DataRow("{ type: string, maxLength: 9223372036854775807 }", "\"a\"", "1", DisplayName = "a length beyond 32 bits")]
    [DataRow("{ type: number, maximum: 1.0e+300 }", "1", "\"a\"", DisplayName = "a maximum beyond decimals")]
    [DataRow(
        "{ allOf: [{ $ref: '#/components/schemas/Dog' }], required: [b] }",
        """{ "type": "dog", "b": "x" }""",
        """{ "type": "dog" }""",
        DisplayName = "what stands beside a single part")]
    [DataRow(
        "{ anyOf: [{ $ref: '#/components/schemas/Dog' }], required: [b] }",
        """{ "type": "dog", "b": "x" }""",
        """{ "type": "dog" }""",
        DisplayName = "what stands beside a single alternative")]
    [DataRow(
        "{ $ref: '#/components/schemas/Base' }",
        """{ "kind": "one", "b": "x" }""",
        """{ "kind": "one" }""",
        DisplayName = "a heir by its only value")]
    [DataRow(
        "{ $ref: '#/components/schemas/Open' }",
        """{ "kind": "Late", "c": "x" }""",
        """{ "kind": "Late" }""",
        DisplayName = "a heir of a heir")]
    [DataRow("{ $ref: '#/components/schemas/Cat' }", """{ "type": "cat" }""", "{}", DisplayName = "a variant with what tells it apart")]
    [DataRow("{ anyOf: [{ $ref: '#/components/schemas/Tried' }, { type: string }] }", "\"a\"", "1", DisplayName = "a union of itself")]
    [DataRow(
        "{ oneOf: [{ $ref: '#/components/schemas/Round' }, { type: string }] }",
        "\"a\"",
        "1",
        DisplayName = "a union of a union of itself")]
    [DataRow("{ allOf: [{ $ref: '#/components/schemas/Tried' }, { type: string }] }", "\"a\"", "1", DisplayName = "made of itself")]
    [DataRow("{ type: string, not: { $ref: '#/components/schemas/Tried' } }", "\"a\"", "1", DisplayName = "not itself")]
    [DataRow(
        "{ type: object, required: [a], properties: { a: { anyOf: [{ $ref: '#/components/schemas/Tried' }, { type: string }] } } }",
        """{ "a": { "a": "x" } }""",
        """{ "a": 1 }""",
        DisplayName = "itself in a member is no circle")]
    [DataRow("{ type: number, format: int64 }", "1", "1.5", DisplayName = "a number that is an integer by its format")]
    [DataRow("{ format: int16 }", "1", "32768", DisplayName = "an integer of 16 bits without a type")]
    [DataRow("{ minimum: 1, format: double }", "1.5", "\"a\"", DisplayName = "a limit without a type")]
    [DataRow("{ type: string, format: uuid }", "\"8b2c2d5e-2f0b-4d0c-9c53-0f9f4d0d3f6a\"", "\"id\"", DisplayName = "a format")]
    [DataRow("{ pattern: '^a' }", "\"a\"", "1", DisplayName = "a pattern without a type")]
    [DataRow("{ pattern: '^a', minimum: 1 }", "true", "\"b\"", DisplayName = "keywords of several types")]
    [DataRow("{ type: null }", "null", "1", DisplayName = "null without quotes")]
    [DataRow("{ type: [string, null] }", "null", "1", DisplayName = "null without quotes in a list")]
    [DataRow("{ type: [string, null], enum: [a, null] }", "null", "\"b\"", DisplayName = "null without quotes as a value")]
    [DataRow("{ type: integer, format: int64 }", "1", "18e18", DisplayName = "an integer in powers")]
    [DataRow("{ type: integer, maximum: 18e18 }", "18000000000000000000", "1.5", DisplayName = "a maximum in powers")]
    [DataRow("{ type: number, minimum: 1 }", "2.5e+101", "-2.5e+101", DisplayName = "a number beyond decimals")]
    [DataRow("{ type: integer, enum: [18e18, 1] }", "1", "2", DisplayName = "a value in powers")]
    public void A_value_is_judged(string schema, string fitting, string unfitting)
    {
        DocumentTree document = Given.Tree(Document(schema));
        SchemaJudge judge = new(document, [Schema], []);

        Assert.IsTrue(judge.Fits(Schema, fitting));
        Assert.IsFalse(judge.Fits(Schema, unfitting));
    }

    [TestMethod]
    [Timeout(60_000)]
    public void A_value_whose_pattern_takes_powers_of_its_length_cannot_be_judged()
    {
        SchemaJudge judge = new(Given.Tree(Document("{ type: string, pattern: '^([a-z]+)+$' }")), [Schema], []);

        Assert.StartsWith("it cannot be judged: RegexMatchTimeoutException", judge.Fault(Schema, $"\"{new string('a', 50)}!\""));
    }

    /// <summary>Asked anew in each alternative, whether the innermost value fits is asked 2^60 times.</summary>
    [TestMethod]
    [Timeout(60_000)]
    public void A_deep_value_of_a_schema_that_has_itself_in_two_ways_is_judged()
    {
        const string Ways = "{ anyOf: [{ type: object, required: [b], properties: { a: { $ref: '#/components/schemas/Tried' } } }, "
            + "{ type: object, properties: { a: { $ref: '#/components/schemas/Tried' }, c: { type: integer } } }] }";
        DocumentTree document = Given.Tree(Document(Ways));
        SchemaJudge judge = new(document, [Schema], []);

        Assert.IsTrue(judge.Fits(Schema, Nested("""{ "c": 1 }""")));
        Assert.IsFalse(judge.Fits(Schema, Nested("""{ "c": "one" }""")));

        static string Nested(string innermost) => string.Concat(Enumerable.Repeat("""{ "a": """, 60)) + innermost + new string('}', 60);
    }

    [TestMethod]
    [DataRow(
        "{ allOf: [{ type: object, properties: { a: { type: integer } } }], required: [a] }",
        """{ "a": 42 }""",
        DisplayName = "the whole requires a part's member")]
    [DataRow(
        "{ allOf: [{ type: object, properties: { a: { type: integer } } }, { required: [a] }] }",
        """{ "a": 42 }""",
        DisplayName = "a part requires another part's member")]
    [DataRow(
        "{ required: [a], oneOf: [{ type: object, properties: { a: { type: integer } } }] }",
        """{ "a": 42 }""",
        DisplayName = "the whole requires an alternative's member")]
    [DataRow(
        "{ type: object, required: [a], properties: { b: { type: integer } } }",
        """{ "a": "undescribed" }""",
        DisplayName = "a member that nobody describes")]
    [DataRow(
        "{ type: object, required: [a], additionalProperties: { type: integer } }",
        """{ "a": 42 }""",
        DisplayName = "a member that all are like")]
    [DataRow("{ type: string, enum: [1, 2] }", "\"1\"", DisplayName = "a number that is a text")]
    [DataRow("{ type: integer, enum: ['7', '8'] }", "7", DisplayName = "a text that is an integer")]
    [DataRow(
        "{ type: array, minItems: 1, enum: [a], items: { type: boolean } }", "[true]", DisplayName = "values of the items at the array")]
    [DataRow("{ type: string, pattern: '^[ a-z]{3}$' }", "\"aaa\"", DisplayName = "a class that begins with white space")]
    [DataRow("{ type: string, format: dateTime }", "\"2024-02-29T23:59:58Z\"", DisplayName = "a format by another name")]
    [DataRow("{ format: GUID }", "\"6f9619ff-8b86-4d01-b42d-00cf4fc964ff\"", DisplayName = "a format without a type")]
    [DataRow("{ type: number, format: int64 }", "42", DisplayName = "a number that is an integer by its format")]
    [DataRow("{ type: integer, minimum: 18e18 }", "18000000000000000000", DisplayName = "a minimum in powers")]
    [DataRow("{ type: integer, minimum: 42.5 }", "43", DisplayName = "a minimum between integers")]
    [DataRow("{ type: integer, maximum: 0.5 }", "0", DisplayName = "a maximum between integers")]
    [DataRow(
        "{ type: number, exclusiveMinimum: 79228162514264337593543950335 }",
        "79228162514264337593543950335",
        DisplayName = "more than the largest decimal")]
    [DataRow("{ type: array, minItems: 18e18, items: { type: string } }", "[]", DisplayName = "more items than there can be")]
    [DataRow("{ type: null }", "null", DisplayName = "null without quotes")]
    public void A_value_is_made_of_what_is_required(string schema, string expected)
    {
        DocumentTree document = Given.Tree(Document(schema));

        JsonNode? made = new SampleMaker(document, 0, isFull: false).Make(document.Find(Schema));

        Assert.IsTrue(JsonValues.AreEqual(JsonNode.Parse(expected), made), made?.ToJsonString());
    }

    [TestMethod]
    [DataRow(0, """{ "kind": "one", "b": "text \"é\" \\ 1" }""", DisplayName = "the first heir")]
    [DataRow(1, """{ "kind": "one" }""", DisplayName = "the base itself")]
    public void A_base_stands_for_its_heirs(int turn, string expected)
    {
        DocumentTree document = Given.Tree(
            Document("{ type: object, required: [base], properties: { base: { $ref: '#/components/schemas/Base' } } }"));

        JsonNode? made = new SampleMaker(document, turn, isFull: false).Make(document.Find(Schema));

        Assert.IsTrue(JsonValues.AreEqual(JsonNode.Parse(expected), made?["base"]), made?.ToJsonString());
    }

    [TestMethod]
    public void A_heir_has_the_value_that_it_gives_itself()
    {
        DocumentTree document = Given.Tree(Document("{ x-ms-discriminator-value: uno, allOf: [{ $ref: '#/components/schemas/Open' }] }"));

        JsonNode? made = new SampleMaker(document, 0, isFull: false).Make(new JsonObject { ["$ref"] = "#/components/schemas/Open" });

        Assert.AreEqual("""{"kind":"uno"}""", made?.ToJsonString());
    }

    [TestMethod]
    [DataRow("{ type: string, enum: [a, b] }", """{"kind":"a"}""", DisplayName = "other values")]
    [DataRow("{ type: array, items: { type: string } }", """{"kind":[]}""", DisplayName = "no text")]
    public void A_base_does_not_stand_for_what_it_cannot_name(string kind, string expected)
    {
        DocumentTree document = Given.Tree(
            Document("{ type: object, required: [kind], discriminator: { propertyName: kind }, properties: { kind: " + kind + " } }"));

        JsonNode? made = new SampleMaker(document, 0, isFull: false).Make(new JsonObject { ["$ref"] = Schema });

        Assert.AreEqual(expected, made?.ToJsonString());
    }

    [TestMethod]
    public void A_heir_says_what_it_is()
    {
        DocumentTree document = Given.Tree(
            Document(
                "{ type: object, required: [kind], discriminator: { propertyName: kind, mapping: { other: '#/components/schemas/Other' } "
                    + "}, properties: { kind: { type: string } } }"));

        JsonNode? made = new SampleMaker(document, 0, isFull: false).Make(new JsonObject { ["$ref"] = "#/components/schemas/Other" });

        Assert.AreEqual("""{"kind":"other"}""", made?.ToJsonString());
    }

    [TestMethod]
    public async Task A_document_with_what_the_judge_cannot_read_is_held()
    {
        Row row = await Given.RowAsync(
            Document(
                "{ type: object, properties: { n: { type: integer, format: int64, default: 9223372036854776000, maximum: "
                    + "9223372036854776000 } } }"));

        Assert.IsEmpty(row.Failures);
        Assert.AreEqual(row.Samples, row.EqualSamples, string.Join('\n', row.Findings));
        Assert.IsGreaterThan(3, row.Samples);
    }

    /// <summary>Each level refers twice to the next one: by powers there were a billion ways to the last.</summary>
    [TestMethod]
    public async Task Schemas_that_are_made_of_each_other_end()
    {
        string levels = string.Join("\n    ", Enumerable.Range(0, 30).Select(static i =>
            $"L{i}: {{ allOf: [{{ $ref: '#/components/schemas/L{i + 1}' }}, {{ $ref: '#/components/schemas/L{i + 1}' }}], anyOf: [{{ $ref: "
                + $"'#/components/schemas/L{i + 1}' }}, {{ required: [n] }}], properties: {{ p{i}: {{ type: string }} }} }}"));
        DocumentTree document = Given.Tree($$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths: {}
            components:
              schemas:
                {{levels}}
                L30: { type: object, required: [n], properties: { n: { type: integer } } }

            """);
        JsonObject first = (JsonObject)document.Find("#/components/schemas/L0")!;

        CollectionAssert.Contains(SchemaTypes.Required(document, first).ToArray(), "n");
        Assert.AreEqual(31, SchemaTypes.Members(document, first).Count());
        Assert.AreEqual("object", SchemaTypes.Of(document, first).Single());
        Assert.IsNotNull(new SampleMaker(document, 0, isFull: true).Make(first));
        await Task.CompletedTask;
    }

    [TestMethod]
    [DataRow(
        "{ type: object, required: [a], properties: { a: { $ref: '#/components/schemas/Tried' } } }",
        DisplayName = "an object that requires itself")]
    [DataRow(
        "{ type: array, minItems: 2, items: { $ref: '#/components/schemas/Tried' } }",
        DisplayName = "an array that requires itself, twice")]
    public async Task A_schema_that_nothing_fits_is_listed(string schema)
    {
        Row row = await Given.RowAsync(Document(schema));

        Assert.IsTrue(row.HasPassed, string.Join('\n', row.Failures));
        Assert.Contains("no sample for #/components/schemas/Tried", string.Join('\n', row.LeftOut));
    }

    [TestMethod]
    public async Task What_does_not_fit_is_counted_and_listed()
    {
        Row row = await Given.RowAsync(
            Document("{ type: object, required: [a], properties: { a: { type: integer } }, example: { a: text } }"));

        Assert.AreEqual(row.LeftOutSamples, row.LeftOut.Count(static text => text.StartsWith("sample (", StringComparison.Ordinal)));
        Assert.AreEqual(1, row.LeftOut.Count(static text => text.Contains("#/components/schemas/Tried", StringComparison.Ordinal)));
        Assert.Contains("sample (example) of #/components/schemas/Tried: it does not fit: IntegerExpected", string.Join('\n', row.LeftOut));
    }

    [TestMethod]
    [DataRow("{ type: array, items: { type: string }, properties: { empty: { type: boolean } } }", DisplayName = "members of an array")]
    [DataRow("{ type: integer, enum: [low, high] }", DisplayName = "values of no integer")]
    [DataRow(
        "{ type: object, additionalProperties: false, oneOf: [{ enum: [a, b] }, { type: string }] }",
        DisplayName = "texts that are an object")]
    public async Task A_schema_that_is_no_type_is_not_missed(string schema)
    {
        Row row = await Given.RowAsync(Document(schema));

        Assert.AreEqual(0, row.MissingSchemas, string.Join('\n', row.Findings));
        Assert.AreEqual(row.Samples, row.EqualSamples, string.Join('\n', row.Findings));
    }

    private static string Document(string schema) => $$"""
        openapi: 3.1.0
        info: { title: Samples, version: '1' }
        paths: {}
        components:
          schemas:
            Tried: {{schema}}
            Base: { type: object, required: [kind], discriminator: { propertyName: kind },
                properties: { kind: { type: string, enum: [one] } } }
            Heir: { allOf: [{ $ref: '#/components/schemas/Base' }], required: [b], properties: { b: { type: string } } }
            Other: { allOf: [{ $ref: '#/components/schemas/Tried' }, { type: object, properties: { n: { type: integer } } }] }
            Open: { type: object, required: [kind], discriminator: { propertyName: kind }, properties: { kind: { type: string } } }
            Early: { allOf: [{ $ref: '#/components/schemas/Open' }] }
            Late: { allOf: [{ $ref: '#/components/schemas/Early' }], required: [c], properties: { c: { type: string } } }
            Round: { anyOf: [{ $ref: '#/components/schemas/Tried' }, { $ref: '#/components/schemas/Round' }] }
            Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
                discriminator: { propertyName: type } }
            Cat: { type: object, properties: { type: { type: string, enum: [cat] } } }
            Dog: { type: object, properties: { type: { type: string, enum: [dog] } } }
        """;
}
