using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Json;

namespace OgGen.Generator.Tests.Reading;

/// <summary>Unions are read in time that is linear in the length of the JSON, whatever the schemas, and lose nothing.</summary>
[TestClass]
public sealed class UnionReadingTests
{
    /// <summary>
    /// How often a byte is read at most: an attempt (once, and again in look-aheads and in values that did not fit), the copy, a look ahead
    /// and a trial for each alternative of the unions that have one value, and the reading itself.
    /// </summary>
    private const int MostReads = 24;

    /// <summary>The bytes that look-aheads may read again before anything is copied, however short the JSON is.</summary>
    private const int Allowance = 1024;

    private const string Tree = """
        { "T": { "oneOf": [ { "$ref": "#/components/schemas/A" }, { "$ref": "#/components/schemas/B" } ] },
          "A": { "type": "object", "properties": { "c": { "$ref": "#/components/schemas/T" }, "n": { "type": "integer" } } },
          "B": { "type": "object", "properties": { "c": { "$ref": "#/components/schemas/T" }, "n": { "type": "boolean" } } } }
        """;

    /// <summary>A union of a union and a type, each with a discriminator of its own.</summary>
    private const string Nest = """
        { "Outer": { "oneOf": [ { "$ref": "#/components/schemas/Inner" }, { "$ref": "#/components/schemas/X" } ],
                     "discriminator": { "propertyName": "outer" } },
          "Inner": { "oneOf": [ { "$ref": "#/components/schemas/V" }, { "$ref": "#/components/schemas/W" } ],
                     "discriminator": { "propertyName": "inner" } },
          "V": { "type": "object", "required": ["inner", "outer"],
                 "properties": { "a": { "type": "string" }, "inner": { "type": "string" }, "outer": { "type": "string" } } },
          "W": { "type": "object", "required": ["inner", "outer"],
                 "properties": { "b": { "type": "string" }, "inner": { "type": "string" }, "outer": { "type": "string" } } },
          "X": { "type": "object", "required": ["outer"], "properties": { "outer": { "type": "string" } } } }
        """;

    /// <summary>Documents whose unions are alternatives of themselves: by way of each other, of lists, of allOf, of aliases.</summary>
    private static readonly string[] s_cycles =
    [
        """
        { "A": { "oneOf": [ { "$ref": "#/components/schemas/B" }, { "type": "string" } ] },
          "B": { "oneOf": [ { "$ref": "#/components/schemas/A" }, { "type": "integer" } ] } }
        """,
        """
        { "A": { "oneOf": [ { "$ref": "#/components/schemas/B" }, { "$ref": "#/components/schemas/C" }, { "type": "string" } ] },
          "B": { "oneOf": [ { "$ref": "#/components/schemas/C" }, { "$ref": "#/components/schemas/A" }, { "type": "integer" } ] },
          "C": { "oneOf": [ { "$ref": "#/components/schemas/A" }, { "$ref": "#/components/schemas/B" }, { "type": "boolean" } ] } }
        """,
        """
        { "A": { "oneOf": [ { "type": "array", "items": { "$ref": "#/components/schemas/B" } }, { "$ref": "#/components/schemas/B" } ] },
          "B": { "anyOf": [ { "type": "array", "items": { "$ref": "#/components/schemas/A" } }, { "$ref": "#/components/schemas/A" },
              { "type": "string" } ] } }
        """,
        """
        { "A": { "anyOf": [ { "$ref": "#/components/schemas/C" }, { "type": "string" } ] },
          "C": { "allOf": [ { "$ref": "#/components/schemas/B" } ] },
          "B": { "anyOf": [ { "$ref": "#/components/schemas/A" }, { "type": "integer" } ] } }
        """,
        """
        { "A": { "oneOf": [ { "$ref": "#/components/schemas/B" }, { "type": "object",
            "properties": { "a": { "$ref": "#/components/schemas/A" } }, "required": ["a"] } ] },
          "B": { "oneOf": [ { "$ref": "#/components/schemas/A" }, { "type": "integer" } ] } }
        """,
    ];

