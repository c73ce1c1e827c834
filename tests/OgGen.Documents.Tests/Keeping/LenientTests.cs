using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Documents.Keeping;
using OgGen.Json;

namespace OgGen.Documents.Tests.Keeping;

/// <summary>
/// Strings for which numbers and booleans may stand (<c>x-oggen-lenient</c>): they are read as text, and go back as they came.
/// </summary>
[TestClass]
public sealed class LenientTests
{
    [TestMethod]
    [DataRow("""{"label":5}""")]
    [DataRow("""{"label":"5","unit":-1.50e3,"comment":true,"secret":0,"alias":1}""")]
    [DataRow("""{"label":false,"unit":"true","comment":null,"nickname":2}""")]
    [DataRow("""{"label":"l","nickname":2,"alias":3}""")]
    [DataRow("""{"label":"l","values":[1,"1",true,0.10],"details":{"a":1,"b":"b","c":false},"groups":{"a":[1,"x"],"b":[]}}""")]
    [DataRow("""{"label":123456789012345678901234567890.10,"unknown":5}""")]
    public void What_is_read_is_written_as_it_was(string json)
        => Assert.AreEqual(Canonical(json), Canonical(JsonModel.ToJson(JsonModel.Parse<Counter>(json))));

    [TestMethod]
    public void The_member_is_the_text_of_the_number()
    {
        Counter counter = JsonModel.Parse<Counter>("""{"label":1.50,"unit":true,"values":[1,"x"],"details":{"a":-0}}""");

        Assert.AreEqual("1.50", counter.Label);
        Assert.AreEqual("true", counter.Unit);
        CollectionAssert.AreEqual(new[] { "1", "x" }, counter.Values);
        Assert.AreEqual("-0", counter.Details!["a"]);
        Assert.IsEmpty(counter.AdditionalProperties);
    }

    [TestMethod]
    public void A_member_that_is_set_is_a_string_and_one_that_is_set_to_its_own_text_stays_a_number()
    {
        Counter counter = JsonModel.Parse<Counter>("""{"label":1,"unit":2,"comment":3,"secret":4,"nickname":5}""");
        counter.Label = "one";
        counter.Unit = "2";
        counter.Comment = null;
        counter.Secret = "four";
        counter.Alias = "five";

        Assert.AreEqual("""{"label":"one","unit":2,"secret":"four","nickname":"five"}""", JsonModel.ToJson(counter));
        Assert.AreEqual("""{"label":"5"}""", JsonModel.ToJson(new Counter { Label = "5" }));
    }

    /// <summary>What was not set goes back as it came, also beside what was set in the same map or list.</summary>
    [TestMethod]
    [DataRow("""{"a":1,"b":true,"c":"x"}""", "b", "new", """{"a":1,"b":"new","c":"x"}""")]
    [DataRow("""{"a":1,"b":true,"c":"x"}""", "d", "5", """{"a":1,"b":true,"c":"x","d":"5"}""")]
    [DataRow("""{"a":1,"b":true,"c":"x"}""", "a", null, """{"b":true,"c":"x"}""")]
    [DataRow("""{"a":1}""", "a", "2", """{"a":"2"}""")]
    public void An_entry_of_a_map_that_is_set_leaves_the_others_as_they_came(string before, string name, string? value, string after)
    {
        Counter counter = JsonModel.Parse<Counter>($$"""{"label":"l","details":{{before}}}""");
        if (value is null)
        {
            counter.Details!.Remove(name);
        }
        else
        {
            counter.Details![name] = value;
        }

        Assert.AreEqual($$"""{"label":"l","details":{{after}}}""", JsonModel.ToJson(counter));
    }

    [TestMethod]
    public void An_item_of_a_list_that_is_set_added_or_removed_leaves_the_others_as_they_came()
    {
        AssertList("[1,2,\"x\",4]", static list => list[1] = "new", "[1,\"new\",\"x\",4]");
        AssertList("[1,2,\"x\",4]", static list => list.Insert(0, "new"), "[\"new\",1,2,\"x\",4]");
        AssertList("[1,2,\"x\",4]", static list => list.Insert(2, "new"), "[1,2,\"new\",\"x\",4]");
        AssertList("[1,2,\"x\",4]", static list => list.Add("new"), "[1,2,\"x\",4,\"new\"]");
        AssertList("[1,2,\"x\",4]", static list => list.RemoveAt(0), "[2,\"x\",4]");
        AssertList("[1,2,\"x\",4]", static list => list.Clear(), "[]");
        Counter counter = JsonModel.Parse<Counter>("""{"label":"l","groups":{"a":[1,2],"b":[3]}}""");
        counter.Groups!["a"].Add("new");
        counter.Groups["c"] = ["4"];
        Assert.AreEqual("""{"label":"l","groups":{"a":[1,2,"new"],"b":[3],"c":["4"]}}""", JsonModel.ToJson(counter));
    }

    [TestMethod]
    public void Digits_that_no_double_has_stay_beside_an_entry_that_is_set()
    {
        Counter counter = JsonModel.Parse<Counter>("""{"label":"l","digits":{"a":0.1234567890123456789,"b":1}}""");
        counter.Digits!["b"] = 2;

        Assert.AreEqual("""{"label":"l","digits":{"a":0.1234567890123456789,"b":2}}""", JsonModel.ToJson(counter));
    }

