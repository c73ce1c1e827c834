using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OgGen.Opsgenie.Emulator;
using Opsgenie;

namespace OgGen.Readme.Tests;

/// <summary>What the README shows compiles and does what the README says.</summary>
[TestClass]
public sealed partial class ReadmeTests
{
    [TestMethod]
    public void Every_code_block_of_the_README_is_compiled_here()
    {
        string snippets = Normalize(Resource("Snippets.cs"));
        List<string> blocks = CodeBlocks(Resource("README.md"));

        Assert.IsGreaterThanOrEqualTo(6, blocks.Count);
        foreach (string block in blocks)
        {
            Assert.Contains(Normalize(block), snippets, $"Snippets.cs lacks this block of the README:\n{block}");
        }
    }

    [TestMethod]
    public void A_block_that_is_not_compiled_is_found()
        => Assert.DoesNotContain(Normalize("var x = new OpsgenieClient();"), Normalize(Resource("Snippets.cs")));

    [TestMethod]
    public void The_client_is_made_without_a_call() => Assert.Contains("OpsgenieClient", Snippets.Construct());

    [TestMethod]
    public async Task A_policy_is_created_read_and_changed()
    {
        await using OpsgenieEmulator emulator = await OpsgenieEmulator.StartAsync();
        using var client = new OpsgenieClient(emulator.ApiKey, emulator.Address);

        (string text, string id) = await Snippets.CreateReadChangeAsync(client);

        Assert.AreEqual("closes after 10 minutes", text);
        Assert.IsFalse((await client.Policies.GetAsync(id)).Enabled);
    }

    [TestMethod]
    public async Task The_body_as_it_came_is_what_the_service_sent()
    {
        await using OpsgenieEmulator emulator = await OpsgenieEmulator.StartAsync();
        using var client = new OpsgenieClient(emulator.ApiKey, emulator.Address);

        ReadOnlyMemory<byte>? body = await Snippets.RawBodyAsync(client);

        Assert.StartsWith("{\"data\":[],", System.Text.Encoding.UTF8.GetString(body!.Value.Span));
    }

    [TestMethod]
    public async Task The_whole_answer_shows_count_request_and_rate_limit()
    {
        await using OpsgenieEmulator emulator = await OpsgenieEmulator.StartAsync();
        using var client = new OpsgenieClient(emulator.ApiKey, emulator.Address);

        string output = await OutputOfAsync(() => Snippets.ListWithResponseAsync(client));

        Assert.MatchesRegex("^0 policies, request .+, OK, .+$", output);
    }

    [TestMethod]
    public async Task An_error_is_caught_with_its_message_and_request()
    {
        await using OpsgenieEmulator emulator = await OpsgenieEmulator.StartAsync();
        using var client = new OpsgenieClient(emulator.ApiKey, emulator.Address);

        string output = await OutputOfAsync(() => Snippets.CatchAsync(client));

        Assert.MatchesRegex("^Policies_Get \\(GET http://127.0.0.1:[0-9]+/v1/policies/\\{identifier\\}\\) answered 404 \\(Not Found\\): .+; request id .+$", output);
    }

    [TestMethod]
    public async Task An_execution_is_waited_for()
    {
        await using OpsgenieEmulator emulator = await OpsgenieEmulator.StartAsync(new OpsgenieEmulatorOptions { ExecutionsNeedPolls = 1 });
        using var client = new OpsgenieClient(emulator.ApiKey, emulator.Address);
        ActionChannelReference channel = await client.ActionChannels.CreateAsync(emulator.TeamId, new OecChannel { Name = "oec" });
        await client.Actions.CreateAsync(emulator.TeamId, new ActionDefinition
        {
            Name = "restart-service",
            ChannelId = channel.Id,
            ChannelType = ActionChannelType.Oec,
            State = new ActionState { Enabled = true },
            Permissions = new ActionPermissions { AllTeamMembersAllowed = true },
        });

        string output = await OutputOfAsync(() => Snippets.ExecuteAndWaitAsync(client));

        Assert.StartsWith("restart-service: ", output);
    }

    [TestMethod]
    public async Task Clients_of_two_accounts_are_registered_from_configuration()
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Opsgenie:ApiKey"] = "key-1",
            ["Opsgenie:Region"] = "Us",
            ["OpsgenieEu:ApiKey"] = "key-2",
            ["OpsgenieEu:Region"] = "Eu",
        });

        Snippets.Register(builder);

        await using WebApplication application = builder.Build();
        OpsgenieClient us = application.Services.GetRequiredService<OpsgenieClient>();
        Assert.AreNotSame(us, application.Services.GetRequiredKeyedService<OpsgenieClient>("eu"));
    }

    [TestMethod]
    public void A_proxy_a_certificate_and_a_file_are_brought_along()
    {
        Assert.Contains("OpsgenieClient", Snippets.ThroughProxy());
        using var key = RSA.Create(2048);
        using X509Certificate2 certificate = new CertificateRequest("CN=client", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        Assert.AreEqual(1, Snippets.WithCertificate(certificate));
        Assert.AreEqual(Timeout.InfiniteTimeSpan, Snippets.WithHttpClient());
        Assert.AreEqual("photo.png", Snippets.Upload(Stream.Null).FileName);
    }

    [TestMethod]
    public void Stranger34_every_handler_that_a_document_shows_keeps_no_cookies_and_follows_no_redirects()
    {
        string[] handlers = [.. HandlerText().Matches(Resource("README.md")).Select(static match => match.Value)];

        Assert.IsGreaterThanOrEqualTo(2, handlers.Length);
        foreach (string handler in handlers)
        {
            Assert.Contains("UseCookies = false", handler);
            Assert.Contains("AllowAutoRedirect = false", handler);
        }
    }

    [TestMethod]
    public async Task A_call_has_options_of_its_own_and_a_list_its_pages()
    {
        await using OpsgenieEmulator emulator = await OpsgenieEmulator.StartAsync();
        using var client = new OpsgenieClient(emulator.ApiKey, emulator.Address);

        string output = await OutputOfAsync(() => Snippets.PagesAsync(Snippets.WithOptions(client)));

        Assert.AreEqual("0 policies", output);
        Assert.AreEqual("42", emulator.Requests.Single().Headers["X-Correlation-Id"]);
    }

    [TestMethod]
    public async Task The_emulator_takes_three_lines() => Assert.AreEqual(0, await Snippets.EmulateAsync());

    /// <summary>The console is one for the process, so no two of these run at once (the default of MSTest).</summary>
    private static async Task<string> OutputOfAsync(Func<Task> run)
    {
        TextWriter console = Console.Out;
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        Console.SetOut(output);
        try
        {
            await run();
        }
        finally
        {
            Console.SetOut(console);
        }

        return output.ToString().Trim();
    }

    private static List<string> CodeBlocks(string markdown)
        => [.. CSharpBlock().Matches(markdown).Select(static match => match.Groups[1].Value)];

    /// <summary>Indentation aside: a block stands deeper in a method than in the README.</summary>
    private static string Normalize(string code)
        => string.Join('\n', code.Split('\n').Select(static line => line.Trim())).Trim();

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(ReadmeTests).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex("new (SocketsHttpHandler|HttpClientHandler)[^;]*?[;}]", RegexOptions.Singleline)]
    private static partial Regex HandlerText();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();
}
