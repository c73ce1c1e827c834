namespace OgGen.Generator.Document.Reading;

/// <summary>
/// Finds the block scalars of a YAML document. It follows what may hide an indicator (comments, quotes, flow collections, plain scalars of
/// several lines, other block scalars) and the indentation around one; errors are left to the parser.
/// </summary>
internal sealed class BlockScalarFinder
{
    private readonly string _text;
    private int _at;
    private int _line;

    /// <summary>The column of the innermost collection; -1 at the top of a document.</summary>
    private int _parent = -1;

    /// <summary>The column at which the node begins that is being read; -1 between nodes.</summary>
    private int _node = -1;

    /// <summary>Whether a plain scalar may go on in the next line.</summary>
    private bool _isPlain;

    private BlockScalarFinder(string text) => _text = text;

    private bool IsAtBreak => _at >= _text.Length || YamlLines.IsBreak(_text[_at]);

    /// <summary>The block scalars in their order.</summary>
    public static IEnumerable<BlockScalar> Find(string text)
    {
        var finder = new BlockScalarFinder(text);
        while (finder._at < text.Length)
        {
            if (finder.ReadLine() is { } scalar)
            {
                yield return scalar;
                finder._at = scalar.End;
            }
        }
    }

    /// <summary>Reads to the start of a next line; a block scalar if one begins here.</summary>
    private BlockScalar? ReadLine()
    {
        _line = _at;
        _node = -1;
        if (!ContinuesPlain())
        {
            while (!IsAtBreak)
            {
                if (ReadToken() is { } scalar)
                {
                    return scalar;
                }
            }
        }

        _at = YamlLines.AfterBreak(_text, _at);
        return null;
    }

    /// <summary>Whether this line belongs to the plain scalar before it, and is read.</summary>
    private bool ContinuesPlain()
    {
        if (!_isPlain || YamlLines.IsEmpty(_text, _line))
        {
            return false;
        }

        int indentation = YamlLines.Indentation(_text, _line);
        _isPlain = indentation > _parent && _text[_line + indentation] != '#' && !IsDocumentMarker();
        if (_isPlain)
        {
            ReadPlain(isKey: false);
        }

        return _isPlain;
    }

    private BlockScalar? ReadToken()
    {
        char c = _text[_at];
        if (c is ' ' or '\t')
        {
            _at++;
        }
        else if (_at == _line && (c == '%' || IsDocumentMarker()))
        {
            (_parent, _isPlain) = (-1, false);
            _at = c == '%' ? YamlLines.End(_text, _at) : _at + 3;
        }
        else if (c == '#' && (_at == _line || IsSpace(_at - 1)))
        {
            _at = YamlLines.End(_text, _at);
        }
        else if (c is '-' or '?' or ':' && IsSpace(_at + 1))
        {
            _parent = c == ':' && _node >= 0 ? _node : _at - _line;
            (_node, _isPlain) = (-1, false);
            _at++;
        }
        else if (c is '|' or '>' && ReadHeader() is { } scalar)
        {
            return scalar;
        }
        else
        {
            ReadNode(c);
        }

        return null;
    }

    private void ReadNode(char c)
    {
        _isPlain = false;
        _node = _node < 0 ? _at - _line : _node;
        switch (c)
        {
            case '"' or '\'':
                ReadQuoted(c);
                break;
            case '[' or '{':
                ReadFlow();
                break;
            case '&' or '*' or '!':
                while (!IsSpace(_at))
                {
                    _at++;
                }

                break;
            default:
                ReadPlain(isKey: true);
                break;
        }
    }

    /// <summary>Reads a line of a plain scalar, up to the colon after a key where it may be one.</summary>
    private void ReadPlain(bool isKey)
    {
        for (; !IsAtBreak; _at++)
        {
            if (isKey && _text[_at] == ':' && IsSpace(_at + 1))
            {
                return;
            }

            if (_text[_at] == '#' && _at > _line && IsSpace(_at - 1))
            {
                _at = YamlLines.End(_text, _at);
                _isPlain = false;
                return;
            }
        }

        _isPlain = true;
    }

