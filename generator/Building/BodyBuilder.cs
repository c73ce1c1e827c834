using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document;
using OgGen.Generator.Model;
using OgGen.Generator.Naming;
using OgGen.Generator.Planning;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <summary>Builds the bodies of requests.</summary>
internal sealed class BodyBuilder(UnionPlan unions, TypeResolver resolver, PartBuilder parts, Problems problems)
{
    private const string AnyBytes = "application/octet-stream";

    private static readonly TypeRef s_stream = new ContentRef(ContentKind.Stream);

    /// <summary>The body of a method; null where it sends none.</summary>
    public BodyModel? Build(OperationNode node, BodyPlan? body, NameScope names, List<OrderedArgument> signature)
    {
        if (node.Operation.RequestBody is not { Content.Count: > 0 } request)
        {
            return null;
        }

        string pointer = node.Pointer + "/requestBody";
        DocModel doc = DocText.Of(request.Description);
        if (body is null)
        {
            problems.Report(Descriptors.Unsupported, pointer, "The body has no content type that HTTP allows; it is taken as bytes");
            return StreamBody(AnyBytes);
        }

        if (body.Suffix.Length == 0 && MediaTypes.IsXml(body.ContentType))
        {
            problems.Report(
                Descriptors.Unsupported,
                Pointers.Child(pointer + "/content", body.ContentType),
                $"XML is not written; the body '{body.ContentType}' is taken as text");
        }

        switch (body.Kind)
        {
            case BodyKind.Multipart when body.Parts is { } members:
                return parts.Build(body, members, request.Required, names, signature);
            case BodyKind.Multipart:
                if (!SchemaShape.IsUnconstrained(body.Schema.Schema)
                    && unions.Follow(body.Schema).Kind is not (SchemaKind.Map or SchemaKind.Any))
                {
                    problems.Report(
                        Descriptors.Unsupported,
                        body.Schema.Pointer,
                        $"The parts of the body '{body.ContentType}' are no members of an object; they are added by hand");
                }

                doc = DocText.Of(request.Description ?? "Adds the parts.");
                return Body(new ContentRef(ContentKind.Multipart), PartBuilder.ContentTypeOf(body));
            case BodyKind.Stream:
                return StreamBody(body.ContentType);
            case BodyKind.Text:
                TypeRef text = body.IsTypedText ? resolver.Resolve(body.Schema) : TypeResolver.String;
                return Body(text, WithCharset(MediaTypes.IsWildcard(body.ContentType) ? "text/plain" : body.ContentType));
            case BodyKind.JsonSequence:
                TypeRef item = body.Item is { } itemSchema ? resolver.ResolveItem(itemSchema) : TypeResolver.AnyJson;
                return Body(item, body.ContentType, new SequenceRef(item));
            case BodyKind.Form:
                bool isOpen = unions.Follow(body.Schema).Kind is SchemaKind.Any or SchemaKind.List;
                TypeRef form = isOpen ? new MapRef(TypeResolver.String) : resolver.Resolve(body.Schema);
                return Body(form, body.ContentType) with { Fields = FormFields.Of(body.Media).ToEquatable() };
            default:
                TypeRef json = SchemaShape.IsUnconstrained(body.Schema.Schema) ? TypeResolver.AnyJson
                    : request.Required ? resolver.ResolveItem(body.Schema)
                    : resolver.Resolve(body.Schema);
                return Body(json, MediaTypes.IsWildcard(body.ContentType) ? "application/json" : body.ContentType);
        }

        BodyModel Body(TypeRef type, string contentType, TypeRef? shown = null)
        {
            Identifier name = BodyName();
            signature.AddBody(shown ?? type, name, isOptional: !request.Required, doc);
            return new BodyModel { Kind = body!.Kind, Name = name, Type = type, ContentType = contentType, IsRequired = request.Required };
        }

        BodyModel StreamBody(string contentType)
        {
            Identifier name = BodyName();
            signature.AddBody(s_stream, name, isOptional: !request.Required, doc);
            Identifier? contentTypeName = null;
            string[] others = BodyPlanner.ByteContentTypes(request, node.Location.Child("requestBody").Of(request), unions).ToArray();
            if (MediaTypes.IsWildcard(contentType) || others.Length > 1)
            {
                // The caller chooses the content type.
                Identifier typeName = CSharpName.Escape(names.Assign("contentType", "Body", pointer, problems));
                contentTypeName = typeName;
                string allowed = others.Length > 1 ? " One of " + string.Join(", ", others.Select(DocText.Code)) + "." : "";
                bool isOpen = MediaTypeText.Essence(contentType) is not ("*/*" or "application/*") && MediaTypes.IsWildcard(contentType);
                contentType = MediaTypes.IsWildcard(contentType) ? AnyBytes : contentType;
                signature.AddText(
                    typeName, !isOpen || !request.Required ? contentType : null, new DocModel("The media type of the body." + allowed));
            }

            return new BodyModel
            {
                Kind = BodyKind.Stream,
                Name = name,
                Type = s_stream,
                ContentType = contentType,
                ContentTypeName = contentTypeName,
                IsRequired = request.Required,
            };
        }

        Identifier BodyName()
        {
            string wanted = CSharpName.Camel(Extensions.Text(request.Extensions, SpecExtensions.Name) ?? "body", "body");
            return CSharpName.Escape(names.Assign(wanted, "Content", pointer, problems));
        }
    }

    private static string WithCharset(string contentType)
        => contentType.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
            && contentType.IndexOf("charset", StringComparison.OrdinalIgnoreCase) < 0
            ? contentType + "; charset=utf-8"
            : contentType;
}
