using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using OgGen.Fuzz;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Tests.Harness;
using OgGen.Hostile.Tests.Oracle;

namespace OgGen.Hostile.Tests.Cases;

/// <summary>
/// References to references: what they cost grows with the document, and where a chain is too long, the diagnostic says where.
/// </summary>
[TestClass]
public sealed class ReferenceChainTests : HostileCases
{
    private const int Short = 150;
    private const int Long = 20_000;

    /// <summary>
    /// How much more a chain of four times the length may cost: four times as much where it is linear, sixteen times where it is not.
    /// </summary>
    private const int MostGrowth = 8;

    // A chain takes one to two seconds by itself. Beside other tests the same work takes more processor time, so how it grows is judged
    // beside it.
    private static readonly Budget s_chain = Budget.DenialOfService with { Bytes = 512_000_000 };

    [TestMethod]
    [DataRow("parameters", """{ "name": "q", "in": "query", "schema": { "type": "string" } }""", """{ "parameters": [ USE ] }""")]
    [DataRow(
        "responses",
        """{ "description": "d", "content": { "application/json": { "schema": { "type": "string" } } } }""",
        """{ "responses": { "200": USE } }""")]
    [DataRow(
        "headers",
        """{ "schema": { "type": "string" } }""",
        """{ "responses": { "200": { "description": "d", "headers": { "X-A": USE } } } }""")]
    [DataRow(
        "requestBodies", """{ "content": { "application/json": { "schema": { "type": "string" } } } }""", """{ "requestBody": USE }""")]
    [DataRow(
        "callbacks",
        """{ "{$request.body#/url}": { "post": { "responses": { "204": { "description": "d" } } } } }""",
        """{ "callbacks": { "c": USE } }""")]
    [DataRow("links", """{ "operationId": "callIt" }""", """{ "responses": { "200": { "description": "d", "links": { "l": USE } } } }""")]
    [DataRow(
        "examples",
        """{ "value": "x" }""",
        """{ "parameters": [ { "name": "q", "in": "query", "schema": { "type": "string" }, "examples": { "e": USE } } ] }""")]
    public void S63_E_chains_of_components_cost_no_more_than_their_size(string section, string end, string operation)
    {
        foreach (string siblings in new[] { "", """, "description": "d" """ })
        {
            string Chain(int length) => Whole(Operation(
                operation.Replace("USE", Reference($"#/components/{section}/C0"), StringComparison.Ordinal),
                $$""" "components": { "{{section}}": { """
                    + $$"""{{Links(length, i => $$"""{ "$ref": "#/components/{{section}}/C{{i + 1}}"{{siblings}} }""")}}, "C{{length}}": """
                    + $$"""{{end}} } } """));

            Outcome.Compiled(Both(Chain(Short)));
            AssertCheap(Chain(Long));
        }
    }

