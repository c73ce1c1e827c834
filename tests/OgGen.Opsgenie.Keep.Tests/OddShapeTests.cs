using System.Text.Json.Nodes;

namespace OgGen.Opsgenie.Keep.Tests;

/// <summary>Whatever comes: what can be kept is kept, what cannot is listed, and no earlier file is lost.</summary>
[TestClass]
public sealed class OddShapeTests
{
    [TestMethod]
    [DataRow("""{"type":"modify","enabled":true}""")]
    [DataRow("""{"type":"auto-close","name":"n","enabled":true}""")]
    [DataRow("""{"type":"auto-close","name":7,"enabled":"no","duration":{"timeAmount":"ten"}}""")]
    [DataRow("""{"type":"auto-close","name":null,"enabled":null,"duration":null,"filter":[],"timeRestrictions":"x"}""")]
    [DataRow("""{"type":"modify","message":5,"details":{"a":1,"b":[true],"c":null},"tags":"one","recipients":{"type":5}}""")]
    [DataRow("""{"type":"notification-delay","delayOption":5,"untilHour":99}""")]
    [DataRow("""{"type":"","name":"empty type"}""")]
    [DataRow("""{"type":"new-kind","x":{"y":{"z":[1.50,-0,1e400,123456789012345678901234567890]}}}""")]
    public async Task A_policy_of_any_form_is_kept_as_it_came_and_so_are_its_neighbours(string policy)
    {
        await using Account account = await Account.StartAsync();
        JsonObject odd = JsonNode.Parse(policy)!.AsObject();
        odd["id"] = "odd";
        account.Emulator.Seed(odd);
        account.Emulator.Seed(
            new JsonObject { ["type"] = "notification-suppress", ["id"] = "neighbour", ["name"] = "n", ["enabled"] = true });
        (await account.ExportAsync()).Ended(0);
        Assert.IsTrue(JsonNode.DeepEquals(odd, account.Json("policies/odd.json")), account.Read("policies/odd.json"));
        Assert.AreEqual("neighbour", (string?)account.Json("policies/neighbour.json")["id"]);
    }

    [TestMethod]
    [DataRow("""{"data":"text"}""", "\"text\"\n")]
    [DataRow("""{"data":[1,2,]}""", "[\n  1,\n  2\n]\n")]
    [DataRow("""{"data":{"b":1,"a":"\ud800","b":2}}""", "{\n  \"a\": \"\\ud800\",\n  \"b\": 1,\n  \"b\": 2\n}\n")]
    [DataRow("""{"took":1,"data":5,"requestId":"x","data":6}""", "6\n")]
    [DataRow("\uFEFF{\"data\":{}}", "{}\n")]
    [DataRow("""{"data":null}""", "null\n")]
    public async Task Any_data_is_kept(string body, string expected)
    {
        await using Account account = await Account.StartAsync();
        SeedTwo(account);
        account.Emulator.Faults.Add(new EmulatorFault { Operation = "Policies_Get", Nth = 1, Kind = FaultKind.Status(200, body) });
        (await account.ExportAsync()).Ended(0);
        Assert.Contains(expected, new[] { account.Read("policies/a.json"), account.Read("policies/b.json") });
    }

    [TestMethod]
    public async Task Data_as_deep_as_anybody_nests_is_kept()
    {
        await using Account account = await Account.StartAsync();
        SeedTwo(account);
        string deep = string.Concat(Enumerable.Repeat("[", 400)) + string.Concat(Enumerable.Repeat("]", 400));
        account.Emulator.Faults.Add(
            new EmulatorFault { Operation = "Policies_Get", Kind = FaultKind.Status(200, $$"""{"data":{{deep}}}""") });
        (await account.ExportAsync()).Ended(0);
        Assert.AreEqual(deep, string.Concat(account.Read("policies/a.json").Where(static c => !char.IsWhiteSpace(c))));
    }

    [TestMethod]
    [DataRow("<html>login</html>", "the response is not JSON")]
    [DataRow("{\"data\":{\"x\":", "the response is not JSON")]
    [DataRow("{\"data\":1} {}", "the response is not JSON")]
    [DataRow("", "the response is empty")]
    [DataRow("{}", "the response has no data")]
    [DataRow("[]", "the response has no data")]
    [DataRow("null", "the response has no data")]
    public async Task What_is_no_data_is_listed_and_the_earlier_file_stays(string body, string why)
    {
        await using Account account = await Account.StartAsync();
        SeedTwo(account);
        (await account.ExportAsync()).Ended(0);
        string earlier = account.Read("policies/a.json");
        account.Emulator.Faults.Add(new EmulatorFault { Operation = "Policies_Get", Kind = FaultKind.Status(200, body) });

        KeepRun run = (await account.ExportAsync()).Ended(3);

        CollectionAssert.AreEqual(new[] { $"policy a: {why}", $"policy b: {why}" }, account.NotRead);
        StringAssert.Contains(run.Errors, $"not read: policy a: {why}\nnot read: policy b: {why}\n");
        Assert.AreEqual(earlier, account.Read("policies/a.json"));
        Assert.HasCount(2, account.Json("policies.json").AsArray());
    }

