using Microsoft.OpenApi;
using OgGen.Generator.Model;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Planning;

/// <summary>The operations and webhooks of a document, with all that they take and return.</summary>
/// <param name="Groups">The groups, in the order of the document.</param>
/// <param name="Webhooks">The bodies of webhooks.</param>
internal sealed record OperationPlan(IReadOnlyList<GroupPlan> Groups, IReadOnlyList<WebhookBody> Webhooks)
{
    public IEnumerable<PlannedOperation> Operations => Groups.SelectMany(static group => group.Operations);

    /// <summary>The operations that no filter excludes. A filter changes what is generated, and no name.</summary>
    public IEnumerable<PlannedOperation> Wanted => Operations.Where(static operation => operation.IsWanted);
}

/// <summary>Operations that are one property of the client.</summary>
/// <param name="Key">The name of the group, in PascalCase.</param>
/// <param name="Text">The name of the group in the document.</param>
/// <param name="PropertyName">The property of the client.</param>
/// <param name="FieldName">The field behind it.</param>
/// <param name="Pointer">The JSON pointer of its first operation.</param>
/// <param name="Operations">Its operations, in the order of the document.</param>
internal sealed record GroupPlan(
    string Key, string Text, string PropertyName, string FieldName, string Pointer, IReadOnlyList<PlannedOperation> Operations)
{
    public bool IsWanted => Operations.Any(static operation => operation.IsWanted);
}

/// <summary>An operation as the document has it.</summary>
internal sealed record OperationNode(string Path, string HttpMethod, OpenApiOperation Operation, IOpenApiPathItem Item, string Pointer)
{
    /// <summary>The operation as the owner of its inline schemas.</summary>
    public SchemaOwner Owner { get; } = new(Pointer);

    public ElementLocation Location => new(Pointer, Owner);

    /// <summary>What the path consists of, without its fragment.</summary>
    public IReadOnlyList<(string Text, bool IsVariable)> Pieces { get; } = PathTemplate.PiecesOf(PathTemplate.WithoutFragment(Path));
}

/// <summary>An operation, and all that belongs to it.</summary>
internal sealed record PlannedOperation
{
    public required OperationNode Node { get; init; }

    /// <summary>The name that the location of the operation suggests for its inline types.</summary>
    public required SuggestedName SuggestedName { get; init; }

    public required bool IsWanted { get; init; }

    public required PathPlan Path { get; init; }

    public required IReadOnlyList<ParameterPlan> Parameters { get; init; }

    /// <summary>The alternative request bodies, the main one first.</summary>
    public required IReadOnlyList<BodyPlan> Bodies { get; init; }

    /// <summary>The successful responses: 2xx, else redirects, else the default response.</summary>
    public required IReadOnlyList<StatusResponse> Successes { get; init; }

    /// <summary>Whether a redirect is the response that the document describes.</summary>
    public bool IsRedirect => Successes is [var first, ..] && first.Status.StartsWith("3", StringComparison.Ordinal);

    /// <summary>The alternative results, the main one first.</summary>
    public required IReadOnlyList<ResultPlan> Results { get; init; }

    /// <summary>The described errors whose bodies are JSON.</summary>
    public required IReadOnlyList<ResponseContent> Errors { get; init; }

    /// <summary>The headers of its successful responses; null where none are described.</summary>
    public required HeaderSetPlan? Headers { get; init; }

    public required IReadOnlyList<WebhookBody> Callbacks { get; init; }

    /// <summary>Its methods: one, and another for each further body and result.</summary>
    public IReadOnlyList<MethodPlan> Methods { get; init; } = [];
}

/// <summary>A response of an operation.</summary>
/// <param name="Status">Its status code, range of them, or <c>default</c>.</param>
/// <param name="Response">The response.</param>
/// <param name="Location">Its location.</param>
internal readonly record struct StatusResponse(string Status, IOpenApiResponse Response, ElementLocation Location);

/// <summary>A method that calls an operation.</summary>
/// <param name="Name">Its name, without <c>Async</c>.</param>
/// <param name="FieldName">The field with the description of the call.</param>
/// <param name="DeclaresField">Whether the field is declared with this method, and not with another one that uses it, too.</param>
/// <param name="Body">The body that it sends; null where there is none.</param>
/// <param name="Result">What it returns; null where there is nothing.</param>
/// <param name="IsMain">Whether it is the method that can be polled.</param>
internal sealed record MethodPlan(string Name, string FieldName, bool DeclaresField, BodyPlan? Body, ResultPlan? Result, bool IsMain);

