using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.Checks;

/// <content>Numbers and strings.</content>
internal sealed partial class SchemaValidator
{
    private static readonly Regex s_uri = new("^[A-Za-z][A-Za-z0-9+.-]*:", RegexOptions.CultureInvariant);
    private static readonly Regex s_base64 = new("^[A-Za-z0-9+/_\\s-]*(=[=\\s]*)?$", RegexOptions.CultureInvariant);

    private static SchemaMismatch? CheckScalar(JsonValue value, JsonObject schema, NodePath location)
        => value.TryGetValue(out string? text) ? CheckText(text, schema, location)
            : Number(value) is { } number ? CheckNumber(number, schema, location)
            : null;

    private static SchemaMismatch? CheckNumber(decimal number, JsonObject schema, NodePath location)
    {
        string? broken =
            Number(schema["minimum"]) is { } min && (JsonMembers.IsTrue(schema, "exclusiveMinimum") ? number <= min : number < min)
                ? "minimum"
            : Number(schema["maximum"]) is { } max && (JsonMembers.IsTrue(schema, "exclusiveMaximum") ? number >= max : number > max)
                ? "maximum"
            : Number(schema["exclusiveMinimum"]) is { } above && number <= above ? "exclusiveMinimum"
            : Number(schema["exclusiveMaximum"]) is { } below && number >= below ? "exclusiveMaximum"
            : Number(schema["multipleOf"]) is { } step && step > 0 && number % step != 0 ? "multipleOf"
            : JsonMembers.String(schema, "format") == "int32" && number is < int.MinValue or > int.MaxValue ? "format"
            : null;
        return broken is null
            ? null
            : SchemaMismatch.At(location, $"{Text(number)} breaks '{broken}', which is {schema[broken]!.ToJsonString()}");
    }

    private static SchemaMismatch? CheckText(string text, JsonObject schema, NodePath location)
    {
        // The specification counts characters, of which a surrogate pair is one.
        int length = text.Length - text.Count(char.IsLowSurrogate);
        if (OutOfRange(length, schema, "minLength", "maxLength", "characters", location) is { } mismatch)
        {
            return mismatch;
        }

        string? format = JsonMembers.String(schema, "format");
        bool fits = format switch
        {
            "date" => DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
            "uuid" => Guid.TryParse(text, out _),
            "uri" => s_uri.IsMatch(text),
            "byte" => s_base64.IsMatch(text),
            _ => true,
        };
        return fits ? null : SchemaMismatch.At(location, $"{Described(JsonValue.Create(text))} is no '{format}'");
    }
}
