using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;
using OgGen.Json;

namespace OgGen.Generated;

/// <summary>
/// A member's name or a string value of JSON, as UTF-8 without escape sequences. Generated readers first ask for its length, which
/// leaves one or two candidates, then compare with those; nothing is allocated.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct JsonText
{
    private readonly ReadOnlySpan<byte> _utf8;

    private JsonText(ReadOnlySpan<byte> utf8) => _utf8 = utf8;

    /// <summary>The bytes.</summary>
    internal ReadOnlySpan<byte> Utf8 => _utf8;

    /// <summary>The length in bytes.</summary>
    public int Length => _utf8.Length;

    /// <summary>Whether the bytes equal those of a string.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Is(ReadOnlySpan<byte> utf8) => _utf8.SequenceEqual(utf8);

    /// <summary>The name or the string on which a reader stands.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static JsonText Of(scoped ref Utf8JsonReader reader)
        => reader.HasValueSequence || reader.ValueIsEscaped ? Copy(ref reader) : new(reader.ValueSpan);

    /// <summary>Bytes without escape sequences.</summary>
    internal static JsonText Of(ReadOnlySpan<byte> utf8) => new(utf8);

    /// <summary>The string on which a reader stands.</summary>
    /// <exception cref="JsonException">The reader is on another token.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static JsonText OfString(scoped ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.String ? Of(ref reader) : None(ref reader);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static JsonText None(scoped ref Utf8JsonReader reader)
    {
        JsonFault.Report(ref reader, JsonMismatch.Unexpected("a string", reader.TokenType));
        return default;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static JsonText Copy(scoped ref Utf8JsonReader reader)
    {
        if (ReadState.Active is not null && !ReadText.IsValid(in reader))
        {
            JsonFault.Report(ref reader, JsonMismatch.Invalid());
            return default;
        }

        var text = new byte[reader.HasValueSequence ? checked((int)reader.ValueSequence.Length) : reader.ValueSpan.Length];
        return new(text.AsSpan(0, ReadText.Copy(ref reader, text)));
    }
}
