using System.Text.Json.Nodes;

namespace OgGen.Conformance.Samples;

/// <summary>
/// What a format says of the values of a schema, by whatever name documents have for it: case, hyphens and underscores do not count.
/// </summary>
internal static class SchemaFormat
{
    private static readonly HashSet<string> s_integers = ["int8", "int16", "int32", "uint8", "uint16", "int64", "uint32", "uint64", "uint"];

    private static readonly HashSet<string> s_strings =
    [
        "date-time", "date", "time", "uuid", "uri", "byte", "binary", "password", "duration", "email", "idnemail", "hostname",
        "idnhostname",
        "ipv4", "ipv6", "urireference", "uritemplate", "iri", "irireference", "jsonpointer", "relativejsonpointer", "regex",
    ];

    /// <summary>The format by the name that the registry of OpenAPI has; null where there is none.</summary>
    public static string? Of(JsonObject node)
        => node["format"]?.ToString().Replace("-", "", StringComparison.Ordinal).Replace(
            "_", "", StringComparison.Ordinal).ToLowerInvariant() switch
        {
            "datetime" => "date-time",
            "uuid1" or "uuid3" or "uuid4" or "uuid5" or "uuid7" or "guid" => "uuid",
            "base64" => "byte",
            "url" => "uri",
            "decimal128" => "decimal",
            var format => format,
        };

    /// <summary>Whether the numbers of a schema are integers: of <c>number</c>, documents say so by the format.</summary>
    public static bool IsInteger(string? format) => format is not null && s_integers.Contains(format);

    /// <summary>The type that a format is of; null for one that is not known.</summary>
    public static string? TypeOf(string? format)
        => format is null ? null
            : s_strings.Contains(format) ? "string"
            : IsInteger(format) ? "integer"
            : format is "float" or "double" or "decimal" ? "number"
            : null;

    /// <summary>The limits of an integer of at most 32 bits; null where the format has none of these.</summary>
    public static (long Least, long Most)? Range(string? format) => format switch
    {
        "int8" => (sbyte.MinValue, sbyte.MaxValue),
        "uint8" => (byte.MinValue, byte.MaxValue),
        "int16" => (short.MinValue, short.MaxValue),
        "uint16" => (ushort.MinValue, ushort.MaxValue),
        "int32" => (int.MinValue, int.MaxValue),
        "uint32" => (uint.MinValue, uint.MaxValue),
        _ => null,
    };
}
