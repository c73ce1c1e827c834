using System.Collections;
using System.Text;
using OgGen.Opsgenie.Tests.Wire;

namespace OgGen.Opsgenie.Tests.Client;

/// <summary>Neither the key nor a header of a REST channel is in any text that is made for people; both are sent.</summary>
[TestClass]
public sealed class SecretTests
{
    private const string Key = "k3y-CANARY-7f2a9c";

    [TestMethod]
    [DataRow(200)]
    [DataRow(401)]
    [DataRow(422)]
    [DataRow(429)]
    [DataRow(500)]
    public async Task A_key_that_the_service_echoes_is_in_no_text_of_the_exception(int status)
    {
        string all = Everything(await FailAsync(status, Key));
        Assert.DoesNotContain("CANARY", all);
        StringAssert.Contains(all, "***");
    }

    [TestMethod]
    [DataRow(200)]
    [DataRow(401)]
    [DataRow(422)]
    [DataRow(429)]
    [DataRow(500)]
    public async Task The_search_finds_a_text_that_is_there(int status)
    {
        // The twin: a service that echoes something else is quoted, so the search above looks in the right places.
        string all = Everything(await FailAsync(status, "other-CANARY"));
        StringAssert.Contains(all, "message-other-CANARY");
        StringAssert.Contains(all, "id-other-CANARY");
        StringAssert.Contains(all, "head-other-CANARY");
    }

    [TestMethod]
    public async Task A_key_is_not_in_the_exception_of_a_lost_connection()
    {
        Uri address;
        await using (var server = new RawServer("")) { address = server.Address; }
        using var client = new OpsgenieClient(Key, address, new ApiClientOptions { Retry = new ApiRetryOptions { Enabled = false } });
        var e = await Assert.ThrowsAsync<ApiException>(() => client.Policies.ListAsync());
        Assert.DoesNotContain("CANARY", Everything(e));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow(" ")]
    [DataRow("CANARY\r\nX: y")]
    [DataRow("CANARY\0")]
    [DataRow("CANARY ")]
    [DataRow("CANARYé")]
    public void A_key_that_cannot_be_sent_is_refused_and_not_repeated(string key)
    {
        var e = Assert.Throws<ArgumentException>(() => new OpsgenieClient(key));
        Assert.DoesNotContain("CANARY", e.ToString());
    }

    [TestMethod]
    public void A_client_and_a_credential_show_no_key()
    {
        ApiCredential credential = OpsgenieCredential.GenieKey(Key);
        using var client = new OpsgenieClient(credential);
        Assert.DoesNotContain("CANARY", $"{credential} {client} {client.Policies}");
    }

    [TestMethod]
    public async Task Headers_of_a_channel_are_sent_but_not_shown()
    {
        RestChannel channel = Requests.Rest();
        string shown = channel.ToString();
        Assert.DoesNotContain("s3cret", shown);
        Assert.DoesNotContain("X-Token", shown);
        Assert.AreEqual(
            """{"actionType":"rest","id":"only the service sets it","teamId":"it is in the """
                + """query","name":"hook","restActionChannel":{"url":"https://example.com/hook","headers":"***"}}""",
            shown);

        await using var server = new RawServer(RawServer.Answer(200, """{"data":{"id":"c-1"}}"""));
        using var client = new OpsgenieClient(Key, server.Address);
        await client.ActionChannels.CreateAsync("t", channel);
        StringAssert.Contains(server.Requests.Single().Text, "\"headers\":{\"X-Token\":\"s3cret\"}");
        StringAssert.Contains(JsonModel.ToJson<ActionChannel>(channel), "s3cret");
    }

    [TestMethod]
    public void Headers_are_not_shown_wherever_a_channel_stands()
    {
        const string headers = """{"url":"u","headers":{"X-Token":"s3cret"}}""";
        AssertHidden<ActionChannel>($$$"""{"actionType":"rest","name":"n","restActionChannel":{{{headers}}}}""");
        AssertHidden<ActionChannelSummary>($$$"""{"id":"c-1","restActionChannel":{{{headers}}}}""");
        AssertHidden<ActionChannelUpdate>($$$"""{"name":"n","restActionChannel":{{{headers}}}}""");
        AssertHidden<RestChannelConfiguration>(headers);
    }

    [TestMethod]
    public void Members_that_the_document_does_not_describe_are_kept_but_not_shown()
    {
        const string json = """{"actionType":"webhook-2","name":"n","webhook":{"headers":{"X-Token":"s3cret"}}}""";
        var channel = JsonModel.Parse<ActionChannel>(json);
        Assert.AreEqual("""{"actionType":"webhook-2","name":"n","webhook":"***"}""", channel.ToString());
        Assert.AreEqual(json, JsonModel.ToJson(channel));
    }

    private static void AssertHidden<T>(string json)
        where T : ApiModel, IJsonModel<T>
    {
        T model = JsonModel.Parse<T>(json);
        Assert.AreEqual(json, JsonModel.ToJson(model, JsonWriteMode.Full));
        Assert.AreEqual(json, JsonModel.ToJson(model, JsonWriteMode.Request));
        Assert.AreEqual(
            json.Replace("""{"X-Token":"s3cret"}""", "\"***\"", StringComparison.Ordinal), JsonModel.ToJson(model, JsonWriteMode.Display));
        Assert.AreEqual(JsonModel.ToJson(model, JsonWriteMode.Display), model.ToString());
    }

    private static async Task<ApiException> FailAsync(int status, string echo)
    {
        string body = status == 200
            ? $$"""{"data":"message-{{echo}}"}"""
            : $$$"""{"message":"message-{{{echo}}}","errors":{"{{{echo}}}":"{{{echo}}}"},"new":"{{{echo}}}"}""";
        await using var server = new RawServer(RawServer.Answer(status, body, $"X-Request-ID: id-{echo}\r\nX-Echo: head-{echo}\r\n"));
        using var client = new OpsgenieClient(
            Key, server.Address, new ApiClientOptions { Retry = new ApiRetryOptions { Enabled = false } });
        return await Assert.ThrowsAsync<ApiException>(() => client.Policies.ListAsync());
    }

    /// <summary>All text that an exception carries, but for the body, which is the service's data.</summary>
    private static string Everything(ApiException exception)
    {
        var text = new StringBuilder(exception.ToString());
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            foreach (DictionaryEntry entry in e.Data)
            {
                text.Append(entry.Key).Append(entry.Value);
            }
        }

        text.Append(exception.RequestId).Append(exception.Operation);
        foreach ((string name, IReadOnlyList<string> values) in exception.Headers)
        {
            text.Append(name).AppendJoin('|', values).Append(exception.Headers[name]);
        }

        return text.ToString();
    }
}
