using System.Globalization;
using System.Text.Json.Nodes;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document;
using OgGen.Generator.Document.Passes;
using OgGen.Generator.Document.Reading;
using OgGen.Generator.Naming;
using OgGen.Hostile.Tests.Oracle;

namespace OgGen.Hostile.Tests.Cases;

/// <summary>Each limit one below, at and one above its number.</summary>
[TestClass]
public sealed class LimitTests
{
    private const string Head = """
        openapi: 3.0.3
        info: { title: Sample, version: '1' }
        paths: {}

        """;

    [TestMethod]
    [DataRow("paths", Limits.Paths, false)]
    [DataRow("schemas", Limits.Schemas, false)]
    [DataRow("definitions", Limits.Schemas, false)]
    [DataRow("properties", Limits.Members, false)]
    [DataRow("mapping", Limits.Mappings, false)]
    [DataRow("parameters", Limits.Parameters, true)]
    [DataRow("enum", Limits.EnumValues, true)]
    [DataRow("oneOf", Limits.Variants, true)]
    [DataRow("anyOf", Limits.Variants, true)]
    [DataRow("allOf", Limits.Variants, true)]
    public void What_is_counted_is_cut_at_its_limit(string keyword, int limit, bool isList)
    {
        foreach (int count in new[] { limit - 1, limit, limit + 1, limit + 50 })
        {
            IEnumerable<int> all = Enumerable.Range(0, count);
            JsonNode elements = isList
                ? new JsonArray([.. all.Select(static i => JsonValue.Create("v" + i))])
                : new JsonObject(all.Select(static i => KeyValuePair.Create<string, JsonNode?>("k" + i, JsonValue.Create(i))));
            var problems = new List<Problem>();

            TreeLimits.Apply(new JsonObject { ["x"] = new JsonObject { [keyword] = elements } }, problems, CancellationToken.None);

            Assert.AreEqual(Math.Min(count, limit), isList ? elements.AsArray().Count : elements.AsObject().Count);
            Assert.HasCount(count > limit ? 1 : 0, problems);
            Assert.IsTrue(
                problems.TrueForAll(problem => problem.Pointer == $"/x/{keyword}/{(isList ? "" : "k")}{limit}"),
                problems.FirstOrDefault()?.Pointer);
        }
    }

    [TestMethod]
    public void Data_is_not_counted()
    {
        var problems = new List<Problem>();

        TreeLimits.Apply(
            new JsonObject
            {
                ["example"] = new JsonObject
                {
                    ["enum"] = new JsonArray([.. Enumerable.Range(0, Limits.EnumValues + 1).Select(static i => JsonValue.Create(i))]),
                },
            },
            problems,
            CancellationToken.None);

        Assert.IsEmpty(problems);
    }

    [TestMethod]
    [DataRow(-1, 0)]
    [DataRow(0, 0)]
    [DataRow(1, 1)]
    public void Characters_of_all_enumerations(int beyond, int expected)
    {
        var problems = new List<Problem>();
        var tree = new JsonObject
        {
            ["a"] = new JsonObject { ["enum"] = new JsonArray(new string('a', Limits.EnumCharacters / 2)) },
            ["b"] = new JsonObject { ["enum"] = new JsonArray("b", new string('b', (Limits.EnumCharacters / 2) - 1 + beyond)) },
        };

        TreeLimits.Apply(tree, problems, CancellationToken.None);

        Assert.HasCount(expected, problems);
    }

    [TestMethod]
    [DataRow(-1, true)]
    [DataRow(0, true)]
    [DataRow(1, false)]
    public void Levels_of_objects_and_arrays(int beyond, bool isRead)
    {
        // The document itself is one level.
        int levels = Limits.Depth - 1 + beyond;
        string nested = new string('[', levels) + new string(']', levels);
        Spec[] specs =
        [
            Spec.YamlOnly(Head + "x-deep: " + nested),
            Spec.JsonOnly(
                "{ \"openapi\": \"3.0.3\", \"info\": { \"title\": \"Sample\", \"version\": \"1\" }, \"paths\": {}, \"x-deep\": " + nested
                    + " }"),
        ];
        foreach (Spec spec in specs)
        {
            if (isRead)
            {
                Outcome.Compiled(spec);
            }
            else
            {
                Outcome.Refused(spec, "64");
            }
        }
    }

