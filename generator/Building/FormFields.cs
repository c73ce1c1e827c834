using Microsoft.OpenApi;
using OgGen.Generator.Document.Swagger2;
using OgGen.Generator.Model;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <summary>The fields of forms with a style other than the default.</summary>
internal static class FormFields
{
    public static IEnumerable<FormFieldModel> Of(IOpenApiMediaType media)
        => (media.Encoding ?? new Dictionary<string, OpenApiEncoding>())
            .Where(static encoding => HasStyle(encoding.Value) || MediaTypes.IsJson(encoding.Value.ContentType ?? ""))
            .Select(static encoding => new FormFieldModel
            {
                JsonName = encoding.Key,
                Style = StyleOf(encoding.Value),
                Explode = encoding.Value.Explode ?? encoding.Value.Style is ParameterStyle.Form,
                AllowReserved = encoding.Value.AllowReserved ?? false,
                IsJson = !HasStyle(encoding.Value),
            });

    public static SerializationStyle StyleOf(ParameterStyle style) => style switch
    {
        ParameterStyle.Simple => SerializationStyle.Simple,
        ParameterStyle.Form => SerializationStyle.Form,
        ParameterStyle.SpaceDelimited => SerializationStyle.SpaceDelimited,
        ParameterStyle.PipeDelimited => SerializationStyle.PipeDelimited,
        ParameterStyle.Label => SerializationStyle.Label,
        ParameterStyle.Matrix => SerializationStyle.Matrix,
        ParameterStyle.DeepObject => SerializationStyle.DeepObject,
        _ => throw new ArgumentOutOfRangeException(nameof(style)),
    };

    private static bool HasStyle(OpenApiEncoding encoding) => encoding.Style is not null;

    private static SerializationStyle StyleOf(OpenApiEncoding encoding)
        => Extensions.Flag(encoding.Extensions, Swagger2Upgrade.TabDelimited) ? SerializationStyle.TabDelimited
            : encoding.Style is ParameterStyle.SpaceDelimited or ParameterStyle.PipeDelimited or ParameterStyle.DeepObject
                ? StyleOf(encoding.Style.Value)
            : SerializationStyle.Form;
}
