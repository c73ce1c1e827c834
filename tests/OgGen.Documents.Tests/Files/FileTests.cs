using OgGen.Documents.Files;
using OgGen.Json;

namespace OgGen.Documents.Tests.Files;

/// <summary>A document whose paths, parameters and schemas stand in several files is one client.</summary>
[TestClass]
public sealed class FileTests
{
    [TestMethod]
    public async Task A_path_that_refers_to_the_components_is_called_and_what_stands_beside_a_reference_counts()
    {
        await using var server = new RawServer(
            RawServer.Answer(200, """{"buyer":{"email":"a@b","knows":{}},"store":{"name":"s"}}"""),
            RawServer.Answer(200, """{"buyer":{}}"""));
        using FilesClient client = Client(server);

        Order order = await client.Default.GetOrderAsync(7);

        Assert.AreEqual("/orders/7", server.Requests.Single().Target);
        Assert.AreEqual(("a@b", "s"), (order.Buyer.Email, order.Store!.Name));
        Assert.AreEqual("""{"buyer":{"email":"a@b","knows":{}},"store":{"name":"s"}}""", JsonModel.ToJson(order));
        await Assert.ThrowsExactlyAsync<ApiResponseFormatException>(() => client.Default.GetOrderAsync(8));
    }

    [TestMethod]
    public async Task A_path_of_another_file_is_called_and_a_schema_of_several_is_one_type()
    {
        await using var server = new RawServer(RawServer.Answer(201, """{"name":"s","owner":{"email":"e"}}"""));
        using FilesClient client = Client(server);

        Store store = await client.Default.AddStoreAsync(new Store { Name = "s", Owner = new Person { Email = "e" } });

        Assert.AreEqual("POST /stores", $"{server.Requests.Single().Method} {server.Requests.Single().Target}");
        Assert.AreEqual("""{"name":"s","owner":{"email":"e"}}""", server.Requests.Single().Text);
        Assert.AreSame(typeof(Store), typeof(Order).GetProperty("Store")!.PropertyType);
        Assert.AreEqual("e", store.Owner!.Email);
    }

    private static FilesClient Client(RawServer server) => new(server.Address, new ApiClientOptions { Retry = { Enabled = false } });
}
