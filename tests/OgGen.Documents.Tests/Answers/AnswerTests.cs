using System.Text.Json;
using OgGen.Documents.Answers;

namespace OgGen.Documents.Tests.Answers;

/// <summary>Each described answer is read, whatever its status and content type.</summary>
[TestClass]
public sealed class AnswerTests
{
    [TestMethod]
    public async Task Several_bodies_are_a_choice_and_the_status_is_there_too()
    {
        ApiResponse<SeveralResponse> done = await CallAsync(
            RawServer.Answer(200, """{ "name": "n" }"""), c => c.Default.SeveralWithResponseAsync());
        ApiResponse<SeveralResponse> soon = await CallAsync(
            RawServer.Answer(202, """{ "ticket": 7 }"""), c => c.Default.SeveralWithResponseAsync());

        Assert.AreEqual("n", done.Value.Thing?.Name);
        Assert.AreEqual(7, soon.Value.Ticket?.TicketValue);
        Assert.AreEqual(202, soon.Status);
        Assert.AreEqual(
            "m",
            (await CallAsync(RawServer.Answer(201, """{ "name": "m" }"""), c => c.Default.SameAsync())).Name,
            "the same body twice is no choice");
    }

    [TestMethod]
    public async Task Errors_are_read_by_status_range_and_default()
    {
        Assert.AreEqual(
            "t",
            (await FailAsync<ApiException<Problem>>(
                RawServer.Answer(422, """{ "title": "t" }""", "Content-Type: application/problem+json\r\n"),
                c => c.Default.SeveralAsync())).Error.Title);
        Assert.AreEqual(
            3,
            (await FailAsync<ApiException<Ticket>>(
                RawServer.Answer(404, """{ "ticket": 3 }"""), c => c.Default.SeveralAsync())).Error.TicketValue);
        ApiException plain = await FailAsync<ApiException>(
            RawServer.Answer(500, "broken", "Content-Type: text/plain\r\n"), c => c.Default.SeveralAsync());
        Assert.AreEqual("broken", plain.RawBody);
    }

    [TestMethod]
    public async Task An_answer_without_a_body_is_null_where_the_document_has_one()
    {
        Assert.IsNull(await CallAsync("HTTP/1.1 204 No Content\r\n\r\n", c => c.Default.MaybeAsync()));
        Assert.AreEqual("n", (await CallAsync(RawServer.Answer(200, """{ "name": "n" }"""), c => c.Default.MaybeAsync()))?.Name);
        Assert.IsNull(await CallAsync("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n", c => c.Default.MaybeCountAsync()));
        Assert.AreEqual(5, await CallAsync(RawServer.Answer(200, "5"), c => c.Default.MaybeCountAsync()));
        await FailAsync<ApiResponseFormatException>("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", c => c.Default.SameAsync());
    }

    [TestMethod]
    public async Task Head_has_headers_only()
    {
        ApiResponse head = await CallAsync(
            "HTTP/1.1 200 OK\r\nContent-Length: 12\r\nX-A: 1\r\n\r\n", c => c.Default.HeadWithResponseAsync());

        Assert.AreEqual("1", head.Headers["X-A"]);
        Assert.AreEqual("12", head.Headers["Content-Length"]);
    }

    [TestMethod]
    public async Task Default_is_the_success_where_there_is_no_other_and_a_redirect_may_be_the_answer()
    {
        Assert.AreEqual("d", (await CallAsync(RawServer.Answer(200, """{ "name": "d" }"""), c => c.Default.OnlyDefaultAsync())).Name);
        Assert.AreEqual(
            "e",
            (await FailAsync<ApiException<Thing>>(
                RawServer.Answer(500, """{ "name": "e" }"""), c => c.Default.OnlyDefaultAsync())).Error.Name);

        ApiResponse redirect = await CallAsync(
            "HTTP/1.1 302 Found\r\nLocation: https://elsewhere.example/\r\nContent-Length: 0\r\n\r\n",
            c => c.Default.RedirectWithResponseAsync());
        Assert.AreEqual(302, redirect.Status);
        Assert.AreEqual("https://elsewhere.example/", redirect.Headers["Location"]);
        await FailAsync<ApiException>(
            "HTTP/1.1 302 Found\r\nLocation: https://elsewhere.example/\r\nContent-Length: 0\r\n\r\n", c => c.Default.OnlyDefaultAsync());
    }

