using OgGen.Documents.Addresses;

namespace OgGen.Documents.Tests.Servers;

/// <summary>A document's server without a host keeps its path, and the defaults of variables can be any part of an address.</summary>
[TestClass]
public sealed class AddressTests
{
    [TestMethod]
    [DataRow("", "/api/v3/pets")]
    [DataRow("/", "/api/v3/pets")]
    [DataRow("/api/v3", "/api/v3/pets")]
    [DataRow("/gateway/shop/", "/gateway/shop/pets")]
    public async Task An_address_without_a_path_gets_the_document_s(string path, string target)
    {
        await using var server = new RawServer(RawServer.Answer(204, ""));
        var address = new Uri(server.Address.GetLeftPart(UriPartial.Authority) + path);
        using var client = new AddressesClient(address);
        using AddressesClient settings = AddressesClient.Create(new ApiClientConfiguration { BaseAddress = address });

        await client.Pets.ListAsync();
        await settings.Pets.ListAsync();
        await client.Pets.RelativeAsync();

        CollectionAssert.AreEqual(
            new[] { target, target, "/own/pets" }, server.Requests.Select(static request => request.Target).ToArray());
    }

    [TestMethod]
    public void Defaults_work_whatever_they_stand_for()
    {
        Assert.AreEqual("http://localhost:8081/v1/up", AddressesServer.OriginUp().ToString());
        Assert.AreEqual("http://127.0.0.1/v1", AddressesServer.HostPortV1().ToString());
        Assert.AreEqual("http://localhost:8989/", AddressesServer.Hostpath().ToString());
        Assert.AreEqual("https://path.example/api/v1/pets/v2", AddressesServer.PathExampleBasePathPetsVVersion().ToString());
        Assert.AreEqual("https://number.example:8443/v1", AddressesServer.NumberExamplePortDefault().ToString());
    }

    [TestMethod]
    public void Other_values_stand_for_the_same_part()
    {
        Assert.AreEqual("https://files.example:444/up", AddressesServer.OriginUp("https://files.example:444").ToString());
        Assert.AreEqual("https://a.example:8080/v1", AddressesServer.HostPortV1("https", "a.example", ":8080").ToString());
        Assert.AreEqual("http://127.0.0.1:7878/radarr", AddressesServer.Hostpath("127.0.0.1:7878/radarr/").ToString());
        Assert.AreEqual("https://path.example/pets/v3", AddressesServer.PathExampleBasePathPetsVVersion("", "3").ToString());
        Assert.AreEqual("https://path.example/a/b/pets/v2", AddressesServer.PathExampleBasePathPetsVVersion("a/b").ToString());
        Assert.AreEqual("https://number.example/", AddressesServer.NumberExamplePortDefault("443", "").ToString());
    }

    [TestMethod]
    public void A_value_leads_no_further_than_its_part()
    {
        Refuse("origin", static () => AddressesServer.OriginUp("https://files.example?x="));
        Refuse("origin", static () => AddressesServer.OriginUp("files.example"));
        Refuse("protocol", static () => AddressesServer.HostPortV1(protocol: "ftp"));
        Refuse("host", static () => AddressesServer.HostPortV1(host: "a.example/evil"));
        Refuse("port", static () => AddressesServer.HostPortV1(port: ".evil.example"));
        Refuse("port", static () => AddressesServer.HostPortV1(port: "@evil.example"));
        Refuse("hostpath", static () => AddressesServer.Hostpath("user@localhost"));
        Refuse("hostpath", static () => AddressesServer.Hostpath(""));
        Refuse("basePath", static () => AddressesServer.PathExampleBasePathPetsVVersion("a/%2E./b"));
        Refuse("basePath", static () => AddressesServer.PathExampleBasePathPetsVVersion("a#"));
        Refuse("version", static () => AddressesServer.PathExampleBasePathPetsVVersion(version: "2/../.."));
        Refuse("port", static () => AddressesServer.NumberExamplePortDefault("80"));
        Refuse("default", static () => AddressesServer.NumberExamplePortDefault(@default: "0.evil.example"));

        static void Refuse(string variable, Func<ApiServer> server)
        {
            var refused = Assert.ThrowsExactly<ArgumentException>(() => server());
            Assert.AreEqual(variable, refused.ParamName);
            Assert.Contains($"'{variable}'", refused.Message);
        }
    }
}
