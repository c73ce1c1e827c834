using System.Net;
using System.Text;
using OgGen.Generated;
using OgGen.Json;

namespace OgGen.Faults.Tests;

/// <summary>
/// Keys that come back in another spelling, and keys that are short. Alone, because the canaries of other tests would look through all of
/// it in the events of .NET, which repeat what a handler throws (SECURITY.md says so).
/// </summary>
[TestClass]
[DoNotParallelize]
public sealed class KeyFaults
{
    private static readonly string[] s_keys =
    [
        "dG9rZW4tMTIzNDU2Nzg5MDEyMw==",
        "s3cr<t&'x",
        "CANARY-key-1234",
        "a/b+c=\"d\" e&<CANARY>\\",
        "a%41&lt;\\u0041b",
    ];

    public static IEnumerable<object[]> Spellings => KeySpellings.All.Keys.Select(static name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Spellings))]
    public async Task Stranger12_what_the_client_says_about_an_answer_masks_the_key(string spelling)
    {
        foreach ((string key, ApiCredential credential) in Credentials())
        {
            string echo = KeySpellings.All[spelling](key);
            foreach (int status in new[] { 200, 401, 429, 302 })
            {
                string body = $"{{\"message\":\"invalid key {echo}\", \"more\": {echo} ";
                ApiException e = await FailAsync(key, credential, _ => Answer(status, body, echo));
                Assert.Contains("***", e.Message, $"{spelling} of {key}");
                Assert.AreEqual(body, e.RawBody, "the raw body is the service's");
            }
        }
    }

    [TestMethod]
    [DynamicData(nameof(Spellings))]
    public async Task Stranger12_a_typed_error_is_read_from_the_bytes_that_came(string spelling)
    {
        foreach ((string key, ApiCredential credential) in Credentials())
        {
            string echo = KeySpellings.All[spelling](key);
            byte[] body = JsonSerializerBytes($"invalid key {echo}");
            ApiException e = await FailAsync(key, credential, _ => Answer(401, Encoding.UTF8.GetString(body), echo));
            Assert.AreEqual($"invalid key {echo}", ((ApiException<Problem>)e).Error.Message);
            Assert.AreEqual(Encoding.UTF8.GetString(body), e.RawBody);
            Assert.Contains("***", e.Message);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Spellings))]
    public async Task Stranger12_what_a_handler_throws_is_masked(string spelling)
    {
        foreach ((string key, ApiCredential credential) in Credentials())
        {
            string echo = KeySpellings.All[spelling](key);
            foreach (Func<Exception> make in new Func<Exception>[]
            {
                () => new HttpRequestException($"lost {echo}"),
                () => new IOException("lost", new InvalidOperationException($"x {echo}.")),
                () => new TaskCanceledException("late", new TimeoutException(echo)),
                () => new IOException("lost") { Data = { [echo] = "k", ["k"] = echo } },
                () =>
                    new IOException("lost", new AggregateException(new IOException("a"), new IOException("b") { Data = { ["k"] = echo } })),
            })
            {
                ApiException e = await FailAsync(key, credential, _ => throw make());
                Assert.IsNotNull(e.InnerException);
            }
        }
    }

    [TestMethod]
    [DynamicData(nameof(Spellings))]
    public async Task Stranger12_what_a_body_throws_while_it_is_read_is_masked(string spelling)
    {
        foreach ((string key, ApiCredential credential) in Credentials())
        {
            string echo = KeySpellings.All[spelling](key);
            await FailAsync(
                key, credential, _ => new HttpResponseMessage { Content = new StreamContent(new FailingStream($"broken at {echo}")) });
            using var canary = new KeyCanary(key, ApiTelemetry.Name, withEvents: false);
            using TestClient client = Client(
                canary, credential, _ => new HttpResponseMessage { Content = new StreamContent(new FailingStream($"broken at {echo}")) });
            Stream stream = (await client.Pipe.SendForStreamAsync(Operations.Request("GET"))).Value;
            ApiException e = await Assert.ThrowsAsync<ApiException>(() => stream.ReadAsync(new byte[10]).AsTask());
            canary.See(e);
            canary.AssertSilent();
        }
    }

    [TestMethod]
    [DynamicData(nameof(Spellings))]
    public async Task Stranger12_a_name_in_JSON_or_a_header_that_is_the_key_is_masked(string spelling)
    {
        foreach ((string key, ApiCredential credential) in Credentials())
        {
            string echo = KeySpellings.All[spelling](key);
            using var canary = new KeyCanary(key, ApiTelemetry.Name, withEvents: false);
            string body = Encoding.UTF8.GetString(
                System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { [echo] = "no date" }));
            using TestClient client = Client(canary, credential, _ => Answer(200, body, ""));
            var e = await Assert.ThrowsExactlyAsync<ApiResponseFormatException>(
                () => client.Pipe.SendAsync<Dictionary<string, DateTimeOffset>, MapCodec<DateTimeOffset, DateTimeCodec>>(
                    Operations.Request("GET")));
            canary.See(e);

            if (echo.All(static c => c is >= '!' and <= '~' and not ('=' or ',')))
            {
                using TestClient other = Client(canary, credential, _ => Answer(200, """{"name":"Rex"}""", echo));
                ApiResponseWithHeaders<Pet, EchoHeaders> answer = await other.Pipe.SendAsync<Pet, PetCodec, EchoHeaders>(
                    Operations.Request("GET"));
                canary.See(Assert.ThrowsExactly<ApiResponseFormatException>(() => answer.Headers.Echo));
                Assert.AreEqual(echo, answer.Headers["X-Echo"], "the headers of a success are the service's");
            }

            canary.AssertSilent();
        }
    }

    [TestMethod]
    public async Task Stranger12_a_password_in_any_language_is_masked_in_every_spelling()
    {
        const string Password = "p\u00e4ss \ud83d\ude00 w\u00f6rd<\u4e2d>";
        foreach ((string spelling, Func<string, string> spell) in KeySpellings.All)
        {
            foreach (string secret in new[] { Password, Convert.ToBase64String(Encoding.UTF8.GetBytes("me:" + Password)) })
            {
                using var canary = new KeyCanary(Password, ApiTelemetry.Name, withEvents: false);
                using TestClient client = Client(
                    canary, ApiCredential.Basic("key", "me", Password), _ => Answer(401, $"{{\"m\":\"{spell(secret)}\"}}", ""));
                ApiException e = await Assert.ThrowsExactlyAsync<ApiException>(() => client.GetAsync());
                canary.See(e);
                canary.AssertSilent();
                Assert.Contains("***", e.Message, spelling);
            }
        }
    }

    [TestMethod]
    [DataRow(5)]
    [DataRow(190)]
    [DataRow(4090)]
    public async Task Stranger12_a_key_that_is_cut_by_the_end_of_a_text_is_masked(int before)
    {
        const string Key = "CANARY-7f3a9b2c-key";
        foreach ((string spelling, Func<string, string> spell) in KeySpellings.All)
        {
            string start = new(' ', before);
            string echo = spell(Key);
            for (int length = echo.Length; length > 0; length -= 1 + (echo.Length / 4))
            {
                // The connection breaks in the middle of the key.
                ApiException e = await FailAsync(Key, ApiCredential.Bearer("key", Key), _ => Broken(401, start + echo[..length]));
                foreach (string part in new[] { "CANARY-7f3a9b", "7f3a9b2c" })
                {
                    Assert.IsFalse(KeySpellings.Holds(e.Message, part), $"{spelling}, cut at {length}: {e.Message}");
                }
            }

            await FailAsync(
                Key, ApiCredential.Bearer("key", Key), _ => Answer(401, start + string.Concat(Enumerable.Repeat(echo + " ", 60)), ""));
        }
    }

    [TestMethod]
    [DataRow("CANARY", "***")]
    [DataRow("CANAR", "CANAR")]
    public async Task Stranger12_six_characters_of_a_key_that_is_cut_are_masked(string end, string shown)
    {
        using var canary = new KeyCanary("not looked for", ApiTelemetry.Name, withEvents: false);
        using TestClient client = Client(canary, ApiCredential.Bearer("key", "CANARY-7f3a9b2c-key"), _ => Broken(401, "the key " + end));
        ApiException e = await Assert.ThrowsAsync<ApiException>(() => client.GetAsync());
        Assert.Contains("the key " + shown, e.Message);
        Assert.AreEqual(end == shown, e.Message.Contains(end, StringComparison.Ordinal));
    }

    [TestMethod]
    [DataRow("t", """{"title":"not it","t":1}""", """{"title":"not it","***":1}""")]
    [DataRow("t", "the key 't' is wrong", "the key '***' is wrong")]
    [DataRow("t", "t", "***")]
    [DataRow("t", """{"m":"key \u0074 is, \u0074itle is not"}""", """{"m":"key *** is, \u0074itle is not"}""")]
    [DataRow("t", "?key=%74&title=%74itle", "?key=***&title=%74itle")]
    [DataRow("t", "a&#116;b &#116;", "a&#116;b ***")]
    [DataRow("t", "t_total 1t t1 \u00e9t t\u00e9 t!", "t_total 1t t1 \u00e9t t\u00e9 ***!")]
    [DataRow("k-1", "k-1 k-10 ak-1 [k-1]", "*** k-10 ak-1 [***]")]
    [DataRow("1234567", "1234567 12345678", "*** 12345678")]
    [DataRow("12345678", "12345678 123456789 a12345678", "*** ***9 a***")]
    [DataRow("7", """{"code":7,"other":77}""", """{"code":***,"other":77}""")]
    public async Task Stranger12_a_short_key_is_masked_where_it_stands_alone(string key, string body, string shown)
    {
        using var canary = new KeyCanary("not looked for", ApiTelemetry.Name, withEvents: false);
        using TestClient client = Client(
            canary, ApiCredential.ApiKey("key", ApiKeyLocation.Header, "X-Key", key), _ => Answer(500, body, ""));
        ApiException e = await Assert.ThrowsAsync<ApiException>(() => client.GetAsync());
        Assert.AreEqual("Pets_Do answered 500 (Internal Server Error): " + shown, e.WithoutAddress());
        Assert.AreEqual(body, e.RawBody);
    }

    [TestMethod]
    [DataRow("t")]
    [DataRow("me")]
    [DataRow("message")]
    [DataRow("a")]
    [DataRow("{")]
    [DataRow("\"")]
    [DataRow("text message")]
    public async Task Stranger12_no_key_changes_what_is_parsed(string key)
    {
        const string Body = """{"message":"a text message for me"}""";
        foreach (ApiCredential credential in new[]
        {
            ApiCredential.Bearer("key", key),
            ApiCredential.Basic("key", "me", key),
            ApiCredential.ApiKey("key", ApiKeyLocation.Query, "k", key),
        })
        {
            using var canary = new KeyCanary("not looked for", ApiTelemetry.Name, withEvents: false);
            using TestClient client = Client(canary, credential, _ => Answer(422, Body, ""));
            var e = await Assert.ThrowsExactlyAsync<ApiException<Problem>>(() => client.GetAsync());
            Assert.AreEqual("a text message for me", e.Error.Message);
            Assert.AreEqual(Body, e.RawBody);
        }
    }

    [TestMethod]
    [DataRow("at")]
    [DataRow("in")]
    [DataRow("line")]
    [DataRow("cs")]
    [DataRow("tests")]
    public async Task Stranger12_a_short_key_that_is_a_word_of_stack_traces_hides_no_cause(string key)
    {
        using var canary = new KeyCanary("not looked for", ApiTelemetry.Name, withEvents: false);
        using TestClient client = Client(
            canary, ApiCredential.Bearer("key", key), static _ => throw new IOException("lost", new AggregateException(Thrown())));
        ApiException e = await Assert.ThrowsExactlyAsync<ApiConnectionException>(() => client.GetAsync());
        Assert.IsInstanceOfType<IOException>(e.InnerException);
        Assert.Contains(key, e.InnerException.ToString(), "the key is a word of the stack trace");

        // The twin: the key in a message is masked as ever.
        using TestClient told = Client(canary, ApiCredential.Bearer("key", key), _ => throw new IOException($"lost, '{key}'", Thrown()));
        e = await Assert.ThrowsExactlyAsync<ApiConnectionException>(() => told.GetAsync());
        Assert.DoesNotContain($"'{key}'", e.ToString());
        Assert.Contains("lost, '***'", e.ToString());
    }

    [TestMethod]
    [DataRow("NotYet")]
    [DataRow("n")]
    [DataRow("notyet--")]
    public async Task Stranger12_no_key_changes_what_a_poll_waits_for(string key)
    {
        var time = new ManualTimeProvider();
        ApiClientOptions options = Given.Untimed(time);
        int asked = 0;
        options.Handler = new StubHandler(_ => asked++ < 2 ? NotYet(key) : Answer(200, """{"name":"Rex"}""", ""));
        using var client = new TestClient(new Uri("https://a.invalid"), ApiCredential.Bearer("key", key), options);
        Pet pet = await time.DriveAsync(
            client.Pipe.PollAsync(
                Operations.Pet("GET"),
                new ApiPollOptions { Deadline = Timeout.InfiniteTimeSpan },
                async token => (await client.GetAsync(token)).Value));
        Assert.AreEqual("Rex", pet.Name);
        Assert.AreEqual(3, asked);
    }

    private static InvalidOperationException Thrown()
    {
        try
        {
            throw new InvalidOperationException("x");
        }
        catch (InvalidOperationException e)
        {
            return e;
        }
    }

    private static HttpResponseMessage NotYet(string key)
    {
        HttpResponseMessage answer = Answer(404, "{}", key);
        answer.Headers.Add("X-Errortype", "NotYet");
        return answer;
    }

    private static IEnumerable<(string Key, ApiCredential Credential)> Credentials()
    {
        foreach (string key in s_keys)
        {
            yield return (key, ApiCredential.Http("key", "GenieKey", key));
        }

        yield return (s_keys[1], ApiCredential.ApiKey("key", ApiKeyLocation.Header, "X-Key", s_keys[1]));
        yield return (s_keys[3], ApiCredential.ApiKey("key", ApiKeyLocation.Query, "k", s_keys[3]));
        yield return (s_keys[3], ApiCredential.ApiKey("key", ApiKeyLocation.Cookie, "k", s_keys[3]));
        yield return (s_keys[2], ApiCredential.Bearer("key", _ => new(s_keys[2])));
    }

    private static TestClient Client(KeyCanary canary, ApiCredential credential, Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        ApiClientOptions options = Given.NoRetry();
        options.Observers = canary.Observers;
        options.Handler = new StubHandler(answer);
        return new TestClient(new Uri("https://a.invalid"), credential, options);
    }

    /// <summary>A call that must fail, without a word that holds the key.</summary>
    private static async Task<ApiException> FailAsync(
        string key, ApiCredential credential, Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        using var canary = new KeyCanary(key, ApiTelemetry.Name, withEvents: false);
        using TestClient client = Client(canary, credential, answer);
        ApiException e = await Assert.ThrowsAsync<ApiException>(() => client.GetAsync());
        canary.See(e);
        canary.AssertSilent();
        return e;
    }

    /// <summary>An answer that repeats the key in its headers too, where they can hold it.</summary>
    private static HttpResponseMessage Answer(int status, string body, string echo)
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        if (echo.Length > 0 && echo.All(static c => c is >= ' ' and <= '~'))
        {
            answer.Headers.TryAddWithoutValidation("X-Echo", echo);
            answer.Headers.TryAddWithoutValidation("X-Request-ID", "r-" + echo);
        }

        return answer;
    }

    private static HttpResponseMessage Broken(int status, string body)
        => new((HttpStatusCode)status) { Content = new StreamContent(new FailingStream("lost", Encoding.UTF8.GetBytes(body))) };

    private static byte[] JsonSerializerBytes(string message) => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new { message });

    private sealed class EchoHeaders(ApiResponseHeaders headers) : ApiResponseHeaders(headers), IApiResponseHeaders<EchoHeaders>
    {
        public object? Echo => ReadObject<Dictionary<string, int>, MapCodec<int, Int32Codec>>("X-Echo", ApiHeaderForm.Pairs);

        static EchoHeaders IApiResponseHeaders<EchoHeaders>.From(ApiResponseHeaders headers) => new(headers);
    }

    /// <summary>Some bytes, and then an exception.</summary>
    private sealed class FailingStream(string problem, byte[]? bytes = null) : MemoryStream(bytes ?? [])
    {
        public override int Read(byte[] buffer, int offset, int count)
            => Position < Length ? base.Read(buffer, offset, count) : throw new IOException(problem);

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
            => Task.FromResult(Read(buffer, offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            byte[] copy = new byte[buffer.Length];
            int read = Read(copy, 0, copy.Length);
            copy.AsMemory(0, read).CopyTo(buffer);
            return new(read);
        }
    }
}
