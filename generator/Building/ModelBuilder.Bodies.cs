using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Swagger2;
using OgGen.Generator.Model;
using OgGen.Generator.Naming;
using OgGen.Generator.Planning;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <content>What an operation sends.</content>
internal sealed partial class ModelBuilder
{
    private static readonly TypeRef s_stream = new ContentRef(ContentKind.Stream);
    private const string AnyBytes = "application/octet-stream";

    /// <summary>A body in one of the content types that the document offers.</summary>
    /// <param name="Kind">How it is written.</param>
    /// <param name="ContentType">Its content type, as the document has it.</param>
    /// <param name="Media">What the document says of it.</param>
    /// <param name="Schema">Its schema; an empty one where there is none.</param>
    private sealed record BodyAt(BodyKind Kind, string ContentType, IOpenApiMediaType Media, SchemaNode Schema)
    {
        /// <summary>What its method adds to the operation's name; empty for the operation's main body.</summary>
        public string Suffix { get; init; } = "";
    }

    /// <summary>
    /// The bodies that an operation takes, the main one first: JSON where the document offers it, else the first. Those that say
    /// nothing new are left out: the same JSON under other names, XML beside JSON, further types of bytes.
    /// </summary>
    private List<BodyAt> BodiesOf(OperationAt at)
    {
        var all = new List<BodyAt>();
        foreach (KeyValuePair<string, IOpenApiMediaType> content in at.Operation.RequestBody?.Content ?? new Dictionary<string, IOpenApiMediaType>())
        {
            if (MediaTypeText.IsValid(content.Key))
            {
                string pointer = Pointers.Child(at.Pointer + "/requestBody/content", content.Key);
                SchemaNode schema = content.Value.Schema is { } whole ? new SchemaNode(whole, pointer + "/schema", at.Owner)
                    : new SchemaNode(content.Value.ItemSchema ?? new OpenApiSchema(), pointer + "/itemSchema", at.Owner);
                all.Add(new BodyAt(KindOfBody(content.Key, schema), content.Key, content.Value, schema));
            }
        }

        if (all.Count == 0)
        {
            return all;
        }

        BodyAt main = all.Find(static body => body.Kind == BodyKind.Json) ?? all[0];
        var bodies = new List<BodyAt> { main };
        foreach (BodyAt body in all)
        {
            if (body != main && !bodies.Exists(other => SaysTheSame(other, body)))
            {
                bodies.Add(body with { Suffix = "From" + SuffixOf(body) });
            }
        }

        return bodies;
    }

    private bool SaysTheSame(BodyAt kept, BodyAt other)
    {
        if (MediaTypeText.Essence(other.ContentType) is "application/merge-patch+json" or "application/json-patch+json")
        {
            // A patch means something else than the same JSON in other words.
            return MediaTypeText.Essence(kept.ContentType) == MediaTypeText.Essence(other.ContentType);
        }

        return kept.Kind == other.Kind ? kept.Kind switch
        {
            BodyKind.Json or BodyKind.JsonSequence or BodyKind.Form or BodyKind.Multipart => _structure.Of(kept.Schema.Schema) == _structure.Of(other.Schema.Schema),
            BodyKind.Text => SuffixOf(kept) == SuffixOf(other),
            _ => true,
        }
        : kept.Kind == BodyKind.Json && (MediaTypes.IsXml(other.ContentType) || MediaTypeText.Essence(other.ContentType) == "text/plain")
            && _structure.Of(kept.Schema.Schema) == _structure.Of(other.Schema.Schema);
    }

    private static string SuffixOf(BodyAt body) => body.Kind switch
    {
        BodyKind.Form => "Form",
        BodyKind.Multipart => "Multipart",
        BodyKind.JsonSequence => "JsonLines",
        BodyKind.Stream => "Stream",
        _ => MediaTypes.Word(body.ContentType),
    };

    private BodyKind KindOfBody(string contentType, SchemaNode schema)
        => MediaTypes.IsJsonSequence(contentType) ? BodyKind.JsonSequence
            : MediaTypes.IsJson(contentType) && !IsBinary(schema) ? BodyKind.Json
            : MediaTypes.IsUrlEncoded(contentType) ? Follow(schema).Kind == SchemaKind.Scalar ? BodyKind.Text : BodyKind.Form
            : MediaTypes.IsMultipart(contentType) ? BodyKind.Multipart
            : MediaTypes.IsText(contentType) && !IsBinary(schema) ? BodyKind.Text
            : BodyKind.Stream;