    [TestMethod]
    public async Task Json_without_a_schema_is_any_json()
    {
        JsonElement? value = await CallAsync(RawServer.Answer(200, "[1, null]"), c => c.Default.AnythingAsync());

        Assert.AreEqual("[1, null]", value?.GetRawText());
    }

    [TestMethod]
    public async Task Text_and_xml_are_strings_and_asked_for()
    {
        await using var server = new RawServer(
            RawServer.Answer(200, "a;ü", "Content-Type: text/csv\r\n"), RawServer.Answer(200, "<a/>", "Content-Type: application/xml\r\n"));
        using AnswersClient client = Client(server);

        Assert.AreEqual("a;ü", await client.Default.TextAsync());
        Assert.AreEqual("<a/>", await client.Default.XmlAsync());
        CollectionAssert.AreEqual(
            new[] { "text/csv, application/json", "application/xml" }, server.Requests.Select(r => r.Header("Accept")).ToArray());
    }

    [TestMethod]
    public async Task An_answer_in_several_content_types_has_a_method_for_each_that_says_something_else()
    {
        await using var server = new RawServer(
            RawServer.Answer(200, """{ "name": "r" }"""),
            RawServer.Answer(200, "a;b", "Content-Type: text/csv\r\n"),
            RawServer.Answer(200, "%PDF", "Content-Type: application/pdf\r\n"));
        using AnswersClient client = Client(server);

        Assert.AreEqual("r", (await client.Default.ReportAsync()).Name);
        Assert.AreEqual("a;b", await client.Default.ReportAsCsvAsync());
        using var reader = new StreamReader(await client.Default.ReportAsStreamAsync());
        Assert.AreEqual("%PDF", await reader.ReadToEndAsync());
        CollectionAssert.AreEqual(
            new[] { "application/json", "text/csv", "application/pdf" }, server.Requests.Select(r => r.Header("Accept")).ToArray());
    }

    [TestMethod]
    public async Task Texts_of_several_types_have_a_method_each()
    {
        await using var server = new RawServer(RawServer.Answer(200, "t", "Content-Type: text/html\r\n"));
        using AnswersClient client = Client(server);

        Assert.AreEqual("t", await client.Default.PageAsync());
        Assert.AreEqual("t", await client.Default.PageAsCsvAsync());
        Assert.AreEqual("t", await client.Default.PageAsMarkdownAsync());
        CollectionAssert.AreEqual(
            new[] { "text/html", "text/csv", "text/markdown" }, server.Requests.Select(r => r.Header("Accept")).ToArray());
    }

    [TestMethod]
    public async Task An_answer_whose_content_type_no_message_can_name_is_bytes()
    {
        await using var server = new RawServer(RawServer.Answer(200, "{}"));
        using AnswersClient client = Client(server);

        using var reader = new StreamReader(await client.Default.NonsenseAsync());

        Assert.AreEqual("{}", await reader.ReadToEndAsync());
        Assert.AreEqual("*/*", server.Requests.Single().Header("Accept"));
    }

    [TestMethod]
    public async Task Variants_are_told_apart_by_a_number()
    {
        IReadOnlyList<Numbered> numbered = await CallAsync(
            RawServer.Answer(200, """[{ "type": 2, "text": "b" }, { "type": 1, "text": "a" }, { "text": "c", "type": 3 }]"""),
            c => c.Default.NumberedAsync());
        IReadOnlyList<Mapped> mapped = await CallAsync(
            RawServer.Answer(200, """[{ "code": 21, "text": "r" }, { "code": 10 }, { "code": 30 }]"""), c => c.Default.MappedAsync());

        Assert.AreEqual("b", numbered[0].Two?.Text);
        Assert.AreEqual("a", numbered[1].One?.Text);
        Assert.AreEqual("c", numbered[2].Json?.GetProperty("text").GetString(), "a number that the document does not know");
        Assert.AreEqual(21, mapped[0].Right?.Code);
        Assert.AreEqual(10, mapped[1].Left?.Code);
        Assert.AreEqual(30, mapped[2].Json?.GetProperty("code").GetInt32());
    }

