using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using OgGen.Documents.Servers;

namespace OgGen.Documents.Tests.Servers;

/// <summary>Operations are sent to the servers that the document has for them, unless the caller names an address.</summary>
[TestClass]
public sealed class ServerTests
{
    [TestMethod]
    public async Task An_operation_is_sent_to_its_server_or_its_path_s_and_the_key_goes_where_security_asks_for_it()
    {
        await using var server = new RawServer(RawServer.Answer(200, "[]"));
        using SocketsHttpHandler handler = To(server);
        using var client = new ServersClient("k", options: new ApiClientOptions { Handler = handler });

        await client.Items.ListAsync();
        await client.Items.UploadAsync();
        await client.Items.DownloadAsync();
        await client.Items.BetaAsync();
        await client.Items.RootAsync();
        await client.Items.AnonymousAsync();
        await client.Items.SameAsync();

        CollectionAssert.AreEqual(
            new[]
            {
                "GET 127.0.0.1:1/v1/items k",
                "POST 127.0.0.1:2/uploads/items k",
                "GET localhost:3/files k",
                "PUT 127.0.0.1:1/v2-beta/files k",
                "DELETE 127.0.0.1:1/files k",
                "PATCH localhost:3/files ",
                "HEAD 127.0.0.1:1/v1/files k",
            },
            Seen(server));
    }

    [TestMethod]
    public async Task An_address_of_the_caller_s_serves_all_operations()
    {
        await using var server = new RawServer(RawServer.Answer(200, "[]"));
        var address = new Uri(server.Address, "/emulator/");
        string host = address.Authority;
        foreach (ServersClient client in new[]
        {
            new ServersClient("k", address),
            new ServersClient("k", ServersServer.Custom(address)),
            ServersClient.Create(new ApiClientConfiguration
            {
                Credential = ServersCredential.Key("k"),
                BaseAddress = address,
                Server = ServersServer.Production,
            }),
        })
        {
            using (client)
            {
                await client.Items.UploadAsync();
                await client.Items.DownloadAsync();
                await client.Items.BetaAsync();
            }
        }

        // A server that is relative stays so: it is on the caller's host.
        string[] each = [$"POST {host}/emulator/items k", $"GET {host}/emulator/files k", $"PUT {host}/v2-beta/files k"];
        CollectionAssert.AreEqual(each.Concat(each).Concat(each).ToArray(), Seen(server));
    }

    [TestMethod]
    public async Task Calls_can_be_sent_to_another_of_the_servers()
    {
        await using var server = new RawServer(RawServer.Answer(200, "[]"));
        using SocketsHttpHandler handler = To(server);
        using var client = new ServersClient("k", options: new ApiClientOptions { Handler = handler });

        await client.With(new ApiCallOptions { Server = ServersServer.Custom(new Uri("http://127.0.0.1:4/shard")) }).Items.UploadAsync();
        await client.With(new ApiCallOptions { Server = ServersServer.Localhost3 })
            .With(new ApiCallOptions { Timeout = TimeSpan.FromSeconds(9) })
            .Items.ListAsync();
        await client.With(new ApiCallOptions { Server = ServersServer.Uploads }).Items.BetaAsync();

        CollectionAssert.AreEqual(
            new[] { "POST 127.0.0.1:4/shard/items k", "GET localhost:3/items k", "PUT 127.0.0.1:2/uploads/files k" }, Seen(server));
    }

    [TestMethod]
    public async Task A_client_for_one_of_the_document_s_servers_keeps_those_of_operations()
    {
        await using var server = new RawServer(RawServer.Answer(200, "[]"));
        using SocketsHttpHandler handler = To(server);
        using ServersClient client = Create<ServersClient>("PRODUCTION", handler);

        await client.Items.ListAsync();
        await client.Items.UploadAsync();

        CollectionAssert.AreEqual(new[] { "GET 127.0.0.1:1/v1/items k", "POST 127.0.0.1:2/uploads/items k" }, Seen(server));
    }

    [TestMethod]
    public void Servers_have_the_names_of_the_document_and_their_variables_are_parameters()
    {
        CollectionAssert.AreEqual(
            new[] { "Production", "Regional" }, ServersServer.Names.ToArray(), "those of operations are no choice for a client");
        Assert.IsNull(ServersServer.Find("Uploads"));
        Assert.AreEqual("https://us.example.com/v1", ServersServer.Regional("us").ToString());
        Assert.AreEqual("https://two.uploads.example.com/", ServersServer.ShardUploadsExampleCom("two").ToString());
        Assert.ThrowsExactly<ArgumentException>(() => ServersServer.ShardUploadsExampleCom("evil.example/"));
    }

    [TestMethod]
    public async Task An_answer_of_an_operation_s_server_is_followed_there_and_nowhere_else()
    {
        await using var server = new RawServer(RawServer.Answer(200, "[]"));
        using SocketsHttpHandler handler = To(server);
        using var client = new ServersClient("k", options: new ApiClientOptions { Handler = handler });
        ApiResponse<IReadOnlyList<string>> page = await client.Items.DownloadWithResponseAsync();

        await page.FollowAsync("http://localhost:3/files?page=2");
        await Assert.ThrowsExactlyAsync<ApiException>(() => page.FollowAsync("http://127.0.0.1:1/v1/files?page=2"));

        CollectionAssert.AreEqual(new[] { "GET localhost:3/files k", "GET localhost:3/files?page=2 k" }, Seen(server));
    }

    [TestMethod]
    public async Task A_span_names_the_server_of_the_operation()
    {
        await using var server = new RawServer(RawServer.Answer(200, "[]"));
        using SocketsHttpHandler handler = To(server);
        using var client = new ServersClient("k", options: new ApiClientOptions { Handler = handler });
        using Activity parent = new Activity("parent").Start();
        var seen = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "OgGen",
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.Parent.TraceId == parent.TraceId ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStopped = activity => seen.Enqueue($"{activity.GetTagItem("server.address")}:{activity.GetTagItem("server.port")}"),
        };
        ActivitySource.AddActivityListener(listener);

        await client.Items.ListAsync();
        await client.Items.UploadAsync();
        await client.Items.DownloadAsync();
        await client.Items.BetaAsync();
        await client.With(new ApiCallOptions { Server = ServersServer.Localhost3 }).Items.ListAsync();

        CollectionAssert.AreEqual(new[] { "127.0.0.1:1", "127.0.0.1:2", "localhost:3", "127.0.0.1:1", "localhost:3" }, seen.ToArray());
    }

    private static T Create<T>(string name, HttpMessageHandler handler)
        where T : IApiClient<T>
        => T.Create(new ApiClientConfiguration
        {
            Server = T.FindServer(name),
            Credential = T.CreateCredential("k"),
            Options = { Handler = handler },
        });

    private static string[] Seen(RawServer server)
        => server.Requests.Select(static r => $"{r.Method} {r.Header("Host")}{r.Target} {r.Header("X-Key")}").ToArray();

    /// <summary>Whatever address is asked for, the test's server answers; the Host header tells which it was.</summary>
    private static SocketsHttpHandler To(RawServer server) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        ConnectCallback = async (_, token) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(server.Address.Host, server.Port, token);
            return new NetworkStream(socket, ownsSocket: true);
        },
    };
}
