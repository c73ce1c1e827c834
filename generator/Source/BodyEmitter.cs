using OgGen.Generator.Common;
using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>Puts a method's body into the request.</summary>
internal static class BodyEmitter
{
    /// <summary>Prints the statements that add a body.</summary>
    /// <param name="writer">Takes them.</param>
    /// <param name="body">The body.</param>
    /// <param name="request">The local variable that holds the request.</param>
    public static void Print(CodeWriter writer, BodyModel body, string request)
    {
        if (body.Kind == BodyKind.Multipart)
        {
            PrintMultipart(writer, body, request);
            return;
        }

        string name = body.Name!.Value.Escaped;
        string value = name + (body.Type.IsValueType && !body.IsRequired && body.Kind != BodyKind.Text ? ".Value" : "");
        string contentType = CSharpText.Literal(body.ContentType);
        string typed = body.Kind is BodyKind.Json or BodyKind.JsonSequence or BodyKind.Form ? $"<{TypeText.Arguments(body.Type)}>" : "";
        string statement = body.Kind switch
        {
            BodyKind.Json => $"{request}.JsonBody{typed}({value}{(body.ContentType == "application/json" ? "" : ", " + contentType)});",
            BodyKind.JsonSequence => $"{request}.JsonSequenceBody{typed}({name}, {contentType});",
            BodyKind.Form => $"{request}.FormBody().Fields{typed}({value}, {Fields(body.Fields)});",
            BodyKind.Text => $"{request}.TextBody(gen::ApiText.Of({name}), {contentType});",
            _ => $"{request}.StreamBody({name}, {body.ContentTypeName?.Escaped ?? contentType});",
        };
        bool takesNull = body.Kind is BodyKind.Text or BodyKind.Stream or BodyKind.JsonSequence;
        writer.Write(body.IsRequired || takesNull ? statement : $"if ({name} is not null) {statement}");
    }

    /// <summary>The fields of a form that are not written in the standard way.</summary>
    public static string Fields(EquatableArray<FormFieldModel> fields) => $"[{string.Join(", ", fields.Select(Field))}]";

    private static string Field(FormFieldModel field)
    {
        string style = field.IsJson ? "isJson: true" : $"{EnumText.Of(field.Style)}, explode: {(field.Explode ? "true" : "false")}";
        return $"new({CSharpText.Literal(field.JsonName)}, {style}{(field.AllowReserved ? ", allowReserved: true" : "")})";
    }

    private static void PrintMultipart(CodeWriter writer, BodyModel body, string request)
    {
        string create = $"{request}.MultipartBody({(body.ContentType == "multipart/form-data" ? "" : CSharpText.Literal(body.ContentType))})";
        if (body.Name is { } name)
        {
            writer.Write(body.IsRequired ? $"{name.Escaped}({create});" : $"{name.Escaped}?.Invoke({create});");
            return;
        }

        string parts = body.PartsLocal!;
        writer.Write($"var {parts} = {create};");
        foreach (PartModel part in body.Parts)
        {
            writer.Write(Part(part, parts));
        }

        if (body.MoreParts is { } more)
        {
            writer.Write($"{parts}.Each({more.Name.Escaped}, static (all, key, value) => {Each(more)});");
        }
    }

    /// <summary>The expression that adds one of the parts that have no name in the document.</summary>
    private static string Each(PartModel part)
    {
        string typed = part.Shape is PartShape.Json or PartShape.JsonItems ? $"<{TypeText.Arguments(part.Written)}>" : "";
        string rest = part.ContentType is { } contentType ? ", " + CSharpText.Literal(contentType) : "";
        return part.Shape switch
        {
            PartShape.Text => $"all.Text(key, gen::ApiText.Of(value){rest})",
            PartShape.Strings => $"all.Text(key, gen::ApiText.List(value){rest})",
            PartShape.JoinedStrings => $"all.Text(key, gen::ApiText.Join(value, {CSharpText.Literal(part.Separator)}){rest})",
            PartShape.JsonItems => $"all.JsonItems{typed}(key, value{rest})",
            PartShape.Json => $"all.Json{typed}(key, value{rest})",
            _ => $"all.File(key, value{rest})",
        };
    }

    private static string Part(PartModel part, string parts)
    {
        string typed = part.Shape is PartShape.Json or PartShape.JsonItems ? $"<{TypeText.Arguments(part.Written)}>" : "";
        string rest = (part.ContentType is { } contentType ? ", " + CSharpText.Literal(contentType) : "")
            + (part.Headers.Count > 0 ? $", headers: [{string.Join(", ", part.Headers.Select(static header => $"new({CSharpText.Literal(header.JsonName)}, {header.Name.Escaped})"))}]" : "");
        string name = CSharpText.Literal(part.JsonName);
        return part.Shape switch
        {
            PartShape.Text => $"{parts}.Text({name}, gen::ApiText.Of({part.Name.Escaped}){rest});",
            PartShape.Strings => $"{parts}.Text({name}, gen::ApiText.List({part.Name.Escaped}){rest});",
            PartShape.JoinedStrings => $"{parts}.Text({name}, gen::ApiText.Join({part.Name.Escaped}, {CSharpText.Literal(part.Separator)}){rest});",
            PartShape.JsonItems => $"{parts}.JsonItems{typed}({name}, {part.Name.Escaped}{rest});",
            PartShape.Json when part is { IsRequired: true, Type.IsNullable: false } => $"{parts}.Json{typed}({name}, {part.Name.Escaped}{rest});",
            PartShape.Json => $"if ({part.Name.Escaped} is not null) {parts}.Json{typed}({name}, {part.Name.Escaped}{(part.Type.IsValueType ? ".Value" : "")}{rest});",
            _ => $"{parts}.File({name}, {part.Name.Escaped}{rest});",
        };
    }
}
