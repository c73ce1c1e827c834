using System.Globalization;
using System.Text;
using OgGen.Generated;

namespace OgGen.Runtime.Tests;

[TestClass]
public sealed class RequestTests
{
    private static async Task<RawRequest> SendAsync(Action<ApiRequest> build, string method = "GET", string basePath = "")
    {
        await using var server = new RawServer(Given.Pet);
        using var client = new TestClient(new Uri(server.Address, basePath));
        await client.SendAsync(method, build);
        return server.Requests.Single();
    }

    [TestMethod]
    [DataRow("", "/pets/7")]
    [DataRow("/", "/pets/7")]
    [DataRow("/v2", "/v2/pets/7")]
    [DataRow("/v2/", "/v2/pets/7")]
    public async Task The_path_follows_the_base_path(string basePath, string expected)
    {
        RawRequest request = await SendAsync(
            r => { r.AddPathLiteral("/pets/"); r.AddPathSegment("id", ApiText.Format(7L)); }, basePath: basePath);
        Assert.AreEqual(expected, request.Target);
        Assert.AreEqual("GET", request.Method);
    }

    [TestMethod]
    [DataRow("a/b", "a%2Fb")]
    [DataRow("a\\b", "a%5Cb")]
    [DataRow("a?b#c%d;e:f@g+h", "a%3Fb%23c%25d%3Be%3Af%40g%2Bh")]
    [DataRow("%2e%2e", "%252e%252e")]
    [DataRow("a\r\nb\0", "a%0D%0Ab%00")]
    [DataRow("...", "...")]
    [DataRow("~a b", "~a%20b")]
    [DataRow("😀", "%F0%9F%98%80")]
    [DataRow("e\u0301", "e%CC%81")]
    [DataRow("\u00e9", "%C3%A9")]
    [DataRow("//evil.com", "%2F%2Fevil.com")]
    public async Task A_path_value_stays_one_segment(string value, string expected)
    {
        RawRequest request = await SendAsync(r => { r.AddPathLiteral("/a/"); r.AddPathSegment("id", value); r.AddPathLiteral("/close"); });
        Assert.AreEqual($"/a/{expected}/close", request.Target);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow(" ")]
    [DataRow("\t\n")]
    [DataRow(".")]
    [DataRow("..")]
    [DataRow("surrogate: a\\ud800b")]
    [DataRow("surrogate: \\udc00")]
    public void A_path_value_that_cannot_stand_in_a_path_is_refused(string value)
    {
        // An attribute is UTF-8, so half a surrogate pair does not survive in one.
        value = value switch { @"surrogate: a\ud800b" => "a\ud800b", @"surrogate: \udc00" => "\udc00", _ => value };
        var request = new ApiRequest(Operations.Pet("GET"));
        Assert.AreEqual("petId", Assert.ThrowsExactly<ArgumentException>(() => request.AddPathSegment("petId", value)).ParamName);
        Assert.AreEqual("petId", Assert.ThrowsExactly<ArgumentException>(() => request.AddPathSegment("petId", ["x", value])).ParamName);
    }

    [TestMethod]
    public void A_path_value_that_is_null_or_an_empty_array_is_refused()
    {
        var request = new ApiRequest(Operations.Pet("GET"));
        Assert.ThrowsExactly<ArgumentNullException>(() => request.AddPathSegment("petId", (string?)null));
        Assert.ThrowsExactly<ArgumentException>(() => request.AddPathSegment("petId", Array.Empty<string>()));
    }

    [TestMethod]
    [DataRow(ParameterStyle.Simple, false, "/a,b%2C")]
    [DataRow(ParameterStyle.Simple, true, "/a,b%2C")]
    [DataRow(ParameterStyle.Label, false, "/.a,b%2C")]
    [DataRow(ParameterStyle.Label, true, "/.a.b%2C")]
    [DataRow(ParameterStyle.Matrix, false, "/;id=a,b%2C")]
    [DataRow(ParameterStyle.Matrix, true, "/;id=a;id=b%2C")]
    public async Task Arrays_in_the_path_follow_their_style(ParameterStyle style, bool explode, string expected)
    {
        RawRequest request = await SendAsync(r => { r.AddPathLiteral("/"); r.AddPathSegment("id", ["a", "b,"], style, explode); });
        Assert.AreEqual(expected, request.Target);
    }

