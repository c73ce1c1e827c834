using OgGen.Generated;

namespace OgGen.Runtime.Tests;

/// <summary>Two values of a parameter are never the same text.</summary>
[TestClass]
public sealed class ListTextTests
{
    [TestMethod]
    public async Task StrangerList_cookies_with_other_values_are_other_cookies()
    {
        string[] values =
        [
            "a b", "a%20b", "a%2520b", "%41", "A", "100%", "100%25", "a,b", "a%2Cb", "\u00e9", "%C3%A9", "\"x\"", "%22x%22", "a;b", "a+b",
            "a=b",
        ];
        await using var server = new RawServer(Given.Pet);
        using var client = new TestClient(server.Address);
        foreach (string value in values)
        {
            await client.SendAsync("GET", r => { r.AddPathLiteral("/x"); r.AddCookie("c", value); });
        }

        string[] sent = [.. server.Requests.Select(static r => r.Header("Cookie")!["c=".Length..])];
        CollectionAssert.AllItemsAreUnique(sent);
        CollectionAssert.AreEqual(values, sent.Select(Uri.UnescapeDataString).ToArray());

        // Where nothing needs to be encoded, nothing is.
        Assert.AreEqual("a=b", sent[^1]);
        Assert.AreEqual("a+b", sent[^2]);
    }

    [TestMethod]
    public async Task StrangerList_a_key_in_a_cookie_is_sent_as_it_was_issued()
    {
        await using var server = new RawServer(Given.Pet);
        using var client = new TestClient(server.Address, ApiCredential.ApiKey("key", ApiKeyLocation.Cookie, "sid", "s%3Aabc.d%2Fe"));
        await client.GetAsync();
        Assert.AreEqual("sid=s%3Aabc.d%2Fe", server.Requests.Single().Header("Cookie"));
    }

    [TestMethod]
    public void StrangerList_an_item_of_a_header_that_holds_the_separator_is_refused()
    {
        foreach ((ParameterStyle style,
            char separator) in new[]
            {
                (ParameterStyle.Simple, ','),
                (ParameterStyle.SpaceDelimited, ' '),
                (ParameterStyle.PipeDelimited, '|'),
            })
        {
            foreach (string item in new[] { $"a{separator}b", $"{separator}", $"a{separator}" })
            {
                ArgumentException e = Assert.ThrowsExactly<ArgumentException>(
                    () => Operations.Request("GET").AddHeader("X-List", ["x", item], style));
                Assert.AreEqual("X-List", e.ParamName);
                Assert.DoesNotContain($"a{separator}b", e.Message, "the message does not repeat the value");
            }
        }

        foreach (bool explode in new[] { true, false })
        {
            foreach ((string member, string value) in new[] { ("a,b", "c"), ("a", "b,c"), (",", "") })
            {
                Assert.ThrowsExactly<ArgumentException>(() => Operations.Request("GET").AddHeader("X-Map", [new(member, value)], explode));
            }
        }

        Assert.ThrowsExactly<ArgumentException>(() => Operations.Request("GET").AddHeader("X-Map", [new("a=b", "c")], explode: true));
    }

    [TestMethod]
    public void StrangerList_an_item_of_a_cookie_that_holds_the_separator_is_refused()
    {
        Assert.ThrowsExactly<ArgumentException>(() => Operations.Request("GET").AddCookie("c", (string[])["x", "a,b"], explode: false));
        Assert.ThrowsExactly<ArgumentException>(
            () => Operations.Request("GET").AddCookie("c", [KeyValuePair.Create("x", "a,b")], explode: false));
        Operations.Request("GET").AddCookie("c", (string[])["x", "a,b"]);
    }

    [TestMethod]
    public async Task StrangerList_items_without_the_separator_are_sent()
    {
        await using var server = new RawServer(Given.Pet);
        using var client = new TestClient(server.Address);
        await client.SendAsync("GET", r =>
        {
            r.AddPathLiteral("/x");
            r.AddHeader("X-One", "a,b");
            r.AddHeader("X-List", (string[])["a b", "c|d", ""]);
            r.AddHeader("X-Pipes", ["a,b", "c"], ParameterStyle.PipeDelimited);
            r.AddHeader("X-Map", [KeyValuePair.Create("a=b", "c=d")]);
            r.AddHeader("X-Pairs", [KeyValuePair.Create("a", "c=d")], explode: true);
        });
        RawRequest sent = server.Requests.Single();
        Assert.AreEqual("a,b", sent.Header("X-One"));
        Assert.AreEqual("a b,c|d,", sent.Header("X-List"));
        Assert.AreEqual("a,b|c", sent.Header("X-Pipes"));
        Assert.AreEqual("a=b,c=d", sent.Header("X-Map"));
        Assert.AreEqual("a=c=d", sent.Header("X-Pairs"));
    }
}
