using Microsoft.OpenApi;
using OgGen.Generator.Document;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Planning;

/// <summary>A server, and its JSON pointer.</summary>
internal sealed record ServerNode(OpenApiServer Server, string Pointer)
{
    /// <summary>The key by which servers are compared.</summary>
    public string Key { get; } = string.Join("\n", (Server.Variables ?? new Dictionary<string, OpenApiServerVariable>())
        .Select(static variable => $"{variable.Key}={variable.Value.Default}|{string.Join("|", variable.Value.Enum ?? [])}")
        .OrderBy(static variable => variable, StringComparer.Ordinal)
        .Prepend(Server.Url ?? ""));

    /// <summary>Its address.</summary>
    public ServerTemplate Template { get; } = ServerTemplate.Of(Server);

    /// <summary>The name in the document.</summary>
    public string? Name => Extensions.Text(Server.Extensions, SpecExtensions.Name) ?? Server.Name;
}

/// <summary>A server with a valid address.</summary>
/// <param name="Node">The server.</param>
/// <param name="WantedName">The name of its member.</param>
/// <param name="IsOfOperations">Whether only some operations have it, so that it is no server of the client.</param>
internal sealed record PlannedServer(ServerNode Node, string WantedName, bool IsOfOperations);

/// <summary>The servers: the document's, and those that paths and operations have for themselves.</summary>
/// <param name="Servers">The valid servers; the first is the client's default, if it is the document's.</param>
/// <param name="ServerOf">The server of each operation that has one of its own, by the operation's pointer.</param>
/// <param name="BasePathOf">
/// The base path of each operation that has one of its own on the client's server, by the operation's pointer.
/// </param>
/// <param name="BasePath">
/// The path of the document's server where that is relative; null where a client is made for a server with a host.
/// </param>
internal sealed record ServerPlan(
    IReadOnlyList<PlannedServer> Servers,
    IReadOnlyDictionary<string, PlannedServer> ServerOf,
    IReadOnlyDictionary<string, string> BasePathOf,
    string? BasePath);
