using OgGen.Generator.Common;
using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>How the model's enumerations are written.</summary>
internal static class EnumText
{
    private static readonly (JsonKinds Kind, string Text)[] s_kinds =
    [
        (JsonKinds.Object, "json::JsonKinds.Object"),
        (JsonKinds.Array, "json::JsonKinds.Array"),
        (JsonKinds.String, "json::JsonKinds.String"),
        (JsonKinds.Number, "json::JsonKinds.Number"),
        (JsonKinds.Boolean, "json::JsonKinds.Boolean"),
    ];

    public static string Of(TypeAccess access) => access == TypeAccess.Public ? "public" : "internal";

    public static string Of(SerializationStyle style) => style switch
    {
        SerializationStyle.Simple => "api::ParameterStyle.Simple",
        SerializationStyle.Form => "api::ParameterStyle.Form",
        SerializationStyle.SpaceDelimited => "api::ParameterStyle.SpaceDelimited",
        SerializationStyle.PipeDelimited => "api::ParameterStyle.PipeDelimited",
        SerializationStyle.TabDelimited => "api::ParameterStyle.TabDelimited",
        SerializationStyle.Label => "api::ParameterStyle.Label",
        SerializationStyle.Matrix => "api::ParameterStyle.Matrix",
        SerializationStyle.DeepObject => "api::ParameterStyle.DeepObject",
        _ => throw new ArgumentOutOfRangeException(nameof(style)),
    };

    public static string Of(AddressPart part) => part switch
    {
        AddressPart.Host => "api::ApiServerPart.Host",
        AddressPart.Scheme => "api::ApiServerPart.Scheme",
        AddressPart.Address => "api::ApiServerPart.Address",
        AddressPart.Authority => "api::ApiServerPart.Authority",
        AddressPart.AuthorityEnd => "api::ApiServerPart.AuthorityEnd",
        AddressPart.Port => "api::ApiServerPart.Port",
        AddressPart.Path => "api::ApiServerPart.Path",
        AddressPart.PathText => "api::ApiServerPart.PathText",
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    public static string Of(HeaderForm form) => form switch
    {
        HeaderForm.Value => "api::ApiHeaderForm.Value",
        HeaderForm.List => "api::ApiHeaderForm.List",
        HeaderForm.Members => "api::ApiHeaderForm.Members",
        HeaderForm.Pairs => "api::ApiHeaderForm.Pairs",
        HeaderForm.Json => "api::ApiHeaderForm.Json",
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };

    public static string Of(JsonKinds kinds) => kinds == JsonKinds.None
        ? "json::JsonKinds.None"
        : string.Join(" | ", s_kinds.Where(kind => kinds.HasFlag(kind.Kind)).Select(static kind => kind.Text));
}
