using OgGen.Generator.Common;
using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>Puts a method's parameters into the request: the path, left to right, then the others in the order of the signature.</summary>
internal static class ParameterEmitter
{
    public static void Print(CodeWriter writer, OperationModel operation)
    {
        string literal = "";
        foreach (PathPart part in operation.Path)
        {
            if (part.ParameterName is not { } name)
            {
                literal = CSharpText.Literal(part.Text);
                continue;
            }

            ParameterModel parameter = operation.Parameters.First(candidate => candidate.Name == name);
            if (literal.Length > 0 && parameter.Shape == ParameterShape.Text && IsTaken(parameter) && IsPlain(parameter))
            {
                writer.Write($"request.PathSegment({literal}, {CSharpText.Literal(parameter.JsonName)}, {parameter.Name.Escaped});");
            }
            else
            {
                PrintLiteral();
                writer.Write(Statement(parameter));
            }

            literal = "";
        }

        PrintLiteral();
        foreach (ParameterModel parameter in operation.Parameters)
        {
            if (parameter.Place != ParameterPlace.Path)
            {
                writer.Write(Statement(parameter));
            }
        }

        void PrintLiteral()
        {
            if (literal.Length > 0)
            {
                writer.Write($"request.PathLiteral({literal});");
            }
        }
    }

    private static string Statement(ParameterModel parameter)
    {
        string typed = parameter.Shape == ParameterShape.Value ? $"<{TypeText.Arguments(parameter.Written)}>" : "";
        string value = parameter.Shape switch
        {
            ParameterShape.Text when IsTaken(parameter) => parameter.Name.Escaped,
            ParameterShape.Text => $"api::ApiText.Of({parameter.Name.Escaped})",
            ParameterShape.List => $"api::ApiText.List({parameter.Name.Escaped})",
            ParameterShape.Json => $"api::ApiText.Json<{TypeText.Arguments(parameter.Written)}>({parameter.Name.Escaped})",
            _ => parameter.Name.Escaped,
        };
        string name = CSharpText.Literal(parameter.JsonName);
        bool hasParts = parameter.Shape is ParameterShape.List or ParameterShape.Value;
        return parameter.Place switch
        {
            ParameterPlace.Path => $"request.PathSegment{typed}({name}, {value}{Style(parameter, SerializationStyle.Simple)}{(hasParts ? Explode(parameter, standard: false) : "")}{Reserved(parameter)});",
            ParameterPlace.Header => $"request.Header{typed}({name}, {value}{(parameter.Shape == ParameterShape.List ? Style(parameter, SerializationStyle.Simple) : Explode(parameter, standard: false, parameter.Shape == ParameterShape.Value))});",
            ParameterPlace.Cookie => $"request.Cookie{typed}({name}, {value}{Explode(parameter, standard: true, hasParts)});",
            ParameterPlace.QueryString when parameter.Shape == ParameterShape.Value => $"request.QueryForm{typed}({value}, {BodyEmitter.Fields(parameter.Fields)});",
            ParameterPlace.QueryString => $"request.QueryString({value});",
            _ => $"request.Query{typed}({name}, {value}{(hasParts ? Style(parameter, SerializationStyle.Form) + Explode(parameter, standard: true) : "")}{Reserved(parameter)});",
        };
    }

    /// <summary>Whether a request takes a value as it is, without making it a text first.</summary>
    private static bool IsTaken(ParameterModel parameter) => (parameter.Written, parameter.Place) switch
    {
        (ScalarRef { Kind: ScalarKind.String }, _) => true,
        (ScalarRef { Kind: ScalarKind.Int64 or ScalarKind.Int32, IsNullable: false }, ParameterPlace.Path) => IsPlain(parameter),
        (ScalarRef { Kind: ScalarKind.Int64 or ScalarKind.Int32 or ScalarKind.Boolean }, ParameterPlace.Query) => IsPlain(parameter),
        _ => false,
    };

    private static bool IsPlain(ParameterModel parameter) => parameter is { AllowReserved: false, Style: SerializationStyle.Simple or SerializationStyle.Form };

    private static string Style(ParameterModel parameter, SerializationStyle standard)
        => parameter.Style == standard ? "" : ", " + EnumText.Of(parameter.Style);

    private static string Explode(ParameterModel parameter, bool standard, bool applies = true)
        => !applies || parameter.Explode == standard ? "" : ", explode: " + (parameter.Explode ? "true" : "false");

    private static string Reserved(ParameterModel parameter) => parameter.AllowReserved ? ", allowReserved: true" : "";
}