    /// <summary>Whether a schema stands for bytes that are no JSON.</summary>
    private bool IsBinary(SchemaNode at)
    {
        IOpenApiSchema schema = Follow(at).At.Schema;
        return SchemaShape.Types(schema) is JsonSchemaType.String or 0
            && (schema.Format is "binary" || schema is OpenApiSchema { ContentMediaType: { Length: > 0 } media, ContentEncoding: null or "" or "binary" } && !MediaTypes.IsJson(media) && !MediaTypes.IsText(media));
    }

    private void PlanBodies(OperationAt at, PlaceName place, string owner)
    {
        foreach (BodyAt body in BodiesOf(at))
        {
            PlaceName name = place.With(body.Suffix).Body("Request");
            switch (body.Kind)
            {
                case BodyKind.Multipart when PartsOf(body) is { } parts:
                    foreach ((string part, SchemaNode schema, bool _) in parts)
                    {
                        PlanInline(schema, place.With(body.Suffix).Member(CSharpName.Pascal(part, "Part")), owner);
                    }

                    break;
                case BodyKind.JsonSequence when ItemOf(body.Media, body.Schema) is { } item:
                    PlanInline(item, name.With("Item"), owner);
                    break;
                case BodyKind.Json or BodyKind.Form:
                    PlanInline(body.Schema, name, owner);
                    break;
            }
        }
    }

    /// <summary>The members of a multipart body that are parts; null where only the caller knows them.</summary>
    private List<(string Name, SchemaNode Schema, bool IsRequired)>? PartsOf(BodyAt body)
    {
        (SchemaNode target, SchemaKind kind) = Follow(body.Schema);
        if (kind != SchemaKind.Object || IsSequence(body.Media))
        {
            return null;
        }

        ObjectShape shape = _schemas.Flatten(target);
        return shape.Members.Where(static member => !member.Schema.Schema.ReadOnly).Select(member => (member.Name, member.Schema, shape.Required.Contains(member.Name))).ToList();
    }

    /// <summary>Whether a schema is that of one of many values, of which there may be any number (OpenAPI 3.2).</summary>
    private static bool IsSequence(IOpenApiMediaType media) => media.ItemSchema is not null && media.Schema is null;

    /// <summary>The schema of one value of a sequence; null where the document says nothing of it.</summary>
    private SchemaNode? ItemOf(IOpenApiMediaType media, SchemaNode schema)
    {
        if (IsSequence(media))
        {
            return schema;
        }

        // Before itemSchema, documents gave the schema of an item, or of all items as an array.
        (SchemaNode target, SchemaKind kind) = Follow(schema);
        return media.Schema is null ? null
            : kind == SchemaKind.List && target.Schema.Items is { } items ? target.Member("items", items)
            : schema;
    }

