using OgGen.Generator.Common;

namespace OgGen.Generator.Model;

/// <summary>The operations of one group, and the inline types that it owns.</summary>
internal sealed record GroupModel
{
    public required string Name { get; init; }

    public required DocModel Doc { get; init; }

    public required EquatableArray<OperationModel> Operations { get; init; }

    public required EquatableArray<HeadersModel> Headers { get; init; }

    public required EquatableArray<TypeModel> Types { get; init; }

    /// <summary>The client that says what its operations have in common; null where that is nothing.</summary>
    public string? DefaultsOwner { get; init; }
}

/// <summary>What most operations of a client have in common, so that it is said once.</summary>
internal sealed record OperationDefaults
{
    public string? RequestIdHeader { get; init; }

    public string? RetryAfterHeader { get; init; }

    public EquatableArray<ErrorReaderModel> Errors { get; init; }

    /// <summary>The alternatives of the security requirement; null where nothing is required.</summary>
    public EquatableArray<EquatableArray<string>>? Security { get; init; }
}

/// <summary>What an operation says itself, as it has that otherwise than the client's operations in common.</summary>
[Flags]
internal enum OwnOptions
{
    None = 0,
    RequestIdHeader = 1,
    RetryAfterHeader = 2,
    Errors = 4,
    Security = 8,
}

/// <summary>One operation.</summary>
internal sealed record OperationModel
{
    /// <summary>The method's name without <c>Async</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name for exceptions and telemetry: the operationId, or method and path.</summary>
    public required string Id { get; init; }

    /// <summary>The field that holds the operation's description.</summary>
    public required string FieldName { get; init; }

    public required string HttpMethod { get; init; }

    public required string Route { get; init; }

    public required EquatableArray<PathPart> Path { get; init; }

    /// <summary>Whether the field is declared with this method, and not with another method of the same operation.</summary>
    public bool DeclaresField { get; init; } = true;

    /// <summary>In the order in which they are sent.</summary>
    public required EquatableArray<ParameterModel> Parameters { get; init; }

    /// <summary>The method's parameters.</summary>
    public required EquatableArray<ArgumentModel> Signature { get; init; }

    /// <summary>The method's local variable that holds the request: a name that none of its parameters has.</summary>
    public required string RequestLocal { get; init; }

    public BodyModel? Body { get; init; }

    public required ResultModel Result { get; init; }

    public string? RequestIdHeader { get; init; }

    public string? RetryAfterHeader { get; init; }

    public required EquatableArray<ErrorReaderModel> Errors { get; init; }

    /// <summary>The documentation of the errors, by type.</summary>
    public EquatableArray<FailureDoc> Failures { get; init; }

    /// <summary>The alternatives of the security requirement; null where nothing is required.</summary>
    public EquatableArray<EquatableArray<string>>? Security { get; init; }

    /// <summary>Which of the options that operations may have in common are this operation's own.</summary>
    public OwnOptions Own { get; init; }

    /// <summary>The server of this operation only.</summary>
    public ServerRef? Server { get; init; }

    /// <summary>The base path of this operation alone, on the client's server.</summary>
    public string? BasePath { get; init; }

    public PollModel? Poll { get; init; }

    /// <summary>Whether the document describes 304 (Not Modified).</summary>
    public bool HasNotModified { get; init; }

    public required DocModel Doc { get; init; }

    public bool IsDeprecated { get; init; }
}

/// <summary>A parameter in the signature of a method.</summary>
/// <param name="Type">The type; null is among its values where the parameter may be left out and has no default.</param>
/// <param name="Name">The name.</param>
/// <param name="IsOptional">Whether it may be left out: it is null then, or the default.</param>
/// <param name="Default">A default that is not null.</param>
/// <param name="Doc">Its documentation.</param>
internal sealed record ArgumentModel(TypeRef Type, Identifier Name, bool IsOptional, string? Default, DocModel Doc)
{
    /// <summary>Whether the method checks for null, because nothing that uses the value does.</summary>
    public bool IsChecked { get; init; }
}

/// <summary>The response that means "not yet".</summary>
internal sealed record PollModel(int Status, string Header, string Value);
