using OgGen.Opsgenie.Tests.Wire;

namespace OgGen.Opsgenie.Tests.Client;

/// <summary>Every error of the service is an exception that carries the documented body, typed, and the id of the request.</summary>
[TestClass]
public sealed class ErrorTests
{
    private const string Body =
        """{"message":"no","took":0.001,"requestId":"r-body","code":40301,"errors":{"name":"may not be empty","filter.type":"bad"}}""";
    private const string Html = "<html><body>502 from the edge</body></html>";
    private static readonly ApiClientOptions s_once = new() { Retry = new ApiRetryOptions { Enabled = false } };

    [TestMethod]
    [DataRow(400)]
    [DataRow(401)]
    [DataRow(402)]
    [DataRow(403)]
    [DataRow(404)]
    [DataRow(405)]
    [DataRow(409)]
    [DataRow(415)]
    [DataRow(422)]
    [DataRow(429)]
    [DataRow(500)]
    [DataRow(502)]
    [DataRow(503)]
    [DataRow(504)]
    public async Task A_status_has_its_exception_with_the_typed_body(int status)
    {
        ApiException e = await FailAsync(RawServer.Answer(status, Body, "X-Request-ID: r-head\r\n"));
        Assert.AreSame(status == 429 ? typeof(ApiRateLimitException) : typeof(ApiException<ErrorResponse>), e.GetType());
        Assert.AreEqual(status, e.Status);
        Assert.AreEqual("r-head", e.RequestId);
        Assert.AreEqual("Policies_List", e.Operation);
        Assert.AreEqual(Body, e.RawBody);
        var error = (ErrorResponse)e.ErrorBody!;
        Assert.AreEqual("no", error.Message);
        Assert.AreEqual(40301, error.Code);
        Assert.AreEqual("r-body", error.RequestId);
        Assert.HasCount(2, error.Errors!);
        Assert.AreEqual("may not be empty", error.Errors!["name"]);
        Assert.AreSame(error, (e as ApiException<ErrorResponse>)?.Error ?? error);
    }

    [TestMethod]
    [DynamicData(nameof(WireCase.Rows), typeof(WireCase))]
    public async Task Every_operation_has_the_typed_errors(string operation)
    {
        foreach (int status in new[] { 404, 418, 422, 500, 504 })
        {
            var e = (ApiException<ErrorResponse>)await FailAsync(
                RawServer.Answer(status, Body, "X-Request-ID: r-head\r\n"), WireCase.All[operation].Call);
            Assert.AreEqual(operation, e.Operation);
            Assert.AreEqual("bad", e.Error.Errors!["filter.type"]);
            Assert.AreEqual("r-head", e.RequestId);
        }

        var many = (ApiRateLimitException)await FailAsync(
            RawServer.Answer(429, Body, "X-RateLimit-Period-In-Sec: 60\r\n"), WireCase.All[operation].Call);
        Assert.AreEqual(TimeSpan.FromMinutes(1), many.RetryAfter);
    }

    [TestMethod]
    [DataRow(502, Html)]
    [DataRow(504, "")]
    [DataRow(401, "")]
    [DataRow(500, "{}")]
    [DataRow(422, """{"message":"m","errors":["a list"]}""")]
    public async Task A_body_that_is_not_the_documented_one_is_kept_raw(int status, string body)
    {
        ApiException e = await FailAsync(
            RawServer.Answer(status, body, $"X-Request-ID: r-head\r\n{(body == Html ? "Content-Type: text/html\r\n" : "")}"));
        Assert.AreSame(typeof(ApiException), e.GetType());
        Assert.AreEqual(status, e.Status);
        Assert.AreEqual("r-head", e.RequestId);
        Assert.IsNull(e.ErrorBody);
        Assert.AreEqual(body.Length == 0 ? null : body, e.RawBody);
    }

