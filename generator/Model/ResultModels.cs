using OgGen.Generator.Common;

namespace OgGen.Generator.Model;

/// <summary>What a method makes of the response.</summary>
internal enum ResultKind
{
    /// <summary>The response has no body that is read.</summary>
    Nothing,
    Json,
    Text,

    /// <summary>Bytes, read while they arrive.</summary>
    Stream,

    /// <summary>JSON values one after another, read while they arrive.</summary>
    JsonSequence,

    /// <summary>Server-sent events, read while they arrive.</summary>
    Events,
}

/// <summary>The methods of the runtime that send a request, by what they make of the response.</summary>
internal enum SendMethod
{
    /// <summary>JSON, by its codec; or nothing.</summary>
    General,

    /// <summary>An object of a generated type, without described headers: it needs no codec.</summary>
    Model,

    /// <summary>A list of such objects.</summary>
    List,
    Text,
    Stream,
    Sequence,
    Events,
}

/// <summary>The result of a method.</summary>
internal sealed record ResultModel
{
    public static ResultModel Nothing { get; } = new() { Kind = ResultKind.Nothing };

    public required ResultKind Kind { get; init; }

    /// <summary>The method that sends the request.</summary>
    public SendMethod Method { get; init; }

    /// <summary>The type of the JSON, or of each value of a sequence; null where there is no JSON.</summary>
    public TypeRef? Type { get; init; }

    /// <summary>The description of the responses, as a sentence; empty where the document has only the names of statuses.</summary>
    public string Description { get; init; } = "";

    /// <summary>What the method returns, or each value of a sequence; null where it returns nothing.</summary>
    public TypeRef? Returned { get; init; }

    /// <summary>The member of the response body that is the result.</summary>
    public string? Member { get; init; }

    /// <summary>The type of the headers that the document describes; null where it describes none.</summary>
    public string? HeadersName { get; init; }

    /// <summary>Whether some response has no body.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>The media types to ask for.</summary>
    public string Accept { get; init; } = "application/json";

    /// <summary>Whether a redirect is the described response.</summary>
    public bool IsRedirect { get; init; }

    /// <summary>Whether values come one by one.</summary>
    public bool IsSequence => Kind is ResultKind.JsonSequence or ResultKind.Events;
}

/// <summary>The documentation of some of the error responses.</summary>
/// <param name="TypeName">The type of their bodies; null where they have none that is a generated type.</param>
/// <param name="IsRateLimit">Whether the client has an exception of its own for them.</param>
/// <param name="Text">The statuses and their descriptions.</param>
internal sealed record FailureDoc(string? TypeName, bool IsRateLimit, string Text);

/// <summary>A reader for the bodies of error responses.</summary>
internal abstract record ErrorReaderModel;

/// <summary>A reader for single statuses that have one generated type.</summary>
internal sealed record StatusErrorReader(string TypeName, EquatableArray<int> Statuses) : ErrorReaderModel;

/// <summary>A reader for all statuses from one to another; from 0 for every status without another reader.</summary>
internal sealed record RangeErrorReader(TypeRef Type, int From, int To) : ErrorReaderModel;
