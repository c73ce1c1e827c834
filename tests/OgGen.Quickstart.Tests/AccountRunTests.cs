using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using OgGen.Opsgenie.Emulator;

namespace OgGen.Quickstart.Tests;

/// <summary>With a key the quickstart lists and reads, and nothing else.</summary>
[TestClass]
public sealed class AccountRunTests
{
    [TestMethod]
    public async Task Only_GET_arrives_and_the_key_is_not_printed()
    {
        await using OpsgenieEmulator account = await OpsgenieEmulator.StartAsync();
        account.Seed(new JsonObject { ["type"] = "notification-escalate", ["name"] = "from tomorrow", ["enabled"] = true });
        account.Seed(new JsonObject
        {
            ["type"] = "auto-close",
            ["name"] = "close",
            ["enabled"] = false,
            ["duration"] = new JsonObject { ["timeAmount"] = 1 },
        });
        await AddChannelAndActionAsync(account);
        account.ClearRequests();

        QuickstartRun run = await QuickstartRun.StartAsync(
            ("OPSGENIE_API_KEY", account.ApiKey),
            ("OPSGENIE_BASE_ADDRESS", account.Address.AbsoluteUri),
            ("OPSGENIE_TEAM_ID", account.TeamId));

        Assert.AreEqual(0, run.ExitCode, run.Output + run.Errors);
        Assert.AreEqual("6 of 20 operations, 8 checks passed", run.LastLine);
        Assert.HasCount(7, account.Requests);
        Assert.IsTrue(account.Requests.All(static request => request.Method == "GET"));
        Assert.Contains("from tomorrow", run.Output);
        Assert.DoesNotContain(account.ApiKey, run.Output + run.Errors);
    }

    [TestMethod]
    public async Task Without_a_team_the_policies_are_read()
    {
        await using OpsgenieEmulator account = await OpsgenieEmulator.StartAsync();

        QuickstartRun run = await QuickstartRun.StartAsync(
            ("OPSGENIE_API_KEY", account.ReadOnlyApiKey), ("OPSGENIE_BASE_ADDRESS", account.Address.AbsoluteUri));

        Assert.AreEqual(0, run.ExitCode, run.Output + run.Errors);
        Assert.AreEqual("1 of 20 operations, 0 checks passed", run.LastLine);
    }

    [TestMethod]
    public async Task A_key_that_the_service_refuses_ends_with_an_error_that_does_not_show_it()
    {
        const string Key = "9e1b2c3d-not-the-key";
        await using OpsgenieEmulator account = await OpsgenieEmulator.StartAsync();

        QuickstartRun run = await QuickstartRun.StartAsync(
            ("OPSGENIE_API_KEY", Key), ("OPSGENIE_BASE_ADDRESS", account.Address.AbsoluteUri));

        Assert.AreEqual(1, run.ExitCode);
        Assert.MatchesRegex(@"FAILED Policies_List \(GET http://127\.0\.0\.1:\d+/v1/policies\) answered 401", run.Output);
        Assert.DoesNotContain(Key, run.Output + run.Errors);
    }

    [TestMethod]
    [DataRow("a key\nwith a line break", "OPSGENIE_REGION", "us")]
    [DataRow("9e1b2c3d-a-key", "OPSGENIE_REGION", "mars")]
    [DataRow("9e1b2c3d-a-key", "OPSGENIE_BASE_ADDRESS", "http://example.com")]
    [DataRow("9e1b2c3d-a-key", "OPSGENIE_BASE_ADDRESS", "no address")]
    public async Task Settings_that_cannot_be_used_are_explained_without_the_key(string key, string name, string value)
    {
        QuickstartRun run = await QuickstartRun.StartAsync(("OPSGENIE_API_KEY", key), (name, value));

        Assert.AreEqual(2, run.ExitCode, run.Output + run.Errors);
        Assert.Contains("cannot be used", run.Errors);
        Assert.DoesNotContain(key, run.Output + run.Errors);
    }

    private static async Task AddChannelAndActionAsync(OpsgenieEmulator account)
    {
        using var http = new HttpClient { BaseAddress = account.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("GenieKey", account.ApiKey);
        await PostAsync("channels", """{"name":"webhook","actionType":"rest","restActionChannel":{"url":"https://example.com"}}""");
        await PostAsync(
            "actions", """{"name":"restart web/api","channelId":"c","channelType":"rest","state":{"enabled":true},"permissions":{}}""");

        async Task PostAsync(string what, string json)
        {
            using var content = new StringContent(json, Encoding.UTF8, "application/json");
            using HttpResponseMessage response = await http.PostAsync(
                new Uri($"v1/actions/{what}?teamId={account.TeamId}", UriKind.Relative), content);
            response.EnsureSuccessStatusCode();
        }
    }
}
