using OgGen.Generator.Diagnostics;
using OgGen.Hostile.Tests.Oracle;

namespace OgGen.Hostile.Tests.Cases;

/// <summary>Values of enumerations: literals, and names of members.</summary>
[TestClass]
public sealed class EnumTests : HostileCases
{
    [TestMethod]
    public void S11_E_values_that_close_their_literal()
        => AssertKept(Outcome.Escaped, "a\"; OGPWN(); //", "a\\", "a\"\"\"b", "\\\"", "{0}", "{{", "\u2028x", "\r\nx OGPWN();", "\0");

    [TestMethod]
    public void S12_R_values_whose_names_fall_together()
    {
        IReadOnlyDictionary<string, string> known = AssertKept(Outcome.Renamed, "a-b", "a_b", "a b", "A_B", "a.b");

        Assert.AreEqual(
            "AB=a-b ABValue=a_b ABValue2=a b ABValue3=A_B ABValue4=a.b",
            string.Join(' ', known.Select(static pair => pair.Key + "=" + pair.Value)),
            "The names follow the order of the document.");
    }

    [TestMethod]
    public void S13_R_values_that_differ_in_case_alone() => Assert.HasCount(3, AssertKept(Outcome.Renamed, "open", "Open", "OPEN"));

    [TestMethod]
    public void S14_R_values_that_are_no_names()
        => AssertKept(
            Outcome.Renamed,
            "",
            " ",
            "1",
            "-1",
            "+1",
            "null",
            "value__",
            "\ud83d\ude00",
            "Value",
            "Known",
            "Equals",
            "A",
            "ToString",
            "-",
            "+",
            "--1",
            "-1.5",
            "Read",
            "Write");

    [TestMethod]
    [DataRow("-1{")]
    [DataRow("-1 => 0; } class OGPWN{")]
    [DataRow("+1\nOGPWN")]
    public void S14_R_values_that_begin_like_numbers(string value)
        => AssertKept(Outcome.Renamed, value, "-12345678901234567890123456789012345678901234567890");

    [TestMethod]
    [DataRow("""[1, "1", null, {}, [], 1.5]""")]
    [DataRow("""[1, 1e400]""")]
    [DataRow("""[true, "true"]""")]
    [DataRow("""[{}, {}]""")]
    [DataRow("""[null, null]""")]
    [DataRow("""[[]]""")]
    public void S15_E_values_of_several_types_are_any_JSON(string values)
    {
        using Loaded loaded = Outcome.Compiled(
            Spec.Schemas($$"""{ "A": { "type": "object", "properties": { "p": { "enum": {{values}} } } } }""")).Load();

        loaded.RoundTrip("A", """{ "p": { "x": [1] } }""");
    }

    [TestMethod]
    public void S15_E_null_among_the_values_is_no_value_of_its_own()
    {
        using Loaded loaded = Outcome.Compiled(
            Spec.Schemas(
                """{ "A": { "type": "object", "properties": { "p": { "type": "string", "nullable": true, "enum": [ "a", null ] } } } }"""))
            .Load();

        Assert.AreEqual("a", loaded.Known("AP").Values.Single());
        loaded.RoundTrip("A", """{ "p": null }""");
    }

    [TestMethod]
    public void S16_D_a_value_that_stands_twice_is_one_value_and_a_warning()
    {
        Examined examined = Outcome.Located(
            Spec.Schemas("""{ "A": { "type": "string", "enum": [ "first", "second", "first" ] } }"""),
            Descriptors.Invalid,
            "'first'",
            "first");

        using Loaded loaded = examined.Load();
        Assert.HasCount(2, loaded.Known("A"));
    }

    private static IReadOnlyDictionary<string, string> AssertKept(Func<Spec, Budget?, Examined> outcome, params string[] values)
    {
        Examined examined = outcome(
            Spec.Schemas($$"""{ "A": { "type": "string", "enum": [ {{string.Join(", ", values.Select(Spec.Quote))}} ] } }"""), null);

        using Loaded loaded = examined.Load();
        IReadOnlyDictionary<string, string> known = loaded.Known("A");
        Assert.AreEqual(string.Join('|', values), string.Join('|', known.Values));
        foreach (string value in values)
        {
            loaded.RoundTrip("A", Spec.Quote(value));
        }

        return known;
    }
}
