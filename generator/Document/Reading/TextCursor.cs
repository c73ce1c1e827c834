namespace OgGen.Generator.Document.Reading;

/// <summary>Moves through a text forwards, and counts its lines, its columns and the bytes that it has as UTF-8.</summary>
internal struct TextCursor
{
    private readonly string _text;
    private int _next;

    public TextCursor(string text)
    {
        _text = text;

        // A byte order mark belongs to no line.
        _next = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
    }

    /// <summary>The bytes before the position.</summary>
    public long Offset { get; private set; }

    /// <summary>The zero-based line and column, in characters.</summary>
    public (int Line, int Column) Position { get; private set; }

    /// <summary>Moves to an offset that is not before the position, or to the end of the text.</summary>
    public void MoveTo(long offset)
    {
        while (Offset < offset && _next < _text.Length)
        {
            Move();
        }
    }

    /// <summary>Moves to the start of a line that is not before the position, or to the end of the text.</summary>
    public void MoveToLine(int line)
    {
        while (Position.Line < line && _next < _text.Length)
        {
            Move();
        }
    }

    private void Move()
    {
        char c = _text[_next];
        bool isPair = char.IsHighSurrogate(c) && _next + 1 < _text.Length && char.IsLowSurrogate(_text[_next + 1]);
        int characters = isPair ? 2 : 1;
        Offset += isPair ? 4 : c < '\u0080' ? 1 : c < '\u0800' ? 2 : 3;
        Position = c == '\n' ? (Position.Line + 1, 0) : (Position.Line, Position.Column + characters);
        _next += characters;
    }
}
