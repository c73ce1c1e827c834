using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;

namespace OgGen.Generator.Document.Reading;

/// <summary>JSON text to a tree. Of two members with one name the last counts, with a warning.</summary>
internal sealed class JsonTree
{
    /// <summary>How many members of an object are kept until it is made. Objects with more are few.</summary>
    private const int MostKept = 32;

    /// <summary>How many members an object has room for in any case.</summary>
    private const int LeastRoom = 3;

    // What is escaped and what is a pair is matched first, so that a half is what is left.
    private static readonly Regex s_surrogates = new(
        @"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>\\u[dD][89a-fA-F][0-9a-fA-F]{2})",
        RegexOptions.CultureInvariant);

    private readonly List<Problem> _problems;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Lists for the members of objects, which are used again.</summary>
    private readonly Stack<List<KeyValuePair<string, JsonNode?>>> _spare = new();

    private JsonTree(List<Problem> problems, CancellationToken cancellationToken)
    {
        _problems = problems;
        _cancellationToken = cancellationToken;
    }

    public static JsonReaderOptions Options { get; } = new() { MaxDepth = Limits.Depth };

    public static JsonNode Parse(string text, List<Problem> problems, CancellationToken cancellationToken)
    {
        var reader = new JsonTextReader(text);
        try
        {
            reader.Read();
            JsonNode? root = new JsonTree(problems, cancellationToken).ReadValue(ref reader, NodePath.Root());
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

    private JsonNode? ReadValue(ref JsonTextReader reader, NodePath location)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, location);
            case JsonTokenType.StartArray:
                var array = new JsonArray();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    array.Add(ReadValue(ref reader, location.Child(array.Count)));
                }

                return array;
            case JsonTokenType.String:
                return JsonValue.Create(reader.GetText());
            case JsonTokenType.Number:
                return reader.TryGetInteger(out long integer) ? JsonValue.Create(integer) : Scalars.Number(reader.GetNumber());
            case JsonTokenType.True:
            case JsonTokenType.False:
                return JsonValue.Create(reader.GetBoolean());
            default:
                return null;
        }
    }

    private JsonObject ReadObject(ref JsonTextReader reader, NodePath location)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        List<KeyValuePair<string, JsonNode?>> members = _spare.Count > 0 ? _spare.Pop() : new(MostKept);
        JsonObject? result = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetName();
            int known = result is null ? IndexOf(members, name) : -1;
            if (known >= 0 || result?.ContainsKey(name) == true)
            {
                _problems.Add(new Problem(Descriptors.DuplicateKey, location.Child(name).Pointer, name));
            }

            reader.Read();
            JsonNode? value = ReadValue(ref reader, location.Child(name));
            if (result is not null)
            {
                result[name] = value;
            }
            else if (known >= 0)
            {
                members[known] = new(name, value);
            }
            else
            {
                members.Add(new(name, value));
                result = members.Count == MostKept ? Made(members) : null;
            }
        }

        result ??= Made(members);
        members.Clear();
        _spare.Push(members);
        return result;
    }

    /// <summary>An object with room for its members and no more: one that grows has room for up to twice as many.</summary>
    private static JsonObject Made(List<KeyValuePair<string, JsonNode?>> members)
    {
        if (members.Count > LeastRoom)
        {
            return new JsonObject(members);
        }

        var result = new JsonObject();
        foreach (KeyValuePair<string, JsonNode?> member in members)
        {
            result.Add(member.Key, member.Value);
        }

        return result;
    }

    private static int IndexOf(List<KeyValuePair<string, JsonNode?>> members, string name)
    {
        for (int i = 0; i < members.Count; i++)
        {
            if (members[i].Key == name)
            {
                return i;
            }
        }

        return -1;
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