    [TestMethod]
    public async Task Bytes_that_are_no_text_are_listed()
    {
        await using Account account = await Account.StartAsync();
        SeedTwo(account);
        account.Emulator.Faults.Add(new EmulatorFault { Operation = "Policies_Get", Nth = 2, Kind = FaultKind.Garbage() });
        (await account.ExportAsync()).Ended(3);
        Assert.HasCount(1, account.NotRead);
    }

    [TestMethod]
    [DataRow(404, """{"message":"no such policy","took":0.123,"requestId":"r-1"}""", "the service answered 404: no such policy")]
    [DataRow(403, """{"message":"Forbidden\u001b[31m"}""", "the service answered 403: Forbidden\u001b[31m")]
    [DataRow(418, "teapot", "the service answered 418")]
    [DataRow(302, "", "the service answered 302")]
    public async Task An_error_is_listed_in_words_that_are_the_same_each_time(int status, string body, string why)
    {
        await using Account account = await Account.StartAsync();
        SeedTwo(account);
        account.Emulator.Faults.Add(new EmulatorFault { Operation = "Policies_Get", Kind = FaultKind.Status(status, body) });
        KeepRun first = (await account.ExportAsync()).Ended(3);
        string list = account.Read("not-read.json");
        CollectionAssert.AreEqual(new[] { $"policy a: {why}", $"policy b: {why}" }, account.NotRead);
        (await account.ExportAsync()).Ended(3);
        Assert.AreEqual(list, account.Read("not-read.json"));
        Assert.DoesNotContain("\u001b", first.Errors);
    }

    [TestMethod]
    public async Task Rows_without_a_key_are_kept_and_listed()
    {
        await using Account account = await Account.StartAsync();
        SeedTwo(account);
        const string Rows =
            """{"data":[{"id":"a","order":0},{"name":"no id"},5,null,{"id":null},{"id":""},{"id":{"x":1}},{"id":"a"},{"id":7}]}""";
        account.Emulator.Faults.Add(new EmulatorFault { Operation = "Policies_List", Kind = FaultKind.Status(200, Rows) });
        (await account.ExportAsync()).Ended(3);
        string[] expected =
        [
            "policy 7: the service answered 404: No policy exists with id [7]",
            .. Enumerable.Range(2, 6).Select(static row => $"the list of policies: row {row} has no id to ask for it"),
        ];
        CollectionAssert.AreEqual(expected, account.NotRead);
        Assert.HasCount(9, account.Json("policies.json").AsArray());
        Assert.AreEqual("a", (string?)account.Json("policies/a.json")["id"]);
        Assert.AreEqual(
            2, account.Emulator.Requests.Count(static request => request.Path.StartsWith("/v1/policies/", StringComparison.Ordinal)));
    }

