using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Model;
using OgGen.Generator.Naming;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Planning;

/// <summary>Finds the bodies that a request may have.</summary>
internal static class BodyPlanner
{
    /// <summary>
    /// The bodies of an operation, the main one first: JSON where the document offers it, else the first. Redundant ones
    /// are left out: the same JSON under other names, XML beside JSON, further types of bytes.
    /// </summary>
    /// <param name="body">The body as the document has it; null for an operation without one.</param>
    /// <param name="location">The location of the body.</param>
    /// <param name="unions">The unions, with the kind of type of each schema.</param>
    public static IReadOnlyList<BodyPlan> Plan(IOpenApiRequestBody? body, ElementLocation location, UnionPlan unions)
    {
        if (body?.Content is not { Count: > 0 } contents)
        {
            return [];
        }

        List<BodyPlan> all = contents
            .Where(static content => MediaTypeText.IsValid(content.Key))
            .Select(content => PlanContent(content.Key, content.Value, location.Child("content", content.Key).Of(content.Value), unions))
            .ToList();
        if (all.Count < 2)
        {
            return all;
        }

        BodyPlan main = all.Find(static content => content.Kind == BodyKind.Json) ?? all[0];
        var bodies = new List<BodyPlan> { main };
        foreach (BodyPlan other in all)
        {
            if (other != main && !bodies.Exists(kept => SaysTheSame(kept, other, unions.Schemas)))
            {
                bodies.Add(other with { Suffix = "From" + SuffixOf(other) });
            }
        }

        return bodies;
    }

    /// <summary>The content types whose bodies are bytes.</summary>
    public static IEnumerable<string> ByteContentTypes(IOpenApiRequestBody body, ElementLocation location, UnionPlan unions)
        => (body.Content ?? new Dictionary<string, IOpenApiMediaType>())
            .Where(content => MediaTypeText.IsValid(content.Key)
                && KindOf(content.Key, location.Schema("schema", content.Value.Schema ?? new OpenApiSchema()), unions) == BodyKind.Stream)
            .Select(static content => content.Key);

    /// <summary>The schemas of a body that may become types, each with the name that its location suggests.</summary>
    /// <param name="body">The body.</param>
    /// <param name="suggested">The suggested name of the operation or component.</param>
    /// <param name="whole">The suggested name of the whole body.</param>
    public static IEnumerable<(SchemaNode Schema, SuggestedName SuggestedName)> Schemas(
        BodyPlan body, SuggestedName suggested, SuggestedName whole) => body.Kind switch
    {
        BodyKind.Multipart => (body.Parts ?? []).Select(part => (part.Schema, suggested.Member(CSharpName.Pascal(part.Name, "Part"))))
            .Concat(body.MoreParts is { } more ? [(more, suggested.Member("AdditionalPart"))] : []),
        BodyKind.JsonSequence when body.Item is { } item => [(item, whole.With("Item"))],
        BodyKind.Json or BodyKind.Form => [(body.Schema, whole)],
        BodyKind.Text when body.IsTypedText => [(body.Schema, whole)],
        _ => [],
    };

    /// <summary>Whether a schema describes bytes that are not JSON.</summary>
    public static bool IsBinary(SchemaNode node, UnionPlan unions)
    {
        IOpenApiSchema schema = unions.Follow(node).Node.Schema;
        return SchemaShape.Types(schema) is JsonSchemaType.String or 0
            && (schema.Format is "binary"
                || schema is OpenApiSchema { ContentMediaType: { Length: > 0 } media, ContentEncoding: null or "" or "binary" }
                    && !MediaTypes.IsJson(media) && !MediaTypes.IsText(media));
    }

    /// <summary>The schema of one value of a sequence; null where the document does not describe it.</summary>
    public static SchemaNode? ItemOf(IOpenApiMediaType media, SchemaNode schema, UnionPlan unions)
    {
        if (IsSequence(media))
        {
            return schema;
        }

        // Before itemSchema, documents described an item, or all items as an array.
        (SchemaNode target, SchemaKind kind) = unions.Follow(schema);
        return media.Schema is null ? null
            : kind == SchemaKind.List && target.Schema.Items is { } items ? target.Member("items", items)
            : schema;
    }

