using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>Puts a method's parameters into the request: the path, left to right, then the others in the order of the signature.</summary>
internal static class ParameterEmitter
{
    public static void Print(CodeWriter writer, OperationModel operation)
    {
        foreach (PathPart part in operation.Path)
        {
            writer.Write(part.ParameterName is { } name
                ? Statement(operation.Parameters.First(candidate => candidate.Name == name))
                : $"request.PathLiteral({CSharpText.Literal(part.Text)});");
        }

        foreach (ParameterModel parameter in operation.Parameters)
        {
            if (parameter.Place != ParameterPlace.Path)
            {
                writer.Write(Statement(parameter));
            }
        }
    }

    private static string Statement(ParameterModel parameter)
    {
        string typed = parameter.Shape == ParameterShape.Value ? $"<{parameter.Written.Name}, {parameter.Written.Codec}>" : "";
        string value = parameter.Shape switch
        {
            ParameterShape.Text when parameter.Written.Name == "string" => parameter.Name,
            ParameterShape.Text => $"api::ApiText.Of({parameter.Name})",
            ParameterShape.List => $"api::ApiText.List({parameter.Name})",
            ParameterShape.Json => $"api::ApiText.Json<{parameter.Written.Name}, {parameter.Written.Codec}>({parameter.Name})",
            _ => parameter.Name,
        };
        string name = CSharpText.Literal(parameter.JsonName);
        bool hasParts = parameter.Shape is ParameterShape.List or ParameterShape.Value;
        return parameter.Place switch
        {
            ParameterPlace.Path => $"request.PathSegment{typed}({name}, {value}{Style(parameter, "Simple")}{(hasParts ? Explode(parameter, standard: false) : "")}{Reserved(parameter)});",
            ParameterPlace.Header => $"request.Header{typed}({name}, {value}{(parameter.Shape == ParameterShape.List ? Style(parameter, "Simple") : Explode(parameter, standard: false, parameter.Shape == ParameterShape.Value))});",
            ParameterPlace.Cookie => $"request.Cookie{typed}({name}, {value}{Explode(parameter, standard: true, hasParts)});",
            ParameterPlace.QueryString when parameter.Shape == ParameterShape.Value => $"request.QueryForm{typed}({value}, {BodyEmitter.Fields(parameter.Fields)});",
            ParameterPlace.QueryString => $"request.QueryString({value});",
            _ => $"request.Query{typed}({name}, {value}{(hasParts ? Style(parameter, "Form") + Explode(parameter, standard: true) : "")}{Reserved(parameter)});",
        };
    }

    private static string Style(ParameterModel parameter, string standard) => parameter.Style == standard ? "" : $", api::ParameterStyle.{parameter.Style}";

    private static string Explode(ParameterModel parameter, bool standard, bool applies = true)
        => !applies || parameter.Explode == standard ? "" : ", explode: " + (parameter.Explode ? "true" : "false");

    private static string Reserved(ParameterModel parameter) => parameter.AllowReserved ? ", allowReserved: true" : "";
}
