using System.Text.Json.Nodes;

namespace OgGen.Generator.Document.Reading;

/// <summary>
/// The members of an object. Where the library has them as a list, which newer versions do, they are enumerated without an object for it:
/// each of the passes does that for each object of a document.
/// </summary>
internal readonly struct MemberList(JsonObject item)
{
    public Enumerator GetEnumerator() => new(item);

    internal struct Enumerator : IDisposable
    {
        private readonly IList<KeyValuePair<string, JsonNode?>>? _list;
        private readonly IEnumerator<KeyValuePair<string, JsonNode?>>? _members;
        private int _next;

        public Enumerator(JsonObject item)
        {
            _list = (object)item as IList<KeyValuePair<string, JsonNode?>>;
            _members = _list is null ? item.GetEnumerator() : null;
            _next = 0;
            Current = new();
        }

        public KeyValuePair<string, JsonNode?> Current { get; private set; }

        public bool MoveNext()
        {
            if (_list is null)
            {
                if (!_members!.MoveNext())
                {
                    return false;
                }

                Current = _members.Current;
                return true;
            }

            if (_next == _list.Count)
            {
                return false;
            }

            Current = _list[_next++];
            return true;
        }

        public readonly void Dispose() => _members?.Dispose();
    }
}