    [TestMethod]
    [DataRow("parameters", """{ "name": "q", "in": "query", "type": "string" }""", """{ "parameters": [ USE ] }""")]
    [DataRow("responses", """{ "description": "d", "schema": { "type": "string" } }""", """{ "responses": { "200": USE } }""")]
    public void S63_E_chains_of_components_of_Swagger_2_cost_no_more_than_their_size(string section, string end, string operation)
    {
        string Chain(int length) => Swagger(Operation(
            operation.Replace("USE", Reference($"#/{section}/C0"), StringComparison.Ordinal),
            $$""" "{{section}}": { {{Links(length, i => Reference($"#/{section}/C{i + 1}"))}}, "C{{length}}": {{end}} } """));

        Outcome.Compiled(Both(Chain(Short)));
        AssertCheap(Chain(Long));
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void S63_E_chains_of_properties_cost_no_more_than_their_size(bool isSwagger)
    {
        // Each property is the next one of its object, the last one the first of the next object.
        string home = isSwagger ? "#/definitions/" : "#/components/schemas/";
        string Property(int i, int length, int width)
            => $"\"p{i % width}\": "
                + (i == length - 1 ? """{ "type": "string" }""" : Reference($"{home}O{(i + 1) / width}/properties/p{(i + 1) % width}"));
        string Objects(int length, int width) => string.Join(", ", Enumerable.Range(0, length / width)
            .Select(o =>
                $$""" "O{{o}}": { "type": "object", "properties": { """
                    + $$"""{{string.Join(", ", Enumerable.Range(o * width, width).Select(i => Property(i, length, width)))}} } } """));
        string Chain(int length, int width)
            => isSwagger
                ? Swagger($$""" "paths": {}, "definitions": { {{Objects(length, width)}} } """)
                : Whole($$""" "paths": {}, "components": { "schemas": { {{Objects(length, width)}} } } """);

        Examined examined = Outcome.Compiled(Both(Chain(Short, 50)));
        AssertCheap(Chain(Long, Limits.Members));

        using Loaded loaded = examined.Load();
        loaded.RoundTrip("O0", """{ "p0": "a", "p49": "b" }""");
    }

    [TestMethod]
    public void S63_E_elements_that_repeat_each_other_where_no_component_belongs_end()
    {
        // A member that the specification does not know: what its references lead to is brought to where they stand, and has such
        // references itself.
        string[] names = ["A", "B", "C", "D"];
        string uses = string.Join(", ", names.Select(static name => $"\"{name}\": {{ \"$ref\": \"#/components/schemas/{name}\" }}"));
        string schemas = string.Join(
            ", ",
            names.Select(
                name => $$""" "{{name}}": { "type": "object", "odd": { {{uses}} }, "properties": { "p": { "type": "string" } } } """));

        AssertCheap(Whole($$""" "paths": {}, "components": { "schemas": { {{schemas}} } } """));
    }

    [TestMethod]
    public void S63_E_chains_of_references_in_the_way_of_one_another_cost_no_more_than_their_size()
    {
        // Each leads into the middle of the next one, which is a reference itself; the last one holds itself.
        string Chain(int length) => Whole($$"""
            "paths": {}, "components": { "schemas": {
              {{Links(length, i => Reference($"#/components/schemas/C{i + 1}/properties/a"))}},
              "C{{length}}": { "type": "object", "properties": { "a": {{Reference($"#/components/schemas/C{length}")}} } } } }
            """);

        Examined examined = Outcome.Compiled(Both(Chain(Short)));
        AssertCheap(Chain(Long));

        using Loaded loaded = examined.Load();
        loaded.RoundTrip("C150", """{ "a": { "a": {} } }""");
    }

    [TestMethod]
    [DataRow("definitions")]
    [DataRow("definitions in allOf")]
    [DataRow("properties")]
    [DataRow("parameters")]
    [DataRow("path items")]
    public void S63_E_a_chain_of_four_times_the_length_costs_about_four_times_as_much(string kind)
    {
        string Chain(int length) => kind switch
        {
            "definitions" => Swagger(
                $$""" "paths": {}, "definitions": { {{Links(length, i => Reference($"#/definitions/C{i + 1}"))}}, "C{{length}}": """
                    + """{ "type": "string" } } """),
            "definitions in allOf" => Swagger(
                """ "paths": {}, "definitions": { """
                    + $$"""{{Links(length, i => $$"""{ "allOf": [ {{Reference($"#/definitions/C{i + 1}")}} ] }""")}}, "C{{length}}": """
                    + """{ "type": "string" } } """),
            "properties" => Whole($$"""
                "paths": {}, "components": { "schemas": {
                  "A": { "type": "object", "properties": { "b": { "type": "string" } } }, {{Links(length, i =>
                    i == 0 ? Reference("#/components/schemas/A/properties/b") : Reference($"#/components/schemas/C{i - 1}"))}} } }
                """),
            "parameters" => Whole(Operation(
                $$"""{ "parameters": [ {{Reference("#/components/parameters/C0")}} ] }""",
                """ "components": { "parameters": { """
                    + $$"""{{Links(length, i => Reference($"#/components/parameters/C{i + 1}"))}}, "C{{length}}": """
                    + """{ "name": "q", "in": "query", "schema": {} } } } """)),
            _ => PathItems(length, ""),
        };

        string quarter = Chain(Long / 4);
        string whole = Chain(Long);
        Cost of = Cost.Of(() => Generation.Run(new Declared("/spec/api.json", quarter)));
        Cost to = Cost.Of(() => Generation.Run(new Declared("/spec/api.json", whole)));
        Assert.IsLessThan(MostGrowth, to.Bytes / (double)of.Bytes, $"{of}, then {to}");
        Assert.IsLessThan(MostGrowth, to.Processor / of.Processor, $"{of}, then {to}");
    }

    [TestMethod]
    [DataRow("")]
    [DataRow(""", "summary": "s" """)]
    public void S63_E_chains_of_path_items_cost_no_more_than_their_size(string siblings)
    {
        Outcome.Compiled(Both(PathItems(Short, siblings)));
        AssertCheap(PathItems(Long, siblings));
    }

    [TestMethod]
    [OneNotation("The tree is the same, and as YAML it costs more than the references in it.")]
    public void S64_D_path_items_that_repeat_more_than_the_limit_are_cut()
        => Outcome.Located(
            Spec.JsonOnly(PathItems(Long, "")), Descriptors.BeyondLimit, "50,000 nodes that references repeat", "\"/a", s_chain);

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void S64_D_chains_of_definitions_are_cut(bool isPlain)
    {
        string Link(string target) => isPlain ? Reference(target) : $$"""{ "allOf": [ {{Reference(target)}} ] }""";
        string Chain(int length) => Swagger($$"""
            "paths": {}, "definitions": {
              {{Links(length, i => Link($"#/definitions/C{i + 1}"))}},
              "C{{length}}": { "type": "object", "properties": { "last": { "type": "string" } } } }
            """);

        Examined examined = Outcome.Located(Both(Chain(Short)), Descriptors.BeyondLimit, "64 schemas within one another", "C");
        Assert.IsNotEmpty(examined.Files);
        AssertCheap(Chain(Long));
    }

    [TestMethod]
    public void S64_D_a_pointer_over_more_references_than_the_limit_is_cut()
        => Outcome.Located(
            Both(Whole($$"""
                "paths": {}, "components": { "schemas": {
                  {{Links(Short, i => $$"""{ "$ref": "#/components/schemas/C{{i + 1}}", "description": "d" }""")}},
                  "C{{Short}}": { "type": "object", "properties": { "a": { "type": "string" } } },
                  "A": { "type": "object", "properties": { "a": {{Reference("#/components/schemas/C0/properties/a")}} } } } }
                """)),
            Descriptors.BeyondLimit,
            "64 references in the way of a reference",
            "/C0/properties/a");

    [TestMethod]
    [DataRow("#/components/schemas/C0/allOf/1", """{ "$ref": "#/components/schemas/C0/allOf/1" }""")]
    [DataRow("#/components/schemas/C0/properties/a", """{ "$ref": "#/components/schemas/C1/properties/a" }""")]
    [DataRow("#/components/schemas/C0/properties/a", """{ "$ref": "#/components/schemas/C0/properties/a", "description": "d" }""")]
    public void S65_D_a_reference_into_a_reference_that_leads_nowhere(string use, string link)
    {
        string Document(int length) => Whole($$"""
            "paths": {}, "components": { "schemas": {
              {{Links(length, i => link.Replace("C1", $"C{i + 1}", StringComparison.Ordinal))}}, "C{{length}}": { "type": "string" },
              "A": { "type": "object", "properties": { "p": {{Reference(use)}} } } } }
            """);

        Examined examined = Outcome.Examine(Both(Document(20)), Budget.Ordinary);
        Assert.IsTrue(
            examined.Has(Descriptors.UnresolvedReference, use) || examined.Has(Descriptors.Unsupported, use),
            string.Join('\n', examined.Diagnostics[0]));
        AssertCheap(Document(Long));
    }

    [TestMethod]
    [DataRow("parameters", """{ "parameters": [ USE ] }""")]
    [DataRow("responses", """{ "responses": { "200": USE } }""")]
    [DataRow("headers", """{ "responses": { "200": { "description": "d", "headers": { "X-A": USE } } } }""")]
    [DataRow("requestBodies", """{ "requestBody": USE }""")]
    public void S60_D_components_that_go_round(string section, string operation)
    {
        foreach (int length in new[] { 1, 2, 40 })
        {
            string Ring(int count) => Whole(Operation(
                operation.Replace("USE", Reference($"#/components/{section}/C0"), StringComparison.Ordinal),
                $$""" "components": { "{{section}}": { {{Links(count, i => Reference($"#/components/{section}/C{(i + 1) % count}"))}} } """
                    + """} """));

            Outcome.Located(Both(Ring(length)), Descriptors.Unsupported, "leads back to itself", length == 1 ? "/C0" : "/C1");
            AssertCheap(Ring(Long));
        }
    }

    [TestMethod]
    public void S60_D_path_items_that_go_round()
        => Outcome.Located(
            Both(
                Whole(
                    $$""" "paths": { "/a": {{Reference("#/paths/~1b")}}, "/b": {{Reference("#/paths/~1a")}}, "/c": { "get": """
                        + """{ "responses": { "204": { "description": "d" } } } } } """)),
            Descriptors.Unsupported,
            "leads back to itself",
            "~1b");

    private static void AssertCheap(string text)
    {
        GeneratorRun run = s_chain.Measure(() => Generation.Run(new Declared("/spec/api.json", text)));
        Assert.IsNull(run.Result.Exception);
        Assert.IsFalse(
            run.Diagnostics.Any(static diagnostic => diagnostic.Id == Descriptors.InternalError), string.Join('\n', run.Diagnostics));
        Assert.IsTrue(run.Diagnostics.All(static diagnostic => diagnostic.Location != Location.None), string.Join('\n', run.Diagnostics));
    }

    private static string PathItems(int length, string siblings)
    {
        IEnumerable<string> items = Enumerable.Range(0, length - 1)
            .Select(i => $$""" "/a{{i}}": { "$ref": "#/paths/~1a{{i + 1}}"{{siblings}} } """);
        return Whole($$"""
            "paths": { {{string.Join(", ", items)}},
              "/a{{length - 1}}": { "get": { "responses": { "204": { "description": "d" } } } } }
            """);
    }

    private static Spec Both(string text) => Spec.Of(JsonNode.Parse(text)!.AsObject());

    private static string Links(int length, Func<int, string> link)
        => string.Join(", ", Enumerable.Range(0, length).Select(i => $"\"C{i}\": {link(i)}"));

    private static string Reference(string text) => $$"""{ "$ref": "{{text}}" }""";

    /// <summary>The members of a document with one operation.</summary>
    private static string Operation(string operation, string members)
    {
        string responses = operation.Contains("\"responses\"", StringComparison.Ordinal)
            ? ""
            : """, "responses": { "204": { "description": "d" } } """;
        string method = operation.Contains("requestBody", StringComparison.Ordinal) ? "post" : "get";
        return $$""" "paths": { "/a": { "{{method}}": { "operationId": "callIt", {{operation.Trim()[1..^1]}}{{responses}} } } }, """
            + $$"""{{members}} """;
    }

    private static string Whole(string members)
        => $$"""{ "openapi": "3.1.0", "info": { "title": "Sample", "version": "1" }, {{members}} }""";

    private static string Swagger(string members)
        => $$"""{ "swagger": "2.0", "info": { "title": "Sample", "version": "1" }, {{members}} }""";
}