    private void ReadQuoted(char quote)
    {
        for (_at++; _at < _text.Length; _at++)
        {
            if (_text[_at] == quote)
            {
                if (quote == '"' || _at + 1 >= _text.Length || _text[_at + 1] != '\'')
                {
                    _at++;
                    return;
                }

                _at++;
            }
            else if (_text[_at] == '\\' && quote == '"')
            {
                _at++;
            }
        }

        _at = Math.Min(_at, _text.Length);
    }

    private void ReadFlow()
    {
        int depth = 0;
        bool isPlain = false;
        do
        {
            char c = _text[_at];
            if (c is '[' or '{' or ']' or '}' or ',')
            {
                depth += c is '[' or '{' ? 1 : c == ',' ? 0 : -1;
                isPlain = false;
            }
            else if (c == '#' && IsSpace(_at - 1))
            {
                _at = YamlLines.End(_text, _at) - 1;
            }
            else if (c is '"' or '\'' && !isPlain)
            {
                ReadQuoted(c);
                continue;
            }
            else if (c == ':' && (!isPlain || IsSpace(_at + 1) || _text[_at + 1] is ',' or '[' or ']' or '{' or '}'))
            {
                isPlain = false;
            }
            else if (c is '&' or '!' && !isPlain)
            {
                while (!IsSpace(_at) && _text[_at] is not (',' or '[' or ']' or '{' or '}'))
                {
                    _at++;
                }

                continue;
            }
            else if (!IsSpace(_at))
            {
                isPlain = true;
            }

            _at++;
        }
        while (depth > 0 && _at < _text.Length);
    }

    /// <summary>The block scalar that begins here; null if the indicator is ordinary text.</summary>
    private BlockScalar? ReadHeader()
    {
        int start = _at;
        (char chomping, int indicator) = ('\0', 0);
        for (_at++; !IsAtBreak && _text[_at] is '+' or '-' or (>= '1' and <= '9'); _at++)
        {
            (chomping, indicator) = _text[_at] is '+' or '-' ? (_text[_at], indicator) : (chomping, _text[_at] - '0');
        }

        int afterIndicators = _at;
        while (!IsAtBreak && IsSpace(_at))
        {
            _at++;
        }

        if (!IsAtBreak && !(_text[_at] == '#' && _at > afterIndicators))
        {
            _at = start;
            return null;
        }

        _isPlain = false;
        return Scalar(start, chomping, indicator, YamlLines.Next(_text, _at));
    }

    private BlockScalar Scalar(int start, char chomping, int indicator, int firstLine)
    {
        int textLine = firstLine;
        while (textLine < _text.Length && YamlLines.IsEmpty(_text, textLine))
        {
            textLine = YamlLines.Next(_text, textLine);
        }

        int found = YamlLines.Indentation(_text, textLine);
        int least = indicator > 0 ? Math.Max(_parent, 0) + indicator : _parent + 1;
        bool hasText = textLine < _text.Length && found >= least && !IsDocumentMarkerAt(textLine);
        int indentation = hasText && indicator == 0 ? found : least;
        int end = hasText ? textLine : AfterTabs(textLine);
        while (hasText
            && end < _text.Length
            && (YamlLines.IsEmpty(_text, end) || YamlLines.Indentation(_text, end) >= indentation)
            && !IsDocumentMarkerAt(end))
        {
            end = YamlLines.Next(_text, end);
        }

        return new BlockScalar(start, _text[start] == '|', indicator > 0, chomping, indentation, firstLine, textLine, end);
    }

    /// <summary>A tab where the text would be indented is an error, which belongs to the scalar.</summary>
    private int AfterTabs(int line) => YamlLines.IsBlank(_text, line, YamlLines.End(_text, line)) ? YamlLines.Next(_text, line) : line;

    private bool IsDocumentMarker() => _at == _line && IsDocumentMarkerAt(_at);

    private bool IsDocumentMarkerAt(int at)
        => IsSpace(at + 3) && (string.CompareOrdinal(_text, at, "---", 0, 3) == 0 || string.CompareOrdinal(_text, at, "...", 0, 3) == 0);

    /// <summary>Whether an index is at a blank, at a line break, or beyond the text.</summary>
    private bool IsSpace(int at) => at >= _text.Length || _text[at] is ' ' or '\t' || YamlLines.IsBreak(_text[at]);
}