    [TestMethod]
    [DataRow("X-RateLimit-Period-In-Sec: 60\r\n", 60)]
    [DataRow("X-RateLimit-Period-In-Sec: 1\r\n", 1)]
    [DataRow("X-RateLimit-Period-In-Sec: 60\r\nRetry-After: 7\r\n", 7)]
    [DataRow("Retry-After: 7\r\nX-RateLimit-State: THROTTLED\r\n", 7)]
    [DataRow("X-RateLimit-State: THROTTLED\r\nX-RateLimit-Reason: ACCOUNT\r\n", -1)]
    [DataRow("X-RateLimit-Period-In-Sec: soon\r\n", -1)]
    public async Task A_rate_limit_says_how_long_to_wait(string headers, int seconds)
    {
        var e = (ApiRateLimitException)await FailAsync(
            RawServer.Answer(429, """{"message":"You are making too many requests!"}""", headers));
        Assert.AreEqual(seconds < 0 ? null : TimeSpan.FromSeconds(seconds), e.RetryAfter);
        foreach (string[] header in headers.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ")))
        {
            Assert.AreEqual(header[1], e.Headers[header[0]]);
        }
    }

    [TestMethod]
    [DataRow("""{"result":"Deleted"}""", "$")]
    [DataRow("""{"data":[{"id":"p-1","name":"n","type":"modify","enabled":true},{"id":"p-2","name":5}]}""", "$.data[1].name")]
    public async Task A_success_that_is_not_the_documented_one_names_the_place(string body, string path)
    {
        var e = (ApiResponseFormatException)await FailAsync(RawServer.Answer(200, body, "X-Request-ID: r-head\r\n"));
        Assert.AreEqual(path, ((System.Text.Json.JsonException)e.InnerException!).Path);
        StringAssert.Contains(e.Message, path);
        Assert.AreEqual("r-head", e.RequestId);
    }

    [TestMethod]
    [DynamicData(nameof(WireCase.Rows), typeof(WireCase))]
    public async Task Nothing_unsafe_is_sent_twice_when_the_service_fails(string operation)
    {
        WireCase row = WireCase.All[operation];
        foreach (int status in new[] { 500, 502, 503, 504 })
        {
            await using var server = new RawServer(RawServer.Answer(status, Body));
            var e = await FailAsync(server, row);
            Assert.AreEqual(status, e.Status);
            Assert.HasCount(row.Method is "GET" or "PUT" ? 4 : 1, server.Requests);
        }
    }

    [TestMethod]
    [DynamicData(nameof(WireCase.Rows), typeof(WireCase))]
    public async Task Nothing_unsafe_is_sent_twice_when_the_answer_is_lost(string operation)
    {
        WireCase row = WireCase.All[operation];
        await using var server = new RawServer(exchange =>
        {
            exchange.Reset();
            return Task.CompletedTask;
        });
        var e = (ApiConnectionException)await FailAsync(server, row);
        Assert.AreEqual(ApiConnectionFailure.Interrupted, e.Failure);
        Assert.IsFalse(e.NothingWasSent);
        if (row.Method is "GET" or "PUT")
        {
            Assert.IsGreaterThanOrEqualTo(4, server.Requests.Count);
        }
        else
        {
            Assert.HasCount(1, server.Requests);
        }
    }

    private static async Task<ApiException> FailAsync(string answer, Func<OpsgenieClient, Task>? call = null)
    {
        await using var server = new RawServer(answer);
        using var client = new OpsgenieClient("key", server.Address, s_once);
        return await Assert.ThrowsAsync<ApiException>(() => (call ?? (c => c.Policies.ListAsync()))(client));
    }

    /// <summary>With the retries that a client makes by default, in no time.</summary>
    private static async Task<ApiException> FailAsync(RawServer server, WireCase row)
    {
        var time = new ManualTimeProvider();
        using var client = new OpsgenieClient("key", server.Address, new ApiClientOptions
        {
            TimeProvider = time,
            Timeout = Timeout.InfiniteTimeSpan,
            AttemptTimeout = Timeout.InfiniteTimeSpan,
        });
        return await time.DriveAsync(Assert.ThrowsAsync<ApiException>(() => row.Call(client)));
    }
}
