using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document;
using OgGen.Generator.Document.Swagger2;
using OgGen.Generator.Model;
using OgGen.Generator.Naming;
using OgGen.Generator.Planning;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <summary>Builds the parts of multipart bodies: each is a parameter of the method.</summary>
internal sealed class PartBuilder(UnionPlan unions, TypeResolver resolver, SchemaDocs docs, Problems problems)
{
    private static readonly TypeRef s_file = new ContentRef(ContentKind.File);

    public static string ContentTypeOf(BodyPlan body)
        => MediaTypes.IsWildcard(body.ContentType) ? "multipart/form-data" : MediaTypeText.Essence(body.ContentType);

    public BodyModel Build(
        BodyPlan body, IReadOnlyList<PartPlan> members, bool isRequired, NameScope names, List<OrderedArgument> signature) => new()
    {
        Kind = BodyKind.Multipart,
        Name = null,
        Type = s_file,
        ContentType = ContentTypeOf(body),
        IsRequired = isRequired,
        Parts = members.Select(member => BuildPart(body, member, names, signature)).ToEquatable(),
        MoreParts = body.MoreParts is { } more ? BuildMore(more, names, signature) : null,

        // Assigned after the parameters, which have their names from the document.
        PartsLocal = names.Assign("parts", "ToSend"),
    };

    /// <summary>The parts without a name in the document, as a map.</summary>
    private PartModel BuildMore(SchemaNode node, NameScope names, List<OrderedArgument> signature)
    {
        (TypeRef type, TypeRef written, PartShape shape) = TypeOf(node, MediaOf(node), null);
        Identifier parameter = CSharpName.Escape(names.Assign("additionalParts", "Part", node.Pointer, problems));
        string text = node.Schema.Description is { Length: > 0 } declared ? declared : "Further parts, by name.";
        signature.AddBody(new MapRef(type with { IsNullable = false }), parameter, isOptional: true, DocText.Of(text));
        return new PartModel
        {
            Name = parameter,
            JsonName = "",
            Shape = shape,
            Type = type,
            Written = written with { IsNullable = false },
            IsRequired = false,
        };
    }

    private PartModel BuildPart(BodyPlan body, PartPlan part, NameScope names, List<OrderedArgument> signature)
    {
        SchemaNode node = part.Schema;
        OpenApiEncoding? encoding = null;
        body.Media.Encoding?.TryGetValue(part.Name, out encoding);
        string? contentType = (encoding?.ContentType is { Length: > 0 } declared ? declared : MediaOf(node))?.Split(',')[0].Trim();
        (TypeRef type, TypeRef written, PartShape shape) = TypeOf(node, contentType, encoding);

        // A part that is null is left out, even if the document requires it.
        type = unions.Schemas.AllowsNull(node) ? TypeResolver.OrNull(type) : type;
        written = shape == PartShape.Json ? written with { IsNullable = false } : written;
        string wanted = CSharpName.Camel(node.Schema.Text(SpecExtensions.Name) ?? part.Name, "part");
        Identifier parameter = CSharpName.Escape(names.Assign(wanted, "Part", node.Pointer, problems));
        signature.AddBody(
            type, parameter, isOptional: !part.IsRequired, DocText.Of(node.Schema.Description ?? docs.Target(node).Description));
        return new PartModel
        {
            Name = parameter,
            JsonName = part.Name,
            Shape = shape,
            Type = type,
            Written = written,
            IsRequired = part.IsRequired,
            ContentType = contentType is not null && MediaTypeText.IsValid(contentType) && !MediaTypes.IsWildcard(contentType)
                ? contentType
                : null,
            Separator = encoding?.Style switch
            {
                _ when Extensions.Flag(encoding?.Extensions, Swagger2Upgrade.TabDelimited) => "\t",
                ParameterStyle.SpaceDelimited => " ",
                ParameterStyle.PipeDelimited => "|",
                _ => ",",
            },
            Headers = BuildHeaders(
                part.Name,
                encoding,
                names,
                signature,
                Pointers.Child(Pointers.Child(body.Schema.Pointer, "encoding"), part.Name)).ToEquatable(),
        };
    }

