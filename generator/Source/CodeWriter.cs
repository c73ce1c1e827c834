using System.Runtime.CompilerServices;
using System.Text;
using OgGen.Generator.Common;
using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>Writes C#: owns indentation and line ends. Strings of a document are encoded by <see cref="CSharpText"/>.</summary>
internal sealed class CodeWriter : IDisposable
{
    /// <summary>In characters.</summary>
    private const int LargestSpare = 2 * 1024 * 1024;

    /// <summary>What a writer leaves to the next one: a large client has a hundred files of a hundred thousand characters.</summary>
    [ThreadStatic]
    private static char[]? t_spare;

    private char[] _text = TakeSpare();
    private int _length;
    private int _indentation;

    /// <summary>Writes lines at the current indentation; they are separated by \n.</summary>
    public CodeWriter Write(string lines)
    {
        Append(lines);
        return Blank();
    }

    /// <summary>Writes lines, without a string that has them all.</summary>
    public CodeWriter Write([InterpolatedStringHandlerArgument("")] CodeLines lines)
    {
        // The parts were written when the argument was made.
        _ = lines;
        return Blank();
    }

    /// <summary>Writes a part of a line.</summary>
    public CodeWriter Add([InterpolatedStringHandlerArgument("")] CodeLines part)
    {
        _ = part;
        return this;
    }

    public CodeWriter Blank()
    {
        Extend(1)[0] = '\n';
        return this;
    }

    /// <summary>Writes a line and opens a block.</summary>
    public CodeWriter Open(string line) => Write(line).OpenBlock();

    /// <summary>Writes a line and opens a block.</summary>
    public CodeWriter Open([InterpolatedStringHandlerArgument("")] CodeLines line) => Write(line).OpenBlock();

    public CodeWriter OpenBlock()
    {
        Write("{");
        _indentation++;
        return this;
    }

    /// <summary>Closes a block.</summary>
    public CodeWriter Close(string suffix = "")
    {
        _indentation--;
        return Write("}" + suffix);
    }

    /// <summary>Lines one level deeper.</summary>
    public static string Indent(string lines) => "    " + lines.Replace("\n", "\n    ");

    /// <summary>Writes lines one level deeper.</summary>
    public CodeWriter Indented(string lines) => OpenLevel().Write(lines).CloseLevel();

    /// <summary>Goes one level deeper, without a brace.</summary>
    public CodeWriter OpenLevel()
    {
        _indentation++;
        return this;
    }

    public CodeWriter CloseLevel()
    {
        _indentation--;
        return this;
    }

    /// <summary>Writes a documentation comment.</summary>
    public CodeWriter Doc(DocModel doc)
    {
        if (doc.InheritedFrom is { } type)
        {
            return Write($"/// <inheritdoc cref=\"{CSharpText.Reference(type)}\"/>");
        }

        if (doc.Summary.Length > 0)
        {
            Element("summary", doc.Summary, links: doc.Links);
        }

        if (doc.Remarks.Length > 0)
        {
            Element("remarks", doc.Remarks, links: doc.Links);
        }

        return this;
    }

    /// <summary>Writes an element of a documentation comment.</summary>
    /// <param name="name">The element.</param>
    /// <param name="text">Its content, in Markdown.</param>
    /// <param name="attribute">Its attribute, with a space before.</param>
    /// <param name="links">The code spans that name something that is generated.</param>
    public CodeWriter Element(string name, string text, string attribute = "", EquatableArray<DocLink> links = default)
    {
        IReadOnlyList<string> lines = MarkdownBlocks.Print(text, links);
        if (lines.Count <= 1)
        {
            return Write($"/// <{name}{attribute}>{(lines.Count == 0 ? "" : lines[0])}</{name}>");
        }

        Write($"/// <{name}{attribute}>");
        for (int i = 0; i < lines.Count; i++)
        {
            Write($"///{(lines[i].Length == 0 ? "" : " ")}{lines[i]}");
        }

        return Write($"/// </{name}>");
    }

    /// <summary>Whether a text was written.</summary>
    public bool Contains(string text) => _text.AsSpan(0, _length).IndexOf(text.AsSpan()) >= 0;

    /// <summary>Writes what another writer has written, as it is, before all that was written.</summary>
    public CodeWriter Prepend(CodeWriter head)
    {
        int length = _length;
        Extend(head._length);
        Array.Copy(_text, 0, _text, head._length, length);
        Array.Copy(head._text, _text, head._length);
        return this;
    }

    /// <summary>All that was written, as bytes.</summary>
    public byte[] ToBytes(Encoding encoding) => encoding.GetBytes(_text, 0, _length);

    public override string ToString() => new(_text, 0, _length);

    public void Dispose()
    {
        // The larger one, within a bound: a compiler lives for hours.
        if (_text.Length <= LargestSpare && _text.Length > (t_spare?.Length ?? 0))
        {
            t_spare = _text;
        }

        _text = [];
        _length = 0;
    }

    private static char[] TakeSpare()
    {
        char[] spare = t_spare ?? new char[1024];
        t_spare = null;
        return spare;
    }

    /// <summary>Appends text; each of its lines that is not blank begins at the current indentation.</summary>
    private void Append(string text)
    {
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (end > start)
            {
                if (_length == 0 || _text[_length - 1] == '\n')
                {
                    Extend(_indentation * 4).Fill(' ');
                }

                text.AsSpan(start, end - start).CopyTo(Extend(end - start));
            }

            if (end < text.Length)
            {
                Blank();
            }

            start = end + 1;
        }
    }

    /// <summary>Room at the end for more characters, which count as written.</summary>
    private Span<char> Extend(int count)
    {
        if (_text.Length - _length < count)
        {
            Array.Resize(ref _text, Math.Max(2 * _text.Length, _length + count));
        }

        _length += count;
        return _text.AsSpan(_length - count, count);
    }

    /// <summary>An interpolated string whose parts are written one after another.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct CodeLines
    {
        private readonly CodeWriter _writer;

        public CodeLines(int literalLength, int formattedCount, CodeWriter writer) => _writer = writer;

        public void AppendLiteral(string text) => _writer.Append(text);

        public void AppendFormatted(string? text) => _writer.Append(text ?? "");

        public void AppendFormatted(CodeParts parts)
        {
            _writer.Append(parts.Start);
            _writer.Append(parts.Middle);
            _writer.Append(parts.End);
        }
    }
}
