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
    public static IReadOnlyDictionary<string, (int Line, int Column)> Find(
        SpecFile spec, IEnumerable<string> pointers, CancellationToken cancellationToken)
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
                var reader = new JsonTextReader(spec.Text!);
                reader.Read();
                Walk(ref reader, root, cancellationToken);
                Locate(spec.Text!, root);
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

    /// <summary>The zero-based line and column of a byte of UTF-8 that is counted from the start of its line.</summary>
    public static (int Line, int Column) At(string text, int line, int byteInLine)
    {
        var cursor = new TextCursor(text);
        cursor.MoveToLine(line);
        cursor.MoveTo(cursor.Offset + byteInLine);
        return cursor.Position;
    }

    /// <summary>Locates the nodes that were found, in one pass over the text.</summary>
    private static void Locate(string text, Node root)
    {
        var cursor = new TextCursor(text);
        foreach (Node node in root.AllFound().OrderBy(static node => node.Offset))
        {
            cursor.MoveTo(node.Offset);
            node.Found(cursor.Position);
        }
    }

    private static void Walk(ref JsonTextReader reader, Node node, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (reader.TokenType == JsonTokenType.StartObject && node.HasChildren)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                Node? child = node.Child(reader.GetName());
                child?.Found(reader.TokenStart);
                reader.Read();
                WalkOrSkip(ref reader, child, cancellationToken);
            }
        }
        else if (reader.TokenType == JsonTokenType.StartArray && node.HasChildren)
        {
            for (int i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
            {
                Node? child = node.Child(i.ToString(System.Globalization.CultureInfo.InvariantCulture));
                child?.Found(reader.TokenStart);
                WalkOrSkip(ref reader, child, cancellationToken);
            }
        }
        else
        {
            reader.Skip();
        }
    }

    private static void WalkOrSkip(ref JsonTextReader reader, Node? child, CancellationToken cancellationToken)
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

        /// <summary>Where the node begins, in bytes of UTF-8; negative where it was not found in JSON.</summary>
        public long Offset { get; private set; } = -1;

        // Of two equal keys the later one counts, here as in the tree.
        public void Found(Mark mark) => Found(((int)mark.Line - 1, (int)mark.Column - 1));

        public void Found(long offset) => Offset = offset;

        public void Found((int Line, int Column) position) => _position = position;

        /// <summary>The nodes below this one that were found in JSON.</summary>
        public IEnumerable<Node> AllFound()
            => _children.Values.SelectMany(static child => child.Offset < 0 ? child.AllFound() : child.AllFound().Prepend(child));
    }
}
