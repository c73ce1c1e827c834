using System.Net;

namespace OgGen.Runtime.Tests;

[TestClass]
public sealed class ErrorTests
{
    private static async Task<Exception> FailAsync(string answer, ApiCredential? credential = null)
    {
        await using var server = new RawServer(answer);
        using var client = new TestClient(
            server.Address, credential ?? ApiCredential.Http("key", "GenieKey", TestClient.Key), Given.NoRetry());
        return await Assert.ThrowsAsync<Exception>(() => client.GetAsync());
    }

    [TestMethod]
    public async Task An_error_body_is_the_model_of_the_narrowest_description()
    {
        var range = (ApiException<Problem>)await FailAsync(RawServer.Answer(422, """{"message":"no"}""", "X-Request-ID: r-9\r\n"));
        Assert.AreEqual("no", range.Error.Message);
        Assert.AreSame(range.Error, range.ErrorBody);
        Assert.AreEqual(422, range.Status);
        Assert.AreEqual("r-9", range.RequestId);
        Assert.AreEqual("Pets_Do", range.Operation);
        Assert.AreEqual("""{"message":"no"}""", range.RawBody);
        Assert.AreEqual("r-9", range.Headers["x-request-id"]);
        Assert.AreEqual("""Pets_Do answered 422 (Unprocessable Content): {"message":"no"}; request id r-9""", range.WithoutAddress());
        Assert.AreEqual("one", ((ApiException<string>)await FailAsync(RawServer.Answer(409, """{"message":"one"}"""))).Error);
        Assert.AreEqual("any", ((ApiException<Problem>)await FailAsync(RawServer.Answer(500, """{"message":"any"}"""))).Error.Message);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("[1,2]")]
    [DataRow("{\"mess")]
    [DataRow("<html>")]
    [DataRow("\"text\"")]
    [DataRow("{\"message\":1}")]
    public async Task A_body_that_is_no_such_model_is_kept_raw(string body)
    {
        Exception e = await FailAsync(RawServer.Answer(422, body));
        Assert.AreEqual(typeof(ApiException), e.GetType());
        Assert.IsNull(((ApiException)e).ErrorBody);
        Assert.AreEqual(body.Length == 0 ? null : body, ((ApiException)e).RawBody);
    }

    [TestMethod]
    public async Task An_error_whose_body_breaks_off_is_still_that_error()
    {
        await using var server = new RawServer(async x =>
        {
            await x.SendAsync("HTTP/1.1 403 X\r\nContent-Length: 100\r\nX-Request-ID: r\r\n\r\n{\"message\":\"read only\"}");
            x.Close();
        });
        using var client = new TestClient(server.Address);
        var e = await Assert.ThrowsExactlyAsync<ApiException>(() => client.GetAsync());
        Assert.AreEqual(403, e.Status);
        StringAssert.Contains(e.RawBody, "read only");
    }

    [TestMethod]
    public async Task A_large_error_body_is_trimmed()
    {
        var e = (ApiException)await FailAsync(RawServer.Answer(400, """{"message":"m","x":" """ + new string('x', 3_000_000) + "\"}"));
        Assert.AreEqual(400, e.Status);
        Assert.AreEqual(4096, e.RawBody!.Length);
    }

    [TestMethod]
    public async Task A_429_is_a_rate_limit_exception()
    {
        var e = (ApiRateLimitException)await FailAsync(
            RawServer.Answer(429, """{"message":"many"}""", "X-RateLimit-State: THROTTLED\r\nX-RateLimit-Period-In-Sec: 60\r\n"));
        Assert.AreEqual(TimeSpan.FromSeconds(60), e.RetryAfter);
        Assert.AreEqual("THROTTLED", e.Headers["X-RateLimit-State"]);
        Assert.AreEqual("many", ((Problem)e.ErrorBody!).Message);
    }

    [TestMethod]
    [DataRow(301)]
    [DataRow(302)]
    [DataRow(303)]
    [DataRow(307)]
    [DataRow(308)]
    public async Task Redirects_are_refused(int status)
    {
        await using var other = new RawServer(Given.Pet);
        foreach (string location in new[]
        {
            $"{other.Address}x",
            $"http://localhost:{other.Port}/x",
            "https://127.0.0.1/x",
            "file:///etc/passwd",
            ":::",
            "/pets/8",
            "",
        })
        {
            var e = (ApiException)await FailAsync(RawServer.Answer(status, "", $"Location: {location}\r\n"));
            Assert.AreEqual(status, e.Status);
            StringAssert.Contains(e.Message, "redirect");
        }

        Assert.IsEmpty(other.Requests);
    }

