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
    public void MoveTo(long offset) => Move(offset, int.MaxValue);

    /// <summary>Moves to the start of a line that is not before the position, or to the end of the text.</summary>
    public void MoveToLine(int line) => Move(long.MaxValue, line);

    private void Move(long toOffset, int toLine)
    {
        // Locals: a document has millions of characters.
        (int line, int column) = Position;
        long offset = Offset;
        int next = _next;
        for (; offset < toOffset && line < toLine && next < _text.Length; next++)
        {
            char c = _text[next];
            column++;
            offset += c < '\u0080' ? 1 : c < '\u0800' ? 2 : 3;
            if (c == '\n')
            {
                (line, column) = (line + 1, 0);
            }
            else if (char.IsHighSurrogate(c) && next + 1 < _text.Length && char.IsLowSurrogate(_text[next + 1]))
            {
                // Four bytes for both.
                next++;
                column++;
                offset++;
            }
        }

        (Position, Offset, _next) = ((line, column), offset, next);
    }
}
