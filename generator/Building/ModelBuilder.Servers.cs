using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Reading;
using OgGen.Generator.Document.References;
using OgGen.Generator.Model;
using OgGen.Generator.Naming;
using OgGen.Generator.Planning;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <content>The servers: the document's, and those that paths and operations have for themselves.</content>
internal sealed partial class ModelBuilder
{
    /// <summary>The server of each operation that has one of its own, by the operation's pointer.</summary>
    private readonly Dictionary<string, ServerRef> _serverOf = new(StringComparer.Ordinal);

    /// <summary>The base path of each operation that has one of its own, by the operation's pointer.</summary>
    private readonly Dictionary<string, string> _basePathOf = new(StringComparer.Ordinal);

    /// <summary>The servers that were reported: those of a path count once for all its operations.</summary>
    private readonly HashSet<string> _reportedServers = new(StringComparer.Ordinal);

    /// <summary>A server, and where the document has it.</summary>
    private sealed record ServerAt(OpenApiServer Server, string Pointer)
    {
        /// <summary>What makes it another server than others.</summary>
        public string Key { get; } = string.Join("\n", (Server.Variables ?? new Dictionary<string, OpenApiServerVariable>())
            .Select(static variable => $"{variable.Key}={variable.Value.Default}|{string.Join("|", variable.Value.Enum ?? [])}")
            .OrderBy(static variable => variable, StringComparer.Ordinal)
            .Prepend(Server.Url ?? ""));

        /// <summary>The name that it is given.</summary>
        public string? Name => Extensions.Text(Server.Extensions, Extensions.Name) ?? Server.Name;

        public static List<ServerAt> All(IList<OpenApiServer>? servers, string pointer)
            => (servers ?? []).Select((server, i) => new ServerAt(server, Pointers.Child(pointer, i))).ToList();
    }

