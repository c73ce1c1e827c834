using System.Text.Json;
using OgGen.Documents.Parameters;

namespace OgGen.Documents.Tests.Parameters;

/// <summary>Objects, arrays and JSON in each place and style, byte by byte.</summary>
[TestClass]
public sealed class StyleTests
{
    private static readonly Color s_color = new() { R = 100, G = 200 };

    [TestMethod]
    public async Task Objects_in_a_path_have_simple_label_and_matrix_style()
    {
        RawRequest request = await CallAsync(client => client.Default.PathsAsync(s_color, s_color, s_color, s_color, s_color, s_color));

        Assert.AreEqual("/path/R,100,G,200/R=100,G=200/.R,100,G,200/.R=100.G=200/;matrix=R,100,G,200/;R=100;G=200", request.Target);
    }

    [TestMethod]
    public async Task Texts_have_every_style()
    {
        RawRequest request = await CallAsync(
            client => client.Default.TextsAsync("blue", "blue", "blue", "blue", "blue", "blue", form: "blue", joined: "blue"));

        Assert.AreEqual("/texts/blue/blue/.blue/.blue/;matrix=blue/;matrices=blue?form=blue&joined=blue", request.Target);
    }

    [TestMethod]
    public async Task Lists_have_every_style()
    {
        string[] colors = ["blue", "black,", "brown"];

        RawRequest request = await CallAsync(client => client.Default.ListsAsync(
            colors,
            colors,
            colors,
            colors,
            colors,
            colors,
            form: colors,
            joined: colors,
            spaced: colors,
            spacedApart: colors,
            piped: colors,
            pipedApart: colors,
            xSimple: ["a", "b"],
            xExploded: ["a", "b"]));

        Assert.AreEqual(
            "/lists/blue,black%2C,brown/blue,black%2C,brown/.blue,black%2C,brown/.blue.black%2C.brown/;matrix=blue,black%2C,brown/;"
                + "matrices=blue;matrices=black%2C;matrices=brown"
                + "?form=blue&form=black%2C&form=brown&joined=blue,black%2C,"
                + "brown&spaced=blue%20black%2C%20brown&spacedApart=blue&spacedApart=black%2C&spacedApart=brown"
                + "&piped=blue%7Cblack%2C%7Cbrown&pipedApart=blue&pipedApart=black%2C&pipedApart=brown",
            request.Target);
        Assert.AreEqual(("a,b", "a,b"), (request.Header("X-Simple"), request.Header("X-Exploded")));
    }

    [TestMethod]
    public async Task Reserved_characters_stay_where_the_document_allows_them_and_never_end_their_place()
    {
        RawRequest request = await CallAsync(
            client => client.Default.ReservedAsync("a:b@c;d/e?f%2F%", s_color, q: ":/?[]@!$'()*+,;=&#% %2C", list: ["a:b", "c&d"]));

        Assert.AreEqual(
            "/files/a:b@c;d%2Fe%3Ff%2F%25/%7B%22R%22%3A100%2C%22G%22%3A200%7D?q=:/?[]@!$'()*+,;=%26%23%25%20%2C&list=a:b,c%26d",
            request.Target);
    }

    [TestMethod]
    public async Task A_value_of_any_content_is_itself_and_what_has_parts_is_JSON()
    {
        var id = Guid.Parse("6f9619ff-8b86-4d01-b42d-00cf4fc964ff");

        RawRequest request = await CallAsync(client => client.Default.AnyContentAsync(id, anything: "a b", list: [1, 2]));

        Assert.AreEqual("/content/6f9619ff-8b86-4d01-b42d-00cf4fc964ff?anything=a%20b&list=%5B1%2C2%5D", request.Target);
    }

    [TestMethod]
    public async Task Headers_that_the_client_or_the_body_brings_are_the_callers_where_the_document_has_them()
    {
        RawRequest request = await CallAsync(
            client => client.Default.AnyContentAsync(Guid.Empty, contentLanguage: "de", userAgent: "Mine/1"));

        Assert.AreEqual("de", request.Header("Content-Language"));
        Assert.AreEqual("Mine/1", request.Header("User-Agent"));
        Assert.AreEqual("", request.Text);
    }

