using System.Text.Json;
using System.Text.Json.Nodes;

namespace OgGen.Generator.Tests.Reading;

/// <summary>
/// An object that names a variant of a union and does not fit it is the unknown variant of the nearest union, whole, and says why.
/// </summary>
[TestClass]
public sealed class MismatchTests
{
    private const string Schemas = """
        { "Rule": { "oneOf": [ { "$ref": "#/components/schemas/Alert" }, { "$ref": "#/components/schemas/Delay" },
            { "$ref": "#/components/schemas/Group" } ],
                    "discriminator": { "propertyName": "type", "mapping": { "alert": "#/components/schemas/Alert",
                        "delay": "#/components/schemas/Delay", "group": "#/components/schemas/Group" } } },
          "Alert": { "type": "object", "required": ["type", "id", "message"], "properties": {
            "type": { "type": "string" }, "id": { "type": "string" }, "message": { "type": "string" }, "tags": { "type": "array",
                "items": { "type": "string" } } } },
          "Group": { "type": "object", "required": ["type", "id", "rules"], "properties": {
            "type": { "type": "string" }, "id": { "type": "string" }, "rules": { "type": "array",
                "items": { "$ref": "#/components/schemas/Rule" } }, "last": { "type": "integer" } } },
          "Delay": { "oneOf": [ { "$ref": "#/components/schemas/Until" }, { "$ref": "#/components/schemas/For" } ],
                     "discriminator": { "propertyName": "how", "mapping": { "until": "#/components/schemas/Until",
                         "for": "#/components/schemas/For" } } },
          "Until": { "type": "object", "required": ["type", "id", "how", "hour"], "properties": {
            "type": { "type": "string" }, "id": { "type": "string" }, "how": { "type": "string" }, "hour": { "type": "integer" } } },
          "For": { "type": "object", "required": ["type", "id", "how", "minutes"], "properties": {
            "type": { "type": "string" }, "id": { "type": "string" }, "how": { "type": "string" }, "minutes": { "type": "integer" } } },
          "Plain": { "type": "object", "required": ["name"], "properties": { "name": { "type": "string" },
              "rule": { "$ref": "#/components/schemas/Rule" } } },
          "Named": { "type": "object", "required": ["id", "Mismatch"],
              "properties": { "type": { "type": "string" }, "id": { "type": "string" }, "Mismatch": { "type": "string" } } },
          "Other": { "type": "object", "required": ["id", "Mismatch", "more"],
              "properties": { "type": { "type": "string" }, "id": { "type": "string" }, "Mismatch": { "type": "string" },
                  "more": { "type": "string" } } },
          "Odd": { "oneOf": [ { "$ref": "#/components/schemas/Named" }, { "$ref": "#/components/schemas/Other" } ],
              "discriminator": { "propertyName": "type" } } }
        """;

    private static readonly Lazy<GeneratedTypes> s_types = new(static () => new GeneratedTypes([Schemas]));

    [TestMethod]
    [DataRow("""{"type":"alert","id":"1"}""", "Required and missing: 'message'. Path within the object: $.")]
    [DataRow("""{"id":"1","tags":["a"],"type":"alert"}""", "Required and missing: 'message'. Path within the object: $.")]
    [DataRow("""{"type":"alert","id":"1","message":5}""", "Expected a string, found a number. Path within the object: $.message.")]
    [DataRow(
        """{"type":"alert","id":"1","message":"m","tags":["a",{"b":[1,2]}]}""",
        "Expected a string, found an object. Path within the object: $.tags[1].")]
    [DataRow(
        """{"tags":["a",7],"message":"m","id":"1","x":{"y":[1]},"type":"alert"}""",
        "Expected a string, found a number. Path within the object: $.tags[1].")]
    public void The_object_is_kept_whole_and_says_why(string json, string mismatch)
    {
        (object value, string written, _) = s_types.Value.Read(0, "Rule", json);

        Assert.AreEqual("UnknownRule", value.GetType().Name);
        Assert.AreEqual(mismatch, Mismatch(value));
        Assert.AreEqual("1", value.GetType().GetProperty("Id")!.GetValue(value));
        Assert.AreEqual("alert", value.GetType().GetProperty("Type")!.GetValue(value));
        AssertSame(json, written);
    }

