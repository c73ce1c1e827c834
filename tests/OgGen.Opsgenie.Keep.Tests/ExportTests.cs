using System.Globalization;
using System.Text.Json.Nodes;

namespace OgGen.Opsgenie.Keep.Tests;

/// <summary>What is kept of an account that can be read.</summary>
[TestClass]
public sealed class ExportTests
{
    [TestMethod]
    public async Task Every_object_is_a_file_with_the_data_that_came()
    {
        await using Account account = await Account.StartAsync();
        account.Emulator.Seed(
            JsonNode.Parse(
                """{"type":"auto-close","id":"p-1","name":"close","enabled":true,"duration":{"timeUnit":"hours","timeAmount":10}}""")!
                .AsObject());
        account.Emulator.Seed(
            JsonNode.Parse(
                """{"type":"notification-renotify","id":"p-2","name":"é \u003c """
                    + """🙂","enabled":"maybe","z":1.0,"a":[1e2,null,12345678901234567890123]}""")!.AsObject());
        account.Emulator.SeedTeam(new JsonObject { ["id"] = "ops", ["name"] = "Operations" });
        account.Emulator.SeedChannel(
            JsonNode.Parse("""{"id":"c-1","teamId":"ops","name":"oec","actionType":"oec","x":{"y":2}}""")!.AsObject());
        account.Emulator.SeedAction(
            JsonNode.Parse("""{"name":"Restart it","teamId":"ops","channelId":"c-1","channelType":"oec","parameters":[{"b":1,"a":2}]}""")!
                .AsObject());
        string team = account.Emulator.TeamId;

        KeepRun run = (await account.ExportAsync()).Ended(0);

        Assert.AreEqual($"4 objects in 11 files, 11 of them new or changed, in {account.Folder}\n", run.Output);
        Assert.AreEqual("", run.Errors);
        SortedDictionary<string, string> files = account.Files;
        CollectionAssert.AreEquivalent(
            new[]
            {
                "not-read.json",
                "policies.json",
                "policies/p-1.json",
                "policies/p-2.json",
                "teams.json",
                "teams/ops/actions.json",
                "teams/ops/actions/Restart-it~44609c38179627f9.json",
                "teams/ops/channels.json",
                "teams/ops/channels/c-1.json",
                $"teams/{team}/actions.json",
                $"teams/{team}/channels.json",
            },
            files.Keys);
        Assert.AreEqual("[]\n", files["not-read.json"]);
        Assert.AreEqual(
            """
            {
              "duration": {
                "timeAmount": 10,
                "timeUnit": "hours"
              },
              "enabled": true,
              "id": "p-1",
              "name": "close",
              "type": "auto-close"
            }

            """,
            files["policies/p-1.json"]);
        StringAssert.Contains(files["policies/p-2.json"], "\"a\": [\n    1e2,\n    null,\n    12345678901234567890123\n  ]");
        StringAssert.Contains(files["policies/p-2.json"], "\"z\": 1.0");
        CollectionAssert.Contains(
            account.Json("teams.json").AsArray().Select(static row => row!.ToJsonString()).ToArray(),
            """{"folder":"teams/ops","row":{"id":"ops","name":"Operations"}}""");
    }

    [TestMethod]
    public async Task The_rows_of_policies_stand_in_their_order_and_lead_to_their_files()
    {
        await using Account account = await Account.StartAsync();
        foreach (string id in new[] { "c", "a", "B/..", "d" })
        {
            account.Emulator.Seed(
                new JsonObject { ["type"] = "modify", ["id"] = id, ["name"] = id, ["enabled"] = true, ["message"] = "m" });
        }

        account.Emulator.Seed(new JsonObject { ["type"] = "auto-close", ["id"] = "z", ["enabled"] = true });
        (await account.ExportAsync()).Ended(0);

        JsonArray rows = account.Json("policies.json").AsArray();
        Assert.AreEqual(
            "z:0 c:0 a:1 B/..:2 d:3", string.Join(' ', rows.Select(static row => $"{row!["row"]!["id"]}:{row["row"]!["order"]}")));
        foreach (JsonNode? row in rows)
        {
            Assert.AreEqual((string?)row!["row"]!["id"], (string?)account.Json((string)row["file"]!)["id"]);
        }
    }

