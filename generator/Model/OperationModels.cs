namespace OgGen.Generator.Model;

/// <summary>The client class.</summary>
internal sealed record ClientModel
{
    public required string Name { get; init; }

    public required DocModel Doc { get; init; }

    /// <summary>The document's version, for the User-Agent.</summary>
    public required string Version { get; init; }

    public required EquatableArray<GroupRef> Groups { get; init; }

    /// <summary>The one security scheme that a plain string serves, if there is one.</summary>
    public SecretScheme? Secret { get; init; }

    /// <summary>The factory of credentials, where the document has security schemes.</summary>
    public CredentialsModel? Credentials { get; init; }

    /// <summary>The servers' type; null where the document names no usable server.</summary>
    public string? ServersName { get; init; }

    /// <summary>The expression for the document's first server.</summary>
    public string? DefaultServer { get; init; }
}

/// <summary>A property of the client.</summary>
internal sealed record GroupRef(string PropertyName, string TypeName, DocModel Doc);

/// <summary>A constructor parameter and the credential that it becomes.</summary>
internal sealed record SecretScheme(string ParameterName, string FactoryName, DocModel Doc);

/// <summary>A static class with a method for each security scheme.</summary>
internal sealed record CredentialsModel(string Name, EquatableArray<CredentialModel> Schemes);

/// <summary>How a credential of one security scheme is made.</summary>
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

    /// <summary>Whether a property <c>Default</c> stands for the first server; else that is its name already.</summary>
    public required bool HasDefault { get; init; }
}

/// <summary>One entry of <c>servers</c>.</summary>
internal sealed record ServerModel
{
    public required string Name { get; init; }

    /// <summary>The address, in pieces: text, and the variables between.</summary>
    public required EquatableArray<ServerPart> Parts { get; init; }

    public required EquatableArray<ServerVariable> Variables { get; init; }

    public required DocModel Doc { get; init; }
}

internal sealed record ServerPart(string Text, bool IsVariable);

internal sealed record ServerVariable(string ParameterName, string JsonName, string Default, EquatableArray<string> Allowed, DocModel Doc);

/// <summary>The operations of one group.</summary>
internal sealed record GroupModel
{
    public required string Name { get; init; }

    public required DocModel Doc { get; init; }

    public required EquatableArray<OperationModel> Operations { get; init; }
}

/// <summary>One operation.</summary>
internal sealed record OperationModel
{
    /// <summary>The method's name without <c>Async</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name in exceptions and telemetry: the operationId, or method and path.</summary>
    public required string Id { get; init; }

    /// <summary>The field that holds the operation's description.</summary>
    public required string FieldName { get; init; }

    public required string HttpMethod { get; init; }

    public required string Route { get; init; }

    public required EquatableArray<PathPart> Path { get; init; }

    /// <summary>In the order of the method's signature.</summary>
    public required EquatableArray<ParameterModel> Parameters { get; init; }

    public BodyModel? Body { get; init; }

    /// <summary>What the method returns; null where the answer has no body.</summary>
    public TypeRef? Result { get; init; }

    /// <summary>The result as the method shows it.</summary>
    public string? ResultName { get; init; }

    public string? ResultMember { get; init; }

    public string? RequestIdHeader { get; init; }

    public string? RetryAfterHeader { get; init; }

    public required EquatableArray<ErrorModel> Errors { get; init; }

    /// <summary>The alternatives of the security requirement; null where nothing is required.</summary>
    public EquatableArray<EquatableArray<string>>? Security { get; init; }

    public PollModel? Poll { get; init; }

    public required DocModel Doc { get; init; }

    public bool IsDeprecated { get; init; }
}

/// <summary>A piece of a path: text, or a parameter.</summary>
internal sealed record PathPart(string Text, string? ParameterName);

internal enum ParameterPlace
{
    Path,
    Query,
    Header,
    Cookie,
}

/// <summary>A parameter of a method.</summary>
internal sealed record ParameterModel
{
    public required string Name { get; init; }

    public required string JsonName { get; init; }

    public required ParameterPlace Place { get; init; }

    public required TypeRef Type { get; init; }

    public required bool IsList { get; init; }

    public required bool IsRequired { get; init; }

    /// <summary>A member of <c>ParameterStyle</c>.</summary>
    public required string Style { get; init; }

    public required bool Explode { get; init; }

    public required DocModel Doc { get; init; }
}

/// <summary>The body of a request.</summary>
internal sealed record BodyModel
{
    public required string Name { get; init; }

    public required TypeRef Type { get; init; }

    public required string ContentType { get; init; }

    public required bool IsRequired { get; init; }

    /// <summary>Bytes that the caller has already: a content type that is no JSON.</summary>
    public required bool IsRaw { get; init; }

    public required DocModel Doc { get; init; }
}

/// <summary>The body of an error answer.</summary>
internal sealed record ErrorModel(TypeRef Type, int From, int To);

/// <summary>The answer that means "not yet".</summary>
internal sealed record PollModel(int Status, string Header, string Value);
