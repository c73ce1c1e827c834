using System.Text.Json;
using OgGen.Documents.Swagger2;

namespace OgGen.Documents.Tests.Swagger2;

/// <summary>What only Swagger 2.0 has: collection formats, shared bodies, forms, files.</summary>
[TestClass]
public sealed class VersionTwoTests
{
    [TestMethod]
    public void Host_base_path_and_schemes_make_the_server()
        => Assert.AreEqual(new Uri("https://api.example.com/v2"), SwaggerTwoServer.Default.BaseAddress);

    [TestMethod]
    public async Task Collection_formats_are_kept_and_csv_is_the_standard()
    {
        RawRequest request = await CallAsync(c => c.Default.FormatsAsync(
            ["p", "q"],
            ids: [1, 2],
            csv: ["a", "b"],
            ssv: ["a", "b"],
            tsv: ["a", "b"],
            pipes: ["a", "b"],
            multi: ["a", "b"],
            xCsv: ["a", "b"]));

        Assert.AreEqual("/formats/p%7Cq?ids=1,2&csv=a,b&ssv=a%20b&tsv=a%09b&pipes=a%7Cb&multi=a&multi=b", request.Target);
        Assert.AreEqual("a,b", request.Header("X-Csv"));
        Assert.AreEqual("Basic dTpw", request.Header("Authorization"));
    }

    [TestMethod]
    public async Task A_shared_body_and_a_shared_answer_are_those_of_the_operation()
    {
        await using var server = new RawServer(RawServer.Answer(400, """{ "message": "no" }"""));
        using SwaggerTwoClient client = Client(server);

        ApiException<Failure> failure = await Assert.ThrowsExactlyAsync<ApiException<Failure>>(
            () => client.Default.AddThingAsync(new Thing { Kind = "k", Name = null }));

        Assert.AreEqual("no", failure.Error.Message);
        Assert.AreEqual("""{"kind":"k"}""", server.Requests.Single().Text);
    }

    [TestMethod]
    public async Task A_definition_that_extends_one_with_a_discriminator_is_told_by_its_name()
    {
        await using var server = new RawServer(
            RawServer.Answer(200, """{"species":"Bird","name":"a","wings":2}"""),
            RawServer.Answer(200, """{"species":"Fish","name":"b","fins":3}"""));
        using SwaggerTwoClient client = Client(server);

        Animal bird = await client.Default.AddAnimalAsync(new Bird { Name = "a", Wings = 2 });
        Animal fish = await client.Default.AddAnimalAsync(bird);

        Assert.AreEqual("""{"species":"Bird","name":"a","wings":2}""", server.Requests[0].Text);
        Assert.AreEqual(server.Requests[0].Text, server.Requests[1].Text);
        Assert.AreEqual(2, ((Bird)bird).Wings);
        Assert.AreEqual(("Fish", "b", 3), (fish.Species, fish.Name, fish.AdditionalProperties["fins"].GetInt32()));
    }

    [TestMethod]
    public async Task A_definition_may_say_its_discriminator_and_the_names_of_numbers()
    {
        const string shark = """{"species":"#Vendor.Shark","name":"a","depth":2}""";
        await using var server = new RawServer(RawServer.Answer(200, shark));
        using SwaggerTwoClient client = Client(server);

        Animal read = await client.Default.AddAnimalAsync(new Shark { Name = "a", Depth = Depth.DeepSea });

        Assert.AreEqual(shark, server.Requests[0].Text);
        Assert.AreEqual(Depth.DeepSea, ((Shark)read).Depth);
    }

    [TestMethod]
    public async Task Headers_of_answers_are_typed()
    {
        await using var server = new RawServer(
            RawServer.Answer(201, """{ "kind": "k" }""", "X-Rate-Limit: 100\r\nX-Tags: a,b\r\nX-Pipes: a|b\r\n"));
        using SwaggerTwoClient client = Client(server);

        AddThingHeaders headers = (await client.Default.AddThingWithResponseAsync(new Thing { Kind = "k", Name = null })).Headers;

        Assert.AreEqual(100, headers.XRateLimit);
        CollectionAssert.AreEqual(new[] { "a", "b" }, headers.XTags?.ToArray());
        Assert.AreEqual("a|b", headers.XPipes);
    }

    [TestMethod]
    public async Task Form_data_with_a_file_is_multipart()
    {
        RawRequest request = await CallAsync(
            c => c.Default.AddPhotoAsync(new ApiFile("x"u8.ToArray(), "p.png"), title: "t", tags: ["a", "b"], places: [1, 2]));

        Assert.StartsWith("multipart/form-data; boundary=", request.Header("Content-Type")!);
        Assert.Contains("name=\"photo\"; filename=\"p.png\"", request.Text);
        Assert.Contains("name=\"title\"\r\n\r\nt\r\n", request.Text);
        Assert.Contains("name=\"tags\"\r\n\r\na\r\n", request.Text);
        Assert.Contains("name=\"tags\"\r\n\r\nb\r\n", request.Text);
        Assert.Contains("name=\"places\"\r\n\r\n1,2\r\n", request.Text);
    }

