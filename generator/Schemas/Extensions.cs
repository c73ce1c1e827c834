using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace OgGen.Generator.Schemas;

/// <summary>Reads extensions: our own, and some of other tools.</summary>
internal static class Extensions
{
    /// <summary>The discriminator value of a variant, in documents for AutoRest and others: OpenAPI 2.0 has no mapping.</summary>
    public static readonly string[] DiscriminatorValues = ["x-discriminator-value", "x-ms-discriminator-value"];

    /// <summary>Whether a parameter is sent without percent-encoding, in documents for AutoRest.</summary>
    public const string SkipUrlEncoding = "x-ms-skip-url-encoding";

    /// <summary>The names of an enumeration's values, one for each, as OpenAPI Generator and NSwag have them.</summary>
    public static readonly string[] ValueNames = ["x-enum-varnames", "x-enumNames"];

    public static string? Text(this IOpenApiReadOnlyExtensible element, string extension)
        => Text(element.Extensions, extension);

    public static string? Text(IDictionary<string, IOpenApiExtension>? extensions, string extension)
        => (Node(extensions, extension) as JsonValue)?.TryGetValue(out string? text) == true ? text : null;

    public static bool Flag(this IOpenApiReadOnlyExtensible element, string extension) => Flag(element.Extensions, extension);

    public static bool Flag(IDictionary<string, IOpenApiExtension>? extensions, string extension)
        => (Node(extensions, extension) as JsonValue)?.TryGetValue(out bool value) == true && value;

    public static IEnumerable<string> Texts(this IOpenApiReadOnlyExtensible element, string extension)
        => Node(element.Extensions, extension) is JsonArray array
            ? array.OfType<JsonValue>().Select(static item => item.TryGetValue(out string? text) ? text : null).OfType<string>()
            : [];

    public static JsonObject? Object(this IOpenApiReadOnlyExtensible element, string extension)
        => Node(element.Extensions, extension) as JsonObject;

    private static JsonNode? Node(IDictionary<string, IOpenApiExtension>? extensions, string extension)
        => extensions is not null && extensions.TryGetValue(extension, out IOpenApiExtension? value)
            ? (value as JsonNodeExtension)?.Node
            : null;
}
