using System.Text;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OgGen.Generator.Document.Reading;

/// <summary>
/// Finds the line and column of JSON pointers in a text. This runs for diagnostics only: the text is read a second time, and
/// elements without a wanted pointer are skipped.
/// </summary>
internal static class SpecPositions
{
    /// <summary>The zero-based positions. For a pointer without an element, that of its nearest existing ancestor.</summary>
    public static IReadOnlyDictionary<string, (int Line, int Column)> Find(SpecFile spec, IEnumerable<string> pointers, CancellationToken cancellationToken)
    {
        var root = new Node();
        var nodes = new Dictionary<string, Node>(StringComparer.Ordinal);
        foreach (string pointer in pointers)
        {
            if (!nodes.ContainsKey(pointer))
            {
                nodes.Add(pointer, root.Add(pointer));
            }
        }

        bool isWanted = nodes.Count > 0 && spec.Text is not null;
        try
        {
            if (isWanted && SpecText.IsJson(spec))
            {
                byte[] utf8 = JsonTree.Utf8(spec.Text!);
                var reader = new Utf8JsonReader(utf8, JsonTree.Options);
                reader.Read();
                Walk(ref reader, root, cancellationToken);
                var lines = new LineIndex(utf8);
                foreach (Node node in nodes.Values)
                {
                    node.Locate(lines);
                }
            }
            else if (isWanted)
            {
                var parser = new YamlParser(spec.Text!);
                parser.Consume<StreamStart>();
                parser.Consume<DocumentStart>();
                Walk(parser, root, cancellationToken);
            }
        }
        catch (Exception e) when (e is JsonException or YamlException or InvalidOperationException)
        {
            // The text is invalid from here on, which is reported elsewhere; the positions found so far are used.
        }

        return nodes.ToDictionary(static pair => pair.Key, static pair => pair.Value.Position, StringComparer.Ordinal);
    }

    /// <summary>The zero-based line and column of a byte that is counted from the start of its line.</summary>
    public static (int Line, int Column) At(byte[] utf8, int line, int byteInLine) => new LineIndex(utf8).At(line, byteInLine);

    private static void Walk(ref Utf8JsonReader reader, Node node, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (reader.TokenType == JsonTokenType.StartObject && node.HasChildren)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                Node? child = node.Child(JsonTree.Text(ref reader));
                child?.Found(reader.TokenStartIndex);
                reader.Read();
                WalkOrSkip(ref reader, child, cancellationToken);
            }
        }
        else if (reader.TokenType == JsonTokenType.StartArray && node.HasChildren)
        {
            for (int i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
            {
                Node? child = node.Child(i.ToString(System.Globalization.CultureInfo.InvariantCulture));
                child?.Found(reader.TokenStartIndex);
                WalkOrSkip(ref reader, child, cancellationToken);
            }
        }
        else
        {
            reader.Skip();
        }
    }

    private static void WalkOrSkip(ref Utf8JsonReader reader, Node? child, CancellationToken cancellationToken)
    {
        if (child is null)
        {
            reader.Skip();
        }
        else
        {
            Walk(ref reader, child, cancellationToken);
        }
    }

    private static void Walk(IParser parser, Node node, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (node.HasChildren && parser.Take<MappingStart>() is not null)
        {
            while (parser.Take<MappingEnd>() is null)
            {
                Node? child = parser.Current is Scalar key ? node.Child(key.Value) : null;
                child?.Found(parser.Current!.Start);
                parser.SkipThisAndNestedEvents();
                WalkOrSkip(parser, child, cancellationToken);
            }
        }
        else if (node.HasChildren && parser.Take<SequenceStart>() is not null)
        {
            for (int i = 0; parser.Take<SequenceEnd>() is null; i++)
            {
                Node? child = node.Child(i.ToString(System.Globalization.CultureInfo.InvariantCulture));
                child?.Found(parser.Current!.Start);
                WalkOrSkip(parser, child, cancellationToken);
            }
        }
        else
        {
            parser.SkipThisAndNestedEvents();
        }
    }

    private static void WalkOrSkip(IParser parser, Node? child, CancellationToken cancellationToken)
    {
        if (child is null)
        {
            parser.SkipThisAndNestedEvents();
        }
        else
        {
            Walk(parser, child, cancellationToken);
        }
    }

    /// <summary>A node of the tree that the wanted pointers span.</summary>
    private sealed class Node(Node? parent = null)
    {
        private readonly Dictionary<string, Node> _children = new(StringComparer.Ordinal);
        private (int Line, int Column)? _position;
        private long _offset = -1;

        public bool HasChildren => _children.Count > 0;

        public (int Line, int Column) Position => _position ?? parent?.Position ?? (0, 0);

        public Node? Child(string key) => _children.TryGetValue(key, out Node? child) ? child : null;

        public Node Add(string pointer)
        {
            Node node = this;
            foreach (string token in pointer.TrimStart('#').Split('/').Skip(1))
            {
                string key = token.Replace("~1", "/").Replace("~0", "~");
                if (!node._children.TryGetValue(key, out Node? child))
                {
                    child = new Node(node);
                    node._children.Add(key, child);
                }

                node = child;
            }

            return node;
        }

        // Of two equal keys the later one counts, here as in the tree.
        public void Found(Mark mark) => _position = ((int)mark.Line - 1, (int)mark.Column - 1);

        public void Found(long offset) => _offset = offset;

        public void Locate(LineIndex lines)
        {
            parent?.Locate(lines);
            if (_offset >= 0)
            {
                _position = lines.At(_offset);
            }
        }
    }

    /// <summary>The starts of the lines of a text.</summary>
    private sealed class LineIndex
    {
        private readonly byte[] _utf8;
        private readonly List<int> _starts = [0];

        public LineIndex(byte[] utf8)
        {
            _utf8 = utf8;
            for (int i = 0; i < utf8.Length; i++)
            {
                if (utf8[i] == (byte)'\n')
                {
                    _starts.Add(i + 1);
                }
            }
        }

        public (int Line, int Column) At(int line, int byteInLine)
            => At(Math.Min(_starts[Math.Min(line, _starts.Count - 1)] + byteInLine, _utf8.Length));

        public (int Line, int Column) At(long offset)
        {
            int line = _starts.BinarySearch((int)offset);
            line = line < 0 ? ~line - 1 : line;
            return (line, Encoding.UTF8.GetCharCount(_utf8, _starts[line], (int)offset - _starts[line]));
        }
    }
}