    [TestMethod]
    [DataRow("multi")]
    [DataRow("items")]
    [DataRow("array")]
    public async Task Several_files_are_a_list_however_the_document_says_it(string name)
    {
        ApiFile[] files = [new("x"u8.ToArray(), "x.png"), new("y"u8.ToArray(), "y.png")];
        ApiFile[]? Of(string field) => field == name ? files : null;

        RawRequest request = await CallAsync(c => c.Default.AddPhotosAsync(Of("multi"), Of("items"), Of("array")));

        Assert.StartsWith("multipart/form-data; boundary=", request.Header("Content-Type")!);
        Assert.Contains($"name=\"{name}\"; filename=\"x.png\"", request.Text);
        Assert.Contains($"name=\"{name}\"; filename=\"y.png\"", request.Text);
    }

    [TestMethod]
    public async Task Form_data_without_a_file_is_a_form_and_the_path_s_fields_belong_to_it()
    {
        RawRequest request = await CallAsync(
            c => c.Default.LoginAsync(new LoginRequest { User = "u", Scopes = ["a", "b"], Hints = ["c", "d"], Realm = "r" }));

        Assert.AreEqual("application/x-www-form-urlencoded", request.Header("Content-Type"));
        Assert.AreEqual("user=u&scopes=a%20b&hints=c&hints=d&realm=r", request.Text);
        Assert.IsNull(request.Header("Authorization"), "security: []");
    }

    [TestMethod]
    public async Task A_file_is_an_answer_that_is_read_as_a_stream()
    {
        await using var server = new RawServer(
            RawServer.Answer(200, "PNG", "Content-Type: image/png\r\n"), RawServer.Answer(404, """{ "message": "none" }"""));
        using SwaggerTwoClient client = Client(server);

        using var reader = new StreamReader(await client.Default.GetPhotoAsync());

        Assert.AreEqual("PNG", await reader.ReadToEndAsync());
        Assert.AreEqual("image/png, application/json", server.Requests[0].Header("Accept"));
        Assert.AreEqual(
            "none", (await Assert.ThrowsExactlyAsync<ApiException<Failure>>(() => client.Default.GetPhotoAsync())).Error.Message);
    }

    [TestMethod]
    public async Task What_an_operation_consumes_and_produces_counts_instead_of_what_the_document_says()
    {
        await using var server = new RawServer(RawServer.Answer(200, "b", "Content-Type: text/plain\r\n"));
        using SwaggerTwoClient client = Client(server);

        Assert.AreEqual("b", await client.Default.AddTextAsync("a"));

        RawRequest request = server.Requests.Single();
        Assert.AreEqual(
            ("text/plain; charset=utf-8", "text/plain", "a"), (request.Header("Content-Type"), request.Header("Accept"), request.Text));
    }

    [TestMethod]
    public async Task A_body_of_any_JSON_can_be_sent_as_each_content_type_that_the_operation_consumes()
    {
        using JsonDocument note = JsonDocument.Parse("[1]");
        RawRequest[] requests =
        [
            await CallAsync(c => c.Default.AddNoteAsync(note.RootElement)),
            await CallAsync(c => c.Default.AddNoteFromTextAsync("[1]")),
            await CallAsync(c => c.Default.AddNoteFromStreamAsync(new MemoryStream("[1]"u8.ToArray()))),
        ];

        CollectionAssert.AreEqual(
            new[] { "application/json [1]", "text/plain; charset=utf-8 [1]", "application/octet-stream [1]" },
            requests.Select(static request => $"{request.Header("Content-Type")} {request.Text}").ToArray());
    }

    [TestMethod]
    public async Task Keys_stand_in_the_query_and_tokens_of_a_flow_are_bearers()
    {
        await using var server = new RawServer("HTTP/1.1 204 No Content\r\n\r\n");
        using var client = new SwaggerTwoClient(
            ApiCredential.All(SwaggerTwoCredential.Key("a b"), SwaggerTwoCredential.Flow(static _ => new("t"))), server.Address);

        await client.Default.ByKeyAsync();
        await client.Default.ByTokenAsync();

        CollectionAssert.AreEqual(
            new[] { "/keys?api_key=a%20b ", "/keys Bearer t" },
            server.Requests.Select(static request => $"{request.Target} {request.Header("Authorization")}").ToArray());
    }

    private static SwaggerTwoClient Client(RawServer server)
        => new(SwaggerTwoCredential.User("u", "p"), server.Address, new ApiClientOptions { Retry = { Enabled = false } });

    private static async Task<RawRequest> CallAsync(Func<SwaggerTwoClient, Task> call)
    {
        await using var server = new RawServer("HTTP/1.1 204 No Content\r\n\r\n");
        using SwaggerTwoClient client = Client(server);
        await call(client);
        return server.Requests.Single();
    }
}
