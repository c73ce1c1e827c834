using System.Text.Json;
using OgGen.Generated;

namespace OgGen.Json;

/// <summary>
/// The JSON of members, and of objects in them, as long as it needs no escape sequences: a <see cref="Utf8JsonWriter"/> gets all of it in
/// one call. With a call for each, it would look through each name for characters to escape, and for room for the longest value.
/// </summary>
internal sealed class MemberBuffer
{
    private const int Size = 4096;
    private const int MostOpen = 16;

    // That of a writer whose options have none.
    private const int DefaultMaxDepth = 1000;

    // There is always room to close what is open.
    private const int Limit = Size - MostOpen;

    [ThreadStatic]
    private static MemberBuffer? t_current;

    // Begins with a bracket that is not written: no comma follows a bracket.
    private readonly byte[] _utf8 = new byte[Size];
    private readonly Opening[] _open = new Opening[MostOpen];
    private int _length = 1;
    private int _openCount;
    private int _maxDepth;

    private MemberBuffer() => _utf8[0] = (byte)'{';

    /// <summary>A buffer for the members of an object; null where the writer checks or indents what it is given, or escapes more.</summary>
    public static MemberBuffer? For(Utf8JsonWriter writer)
    {
        JsonWriterOptions options = writer.Options;
        if (!options.SkipValidation || options.Indented || !PlainText.IsPlainTo(options.Encoder))
        {
            return null;
        }

        // One that is not empty belongs to another object, which is being written, or was when there was an exception.
        MemberBuffer buffer = t_current is { _length: 1 } current ? current : t_current = new MemberBuffer();
        buffer._maxDepth = options.MaxDepth == 0 ? DefaultMaxDepth : options.MaxDepth;
        return buffer;
    }

    /// <summary>Hands everything to the writer, which is then inside of what is open.</summary>
    public void Flush(Utf8JsonWriter writer)
    {
        if (_length == 1)
        {
            return;
        }

        (int length, int openCount) = (_length, _openCount);
        (_length, _openCount) = (1, 0);
        int start = 1;
        foreach (ref readonly Opening opening in _open.AsSpan(0, openCount))
        {
            WriteRaw(writer, start, opening.Start);
            start = opening.End;
            Start(writer, in opening);
        }

        WriteRaw(writer, start, length);
    }

    /// <summary>Starts a member that is an object or an array, unless the writer has to.</summary>
    public bool TryOpen(ReadOnlySpan<byte> name, byte bracket, Utf8JsonWriter writer)
    {
        if (!CanOpen(writer) || Add(name, 1, writer) is not (> 0 and var end))
        {
            return false;
        }

        _open[_openCount++] = new Opening(_length, end + 1, name.Length);
        _utf8[end] = bracket;
        _length = end + 1;
        return true;
    }

    /// <summary>Starts an object that is no member, unless the writer has to.</summary>
    public bool TryOpen(Utf8JsonWriter writer)
    {
        const int most = 2;
        if (!CanOpen(writer) || !HasRoom(most, writer))
        {
            return false;
        }

        int end = AddComma();
        _utf8[end] = (byte)'{';
        _open[_openCount++] = new Opening(_length, end + 1, Opening.NoName);
        _length = end + 1;
        return true;
    }

    /// <summary>Ends an object or an array that was started here; false if the writer has it.</summary>
    public bool TryClose(byte bracket)
    {
        if (_openCount == 0)
        {
            return false;
        }

        _openCount--;
        _utf8[_length++] = bracket;
        return true;
    }

    /// <summary>Adds a member that is a string, unless the writer has to escape it.</summary>
    public bool TryAdd(ReadOnlySpan<byte> name, ReadOnlySpan<char> value, Utf8JsonWriter writer)
    {
        int start = Add(name, value.Length + 2, writer);
        if (start < 0 || !PlainText.TryCopy(value, _utf8.AsSpan(start + 1)))
        {
            return false;
        }

        Quote(start, value.Length);
        return true;
    }

    /// <inheritdoc cref="TryAdd(ReadOnlySpan{byte}, ReadOnlySpan{char}, Utf8JsonWriter)"/>
    public bool TryAdd(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, Utf8JsonWriter writer)
    {
        int start = Add(name, value.Length + 2, writer);
        if (start < 0 || !PlainText.TryCopy(value, _utf8.AsSpan(start + 1)))
        {
            return false;
        }

        Quote(start, value.Length);
        return true;
    }

