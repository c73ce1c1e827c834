using System.Globalization;
using OgGen.Opsgenie.Tests.Wire;

namespace OgGen.Opsgenie.Tests.Client;

/// <summary>Requests are the same bytes in every culture, and answers the same values.</summary>
[TestClass]
public sealed class CultureTests
{
    [TestMethod]
    [DataRow("tr-TR")]
    [DataRow("sv-SE")]
    [DataRow("fa-IR")]
    [DataRow("ar-SA")]
    public async Task Every_operation_sends_the_same_bytes(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture;
        foreach ((string operation, WireCase row) in WireCase.All)
        {
            await using var server = new RawServer(RawServer.Answer(200, row.Answer));
            using var client = new OpsgenieClient("KEY-i", server.Address);
            await row.Call(client);
            RawRequest sent = server.Requests.Single();
            Assert.AreEqual(row.Target, sent.Target, operation);
            Assert.AreEqual(row.Body ?? "", sent.Text, operation);
            Assert.AreEqual("GenieKey KEY-i", sent.Header("Authorization"));
        }
    }

    [TestMethod]
    [DataRow("tr-TR")]
    [DataRow("sv-SE")]
    [DataRow("fa-IR")]
    [DataRow("ar-SA")]
    public void Numbers_are_the_same(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        Condition condition = JsonModel.Parse<Condition>("""{"field":"message","operation":"equals","order":"-1234567"}""");
        Assert.AreEqual("""{"field":"message","operation":"equals","order":"-1234567"}""", JsonModel.ToJson(condition));
        condition.Order--;
        Assert.AreEqual("""{"field":"message","operation":"equals","order":-1234568}""", JsonModel.ToJson(condition));
        Assert.AreEqual("""{"result":"r","took":-1234.5}""", JsonText.Echo<ResultResponse>("""{"result":"r","took":"-1234.5"}"""));
        Assert.AreEqual("""{"timeAmount":-1}""", JsonModel.ToJson(new Duration { TimeAmount = -1 }));
        Assert.AreEqual(ConditionField.ExtraProperties, JsonModel.Parse<ConditionField>("\"extra-properties\""));
        string conditions = string.Concat(Enumerable.Repeat("""{"field":"message","operation":"equals"},""", 12));
        Assert.AreEqual("$.conditions[12].field", JsonText.AssertRefused<MatchAnyConditionFilter>(
            $$"""{"type":"match-any-condition","conditions":[{{conditions}}{"field":1}]}""").Path);
    }

    [TestMethod]
    public async Task A_rate_limit_period_is_read_in_every_culture()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fa-IR");
        await using var server = new RawServer(RawServer.Answer(429, "{}", "X-RateLimit-Period-In-Sec: 60\r\n"));
        using var client = new OpsgenieClient(
            "key", server.Address, new ApiClientOptions { Retry = new ApiRetryOptions { Enabled = false } });
        var e = await Assert.ThrowsExactlyAsync<ApiRateLimitException>(() => client.Policies.ListAsync());
        Assert.AreEqual(TimeSpan.FromSeconds(60), e.RetryAfter);
        StringAssert.Contains(e.Message, "429");
    }
}
