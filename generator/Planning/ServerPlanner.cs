using System.Globalization;
using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Naming;

namespace OgGen.Generator.Planning;

/// <summary>Finds the valid servers, and the operations with a server of their own.</summary>
internal static class ServerPlanner
{
    public static ServerPlan Plan(OpenApiDocument document, OperationPlan operations, Problems problems)
    {
        // The servers of a path count once for all its operations.
        var reported = new HashSet<string>(StringComparer.Ordinal);
        var known = new Dictionary<string, PlannedServer>(StringComparer.Ordinal);
        var servers = new List<PlannedServer>();
        List<(OperationNode Node, List<ServerNode> Own)> wanted = operations.Wanted
            .Select(static operation => (operation.Node, OwnServers(operation.Node)))
            .ToList();
        List<ServerNode> shared = SharedServers(document, wanted);
        bool hasHost = shared.Exists(static server => FindError(server) is null);
        ServerNode? relative = hasHost ? null : shared.Find(static server => BasePathOf(server) is not null);
        for (int i = 0; i < shared.Count; i++)
        {
            if (shared[i] == relative)
            {
                continue;
            }

            // Where the document has none, those of an operation are the client's: they are named like servers of operations.
            string name = document.Servers is not { Count: > 0 } ? NameOfAddress(shared[i].Server.Url ?? "")
                : shared.Count == 1 ? "Default"
                : "Server" + (i + 1).ToString(CultureInfo.InvariantCulture);
            Add(shared[i], name, isOfOperations: false);
        }

        // A server is named after its address, so that an added operation does not change its name.
        foreach (ServerNode server in wanted.SelectMany(static operation => operation.Own)
            .Where(static server => BasePathOf(server) is null)
            .OrderBy(static server => server.Key, StringComparer.Ordinal))
        {
            Add(server, NameOfAddress(server.Server.Url ?? ""), isOfOperations: true);
        }

        var serverOf = new Dictionary<string, PlannedServer>(StringComparer.Ordinal);
        var basePathOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((OperationNode node, List<ServerNode> own) in wanted)
        {
            // Servers that are the client's too leave the selection to the client; else the first valid one is used.
            bool isClients = shared.Count > 0 && shared.TrueForAll(server => own.Exists(other => other.Key == server.Key));
            ServerNode? chosen = isClients ? null : own.Find(server => BasePathOf(server) is not null || known.ContainsKey(server.Key));
            if (chosen is not null && BasePathOf(chosen) is { } path)
            {
                basePathOf.Add(node.Pointer, path);
            }
            else if (chosen is not null)
            {
                serverOf.Add(node.Pointer, known[chosen.Key]);
            }
        }

        return new ServerPlan(servers, serverOf, basePathOf, relative is null ? null : BasePathOf(relative));

        void Add(ServerNode node, string fallback, bool isOfOperations)
        {
            if (known.ContainsKey(node.Key))
            {
                return;
            }

            if (FindError(node) is { } reason)
            {
                if (reported.Add(node.Pointer))
                {
                    string consequence = reason == ServerAddress.Unencrypted ? InTheClear(document, operations)
                        : BasePathOf(node) is null ? reason
                        : (hasHost
                            ? "it is relative, and other servers have a host"
                            : "it is relative, and only the first of such servers counts")
                            + "; where it is meant, its path belongs to the address that you name";
                    problems.Report(Descriptors.NoServer, node.Pointer + "/url", WithoutUser(node.Server.Url ?? ""), consequence);
                }

                return;
            }

            var server = new PlannedServer(node, CSharpName.Pascal(node.Name ?? fallback, fallback), isOfOperations);
            servers.Add(server);
            known.Add(node.Key, server);
        }
    }

    private static string InTheClear(OpenApiDocument document, OperationPlan operations)
    {
        bool hasCredential = document.Security is { Count: > 0 }
            || operations.Wanted.Any(static operation => operation.Node.Operation.Security is { Count: > 0 });
        return ServerAddress.Unencrypted
            + (hasCredential ? ", and a credential would travel in the clear" : "")
            + "; where that is meant, give the client the address and name its host in ApiClientOptions.InsecureHosts";
    }

    /// <summary>Why a server's address cannot be used; null where it can.</summary>
    private static string? FindError(ServerNode node) => node.Template.Error ?? ServerAddress.FindError(node.Template.Url);

    private static List<ServerNode> All(IList<OpenApiServer>? servers, string pointer)
        => (servers ?? []).Select((server, i) => new ServerNode(server, Pointers.Child(pointer, i))).ToList();

    /// <summary>The servers of an operation, else those of its path.</summary>
    private static List<ServerNode> OwnServers(OperationNode node)
        => node.Operation.Servers is { Count: > 0 } own
            ? All(own, node.Pointer + "/servers")
            : All(node.Item.Servers, Pointers.Child("/paths", node.Path) + "/servers");

    /// <summary>
    /// The servers of the client: the document's, or, where it has none and every operation has some, those of the first.
    /// </summary>
    private static List<ServerNode> SharedServers(OpenApiDocument document, List<(OperationNode Node, List<ServerNode> Own)> operations)
    {
        List<ServerNode> servers = All(document.Servers, "/servers");
        return servers.Count == 0 && operations.Count > 0 && operations.TrueForAll(static operation => operation.Own.Count > 0)
            ? operations[0].Own
            : servers;
    }

    /// <summary>The host and path of an address as a name: <c>https://uploads.example.com</c> → <c>UploadsExampleCom</c>.</summary>
    private static string NameOfAddress(string url)
    {
        int start = url.IndexOf("//", StringComparison.Ordinal);
        return CSharpName.Pascal(start < 0 ? url : url.Substring(start + 2), "Server");
    }

    private static string? BasePathOf(ServerNode node) => node.Template.Error is null ? ServerAddress.PathOf(node.Template.Url) : null;

    /// <summary>An address for a message, without user name and password.</summary>
    private static string WithoutUser(string url)
    {
        int end = url.IndexOf('@');
        int start = url.IndexOf("//", StringComparison.Ordinal) + 2;
        return end < 0 || start > end ? url : url.Substring(0, Math.Max(start, 0)) + "***" + url.Substring(end);
    }
}