    /// <summary>Documents whose values may be nested without end: as lists, maps, members, unions of unions.</summary>
    private static readonly string[] s_recursive =
    [
        """
        { "A": { "oneOf": [ { "$ref": "#/components/schemas/C" }, { "$ref": "#/components/schemas/B" } ] },
          "C": { "type": "object", "properties": { "a": { "$ref": "#/components/schemas/A" }, "n": { "type": "integer" } } },
          "B": { "type": "object", "properties": { "a": { "$ref": "#/components/schemas/A" }, "n": { "type": "boolean" } } } }
        """,
        """
        { "A": { "anyOf": [ { "$ref": "#/components/schemas/C" }, { "type": "string" } ] },
          "C": { "allOf": [ { "$ref": "#/components/schemas/B" } ] },
          "B": { "anyOf": [ { "$ref": "#/components/schemas/A" }, { "type": "array", "items": { "$ref": "#/components/schemas/A" } },
                            { "type": "object", "additionalProperties": { "$ref": "#/components/schemas/B" } } ] } }
        """,
        """
        { "A": { "allOf": [ { "oneOf": [ { "$ref": "#/components/schemas/B" },
                                         { "type": "object", "required": ["b"], "properties": { "b": { "type": "integer" } } } ] },
                            { "type": "object", "properties": { "a": { "$ref": "#/components/schemas/A" } } } ] },
          "B": { "oneOf": [ { "$ref": "#/components/schemas/A" },
                            { "type": "object", "properties": { "a": { "$ref": "#/components/schemas/B" } } } ] } }
        """,
        """
        { "A": { "oneOf": [ { "type": "array", "items": { "$ref": "#/components/schemas/L" } }, { "$ref": "#/components/schemas/L" } ] },
          "L": { "type": "array", "items": { "$ref": "#/components/schemas/A" } } }
        """,
        """
        { "A": { "anyOf": [ { "$ref": "#/components/schemas/M" }, { "$ref": "#/components/schemas/N" },
                            { "$ref": "#/components/schemas/A" } ] },
          "M": { "type": "object", "additionalProperties": { "$ref": "#/components/schemas/A" } },
          "N": { "type": "object", "additionalProperties": { "type": "array", "items": { "$ref": "#/components/schemas/A" } } } }
        """,
        """
        { "A": { "type": "object", "properties": { "n": { "type": "integer" } },
                 "additionalProperties": { "$ref": "#/components/schemas/U" } },
          "U": { "oneOf": [ { "$ref": "#/components/schemas/A" }, { "$ref": "#/components/schemas/B" } ] },
          "B": { "type": "object", "required": ["a"], "properties": { "a": { "$ref": "#/components/schemas/U" } },
                 "additionalProperties": { "$ref": "#/components/schemas/A" } } }
        """,
        """
        { "A": { "oneOf": [ { "$ref": "#/components/schemas/B" }, { "$ref": "#/components/schemas/V" } ],
                 "discriminator": { "propertyName": "k" } },
          "B": { "oneOf": [ { "$ref": "#/components/schemas/A" }, { "$ref": "#/components/schemas/V" } ],
                 "discriminator": { "propertyName": "k" } },
          "V": { "type": "object", "required": ["k"],
                 "properties": { "k": { "type": "string" }, "a": { "$ref": "#/components/schemas/A" } } } }
        """,
        Chain(60),
    ];

    private static readonly string[] s_deepValues =
    [
        Nested("[", "1.5", "]", 62), Nested("{\"a\":", "1.5", "}", 62), Nested("{\"a\":", "{\"n\":true}", ",\"n\":true}", 62),
        Nested("{\"a\":[", "true", "]}", 31), Nested("{\"k\":\"V\",\"a\":", "{\"k\":\"B\"}", "}", 61), "{\"k\":\"A\"}", "1.5", "{}", "[]",
    ];

    private static readonly string[] s_values = ["1.5", "5", "\"x\"", "true", "null", "{}", "[]", "[[[1.5]]]", "{\"a\":{\"a\":1.5}}"];

    [TestMethod]
    public void Each_byte_of_random_values_of_random_documents_is_read_a_bounded_number_of_times_and_none_is_lost()
    {
        RandomDocument[] documents = [.. Enumerable.Range(1, 24).Select(static seed => new RandomDocument(seed))];
        var types = new GeneratedTypes([.. documents.Select(static document => document.Schemas())]);
        double most = 0;
        int read = 0;
        for (int i = 0; i < documents.Length; i++)
        {
            for (int sample = 0; sample < 60; sample++)
            {
                string json = documents[i].Value(sample % 2);
                string context = $"Document {i}, sample {sample}: {json}";
                try
                {
                    (_, string written, long bytes) = types.Read(i, $"T{sample % 2}", json);
                    Assert.IsTrue(
                        JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(written)), context + "\nis written as\n" + written);
                    Assert.IsLessThanOrEqualTo((MostReads * json.Length) + Allowance, bytes, context);
                    most = Math.Max(most, (double)bytes / (json.Length + 8));
                    read++;
                }
                catch (JsonException e)
                {
                    // A union of objects that is given something else.
                    Assert.IsFalse(json.StartsWith('{'), context + "\n" + e.Message);
                }
            }
        }

