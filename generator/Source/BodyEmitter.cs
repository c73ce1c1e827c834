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
            BodyKind.Json => $"{request}.SetJsonBody{typed}({value}{(body.ContentType == "application/json" ? "" : ", " + contentType)});",
            BodyKind.JsonSequence => $"{request}.SetJsonSequenceBody{typed}({name}, {contentType});",
            BodyKind.Form => $"{request}.SetFormBody().AddFields{typed}({value}, {Fields(body.Fields)});",
            BodyKind.Text => $"{request}.SetTextBody(gen::ApiText.Format({name}), {contentType});",
            _ => $"{request}.SetStreamBody({name}, {body.ContentTypeName?.Escaped ?? contentType});",
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
        string create =
            $"{request}.SetMultipartBody({(body.ContentType == "multipart/form-data" ? "" : CSharpText.Literal(body.ContentType))})";
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
            writer.Write($"{parts}.AddEach({more.Name.Escaped}, static (all, key, value) => {Each(more)});");
        }
    }

    /// <summary>The expression that adds one of the parts that have no name in the document.</summary>
    private static string Each(PartModel part)
    {
        string typed = part.Shape is PartShape.Json or PartShape.JsonItems ? $"<{TypeText.Arguments(part.Written)}>" : "";
        string rest = part.ContentType is { } contentType ? ", " + CSharpText.Literal(contentType) : "";
        return part.Shape switch
        {
            PartShape.Text => $"all.AddText(key, gen::ApiText.Format(value){rest})",
            PartShape.Strings => $"all.AddText(key, gen::ApiText.FormatList(value){rest})",
            PartShape.JoinedStrings => $"all.AddText(key, gen::ApiText.Join(value, {CSharpText.Literal(part.Separator)}){rest})",
            PartShape.JsonItems => $"all.AddJsonItems{typed}(key, value{rest})",
            PartShape.Json => $"all.AddJson{typed}(key, value{rest})",
            _ => $"all.AddFile(key, value{rest})",
        };
    }

    private static string Part(PartModel part, string parts)
    {
        string typed = part.Shape is PartShape.Json or PartShape.JsonItems ? $"<{TypeText.Arguments(part.Written)}>" : "";
        IEnumerable<string> headers = part.Headers.Select(
            static header => $"new({CSharpText.Literal(header.JsonName)}, {header.Name.Escaped})");
        string rest = (part.ContentType is { } contentType ? ", " + CSharpText.Literal(contentType) : "")
            + (part.Headers.Count > 0 ? $", headers: [{string.Join(", ", headers)}]" : "");
        string name = CSharpText.Literal(part.JsonName);
        return part.Shape switch
        {
            PartShape.Text => $"{parts}.AddText({name}, gen::ApiText.Format({part.Name.Escaped}){rest});",
            PartShape.Strings => $"{parts}.AddText({name}, gen::ApiText.FormatList({part.Name.Escaped}){rest});",
            PartShape.JoinedStrings =>
                $"{parts}.AddText({name}, gen::ApiText.Join({part.Name.Escaped}, {CSharpText.Literal(part.Separator)}){rest});",
            PartShape.JsonItems => $"{parts}.AddJsonItems{typed}({name}, {part.Name.Escaped}{rest});",
            PartShape.Json when part is { IsRequired: true, Type.IsNullable: false } =>
                $"{parts}.AddJson{typed}({name}, {part.Name.Escaped}{rest});",
            PartShape.Json =>
                $"if ({part.Name.Escaped} is not null) {parts}.AddJson{typed}({name}, "
                    + $"{part.Name.Escaped}{(part.Type.IsValueType ? ".Value" : "")}{rest});",
            _ => $"{parts}.AddFile({name}, {part.Name.Escaped}{rest});",
        };
    }
}
