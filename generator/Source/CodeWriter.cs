using System.Text;
using OgGen.Generator.Common;
using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>Writes C#: owns indentation and line ends. Strings of a document are encoded by <see cref="CSharpText"/>.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _indentation;

    /// <summary>Writes lines at the current indentation; they are separated by \n.</summary>
    public CodeWriter Write(string lines)
    {
        for (int start = 0; start <= lines.Length;)
        {
            int end = lines.IndexOf('\n', start);
            end = end < 0 ? lines.Length : end;
            if (end > start)
            {
                _text.Append(' ', _indentation * 4).Append(lines, start, end - start);
            }

            _text.Append('\n');
            start = end + 1;
        }

        return this;
    }

    public CodeWriter Blank()
    {
        _text.Append('\n');
        return this;
    }

    /// <summary>Writes a line and opens a block.</summary>
    public CodeWriter Open(string line) => Write(line).OpenBlock();

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
    public CodeWriter Indented(string lines)
    {
        _indentation++;
        Write(lines);
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
            return Write($"/// <{name}{attribute}>{string.Concat(lines)}</{name}>");
        }

        Write($"/// <{name}{attribute}>");
        foreach (string line in lines)
        {
            Write(line.Length == 0 ? "///" : "/// " + line);
        }

        return Write($"/// </{name}>");
    }

    public override string ToString() => _text.ToString();
}
