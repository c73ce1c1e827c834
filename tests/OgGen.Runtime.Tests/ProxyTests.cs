using System.Net;

namespace OgGen.Runtime.Tests;

/// <summary>Plain HTTP never goes through a proxy.</summary>
[TestClass]
public sealed class ProxyTests
{
    [TestMethod]
    public void A_proxy_is_asked_for_https_alone()
    {
        var proxy = new ApiProxy(new WebProxy("http://proxy.example:8080", BypassOnLocal: false, BypassList: ["direct\\.example"]));

        Assert.AreEqual(new Uri("http://proxy.example:8080"), proxy.GetProxy(new Uri("https://api.example")));
        Assert.IsFalse(proxy.IsBypassed(new Uri("https://api.example")));
        Assert.IsTrue(proxy.IsBypassed(new Uri("https://direct.example")));
        Assert.IsTrue(proxy.IsBypassed(new Uri("http://localhost")));
        Assert.IsNull(proxy.GetProxy(new Uri("http://127.0.0.1:81")));
    }

    [TestMethod]
    public void Its_credentials_are_those_of_the_proxy()
    {
        var inner = new WebProxy("http://proxy.example:8080") { Credentials = new NetworkCredential("u", "p") };

        Assert.AreSame(inner.Credentials, new ApiProxy(inner).Credentials);
    }
}