    [TestMethod]
    public async Task What_has_no_type_is_any_json_in_both_directions()
    {
        await using var server = new RawServer(RawServer.Answer(200, "[[],[[]]]"));
        using AnswersClient client = Client(server);

        JsonElement sent = JsonElement.Parse("[[[]]]");
        IReadOnlyList<JsonElement> read = await client.Default.LoopAsync([sent]);

        Assert.AreEqual("[[[[]]]]", server.Requests.Single().Text);
        CollectionAssert.AreEqual(new[] { "[]", "[[]]" }, read.Select(static item => item.GetRawText()).ToArray());
    }

    [TestMethod]
    public async Task Enumerations_are_told_apart_by_their_values()
    {
        IReadOnlyList<Word> words = await CallAsync(RawServer.Answer(200, """["small", "red", 5, "green"]"""), c => c.Default.WordsAsync());

        CollectionAssert.AreEqual(
            new[] { "second small", "first red", "number 5", "first green" },
            words
                .Select(static word => word.Match(
                    static first => "first " + first,
                    static second => "second " + second,
                    static number => "number " + number,
                    static json => "json " + json))
                .ToArray());
    }

    [TestMethod]
    public async Task Names_without_a_letter_are_read_and_written_as_they_are()
    {
        const string json = "{\"\U0001F600\":\"\U0001F389\",\"\U0001F389 day\":7}";

        Emoji emoji = await CallAsync(RawServer.Answer(200, json), c => c.Default.EmojiAsync());

        Assert.AreEqual("\U0001F389", emoji.Value.Value);
        Assert.AreEqual(7, emoji.Day);
        using JsonDocument read = JsonDocument.Parse(json);
        using JsonDocument written = JsonDocument.Parse(OgGen.Json.JsonModel.ToUtf8(emoji));
        Assert.IsTrue(JsonElement.DeepEquals(read.RootElement, written.RootElement));
    }

    [TestMethod]
    public async Task Bytes_are_read_while_they_arrive_and_an_error_is_still_an_error()
    {
        var more = new TaskCompletionSource();
        await using var server = new RawServer(async exchange =>
        {
            if (exchange.Number == 1)
            {
                await exchange.SendAsync(RawServer.Answer(404, """{ "title": "gone" }"""));
                return;
            }

            await exchange.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 4\r\n\r\nab");
            await more.Task;
            await exchange.SendAsync("cd");
        });
        using AnswersClient client = Client(server);

        ApiResponse<Stream> answer = await client.Default.BytesWithResponseAsync();
        await using (answer.Value)
        {
            byte[] bytes = new byte[4];
            await answer.Value.ReadExactlyAsync(bytes.AsMemory(0, 2));
            more.SetResult();
            await answer.Value.ReadExactlyAsync(bytes.AsMemory(2, 2));
            Assert.AreEqual("abcd", System.Text.Encoding.ASCII.GetString(bytes));
            Assert.AreEqual("image/png", answer.Headers["Content-Type"]);
        }

        Assert.AreEqual("gone", (await Assert.ThrowsExactlyAsync<ApiException<Problem>>(() => client.Default.BytesAsync())).Error.Title);
        Assert.AreEqual(1, server.ConnectionCount, "a stream that was read whole gave its connection back");
    }

    private static AnswersClient Client(RawServer server) => new(server.Address, new ApiClientOptions { Retry = { Enabled = false } });

    private static async Task<T> CallAsync<T>(string answer, Func<AnswersClient, Task<T>> call)
    {
        await using var server = new RawServer(answer);
        using AnswersClient client = Client(server);
        return await call(client);
    }

    private static async Task<TException> FailAsync<TException>(string answer, Func<AnswersClient, Task> call)
        where TException : Exception
    {
        await using var server = new RawServer(answer);
        using AnswersClient client = Client(server);
        return await Assert.ThrowsExactlyAsync<TException>(() => call(client));
    }
}
