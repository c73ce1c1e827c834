using System.Globalization;
using System.Text;
using OgGen.Generator.Common;

namespace OgGen.Generator.Document.Reading;

/// <summary>The location of a node in a tree. Its JSON pointer is built on demand.</summary>
internal sealed class NodeLocation
{
    /// <summary>The indexes of most lists, as tokens.</summary>
    private static readonly string[] s_indexes =
        [.. Enumerable.Range(0, 64).Select(static index => index.ToString(CultureInfo.InvariantCulture))];

    private readonly NodeLocation? _parent;
    private readonly string _key;

    private NodeLocation(NodeLocation? parent, string key)
    {
        _parent = parent;
        _key = key;
    }

    public static NodeLocation Root { get; } = new(null, "");

    public string Pointer
    {
        get
        {
            var text = new StringBuilder();
            Append(text);
            return text.ToString();
        }
    }

    /// <summary>The keys and indexes that lead here from the top.</summary>
    public string[] Tokens => Pointers.Tokens(Pointer);

    public NodeLocation Child(string key) => new(this, key);

    public NodeLocation Child(int index)
        => new(this, index < s_indexes.Length ? s_indexes[index] : index.ToString(CultureInfo.InvariantCulture));

    private void Append(StringBuilder text)
    {
        if (_parent is null)
        {
            return;
        }

        // A document has 64 levels at most.
        _parent.Append(text);
        text.Append('/').Append(Pointers.Escape(_key));
    }
}
