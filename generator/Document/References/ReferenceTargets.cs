using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace OgGen.Generator.Document.References;

/// <summary>
/// Resolves a document's references once. Microsoft.OpenApi searches the target on each access to any member of a
/// reference, and builds a URI each time (measured: 2.6 KB), which is most of the cost of a document.
/// </summary>
internal sealed class ReferenceTargets : OpenApiVisitorBase
{
    private readonly OpenApiDocument _document;

    private ReferenceTargets(OpenApiDocument document) => _document = document;

    public static void Connect(OpenApiDocument document) => new OpenApiWalker(new ReferenceTargets(document)).Walk(document);

    public override void Visit(OpenApiComponents components) => Connect(components.Schemas);

    public override void Visit(IOpenApiSchema schema)
    {
        if (schema is not OpenApiSchema own)
        {
            return;
        }

        Connect(own.Properties);
        Connect(own.PatternProperties);
        Connect(own.AllOf);
        Connect(own.OneOf);
        Connect(own.AnyOf);
        own.Items = Connected(own.Items);
        own.AdditionalProperties = Connected(own.AdditionalProperties);
    }

    public override void Visit(IOpenApiMediaType mediaType)
    {
        if (mediaType is OpenApiMediaType own)
        {
            own.Schema = Connected(own.Schema);
            own.ItemSchema = Connected(own.ItemSchema);
        }
    }

    public override void Visit(IOpenApiParameter parameter)
    {
        if (parameter is OpenApiParameter own)
        {
            own.Schema = Connected(own.Schema);
        }
    }

    public override void Visit(IOpenApiPathItem pathItem)
    {
        if (pathItem is OpenApiPathItem own)
        {
            Connect(own.Parameters);
        }
    }

    public override void Visit(OpenApiOperation operation)
    {
        Connect(operation.Parameters);
        if (operation.RequestBody is OpenApiRequestBodyReference { Reference: var from })
        {
            operation.RequestBody = new ConnectedRequestBody(from.Id!, _document) { Reference = { Description = from.Description } };
        }
    }

    public override void Visit(OpenApiResponses responses)
    {
        foreach (KeyValuePair<string, IOpenApiResponse> response in responses.ToArray())
        {
            if (response.Value is OpenApiResponseReference { Reference: var from })
            {
                responses[response.Key] = new ConnectedResponse(from.Id!, _document)
                {
                    Reference = { Summary = from.Summary, Description = from.Description },
                };
            }
        }
    }

    public override void Visit(IDictionary<string, IOpenApiHeader> headers)
    {
        foreach (KeyValuePair<string, IOpenApiHeader> header in headers.ToArray())
        {
            if (header.Value is OpenApiHeaderReference { Reference: var from })
            {
                headers[header.Key] = new ConnectedHeader(from.Id!, _document) { Reference = { Description = from.Description } };
            }
        }
    }

    private void Connect(IList<IOpenApiParameter>? parameters)
    {
        for (int i = 0; i < (parameters?.Count ?? 0); i++)
        {
            if (parameters![i] is OpenApiParameterReference { Reference: var from })
            {
                parameters[i] = new ConnectedParameter(from.Id!, _document) { Reference = { Description = from.Description } };
            }
        }
    }

    private void Connect(IDictionary<string, IOpenApiSchema>? schemas)
    {
        if (schemas is null)
        {
            return;
        }

        var references = new List<KeyValuePair<string, IOpenApiSchema>>();
        foreach (KeyValuePair<string, IOpenApiSchema> schema in schemas)
        {
            if (schema.Value is OpenApiSchemaReference)
            {
                references.Add(schema);
            }
        }

        foreach (KeyValuePair<string, IOpenApiSchema> reference in references)
        {
            schemas[reference.Key] = Connected(reference.Value)!;
        }
    }

    private void Connect(IList<IOpenApiSchema>? schemas)
    {
        for (int i = 0; i < (schemas?.Count ?? 0); i++)
        {
            schemas![i] = Connected(schemas[i])!;
        }
    }

    private IOpenApiSchema? Connected(IOpenApiSchema? schema)
        => schema is OpenApiSchemaReference reference ? new ConnectedSchema(reference, _document) : schema;

    /// <summary>
    /// A reference to a schema. Beside it stand annotations alone: other keywords have become an <c>allOf</c> before. So what a schema
    /// is made of is asked of the target at once; the library guards each such question against circles, with a set of its own.
    /// </summary>
    private sealed class ConnectedSchema : OpenApiSchemaReference, IOpenApiSchema
    {
        private IOpenApiSchema? _target;

        public ConnectedSchema(OpenApiSchemaReference reference, OpenApiDocument document)
            : base(reference.Reference.Id!, document)
            => CopyAnnotations(reference.Reference, Reference);

        // On demand: the target may be a reference that is connected later.
        public override IOpenApiSchema? Target => _target ??= Find(Reference, static components => components.Schemas);

        string? IOpenApiSchema.Title => Reference.Title is { Length: > 0 } own ? own : Target?.Title;

        string? IOpenApiDescribedElement.Description
        {
            get => Reference.Description is { Length: > 0 } own ? own : Target?.Description;
            set => Reference.Description = value;
        }

        JsonNode? IOpenApiSchema.Default => Reference.Default ?? Target?.Default;

