using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Document.Swagger2;
using OgGen.Generator.Model;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <summary>How the values of parameters are written, by <c>style</c>, <c>explode</c> and <c>allowReserved</c>.</summary>
internal static class ParameterStyles
{
    /// <summary>The style; null for the standard one of the place, and where a style has no meaning.</summary>
    public static SerializationStyle? StyleOf(IOpenApiParameter parameter, ParameterPlace place, ParameterShape shape)
    {
        bool applies = place switch
        {
            ParameterPlace.Path => true,
            ParameterPlace.Query => HasParts(shape),
            ParameterPlace.Header => shape == ParameterShape.List,
            _ => false,
        };
        SerializationStyle style = StyleOf(parameter, place);
        return applies && style != FormFields.StyleOf(StandardOf(place)) ? style : null;
    }

    /// <summary>Whether each item and member has its own pair; null for the standard of the place, and where it has no meaning.</summary>
    public static bool? ExplodeOf(IOpenApiParameter parameter, ParameterPlace place, ParameterShape shape)
    {
        bool applies = place switch
        {
            ParameterPlace.Path or ParameterPlace.Query or ParameterPlace.Cookie => HasParts(shape),
            ParameterPlace.Header => shape == ParameterShape.Value,
            _ => false,
        };
        bool isStandard = parameter.Explode == (StandardOf(place) == ParameterStyle.Form);
        return applies && !isStandard ? parameter.Explode : null;
    }

    /// <summary>Whether reserved characters are sent as they are.</summary>
    public static bool AllowsReserved(IOpenApiParameter parameter, ParameterPlace place)
        => place is (ParameterPlace.Path or ParameterPlace.Query)
            && (parameter.AllowReserved || parameter.Flag(Extensions.SkipUrlEncoding));

    /// <summary>Whether a value in a path is several segments: slashes are sent as they are.</summary>
    public static bool HasSegments(IOpenApiParameter parameter, ParameterPlace place, ParameterShape shape)
        => place == ParameterPlace.Path
            && shape is (ParameterShape.Plain or ParameterShape.Text)
            && parameter.Flag(Extensions.SkipUrlEncoding);

    /// <summary>Whether a request takes one value of a type as it is; its methods for numbers and booleans have no style.</summary>
    public static bool IsPlain(IOpenApiParameter parameter, ParameterPlace place, TypeRef written)
    {
        bool isStandard = !AllowsReserved(parameter, place) && StyleOf(parameter, place) is (SerializationStyle.Simple or SerializationStyle.Form);
        return (written, place) switch
        {
            (ScalarRef { Kind: ScalarKind.String }, _) => true,
            (ScalarRef { Kind: ScalarKind.Int64 or ScalarKind.Int32, IsNullable: false }, ParameterPlace.Path) => isStandard,
            (ScalarRef { Kind: ScalarKind.Int64 or ScalarKind.Int32 or ScalarKind.Boolean }, ParameterPlace.Query) => isStandard,
            _ => false,
        };
    }

    /// <summary>The style, or the standard one of the place where it has no meaning there.</summary>
    private static SerializationStyle StyleOf(IOpenApiParameter parameter, ParameterPlace place)
    {
        if (parameter.Flag(Swagger2Upgrade.TabDelimited))
        {
            return SerializationStyle.TabDelimited;
        }

        ParameterStyle style = parameter.Style ?? StandardOf(place);
        bool fits = place switch
        {
            ParameterPlace.Path => style is not (ParameterStyle.Form or ParameterStyle.DeepObject or ParameterStyle.Cookie),
            ParameterPlace.Query => style is ParameterStyle.SpaceDelimited or ParameterStyle.PipeDelimited or ParameterStyle.DeepObject,
            ParameterPlace.Header => style is ParameterStyle.SpaceDelimited or ParameterStyle.PipeDelimited,
            _ => false,
        };
        return FormFields.StyleOf(fits ? style : StandardOf(place));
    }

    private static ParameterStyle StandardOf(ParameterPlace place)
        => place is ParameterPlace.Path or ParameterPlace.Header ? ParameterStyle.Simple : ParameterStyle.Form;

    private static bool HasParts(ParameterShape shape) => shape is ParameterShape.List or ParameterShape.Value;
}