    [TestMethod]
    public async Task A_second_export_of_an_unchanged_account_touches_no_file()
    {
        await using Account account = await Account.StartAsync();
        Fill(account.Emulator, 30);
        (await account.ExportAsync("--with-secrets", Path.Combine(account.Root, "secrets.json"))).Ended(0);
        SortedDictionary<string, string> before = account.Files;
        string secrets = await File.ReadAllTextAsync(Path.Combine(account.Root, "secrets.json"));
        foreach (string file in before.Keys)
        {
            File.SetLastWriteTimeUtc(Path.Combine(account.Folder, file), DateTime.UnixEpoch);
        }

        KeepRun second = (await account.ExportAsync("--with-secrets", Path.Combine(account.Root, "secrets.json"))).Ended(0);

        StringAssert.Contains(second.Output, $"in {before.Count} files, 0 of them new or changed");
        CollectionAssert.AreEqual(before, account.Files);
        Assert.AreEqual(secrets, await File.ReadAllTextAsync(Path.Combine(account.Root, "secrets.json")));
        Assert.IsTrue(before.Keys.All(file => File.GetLastWriteTimeUtc(Path.Combine(account.Folder, file)) == DateTime.UnixEpoch));
    }

    [TestMethod]
    public async Task A_service_that_answers_in_another_order_changes_no_byte()
    {
        await using Account account = await Account.StartAsync();
        await using OpsgenieEmulator other = await OpsgenieEmulator.StartAsync();
        Fill(account.Emulator, 12);
        (await account.ExportAsync()).Ended(0);
        SortedDictionary<string, string> before = account.Files;

        // The same objects, members and rows backwards; the order of policies stays.
        JsonObject snapshot = account.Emulator.TakeSnapshot();
        foreach (string list in new[] { "teams", "channels", "actions" })
        {
            snapshot[list] = new JsonArray([.. snapshot[list]!.AsArray().Reverse().Select(static item => item!.DeepClone())]);
        }

        other.Restore((JsonObject)Backwards(snapshot)!);
        KeepRun run = (await KeepRun.RunAsync(
            other.ApiKey, default, "export", account.Folder, "--address", other.Address.AbsoluteUri)).Ended(0);

        StringAssert.Contains(run.Output, " 0 of them new or changed");
        CollectionAssert.AreEqual(before, account.Files);
    }

    [TestMethod]
    public async Task An_account_of_1_000_policies_is_kept_whole_while_the_service_fails_and_limits()
    {
        await using Account account = await Account.StartAsync(new OpsgenieEmulatorOptions { RateLimit = 400 });
        Fill(account.Emulator, 1000);
        account.Emulator.Faults.Add(
            new EmulatorFault { Probability = 0.02, Seed = 1, Kind = FaultKind.Status(503, "<html>gateway</html>") });
        account.Emulator.Faults.Add(new EmulatorFault { Probability = 0.01, Seed = 2, Kind = FaultKind.Reset });
        account.Emulator.Faults.Add(new EmulatorFault { Probability = 0.01, Seed = 3, Kind = FaultKind.Truncate(20) });
        account.Emulator.Faults.Add(new EmulatorFault { EveryNth = 300, Times = 2, Kind = FaultKind.RateLimit() });

        KeepRun run = (await account.ExportAsync()).Ended(0);

        StringAssert.StartsWith(run.Output, "1034 objects in ");
        JsonArray kept = account.Json("policies.json").AsArray();
        JsonArray held = account.Emulator.TakeSnapshot()["policies"]!.AsArray();
        Assert.HasCount(1000, kept);
        for (int i = 0; i < held.Count; i++)
        {
            Assert.IsTrue(JsonNode.DeepEquals(held[i]!["object"], account.Json((string)kept[i]!["file"]!)), held[i]!.ToJsonString());
        }
    }

    [TestMethod]
    public async Task It_only_reads_and_neither_prints_nor_writes_the_key()
    {
        await using Account account = await Account.StartAsync();
        Fill(account.Emulator, 5);
        KeepRun run = (await account.ExportAsync("--with-secrets", Path.Combine(account.Root, "secrets.json"))).Ended(0);
        Assert.IsTrue(account.Emulator.Requests.All(static request => request.Method == "GET"));
        string all = string.Concat(account.Files.Values) + await File.ReadAllTextAsync(Path.Combine(account.Root, "secrets.json"));
        Assert.DoesNotContain(account.Emulator.ApiKey, all + run.Output + run.Errors);
    }

