using System.Net;
using System.Text;
using System.Text.Json;
using OgGen.Documents.Webhooks;
using OgGen.Json;

namespace OgGen.Documents.Tests.Webhooks;

/// <summary>The bodies that a service sends by itself are read into types of their own.</summary>
[TestClass]
public sealed class PayloadTests
{
    private static readonly JsonSerializerOptions s_options = new() { TypeInfoResolver = WebhooksJson.Default };

    [TestMethod]
    public async Task A_webhook_that_arrives_is_read()
    {
        NewPetPayload payload = JsonModel.Parse<NewPetPayload>(
            await ReceiveAsync("""{ "id": "7", "pet": { "name": "Tom" }, "tags": [{ "name": "t" }], "more": 1 }"""));

        Assert.AreEqual("7", payload.Id);
        Assert.AreEqual("Tom", payload.Pet.Name);
        Assert.AreEqual("t", payload.Tags?.Single().Name);
        Assert.AreEqual(1, payload.AdditionalProperties["more"].GetInt32());
        Assert.ThrowsExactly<JsonException>(() => JsonModel.Parse<NewPetPayload>("""{ "id": "7" }"""));
    }

    [TestMethod]
    public void Each_method_of_a_webhook_has_its_payload_and_a_choice_is_one()
    {
        Assert.AreEqual("Tom", JsonModel.Parse<PetGonePostPayload>("""{ "name": "Tom" }""").Pet?.Name);
        Assert.AreEqual("all", JsonModel.Parse<PetGonePostPayload>("\"all\"").String);
        Assert.AreEqual("old", JsonModel.Parse<PetGonePutPayload>("""{ "why": "old" }""").Why);
        Assert.AreEqual(2, JsonModel.Parse<AgainPayload>("""{ "count": 2 }""").Count);
    }

    [TestMethod]
    public async Task Callbacks_are_named_by_their_operation()
    {
        Assert.AreEqual(
            SubscriptionsSubscribeChangedPayloadWhat.Age,
            JsonModel.Parse<SubscriptionsSubscribeChangedPayload>(await ReceiveAsync("""{ "what": "age" }""")).What);
        Assert.AreEqual(3, JsonModel.Parse<SubscriptionsSubscribeChanged2Payload>(await ReceiveAsync("""{ "times": 3 }""")).Times);
        Assert.IsTrue(JsonModel.Parse<SubscriptionsSubscribeSharedPayload>(await ReceiveAsync("""{ "all": true }""")).All);
    }

    [TestMethod]
    public async Task An_operation_with_callbacks_is_called_like_any_other()
    {
        await using var server = new RawServer("HTTP/1.1 204 No Content\r\n\r\n");
        using var client = new WebhooksClient(server.Address);

        await client.Subscriptions.SubscribeAsync(new SubscriptionsSubscribeRequest { CallbackUrl = new Uri("https://me.example/hook") });

        Assert.AreEqual("""{"callbackUrl":"https://me.example/hook"}""", server.Requests.Single().Text);
    }

    [TestMethod]
    public void The_resolver_knows_payloads_too()
        => Assert.AreEqual(2, JsonSerializer.Deserialize<AgainPayload>("""{ "count": 2 }""", s_options)?.Count);

    /// <summary>Posts a body to a server of the receiver, as the service does.</summary>
    private static async Task<byte[]> ReceiveAsync(string json)
    {
        await using var receiver = new RawServer(RawServer.Answer(200, ""));
        using var service = new HttpClient();
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await service.PostAsync(new Uri(receiver.Address, "/hook"), content);
        Assert.AreEqual(HttpStatusCode.OK, answer.StatusCode);
        return receiver.Requests.Single().Body;
    }
}
