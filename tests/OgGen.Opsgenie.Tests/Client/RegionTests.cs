namespace OgGen.Opsgenie.Tests.Client;

/// <summary>A client talks to the region that it was made for.</summary>
[TestClass]
public sealed class RegionTests
{
    [TestMethod]
    public async Task Each_region_has_its_host_and_the_first_is_the_default()
    {
        Assert.AreEqual("https://api.opsgenie.com/v1/policies", await AddressAsync(null));
        Assert.AreEqual("https://api.opsgenie.com/v1/policies", await AddressAsync(OpsgenieRegion.Us));
        Assert.AreEqual("https://api.eu.opsgenie.com/v1/policies", await AddressAsync(OpsgenieRegion.Eu));
        Assert.AreEqual(
            "https://proxy.example.com/opsgenie/v1/policies",
            await AddressAsync(OpsgenieRegion.Custom(new Uri("https://proxy.example.com/opsgenie"))));
    }

    [TestMethod]
    [DataRow("http://api.opsgenie.com")]
    [DataRow("ftp://api.opsgenie.com")]
    [DataRow("https://user@api.opsgenie.com")]
    [DataRow("https://api.opsgenie.com?x=y")]
    public void A_key_is_sent_over_https_only(string address)
    {
        Assert.ThrowsExactly<ArgumentException>(() => OpsgenieRegion.Custom(new Uri(address)));
        Assert.ThrowsExactly<ArgumentException>(() => new OpsgenieClient("key", new Uri(address)));
    }

    private static async Task<string?> AddressAsync(OpsgenieRegion? region)
    {
        using var handler = new RecordingHandler();
        using var client = new OpsgenieClient("key", region, new ApiClientOptions { Handler = handler });
        Assert.IsEmpty(await client.Policies.ListAsync());
        return handler.Address?.AbsoluteUri;
    }

    private sealed class RecordingHandler : HttpMessageHandler
    {
        public Uri? Address { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Address = request.RequestUri;
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent("""{"data":[]}""") });
        }
    }
}
