using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using OgGen.Fuzz;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.References;
using OgGen.Generator.Schemas;
using OgGen.Generator.Tests.Harness;
using OgGen.Hostile.Tests.Oracle;

namespace OgGen.Hostile.Tests.Cases;

/// <summary>Files, options and logs of the project around a document.</summary>
[TestClass]
public sealed class ProjectTests : HostileCases
{
    [TestMethod]
    [DataRow("/spec/a\nclass OGPWN{}//.json")]
    [DataRow("/spec/\"*/ OGPWN.json")]
    [DataRow("/spec/\u2028OGPWN\u202e.json")]
    [DataRow("/spec/ .json")]
    [DataRow("")]
    [OneNotation("The name of the file says the notation.")]
    public void S83_E_a_file_name_that_is_code(string path)
    {
        Spec spec = Spec.JsonOnly(
            Spec.Schemas("""{ "A": { "type": "string", "enum": [ "a" ], "minLength": "many" } }""").Notations[0].Text!)
            .With(notation => notation with { Path = path });
        Examined examined = Outcome.Examine(spec, Budget.Ordinary);

        Assert.DoesNotContain("OGPWN", examined.Code);
        Assert.IsTrue(examined.Has(Descriptors.Invalid, "'minLength'"));
    }

    [TestMethod]
    [OneNotation("Names of files do not depend on the notation.")]
    public void S84_R_files_of_one_name_in_several_folders()
    {
        string text = Spec.Schemas(
            """{ "Alert": { "type": "object", "properties": { "a": { "type": "string" } } }, "alert": { "type": "string", "enum": [ "a" """
                + """] } }""").Notations[0].Text!;
        Examined examined = Outcome.Together(
            new Declared("/a/api.json", text) { Namespace = "A" },
            new Declared("/b/api.json", text) { Namespace = "B" },
            new Declared("/b/API.json", text) { Namespace = "A.B" },
            new Declared("/c/api.json", text) { Namespace = "A_B" });

        Assert.IsEmpty(examined.Errors);
        Assert.HasCount(examined.Files.Count, examined.Files.Keys.Distinct(StringComparer.OrdinalIgnoreCase));
        foreach (string name in new[] { "A", "B", "A.B", "A_B" })
        {
            Assert.IsTrue(examined.Files.Values.Any(file => file.Contains($"namespace {name};", StringComparison.Ordinal)), name);
        }
    }

    [TestMethod]
    [DataRow("Same", "Same")]
    [DataRow("Same", "SAME")]
    [DataRow("", "")]
    public void S84_D_two_documents_in_one_namespace(string first, string second)
    {
        string text = Spec.Schemas("{}").Notations[0].Text!;
        GeneratorRun run = Generation.Run(
            new Declared("/a/api.json", text) { Namespace = first }, new Declared("/b/api.json", text) { Namespace = second });

        Diagnostic error = run.Diagnostics.Single(static d => d.Severity == DiagnosticSeverity.Error);
        Assert.AreEqual(Descriptors.BadOption, error.Id);
        Assert.Contains("/a/api.json", error.GetMessage(CultureInfo.InvariantCulture));
        Assert.IsNotEmpty(run.Files, "The first one is generated.");
    }

    [TestMethod]
    [DataRow("X;class OGPWN{}")]
    [DataRow("A..B")]
    [DataRow(".A")]
    [DataRow("1A")]
    [DataRow("A B")]
    [DataRow("A\u200b")]
    [DataRow("A\nB")]
    [DataRow("global::A")]
    [DataRow("A<B>")]
    public void S85_F_a_namespace_that_is_code(string value)
        => Outcome.Refused(Optional(spec => spec with { Namespace = value }), "'Namespace'", Descriptors.BadOption);

    [TestMethod]
    public void S85_F_a_namespace_of_2_000_characters()
        => Outcome.Refused(Optional(static spec => spec with { Namespace = new string('N', 2_000) }), "'Namespace'", Descriptors.BadOption);

    [TestMethod]
    [DataRow("X{}class OGPWN")]
    [DataRow("class")]
    [DataRow("A.B")]
    [DataRow("1")]
    [DataRow("\u202eA")]
    [DataRow("api")]
    [DataRow("generic")]
    [DataRow("json")]
    [DataRow("system")]
    [DataRow("tasks")]
    public void S85_F_a_client_that_is_code(string value)
        => Outcome.Refused(Optional(spec => spec with { Client = value }), "'Client'", Descriptors.BadOption);

    [TestMethod]
    [DataRow("public static class OGPWN{}")]
    [DataRow("private")]
    public void S85_F_an_access_that_is_code(string value)
        => Outcome.Refused(Optional(spec => spec with { Access = value }), "'Access'", Descriptors.BadOption);

    [TestMethod]
    public void S85_E_a_namespace_that_is_a_keyword()
        => Assert.Contains("namespace @class.A;", Outcome.Compiled(Optional(static spec => spec with { Namespace = "class.A" })).Code);

    [TestMethod]
    public void S86_F_a_file_that_cannot_be_read() => Outcome.Refused(Spec.Text(null), "cannot be read");

