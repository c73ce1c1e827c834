using System.Text.Json;
using OgGen.Generator.Diagnostics;
using OgGen.Hostile.Tests.Oracle;

namespace OgGen.Hostile.Tests.Cases;

/// <summary>Paths: literals, templates, and parts of addresses.</summary>
[TestClass]
public sealed class PathTests : HostileCases
{
    [TestMethod]
    public void S24_D_a_path_that_is_code_and_no_template()
        => Outcome.Located(Path("/p\")] X(); }} file class OGPWN{}"), Descriptors.SkippedOperation, "no path template", "get");

    [TestMethod]
    public void S24_E_a_path_that_closes_its_literal()
    {
        using Loaded loaded = Outcome.Escaped(Path("/p\")];X();file/class_OGPWN;\u00e9//")).Load();

        Assert.AreEqual(
            "https://sample.invalid/p%22)];X();file/class_OGPWN;%C3%A9//", loaded.Send("SampleClient", "CallIt").RequestUri!.AbsoluteUri);
    }

    [TestMethod]
    public void S25_D_a_variable_that_is_an_expression()
    {
        Examined examined = Outcome.Located(
            Path("/a/{System.IO.File.ReadAllText(\"OGPWN\")}"), Descriptors.UndeclaredPathParameter, "ReadAllText", "get");

        using Loaded loaded = examined.Load();
        Assert.AreEqual("https://sample.invalid/a/v%20w", loaded.Send("SampleClient", "CallIt", "v w").RequestUri!.AbsoluteUri);
    }

    [TestMethod]
    [DataRow("/a/{{b}}/}")]
    [DataRow("/a/{")]
    [DataRow("/a/}")]
    [DataRow("/{a{b}}")]
    [DataRow("/{}")]
    [DataRow("/a/{b}{")]
    public void S26_D_a_template_that_is_none(string path) => Outcome.Located(Path(path), Descriptors.SkippedOperation, "the path", "get");

    [TestMethod]
    public void S26_D_a_variable_that_stands_twice()
    {
        using Loaded loaded = Outcome.Located(Path("/{id}/{id}", "id"), Descriptors.Invalid, "'id'", "get").Load();

        Assert.AreEqual("https://sample.invalid/x/x", loaded.Send("SampleClient", "CallIt", "x").RequestUri!.AbsoluteUri);
    }

    [TestMethod]
    [DataRow("//evil.invalid/x")]
    [DataRow("/\\evil.invalid/x")]
    public void S27_D_a_path_that_leaves_its_host(string path)
        => Outcome.Located(Path(path), Descriptors.SkippedOperation, "no path template", "get");

    [TestMethod]
    [DataRow("https://evil.invalid/x")]
    [DataRow("\\\\evil\\x")]
    [DataRow("a/b")]
    [DataRow("@evil.invalid/x")]
    public void S27_D_a_path_without_a_slash_is_none(string path)
        => Outcome.Located(Path(path), Descriptors.Invalid, "is ignored", JsonEncodedText.Encode(path).Value.Split('\\')[0]);

    [TestMethod]
    [DataRow("/a/../b")]
    [DataRow("/a/%2e%2E/b")]
    [DataRow("/..")]
    [DataRow("/./a")]
    [DataRow("/a b")]
    [DataRow("/a\r\nHost: evil.invalid")]
    [DataRow("/a\0b")]
    [DataRow("/a\u2028b")]
    public void S28_D_a_path_that_climbs_or_splits(string path)
        => Outcome.Located(Path(path), Descriptors.SkippedOperation, "the path", "get");

    [TestMethod]
    public void S28_E_a_query_is_sent_and_a_fragment_is_not()
    {
        using Loaded loaded = Outcome.Compiled(Path("/a?b=c#d")).Load();

        Assert.AreEqual("https://sample.invalid/a?b=c", loaded.Send("SampleClient", "CallIt").RequestUri!.AbsoluteUri);
    }

    [TestMethod]
    public void S29_R_paths_that_differ_in_names_or_case_alone()
    {
        const string answer = """ "responses": { "204": { "description": "Done." } } """;
        string id = """ "parameters": [ { "name": "NAME", "in": "path", "required": true, "schema": { "type": "string" } } ], """;
        Examined examined = Outcome.Renamed(Spec.Json($$"""
            { "paths": {
              "/a/{x}": { "get": { {{id.Replace("NAME", "x", StringComparison.Ordinal)}} {{answer}} } },
              "/a/{y}": { "get": { {{id.Replace("NAME", "y", StringComparison.Ordinal)}} {{answer}} } },
              "/A": { "get": { {{answer}} } },
              "/a": { "get": { {{answer}} } }
            } }
            """));

        using Loaded loaded = examined.Load();
        Assert.AreEqual("GetA2Async GetAAsync GetAByXAsync GetAByYAsync", string.Join(' ', loaded.Methods("DefaultClient")));
    }

    private static Spec Path(string path, string? parameter = null)
        => Spec.Operation(
            parameter is null
                ? "{}"
                : $$"""{ "parameters": [ { "name": "{{parameter}}", "in": "path", "required": true, "schema": { "type": "string" } } ] }""",
            path);
}