    [TestMethod]
    [DataRow(ParameterStyle.Form, true, "t=a%20b&t=c%2Cd")]
    [DataRow(ParameterStyle.Form, false, "t=a%20b,c%2Cd")]
    [DataRow(ParameterStyle.SpaceDelimited, false, "t=a%20b%20c%2Cd")]
    [DataRow(ParameterStyle.PipeDelimited, false, "t=a%20b%7Cc%2Cd")]
    public async Task Arrays_in_the_query_follow_their_style(ParameterStyle style, bool explode, string expected)
    {
        RawRequest request = await SendAsync(r => { r.AddPathLiteral("/"); r.AddQuery("t", ["a b", "c,d"], style, explode); });
        Assert.AreEqual("/?" + expected, request.Target);
    }

    [TestMethod]
    [DataRow(ParameterStyle.Form, true, "R=1&g%20=2")]
    [DataRow(ParameterStyle.Form, false, "c=R,1,g%20,2")]
    [DataRow(ParameterStyle.DeepObject, true, "c%5BR%5D=1&c%5Bg%20%5D=2")]
    public async Task Objects_in_the_query_follow_their_style(ParameterStyle style, bool explode, string expected)
    {
        var members = ApiText.FormatMap(new Dictionary<string, int?> { ["R"] = 1, ["none"] = null, ["g "] = 2 });
        RawRequest request = await SendAsync(r => { r.AddPathLiteral("/"); r.AddQuery("c", members, style, explode); });
        Assert.AreEqual("/?" + expected, request.Target);
    }

    [TestMethod]
    public async Task Query_names_and_values_are_encoded_and_nulls_left_out()
    {
        RawRequest request = await SendAsync(r =>
        {
            r.AddPathLiteral("/x");
            r.AddQuery("a&b", "&=#+ []%");
            r.AddQuery("none", (string?)null);
            r.AddQuery("empty", "");
            r.AddQuery("list", ApiText.FormatList((int?[]?)null));
            r.AddQuery("nothing", Array.Empty<string>());
            r.AddQuery("some", ApiText.FormatList<int?>([1, null, 2]));
        });
        Assert.AreEqual("/x?a%26b=%26%3D%23%2B%20%5B%5D%25&empty=&some=1&some=2", request.Target);
        Assert.ThrowsExactly<ArgumentException>(() => new ApiRequest(Operations.Pet("GET")).AddQuery("q", "\ud800"));
    }

    [TestMethod]
    public async Task A_query_in_the_path_literal_is_sent_and_a_fragment_is_not()
    {
        RawRequest request = await SendAsync(r => { r.AddPathLiteral("/x?action=go#second"); r.AddQuery("a", "1"); });
        Assert.AreEqual("/x?action=go&a=1", request.Target);
    }

    [TestMethod]
    public async Task Headers_and_cookies_arrive()
    {
        RawRequest request = await SendAsync(r =>
        {
            r.AddPathLiteral("/x");
            r.AddHeader("X-Trace", "a b");
            r.AddHeader("X-None", (string?)null);
            r.AddHeader("X-List", ["1", "2"]);
            r.AddHeader("X-Object", ApiText.FormatMap(new Dictionary<string, int> { ["R"] = 1 }), explode: true);
            r.AddHeader("authorization", "mine");
            r.AddHeader("Accept", "mine");
            r.AddHeader("Content-Type", "mine");
            r.AddHeader("Host", "evil.com");
            r.AddCookie("session", "abc=");
            r.AddCookie("odd", "a;b");
            r.AddCookie("none", (string?)null);
        });
        Assert.AreEqual("a b", request.Header("X-Trace"));
        Assert.IsNull(request.Header("X-None"));
        Assert.AreEqual("1,2", request.Header("X-List"));
        Assert.AreEqual("R=1", request.Header("X-Object"));
        Assert.AreEqual("session=abc=; odd=a%3Bb", request.Header("Cookie"));
        Assert.AreEqual("GenieKey " + TestClient.Key, request.Header("Authorization"));
        Assert.AreEqual("application/json", request.Header("Accept"));
        Assert.StartsWith("127.0.0.1:", request.Header("Host"));
        Assert.IsNull(request.Header("Content-Type"));
        StringAssert.Matches(request.Header("User-Agent"), new(@"^OgGen/\d+\.\d+\.\d+ TestClient/1\.0-beta----$"));
    }

    [TestMethod]
    [DataRow("a\r\nX-Evil: 1")]
    [DataRow("a\n")]
    [DataRow("a\0b")]
    [DataRow("a\u007f")]
    [DataRow("ü")]
    public void A_header_value_that_could_end_the_header_is_refused(string value)
    {
        var request = new ApiRequest(Operations.Pet("GET"));
        ArgumentException header = Assert.ThrowsExactly<ArgumentException>(() => request.AddHeader("X-Trace", value));
        Assert.AreEqual("X-Trace", header.ParamName);
        Assert.ThrowsExactly<ArgumentException>(() => request.AddHeader("X-Trace", ["a", value]));
        Assert.ThrowsExactly<ArgumentException>(() => request.AddHeader("X\r\nY", "a"));
        if (value != "ü")
        {
            Assert.ThrowsExactly<ArgumentException>(() => request.AddCookie("c", value));
        }
    }

