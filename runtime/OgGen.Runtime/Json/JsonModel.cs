using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using OgGen.Generated;

namespace OgGen.Json;

/// <summary>Reads and writes whole JSON documents with the generated types. Errors name a JSON path.</summary>
public static class JsonModel
{
    private static readonly JsonReaderOptions s_readerOptions = new() { MaxDepth = 64 };

    /// <summary>Reads a whole JSON document into a model.</summary>
    /// <param name="json">UTF-8 text, with or without a byte order mark.</param>
    /// <exception cref="JsonException">The text is no JSON or does not fit; <see cref="JsonException.Path"/> has the location.</exception>
    public static T Parse<T>(ReadOnlySpan<byte> json)
        where T : IJsonModel<T>
        => Parse<T, ModelCodec<T>>(json);

    /// <inheritdoc cref="Parse{T}(ReadOnlySpan{byte})"/>
    public static T Parse<T>(string json)
        where T : IJsonModel<T>
    {
        ArgumentNullException.ThrowIfNull(json);
        return Parse<T, ModelCodec<T>>(Encoding.UTF8.GetBytes(json));
    }

    /// <inheritdoc cref="Parse{T}(ReadOnlySpan{byte})"/>
    public static T Parse<T>(byte[] json)
        where T : IJsonModel<T>
        => Parse<T, ModelCodec<T>>(json);

    /// <inheritdoc cref="Parse{T, TCodec}(ReadOnlySpan{byte}, string?)"/>
    public static T Parse<T, TCodec>(byte[] json, string? member = null)
        where TCodec : IJsonCodec<T>
    {
        ArgumentNullException.ThrowIfNull(json);
        return Parse<T, TCodec>(json.AsMemory(), member);
    }

    /// <summary>Reads a whole JSON document with a codec. Discriminators that do not come first are found faster than in a span.</summary>
    internal static T Parse<T, TCodec>(ReadOnlyMemory<byte> json, string? member)
        where TCodec : IJsonCodec<T>
    {
        ReadState state = ReadState.Current;
        ReadOnlyMemory<byte> outer = state.Text;
        state.Text = json;
        try
        {
            return Parse<T, TCodec>(json.Span, member);
        }
        finally
        {
            state.Text = outer;
        }
    }

    /// <summary>Reads a whole JSON document with a codec.</summary>
    /// <param name="json">UTF-8 text, with or without a byte order mark.</param>
    /// <param name="member">
    /// The member of the top-level object to read instead of the whole document: the content of an envelope.
    /// </param>
    /// <exception cref="JsonException">The text is no JSON or does not fit; <see cref="JsonException.Path"/> has the location.</exception>
    public static T Parse<T, TCodec>(ReadOnlySpan<byte> json, string? member = null)
        where TCodec : IJsonCodec<T>
    {
        if (json.StartsWith("\uFEFF"u8))
        {
            json = json[3..];
        }

        var reader = new Utf8JsonReader(json, s_readerOptions);
        if (!Utf8.IsValid(json))
        {
            throw JsonFault.Locate(reader, JsonFault.TokenWith(reader, InvalidAt(json)), new JsonException("The text is not valid UTF-8."));
        }

        try
        {
            reader.Read();
            T value;
            if (member is null)
            {
                value = JsonRead.Current<T, TCodec>(ref reader);
            }
            else
            {
                value = ReadMember<T, TCodec>(ref reader, member);
            }

            // Nothing but white space may follow; Read throws on anything else.
            reader.Read();
            return value;
        }
        catch (JsonException e)
        {
            throw JsonFault.Locate(new Utf8JsonReader(json, s_readerOptions), reader.TokenStartIndex, e);
        }
    }

    /// <summary>Writes a model as UTF-8 JSON.</summary>
    public static byte[] ToUtf8<T>(T value, JsonWriteMode mode = JsonWriteMode.Full)
        where T : IJsonModel<T>
    {
        ArgumentNullException.ThrowIfNull(value);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            value.Write(writer, mode);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes a value as UTF-8 JSON with a codec.</summary>
    internal static byte[] ToUtf8<T, TCodec>(T value)
        where TCodec : IJsonCodec<T>
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            TCodec.Write(writer, value, JsonWriteMode.Full);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes a model as JSON text.</summary>
    public static string ToJson<T>(T value, JsonWriteMode mode = JsonWriteMode.Full)
        where T : IJsonModel<T>
        => Encoding.UTF8.GetString(ToUtf8(value, mode));

    /// <summary>The options for all requests: compact, and without validation.</summary>
    internal static JsonWriterOptions WriterOptions { get; } = new()
    {
        // The generated code is balanced by construction; what it writes of raw JSON was parsed before.
        SkipValidation = true,
        MaxDepth = 64,

        // Requests are not HTML. The default encoder would escape é, which is legal, but unreadable.
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A value as its <c>ToString</c> shows it.</summary>
    internal static string Display(Action<Utf8JsonWriter, JsonWriteMode> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            write(writer, JsonWriteMode.Display);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The index of the first byte that is not UTF-8.</summary>
    private static int InvalidAt(ReadOnlySpan<byte> json)
    {
        int index = 0;
        while (Rune.DecodeFromUtf8(json[index..], out _, out int consumed) == OperationStatus.Done)
        {
            index += consumed;
        }

        return index;
    }

    private static T ReadMember<T, TCodec>(ref Utf8JsonReader reader, string member)
        where TCodec : IJsonCodec<T>
    {
        JsonRead.StartObject(ref reader);
        bool found = false;
        T value = default!;
        while (JsonRead.NextMember(ref reader))
        {
            bool isMember = ReadText.Is(in reader, member);
            reader.Read();
            if (isMember)
            {
                value = JsonRead.Current<T, TCodec>(ref reader);
                found = true;
            }
            else
            {
                reader.Skip();
            }
        }

        return found ? value : throw JsonMismatch.Missing(0, [member]).ToException();
    }
}
