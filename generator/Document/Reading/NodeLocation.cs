using System.Globalization;
using System.Text;
using OgGen.Generator.Common;

namespace OgGen.Generator.Document.Reading;

/// <summary>The location of a node in a tree. Its JSON pointer is built on demand.</summary>
internal sealed class NodeLocation
{
    private readonly NodeLocation? _parent;
    private readonly string? _key;
    private readonly int _index;

    private NodeLocation(NodeLocation? parent, string? key, int index)
    {
        _parent = parent;
        _key = key;
        _index = index;
    }

    public static NodeLocation Root { get; } = new(null, null, 0);

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

    public NodeLocation Child(string key) => new(this, key, 0);

    public NodeLocation Child(int index) => new(this, null, index);

    private void Append(StringBuilder text)
    {
        if (_parent is null)
        {
            return;
        }

        // A document has 64 levels at most.
        _parent.Append(text);
        text.Append('/');
        if (_key is null)
        {
            text.Append(_index.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            text.Append(Pointers.Escape(_key));
        }
    }
}