    [TestMethod]
    [DataRow(-1, 0)]
    [DataRow(0, 0)]
    [DataRow(1, 1)]
    public void Levels_of_schemas_through_references(int beyond, int expected)
    {
        // Each list is one level, and so is the text at the end.
        int lists = Limits.Depth - 1 + beyond;
        JsonObject schemas = new(
            Enumerable.Range(0, lists)
                .Select(static i => KeyValuePair.Create<string, JsonNode?>(
                    "L" + i, JsonNode.Parse($$"""{ "type": "array", "items": { "$ref": "#/components/schemas/L{{i + 1}}" } }"""))))
        {
            ["L" + lists] = new JsonObject { ["type"] = "string" },
        };

        Assert.HasCount(expected, Cut(schemas));
    }

    [TestMethod]
    [DataRow(-1, 0)]
    [DataRow(0, 0)]
    [DataRow(1, 1)]
    public void Members_through_allOf(int beyond, int expected)
    {
        JsonObject Part(string name, int count)
            => new()
            {
                ["properties"] = new JsonObject(
                    Enumerable.Range(0, count).Select(i => KeyValuePair.Create<string, JsonNode?>(name + i, new JsonObject()))),
            };
        var schemas = new JsonObject
        {
            ["A"] = Part("a", Limits.Members / 2),
            ["B"] = Part("b", (Limits.Members / 2) + beyond),
            ["Both"] = JsonNode.Parse(
                """{ "allOf": [ { "$ref": "#/components/schemas/A" }, { "$ref": "#/components/schemas/A" }, """
                    + """{ "$ref": "#/components/schemas/B" } ] }"""),
        };

        Assert.HasCount(expected, Cut(schemas));
    }

    [TestMethod]
    [DataRow(-1, 0)]
    [DataRow(0, 0)]
    [DataRow(1, 1)]
    public void Members_of_all_schemas_through_allOf(int beyond, int expected)
    {
        // The part itself counts, and whatever repeats it.
        const int members = 1_000;
        int copies = (Limits.AllMembers / members) - 1;
        var schemas = new JsonObject
        {
            ["Part"] = new JsonObject
            {
                ["properties"] = new JsonObject(
                    Enumerable.Range(0, members).Select(static i => KeyValuePair.Create<string, JsonNode?>("p" + i, new JsonObject()))),
            },
        };
        for (int i = 0; i < copies + beyond; i++)
        {
            schemas["C" + i] = JsonNode.Parse("""{ "allOf": [ { "$ref": "#/components/schemas/Part" } ] }""");
        }

        Assert.HasCount(expected, Cut(schemas));
    }

    private static List<Problem> Cut(JsonObject schemas)
    {
        var problems = new List<Problem>();
        SchemaChains.Cut(new JsonObject { ["components"] = new JsonObject { ["schemas"] = schemas } }, problems, CancellationToken.None);
        return problems;
    }

    [TestMethod]
    [DataRow(-1, true)]
    [DataRow(0, true)]
    [DataRow(1, false)]
    public void Levels_through_aliases(int beyond, bool isRead)
    {
        int half = (Limits.Depth / 2) - 1;
        string anchor = new string('[', half) + new string(']', half);
        int rest = Limits.Depth - 1 - half + beyond;
        Spec spec = Spec.YamlOnly(Head + $"x-a: &a {anchor}\nx-b: {new string('[', rest)}*a{new string(']', rest)}\n");
        if (isRead)
        {
            Outcome.Compiled(spec);
        }
        else
        {
            Outcome.Refused(spec, "64");
        }
    }

