using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;

namespace OgGen.Generator.Document.Reading;

/// <summary>JSON text to a tree. Of two members with one name the last counts, with a warning.</summary>
internal static class JsonTree
{
    // What is escaped and what is a pair is matched first, so that a half is what is left.
    private static readonly Regex s_surrogates = new(
        @"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>\\u[dD][89a-fA-F][0-9a-fA-F]{2})",
        RegexOptions.CultureInvariant);

    public static JsonReaderOptions Options { get; } = new() { MaxDepth = Limits.Depth };

    public static JsonNode Parse(string text, List<Problem> problems, CancellationToken cancellationToken)
    {
        var reader = new JsonTextReader(text);
        try
        {
            reader.Read();
            JsonNode? root = ReadValue(ref reader, NodePath.Root(), problems, cancellationToken);
            reader.Read();
            return root ?? throw new SpecTextException("The document is null", 0, 0);
        }
        catch (JsonException e)
        {
            (int line, int column) = SpecPositions.At(text, (int)(e.LineNumber ?? 0), (int)(e.BytePositionInLine ?? 0));
            int end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
            throw new SpecTextException(
                "The document is no valid JSON: " + (end < 0 ? e.Message : e.Message.Substring(0, end)), line, column);
        }
    }

    /// <summary>The value of a string or a name. Half a surrogate pair has no UTF-8 form and becomes U+FFFD, as in every encoder.</summary>
    public static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            string whole = s_surrogates.Replace(
                Encoding.UTF8.GetString(reader.ValueSpan.ToArray()),
                static match => match.Groups["half"].Success ? "\\ufffd" : match.Value);
            var repaired = new Utf8JsonReader(Encoding.UTF8.GetBytes("\"" + whole + "\""));
            repaired.Read();
            return repaired.GetString()!;
        }
    }

    private static JsonNode? ReadValue(
        ref JsonTextReader reader, NodePath location, List<Problem> problems, CancellationToken cancellationToken)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, location, problems, cancellationToken);
            case JsonTokenType.StartArray:
                var array = new JsonArray();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    array.Add(
                        HasMembers(in reader)
                            ? ReadValue(ref reader, location.Child(array.Count), problems, cancellationToken)
                            : ReadScalar(ref reader));
                }

                return array;
            default:
                return ReadScalar(ref reader);
        }
    }

    /// <summary>Whether the value has a location that its own elements need.</summary>
    private static bool HasMembers(in JsonTextReader reader) => reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;

    private static JsonNode? ReadScalar(ref JsonTextReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return JsonValue.Create(reader.GetText());
            case JsonTokenType.Number:
                return Scalars.Number(reader.GetNumber());
            case JsonTokenType.True:
            case JsonTokenType.False:
                return JsonValue.Create(reader.GetBoolean());
            default:
                return null;
        }
    }

    private static JsonObject ReadObject(
        ref JsonTextReader reader, NodePath location, List<Problem> problems, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var result = new JsonObject();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetName();
            if (result.ContainsKey(name))
            {
                problems.Add(new Problem(Descriptors.DuplicateKey, location.Child(name).Pointer, name));
            }

            reader.Read();
            result[name] = HasMembers(in reader)
                ? ReadValue(ref reader, location.Child(name), problems, cancellationToken)
                : ReadScalar(ref reader);
        }

        return result;
    }
}

/// <summary>Scalars of a tree.</summary>
internal static class Scalars
{
    /// <summary>A number with all its digits, where a C# type holds them.</summary>
    public static JsonNode Number(string text)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        if (long.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, culture, out long integer))
        {
            return JsonValue.Create(integer);
        }

        if (decimal.TryParse(text, System.Globalization.NumberStyles.Float, culture, out decimal number))
        {
            return JsonValue.Create(number);
        }

        // JSON has no infinity: a number beyond the range of double stays a string, and a default of it does not fit its schema.
        return double.TryParse(text, System.Globalization.NumberStyles.Float, culture, out double large) && !double.IsInfinity(large)
            ? JsonValue.Create(large)
            : JsonValue.Create(text)!;
    }
}
