using System.Text.Json.Nodes;
using OgGen.Opsgenie.Keep.Secrets;

namespace OgGen.Opsgenie.Keep.Tests;

/// <summary>No secret of a channel is in the folder; all of them are in the file that asks for them.</summary>
[TestClass]
public sealed class SecretTests
{
    private const string Channel = """
        {
          "id": "c-1", "teamId": "t", "name": "hook", "actionType": "rest",
          "restActionChannel": {
            "url": "https://user:CANARY1@hooks.example.com/services/prod/CANARY2abc/x?env=prod&token=CANARY3#state=CANARY4x9",
            "headers": { "Authorization": "Bearer CANARY5", "X-Number": 17, "X-None": "", "X-Nil": null,
                "X-List": ["CANARY6", {"y": "CANARY7"}] }
          },
          "oecActionChannel": { "apiKey": "CANARY8", "nested": { "clientSecret": { "value": "CANARY9" } } },
          "description": "call https://CANARYa@one.example and http://two.example/?password=CANARYb now",
          "like": "${secret:CANARYc}",
          "plain": "https://example.com/restart-service-in-production?env=prod"
        }
        """;

    private static async Task<Account> WithChannelAsync()
    {
        Account account = await Account.StartAsync();
        account.Emulator.SeedChannel(JsonNode.Parse(Channel)!.AsObject());
        return account;
    }

    [TestMethod]
    public async Task Secrets_become_placeholders_and_what_is_none_stays()
    {
        await using Account account = await WithChannelAsync();
        KeepRun run = (await account.ExportAsync()).Ended(0);
        string all = string.Concat(account.Files.Values);
        Assert.DoesNotContain("CANARY", all);
        StringAssert.Contains(run.Errors, "--with-secrets FILE");

        const string File = "teams/t/channels/c-1.json";
        JsonNode channel = account.Json(File);
        Assert.AreEqual(
            $"${{secret:{File}#/restActionChannel/headers/Authorization}}",
            (string?)channel["restActionChannel"]!["headers"]!["Authorization"]);
        Assert.AreEqual("", (string?)channel["restActionChannel"]!["headers"]!["X-None"]);
        Assert.AreEqual("https://example.com/restart-service-in-production?env=prod", (string?)channel["plain"]);
        string url = (string)channel["restActionChannel"]!["url"]!;
        StringAssert.StartsWith(url, $"https://${{secret:{File}#/restActionChannel/url:user}}@hooks.example.com/services/prod/${{secret:");
        StringAssert.Contains(url, "?env=prod&token=${secret:");
        foreach (string name in new[] { "id", "teamId", "name", "actionType" })
        {
            Assert.AreEqual((string?)JsonNode.Parse(Channel)![name], (string?)channel[name]);
        }
    }

