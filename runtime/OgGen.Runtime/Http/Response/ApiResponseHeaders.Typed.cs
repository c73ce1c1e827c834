using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using OgGen.Generated;
using OgGen.Json;

namespace OgGen;

/// <content>What the properties of generated types read. Nothing is read before it is asked for.</content>
public partial class ApiResponseHeaders
{
    /// <summary>The value of a header as a value type; <see langword="null"/> when it is missing.</summary>
    /// <exception cref="ApiResponseFormatException">The text does not fit; it can still be read by the name of the header.</exception>
    protected T? ReadValue<T, TCodec>(string name, ApiHeaderForm form = ApiHeaderForm.Value)
        where T : struct
        where TCodec : IJsonCodec<T>
        => Find(name, out HeaderStringValues values) ? Read<T, TCodec>(name, values, form) : null;

    /// <summary>The value of a header as a reference type; <see langword="null"/> when it is missing.</summary>
    /// <inheritdoc cref="ReadValue"/>
    protected T? ReadObject<T, TCodec>(string name, ApiHeaderForm form = ApiHeaderForm.Value)
        where T : class
        where TCodec : IJsonCodec<T>
        => Find(name, out HeaderStringValues values) ? Read<T, TCodec>(name, values, form) : null;

    private T Read<T, TCodec>(string name, HeaderStringValues values, ApiHeaderForm form)
        where TCodec : IJsonCodec<T>
    {
        string text = values.ToString();
        if (typeof(T) == typeof(DateTimeOffset) && HttpDateText.Parse(text, TimeProvider.System.GetUtcNow()) is { } time)
        {
            // HTTP's own forms of dates, which services use whatever their document says.
            return (T)(object)time;
        }

        try
        {
            return JsonModel.Parse<T, TCodec>(form == ApiHeaderForm.Json ? Encoding.UTF8.GetBytes(text) : ToJson(name, values, form));
        }
        catch (JsonException e)
        {
            string message = $"The header '{name}' does not fit the document, its value is: {ResponseDetails.Snippet(Redact(text))}";
            throw new ApiResponseFormatException(message, _secrets?.Redact(e) ?? e) { Headers = WithoutSecrets() };
        }
    }

    /// <summary>The texts as JSON strings, which the codecs read as numbers and other values too.</summary>
    private static ReadOnlySpan<byte> ToJson(string name, HeaderStringValues values, ApiHeaderForm form)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            switch (form)
            {
                case ApiHeaderForm.List:
                    writer.WriteStartArray();
                    foreach (string item in Items(name, values))
                    {
                        writer.WriteStringValue(item);
                    }

                    writer.WriteEndArray();
                    break;
                case ApiHeaderForm.Members or ApiHeaderForm.Pairs:
                    writer.WriteStartObject();
                    foreach ((string member, string value) in Members(Items(name, values), form))
                    {
                        writer.WriteString(member, value);
                    }

                    writer.WriteEndObject();
                    break;
                default:
                    writer.WriteStringValue(values.ToString());
                    break;
            }
        }

        return buffer.WrittenSpan;
    }

    /// <summary>The items of a list, which may stand in several lines (RFC 9110, 5.3); cookies have commas of their own.</summary>
    private static IEnumerable<string> Items(string name, HeaderStringValues values)
        => name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase)
            ? values
            : values.SelectMany(static line => line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<KeyValuePair<string, string>> Members(IEnumerable<string> items, ApiHeaderForm form)
        => form == ApiHeaderForm.Pairs
            ? items.Select(static item => item.Split('=', 2))
                .Select(static pair => KeyValuePair.Create(pair[0].TrimEnd(), pair.Length == 2 ? pair[1].TrimStart() : ""))
            : items.Chunk(2).Select(static pair => KeyValuePair.Create(pair[0], pair.Length == 2 ? pair[1] : ""));
}
