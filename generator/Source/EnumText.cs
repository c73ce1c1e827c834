using OgGen.Generator.Common;
using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>How the model's enumerations are written.</summary>
internal static class EnumText
{
    private static readonly (JsonKinds Kind, string Text)[] s_kinds =
    [
        (JsonKinds.Object, "gen::JsonKinds.Object"),
        (JsonKinds.Array, "gen::JsonKinds.Array"),
        (JsonKinds.String, "gen::JsonKinds.String"),
        (JsonKinds.Number, "gen::JsonKinds.Number"),
        (JsonKinds.Boolean, "gen::JsonKinds.Boolean"),
    ];

    public static string Of(TypeAccess access) => access == TypeAccess.Public ? "public" : "internal";

    public static string Of(SerializationStyle style) => style switch
    {
        SerializationStyle.Simple => "gen::ParameterStyle.Simple",
        SerializationStyle.Form => "gen::ParameterStyle.Form",
        SerializationStyle.SpaceDelimited => "gen::ParameterStyle.SpaceDelimited",
        SerializationStyle.PipeDelimited => "gen::ParameterStyle.PipeDelimited",
        SerializationStyle.TabDelimited => "gen::ParameterStyle.TabDelimited",
        SerializationStyle.Label => "gen::ParameterStyle.Label",
        SerializationStyle.Matrix => "gen::ParameterStyle.Matrix",
        SerializationStyle.DeepObject => "gen::ParameterStyle.DeepObject",
        _ => throw new ArgumentOutOfRangeException(nameof(style)),
    };

    public static string Of(AddressPart part) => part switch
    {
        AddressPart.Host => "gen::ApiServerPart.Host",
        AddressPart.Scheme => "gen::ApiServerPart.Scheme",
        AddressPart.Address => "gen::ApiServerPart.Address",
        AddressPart.Authority => "gen::ApiServerPart.Authority",
        AddressPart.AuthorityEnd => "gen::ApiServerPart.AuthorityEnd",
        AddressPart.Port => "gen::ApiServerPart.Port",
        AddressPart.Path => "gen::ApiServerPart.Path",
        AddressPart.PathText => "gen::ApiServerPart.PathText",
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    public static string Of(HeaderForm form) => form switch
    {
        HeaderForm.Value => "gen::ApiHeaderForm.Value",
        HeaderForm.List => "gen::ApiHeaderForm.List",
        HeaderForm.Members => "gen::ApiHeaderForm.Members",
        HeaderForm.Pairs => "gen::ApiHeaderForm.Pairs",
        HeaderForm.Json => "gen::ApiHeaderForm.Json",
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };

    public static string Of(JsonKinds kinds) => kinds == JsonKinds.None
        ? "gen::JsonKinds.None"
        : string.Join(" | ", s_kinds.Where(kind => kinds.HasFlag(kind.Kind)).Select(static kind => kind.Text));
}