    [TestMethod]
    public async Task Teams_that_are_named_are_read_without_the_list_of_teams()
    {
        await using Account account = await Account.StartAsync();
        account.Emulator.SeedChannel(new JsonObject { ["id"] = "c", ["teamId"] = "one" });
        account.Emulator.SeedChannel(new JsonObject { ["id"] = "c", ["teamId"] = "two" });
        account.Emulator.SeedChannel(new JsonObject { ["id"] = "c", ["teamId"] = "three" });
        (await account.ExportAsync("--team", "one", "--team=two")).Ended(0);
        CollectionAssert.AreEquivalent(
            new[] { "teams/one/channels/c.json", "teams/two/channels/c.json" },
            account.Files.Keys.Where(static file => file.EndsWith("/c.json", StringComparison.Ordinal)).ToArray());
        Assert.IsFalse(account.Emulator.Requests.Any(static request => request.Path == "/v2/teams"));
    }

    [TestMethod]
    public async Task What_is_no_longer_in_the_account_stays_in_the_folder()
    {
        await using Account account = await Account.StartAsync();
        Fill(account.Emulator, 3);
        (await account.ExportAsync()).Ended(0);
        SortedDictionary<string, string> before = account.Files;
        JsonObject empty = account.Emulator.TakeSnapshot();
        foreach (string list in new[] { "policies", "teams", "channels", "actions" })
        {
            empty[list] = new JsonArray();
        }

        account.Emulator.Restore(empty);
        (await account.ExportAsync()).Ended(0);
        SortedDictionary<string, string> after = account.Files;
        CollectionAssert.AreEqual(before.Keys, after.Keys);
        foreach (string file in before.Keys.Where(static file => file.StartsWith("policies/", StringComparison.Ordinal)))
        {
            Assert.AreEqual(before[file], after[file]);
        }

        Assert.AreEqual("[]\n", after["policies.json"]);
    }

    /// <summary>Policies of every kind, and every twentieth with odd members; three teams with channels and actions.</summary>
    internal static void Fill(OpsgenieEmulator emulator, int policies)
    {
        string[] kinds =
        [
            """{"type":"auto-close","duration":{"timeAmount":10,"timeUnit":"minutes"}}""",
            """{"type":"auto-restart-notifications","duration":{"timeAmount":1},"maxRepeatCount":3}""",
            """{"type":"notification-suppress","timeRestrictions":{"type":"time-of-day","restriction":{"startHour":24,"startMin":"""
                + """0,"endHour":6,"endMin":0}}}""",
            """{"type":"notification-deduplication","deduplicationActionType":"value-based","count":2}""",
            """{"type":"notification-delay","delayOption":"next-monday","untilHour":8,"untilMinute":0}""",
            """{"type":"modify","message":"{{message}}","actions":["a"],"alertActions":["b"],"details":{"n":5},"responders":"""
                + """[{"type":"team","id":"x"}]}""",
            """{"type":"modify","filter":{"type":"match-all"}}""",
            """{"type":"auto-close","duration":"soon"}""",
            """{"type":"notification-renotify"}""",
            """{"type":"invented","deep":[[[[[[{"a":{"b":[]}}]]]]]],"number":-0.0,"name2":7}""",
        ];
        for (int i = 0; i < policies; i++)
        {
            JsonObject policy = JsonNode.Parse(kinds[i % kinds.Length])!.AsObject();
            policy["id"] = string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{i:x12}");
            policy["name"] = i % 20 == 0 ? JsonValue.Create(i) : JsonValue.Create($"policy {i}");
            policy["enabled"] = i % 3 == 0;
            emulator.Seed(policy);
        }

        foreach (string team in new[] { "ops", "web", "db" })
        {
            for (int i = 0; i < 6; i++)
            {
                emulator.SeedChannel(JsonNode.Parse($$$"""
                    {"id":"c-{{{i}}}","teamId":"{{{team}}}","name":"hook","actionType":"rest","restActionChannel":{"url":"https://hooks.example.com/x","headers":{"Authorization":"Bearer {{{i}}}"} } }
                    """)!.AsObject());
            }

            for (int i = 0; i < 5; i++)
            {
                emulator.SeedAction(
                    JsonNode.Parse(
                        $$"""{"name":"Action {{i}}","teamId":"{{team}}","channelId":"c-0","channelType":"rest","state":{"enabled":true} """
                            + """}""")!.AsObject());
            }
        }

        emulator.SeedTeam(new JsonObject { ["id"] = "ops", ["name"] = "Operations", ["description"] = "🚀" });
        emulator.SeedAction(new JsonObject { ["name"] = "lonely", ["teamId"] = "lonely team" });
    }

    private static JsonNode? Backwards(JsonNode? node) => node switch
    {
        JsonObject members =>
            new JsonObject(members.Reverse().Select(static member => KeyValuePair.Create(member.Key, Backwards(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Backwards)]),
        _ => node?.DeepClone(),
    };
}
