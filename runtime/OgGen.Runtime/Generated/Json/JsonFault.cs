using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using OgGen.Json;

namespace OgGen.Generated;

/// <summary>Creates the exceptions of the generated readers.</summary>
/// <remarks>
/// Readers throw without a JSON path; the location is found afterwards by reading the same bytes again,
/// so that valid JSON costs nothing. These methods are not inlined: that would cost the readers stack space.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonFault
{
    /// <summary>Reports an object that ended without its required members.</summary>
    /// <param name="reader">Stands on the end of the object.</param>
    /// <param name="seen">One bit for each of <paramref name="required"/>, set if the member was present.</param>
    /// <param name="required">The JSON names of the required members.</param>
    /// <exception cref="JsonException">The object is no part of a union, which would read it otherwise.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Missing(ref Utf8JsonReader reader, ulong seen, params string[] required)
    {
        ArgumentNullException.ThrowIfNull(required);
        Report(ref reader, JsonMismatch.Missing(seen, required));
    }

    /// <summary>Reports a value that does not fit: an exception outside of unions, and inside of them a note for the union.</summary>
    internal static void Report(scoped ref Utf8JsonReader reader, JsonMismatch mismatch)
    {
        if (ReadState.Active is not { } state)
        {
            throw mismatch.ToException();
        }

        state.Fail(ref reader, mismatch);
    }

    /// <summary>Reports a token of the wrong kind.</summary>
    /// <returns>The type's default, which is not used.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static T Unexpected<T>(ref Utf8JsonReader reader, string expected)
    {
        Report(ref reader, JsonMismatch.Unexpected(expected, reader.TokenType));
        return default!;
    }

    /// <summary>Reports a token that may be of the right kind, but has a value that cannot be read.</summary>
    /// <returns>The type's default, which is not used.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static T Unreadable<T>(ref Utf8JsonReader reader, string expected)
    {
        Report(ref reader, JsonMismatch.Unreadable(expected, reader.TokenType));
        return default!;
    }

    /// <summary>Reports a number that its type cannot hold.</summary>
    /// <returns>The type's default, which is not used.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static T OutOfRange<T>(ref Utf8JsonReader reader, string type)
    {
        Report(ref reader, JsonMismatch.OutOfRange(type));
        return default!;
    }

    /// <summary>Reports a discriminator that names another variant than the one that is read.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Ambiguous(scoped ref Utf8JsonReader reader, string discriminator)
        => Report(ref reader, JsonMismatch.Ambiguous(discriminator));

    /// <summary>The same exception, with the JSON path at which it was thrown.</summary>
    /// <param name="start">A reader at the beginning of the value that failed.</param>
    /// <param name="offset">The start of the token at which the error occurred, counted as by <paramref name="start"/>.</param>
    /// <param name="failure">What the reader threw.</param>
    /// <remarks>
    /// Where <paramref name="start"/> is inside a larger document, the path to it is unknown here: the exception has
    /// none, so that JsonSerializer adds its own, and the message has the rest of the path.
    /// </remarks>
    internal static JsonException Locate(Utf8JsonReader start, long offset, JsonException failure)
    {
        if (failure.Path is not null)
        {
            return failure;
        }

        // A look ahead may have found a syntax error (these have a line number); a second reading fails at the same position.
        string path = PathAt(start, failure.LineNumber is null ? offset : long.MaxValue);
        bool isWhole = start.CurrentDepth == 0;
        return new JsonException(
            $"{failure.Message} {(isWhole ? "Path" : "Path within the value")}: {path}.",
            isWhole ? path : null,
            failure.LineNumber,
            failure.BytePositionInLine,
            failure);
    }

    /// <summary>The start of the token that contains a byte; the position of a syntax error before it.</summary>
    internal static long TokenWith(Utf8JsonReader reader, long offset)
    {
        try
        {
            while (reader.BytesConsumed <= offset && reader.Read())
            {
                // The next token is farther on.
            }
        }
        catch (JsonException)
        {
            // There is a syntax error before the byte.
        }

        return reader.TokenStartIndex;
    }

    private static string PathAt(Utf8JsonReader reader, long offset) => PathAt(reader, 0, offset, null);

    /// <summary>The JSON path of a token.</summary>
    /// <param name="reader">A reader before or on the start of the value, or on a member of the object, to which the path leads.</param>
    /// <param name="position">Where the bytes of <paramref name="reader"/> begin.</param>
    /// <param name="offset">Where the token begins.</param>
    /// <param name="outline">The ends of the values, so that those before the token are not read again.</param>
    internal static string PathAt(Utf8JsonReader reader, long position, long offset, JsonOutline? outline)
    {
        var frames = new Stack<(bool IsArray, int Index, string? Name)>();
        try
        {
            // The reader of a converter is on the value already; a new one is before it.
            bool more = reader.TokenType != JsonTokenType.None || reader.Read();
            if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            {
                frames.Push((false, -1, null));
            }

            while (more)
            {
                if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                {
                    // A missing member is reported at the object.
                    frames.TryPop(out _);
                }
                else if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    if (frames.TryPop(out var frame))
                    {
                        frames.Push(frame with { Name = ReadText.Decode(ref reader) });
                    }
                }
                else if (frames.TryPeek(out var parent) && parent.IsArray)
                {
                    frames.Push(frames.Pop() with { Index = parent.Index + 1 });
                }

                if (position + reader.TokenStartIndex >= offset)
                {
                    break;
                }

                bool isContainer = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
                if (isContainer && outline?.TryJump(ref reader, ref position, offset) != true)
                {
                    frames.Push((reader.TokenType == JsonTokenType.StartArray, -1, null));
                }

                more = reader.Read();
            }
        }
        catch (JsonException)
        {
            // The text ends or has a syntax error here, so this is the location.
        }

        var path = new StringBuilder("$");
        foreach ((bool isArray, int index, string? name) in frames.Reverse())
        {
            if (isArray)
            {
                path.Append('[').Append(Math.Max(index, 0).ToString(CultureInfo.InvariantCulture)).Append(']');
            }
            else if (name is not null)
            {
                AppendName(path, name);
            }
        }

        return path.ToString();
    }

    private static void AppendName(StringBuilder path, string name)
    {
        bool plain = name.Length > 0 && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
        if (plain)
        {
            path.Append('.').Append(name);
        }
        else
        {
            path.Append("['").Append(JsonEncodedText.Encode(name)).Append("']");
        }
    }
}
