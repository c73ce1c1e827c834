using System.Text;
using System.Text.Json;

namespace OgGen.Generator.Document.Reading;

/// <summary>
/// Reads the tokens of JSON text. The text is encoded in pieces, so that a document of many megabytes is not held a second time as UTF-8.
/// </summary>
internal ref struct JsonTextReader
{
    private const int CharactersAtOnce = 16 * 1024;

    private readonly string _text;
    private readonly Encoder _encoder;
    private readonly char[] _characters;
    private readonly NameCache _names;
    private readonly NameCache _values;
    private byte[] _utf8;
    private int _next;
    private int _length;
    private long _passed;
    private Utf8JsonReader _reader;

    public JsonTextReader(string text)
    {
        _text = text;
        _next = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        _encoder = Encoding.UTF8.GetEncoder();
        _characters = new char[CharactersAtOnce];
        _names = new NameCache();
        _values = new NameCache();
        _utf8 = new byte[Encoding.UTF8.GetMaxByteCount(CharactersAtOnce)];
        _length = 0;
        _passed = 0;
        _reader = new Utf8JsonReader([], isFinalBlock: false, new JsonReaderState(JsonTree.Options));
    }

    public readonly JsonTokenType TokenType => _reader.TokenType;

    /// <summary>Where the token begins, in bytes of UTF-8 from the start of the text; a byte order mark does not count.</summary>
    public readonly long TokenStart => _passed + _reader.TokenStartIndex;

    /// <summary>Moves to the next token; false at the end.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public bool Read()
    {
        while (!_reader.Read())
        {
            if (_reader.IsFinalBlock)
            {
                return false;
            }

            Encode();
        }

        return true;
    }

    /// <summary>Moves to the end of an object or an array.</summary>
    public void Skip()
    {
        if (_reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            int depth = _reader.CurrentDepth;
            while (Read() && _reader.CurrentDepth > depth)
            {
                // What is inside.
            }
        }
    }

    public bool GetBoolean() => _reader.GetBoolean();

    public bool TryGetInteger(out long integer) => _reader.TryGetInt64(out integer);

    /// <summary>The characters of a number.</summary>
    public readonly string GetNumber() => Encoding.ASCII.GetString(_reader.ValueSpan.ToArray());

    /// <summary>The value of a string.</summary>
    public string GetText() => GetText(_values);

    /// <summary>The name of a member.</summary>
    public string GetName() => GetText(_names);

    private string GetText(NameCache known)
        => (_reader.ValueIsEscaped ? null : known.Find(_reader.ValueSpan)) ?? JsonTree.Text(ref _reader);

    /// <summary>Encodes the next piece of the text, after what is left of the one before.</summary>
    private void Encode()
    {
        int consumed = (int)_reader.BytesConsumed;
        int rest = _length - consumed;

        // A token that is longer than what was encoded is read from its start again: twice as much each time, so that this stays linear.
        int count = Math.Min(Math.Max(CharactersAtOnce, rest), _text.Length - _next);
        char[] characters = count <= _characters.Length ? _characters : new char[count];
        _text.CopyTo(_next, characters, 0, count);
        _next += count;

        int needed = rest + Encoding.UTF8.GetMaxByteCount(count);
        byte[] utf8 = needed <= _utf8.Length ? _utf8 : new byte[needed];
        Buffer.BlockCopy(_utf8, consumed, utf8, 0, rest);
        bool isLast = _next == _text.Length;
        _length = rest + _encoder.GetBytes(characters, 0, count, utf8, rest, flush: isLast);
        _utf8 = utf8;
        _passed += consumed;
        _reader = new Utf8JsonReader(_utf8.AsSpan(0, _length), isLast, _reader.CurrentState);
    }
}