    [TestMethod]
    public async Task Objects_in_a_query_have_every_style()
    {
        var deep = new Filter { Color = s_color, Names = ["a b", "c"], Points = [s_color], Since = null };

        RawRequest request = await CallAsync(client => client.Default.ObjectsAsync(
            form: s_color, joined: s_color, spaced: s_color, piped: s_color, deep: deep, map: new() { ["x y"] = 1, ["z"] = 2 }, either: 7L,
            filter: new Filter { Names = ["n"] }, anything: "any", deepList: ["1", "2"]));

        Assert.AreEqual(
            "/query/objects?R=100&G=200&joined=R,100,G,200&spaced=R%20100%20G%20200&piped=R%7C100%7CG%7C200"
                + "&deep%5Bcolor%5D%5BR%5D=100&deep%5Bcolor%5D%5BG%5D=200&deep%5Bnames%5D%5B%5D=a%20b&deep%5Bnames%5D%5B%5D=c&"
                + "deep%5Bpoints%5D%5B0%5D%5BR%5D=100&deep%5Bpoints%5D%5B0%5D%5BG%5D=200"
                + "&map=x%20y,1,z,2&either=7&filter=%7B%22names%22%3A%5B%22n%22%5D%7D&anything=any&deepList%5B%5D=1&deepList%5B%5D=2",
            request.Target);

        Assert.AreEqual(
            "/query/objects?either=a&either=b",
            (await CallAsync(client => client.Default.ObjectsAsync(either: new List<string> { "a", "b" }))).Target);
        Assert.AreEqual(
            "/query/objects",
            (await CallAsync(client => client.Default.ObjectsAsync(deep: new Filter(), map: []))).Target,
            "what is empty is left out");
    }

    [TestMethod]
    public async Task Read_only_members_are_not_sent_and_names_are_encoded()
    {
        Color read = Json.JsonModel.Parse<Color>("""{ "R": 1, "G": 2, "note": "a&b", "seen": true, "e=f": [1, null, 2] }""");

        RawRequest request = await CallAsync(client => client.Default.ObjectsAsync(form: read));

        Assert.AreEqual("/query/objects?R=1&G=2&note=a%26b&e%3Df=1&e%3Df=2", request.Target);
    }

    [TestMethod]
    public async Task Headers_and_cookies_carry_arrays_objects_and_json()
    {
        RawRequest request = await CallAsync(client => client.Default.HeadersAsync(
            xObject: s_color,
            xExploded: s_color,
            xList: [1, 2],
            xJson: ["a,b"],
            xCount: 3,
            cookie: "raw=1",
            list: ["a", "b"],
            lists: ["c", "d"],
            @object: s_color,
            objects: s_color,
            json: s_color));

        Assert.AreEqual("R,100,G,200", request.Header("X-Object"));
        Assert.AreEqual("R=100,G=200", request.Header("X-Exploded"));
        Assert.AreEqual("1,2", request.Header("X-List"));
        Assert.AreEqual("""["a,b"]""", request.Header("X-Json"));
        Assert.AreEqual("3", request.Header("X-Count"));
        Assert.AreEqual(
            "raw=1; list=a%2Cb; lists=c; lists=d; object=R%2C100%2CG%2C200; R=100; G=200; json=%7B%22R%22%3A100%2C%22G%22%3A200%7D",
            request.Header("Cookie"));
        Assert.IsNull(request.Header("Authorization"), "credentials bring it; OpenAPI ignores the parameter");
    }

    [TestMethod]
    public async Task A_parameter_of_an_operation_overrides_the_path_s_of_the_same_name_and_place()
    {
        RawRequest request = await CallAsync(client => client.Default.OverridesAsync(
            "two", empty: "", unexplained: "x", xTenant: "north", pageHeader: "h", mode: "m", modeQuery: "q"));

        Assert.AreEqual("/search?page=two&mode=q&empty=&unexplained=x", request.Target);
        Assert.AreEqual("north", request.Header("X-Tenant"));
        Assert.AreEqual(("h", "m"), (request.Header("page"), request.Header("mode")));
    }

    [TestMethod]
    public async Task The_whole_query_string_is_a_form_or_any_text()
    {
        RawRequest form = await CallAsync(client =>
            client.Default.FormStringAsync(q: new() { Text = "a b", Tags = ["x", "y"], Color = s_color, Words = ["a", "b"] }, page: 2));
        RawRequest json = await CallAsync(client => client.Default.JsonStringAsync(q: s_color));

        Assert.AreEqual("QUERY", form.Method);
        Assert.AreEqual("/search?page=2&text=a%20b&tags=x&tags=y&color=%7B%22R%22%3A100%2C%22G%22%3A200%7D&words=a%7Cb", form.Target);
        Assert.AreEqual("OPTIONS", json.Method);
        Assert.AreEqual("/search?%7B%22R%22%3A100%2C%22G%22%3A200%7D", json.Target);
    }

    private static async Task<RawRequest> CallAsync(Func<ParametersClient, Task> call)
    {
        await using var server = new RawServer("HTTP/1.1 204 No Content\r\n\r\n");
        using var client = new ParametersClient(server.Address, new ApiClientOptions { Retry = { Enabled = false } });
        await call(client);
        return server.Requests.Single();
    }
}