    [TestMethod]
    [DataRow("""{"type":"alert","id":"1","message":"m"}""", "Alert")]
    [DataRow("""{"type":"other","id":5,"message":5}""", "UnknownRule")]
    [DataRow("""{"id":"1"}""", "UnknownRule")]
    public void An_object_that_fits_or_names_no_variant_has_no_mismatch(string json, string type)
    {
        (object value, string written, _) = s_types.Value.Read(0, "Rule", json);

        Assert.AreEqual(type, value.GetType().Name);
        Assert.IsNull(type == "Alert" ? null : Mismatch(value));
        AssertSame(json, written);
    }

    [TestMethod]
    [DataRow("""{"type":"delay","id":"1","how":"until"}""", "Required and missing: 'hour'. Path within the object: $.")]
    [DataRow(
        """{"how":"for","minutes":"many","id":"1","type":"delay"}""",
        "Expected an integer of 64 bits, found another text. Path within the object: $.minutes.")]
    public void The_inner_one_of_two_unions_of_an_object_reads_it(string json, string mismatch)
    {
        (object value, string written, _) = s_types.Value.Read(0, "Rule", json);

        Assert.AreEqual("UnknownDelay", value.GetType().Name);
        Assert.AreEqual(mismatch, Mismatch(value));
        AssertSame(json, written);
    }

    [TestMethod]
    [DataRow("""{"type":"alert","id":"2"}""")]
    [DataRow("""{"type":"delay","id":"2","how":"until"}""")]
    public void A_union_around_it_is_read_as_if_it_fitted(string inner)
    {
        string json = $$"""{"rules":[{"type":"alert","id":"3","message":"m"},{{inner}}],"id":"1","type":"group"}""";

        (object value, string written, _) = s_types.Value.Read(0, "Rule", json);

        Assert.AreEqual("Group", value.GetType().Name);
        object[] rules = [.. ((System.Collections.IEnumerable)value.GetType().GetProperty("Rules")!.GetValue(value)!).Cast<object>()];
        Assert.AreEqual("Alert", rules[0].GetType().Name);
        Assert.IsNotNull(Mismatch(rules[1]));
        AssertSame(json, written);
    }

    /// <summary>
    /// An object that fits is read once. One that does not fit is read as the variant, up to what does not fit, and as the unknown variant.
    /// Two looks count besides, where they are needed: for a discriminator that is not the first member, up to it; and for the path to what
    /// does not fit inside of the object, up to that.
    /// </summary>
    [TestMethod]
    [DataRow(1, """{"type":"alert","id":"1","message":"m","tags":["a","b"]}""", DisplayName = "fits")]
    [DataRow(2, """{"type":"alert","id":"1","tags":["a","b"]}""", DisplayName = "a member is missing")]
    [DataRow(3, """{"type":"alert","id":"1","x":[1,2,3],"message":5}""", DisplayName = "the last member does not fit")]
    [DataRow(2, """{"type":"delay","how":"until","id":"1"}""", DisplayName = "a union in a union")]
    [DataRow(
        2,
        """{"tags":["a","b"],"id":"1","message":"m","type":"alert"}""",
        DisplayName = "fits, discriminator last")]
    [DataRow(
        3,
        """{"tags":["a","b"],"id":"1","type":"alert"}""",
        DisplayName = "a member is missing, discriminator last")]
    [DataRow(
        1,
        """{"type":"group","id":"1","rules":[{"type":"alert","id":"2","message":"m"},{"type":"group","id":"3","rules":[]}]}""",
        DisplayName = "a group that fits")]
    [DataRow(
        2,
        """{"type":"group","id":"1","rules":[{"type":"alert","id":"2"},{"type":"alert","id":"3"},{"type":"delay","how":"for"}]}""",
        DisplayName = "no rule of a group fits")]
    [DataRow(
        2,
        """{"type":"group","id":"1","rules":[{"type":"group","id":"2","rules":[{"type":"alert","id":"3"}]},{"type":"alert"}]}""",
        DisplayName = "rules of a group in a group")]
    [DataRow(
        2,
        """{"type":"group","rules":[{"type":"alert","id":"2","message":"m"},{"type":"alert","id":"3","message":"m"}]}""",
        DisplayName = "a group around rules that fit")]
    public void Each_object_is_read_at_most_twice(int times, string json)
    {
        (_, string written, long bytes) = s_types.Value.Read(0, "Rule", json);

        Assert.IsLessThanOrEqualTo(times * json.Length, bytes);
        Assert.IsGreaterThanOrEqualTo(json.Length - 1, bytes);
        AssertSame(json, written);
    }

