using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>Puts a method's parameters into the request: the path, left to right, then the others in the order of the signature.</summary>
internal static class ParameterEmitter
{
    public static void Print(CodeWriter writer, OperationModel operation)
    {
        string request = operation.RequestLocal;
        string literal = "";
        foreach (PathPart part in operation.Path)
        {
            if (part.ParameterName is not { } name)
            {
                literal = CSharpText.Literal(part.Text);
                continue;
            }

            ParameterModel parameter = operation.Parameters.First(candidate => candidate.Name == name);
            if (literal.Length > 0 && parameter is { Shape: ParameterShape.Plain, Style: null, AllowReserved: false })
            {
                writer.Write($"{request}.AddPathSegment({literal}, {CSharpText.Literal(parameter.JsonName)}, {parameter.Name.Escaped});");
            }
            else
            {
                PrintLiteral();
                writer.Write(Statement(parameter, request));
            }

            literal = "";
        }

        PrintLiteral();
        foreach (ParameterModel parameter in operation.Parameters)
        {
            if (parameter.In != ParameterIn.Path)
            {
                writer.Write(Statement(parameter, request));
            }
        }

        void PrintLiteral()
        {
            if (literal.Length > 0)
            {
                writer.Write($"{request}.AddPathLiteral({literal});");
            }
        }
    }

    private static string Statement(ParameterModel parameter, string request)
    {
        string typed = parameter.Shape == ParameterShape.Value ? $"<{TypeText.Arguments(parameter.Written)}>" : "";
        string value = parameter.Shape switch
        {
            ParameterShape.Text => $"gen::ApiText.Format({parameter.Name.Escaped})",
            ParameterShape.List => $"gen::ApiText.FormatList({parameter.Name.Escaped})",
            ParameterShape.Json => $"gen::ApiText.FormatJson<{TypeText.Arguments(parameter.Written)}>({parameter.Name.Escaped})",
            _ => parameter.Name.Escaped,
        };
        string name = CSharpText.Literal(parameter.JsonName);
        string options = Style(parameter) + Explode(parameter) + (parameter.AllowReserved ? ", allowReserved: true" : "");
        return parameter.In switch
        {
            ParameterIn.Path when parameter.HasSegments => $"{request}.AddPathSegments({name}, {value});",
            ParameterIn.Path => $"{request}.AddPathSegment{typed}({name}, {value}{options});",
            ParameterIn.Header => $"{request}.AddHeader{typed}({name}, {value}{options});",
            ParameterIn.Cookie => $"{request}.AddCookie{typed}({name}, {value}{options});",
            ParameterIn.QueryString when parameter.Shape == ParameterShape.Value =>
                $"{request}.AddQueryForm{typed}({value}, {BodyEmitter.Fields(parameter.Fields)});",
            ParameterIn.QueryString => $"{request}.AddQueryString({value});",
            _ => $"{request}.AddQuery{typed}({name}, {value}{options});",
        };
    }

    private static string Style(ParameterModel parameter) => parameter.Style is { } style ? ", " + EnumText.Of(style) : "";

    private static string Explode(ParameterModel parameter)
        => parameter.Explode is { } explode ? ", explode: " + (explode ? "true" : "false") : "";
}
