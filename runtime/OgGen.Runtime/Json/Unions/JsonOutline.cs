using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace OgGen.Json;

/// <summary>
/// A copy of one JSON value without its white space, and where the objects and arrays in it end. With it a reader jumps over a value
/// instead of reading it, so that unions inside of unions do not read the innermost ones again and again.
/// </summary>
internal sealed class JsonOutline
{
    /// <summary>Shorter values are read as quickly as they are found.</summary>
    private const int Shortest = 48;

    private readonly ArrayBufferWriter<byte> _json = new();
    private readonly JsonReaderOptions _options;
    private readonly List<int> _starts = [];
    private readonly List<int> _ends = [];

    private JsonOutline(JsonReaderOptions options) => _options = options;

    /// <summary>The length of the copy, in bytes.</summary>
    public int Length => _json.WrittenCount;

    /// <summary>Copies the object or the array on which a reader stands, and moves the reader to its end.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static JsonOutline Copy(ref Utf8JsonReader reader)
    {
        var outline = new JsonOutline(reader.CurrentState.Options);
        outline.Write(reader.TokenType == JsonTokenType.StartObject ? "{"u8 : "["u8);
        var open = new Stack<int>();
        bool isFirst = true;
        int depth = reader.CurrentDepth;
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            outline.Add(in reader, open, ref isFirst);
        }

        outline.Write(reader.TokenType == JsonTokenType.EndObject ? "}"u8 : "]"u8);
        return outline;
    }

    /// <summary>A reader that stands on the start of the value.</summary>
    public Utf8JsonReader Start()
    {
        var reader = new Utf8JsonReader(_json.WrittenSpan, isFinalBlock: true, new JsonReaderState(_options));
        reader.Read();
        return reader;
    }

    /// <summary>Moves a reader from the start of an object or an array to its end.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="position">Where the bytes of <paramref name="reader"/> begin.</param>
    /// <param name="before">The value must end before.</param>
    /// <returns>False if the value is a short one, or ends later; the reader has not moved.</returns>
    public bool TryJump(ref Utf8JsonReader reader, ref long position, long before = long.MaxValue)
    {
        int index = CollectionsMarshal.AsSpan(_starts).BinarySearch((int)(position + reader.TokenStartIndex));
        if (index < 0 || _ends[index] > before)
        {
            return false;
        }

        // The state after a value is that after an empty one at the same place.
        ReadOnlySpan<byte> end = reader.TokenType == JsonTokenType.StartObject ? "}"u8 : "]"u8;
        var empty = new Utf8JsonReader(end, isFinalBlock: false, reader.CurrentState);
        empty.Read();
        position = _ends[index];
        reader = new Utf8JsonReader(_json.WrittenSpan[_ends[index]..], isFinalBlock: true, empty.CurrentState);
        return true;
    }

    /// <summary>Finds a token of the copy in the original.</summary>
    /// <param name="original">A reader on the start of the value that was copied.</param>
    /// <param name="offset">Where the token begins in the copy.</param>
    /// <returns>The same reader, on the token.</returns>
    public Utf8JsonReader Find(Utf8JsonReader original, long offset)
    {
        Utf8JsonReader copy = Start();
        while (copy.TokenStartIndex < offset && copy.Read() && original.Read())
        {
            // Both have the same tokens.
        }

        return original;
    }

    private void Add(in Utf8JsonReader reader, Stack<int> open, ref bool isFirst)
    {
        if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
        {
            Write(reader.TokenType == JsonTokenType.EndObject ? "}"u8 : "]"u8);
            Close(open.Pop());
            isFirst = false;
            return;
        }

        if (!isFirst)
        {
            Write(","u8);
        }

        isFirst = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.PropertyName;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                open.Push(_starts.Count);
                _starts.Add(_json.WrittenCount);
                _ends.Add(0);
                WriteToken(in reader);
                break;
            case JsonTokenType.PropertyName or JsonTokenType.String:
                Write("\""u8);
                WriteToken(in reader);
                Write(reader.TokenType == JsonTokenType.String ? "\""u8 : "\":"u8);
                break;
            default:
                WriteToken(in reader);
                break;
        }
    }

    private void Close(int index)
    {
        if (_json.WrittenCount - _starts[index] < Shortest)
        {
            // So are the values in it, which are forgotten already.
            _starts.RemoveAt(index);
            _ends.RemoveAt(index);
        }
        else
        {
            _ends[index] = _json.WrittenCount;
        }
    }

    private void WriteToken(in Utf8JsonReader reader)
    {
        if (reader.HasValueSequence)
        {
            foreach (ReadOnlyMemory<byte> segment in reader.ValueSequence)
            {
                Write(segment.Span);
            }
        }
        else
        {
            Write(reader.ValueSpan);
        }
    }

    private void Write(ReadOnlySpan<byte> bytes) => _json.Write(bytes);
}