    /// <summary>The type of the servers; null where there is none with an address.</summary>
    private ServersModel? BuildServers(ClientNames names, List<GroupPlan> groups)
    {
        string wanted = Extensions.Text(_document.Extensions, Extensions.Name) is { } named ? CSharpName.Pascal(named, names.Stem + "Server") : names.Stem + "Server";
        var members = new NameScope(["BaseAddress", "Custom", "Find", "Names", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize", wanted]);
        var models = new List<ServerModel>();
        var known = new Dictionary<string, ServerModel>(StringComparer.Ordinal);
        List<(OperationAt At, string Place)> operations = groups
            .SelectMany(static group => group.Operations.Select(operation => (operation.At, PlaceName.Operation(group.Text, operation.Name).Name)))
            .ToList();
        List<ServerAt> shared = SharedServers(operations.Select(static operation => operation.At).ToList());
        for (int i = 0; i < shared.Count; i++)
        {
            Add(shared[i], shared.Count == 1 ? "Default" : "Server" + (i + 1).ToString(CultureInfo.InvariantCulture), isOfOperations: false);
        }

        ServerModel? first = models.FirstOrDefault();
        foreach ((ServerAt server, string place) in OwnServers(operations))
        {
            Add(server, place, isOfOperations: true);
        }

        string typeName = models.Count > 0 ? Take(_typeNames, wanted, "Servers", "/servers") : "";
        operations.ForEach(operation => ChooseServer(operation.At, shared, known, typeName));
        return models.Count == 0
            ? null
            : new ServersModel
            {
                Name = typeName,
                ClientName = names.Client,
                Servers = models.ToEquatable(),
                First = first,
                HasDefault = first is not null && models.TrueForAll(static server => server.Name != "Default"),
            };

        void Add(ServerAt server, string fallback, bool isOfOperations)
        {
            if (!known.ContainsKey(server.Key) && IsUsable(server))
            {
                models.Add(BuildServer(server, Take(members, CSharpName.Pascal(server.Name ?? fallback, fallback), "Server", server.Pointer)) with { IsOfOperations = isOfOperations });
                known.Add(server.Key, models[models.Count - 1]);
            }
        }
    }

    /// <summary>Notes where an operation is sent that has servers of its own: to the first one that can be used.</summary>
    private void ChooseServer(OperationAt at, List<ServerAt> shared, Dictionary<string, ServerModel> known, string typeName)
    {
        // Servers that are the client's too leave the choice to the client.
        bool isClients = shared.Count > 0 && shared.TrueForAll(server => at.Servers.Exists(own => own.Key == server.Key));
        ServerAt? chosen = isClients ? null : at.Servers.Find(server => BasePathOf(server.Server) is not null || known.ContainsKey(server.Key));
        if (chosen is null)
        {
            return;
        }

        if (BasePathOf(chosen.Server) is { } path)
        {
            _basePathOf.Add(at.Pointer, path);
        }
        else
        {
            _serverOf.Add(at.Pointer, new ServerRef(typeName, known[chosen.Key].Name, IsMethod: known[chosen.Key].Variables.Count > 0));
        }
    }

    /// <summary>The servers that a client is made for: the document's, or, where it has none and every operation has some, those of the first.</summary>
    private List<ServerAt> SharedServers(List<OperationAt> operations)
    {
        List<ServerAt> servers = ServerAt.All(_document.Servers, "/servers");
        return servers.Count == 0 && operations.Count > 0 && operations.TrueForAll(static at => at.Servers.Count > 0) ? operations[0].Servers : servers;
    }

    /// <summary>The servers with an address that operations have for themselves, each at the place with the shortest name, ties by ordinal.</summary>
    private IEnumerable<(ServerAt Server, string Place)> OwnServers(List<(OperationAt At, string Place)> operations)
    {
        var found = new Dictionary<string, (ServerAt Server, string Place)>(StringComparer.Ordinal);
        foreach ((OperationAt at, string operation) in operations)
        {
            for (int i = 0; i < at.Servers.Count; i++)
            {
                ServerAt server = at.Servers[i];
                if (BasePathOf(server.Server) is not null)
                {
                    continue;
                }

                string place = operation + (i == 0 ? "" : (i + 1).ToString(CultureInfo.InvariantCulture));
                bool isBetter = !found.TryGetValue(server.Key, out (ServerAt Server, string Place) other)
                    || place.Length < other.Place.Length
                    || place.Length == other.Place.Length && string.CompareOrdinal(place, other.Place) < 0;
                if (isBetter && IsUsable(server))
                {
                    found[server.Key] = (server, place);
                }
            }
        }

        return found.Values.OrderBy(static server => server.Place, StringComparer.Ordinal);
    }

    private bool IsUsable(ServerAt server)
    {
        string? reason = UnusableAddress(server.Server);
        if (reason is not null && _reportedServers.Add(server.Pointer))
        {
            Report(Descriptors.NoServer, server.Pointer + "/url", WithoutUser(server.Server.Url ?? ""), reason);
        }

        return reason is null;
    }

    /// <summary>The path of a server that is relative to the client's, without a slash at the end; null where it is no such path.</summary>
    private static string? BasePathOf(OpenApiServer server)
        => FillVariables(server, out string url) is null && PathTemplate.Fault(url) is null && url.IndexOfAny(['{', '?', '#', '@']) < 0 ? url.TrimEnd('/') : null;

    /// <summary>An address as it may be shown: a user's name and password have no place in a build log.</summary>
    private static string WithoutUser(string url)
    {
        int end = url.IndexOf('@');
        int start = url.IndexOf("//", StringComparison.Ordinal) + 2;
        return end < 0 || start > end ? url : url.Substring(0, Math.Max(start, 0)) + "***" + url.Substring(end);
    }

    private ServerModel BuildServer(ServerAt at, string name)
    {
        OpenApiServer server = at.Server;
        var parameters = new NameScope();
        var variables = new List<ServerVariable>();
        var parts = new List<ServerPart>();
        string url = server.Url!;
        int end = 0;
        foreach (Match match in PathTemplate.Variable.Matches(url))
        {
            string key = match.Groups[1].Value;
            OpenApiServerVariable variable = server.Variables![key];
            string parameter = variables.Find(known => known.JsonName == key)?.ParameterName ?? CSharpName.Escape(Take(parameters, CSharpName.Camel(key, "variable"), "Variable", Pointers.Child(at.Pointer + "/variables", key)));
            if (!variables.Exists(known => known.JsonName == key))
            {
                variables.Add(new ServerVariable(parameter, key, variable.Default ?? "", (variable.Enum ?? []).ToEquatable(), DocText.Of(variable.Description)));
            }

            parts.Add(new ServerPart(url.Substring(end, match.Index - end), IsVariable: false));
            parts.Add(new ServerPart(parameter, IsVariable: true));
            end = match.Index + match.Length;
        }

        parts.Add(new ServerPart(url.Substring(end), IsVariable: false));
        return new ServerModel
        {
            Name = name,
            Parts = parts.Where(static part => part.Text.Length > 0).ToEquatable(),
            Variables = variables.ToEquatable(),
            Doc = DocText.Of(server.Description),
        };
    }

    /// <summary>The address where variables have their defaults.</summary>
    /// <returns>Why there is none; null where there is one.</returns>
    private static string? FillVariables(OpenApiServer server, out string url)
    {
        url = server.Url ?? "";
        foreach (Match match in PathTemplate.Variable.Matches(server.Url ?? ""))
        {
            if (server.Variables is null || !server.Variables.TryGetValue(match.Groups[1].Value, out OpenApiServerVariable? variable) || variable.Default is null)
            {
                return $"its variable '{match.Groups[1].Value}' has no default";
            }

            if (variable.Enum is { Count: > 0 } values && !values.Contains(variable.Default))
            {
                return $"the default of its variable '{match.Groups[1].Value}' is none of the variable's values";
            }

            url = url.Replace(match.Value, variable.Default);
        }

        return null;
    }

    /// <summary>Why a server's address cannot be used; null where it can.</summary>
    private static string? UnusableAddress(OpenApiServer server)
    {
        if (FillVariables(server, out string url) is { } fault)
        {
            return fault;
        }

        if (url.Any(static c => c is '{' or '}' or '\\' || char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            return "it has a character that no address holds";
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address) || address.Scheme is not ("https" or "http"))
        {
            return "it is no absolute address";
        }

        return address.Scheme == "http" && !address.IsLoopback ? "it is not encrypted (https), and a credential would travel in the clear"
            : url.IndexOfAny(['@', '?', '#']) >= 0 ? "it has a user, a query or a fragment"
            : null;
    }
}
