using Microsoft.OpenApi;

namespace OgGen.Generator.Document.References;

/// <summary>
/// Resolves a document's references to schemas once. Microsoft.OpenApi searches the target on each access to any member of a
/// reference, and builds a URI each time (measured: 2.6 KB), which is most of the cost of a document.
/// </summary>
internal sealed class SchemaReferences : OpenApiVisitorBase
{
    private readonly OpenApiDocument _document;

    private SchemaReferences(OpenApiDocument document) => _document = document;

    public static void Connect(OpenApiDocument document) => new OpenApiWalker(new SchemaReferences(document)).Walk(document);

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

    private void Connect(IDictionary<string, IOpenApiSchema>? schemas)
    {
        foreach (KeyValuePair<string, IOpenApiSchema> schema in schemas?.Where(static schema => schema.Value is OpenApiSchemaReference).ToArray() ?? [])
        {
            schemas![schema.Key] = Connected(schema.Value)!;
        }
    }

    private void Connect(IList<IOpenApiSchema>? schemas)
    {
        for (int i = 0; i < (schemas?.Count ?? 0); i++)
        {
            schemas![i] = Connected(schemas[i])!;
        }
    }

    private IOpenApiSchema? Connected(IOpenApiSchema? schema) => schema is OpenApiSchemaReference reference ? new ConnectedReference(reference, _document) : schema;

    private sealed class ConnectedReference : OpenApiSchemaReference
    {
        private readonly OpenApiDocument _document;
        private IOpenApiSchema? _target;

        public ConnectedReference(OpenApiSchemaReference reference, OpenApiDocument document)
            : base(reference.Reference.Id!, document)
        {
            _document = document;
            CopyAnnotations(reference.Reference, Reference);
        }

        // On demand: the target may be a reference that is connected later.
        public override IOpenApiSchema? Target
            => _target ??= _document.Components?.Schemas is { } schemas && schemas.TryGetValue(Reference.Id!, out IOpenApiSchema? target) ? target : null;

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
}
