using System.Text.Json;
using OgGen.Generated;
using OgGen.Json;

namespace OgGen.Faults.Tests;

/// <summary>Arguments that would reach another resource, another host, or that would be sent as something else.</summary>
[TestClass]
public sealed class StrangerArguments : FaultTest
{
    [TestMethod]
    [DataRow("..")]
    [DataRow(".")]
    [DataRow("%2e%2e")]
    [DataRow("%2E%2E")]
    [DataRow(".%2E")]
    [DataRow("%2e.")]
    [DataRow("%2e")]
    [DataRow("%20")]
    [DataRow("%09%20")]
    [DataRow("..;a=b")]
    [DataRow("%2e%2e;")]
    [DataRow(".;")]
    [DataRow("%2e%2e%3Ba=b")]
    public void Stranger09_a_dot_segment_is_refused_in_every_spelling(string value)
    {
        ApiRequest request = Operations.Request("GET");
        Refuse<ArgumentException>(() => request.AddPathSegment("id", value, allowReserved: true));
        Refuse<ArgumentException>(() => request.AddPathSegment("id", ["a", value], allowReserved: true));
        Refuse<ArgumentException>(() => request.AddPathSegment("id", [value], ParameterStyle.Label, allowReserved: true));
        Refuse<ArgumentException>(
            () => request.AddPathSegment("id", [value, "b"], ParameterStyle.Matrix, explode: true, allowReserved: true));
        Refuse<ArgumentException>(() => request.AddPathSegment("id", [KeyValuePair.Create("a", value)], allowReserved: true));
        Refuse<ArgumentException>(() => request.AddPathSegment<string, StringCodec>("id", value, allowReserved: true));
    }

    [TestMethod]
    [DataRow("%2e%2e", "/reserved/%252e%252e/x", false)]
    [DataRow("..;a", "/reserved/..%3Ba/x", false)]
    [DataRow("a%2e", "/reserved/a%2e/x", true)]
    [DataRow("%2ea", "/reserved/%2ea/x", true)]
    [DataRow("...", "/reserved/.../x", true)]
    [DataRow("a;b=..", "/reserved/a;b=../x", true)]
    [DataRow("%252e%252e", "/reserved/%252e%252e/x", true)]
    public async Task Stranger09_what_is_no_dot_segment_is_sent(string value, string target, bool allowReserved)
    {
        RawServer server = Serve(Given.Pet);
        await Client(server).SendAsync("GET", r =>
        {
            r.AddPathLiteral("/reserved/");
            r.AddPathSegment("id", value, allowReserved: allowReserved);
            r.AddPathLiteral("/x");
        });
        string sent = server.Requests.Single().Target;
        Assert.AreEqual(target.Replace("%2e", ".", StringComparison.Ordinal), sent.Replace("%2e", ".", StringComparison.Ordinal));
    }

    [TestMethod]
    [DataRow("a", 0xD800, "b")]
    [DataRow("", 0xDC00, "")]
    [DataRow("a", 0xD83D, "")]
    [DataRow("😀", 0xDE00, "😀")]
    public void Stranger17_half_a_surrogate_pair_is_refused_wherever_text_is_sent(string before, int half, string after)
    {
        // An attribute cannot hold such a text.
        string text = before + (char)half + after;
        ApiRequest request = Operations.Request("POST");
        ArgumentException e = Refuse<ArgumentException>(() => request.SetJsonBody<Pet, PetCodec>(new Pet(text)));
        StringAssert.Contains(e.Message, "half a surrogate pair");
        Assert.AreEqual("$.name", e.ParamName);
        Refuse<ArgumentException>(() => request.SetJsonSequenceBody<Pet, PetCodec>([new Pet("a"), new Pet(text)]));
        e = Refuse<ArgumentException>(() => request.SetJsonBody<List<string>, ListCodec<string, StringCodec>>(["a", text]));
        Assert.AreEqual("$[1]", e.ParamName);
        Dictionary<string, string> map = new() { [text] = "a" };
        e = Refuse<ArgumentException>(() => request.SetJsonBody<Dictionary<string, string>, MapCodec<string, StringCodec>>(map));
        StringAssert.StartsWith(e.ParamName, "$");
        Refuse<ArgumentException>(() => request.SetTextBody(text));
        Refuse<ArgumentException>(() => request.SetMultipartBody().AddText("a", text));
        request = Operations.Request("POST");
        Refuse<ArgumentException>(() => request.SetMultipartBody().AddJson<Pet, PetCodec>("a", new Pet(text)));
        Refuse<ArgumentException>(() => request.AddCookie("a", text));
        Refuse<ArgumentException>(() => request.AddQuery("a", text));
        Refuse<ArgumentException>(() => request.AddPathSegment("a", text));
        Refuse<ArgumentException>(() => ApiCredential.Basic("b", text, "p"));
        Refuse<ArgumentException>(() => ApiCredential.Basic("b", "u", text));
        Refuse<ArgumentException>(() => ApiCredential.Basic("b", "u", "p").Update(text));
        Refuse<ArgumentException>(() => new ApiRequest(Operations.Pet("POST")).SetFormBody().AddField("a", text));
    }

