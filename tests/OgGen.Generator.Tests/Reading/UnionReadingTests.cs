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
    /// How often a byte is read at most: an attempt and its look-aheads, the copy, a look ahead and a trial for each alternative of the
    /// unions that have one value, and the reading itself.
    /// </summary>
    private const int MostReads = 24;

    /// <summary>The bytes that look-aheads may read again before anything is copied, however short the JSON is.</summary>
    private const int Allowance = 1024;

    private const string Tree = """
        { "T": { "oneOf": [ { "$ref": "#/components/schemas/A" }, { "$ref": "#/components/schemas/B" } ] },
          "A": { "type": "object", "properties": { "c": { "$ref": "#/components/schemas/T" }, "n": { "type": "integer" } } },
          "B": { "type": "object", "properties": { "c": { "$ref": "#/components/schemas/T" }, "n": { "type": "boolean" } } } }
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
          "B": { "anyOf": [ { "type": "array", "items": { "$ref": "#/components/schemas/A" } }, { "$ref": "#/components/schemas/A" }, { "type": "string" } ] } }
        """,
        """
        { "A": { "anyOf": [ { "$ref": "#/components/schemas/C" }, { "type": "string" } ] },
          "C": { "allOf": [ { "$ref": "#/components/schemas/B" } ] },
          "B": { "anyOf": [ { "$ref": "#/components/schemas/A" }, { "type": "integer" } ] } }
        """,
        """
        { "A": { "oneOf": [ { "$ref": "#/components/schemas/B" }, { "type": "object", "properties": { "a": { "$ref": "#/components/schemas/A" } }, "required": ["a"] } ] },
          "B": { "oneOf": [ { "$ref": "#/components/schemas/A" }, { "type": "integer" } ] } }
        """,
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
                    Assert.IsTrue(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(written)), context + "\nis written as\n" + written);
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
            string json = string.Concat(Enumerable.Repeat("{\"c\":", depth)) + $"{{\"n\":{n}}}" + string.Concat(Enumerable.Repeat($",\"n\":{n}}}", depth));

            (object value, string written, long bytes) = types.Read(0, "T", json);

            Assert.AreEqual(json, written);
            Assert.AreEqual(expected, ((ApiChoice)value).Value.GetType().Name);
            Assert.IsLessThanOrEqualTo((10 * json.Length) + Allowance, bytes);
        }
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
}