    [TestMethod]
    [DataRow(600)]
    [DataRow(999)]
    [DataRow(100_0)]
    public async Task Odd_statuses_are_api_exceptions(int status)
    {
        Assert.IsInstanceOfType<ApiException>(await FailAsync(RawServer.Answer(status, "{}")));
    }

    [TestMethod]
    public async Task A_secret_that_the_service_echoes_is_in_no_text_of_the_exception()
    {
        const string odd = "a/b+c=\"d\" e&<CANARY>";
        (ApiCredential Credential, string Echo)[] cases =
        [
            (ApiCredential.Http("key", "GenieKey", TestClient.Key), TestClient.Key),
            (ApiCredential.Http("key", "GenieKey", TestClient.Key), TestClient.Key.ToUpperInvariant()),
            (ApiCredential.Bearer("key", odd), odd),
            (ApiCredential.Bearer("key", odd), Uri.EscapeDataString(odd)),
            (ApiCredential.Bearer("key", odd), "a\\/b+c=\\\"d\\\" e&<CANARY>".Replace("\\\"", "\"", StringComparison.Ordinal)),
            (ApiCredential.Bearer("key", odd), System.Text.Json.JsonEncodedText.Encode(odd).ToString()),
            (ApiCredential.Bearer("key", odd), WebUtility.HtmlEncode(odd)),
            (ApiCredential.ApiKey("key", ApiKeyLocation.Query, "k", TestClient.Key), TestClient.Key),
            (ApiCredential.Basic("key", "me", TestClient.Key), TestClient.Key),
            (ApiCredential.Basic("key", "me", TestClient.Key),
                Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("me:" + TestClient.Key))),
        ];
        foreach ((ApiCredential credential, string echo) in cases)
        {
            foreach (int status in new[] { 200, 302, 401, 422, 429, 500 })
            {
                string json =
                    $$"""{"message":"bad key {{(echo.Contains('"', StringComparison.Ordinal) ? "" : echo)}}","other":{{echo}} }""";
                foreach (string body in new[] { json, $$"""{"message":"{{TestClient.Key}}"}""", new string('x', 4090) + echo, echo })
                {
                    Exception e = await FailAsync(
                        RawServer.Answer(status, body, $"X-Request-ID: id-{echo}\r\nX-Echo: {echo}\r\n"), credential);
                    string all = Everything(e);
                    if (body != json.Replace(echo, TestClient.Key, StringComparison.Ordinal)
                        && !body.Contains(TestClient.Key, StringComparison.Ordinal))
                    {
                        Assert.DoesNotContain("CANARY", all, StringComparison.OrdinalIgnoreCase);
                    }

                    Assert.DoesNotContain(echo, all);
                    StringAssert.Contains(all, "***");
                }
            }
        }
    }

    [TestMethod]
    public async Task The_search_for_the_secret_finds_one_that_is_there()
    {
        // The twin of the test above: a service that echoes something else is quoted in all these places.
        Exception e = await FailAsync(
            RawServer.Answer(401, """{"message":"other-CANARY"}""", "X-Request-ID: id-CANARY\r\nX-Echo: head-CANARY\r\n"));
        string all = Everything(e);
        StringAssert.Contains(all, "other-CANARY");
        StringAssert.Contains(all, "id-CANARY");
        StringAssert.Contains(all, "head-CANARY");
        StringAssert.Contains(Everything(new ApiException("x", new IOException("y") { Data = { ["k"] = "data-CANARY" } })), "data-CANARY");
    }

    [TestMethod]
    public async Task A_handler_that_puts_the_request_into_its_exception_shows_no_secret()
    {
        var options = Given.NoRetry();
        options.Handler = new LeakyHandler();
        using var client = new TestClient(new Uri("https://example.invalid"), options);
        var e = await Assert.ThrowsExactlyAsync<ApiConnectionException>(() => client.GetAsync());
        Assert.DoesNotContain(TestClient.Key, Everything(e));
        StringAssert.Contains(Everything(e), "***");
    }

    /// <summary>All text that an exception carries, as a logger could print it, but for the body, which is the service's data.</summary>
    private static string Everything(Exception exception)
    {
        var text = new System.Text.StringBuilder(exception.ToString());
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            foreach (System.Collections.DictionaryEntry entry in e.Data)
            {
                text.Append(entry.Key).Append(entry.Value);
            }

            if (e is ApiException api)
            {
                text.Append(api.RequestId).Append(api.Operation);
                foreach ((string name, IReadOnlyList<string> values) in api.Headers)
                {
                    text.Append(name).AppendJoin('|', values).Append(api.Headers[name]);
                }
            }
        }

        return text.ToString();
    }

    private sealed class LeakyHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => throw new HttpRequestException(
                $"could not send {request}",
                new IOException(request.Headers.Authorization!.Parameter) { Data = { ["request"] = request } });
    }
}