    [TestMethod]
    [DataRow(-1, true)]
    [DataRow(0, true)]
    [DataRow(1, false)]
    public void Characters_of_one_YAML_text(int beyond, bool isRead)
    {
        Spec spec = Spec.YamlOnly(Head + "x-long: " + new string('x', Limits.YamlText + beyond));
        if (isRead)
        {
            Outcome.Compiled(spec);
        }
        else
        {
            Outcome.Refused(spec, "65,536 characters in one text");
        }
    }

    [TestMethod]
    [DataRow(-1, true)]
    [DataRow(0, true)]
    [DataRow(1, false)]
    public void Nodes_that_come_from_aliases(int beyond, bool isRead)
    {
        // Each alias adds a list of nine and the list itself; the last one makes the number.
        var text = new System.Text.StringBuilder(Head)
            .Append("x-a: &a [ 1, 1, 1, 1, 1, 1, 1, 1, 1 ]\nx-one: &one 1\nx-filler: [ ")
            .AppendJoin(", ", Enumerable.Repeat("1", 3 * Limits.AliasNodes))
            .Append(" ]\nx-b:\n");
        int tens = (Limits.AliasNodes / 10) - 1;
        text.Insert(text.Length, string.Concat(Enumerable.Repeat("- *a\n", tens)));
        text.Append(string.Concat(Enumerable.Repeat("- *one\n", Limits.AliasNodes - (tens * 10) + beyond)));
        Spec spec = Spec.YamlOnly(text.ToString());
        if (isRead)
        {
            Outcome.Compiled(spec);
        }
        else
        {
            Outcome.Refused(spec, "aliases");
        }
    }

    [TestMethod]
    [DataRow(-1, "is empty")]
    [DataRow(0, "is empty")]
    [DataRow(1, "134,217,728 characters")]
    public void Characters_of_a_document(int beyond, string message)
    {
        // Blank, so that a document within the limit costs nothing but its length.
        SpecFile file = File(new string(' ', Limits.Characters + beyond));

        SpecTextException e = Assert.ThrowsExactly<SpecTextException>(() => SpecText.Parse(file, [], CancellationToken.None));

        Assert.Contains(message, e.Message);
    }

    [TestMethod]
    public void Characters_of_a_name()
    {
        string Named(int length) => CSharpName.Pascal(new string('n', length), "");

        Assert.AreEqual("N" + new string('n', Limits.Name - 2), Named(Limits.Name - 1));
        Assert.AreEqual("N" + new string('n', Limits.Name - 1), Named(Limits.Name));
        Assert.AreEqual(Limits.Name, Named(Limits.Name + 1).Length);
        Assert.AreNotEqual(Named(Limits.Name + 1), Named(Limits.Name + 2), "What is cut off still counts.");
    }

    [TestMethod]
    public void Characters_of_the_name_of_a_file()
    {
        for (int length = 60; length < 110; length++)
        {
            string schemas = string.Join(
                ", ",
                new[]
                {
                    "x",
                    "X",
                }.Select(name =>
                    $$""" "{{name}}{{new string('n', length)}}": { "type": "object", "properties": { "a": { "type": "string" } } } """));

            Assert.IsLessThanOrEqualTo(
                Limits.HintName,
                Outcome.Examine(Spec.Schemas($"{{ {schemas} }}"), Budget.Ordinary with { Compiles = false })
                    .Files.Keys.Max(static name => name.Length));
        }
    }

    [TestMethod]
    [DataRow(-1, false)]
    [DataRow(0, false)]
    [DataRow(1, true)]
    public void Characters_of_a_comment(int beyond, bool isCut)
        => Assert.AreEqual(
            isCut,
            Outcome.Compiled(
                Spec.Schemas(
                    $$"""{ "A": { "type": "object", "description": "{{new string('d', Limits.Documentation + beyond)}}", "properties": """
                        + """{ "a": {} } } }""")).Code.Contains("[...]", StringComparison.Ordinal));

