using System.Text.Json;
using OgGen.Documents.Petstore;

namespace OgGen.Documents.Tests.Petstore;

/// <summary>The client as a program uses it: made from settings, replaced in tests, known to JsonSerializer.</summary>
[TestClass]
public sealed class ClientTests
{
    [TestMethod]
    public async Task It_is_made_from_settings()
    {
        await using var server = new RawServer(RawServer.Answer(200, "[]"));
        using PetstoreClient client = Make<PetstoreClient>(
            new ApiClientConfiguration { BaseAddress = server.Address, Credential = Shop.ShopKey });

        await client.Pets.ListPetsAsync(Species.Cat);

        Assert.HasCount(1, server.Requests);
        Assert.ThrowsExactly<InvalidOperationException>(
            () => Make<PetstoreClient>(new ApiClientConfiguration { BaseAddress = server.Address }));
    }

    [TestMethod]
    public async Task It_can_be_replaced_in_tests()
    {
        PetstoreClient client = new FakeShop();

        Assert.AreEqual("fake", (await client.Pets.GetPetsByPetIdAsync(1)).Name);
        await Assert.ThrowsAsync<Exception>(() => client.Pets.ListPetsAsync(Species.Cat));
    }

    [TestMethod]
    public async Task A_copy_sends_with_other_options_on_the_same_connections()
    {
        await using var server = new RawServer(RawServer.Answer(200, "[]"));
        using PetstoreClient client = Shop.Client(server);

        await client.With(new ApiCallOptions { Headers = new Dictionary<string, string> { ["X-Extra"] = "1" } })
            .Pets.ListPetsAsync(Species.Cat);
        await client.Pets.ListPetsAsync(Species.Cat);

        Assert.AreEqual("1", server.Requests[0].Header("X-Extra"));
        Assert.IsNull(server.Requests[1].Header("X-Extra"));
        Assert.AreEqual(1, server.ConnectionCount);
    }

    [TestMethod]
    public void JsonSerializer_reads_and_writes_models_without_reflection()
    {
        Assert.IsFalse(JsonSerializer.IsReflectionEnabledByDefault);
        const string json = """[{"name":"a","remark":"b","species":"cat","chip":null,"nickname":null,"new":[1]}]""";
        var options = new JsonSerializerOptions { TypeInfoResolver = PetstoreJson.Default };

        List<Pet> pets = JsonSerializer.Deserialize<List<Pet>>(json, options)!;

        Assert.AreEqual("a", pets.Single().Name);
        Assert.AreEqual(json, JsonSerializer.Serialize(pets, options));
        Assert.AreEqual("\"dog\"", JsonSerializer.Serialize(Species.Dog, options));
    }

    [TestMethod]
    public void JsonSerializer_names_the_path_of_what_is_wrong()
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = PetstoreJson.Default };

        var fault = Assert.ThrowsExactly<JsonException>(() => JsonSerializer.Deserialize<Note>("""{"text":"a","at":5}""", options));

        Assert.Contains("at", fault.Path!);
    }

    [TestMethod]
    public void Two_clients_share_one_serializer()
    {
        var options = new JsonSerializerOptions();
        options.TypeInfoResolverChain.Add(PetstoreJson.Default);
        options.TypeInfoResolverChain.Add(Documents.Shapes.ShapesJson.Default);

        Assert.AreEqual("""{"name":"a"}""", JsonSerializer.Serialize(new Thing { Name = "a" }, options));
        Assert.AreEqual("""{"label":"a"}""", JsonSerializer.Serialize(new Documents.Shapes.Tree { Label = "a" }, options));
    }

    [TestMethod]
    public void A_filter_of_several_tags_reaches_the_generator_through_MSBuild()
    {
        // The item says Tags="Actions;Policies": both groups are there, and no third one.
        string[] groups =
        [
            .. typeof(Filtered.FilteredClient).GetProperties()
                .Select(static property => property.Name)
                .Where(static name => name != "Pipeline"),
        ];

        CollectionAssert.AreEquivalent(new[] { "Actions", "Policies" }, groups);
    }

    private static TClient Make<TClient>(ApiClientConfiguration configuration)
        where TClient : IApiClient<TClient>
        => TClient.Create(configuration);

    private sealed class FakeShop : PetstoreClient
    {
        public override PetsClient Pets { get; } = new FakePets();
    }

    private sealed class FakePets : PetsClient
    {
        public override Task<Pet> GetPetsByPetIdAsync(long petId, CancellationToken cancellationToken = default)
            => Task.FromResult(new Pet { Name = "fake", Remark = "", Species = Species.Cat, Chip = null });
    }
}