        OpenApiExternalDocs? IOpenApiSchema.ExternalDocs => Target?.ExternalDocs;

        JsonSchemaType? IOpenApiSchema.Type => Target?.Type;

        string? IOpenApiSchema.Format => Target?.Format;

        IList<JsonNode>? IOpenApiSchema.Enum => Target?.Enum;

        IList<IOpenApiSchema>? IOpenApiSchema.AllOf => Target?.AllOf;

        IList<IOpenApiSchema>? IOpenApiSchema.OneOf => Target?.OneOf;

        IList<IOpenApiSchema>? IOpenApiSchema.AnyOf => Target?.AnyOf;

        IOpenApiSchema? IOpenApiSchema.Items => Target?.Items;

        IDictionary<string, IOpenApiSchema>? IOpenApiSchema.Properties => Target?.Properties;

        IDictionary<string, IOpenApiSchema>? IOpenApiSchema.PatternProperties => Target?.PatternProperties;

        IOpenApiSchema? IOpenApiSchema.AdditionalProperties => Target?.AdditionalProperties;

        bool IOpenApiSchema.ReadOnly => Reference.ReadOnly ?? Target?.ReadOnly ?? false;

        bool IOpenApiSchema.WriteOnly => Reference.WriteOnly ?? Target?.WriteOnly ?? false;

        bool IOpenApiSchema.Deprecated => Reference.Deprecated ?? Target?.Deprecated ?? false;

        IDictionary<string, IOpenApiExtension>? IOpenApiReadOnlyExtensible.Extensions => Reference.Extensions ?? Target?.Extensions;

        /// <summary>Copies the annotations beside a <c>$ref</c>. Other keywords beside it have become an <c>allOf</c> before.</summary>
        private static void CopyAnnotations(JsonSchemaReference from, JsonSchemaReference to)
        {
            to.Title = from.Title;
            to.Description = from.Description;
            to.Default = from.Default;
            to.Deprecated = from.Deprecated;
            to.ReadOnly = from.ReadOnly;
            to.WriteOnly = from.WriteOnly;
            to.Minimum = from.Minimum;
            to.Maximum = from.Maximum;
            to.MinLength = from.MinLength;
            to.MaxLength = from.MaxLength;
            to.MinItems = from.MinItems;
            to.MaxItems = from.MaxItems;
            to.Extensions = from.Extensions;
        }
    }

    /// <summary>The target of a reference, in the document for which it was made.</summary>
    private static T? Find<T>(BaseOpenApiReference reference, Func<OpenApiComponents, IDictionary<string, T>?> section)
        where T : class
        => reference.HostDocument?.Components is { } components
            && section(components)?.TryGetValue(reference.Id!, out T? target) == true ? target : null;

    private sealed class ConnectedParameter(string id, OpenApiDocument document) : OpenApiParameterReference(id, document)
    {
        private IOpenApiParameter? _target;

        public override IOpenApiParameter? Target => _target ??= Find(Reference, static components => components.Parameters);
    }

    private sealed class ConnectedRequestBody(string id, OpenApiDocument document) : OpenApiRequestBodyReference(id, document)
    {
        private IOpenApiRequestBody? _target;

        public override IOpenApiRequestBody? Target => _target ??= Find(Reference, static components => components.RequestBodies);
    }

    private sealed class ConnectedResponse(string id, OpenApiDocument document)
        : OpenApiResponseReference(id, document), IOpenApiResponse
    {
        private IOpenApiResponse? _target;

        public override IOpenApiResponse? Target => _target ??= Find(Reference, static components => components.Responses);

        string? IOpenApiSummarizedElement.Summary
        {
            get => Reference.Summary is { Length: > 0 } own ? own : Target?.Summary;
            set => Reference.Summary = value;
        }

        string? IOpenApiDescribedElement.Description
        {
            get => Reference.Description is { Length: > 0 } own ? own : Target?.Description;
            set => Reference.Description = value;
        }

        IDictionary<string, IOpenApiHeader>? IOpenApiResponse.Headers => Target?.Headers;

        IDictionary<string, IOpenApiMediaType>? IOpenApiResponse.Content => Target?.Content;

        IDictionary<string, IOpenApiLink>? IOpenApiResponse.Links => Target?.Links;

        IDictionary<string, IOpenApiExtension>? IOpenApiReadOnlyExtensible.Extensions => Target?.Extensions;
    }

    private sealed class ConnectedHeader(string id, OpenApiDocument document) : OpenApiHeaderReference(id, document), IOpenApiHeader
    {
        private IOpenApiHeader? _target;

        public override IOpenApiHeader? Target => _target ??= Find(Reference, static components => components.Headers);

        string? IOpenApiDescribedElement.Description
        {
            get => Reference.Description is { Length: > 0 } own ? own : Target?.Description;
            set => Reference.Description = value;
        }

        bool IOpenApiHeader.Required => Target?.Required ?? false;

        IOpenApiSchema? IOpenApiHeader.Schema => Target?.Schema;

        IDictionary<string, IOpenApiMediaType>? IOpenApiHeader.Content => Target?.Content;

        IDictionary<string, IOpenApiExtension>? IOpenApiReadOnlyExtensible.Extensions => Target?.Extensions;
    }
}
