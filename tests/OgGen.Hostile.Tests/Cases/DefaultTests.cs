using OgGen.Hostile.Tests.Oracle;

namespace OgGen.Hostile.Tests.Cases;

/// <summary>Defaults, constants, examples and other people's extensions.</summary>
[TestClass]
public sealed class DefaultTests : HostileCases
{
    [TestMethod]
    [DataRow("\"); Environment.Exit(1); OGPWN(); //")]
    public void S17_E_a_default_that_closes_its_literal(string value)
        => Outcome.Escaped(Defaulted($"\"type\": \"string\", \"enum\": [ {Spec.Quote(value)} ]", Spec.Quote(value)));

    [TestMethod]
    [DataRow("\\")]
    [DataRow("a\\\"")]
    [DataRow("\\u0022")]
    [DataRow("<\u2028")]
    public void S18_E_a_default_that_escapes_its_escape(string value)
        => Outcome.Escaped(Defaulted($"\"type\": \"string\", \"enum\": [ {Spec.Quote(value)} ]", Spec.Quote(value)));

    [TestMethod]
    [DataRow("\"type\": \"integer\", \"format\": \"int32\"", "2147483648")]
    [DataRow("\"type\": \"number\"", "1e999")]
    [DataRow("\"type\": \"number\"", "\"NaN\"")]
    [DataRow("\"type\": \"number\"", "\"1,5\"")]
    public void S19_D_a_default_beyond_its_type_is_no_code(string type, string value) => AssertNoCode(type, value);

    [TestMethod]
    public void S19_E_a_default_of_more_digits_widens_its_type()
    {
        using Loaded loaded = Outcome.Compiled(Defaulted("\"type\": \"integer\"", "99999999999999999999")).Load();

        loaded.RoundTrip("A", """{ "p": 99999999999999999998 }""");
    }

    [TestMethod]
    [DataRow("\"type\": \"integer\"", "{}")]
    [DataRow("\"type\": \"string\", \"enum\": [ \"a\" ]", "\"x\"")]
    [DataRow("\"type\": \"boolean\"", "\"yes\"")]
    [DataRow("\"type\": \"array\", \"items\": {}", "5")]
    [DataRow("\"type\": \"object\"", "[]")]
    public void S20_D_a_default_of_another_type_is_no_code(string type, string value) => AssertNoCode(type, value);

    [TestMethod]
    [DataRow("\"type\": \"string\", \"format\": \"date\"", "\"2024-13-99\"")]
    [DataRow("\"type\": \"string\", \"format\": \"date-time\"", "\"\\\"+OGPWN()+\\\"\"")]
    [DataRow("\"type\": \"string\", \"format\": \"uuid\"", "\"\\\"+OGPWN()+\\\"\"")]
    [DataRow("\"type\": \"string\", \"format\": \"uri\"", "\"::\"")]
    [DataRow("\"type\": \"string\", \"format\": \"byte\"", "\"%%%\"")]
    public void S21_D_a_default_that_is_no_date_is_no_code(string type, string value)
        => Assert.DoesNotContain("Parse(", AssertNoCode(type, value).Code);

    [TestMethod]
    public void S22_E_examples_are_not_emitted_and_constants_are_texts()
    {
        string hostile = Spec.Quote("a\"; OGPWN(); //");
        Examined examined = Outcome.Escaped(Spec.Json($$"""
            {
              "openapi": "3.1.0",
              "components": { "schemas": { "A": {
                "type": "object",
                "example": "{{new string('e', 60_000)}}",
                "examples": [ "{{new string('e', 60_000)}}", {{hostile}} ],
                "properties": { "kind": { "const": {{hostile}} }, "b": { "type": "string", "example": {{hostile}} } }
              } } }
            }
            """));

        Assert.DoesNotContain("eeeeeeee", examined.Code);
        using Loaded loaded = examined.Load();
        loaded.RoundTrip("A", ["kind", "b"]);
    }

    [TestMethod]
    public void S23_E_extensions_are_ignored_or_only_names()
    {
        string hostile = Spec.Quote("X{} class OGPWN{}//\n");
        Examined examined = Outcome.Compiled(Spec.Schemas($$"""
            { "A": {
              "type": "object", "x-oggen-name": {{hostile}}, "x-csharp-type": {{hostile}}, "x-ms-client-name": {{hostile}},
              "x-go-type": {{hostile}},
              "properties": {
                "p": { "type": "string", "x-oggen-name": {{hostile}}, "enum": [ "a" ], "x-ms-enum": { "name": {{hostile}} },
                    "x-enum-varnames": [ {{hostile}} ], "x-enumNames": [ {{hostile}} ] },
                "q": { "type": "string", "x-oggen-name": {{hostile}}, "x-nullable": {{hostile}} }
              } } }
            """));

        using Loaded loaded = examined.Load();
        Assert.IsTrue(loaded.TypeNames.All(static name => name.All(char.IsAsciiLetterOrDigit)), string.Join(' ', loaded.TypeNames));
        loaded.RoundTrip("XClassOgpwn", ["p", "q"]);
    }

    private static Spec Defaulted(string type, string value)
        => Spec.Json($$"""
            {
              "paths": { "/a": { "get": { "parameters": [ { "name": "p", "in": "query", "schema": { {{type}}, "default": {{value}} } } ],
                  "responses": { "204": { "description": "Done." } } } } },
              "components": { "schemas": { "A": { "type": "object", "properties": { "p": { {{type}}, "default": {{value}} } } } } }
            }
            """);

    /// <summary>The document compiles, and the value stands nowhere but in documentation.</summary>
    private static Examined AssertNoCode(string type, string value)
    {
        Examined examined = Outcome.Compiled(Defaulted(type, value));
        string code = string.Join(
            '\n', examined.Code.Split('\n').Where(static line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal)));
        Assert.DoesNotContain(value.Trim('"').Replace("\\\"", "\"", StringComparison.Ordinal) + ";", code);
        return examined;
    }
}
