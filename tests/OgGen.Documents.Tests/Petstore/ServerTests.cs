using OgGen.Documents.Petstore;

namespace OgGen.Documents.Tests.Petstore;

/// <summary>The servers of a document, and the values of their variables.</summary>
[TestClass]
public sealed class ServerTests
{
    [TestMethod]
    public void Each_server_has_a_name_and_the_first_one_is_the_default()
    {
        Assert.AreEqual(new Uri("https://api.petstore.example/v2"), PetstoreServer.Shop.BaseAddress);
        Assert.AreEqual(new Uri("http://localhost:8080"), PetstoreServer.Server3.BaseAddress);
        Assert.AreSame(PetstoreServer.Shop, PetstoreServer.Default);
    }

    [TestMethod]
    public void Variables_are_parameters_with_their_defaults()
    {
        Assert.AreEqual(new Uri("https://main.eu.petstore.example:8443/v2"), PetstoreServer.Branch().BaseAddress);
        Assert.AreEqual(new Uri("https://north.us.petstore.example:8443/v2"), PetstoreServer.Branch("north", region: "us").BaseAddress);
    }

    [TestMethod]
    [DataRow("evil.example/")]
    [DataRow("evil.example#")]
    [DataRow("user@evil")]
    [DataRow("evil:443")]
    [DataRow("")]
    [DataRow("a..b")]
    [DataRow("-a")]
    public void A_variable_cannot_lead_to_another_host(string branch)
        => Assert.ThrowsExactly<ArgumentException>(() => PetstoreServer.Branch(branch));

    [TestMethod]
    public void A_variable_with_listed_values_takes_no_other()
    {
        var refused = Assert.ThrowsExactly<ArgumentException>(() => PetstoreServer.Branch(region: "mars"));

        Assert.Contains("eu, us", refused.Message);
    }

    [TestMethod]
    public void Another_address_is_encrypted_or_of_this_machine()
    {
        Assert.AreEqual(new Uri("https://proxy.example"), PetstoreServer.Custom(new Uri("https://proxy.example")).BaseAddress);
        Assert.ThrowsExactly<ArgumentException>(() => PetstoreServer.Custom(new Uri("http://proxy.example")));
        Assert.ThrowsExactly<ArgumentException>(() => new PetstoreClient(Shop.ShopKey, new Uri("http://proxy.example")));
    }

    [TestMethod]
    public async Task A_base_path_stands_before_every_path()
    {
        await using var server = new RawServer(RawServer.Answer(200, "[]"));
        using var client = new PetstoreClient(Shop.ShopKey, PetstoreServer.Custom(new Uri(server.Address, "/v2/")));

        await client.Pets.ListPetsAsync(Species.Cat);

        Assert.AreEqual("/v2/pets?species=cat", server.Requests.Single().Target);
    }
}