    [TestMethod]
    [DataRow("..")]
    [DataRow(".")]
    [DataRow("../../outside")]
    [DataRow("/etc/passwd")]
    [DataRow("C:\\x")]
    [DataRow("a\u0001b\u001b")]
    [DataRow("con")]
    public async Task No_id_leads_out_of_the_folder(string id)
    {
        await using Account account = await Account.StartAsync();
        account.Emulator.Seed(new JsonObject { ["type"] = "modify", ["id"] = id, ["name"] = "n", ["enabled"] = true, ["message"] = "m" });
        account.Emulator.SeedChannel(new JsonObject { ["id"] = id, ["teamId"] = "t" });
        account.Emulator.SeedAction(new JsonObject { ["name"] = id, ["teamId"] = id });
        int exitCode = (await account.ExportAsync()).ExitCode;
        Assert.AreEqual(id is "." or ".." ? 3 : 0, exitCode);
        CollectionAssert.AreEqual(new[] { account.Folder }, Directory.EnumerateFileSystemEntries(account.Root).ToArray());
        Assert.IsTrue(
            account.Files.Keys.All(
                static file => file.All(static c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_' or '~')));
        Assert.IsTrue(
            account.Files.Keys.All(
                static file => !file.Contains("..", StringComparison.Ordinal) && !file.Contains("/con.", StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task A_list_that_cannot_be_read_costs_nothing_else()
    {
        await using Account account = await Account.StartAsync();
        ExportTests.Fill(account.Emulator, 3);
        (await account.ExportAsync()).Ended(0);
        SortedDictionary<string, string> before = account.Files;
        account.Emulator.Faults.Add(
            new EmulatorFault { Operation = "Policies_List", Kind = FaultKind.Status(402, """{"message":"not in your plan"}""") });
        account.Emulator.Faults.Add(
            new EmulatorFault { Operation = "ActionChannels_List", Nth = 1, Kind = FaultKind.Status(200, """{"data":{}}""") });
        KeepRun run = (await account.ExportAsync()).Ended(3);
        StringAssert.Contains(run.Errors, "not read: the list of policies: the service answered 402: not in your plan\n");
        Assert.HasCount(2, account.NotRead);
        StringAssert.EndsWith(account.NotRead[0], ": the data is no list");
        before.Remove("not-read.json");
        SortedDictionary<string, string> after = account.Files;
        after.Remove("not-read.json");
        CollectionAssert.AreEqual(before, after);
    }

    [TestMethod]
    public async Task Teams_that_cannot_be_listed_leave_the_policies()
    {
        await using Account account = await Account.StartAsync();
        SeedTwo(account);
        account.Emulator.Faults.Add(
            new EmulatorFault { Operation = "Teams_List", Kind = FaultKind.Status(403, """{"message":"no access"}""") });
        (await account.ExportAsync()).Ended(3);
        CollectionAssert.AreEqual(new[] { "the list of teams: the service answered 403: no access" }, account.NotRead);
        Assert.Contains("policies/a.json", account.Files.Keys);
    }

    [TestMethod]
    public async Task A_service_that_is_down_is_an_error()
    {
        await using Account account = await Account.StartAsync();
        account.Emulator.Faults.Add(new EmulatorFault { Kind = FaultKind.Status(418) });
        KeepRun run = (await account.ExportAsync()).Ended(1);
        StringAssert.EndsWith(run.Errors, "Nothing could be read.\n");
    }

    [TestMethod]
    public async Task A_key_that_is_refused_is_an_error_also_in_the_middle()
    {
        await using Account account = await Account.StartAsync();
        SeedTwo(account);
        account.Emulator.Faults.Add(new EmulatorFault { Operation = "Policies_Get", Nth = 2, Kind = FaultKind.Status(401) });
        KeepRun run = (await account.ExportAsync()).Ended(1);
        StringAssert.Contains(run.Errors, "The service does not accept the key (401).");
        KeepRun other = await KeepRun.RunAsync(
            "another-key", default, "export", account.Folder, "--address", account.Emulator.Address.AbsoluteUri);
        StringAssert.Contains(other.Ended(1).Errors, "try --region");
    }

    [TestMethod]
    public async Task A_run_that_is_interrupted_leaves_whole_files_and_says_so()
    {
        await using Account account = await Account.StartAsync();
        ExportTests.Fill(account.Emulator, 60);
        (await account.ExportAsync()).Ended(0);
        SortedDictionary<string, string> before = account.Files;
        Directory.Delete(account.Folder, recursive: true);
        account.Emulator.ClearRequests();
        using var stop = new CancellationTokenSource();
        InjectedFault fault = account.Emulator.Faults.Add(
            new EmulatorFault { Operation = "Policies_Get", Nth = 40, Kind = FaultKind.Delay(TimeSpan.FromDays(1)) });
        Task<KeepRun> export = account.ExportAsync(stop.Token);
        while (fault.Strikes == 0)
        {
            await Task.Delay(20);
        }

        await stop.CancelAsync();
        KeepRun run = (await export).Ended(3);
        StringAssert.Contains(run.Errors, "Interrupted");
        SortedDictionary<string, string> after = account.Files;
        Assert.IsGreaterThan(1, after.Count);
        Assert.IsLessThan(before.Count, after.Count);
        foreach ((string file, string content) in after)
        {
            Assert.AreEqual(before[file], content, file);
        }
    }

    private static void SeedTwo(Account account)
    {
        foreach (string id in new[] { "a", "b" })
        {
            account.Emulator.Seed(new JsonObject { ["type"] = "notification-suppress", ["id"] = id, ["name"] = id, ["enabled"] = true });
        }
    }
}
