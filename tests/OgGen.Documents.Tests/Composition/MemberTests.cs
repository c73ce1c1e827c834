using OgGen.Documents.Composition;
using OgGen.Json;

namespace OgGen.Documents.Tests.Composition;

/// <summary>Members that have no property of their own, and members that only travel one way.</summary>
[TestClass]
public sealed class MemberTests : CompositionTest
{
    [TestMethod]
    public async Task Members_beside_the_named_ones_have_the_type_that_the_document_says()
    {
        Prices prices = (await EchoAsync(
            """{"prices":{"currency":"EUR","apple":1.5,"pear":0.12345678901234567890,"note":"no number"}}""")).Prices!;

        Assert.AreEqual(1.5, prices.ExtraProperties["apple"]);
        Assert.AreEqual(0.12345678901234568, prices.ExtraProperties["pear"]);
        Assert.AreEqual("no number", prices.AdditionalProperties["note"].GetString());
        Assert.AreEqual(
            """{"currency":"EUR","apple":2}""", JsonModel.ToJson(new Prices { Currency = "EUR", ExtraProperties = { ["apple"] = 2 } }));
    }

    [TestMethod]
    public void Of_a_member_that_stands_twice_the_last_counts_whatever_its_type()
    {
        Assert.AreEqual("""{"currency":"EUR","a":2}""", JsonModel.ToJson(JsonModel.Parse<Prices>("""{"currency":"EUR","a":"x","a":2}""")));
        Assert.AreEqual(
            """{"currency":"EUR","a":"x"}""", JsonModel.ToJson(JsonModel.Parse<Prices>("""{"currency":"EUR","a":2,"a":"x"}""")));
    }

    [TestMethod]
    public async Task What_is_only_written_is_not_demanded_of_an_answer_and_what_is_only_read_is_not_sent()
    {
        await using var server = new RawServer(RawServer.Answer(200, """{"account":{"id":7,"login":"l"}}"""));
        using var client = new CompositionClient(server.Address);

        Box box = await client.Default.EchoAsync(new Box { Account = new Account { Login = "l", Password = "p" } });

        Assert.AreEqual("""{"account":{"login":"l","password":"p"}}""", server.Requests.Single().Text);
        Assert.AreEqual((7L, null), (box.Account!.Id, box.Account.Password));
        Assert.AreEqual("""{"id":7,"login":"l"}""", JsonModel.ToJson(box.Account));
    }
}