    [TestMethod]
    [DataRow("""{"type":"alert","id":"2"}""", DisplayName = "around an alert")]
    [DataRow("""{"type":"delay","how":"until","id":"2"}""", DisplayName = "around a union in a union")]
    [DataRow("""{"type":"group","rules":[{"type":"alert","id":"3"}]}""", DisplayName = "around two of them")]
    public void An_object_that_does_not_fit_is_read_twice_though_others_in_it_do_not_fit_either(string inner)
    {
        string json = $$"""{"type":"group","x":"{{new string('x', 1000)}}","rules":[{{inner}}]}""";

        (object value, string written, long bytes) = s_types.Value.Read(0, "Rule", json);

        Assert.AreEqual("Required and missing: 'id'. Path within the object: $.", Mismatch(value));
        Assert.IsLessThanOrEqualTo((2 * json.Length) + (2 * inner.Length), bytes);
        AssertSame(json, written);
    }

    [TestMethod]
    public void An_object_that_does_not_fit_is_found_in_the_union_whose_it_is_where_several_begin_at_the_same_member()
    {
        (object value, _, _) = s_types.Value.Read(
            0,
            "Rule",
            """{"id":"1","type":"group","rules":[{"id":"2","type":"delay","how":"until"},{"id":"3","how":"none","type":"delay"}]}""");

        object[] rules = [.. ((System.Collections.IEnumerable)value.GetType().GetProperty("Rules")!.GetValue(value)!).Cast<object>()];
        Assert.AreEqual("UnknownDelay", rules[0].GetType().Name);
        Assert.AreEqual("Required and missing: 'hour'. Path within the object: $.", Mismatch(rules[0]));
        Assert.AreEqual("UnknownDelay", rules[1].GetType().Name);
        Assert.IsNull(Mismatch(rules[1]));
    }

    [TestMethod]
    public void Objects_inside_of_one_that_does_not_fit_are_kept_as_they_are_and_read_a_bounded_number_of_times()
    {
        string json = """{"type":"alert","id":"x"}""";
        for (int depth = 0; depth < 25; depth++)
        {
            json = $$"""{"type":"group","id":"1","rules":[{{json}}],"last":"{{new string('x', 50)}}"}""";
        }

        (object value, string written, long bytes) = s_types.Value.Read(0, "Rule", json);

        Assert.AreEqual("UnknownRule", value.GetType().Name);
        Assert.AreEqual("Expected an integer of 64 bits, found another text. Path within the object: $.last.", Mismatch(value));
        Assert.IsLessThanOrEqualTo(10 * json.Length, bytes);
        AssertSame(json, written);
    }

    [TestMethod]
    [DataRow("Plain", """{"rule":{"type":"alert","id":"1","message":"m"}}""", "$")]
    [DataRow("Plain", """{"name":1,"rule":{"type":"alert","id":"1"}}""", "$.name")]
    [DataRow("Plain", """{"name":"n","rule":[]}""", "$.rule")]
    [DataRow("Rule", """{"type":"alert","id":"1","tags":[}""", "$.tags[0]")]
    [DataRow("Rule", """{"type":"alert","id":"1" """, "$.id")]
    [DataRow("Rule", """{"type":"alert","type":"group"}""", null)]
    public void Outside_of_unions_it_is_an_error_and_so_is_what_is_no_json(string schema, string json, string? path)
    {
        var e = Assert.ThrowsExactly<JsonException>(() => s_types.Value.Read(0, schema, json));

        Assert.IsTrue(path is null || path == e.Path, e.Path);
    }

    [TestMethod]
    public void A_member_of_that_name_keeps_it()
    {
        (object value, _, _) = s_types.Value.Read(0, "Odd", """{"type":"Named","id":"1"}""");

        Assert.Contains("'Mismatch'", (string)value.GetType().GetProperty("MismatchReason")!.GetValue(value)!);
    }

    [TestMethod]
    public void An_error_on_one_thread_leaves_nothing_behind()
    {
        Assert.ThrowsExactly<JsonException>(() => s_types.Value.Read(0, "Rule", """{"type":"alert","id":"1","tags":[}"""));
        Assert.ThrowsExactly<JsonException>(() => s_types.Value.Read(0, "Plain", """{"name":1}"""));
    }

    private static string? Mismatch(object value) => (string?)value.GetType().GetProperty("Mismatch")!.GetValue(value);

    private static void AssertSame(string json, string written)
        => Assert.IsTrue(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(written)), written);
}