    private static BodyPlan PlanContent(string contentType, IOpenApiMediaType media, ElementLocation location, UnionPlan unions)
    {
        SchemaNode schema = SchemaOf(media, location);
        BodyKind kind = KindOf(contentType, schema, unions);
        return new BodyPlan(kind, contentType, media, schema)
        {
            Parts = kind == BodyKind.Multipart ? PartsOf(media, schema, unions) : null,
            MoreParts = kind == BodyKind.Multipart ? MorePartsOf(media, schema, unions) : null,
            Item = kind == BodyKind.JsonSequence ? ItemOf(media, schema, unions) : null,
            IsTypedText = kind == BodyKind.Text && unions.Follow(schema).Kind is SchemaKind.Scalar or SchemaKind.Enum,
        };
    }

    /// <summary>The schema of a content, or of one of its values; an unconstrained one where there is none.</summary>
    public static SchemaNode SchemaOf(IOpenApiMediaType media, ElementLocation location)
        => media.Schema is { } whole
            ? location.Schema("schema", whole)
            : location.Schema("itemSchema", media.ItemSchema ?? new OpenApiSchema());

    private static bool SaysTheSame(BodyPlan kept, BodyPlan other, SchemaGraph schemas)
    {
        if (MediaTypeText.Essence(other.ContentType) is "application/merge-patch+json" or "application/json-patch+json")
        {
            // A patch has another meaning than the same JSON under another media type.
            return MediaTypeText.Essence(kept.ContentType) == MediaTypeText.Essence(other.ContentType);
        }

        bool isSameType = schemas.TypeIdentity(kept.Schema) == schemas.TypeIdentity(other.Schema);
        return kept.Kind == other.Kind ? kept.Kind switch
        {
            BodyKind.Json or BodyKind.JsonSequence or BodyKind.Form or BodyKind.Multipart => isSameType,
            BodyKind.Text => SuffixOf(kept) == SuffixOf(other),
            _ => true,
        }
        : kept.Kind == BodyKind.Json
            && (MediaTypes.IsXml(other.ContentType) || MediaTypeText.Essence(other.ContentType) == "text/plain")
            && isSameType;
    }

    private static string SuffixOf(BodyPlan body) => body.Kind switch
    {
        BodyKind.Form => "Form",
        BodyKind.Multipart => "Multipart",
        BodyKind.JsonSequence => "JsonLines",
        BodyKind.Stream => "Stream",
        _ => MediaTypes.Word(body.ContentType),
    };

    private static BodyKind KindOf(string contentType, SchemaNode schema, UnionPlan unions)
        => MediaTypes.IsJsonSequence(contentType) ? BodyKind.JsonSequence
            : MediaTypes.IsJson(contentType) && !IsBinary(schema, unions) ? BodyKind.Json
            : MediaTypes.IsUrlEncoded(contentType) ? unions.Follow(schema).Kind == SchemaKind.Scalar ? BodyKind.Text : BodyKind.Form
            : MediaTypes.IsMultipart(contentType) ? BodyKind.Multipart
            : MediaTypes.IsText(contentType) && !IsBinary(schema, unions) ? BodyKind.Text
            : BodyKind.Stream;

    private static List<PartPlan>? PartsOf(IOpenApiMediaType media, SchemaNode schema, UnionPlan unions)
    {
        (SchemaNode target, SchemaKind kind) = unions.Follow(schema);
        if (kind != SchemaKind.Object || IsSequence(media))
        {
            return null;
        }

        ObjectShape shape = unions.Schemas.Flatten(target);
        return shape.Members
            .Where(static member => !member.Schema.Schema.ReadOnly)
            .Select(member => new PartPlan(member.Name, member.Schema, shape.Required.Contains(member.Name)))
            .ToList();
    }

    private static SchemaNode? MorePartsOf(IOpenApiMediaType media, SchemaNode schema, UnionPlan unions)
    {
        (SchemaNode target, SchemaKind kind) = unions.Follow(schema);
        return kind == SchemaKind.Object && !IsSequence(media) && unions.Schemas.Flatten(target).Extra is [var first, ..]
            && !SchemaShape.IsUnconstrained(first.Schema)
            ? first
            : null;
    }

    /// <summary>Whether a schema is that of one of many values, of which there may be any number (OpenAPI 3.2).</summary>
    private static bool IsSequence(IOpenApiMediaType media) => media.ItemSchema is not null && media.Schema is null;
}