        Assert.IsGreaterThan(1000, read);
        Assert.IsGreaterThan(3, most, "Nothing was tried twice.");
    }

    [TestMethod]
    [DataRow(true, "B")]
    [DataRow(false, "A")]
    public void A_tree_whose_leaf_decides_is_read_a_bounded_number_of_times_at_each_depth(bool isBoolean, string expected)
    {
        var types = new GeneratedTypes([Tree]);
        for (int depth = 1; depth < 60; depth++)
        {
            string n = isBoolean ? "true" : "1";
            string json = string.Concat(Enumerable.Repeat("{\"c\":", depth)) + $"{{\"n\":{n}}}"
                + string.Concat(Enumerable.Repeat($",\"n\":{n}}}", depth));

            (object value, string written, long bytes) = types.Read(0, "T", json);

            Assert.AreEqual(json, written);
            Assert.AreEqual(expected, ((ApiUntaggedUnion)value).Value.GetType().Name);
            Assert.IsLessThanOrEqualTo((12 * json.Length) + Allowance, bytes);
        }
    }

    /// <summary>What was passed over for the discriminator of the outer union is not passed over again for that of the inner one.</summary>
    [TestMethod]
    public void A_union_of_a_union_is_passed_over_once_where_both_discriminators_come_last()
    {
        var types = new GeneratedTypes([Nest]);
        string json = $$"""{"a":"{{new string('x', 10_000)}}","inner":"V","outer":"Inner"}""";

        (object value, string written, long bytes) = types.Read(0, "Outer", json);

        Assert.AreEqual("V", value.GetType().Name);
        Assert.IsTrue(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(written)), written);

        // It is read once, and passed over once.
        Assert.IsGreaterThan(json.Length, bytes);
        Assert.IsLessThanOrEqualTo((2 * json.Length) + 100, bytes);
    }

    [TestMethod]
    public void A_cycle_of_unions_ends_with_a_value_or_an_error_and_never_with_the_stack()
    {
        var types = new GeneratedTypes(s_cycles);
        Assert.IsGreaterThanOrEqualTo(s_cycles.Length, types.Diagnostics.Count(static diagnostic => diagnostic.Id == "OGG006"
            && diagnostic.GetMessage(CultureInfo.InvariantCulture).Contains("leads back to 'A'", StringComparison.Ordinal)));
        int errors = 0;
        for (int i = 0; i < s_cycles.Length; i++)
        {
            foreach (string json in s_values)
            {
                int index = i;
                var thread = new Thread(() =>
                {
                    try
                    {
                        Assert.AreEqual(json, types.Read(index, "A", json).Json);
                    }
                    catch (JsonException)
                    {
                        errors++;
                    }
                }, maxStackSize: 256 * 1024);
                thread.Start();
                thread.Join();
            }
        }

        Assert.IsGreaterThan(0, errors);
        Assert.ThrowsExactly<JsonException>(() => types.Read(0, "A", "1.5"));
        Assert.AreEqual("5", types.Read(0, "A", "5").Json);
        Assert.AreEqual("true", types.Read(1, "A", "true").Json);
    }

    [TestMethod]
    public void Values_nested_as_deeply_as_JSON_may_be_end_with_a_value_or_an_error_on_a_small_stack()
    {
        var types = new GeneratedTypes(s_recursive);
        int read = 0;
        int tooDeep = 0;
        for (int i = 0; i < s_recursive.Length; i++)
        {
            foreach (string json in s_deepValues)
            {
                Exception? failure = OnSmallStack(() =>
                {
                    (_, string written, long bytes) = types.Read(i, "A", json);
                    Assert.IsTrue(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(written)), written);
                    Assert.IsLessThanOrEqualTo((MostReads * json.Length) + Allowance, bytes);
                });
                Assert.IsTrue(failure is null or JsonException, $"Document {i}, {json}: {failure}");
                read += failure is null ? 1 : 0;
                tooDeep += failure?.Message.Contains("nested too deeply", StringComparison.Ordinal) == true ? 1 : 0;
            }
        }

        Assert.IsGreaterThan(40, read);
        Assert.IsGreaterThan(0, tooDeep, "The chain of unions has more of them than the stack has room for.");
    }

    /// <summary>Unions that are the first alternatives of each other; the last one is a list of the first.</summary>
    private static string Chain(int length)
    {
        IEnumerable<string> unions = Enumerable.Range(0, length).Select(i => i + 1 < length
            ? $$"""{ "oneOf": [ { "$ref": "#/components/schemas/A{{i + 1}}" }, { "type": "string" } ] }"""
            : """{ "oneOf": [ { "type": "array", "items": { "$ref": "#/components/schemas/A" } }, { "type": "integer" } ] }""");
        return "{" + string.Join(",", unions.Select(static (union, i) => $"\"A{(i == 0 ? "" : i)}\": {union}")) + "}";
    }

    private static string Nested(string open, string value, string close, int depth)
        => string.Concat(Enumerable.Repeat(open, depth)) + value + string.Concat(Enumerable.Repeat(close, depth));

    private static Exception? OnSmallStack(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                action();
            }
#pragma warning disable CA1031 // Looked at by the test.
            catch (Exception e)
#pragma warning restore CA1031
            {
                failure = e;
            }
        }, maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();
        return failure;
    }
}
