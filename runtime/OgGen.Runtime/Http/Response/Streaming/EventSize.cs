namespace OgGen;

/// <summary>
/// How large the server-sent event is that is being read. Comments, which services send to keep a connection open, and lines that end no
/// event count while they are read only: the reader keeps nothing of them.
/// </summary>
internal sealed class EventSize
{
    private long _event;
    private long _line;
    private bool _isComment;
    private bool _afterReturn;

    /// <summary>Adds bytes that were read.</summary>
    /// <returns>The size of the event that is not complete yet, and the line that is not.</returns>
    public long Add(ReadOnlySpan<byte> read)
    {
        while (!read.IsEmpty)
        {
            if (_afterReturn && read[0] == '\n')
            {
                // The second half of a line's end.
                read = read[1..];
                _afterReturn = false;
                continue;
            }

            _afterReturn = false;
            _isComment |= _line == 0 && read[0] == ':';
            int end = read.IndexOfAny((byte)'\r', (byte)'\n');
            if (end < 0)
            {
                _line += read.Length;
                break;
            }

            _line += end;
            _event = _line == 0 ? 0 : _isComment ? _event : _event + _line;
            _line = 0;
            _isComment = false;
            _afterReturn = read[end] == '\r';
            read = read[(end + 1)..];
        }

        return _event + _line;
    }
}