    [TestMethod]
    public void S86_F_a_file_that_is_gone()
    {
        DeclaredText[] files = [new(Optional(static spec => spec).Notations[0])];
        GeneratorDriver driver = GeneratorHarness.Driver(files).RunGenerators(Generation.Project);
        Assert.IsNotEmpty(new GeneratorRun(driver).Files);

        GeneratorRun run = new(driver.RemoveAdditionalTexts([.. files]).RunGenerators(Generation.Project));

        Assert.IsEmpty(run.Files);
        Assert.IsEmpty(run.Diagnostics);
    }

    [TestMethod]
    [DataRow("x\n::error file=a::OGPWN")]
    [DataRow("::add-mask::OGPWN")]
    [DataRow("##vso[task.setvariable variable=a]OGPWN")]
    [DataRow("###[command]OGPWN")]
    [DataRow("\u001b[31mOGPWN\u001b]0;x\u0007")]
    [DataRow("\u202eOGPWN")]
    [DataRow("a\r\nwarning OGPWN")]
    public void S87_E_a_name_that_is_a_command_of_a_build_server(string name)
    {
        Examined examined = Outcome.Examine(Spec.Json($$"""
            { {{Spec.Quote(name)}}: 1, "paths": { "/a": { "get": { {{Spec.Quote(name)}}: 1, "responses": {} } } },
              "components": { "schemas": { "A": { {{Spec.Quote(name)}}: 1, "type": "string",
                  "enum": [ {{Spec.Quote(name)}}, {{Spec.Quote(name)}} ] } } } }
            """), Budget.Ordinary);

        Assert.IsTrue(examined.Has(Descriptors.Invalid, "OGPWN"), "The name is told, in a form that does no harm.");
    }

    [TestMethod]
    [DataRow("x\n::error::y")]
    [DataRow("::error::y")]
    [DataRow("x ##vso[y]")]
    [DataRow("\u001b[31m")]
    [DataRow("\u202ex")]
    [DataRow("\0")]
    public void S87_E_the_oracle_knows_such_a_message(string message) => Assert.IsNotNull(BuildLog.Fault(message));

    [TestMethod]
    [DataRow(400, 250, "allOf")]
    [DataRow(10, 2_000, "properties")]
    public void S88_D_of_many_problems_100_are_shown_and_the_others_counted(int schemas, int references, string keyword)
    {
        JsonObject Reference(int i) => new() { ["$ref"] = "#/x" + i.ToString(CultureInfo.InvariantCulture) };
        IEnumerable<int> all = Enumerable.Range(0, references);
        var broken = new JsonObject(Enumerable.Range(0, schemas).Select(i => KeyValuePair.Create<string, JsonNode?>("A" + i, new JsonObject
        {
            [keyword] = keyword == "allOf"
                ? new JsonArray([.. all.Select(Reference)])
                : new JsonObject(all.Select(j => KeyValuePair.Create<string, JsonNode?>("p" + j, Reference(j)))),
        })));
        Examined examined = Outcome.Examine(Spec.Schemas(broken.ToJsonString()), Budget.DenialOfService);

        Assert.HasCount(Limits.Diagnostics + 1, examined.Diagnostics[0]);
        Assert.IsTrue(
            examined.Has(
                Descriptors.MoreProblems, ((schemas * references) - Limits.Diagnostics).ToString("N0", CultureInfo.InvariantCulture)));
    }

    [TestMethod]
    public void S88_D_errors_are_shown_before_warnings()
    {
        string unknown = string.Join(", ", Enumerable.Range(0, 200).Select(static i => $"\"unknown{i}\": 1"));

        Examined examined = Outcome.Examine(
            Spec.Json($$"""{ {{unknown}}, "components": { "schemas": { "A": { "$ref": "#/nowhere" } } } }"""), Budget.Ordinary);

        Assert.IsTrue(examined.Has(Descriptors.UnresolvedReference, "#/nowhere"));
    }

    [TestMethod]
    [DataRow("{0}")]
    [DataRow("{")]
    [DataRow("{99}{{")]
    [DataRow("%s%n")]
    public void S89_E_a_name_that_is_a_format(string name)
    {
        Examined examined = Outcome.Examine(
            Spec.Schemas($$"""{ "A": { "type": "string", "enum": [ {{Spec.Quote(name)}}, {{Spec.Quote(name)}} ] } }"""), Budget.Ordinary);

        Assert.IsTrue(examined.Has(Descriptors.Invalid, "'" + name + "'"));
    }

