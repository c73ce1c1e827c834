using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.References;
using OgGen.Generator.Document.Swagger2;
using OgGen.Generator.Model;
using OgGen.Generator.Naming;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <content>The parts of multipart bodies: each is a parameter of the method.</content>
internal sealed partial class ModelBuilder
{
    private static readonly TypeRef s_file = new ContentRef(ContentKind.File);

    private BodyModel BuildMultipart(OperationAt at, BodyAt body, NameScope names, SignatureBuilder signature)
    {
        string contentType = MediaTypes.IsWildcard(body.ContentType) ? "multipart/form-data" : MediaTypeText.Essence(body.ContentType);
        bool isRequired = at.Operation.RequestBody!.Required;
        if (PartsOf(body) is not { } members)
        {
            if (!SchemaShape.IsUnconstrained(body.Schema.Schema) && Follow(body.Schema).Kind is not (SchemaKind.Map or SchemaKind.Any))
            {
                Report(Descriptors.Unsupported, body.Schema.Pointer, $"The parts of the body '{body.ContentType}' are no members of an object; they are added by hand");
            }

            string name = BodyName(at, names);
            var parts = new ContentRef(ContentKind.Multipart);
            signature.AddBody(parts, name, isOptional: !isRequired, DocText.Of(at.Operation.RequestBody.Description ?? "Adds the parts."));
            return new BodyModel { Kind = BodyKind.Multipart, Name = name, Type = parts, ContentType = contentType, IsRequired = isRequired };
        }

        return new BodyModel
        {
            Kind = BodyKind.Multipart,
            Name = "",
            Type = s_file,
            ContentType = contentType,
            IsRequired = isRequired,
            Parts = members.Select(member => BuildPart(body, member.Name, member.Schema, member.IsRequired, names, signature)).ToEquatable(),
        };
    }

    private PartModel BuildPart(BodyAt body, string name, SchemaNode schema, bool isRequired, NameScope names, SignatureBuilder signature)
    {
        OpenApiEncoding? encoding = null;
        body.Media.Encoding?.TryGetValue(name, out encoding);
        string? contentType = (encoding?.ContentType is { Length: > 0 } said ? said : MediaOf(schema))?.Split(',')[0].Trim();
        (TypeRef type, TypeRef written, PartShape shape) = PartType(schema, contentType, encoding);
        string parameter = CSharpName.Escape(Take(names, CSharpName.Camel(schema.Schema.Text(Extensions.Name) ?? name, "part"), "Part", schema.Pointer));
        signature.AddBody(type, parameter, isOptional: !isRequired, DocText.Of(schema.Schema.Description ?? Target(schema).Description));
        return new PartModel
        {
            Name = parameter,
            JsonName = name,
            Shape = shape,
            Type = type,
            Written = written,
            IsRequired = isRequired,
            ContentType = contentType is not null && MediaTypeText.IsValid(contentType) && !MediaTypes.IsWildcard(contentType) ? contentType : null,
            Separator = encoding?.Style switch
            {
                _ when Extensions.Flag(encoding?.Extensions, Swagger2Upgrade.TabDelimited) => "\t",
                ParameterStyle.SpaceDelimited => " ",
                ParameterStyle.PipeDelimited => "|",
                _ => ",",
            },
            Headers = BuildPartHeaders(name, encoding, names, signature, Pointers.Child(Pointers.Child(body.Schema.Pointer, "encoding"), name)).ToEquatable(),
        };
    }

    /// <summary>What the schema of a file, or of the items of a list of files, says of its content.</summary>
    private string? MediaOf(SchemaNode at)
    {
        SchemaNode target = Follow(at).At;
        return IsBinary(at) ? (target.Schema as OpenApiSchema)?.ContentMediaType
            : target.Schema.Items is { } items && IsBinary(target.Member("items", items)) ? (Follow(target.Member("items", items)).At.Schema as OpenApiSchema)?.ContentMediaType
            : null;
    }

    /// <summary>The type of the parameter, of what is written as JSON, and what is sent of it.</summary>
    private (TypeRef Type, TypeRef Written, PartShape Shape) PartType(SchemaNode schema, string? contentType, OpenApiEncoding? encoding)
    {
        (SchemaNode target, SchemaKind kind) = Follow(schema);
        bool isFileType = contentType is not null && MediaTypeText.IsValid(contentType) && !MediaTypes.IsJson(contentType) && !MediaTypes.IsText(contentType);
        SchemaNode? item = kind == SchemaKind.List && target.Schema.Items is { } items ? target.Member("items", items) : null;
        if (IsFile(schema, kind))
        {
            return (s_file, s_file, PartShape.File);
        }

        if (item is { } inner && IsFile(inner, Follow(inner).Kind))
        {
            return (new SequenceRef(s_file), s_file, PartShape.Files);
        }

        if (contentType is not null && MediaTypes.IsJson(contentType) && kind is not (SchemaKind.Scalar or SchemaKind.Enum or SchemaKind.Any))
        {
            TypeRef whole = Resolve(schema);
            return (whole, whole, PartShape.Json);
        }

        switch (kind)
        {
            case SchemaKind.Any:
                return (s_string, s_string, PartShape.Text);
            case SchemaKind.Scalar or SchemaKind.Enum:
                TypeRef scalar = Resolve(schema);
                return (scalar, scalar, PartShape.Text);
            case SchemaKind.List when ListItem(target) is { } text:
                bool isJoined = encoding is { Style: not null, Explode: not true };
                return (new SequenceRef(text), text, isJoined ? PartShape.JoinedTexts : PartShape.Texts);
            case SchemaKind.List when item is { } element:
                TypeRef each = ResolveItem(element);
                return (new SequenceRef(each), each, PartShape.JsonItems);
            default:
                TypeRef value = Resolve(schema);
                return (value, value, PartShape.Json);
        }

        bool IsFile(SchemaNode part, SchemaKind partKind)
            => IsBinary(part) || isFileType && (partKind == SchemaKind.Any || partKind == SchemaKind.Scalar && SchemaShape.Types(Follow(part).At.Schema) == JsonSchemaType.String);
    }

    private List<PartHeader> BuildPartHeaders(string part, OpenApiEncoding? encoding, NameScope names, SignatureBuilder signature, string pointer)
    {
        var headers = new List<PartHeader>();
        foreach (KeyValuePair<string, IOpenApiHeader> header in encoding?.Headers ?? new Dictionary<string, IOpenApiHeader>())
        {
            if (header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) || header.Key.Equals("Content-Disposition", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (!IsToken(header.Key))
            {
                Report(Descriptors.Unsupported, pointer, $"HTTP allows no header with the name '{header.Key}'; it is left out");
                continue;
            }

            string name = CSharpName.Escape(Take(names, CSharpName.Camel(part + " " + header.Key, "header"), "Header", pointer));
            signature.AddBody(s_string, name, isOptional: !header.Value.Required, DocText.Of(header.Value.Description));
            headers.Add(new PartHeader(header.Key, name));
        }

        return headers;
    }
}