    [TestMethod]
    [DataRow("""{"label":"l","strict":5}""", "$.strict")]
    [DataRow("""{"label":null}""", "$.label")]
    [DataRow("""{"label":{}}""", "$.label")]
    [DataRow("""{"label":"l","details":{"a":null}}""", "$.details.a")]
    [DataRow("""{"label":"l","values":[[1]]}""", "$.values[0]")]
    public void Anything_else_is_an_error(string json, string path)
        => Assert.AreEqual(path, Assert.ThrowsExactly<JsonException>(() => JsonModel.Parse<Counter>(json)).Path);

    [TestMethod]
    [DataRow("""{"isOn":"true","count":"5"}""")]
    [DataRow(
        """{"isOn":false,"count":5,"isOpen":"false","total":"9223372036854775807","limit":"1","huge":"18446744073709551615","ratio":"1."""
            + """50","price":"0.10"}""")]
    [DataRow(
        """{"isOn":true,"count":0,"flags":["true",false],"counts":{"a":"1","b":2},"inner":{"isOn":"false","count":"0"},"version":"3"}""")]
    [DataRow(
        """{"isOn":true,"count":0,"isOpen":null,"total":null,"limit":null,"huge":null,"ratio":null,"price":null,"flags":null,"counts":"""
            + """null,"text":null,"inner":null}""")]
    [DataRow("""{"isOn":true,"count":0,"version":null,"unknown":null,"usual":null}""")]
    public void Booleans_numbers_and_nulls_are_written_as_they_were(string json)
        => Assert.AreEqual(Canonical(json), Canonical(JsonModel.ToJson(JsonModel.Parse<Gauge>(json))));

    [TestMethod]
    public void Booleans_and_numbers_that_are_set_are_no_strings()
    {
        Gauge gauge = JsonModel.Parse<Gauge>(
            """{"isOn":"true","count":"5","isOpen":null,"limit":"1","flags":["true","false"],"text":null,"usual":"true"}""");
        Assert.IsTrue(gauge.IsOn);
        Assert.AreEqual(5, gauge.Count);
        gauge.IsOn = false;
        gauge.Count = 6;
        gauge.IsOpen = true;
        gauge.Limit = null;
        gauge.Flags![1] = true;
        gauge.Text = "t";

        Assert.AreEqual(
            """{"isOn":false,"count":6,"isOpen":true,"flags":["true",true],"text":"t","usual":true}""", JsonModel.ToJson(gauge));
        Assert.AreEqual("""{"isOn":true,"count":1}""", JsonModel.ToJson(new Gauge { IsOn = true, Count = 1 }));
    }

    [TestMethod]
    [DataRow("""{"isOn":null,"count":1}""", "$.isOn")]
    [DataRow("""{"isOn":"yes","count":1}""", "$.isOn")]
    [DataRow("""{"isOn":true,"count":"1x"}""", "$.count")]
    public void What_spells_no_value_is_an_error(string json, string path)
        => Assert.AreEqual(path, Assert.ThrowsExactly<JsonException>(() => JsonModel.Parse<Gauge>(json)).Path);

    [TestMethod]
    public void A_merge_patch_keeps_the_form_as_well()
    {
        GaugePatch patch = JsonModel.Parse<GaugePatch>("""{"isOn":"true"}""");
        Assert.AreEqual("""{"isOn":"true"}""", JsonModel.ToJson(patch));
        patch.IsOn = false;
        Assert.AreEqual("""{"isOn":false}""", JsonModel.ToJson(patch));
    }

    /// <summary>An unknown variant is kept whole, whatever its document says.</summary>
    [TestMethod]
    [DataRow("""{"kind":"hexagon","label":"l","size":"2","isFilled":"true","sides":["1",2]}""")]
    [DataRow("""{"kind":"hexagon","label":null,"size":null,"isFilled":null,"sides":null}""")]
    [DataRow("""{"kind":"circle","name":5,"width":"2","isFilled":"false","sides":["1"]}""")]
    public void An_unknown_variant_keeps_the_form_of_its_common_members(string json)
    {
        Shape shape = JsonModel.Parse<Shape>(json);

        Assert.IsInstanceOfType<UnknownShape>(shape);
        Assert.AreEqual(Canonical(json), Canonical(JsonModel.ToJson(shape)));
        shape.IsFilled = true;
        shape.Sides = [7];
        Assert.Contains(
            "\"isFilled\":" + (json.Contains("\"true\"", StringComparison.Ordinal) ? "\"true\"" : "true"), JsonModel.ToJson(shape));
        Assert.Contains("\"sides\":[7]", JsonModel.ToJson(shape));
    }

    [TestMethod]
    public void A_secret_is_not_printed()
        => Assert.DoesNotContain("777", JsonModel.Parse<Counter>("""{"label":"l","secret":777}""").ToString());

    private static void AssertList(string before, Action<List<string>> change, string after)
    {
        Counter counter = JsonModel.Parse<Counter>($$"""{"label":"l","values":{{before}}}""");
        change(counter.Values!);
        Assert.AreEqual($$"""{"label":"l","values":{{after}}}""", JsonModel.ToJson(counter));
    }

    /// <summary>The members sorted, each value as its raw text: 1.50 is another text than 1.5.</summary>
    private static string Canonical(string json)
        => string.Join(
            "\n",
            JsonNode.Parse(json)!
                .AsObject()
                .OrderBy(static member => member.Key, StringComparer.Ordinal)
                .Select(static member => $"{member.Key}={member.Value?.ToJsonString()}"));
}
