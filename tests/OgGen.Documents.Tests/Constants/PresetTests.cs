using System.Text.Json;
using OgGen.Documents.Constants;
using OgGen.Json;

namespace OgGen.Documents.Tests.Constants;

/// <summary>A required member with one possible value is preset, and an inline one has no type of its own.</summary>
[TestClass]
public sealed class PresetTests
{
    [TestMethod]
    public async Task An_object_says_what_it_is()
    {
        await using var server = new RawServer(RawServer.Answer(204, ""), RawServer.Answer(204, ""));
        using var client = new ConstantsClient(server.Address);

        await client.Default.SendEventAsync(new Opened { Id = "1" });
        await client.Default.SendEventAsync(new Closed { Id = "2" });

        Assert.AreEqual("""{"type":"opened","id":"1"}""", server.Requests[0].Text);
        Assert.AreEqual("""{"type":"closed","id":"2"}""", server.Requests[1].Text);
        Assert.AreEqual("2", JsonModel.Parse<Event>("""{"type":"closed","id":"2"}""").Closed!.Id);
    }

    [TestMethod]
    public void Presets_have_every_type()
    {
        var all = new All { Named = "one", Sent = "w", OrNull = null, Several = AllSeveral.B };

        string text = all.Text, untyped = all.Untyped, secret = all.Secret;
        int number = all.Number;
        long large = all.Large;
        double fraction = all.Fraction;
        bool flag = all.Flag;
        Assert.AreEqual(
            ("a \"b\"", "x", "hidden", -5, 9007199254740993, 1.5, true), (text, untyped, secret, number, large, fraction, flag));
        Assert.AreEqual(Currency.Eur, all.Currency);
        Assert.AreEqual(
            """{"text":"a \"b\"","untyped":"x","number":-5,"large":9007199254740993,"fraction":1.5,"flag":"""
                + """true,"currency":"EUR","named":"one","secret":"hidden","sent":"w","orNull":null,"several":"b"}""",
            JsonModel.ToJson(all));
    }

    [TestMethod]
    public void What_is_preset_has_to_be_there_all_the_same_and_another_value_is_kept()
    {
        Assert.AreEqual(
            "Required and missing: 'type'. Path: $.",
            Assert.ThrowsExactly<JsonException>(() => JsonModel.Parse<Opened>("""{"id":"1"}""")).Message);
        Assert.AreEqual("""{"type":"reopened","id":"1"}""", JsonModel.ToJson(JsonModel.Parse<Opened>("""{"type":"reopened","id":"1"}""")));
    }

    [TestMethod]
    public void An_optional_member_with_one_value_is_not_sent_unless_it_is_set()
        => Assert.IsNull(new All { Named = "one", Sent = "w", OrNull = null, Several = "a" }.Optional);

    [TestMethod]
    public void Inline_constants_have_no_types()
        => CollectionAssert.AreEqual(
            Array.Empty<string>(),
            typeof(All).Assembly.GetTypes()
                .Where(static type => type.Namespace == typeof(All).Namespace
                    && type.Name is "OpenedType" or "ClosedType" or "AllText" or "AllUntyped" or "AllNumber" or "AllLarge" or "AllSecret")
                .Select(static type => type.FullName)
                .ToArray());

    [TestMethod]
    [DataRow("""{"buckets":{"a":{"key":"x"}},"reversed":[{"key":"y"}]}""")]
    [DataRow("""{"buckets":[{"key":"x"}],"reversed":{"a":{"key":"y"}}}""")]
    public void A_map_or_a_list_of_anything_and_of_one_type_is_one_of_that_type(string json)
    {
        Aggregate aggregate = JsonModel.Parse<Aggregate>(json);

        Bucket first = aggregate.Buckets!.BucketMap?["a"] ?? aggregate.Buckets.BucketList![0];
        Bucket second = aggregate.Reversed!.BucketMap?["a"] ?? aggregate.Reversed.BucketList![0];
        Assert.AreEqual(("x", "y"), (first.Key, second.Key));
        Assert.AreEqual(json, JsonModel.ToJson(aggregate));
    }
}
