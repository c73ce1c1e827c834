using Quickstart;

namespace OgGen.Quickstart.Tests;

/// <summary>What a run that goes well does not show.</summary>
[TestClass]
public sealed class ReportTests
{
    private static readonly (string, string)[] s_oneCall = [("GET", "/v1/policies")];

    [TestMethod]
    public void A_failed_check_prints_what_differed_and_exits_with_1()
    {
        using var output = new StringWriter();
        var report = new Report(output);
        report.Check("order", 1, 2);
        report.Check("name", "close", null);
        report.Check("same", true, true);

        Assert.AreEqual(1, report.Finish(Operations.FromDocument(), s_oneCall, mustCallAll: false));
        Assert.Contains("FAILED order: expected \"1\", got \"2\"", output.ToString());
        Assert.Contains("FAILED name: expected \"close\", got nothing", output.ToString());
        Assert.Contains("1 of 20 operations, 1 checks passed, 2 failed", output.ToString());
    }

    [TestMethod]
    public void Fields_that_only_one_side_has_differ()
    {
        using var output = new StringWriter();
        var report = new Report(output);
        report.Check(
            "policy",
            [new Field("lost", "a"), new Field("same", 1), new Field("none", null)],
            [new Field("same", 1), new Field("added", true)]);

        Assert.AreEqual(1, report.Finish(Operations.FromDocument(), s_oneCall, mustCallAll: false));
        Assert.Contains("FAILED policy, lost: expected \"a\", got nothing", output.ToString());
        Assert.Contains("FAILED policy, added: expected nothing, got \"True\"", output.ToString());
        Assert.Contains("1 checks passed, 2 failed", output.ToString());
    }

    [TestMethod]
    public void An_operation_that_was_not_called_exits_with_1()
    {
        using var output = new StringWriter();

        Assert.AreEqual(1, new Report(output).Finish(Operations.FromDocument(), s_oneCall, mustCallAll: true));
        Assert.AreEqual(0, new Report(output).Finish(Operations.FromDocument(), s_oneCall, mustCallAll: false));
    }

    [TestMethod]
    public void Control_characters_do_not_reach_the_terminal()
    {
        using var output = new StringWriter();
        var report = new Report(output);
        report.Row("call", "\u001b[2J", "a\rb");
        report.Note("\u0007");

        Assert.IsFalse(output.ToString().Replace(output.NewLine, "", StringComparison.Ordinal).Any(char.IsControl));
    }

    [TestMethod]
    public void The_document_has_20_operations_and_templates_match_one_segment()
    {
        Operations operations = Operations.FromDocument();

        Assert.AreEqual(20, operations.Count);
        CollectionAssert.AreEquivalent(
            new[] { "Policies_Get", "Policies_Enable", "Actions_Get", "Actions_Execute", "Actions_GetExecution" },
            operations.Called(
            [
                ("GET", "/v1/policies/a%2Fb"),
                ("POST", "/v1/policies/a/enable"),
                ("GET", "/proxy/v1/actions/actions/restart%20api"),
                ("POST", "/v1/actions/actions/executions/restart%20api"),
                ("GET", "/v1/actions/actions/executions/7"),
            ]).ToArray());
        Assert.ThrowsExactly<InvalidOperationException>(() => operations.Called([("GET", "/v1/policies/a/enable")]));
    }

    [TestMethod]
    [DataRow("POST")]
    [DataRow("PUT")]
    [DataRow("PATCH")]
    [DataRow("DELETE")]
    public async Task A_write_does_not_leave_the_read_only_handler(string method)
    {
        using var inner = new Recorder();
        using var guard = new ReadOnlyHandler(inner);
        using var invoker = new HttpMessageInvoker(guard);
        using var write = new HttpRequestMessage(new HttpMethod(method), "https://example.com/v1/policies");
        using var read = new HttpRequestMessage(HttpMethod.Get, "https://example.com/v1/policies");

        await Assert.ThrowsExactlyAsync<NotSupportedException>(() => invoker.SendAsync(write, CancellationToken.None));
        Assert.AreEqual(0, inner.Count);

        using HttpResponseMessage answer = await invoker.SendAsync(read, CancellationToken.None);
        Assert.AreEqual(1, inner.Count);
        CollectionAssert.AreEqual(new[] { ("GET", "/v1/policies") }, guard.Requests.ToArray());
    }

    private sealed class Recorder : HttpMessageHandler
    {
        public int Count { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            return Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.OK));
        }
    }
}
