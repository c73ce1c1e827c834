using OgGen.Generator.Common;

namespace OgGen.Generator.Model;

/// <summary>The client class.</summary>
internal sealed record ClientModel
{
    public required string Name { get; init; }

    public required DocModel Doc { get; init; }

    /// <summary>The document's version, for the User-Agent.</summary>
    public required string Version { get; init; }

    public required EquatableArray<GroupRef> Groups { get; init; }

    /// <summary>What most operations have in common; null where that is nothing.</summary>
    public OperationDefaults? Defaults { get; init; }

    /// <summary>The only security scheme with a plain string as its secret, if there is one.</summary>
    public SecretScheme? Secret { get; init; }

    /// <summary>The factory of credentials, where the document has security schemes.</summary>
    public CredentialsModel? Credentials { get; init; }

    /// <summary>The servers' type; null where the document names no usable server.</summary>
    public string? ServersName { get; init; }

    /// <summary>The document's first server.</summary>
    public ServerRef? DefaultServer { get; init; }

    /// <summary>The path of the document's server, where that is relative; null where it is not.</summary>
    public string? BasePath { get; init; }
}

/// <summary>A property of the client.</summary>
internal sealed record GroupRef(string PropertyName, string FieldName, string TypeName, DocModel Doc);

/// <summary>A constructor parameter and the credential that it becomes.</summary>
internal sealed record SecretScheme(string ParameterName, string FactoryName, DocModel Doc);

/// <summary>A static class with a method for each security scheme.</summary>
internal sealed record CredentialsModel(string Name, EquatableArray<CredentialModel> Schemes);

/// <summary>The factory method for credentials of one security scheme.</summary>
internal sealed record CredentialModel
{
    public required string Name { get; init; }

    public required string SchemeName { get; init; }

    public required CredentialKind Kind { get; init; }

    /// <summary>The HTTP authorization scheme, or the name of the header, query parameter or cookie.</summary>
    public required string Detail { get; init; }

    public required DocModel Doc { get; init; }
}

internal enum CredentialKind
{
    Http,
    Basic,
    Bearer,
    Token,
    Header,
    Query,
    Cookie,
}

/// <summary>The type of the servers.</summary>
internal sealed record ServersModel
{
    public required string Name { get; init; }

    public required string ClientName { get; init; }

    public required EquatableArray<ServerModel> Servers { get; init; }

    /// <summary>The default server of a client; null where all belong to operations.</summary>
    public required ServerModel? First { get; init; }

    /// <summary>Whether there is a property <c>Default</c> for the first server; else a server has that name already.</summary>
    public required bool HasDefault { get; init; }
}

/// <summary>One entry of <c>servers</c>.</summary>
internal sealed record ServerModel
{
    public required string Name { get; init; }

    /// <summary>The address, in pieces: literals and variables.</summary>
    public required EquatableArray<ServerPart> Parts { get; init; }

    public required EquatableArray<ServerVariable> Variables { get; init; }

    /// <summary>Whether only some operations have it, so that it is no server of the client.</summary>
    public bool IsOfOperations { get; init; }

    public required DocModel Doc { get; init; }
}

/// <summary>A server, by its member on the servers' type.</summary>
/// <param name="TypeName">The servers' type.</param>
/// <param name="MemberName">The member.</param>
/// <param name="IsMethod">Whether the member is a method, called for the defaults of the server's variables.</param>
internal sealed record ServerRef(string TypeName, string MemberName, bool IsMethod);

/// <summary>A piece of an address: a literal, or a variable and the part of the address that it replaces.</summary>
internal sealed record ServerPart(string Text, Identifier? Variable, AddressPart Part);

/// <summary>The part of an address that a variable replaces: <c>ApiServerPart</c> of the runtime.</summary>
internal enum AddressPart
{
    Host,
    Scheme,
    Address,
    Authority,
    AuthorityEnd,
    Port,
    Path,
    PathText,
}

internal sealed record ServerVariable(
    Identifier ParameterName, string JsonName, string Default, EquatableArray<string> Allowed, DocModel Doc);