    [TestMethod]
    [DataRow(-1, 99)]
    [DataRow(0, 100)]
    [DataRow(1, 101)]
    public void Diagnostics_of_a_document(int beyond, int shown)
    {
        string unknown = string.Join(", ", Enumerable.Range(0, Limits.Diagnostics + beyond).Select(static i => $"\"unknown{i}\": 1"));

        Examined examined = Outcome.Compiled(Spec.Json($"{{ {unknown} }}"));

        Assert.HasCount(shown, examined.Diagnostics[0]);
        Assert.AreEqual(beyond > 0, examined.Has(Descriptors.MoreProblems, "1 more"));
    }

    [TestMethod]
    public void What_is_at_its_limit_compiles()
    {
        string properties = string.Join(
            ", ", Enumerable.Range(0, Limits.Members).Select(static i => $$""" "p{{i}}": { "type": "string" } """));
        string values = string.Join(", ", Enumerable.Range(0, Limits.EnumValues).Select(static i => $"\"v{i}\""));
        string parameters = string.Join(
            ", ",
            Enumerable.Range(0, Limits.Parameters)
                .Select(static i => $$"""{ "name": "p{{i}}", "in": "query", "schema": { "type": "integer" } }"""));
        string variants = string.Join(
            ", ", Enumerable.Range(0, Limits.Variants).Select(static i => $$"""{ "$ref": "#/components/schemas/V{{i}}" }"""));
        string mapping = string.Join(
            ", ",
            Enumerable.Range(0, Limits.Mappings).Select(static i => $$""" "m{{i}}": "#/components/schemas/V{{i % Limits.Variants}}" """));
        string schemas = string.Join(
            ", ",
            Enumerable.Range(0, Limits.Variants)
                .Select(static i => $$""" "V{{i}}": { "type": "object", "properties": { "kind": { "type": "string" } } } """));

        Outcome.Compiled(
            Spec.Json($$"""
                {
                  "paths": { "/a": { "get": { "parameters": [ {{parameters}} ], "responses": { "204": { "description": "Done." } } } } },
                  "components": { "schemas": {
                    "Members": { "type": "object", "properties": { {{properties}} } }, "Values": { "type": "string",
                        "enum": [ {{values}} ] },
                    "Union": { "oneOf": [ {{variants}} ], "discriminator": { "propertyName": "kind",
                        "mapping": { {{mapping}} } } }, {{schemas}}
                  } }
                }
                """),
            Budget.DenialOfService with { Compiles = true });
    }

    [TestMethod]
    public void The_documentation_states_each_limit()
    {
        using var reader = new StreamReader(typeof(LimitTests).Assembly.GetManifestResourceStream("limits.md")!);
        string limits = reader.ReadToEnd().Split("\n## Documents\n")[1];
        foreach (int number in new[]
        {
            Limits.Depth, Limits.InlinedDepth, Limits.RepeatedNodes, Limits.AliasNodes, Limits.FreeAliasNodes, Limits.Paths, Limits.Schemas,
            Limits.Parameters, Limits.Members, Limits.AllMembers, Limits.Variants, Limits.Mappings, Limits.EnumValues, Limits.Name,
            Limits.HintName, Limits.Documentation, Limits.Diagnostics,
        })
        {
            Assert.Contains(number.ToString("N0", CultureInfo.InvariantCulture), limits);
        }

        Assert.Contains($"{Limits.YamlText / 1024} Ki", limits);
        Assert.Contains($"{Limits.Characters / 1024 / 1024} Mi", limits);
        Assert.Contains($"{Limits.EnumCharacters / 1024 / 1024} Mi", limits);
    }

    private static SpecFile File(string text)
        => new()
        {
            Path = "/spec/api.json",
            Text = text,
            Namespace = "Sample",
            Client = "",
            Access = "",
            Tags = default,
            Paths = default,
            Reference = "",
        };
}
