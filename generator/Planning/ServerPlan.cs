using Microsoft.OpenApi;
using OgGen.Generator.Document;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Planning;

/// <summary>A server, and where the document has it.</summary>
internal sealed record ServerNode(OpenApiServer Server, string Pointer)
{
    /// <summary>What makes it another server than others.</summary>
    public string Key { get; } = string.Join("\n", (Server.Variables ?? new Dictionary<string, OpenApiServerVariable>())
        .Select(static variable => $"{variable.Key}={variable.Value.Default}|{string.Join("|", variable.Value.Enum ?? [])}")
        .OrderBy(static variable => variable, StringComparer.Ordinal)
        .Prepend(Server.Url ?? ""));

    /// <summary>Its address.</summary>
    public ServerTemplate Template { get; } = ServerTemplate.Of(Server);

    /// <summary>The name that it is given.</summary>
    public string? Name => Extensions.Text(Server.Extensions, SpecExtensions.Name) ?? Server.Name;
}

/// <summary>A server with an address that can be used.</summary>
/// <param name="Node">The server.</param>
/// <param name="WantedName">The name of its member.</param>
/// <param name="IsOfOperations">Whether only some operations have it, so that no client is made for it.</param>
internal sealed record PlannedServer(ServerNode Node, string WantedName, bool IsOfOperations);

/// <summary>The servers: the document's, and those that paths and operations have for themselves.</summary>
/// <param name="Servers">The servers that can be used; the first is the one that a client is made for, if it is the document's.</param>
/// <param name="ServerOf">The server of each operation that has one of its own, by the operation's pointer.</param>
/// <param name="BasePathOf">The base path of each operation that has one of its own on the client's server, by the operation's pointer.</param>
/// <param name="BasePath">The path of the document's server where that is relative; null where a client is made for a server with a host.</param>
internal sealed record ServerPlan(
    IReadOnlyList<PlannedServer> Servers,
    IReadOnlyDictionary<string, PlannedServer> ServerOf,
    IReadOnlyDictionary<string, string> BasePathOf,
    string? BasePath);