/// <summary>A path in pieces: literals and parameters.</summary>
internal sealed record PathPlan(IReadOnlyList<PathPiece> Pieces);

/// <summary>A piece of a path: a literal, or a parameter, by its index among the operation's parameters.</summary>
internal sealed record PathPiece(string Text, int? Parameter);

/// <summary>A parameter of an operation.</summary>
/// <param name="Parameter">The parameter in the document, no reference to it; null for an undeclared path variable.</param>
/// <param name="Description">Its description, which may stand beside a reference to it.</param>
/// <param name="Name">Its name in the request.</param>
/// <param name="In">The part of the request that has it.</param>
/// <param name="Pointer">Its JSON pointer.</param>
/// <param name="Schema">The schema of its value; null where there is none.</param>
/// <param name="ContentType">The content type of its value; null where it is written by its style.</param>
internal sealed record ParameterPlan(
    OpenApiParameter? Parameter, string? Description, string Name, ParameterIn In, string Pointer, SchemaNode? Schema, string? ContentType);

/// <summary>A body in one of the content types that the document offers.</summary>
/// <param name="Kind">How it is written.</param>
/// <param name="ContentType">Its content type, as the document has it.</param>
/// <param name="Media">Its description in the document.</param>
/// <param name="Schema">Its schema; an unconstrained one where there is none.</param>
internal sealed record BodyPlan(BodyKind Kind, string ContentType, IOpenApiMediaType Media, SchemaNode Schema)
{
    /// <summary>The suffix that its method adds to the operation's name; empty for the main body.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>The parts of a multipart body; null where the caller adds them.</summary>
    public IReadOnlyList<PartPlan>? Parts { get; init; }

    /// <summary>The schema of parts that have no name in the document; null where it has none.</summary>
    public SchemaNode? MoreParts { get; init; }

    /// <summary>The schema of one value of a sequence; null where the document does not describe it.</summary>
    public SchemaNode? Item { get; init; }

    /// <summary>Whether a text body has the type of its schema: a scalar or an enumeration. Any other text body is a string.</summary>
    public bool IsTypedText { get; init; }
}

/// <summary>A part of a multipart body.</summary>
internal sealed record PartPlan(string Name, SchemaNode Schema, bool IsRequired);

/// <summary>One content type of one described response.</summary>
internal sealed record ResponseContent(string Status, ResultKind Kind, string ContentType, IOpenApiMediaType Media, SchemaNode Schema);

/// <summary>The result of a method: the successful responses in one representation, of any status.</summary>
/// <param name="Kind">How the responses are read.</param>
/// <param name="Contents">The responses, by status.</param>
internal sealed record ResultPlan(ResultKind Kind, IReadOnlyList<ResponseContent> Contents)
{
    /// <summary>The suffix that its method adds to the operation's name; empty for the main result.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>The content types of text that the document offers for the same value: the response names the actual one.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>Whether some successful response has no such body.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>The schema of the JSON; null where there is no JSON, or any JSON.</summary>
    public SchemaNode? Schema { get; init; }

    /// <summary>
    /// The member of the response that is the result, so that no method shows the whole; null where the response is the result.
    /// </summary>
    public ResultMember? Member { get; init; }
}

/// <summary>The member of a response that is the result of an operation (<c>x-oggen-result</c>).</summary>
internal sealed record ResultMember(string Name, SchemaNode Schema);

/// <summary>The body of a webhook or a callback, which the service sends: it becomes a type, without a method.</summary>
internal sealed record WebhookBody(SchemaNode Schema, SuggestedName SuggestedName, bool IsWanted);

/// <summary>A header of a response.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Header">Its description in the document.</param>
/// <param name="Schema">The schema of its value; null where the value stays a string.</param>
/// <param name="Form">How its value is read.</param>
internal sealed record HeaderPlan(string Name, IOpenApiHeader Header, SchemaNode? Schema, HeaderForm Form);

/// <summary>The headers that become one type.</summary>
/// <param name="Owner">The owner of the type: the components, if all headers are shared.</param>
/// <param name="Key">The key under which the owner's operations share the type.</param>
/// <param name="WantedName">The name of the type, without <c>Headers</c>; null where it is named after the client.</param>
/// <param name="Pointer">The JSON pointer of the responses.</param>
/// <param name="Headers">The headers.</param>
internal sealed record HeaderSetPlan(SchemaOwner Owner, string Key, string? WantedName, string Pointer, IReadOnlyList<HeaderPlan> Headers);