    /// <summary>The media type of a file, or of the items of a list of files.</summary>
    private string? MediaOf(SchemaNode node)
    {
        SchemaNode target = unions.Follow(node).Node;
        SchemaNode? item = target.Schema.Items is { } items ? target.Member("items", items) : null;
        return BodyPlanner.IsBinary(node, unions) ? (target.Schema as OpenApiSchema)?.ContentMediaType
            : item is { } inner && BodyPlanner.IsBinary(inner, unions)
                ? (unions.Follow(inner).Node.Schema as OpenApiSchema)?.ContentMediaType
            : null;
    }

    /// <summary>The type of the parameter, the type that is written as JSON, and the content of the part.</summary>
    private (TypeRef Type, TypeRef Written, PartShape Shape) TypeOf(SchemaNode node, string? contentType, OpenApiEncoding? encoding)
    {
        (SchemaNode target, SchemaKind kind) = unions.Follow(node);
        bool isFileType = contentType is not null
            && MediaTypeText.IsValid(contentType)
            && !MediaTypes.IsJson(contentType)
            && !MediaTypes.IsText(contentType);
        SchemaNode? item = kind == SchemaKind.List && target.Schema.Items is { } items ? target.Member("items", items) : null;
        if (IsFile(node, kind))
        {
            return (s_file, s_file, PartShape.File);
        }

        if (item is { } inner && IsFile(inner, unions.Follow(inner).Kind))
        {
            return (new SequenceRef(s_file), s_file, PartShape.Files);
        }

        if (contentType is not null
            && MediaTypes.IsJson(contentType)
            && kind is not (SchemaKind.Scalar or SchemaKind.Enum or SchemaKind.Any))
        {
            TypeRef whole = resolver.Resolve(node);
            return (whole, whole, PartShape.Json);
        }

        switch (kind)
        {
            case SchemaKind.Any:
                return (TypeResolver.String, TypeResolver.String, PartShape.Text);
            case SchemaKind.Scalar or SchemaKind.Enum:
                TypeRef scalar = resolver.Resolve(node);
                return (scalar, scalar, PartShape.Text);
            case SchemaKind.List when resolver.ListItem(target) is { } text:
                bool isJoined = encoding is { Style: not null, Explode: not true };
                return (new SequenceRef(text), text, isJoined ? PartShape.JoinedStrings : PartShape.Strings);
            case SchemaKind.List when item is { } element:
                TypeRef each = resolver.ResolveItem(element);
                return (new SequenceRef(each), each, PartShape.JsonItems);
            default:
                TypeRef value = resolver.Resolve(node);
                return (value, value, PartShape.Json);
        }

        bool IsFile(SchemaNode part, SchemaKind partKind)
            => BodyPlanner.IsBinary(part, unions)
                || isFileType
                    && (partKind == SchemaKind.Any
                        || partKind == SchemaKind.Scalar && SchemaShape.Types(unions.Follow(part).Node.Schema) == JsonSchemaType.String);
    }

    private List<PartHeader> BuildHeaders(
        string part, OpenApiEncoding? encoding, NameScope names, List<OrderedArgument> signature, string pointer)
    {
        var headers = new List<PartHeader>();
        foreach (KeyValuePair<string, IOpenApiHeader> header in encoding?.Headers ?? new Dictionary<string, IOpenApiHeader>())
        {
            string declared = header.Key.Trim();
            if (declared.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
                || declared.Equals("Content-Disposition", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (declared.Length == 0 || !HttpToken.Is(declared))
            {
                problems.Report(Descriptors.Unsupported, pointer, $"HTTP allows no header with the name '{header.Key}'; it is left out");
                continue;
            }

            Identifier name = CSharpName.Escape(
                names.Assign(CSharpName.Camel(part + " " + declared, "header"), "Header", pointer, problems));
            signature.AddBody(TypeResolver.String, name, isOptional: !header.Value.Required, DocText.Of(header.Value.Description));
            headers.Add(new PartHeader(declared, name));
        }

        return headers;
    }
}