    [TestMethod]
    [DataRow("\ufffd")]
    [DataRow("\\uFFFD")]
    [DataRow("\\\\uFFFD")]
    [DataRow("😀 grüße \u2028")]
    public async Task Stranger17_text_that_only_looks_like_it_is_sent(string text)
    {
        RawServer server = Serve(Given.Pet);
        await Client(server).SendAsync("POST", r => { r.AddPathLiteral("/x"); r.SetJsonBody<Pet, PetCodec>(new Pet(text)); });
        using var document = JsonDocument.Parse(server.Requests.Single().Body);
        Assert.AreEqual(text, document.RootElement.GetProperty("name").GetString());
    }

    [TestMethod]
    [DataRow("http://loopback/")]
    [DataRow("http://LOOPBACK:80/x")]
    [DataRow("http://localhost.example/")]
    [DataRow("http://a.localhost/")]
    [DataRow("http://localhost./")]
    [DataRow("http://0.0.0.0/")]
    [DataRow("http://[::]/")]
    [DataRow("http://128.0.0.1/")]
    [DataRow("http://127.0.0.1.example/")]
    public void Stranger21_a_name_or_address_that_leaves_the_machine_gets_no_key_in_the_clear(string address)
    {
        Refuse<ArgumentException>(() => _ = new TestClient(new Uri(address)));
    }

    [TestMethod]
    [DataRow("http://localhost:1/")]
    [DataRow("http://LOCALHOST/")]
    [DataRow("http://127.0.0.1/")]
    [DataRow("http://127.1.2.3/")]
    [DataRow("http://[::1]/")]
    [DataRow("http://[::ffff:127.0.0.1]/")]
    [DataRow("https://loopback/")]
    public void Stranger21_the_loopback_addresses_are_accepted(string address)
    {
        using var client = new TestClient(new Uri(address));
        Assert.IsNotNull(client.Pipe);
    }

    [TestMethod]
    public void Stranger23_a_null_where_a_value_must_be_is_an_argument_null_exception_that_says_where()
    {
        ApiRequest request = Operations.Request("POST");
        var e = Refuse<ArgumentNullException>(() => request.SetJsonBody<List<string>, ListCodec<string, StringCodec>>(["a", null!]));
        Assert.AreEqual("$[1]", e.ParamName);
        Dictionary<string, List<string>> map = new() { ["b"] = ["x"], ["a"] = [null!] };
        e = Refuse<ArgumentNullException>(
            () => request.SetJsonBody<Dictionary<string, List<string>>, MapCodec<List<string>, ListCodec<string, StringCodec>>>(map));
        Assert.AreEqual("$.a[0]", e.ParamName);
        Refuse<ArgumentNullException>(() => request.SetJsonBody<string, StringCodec>(null!));
        Refuse<ArgumentNullException>(() => request.AddQuery<Dictionary<string, string>, MapCodec<string, StringCodec>>(
            "deep", new() { ["a"] = null! }, ParameterStyle.DeepObject));
        Refuse<ArgumentNullException>(() => request.AddPathSegment("id", (string?)null));
        Refuse<ArgumentNullException>(() => request.SetMultipartBody().AddJson<string, StringCodec>("a", null!));
        Refuse<ArgumentNullException>(() => _ = new ApiFile((Stream)null!, "a"));
    }
}