    [TestMethod]
    public async Task A_json_body_is_written_for_a_request()
    {
        RawRequest request = await SendAsync(r => { r.AddPathLiteral("/x"); r.SetJsonBody<Pet, PetCodec>(new Pet("é")); }, "POST");
        Assert.AreEqual("""{"name":"é","mode":"Request"}""", request.Text);
        Assert.AreEqual("application/json", request.Header("Content-Type"));
        Assert.AreEqual(request.Body.Length.ToString(CultureInfo.InvariantCulture), request.Header("Content-Length"));
    }

    [TestMethod]
    public async Task Other_bodies_arrive()
    {
        RawRequest text = await SendAsync(r => { r.AddPathLiteral("/x"); r.SetTextBody("é"); }, "PUT");
        Assert.AreEqual("é", text.Text);
        RawRequest stream = await SendAsync(r => { r.AddPathLiteral("/x"); r.SetStreamBody(new MemoryStream([1, 2, 3])); }, "POST");
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3 }, stream.Body);
        RawRequest none = await SendAsync(r => r.AddPathLiteral("/x"), "POST");
        Assert.AreEqual("0", none.Header("Content-Length"));
    }

    [TestMethod]
    [DataRow("tr-TR")]
    [DataRow("fa-IR")]
    [DataRow("th-TH")]
    [DataRow("de-DE")]
    [DataRow("sv-SE")]
    public void Texts_are_the_same_in_every_culture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            Assert.AreEqual("true", ApiText.Format(true));
            Assert.AreEqual("-7", ApiText.Format(-7));
            Assert.AreEqual("-9223372036854775808", ApiText.Format(long.MinValue));
            Assert.AreEqual("0.1", ApiText.Format(0.1));
            Assert.AreEqual("0.1", ApiText.Format(0.1f));
            Assert.AreEqual("-1.50", ApiText.Format(-1.50m));
            Assert.AreEqual("2026-11-22", ApiText.Format(new DateOnly(2026, 11, 22)));
            Assert.AreEqual("13:14:15", ApiText.Format(new TimeOnly(13, 14, 15)));
            Assert.AreEqual("2026-11-22T13:14:15Z", ApiText.Format(new DateTimeOffset(2026, 11, 22, 13, 14, 15, TimeSpan.Zero)));
            Assert.AreEqual(
                "2026-11-22T13:14:15.05+05:30", ApiText.Format(new DateTimeOffset(2026, 11, 22, 13, 14, 15, 50, new TimeSpan(5, 30, 0))));
            Assert.AreEqual("00000000-0000-0000-0000-000000000001", ApiText.Format(new Guid(0, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1])));
            Assert.AreEqual("https://A/ b", ApiText.Format(new Uri("https://A/ b")));
            Assert.AreEqual("AQI=", ApiText.Format(new byte[] { 1, 2 }));
            Assert.IsNull(ApiText.Format<string?>(null));
            Assert.IsNull(ApiText.Format<int?>(null));
            Assert.AreEqual("5", ApiText.Format<int?>(5));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [TestMethod]
    public async Task A_request_shows_no_value_and_is_sent_once()
    {
        ApiRequest request = Operations.Request("GET", r => { r.AddPathLiteral("/pets/"); r.AddPathSegment("petId", "s3cret"); });
        Assert.AreEqual("GET /pets/{petId}", request.ToString());
        await using var server = new RawServer(Given.Pet);
        using var client = new TestClient(server.Address);
        await client.Pipe.SendAsync(request);
        await Assert.ThrowsExactlyAsync<InvalidOperationException>(() => client.Pipe.SendAsync(request));
    }

    [TestMethod]
    public async Task A_long_path_and_a_large_body_arrive_whole()
    {
        string value = string.Concat(Enumerable.Repeat("0123456789", 500));
        string name = new StringBuilder().Insert(0, "ab", 300_000).ToString();
        RawRequest request = await SendAsync(
            r =>
            {
                r.AddPathLiteral("/a/");
                r.AddPathSegment("id", value);
                r.AddQuery("q", value);
                r.SetJsonBody<Pet, PetCodec>(new Pet(name));
            },
            "POST");
        Assert.AreEqual($"/a/{value}?q={value}", request.Target);
        Assert.AreEqual($$"""{"name":"{{name}}","mode":"Request"}""", request.Text);
    }
}
