using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Document.Swagger2;
using OgGen.Generator.Model;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <summary>How the values of parameters are written, by <c>style</c>, <c>explode</c> and <c>allowReserved</c>.</summary>
internal static class ParameterStyles
{
    /// <summary>The style; null for the default, and where a style has no effect.</summary>
    public static SerializationStyle? StyleOf(OpenApiParameter parameter, ParameterIn parameterIn, ParameterShape shape)
    {
        bool applies = parameterIn switch
        {
            ParameterIn.Path => true,
            ParameterIn.Query => HasParts(shape),
            ParameterIn.Header => shape == ParameterShape.List,
            _ => false,
        };
        SerializationStyle style = StyleOf(parameter, parameterIn);
        return applies && style != FormFields.StyleOf(StandardOf(parameterIn)) ? style : null;
    }

    /// <summary>Whether each item and member has its own pair; null for the default, and where it has no effect.</summary>
    public static bool? ExplodeOf(OpenApiParameter parameter, ParameterIn parameterIn, ParameterShape shape)
    {
        bool applies = parameterIn switch
        {
            ParameterIn.Path or ParameterIn.Query or ParameterIn.Cookie => HasParts(shape),
            ParameterIn.Header => shape == ParameterShape.Value,
            _ => false,
        };
        bool isStandard = parameter.Explode == (StandardOf(parameterIn) == ParameterStyle.Form);
        return applies && !isStandard ? parameter.Explode : null;
    }

    /// <summary>Whether reserved characters are sent unescaped.</summary>
    public static bool AllowsReserved(OpenApiParameter parameter, ParameterIn parameterIn)
        => parameterIn is (ParameterIn.Path or ParameterIn.Query)
            && (parameter.AllowReserved || parameter.Flag(Extensions.SkipUrlEncoding));

    /// <summary>Whether a value in a path is several segments, with unescaped slashes.</summary>
    public static bool HasSegments(OpenApiParameter parameter, ParameterIn parameterIn, ParameterShape shape)
        => parameterIn == ParameterIn.Path
            && shape is (ParameterShape.Plain or ParameterShape.Text)
            && parameter.Flag(Extensions.SkipUrlEncoding);

    /// <summary>Whether the request has an overload for the type; those for numbers and booleans have no style.</summary>
    public static bool IsPlain(OpenApiParameter parameter, ParameterIn parameterIn, TypeRef written)
    {
        bool isStandard = !AllowsReserved(parameter, parameterIn)
            && StyleOf(parameter, parameterIn) is (SerializationStyle.Simple or SerializationStyle.Form);
        return (written, parameterIn) switch
        {
            (ScalarRef { Kind: ScalarKind.String }, _) => true,
            (ScalarRef { Kind: ScalarKind.Int64 or ScalarKind.Int32, IsNullable: false }, ParameterIn.Path) => isStandard,
            (ScalarRef { Kind: ScalarKind.Int64 or ScalarKind.Int32 or ScalarKind.Boolean }, ParameterIn.Query) => isStandard,
            _ => false,
        };
    }

    /// <summary>The style, or the default where the style is not allowed.</summary>
    private static SerializationStyle StyleOf(OpenApiParameter parameter, ParameterIn parameterIn)
    {
        if (parameter.Flag(Swagger2Upgrade.TabDelimited))
        {
            return SerializationStyle.TabDelimited;
        }

        ParameterStyle style = parameter.Style ?? StandardOf(parameterIn);
        bool fits = parameterIn switch
        {
            ParameterIn.Path => style is not (ParameterStyle.Form or ParameterStyle.DeepObject or ParameterStyle.Cookie),
            ParameterIn.Query => style is ParameterStyle.SpaceDelimited or ParameterStyle.PipeDelimited or ParameterStyle.DeepObject,
            ParameterIn.Header => style is ParameterStyle.SpaceDelimited or ParameterStyle.PipeDelimited,
            _ => false,
        };
        return FormFields.StyleOf(fits ? style : StandardOf(parameterIn));
    }

    private static ParameterStyle StandardOf(ParameterIn parameterIn)
        => parameterIn is ParameterIn.Path or ParameterIn.Header ? ParameterStyle.Simple : ParameterStyle.Form;

    private static bool HasParts(ParameterShape shape) => shape is ParameterShape.List or ParameterShape.Value;
}