    private BodyModel? BuildBody(OperationAt at, BodyAt? body, NameScope names, SignatureBuilder signature)
    {
        if (body is null)
        {
            if (at.Operation.RequestBody is { Content: { Count: > 0 } } unusable)
            {
                Report(Descriptors.Unsupported, at.Pointer + "/requestBody", "The body has no content type that HTTP allows; it is taken as bytes");
                return StreamBody(unusable.Required, AnyBytes);
            }

            return null;
        }

        IOpenApiRequestBody request = at.Operation.RequestBody!;
        if (body.Suffix.Length == 0 && MediaTypes.IsXml(body.ContentType))
        {
            Report(Descriptors.Unsupported, Pointers.Child(at.Pointer + "/requestBody/content", body.ContentType), $"XML is not written; the body '{body.ContentType}' is taken as text");
        }

        switch (body.Kind)
        {
            case BodyKind.Multipart:
                return BuildMultipart(at, body, names, signature);
            case BodyKind.Stream:
                return StreamBody(request.Required, body.ContentType);
            case BodyKind.Text:
                TypeRef text = Follow(body.Schema).Kind is SchemaKind.Scalar or SchemaKind.Enum ? Resolve(body.Schema) : s_string;
                return Body(text, WithCharset(MediaTypes.IsWildcard(body.ContentType) ? "text/plain" : body.ContentType));
            case BodyKind.JsonSequence:
                TypeRef item = ItemOf(body.Media, body.Schema) is { } itemSchema ? ResolveItem(itemSchema) : s_any;
                return Body(item, body.ContentType, new SequenceRef(item));
            case BodyKind.Form:
                SchemaKind kind = Follow(body.Schema).Kind;
                TypeRef form = kind is SchemaKind.Any or SchemaKind.List ? new MapRef(s_string) : Resolve(body.Schema);
                return Body(form, body.ContentType) with { Fields = BuildFields(body.Media).ToEquatable() };
            default:
                TypeRef json = SchemaShape.IsUnconstrained(body.Schema.Schema) ? s_any : request.Required ? ResolveItem(body.Schema) : Resolve(body.Schema);
                return Body(json, MediaTypes.IsWildcard(body.ContentType) ? "application/json" : body.ContentType);
        }

        BodyModel Body(TypeRef type, string contentType, TypeRef? shown = null)
        {
            string name = BodyName(at, names);
            signature.AddBody(shown ?? type, name, isOptional: !request.Required, DocText.Of(request.Description));
            return new BodyModel { Kind = body.Kind, Name = name, Type = type, ContentType = contentType, IsRequired = request.Required };
        }

        BodyModel StreamBody(bool isRequired, string contentType)
        {
            string name = BodyName(at, names);
            DocModel doc = DocText.Of(at.Operation.RequestBody!.Description);
            signature.AddBody(s_stream, name, isOptional: !isRequired, doc);
            string? typeName = null;
            string[] others = ContentTypes(at).ToArray();
            if (MediaTypes.IsWildcard(contentType) || others.Length > 1)
            {
                // Which one it is, the caller knows.
                typeName = Take(names, "contentType", "Body", at.Pointer + "/requestBody");
                string allowed = others.Length > 1 ? " One of " + string.Join(", ", others) + "." : "";
                bool isOpen = MediaTypeText.Essence(contentType) is not ("*/*" or "application/*") && MediaTypes.IsWildcard(contentType);
                contentType = MediaTypes.IsWildcard(contentType) ? AnyBytes : contentType;
                signature.AddText(typeName, !isOpen || !isRequired ? contentType : null, new DocModel("The media type of the body." + allowed));
            }

            return new BodyModel { Kind = BodyKind.Stream, Name = name, Type = s_stream, ContentType = contentType, ContentTypeName = typeName, IsRequired = isRequired };
        }
    }

    /// <summary>The content types whose bodies are bytes.</summary>
    private IEnumerable<string> ContentTypes(OperationAt at)
        => (at.Operation.RequestBody?.Content ?? new Dictionary<string, IOpenApiMediaType>())
            .Where(content => MediaTypeText.IsValid(content.Key) && KindOfBody(content.Key, new SchemaNode(content.Value.Schema ?? new OpenApiSchema(), "", at.Owner)) == BodyKind.Stream)
            .Select(static content => content.Key);

    private string BodyName(OperationAt at, NameScope names)
        => CSharpName.Escape(Take(names, CSharpName.Camel(Extensions.Text(at.Operation.RequestBody!.Extensions, Extensions.Name) ?? "body", "body"), "Content", at.Pointer + "/requestBody"));

    private static string WithCharset(string contentType)
        => contentType.StartsWith("text/", StringComparison.OrdinalIgnoreCase) && contentType.IndexOf("charset", StringComparison.OrdinalIgnoreCase) < 0
            ? contentType + "; charset=utf-8"
            : contentType;

    private static IEnumerable<FormFieldModel> BuildFields(IOpenApiMediaType media)
        => (media.Encoding ?? new Dictionary<string, OpenApiEncoding>())
            .Where(static encoding => HasStyle(encoding.Value) || MediaTypes.IsJson(encoding.Value.ContentType ?? ""))
            .Select(static encoding => new FormFieldModel
            {
                JsonName = encoding.Key,
                Style = StyleOf(encoding.Value),
                Explode = encoding.Value.Explode ?? encoding.Value.Style is ParameterStyle.Form,
                AllowReserved = encoding.Value.AllowReserved ?? false,
                IsJson = !HasStyle(encoding.Value),
            });

    private static bool HasStyle(OpenApiEncoding encoding) => encoding.Style is not null;

    private static SerializationStyle StyleOf(OpenApiEncoding encoding)
        => Extensions.Flag(encoding.Extensions, Swagger2Upgrade.TabDelimited) ? SerializationStyle.TabDelimited
            : encoding.Style is ParameterStyle.SpaceDelimited or ParameterStyle.PipeDelimited or ParameterStyle.DeepObject ? StyleOf(encoding.Style.Value)
            : SerializationStyle.Form;
}
