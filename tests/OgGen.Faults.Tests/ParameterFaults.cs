using System.Globalization;
using OgGen.Generated;

namespace OgGen.Faults.Tests;

[TestClass]
public sealed class ParameterFaults : FaultTest
{
    [TestMethod]
    public async Task F18_query_names_and_values_are_encoded_and_nulls_left_out()
    {
        RawServer server = Serve(Given.Pet);
        await Client(server).SendAsync("GET", r =>
        {
            r.AddPathLiteral("/x");
            r.AddQuery("a&=#+ []", "&=#+ []%");
            r.AddQuery("none", (string?)null);
            r.AddQuery("empty", "");
            r.AddQuery("no-list", (IReadOnlyList<string>?)null);
            r.AddQuery("nothing", Array.Empty<string>());
            r.AddQuery("form", ["a b", "c,d"]);
            r.AddQuery("comma", ["a b", "c,d"], ParameterStyle.Form, explode: false);
            r.AddQuery("space", ["a", "b"], ParameterStyle.SpaceDelimited, explode: false);
            r.AddQuery("pipe", ["a", "b"], ParameterStyle.PipeDelimited, explode: false);
            r.AddQuery("deep", ApiText.FormatMap(new Dictionary<string, int?> { ["k 1"] = 1, ["none"] = null }), ParameterStyle.DeepObject);
        });
        Assert.AreEqual(
            "/x?a%26%3D%23%2B%20%5B%5D=%26%3D%23%2B%20%5B%5D%25&empty=&form=a%20b&form=c%2Cd&comma=a%20b,"
                + "c%2Cd&space=a%20b&pipe=a%7Cb&deep%5Bk%201%5D=1",
            server.Requests.Single().Target);
    }

    [TestMethod]
    [DataRow("a\r\nX-Evil: " + TestClient.Key)]
    [DataRow("a\n")]
    [DataRow("a\r")]
    [DataRow("a\0b")]
    [DataRow("a\u007f")]
    public async Task F19_a_header_or_cookie_that_could_end_the_line_is_refused(string value)
    {
        RawServer server = Serve(Given.Pet);
        TestClient client = Client(server);
        Action<ApiRequest>[] builds =
        [
            r => r.AddHeader("X-Trace", value),
            r => r.AddHeader("X-Trace", ["a", value]),
            r => r.AddHeader("X-Trace", ApiText.FormatMap(new Dictionary<string, string> { ["k"] = value }), explode: true),
            r => r.AddHeader(value, "a"),
            r => r.AddCookie("c", value),
            r => r.AddCookie(value, "a"),
            r => r.SetTextBody("a", value),
        ];
        foreach (Action<ApiRequest> build in builds)
        {
            Refuse<ArgumentException>(() => client.SendAsync("POST", r => { r.AddPathLiteral("/"); build(r); }));
        }

        Refuse<ArgumentException>(
            () => client.With(new ApiCallOptions { Headers = new Dictionary<string, string> { ["X-Trace"] = value } }));
        Refuse<ArgumentException>(() => Client(server, new ApiClientOptions { UserAgent = value }));
        Assert.AreEqual(0, server.ConnectionCount);

        // The twin: what is harmless is sent as it is.
        await client.SendAsync("POST", r => { r.AddPathLiteral("/"); r.AddHeader("X-Trace", "a: b"); r.AddCookie("c", "a=b"); });
        Assert.AreEqual("a: b", server.Requests.Single().Header("X-Trace"));
        Assert.AreEqual("c=a=b", server.Requests[0].Header("Cookie"));
    }

    [TestMethod]
    public async Task F20_every_culture_sends_the_same_bytes()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        RawServer server = Serve(Given.Pet);
        try
        {
            foreach (string culture in new[] { "", "tr-TR", "fa-IR", "th-TH", "de-DE", "sv-SE", "ar-SA" })
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
                await Client(server).SendAsync("POST", r =>
                {
                    r.AddPathLiteral("/I/");
                    r.AddPathSegment("a", ApiText.Format(-1234567.5));
                    r.AddQuery("date", ApiText.Format(new DateOnly(2026, 11, 22)));
                    r.AddQuery("time", ApiText.Format(new DateTimeOffset(2026, 11, 22, 13, 14, 15, 5, new TimeSpan(5, 30, 0))));
                    r.AddQuery("list", ApiText.FormatList([-1, 1.5m, decimal.MaxValue]));
                    r.AddQuery("yes", ApiText.Format(true));
                    r.AddHeader("X-I", ApiText.Format(long.MinValue));
                    r.AddCookie("i", ApiText.Format(1e300));
                    r.SetJsonBody<Pet, PetCodec>(new Pet("Iıİi"));
                });
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }

        RawRequest first = server.Requests[0];
        Assert.AreEqual(
            "/I/-1234567.5?date=2026-11-22&time=2026-11-22T13%3A14%3A15.005%2B05%3A30&list=-1&list=1.5&list=79228162514264337593543950335&"
                + "yes=true",
            first.Target);
        Assert.HasCount(7, server.Requests);
        foreach (RawRequest request in server.Requests)
        {
            Assert.AreEqual(first.Target, request.Target);
            Assert.AreEqual(HeadersOf(first), HeadersOf(request));
            CollectionAssert.AreEqual(first.Body, request.Body);
        }
    }
}