    [TestMethod]
    public void S90_E_a_run_that_is_cancelled_anywhere_ends_as_cancelled_and_the_next_one_is_right()
    {
        string schemas = string.Join(
            ", ",
            Enumerable.Range(0, 400)
                .Select(static i =>
                    $$""" "A{{i}}": { "type": "object", "properties": { "p": { "$ref": "#/components/schemas/A{{i / 2}}" }, "q": """
                        + $$"""{ "type": "object", "properties": { "r{{i}}": { "type": "string" } } } } } """));
        Declared document = Spec.Schemas($"{{ {schemas} }}").Notations[0];
        int expected = Generation.Run(document).Files.Count;
        int cancelled = 0;
        for (int i = 0; i < 30; i++)
        {
            using var source = new CancellationTokenSource();
            GeneratorDriver driver = GeneratorHarness.Driver([document]);
            if (i == 0)
            {
                source.Cancel();
            }

            // At another moment each time; that some come too late changes nothing.
            source.CancelAfter(TimeSpan.FromMilliseconds(i));
            try
            {
                driver.RunGenerators(Generation.Project, source.Token);
            }
            catch (OperationCanceledException e)
            {
                Assert.AreEqual(source.Token, e.CancellationToken);
                cancelled++;
            }

            Assert.HasCount(expected, new GeneratorRun(driver.RunGenerators(Generation.Project, CancellationToken.None)).Files);
        }

        Assert.IsGreaterThan(0, cancelled);
    }

    [TestMethod]
    public void S91_E_what_a_document_tells_by_mistake_is_not_told_again()
    {
        const string secret = "s3cr3t-in-the-document";
        Examined examined = Outcome.Examine(Spec.Json($$"""
            {
              "servers": [ { "url": "https://user:{{secret}}@x.invalid/v1" } ],
              "paths": { "/a": { "get": { "parameters": [ { "name": "k", "in": "query", "example": "{{secret}}",
                  "schema": { "type": "string", "example": "{{secret}}" } } ], "responses": {
                      "200": { "description": "Done.", "content": { "application/json": { "example": { "key": "{{secret}}" },
                          "schema": { "$ref": "#/components/schemas/A" } } } } } } } },
              "components": { "schemas": { "A": { "type": "object", "example": { "key": "{{secret}}" },
                  "properties": { "key": { "type": "string", "example": "{{secret}}" } } } } }
            }
            """), Budget.Ordinary);

        Assert.DoesNotContain(secret, examined.Code);
        Assert.IsFalse(
            examined.Diagnostics.SelectMany(static list => list).Any(static d => d.ToString().Contains(secret, StringComparison.Ordinal)));
        Assert.IsTrue(examined.Has(Descriptors.NoServer, "x.invalid"));
    }

    [TestMethod]
    public void S92_E_names_of_parts_that_leave_their_header()
    {
        string hostile = Spec.Quote("n\"; filename=\"x\r\nEvil: 1");
        Examined examined = Outcome.Examine(Spec.Operation($$"""
            { "requestBody": { "required": true, "content": { "multipart/form-data": {
              "schema": { "type": "object", "properties": { {{hostile}}: { "type": "string" }, "b": { "type": "string" } } },
              "encoding": { {{hostile}}: { "contentType": "text/plain\r\nEvil: 1" }, "b": { "contentType": "a\"; b" } } } } } }
            """, method: "post"), Budget.Ordinary);

        Assert.IsNotNull(examined.Assembly);
    }

    [TestMethod]
    [DataRow(
        """{ "type": "object", "required": [ "p", "q", "missing" ], "properties": { "p": { "type": "string", "readOnly": """
            + """true, "writeOnly": true }, "q": { "type": "string", "readOnly": true } } }""")]
    [DataRow(
        """{ "type": "object", "properties": { "p": { "type": "string", "nullable": true, "enum": [ "a", "b" ] } }, "required": [ "p" ] """
            + """}""")]
    [DataRow(
        """{ "allOf": [ { "type": "object", "properties": { "p": { "type": "string" } } }, { "type": "object", "properties": { "p": """
            + """{ "type": "integer" } } } ] }""")]
    [DataRow("""{ "allOf": [ { "type": "string" }, { "type": "object", "properties": { "p": { "type": "integer" } } } ] }""")]
    [DataRow("""{ "type": "string", "properties": { "p": { "type": "integer" } } }""")]
    [DataRow("""{ "type": "array", "properties": { "p": { "type": "integer" } }, "enum": [ "a" ] }""")]
    [DataRow("""{ "type": "object", "required": [ "p", "p", "" ], "properties": { "p": { "type": "array" } } }""")]
    [DataRow(
        """{ "type": "object", "additionalProperties": false, "properties": { "p": { "type": "string", "additionalProperties": """
            + """false, "items": {} } } }""")]
    [DataRow("""{ "enum": [ "a" ], "oneOf": [ { "type": "string" }, { "type": "integer" } ], "allOf": [ { "type": "boolean" } ] }""")]
    public void S93_E_members_that_contradict_each_other_compile(string schema)
        => Assert.IsNotNull(
            Outcome.Examine(
                Spec.Schemas(
                    $$"""{ "A": {{schema}}, "B": { "type": "object", "properties": { "a": { "$ref": "#/components/schemas/A" } } } }"""),
                Budget.Ordinary).Assembly);

    private static Spec Optional(Func<Declared, Declared> option)
        => Spec.Schemas("""{ "A": { "type": "object", "properties": { "b": { "type": "string" } } } }""").With(option);
}
