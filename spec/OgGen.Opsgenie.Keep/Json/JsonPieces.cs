using System.Text.Json;

namespace OgGen.Opsgenie.Keep.Json;

/// <summary>Reads JSON into its pieces.</summary>
internal static class JsonPieces
{
    // Far more than any document of the service, and little enough for the stack.
    private const int MaxDepth = 500;

    private static readonly JsonReaderOptions s_options = new() { MaxDepth = MaxDepth, AllowTrailingCommas = true };

    /// <summary>Reads a whole body. A byte order mark and commas after a last item are read over: they carry nothing.</summary>
    /// <exception cref="JsonException">It is no JSON, or deeper than 500 levels.</exception>
    public static JsonPiece Read(ReadOnlyMemory<byte> json)
    {
        if (json.Span.StartsWith("\uFEFF"u8))
        {
            json = json[3..];
        }

        var reader = new Utf8JsonReader(json.Span, s_options);
        reader.Read();
        JsonPiece piece = ReadValue(json, ref reader);

        // Throws where something follows the value.
        reader.Read();
        return piece;
    }

    private static JsonPiece ReadValue(ReadOnlyMemory<byte> json, ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new List<JsonMember>();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    ReadOnlyMemory<byte> name = Token(json, ref reader);
                    reader.Read();
                    members.Add(new JsonMember(JsonTokens.Text(name.Span), name, ReadValue(json, ref reader)));
                }

                return new JsonMembers(members);
            case JsonTokenType.StartArray:
                var items = new List<JsonPiece>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(ReadValue(json, ref reader));
                }

                return new JsonList(items);
            default:
                return new JsonScalar(Token(json, ref reader));
        }
    }

    /// <summary>The bytes of the current token; those of a string and of a name have their quotes.</summary>
    private static ReadOnlyMemory<byte> Token(ReadOnlyMemory<byte> json, ref Utf8JsonReader reader)
    {
        int quotes = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? 2 : 0;
        return json.Slice((int)reader.TokenStartIndex, reader.ValueSpan.Length + quotes);
    }
}
