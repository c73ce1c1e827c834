using Microsoft.OpenApi;
using OgGen.Generator.Common;

namespace OgGen.Generator.Schemas;

/// <summary>The formats that name a type, with the other names that documents have for them. Case and separators do not count.</summary>
internal static class ScalarFormats
{
    private static readonly Dictionary<string, ScalarKind> s_integers = new(StringComparer.Ordinal)
    {
        ["int8"] = ScalarKind.Int32,
        ["int16"] = ScalarKind.Int32,
        ["int32"] = ScalarKind.Int32,
        ["uint8"] = ScalarKind.Int32,
        ["uint16"] = ScalarKind.Int32,
        ["byte"] = ScalarKind.Int32,
        ["int64"] = ScalarKind.Int64,
        ["uint32"] = ScalarKind.Int64,
        ["uint64"] = ScalarKind.UInt64,
        ["uint"] = ScalarKind.UInt64,
    };

    private static readonly Dictionary<string, ScalarKind> s_numbers = new(StringComparer.Ordinal)
    {
        ["float"] = ScalarKind.Single,
        ["double"] = ScalarKind.Double,
        ["decimal"] = ScalarKind.Decimal,
        ["decimal128"] = ScalarKind.Decimal,
    };

    private static readonly Dictionary<string, ScalarKind> s_strings = new(StringComparer.Ordinal)
    {
        ["date"] = ScalarKind.Date,
        ["datetime"] = ScalarKind.DateTime,
        ["time"] = ScalarKind.Time,
        ["uuid"] = ScalarKind.Guid,
        ["uuid1"] = ScalarKind.Guid,
        ["uuid3"] = ScalarKind.Guid,
        ["uuid4"] = ScalarKind.Guid,
        ["uuid5"] = ScalarKind.Guid,
        ["uuid7"] = ScalarKind.Guid,
        ["guid"] = ScalarKind.Guid,
        ["uri"] = ScalarKind.Uri,
        ["url"] = ScalarKind.Uri,
        ["byte"] = ScalarKind.Bytes,
        ["base64"] = ScalarKind.Bytes,
    };

    /// <summary>Formats of strings that have no type of their own.</summary>
    private static readonly HashSet<string> s_plainStrings = new(StringComparer.Ordinal)
    {
        "binary", "password", "duration", "email", "idnemail", "hostname", "idnhostname", "ipv4", "ipv6", "urireference", "uritemplate",
        "iri",
        "irireference", "jsonpointer", "relativejsonpointer", "regex",
    };

    /// <summary>The type of an integer; null where the format implies none.</summary>
    public static ScalarKind? OfInteger(string? format) => Find(s_integers, format);

    /// <summary>The type of a number, which may be an integer; null where the format implies none.</summary>
    public static ScalarKind? OfNumber(string? format)
        => Find(s_numbers, format) ?? (Normalized(format) == "byte" ? null : OfInteger(format));

    /// <summary>The type of a string; null where the format implies none.</summary>
    public static ScalarKind? OfString(string? format) => Find(s_strings, format);

    /// <summary>The type of JSON that a format by itself implies; none for one that is not known.</summary>
    public static JsonSchemaType ImpliedType(string? format)
        => OfString(format) is not null || s_plainStrings.Contains(Normalized(format)) ? JsonSchemaType.String
            : OfInteger(format) is not null ? JsonSchemaType.Integer
            : OfNumber(format) is not null ? JsonSchemaType.Number
            : 0;

    private static ScalarKind? Find(Dictionary<string, ScalarKind> formats, string? format)
        => formats.TryGetValue(Normalized(format), out ScalarKind kind) ? kind : null;

    private static string Normalized(string? format) => (format ?? "").Replace("-", "").Replace("_", "").ToLowerInvariant();
}