    /// <summary>Adds a member with a codec that formats it, unless the writer has to escape it.</summary>
    public bool TryAdd<T, TCodec>(ReadOnlySpan<byte> name, T value, Utf8JsonWriter writer)
        where TCodec : IJsonCodec<T>
    {
        if (TCodec.MaxLength == 0 || Add(name, TCodec.MaxLength, writer) is not (> 0 and var start))
        {
            return false;
        }

        int length = TCodec.Format(value, _utf8.AsSpan(start));
        _length = length > 0 ? start + length : _length;
        return length > 0;
    }

    /// <summary>Adds an item that is a string, unless the writer has to escape it.</summary>
    public bool TryAdd(ReadOnlySpan<char> item, Utf8JsonWriter writer)
    {
        const int punctuation = 3;
        if (!HasRoom(item.Length + punctuation, writer))
        {
            return false;
        }

        int start = AddComma();
        if (!PlainText.TryCopy(item, _utf8.AsSpan(start + 1)))
        {
            return false;
        }

        Quote(start, item.Length);
        return true;
    }

    /// <summary>Adds a name, which counts only if a value follows.</summary>
    /// <param name="name">The name.</param>
    /// <param name="room">The most bytes of the value.</param>
    /// <param name="writer">Gets what was there, if there is no room.</param>
    /// <returns>Where the value begins; negative if there is no room for it, or if the writer has to escape the name.</returns>
    private int Add(ReadOnlySpan<byte> name, int room, Utf8JsonWriter writer)
    {
        const int punctuation = 4;
        if (!HasRoom(name.Length + room + punctuation, writer))
        {
            return -1;
        }

        byte[] utf8 = _utf8;
        int start = AddComma();
        utf8[start++] = (byte)'"';
        if (!PlainText.TryCopy(name, utf8.AsSpan(start)))
        {
            return -1;
        }

        int end = start + name.Length;
        utf8[end + 1] = (byte)':';
        utf8[end] = (byte)'"';
        return end + 2;
    }

    /// <summary>Whether there is room, after what was there has gone to the writer if need be.</summary>
    private bool HasRoom(int length, Utf8JsonWriter writer)
    {
        if (length > Limit - _length)
        {
            Flush(writer);
        }

        return length <= Limit - _length;
    }

    /// <summary>Adds a comma, which counts only if something follows.</summary>
    /// <returns>Where that begins.</returns>
    private int AddComma()
    {
        int length = _length;
        if (_utf8[length - 1] is (byte)'{' or (byte)'[')
        {
            return length;
        }

        _utf8[length] = (byte)',';
        return length + 1;
    }

    private void Quote(int start, int length)
    {
        int end = start + length + 1;
        _utf8[end] = (byte)'"';
        _utf8[start] = (byte)'"';
        _length = end + 1;
    }

    /// <summary>Whether one more object or array may be open; the writer throws where they are nested too deeply.</summary>
    private bool CanOpen(Utf8JsonWriter writer) => _openCount < MostOpen && writer.CurrentDepth + _openCount < _maxDepth;

    private void WriteRaw(Utf8JsonWriter writer, int start, int end)
    {
        if (end > start)
        {
            writer.WriteRawValue(_utf8.AsSpan(start, end - start), skipInputValidation: true);
        }
    }

    private void Start(Utf8JsonWriter writer, in Opening opening)
    {
        ReadOnlySpan<byte> name = opening.NameIn(_utf8);
        switch (opening.IsMember, _utf8[opening.End - 1])
        {
            case (false, _):
                writer.WriteStartObject();
                break;
            case (true, (byte)'['):
                writer.WriteStartArray(name);
                break;
            default:
                writer.WriteStartObject(name);
                break;
        }
    }

    /// <summary>The start of an object or an array in the buffer.</summary>
    /// <param name="Start">Where the comma before it begins, or it does.</param>
    /// <param name="End">Where its bracket ends.</param>
    /// <param name="NameLength">The length of its name.</param>
    private readonly record struct Opening(int Start, int End, int NameLength)
    {
        public const int NoName = -1;

        public bool IsMember => NameLength != NoName;

        // Between the name and the end are a quote, a colon and the bracket.
        public ReadOnlySpan<byte> NameIn(ReadOnlySpan<byte> utf8) => IsMember ? utf8.Slice(End - 3 - NameLength, NameLength) : default;
    }
}
