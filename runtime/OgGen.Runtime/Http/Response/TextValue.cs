using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using OgGen.Generated;
using OgGen.Json;

namespace OgGen;

/// <summary>Values that a response of a text type has: what JSON would write as a string stands there without quotes.</summary>
internal static class TextValue
{
    /// <summary>Reads a text as a value whose JSON is a string.</summary>
    /// <returns>Whether it is one. Any JSON is not meant: the text may be a message of a gateway.</returns>
    public static bool TryRead<T, TCodec>(string text, [MaybeNullWhen(false)] out T value)
        where TCodec : IJsonCodec<T>
    {
        try
        {
            value = JsonModel.Parse<T, TCodec>(JsonModel.ToUtf8<string, StringCodec>(text));
            return value is not (null or JsonElement or ApiUntaggedUnion { Json: not null });
        }
        catch (JsonException)
        {
            value = default;
            return false;
        }
    }
}
