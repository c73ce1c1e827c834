using System.Text.Json.Nodes;

namespace OgGen.Generator.Document.Reading;

/// <summary>
/// Copies of the keys of objects, for walks that change the objects. What is walked within an object is done before it is, so that all
/// copies have room on one stack.
/// </summary>
internal sealed class KeyStack
{
    private string[] _keys = new string[64];
    private int _count;

    /// <summary>The keys that an object has now. They are enumerated at once, and to the end of the loop.</summary>
    public Keys Of(JsonObject item)
    {
        int start = _count;
        _count += item.Count;
        if (_count > _keys.Length)
        {
            Array.Resize(ref _keys, Math.Max(2 * _keys.Length, _count));
        }

        int next = start;
        foreach (KeyValuePair<string, JsonNode?> member in JsonMembers.Of(item))
        {
            _keys[next++] = member.Key;
        }

        return new Keys(this, start, next);
    }

    internal struct Keys : IDisposable
    {
        private readonly KeyStack _stack;
        private readonly int _start;
        private readonly int _end;
        private int _next;

        public Keys(KeyStack stack, int start, int end) => (_stack, _start, _end, _next, Current) = (stack, start, end, start, "");

        public string Current { get; private set; }

        public readonly Keys GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_next == _end)
            {
                return false;
            }

            Current = _stack._keys[_next++];
            return true;
        }

        public readonly void Dispose() => _stack._count = _start;
    }
}