    [TestMethod]
    public async Task The_file_of_secrets_and_the_folder_are_the_channel()
    {
        await using Account account = await WithChannelAsync();
        string secretsFile = Path.Combine(account.Root, "deep", "secrets.json");
        KeepRun run = (await account.ExportAsync("--with-secrets", secretsFile)).Ended(0);
        Assert.AreEqual("", run.Errors);
        Assert.DoesNotContain("CANARY", string.Concat(account.Files.Values));
        JsonObject secrets = JsonNode.Parse(await File.ReadAllTextAsync(secretsFile))!.AsObject();
        JsonNode restored = Restore(account.Json("teams/t/channels/c-1.json"), secrets)!;
        Assert.IsTrue(JsonNode.DeepEquals(JsonNode.Parse(Channel), restored), restored.ToJsonString());
        JsonNode row = Restore(account.Json("teams/t/channels.json")[0]!["row"], secrets)!;
        Assert.IsTrue(JsonNode.DeepEquals(JsonNode.Parse(Channel), row), row.ToJsonString());
        if (!OperatingSystem.IsWindows())
        {
            Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(secretsFile));
        }
    }

    [TestMethod]
    public async Task A_file_of_secrets_that_others_can_read_is_closed()
    {
        await using Account account = await WithChannelAsync();
        string secretsFile = Path.Combine(account.Root, "secrets.json");
        await File.WriteAllTextAsync(secretsFile, """{"earlier":"kept"}""");
        await File.WriteAllTextAsync(secretsFile + ".unfinished", "left");
        (await account.ExportAsync("--with-secrets", secretsFile)).Ended(0);
        if (!OperatingSystem.IsWindows())
        {
            Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(secretsFile));
        }

        Assert.AreEqual(
            "kept", (string?)JsonNode.Parse(await File.ReadAllTextAsync(secretsFile))!["earlier"], "What an earlier run has saved stays.");
    }

    [TestMethod]
    [DataRow("no JSON")]
    [DataRow("[]")]
    [DataRow("""{"a":{}}""")]
    public async Task A_file_that_is_something_else_is_not_overwritten(string content)
    {
        await using Account account = await WithChannelAsync();
        string file = Path.Combine(account.Root, "notes.txt");
        await File.WriteAllTextAsync(file, content);
        KeepRun run = (await account.ExportAsync("--with-secrets", file)).Ended(1);
        StringAssert.Contains(run.Errors, "is no file of secrets");
        Assert.AreEqual(content, await File.ReadAllTextAsync(file));
        Assert.IsFalse(Directory.Exists(account.Folder));
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task A_file_of_secrets_inside_a_git_work_tree_is_warned_of(bool isClone)
    {
        await using Account account = await WithChannelAsync();
        string git = Path.Combine(account.Root, ".git");
        if (isClone)
        {
            Directory.CreateDirectory(git);
        }
        else
        {
            await File.WriteAllTextAsync(git, "gitdir: elsewhere");
        }

        string file = Path.Combine(account.Root, "deeper", "secrets.json");
        KeepRun run = (await account.ExportAsync("--with-secrets", file)).Ended(0);
        Assert.AreEqual($"warning: {file} is inside the git work tree {account.Root}. Never commit it.\n", run.Errors);
    }

    [TestMethod]
    public async Task Secrets_of_a_run_that_is_interrupted_are_saved()
    {
        await using Account account = await WithChannelAsync();
        using var stop = new CancellationTokenSource();
        string file = Path.Combine(account.Root, "secrets.json");
        InjectedFault fault = account.Emulator.Faults.Add(
            new EmulatorFault { Operation = "Actions_List", EveryNth = 1, Kind = FaultKind.Delay(TimeSpan.FromDays(1)) });
        Task<KeepRun> export = account.ExportAsync(stop.Token, "--team", "t", "--with-secrets", file);
        while (fault.Strikes == 0)
        {
            await Task.Delay(20);
        }

        await stop.CancelAsync();
        (await export).Ended(3);
        StringAssert.Contains(await File.ReadAllTextAsync(file), "CANARY5");
    }

    [TestMethod]
    [DataRow("https://example.com", "https://example.com")]
    [DataRow("no address at all: CANARY", "no address at all: CANARY")]
    [DataRow("https://u@h/", "https://<user=u>@h/")]
    [DataRow("https://u:p@h:8443/a?b=c", "https://<user=u:p>@h:8443/a?b=c")]
    [DataRow("https://u:p/q?x#y@h/a", "https://<user=u:p/q?x#y>@h/a")]
    [DataRow("https://[::1]:80/a", "https://[::1]:80/a")]
    [DataRow("https://h:80/@x", "https://h:80/@x")]
    [DataRow("https://h/T01AB2CD3/B9/abcdefgh1", "https://h/<path:1=T01AB2CD3>/B9/<path:3=abcdefgh1>")]
    [DataRow("https://h/eb243592-faa2-4ba2-a551-1afdf565c889/run", "https://h/<path:1=eb243592-faa2-4ba2-a551-1afdf565c889>/run")]
    [DataRow("https://h/restart-service-in-production", "https://h/restart-service-in-production")]
    [DataRow("https://h/?apiKey=x&sig=&page=2&code=5", "https://h/?apiKey=<query:0=x>&sig=&page=2&code=<query:3=5>")]
    [DataRow("https://h/?a1b2c3d4e5", "https://h/?<query:0=a1b2c3d4e5>")]
    [DataRow("https://h/#access_token=x", "https://h/#access_token=<fragment:0=x>")]
    [DataRow("HTTPS://u@h and http://v@h", "HTTPS://<user=u>@h and http://<2:user=v>@h")]
    [DataRow("://", "://")]
    [DataRow("x://@", "x://@")]
    public void The_secrets_of_an_address_are_taken_out_and_nothing_else(string text, string expected)
    {
        string masked = AddressMask.Apply(text, static (part, secret) => $"<{part}={secret}>");
        Assert.AreEqual(expected, masked);
        if (expected == text)
        {
            Assert.AreSame(text, masked);
        }
    }

    private static JsonNode? Restore(JsonNode? node, JsonObject secrets)
    {
        switch (node)
        {
            case JsonObject members:
                return new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Restore(member.Value, secrets))));
            case JsonArray items:
                return new JsonArray([.. items.Select(item => Restore(item, secrets))]);
            case JsonValue value when value.TryGetValue(out string? text):
                foreach ((string name, JsonNode? secret) in secrets)
                {
                    string placeholder = $"${{secret:{name}}}";
                    if (text == placeholder)
                    {
                        return secret!.DeepClone();
                    }

                    text = text.Contains(placeholder, StringComparison.Ordinal)
                        ? text.Replace(placeholder, (string)secret!, StringComparison.Ordinal)
                        : text;
                }

                return text;
            default:
                return node?.DeepClone();
        }
    }
}
