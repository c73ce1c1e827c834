using System.Text.Json.Nodes;

namespace OgGen.Generator.Schemas;

/// <summary>What a structure is made of: two of different kinds are never equal.</summary>
internal enum Structure
{
    Empty,
    Reference,
    ComponentType,
    Rest,
    Composed,
    Object,
    Map,
    List,
    Data,
    Array,
}

/// <summary>
/// Numbers strings, scalars and structures of them: equal ones have the same number. A structure is begun, its parts are added, and it is
/// ended; structures that are parts are begun and ended in between.
/// </summary>
internal sealed class StructureNumbers
{
    private readonly Dictionary<string, int> _strings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _scalars = new(StringComparer.Ordinal);
    private readonly Dictionary<long[], int> _structures = new(new SequenceComparer());

    /// <summary>The parts of the structures that are not ended, the innermost last.</summary>
    private readonly List<long> _parts = [];
    private int _count;

    /// <summary>The number of a JSON value without members or items.</summary>
    public int OfScalar(JsonNode? value)
        => value is JsonValue text && text.TryGetValue(out string? characters)
            ? OfString(characters)
            : Known(_scalars, value?.ToJsonString() ?? "null");

    public int OfString(string text) => Known(_strings, text);

    /// <summary>The number of a structure.</summary>
    public int Number(Structure kind, params int[] parts)
    {
        int start = Begin(kind);
        foreach (int part in parts)
        {
            _parts.Add(part);
        }

        return End(start);
    }

    /// <summary>Begins a structure.</summary>
    /// <returns>Where it begins, which ends it.</returns>
    public int Begin(Structure kind)
    {
        _parts.Add((int)kind);
        return _parts.Count - 1;
    }

    public void Add(int part) => _parts.Add(part);

    /// <summary>Adds a name and its value. They are one part, so that members can be sorted.</summary>
    public void AddMember(string name, int value) => _parts.Add(((long)OfString(name) << 32) | (uint)value);

    /// <summary>Ends a structure whose members are in no order.</summary>
    public int EndMembers(int start)
    {
        _parts.Sort(start + 1, _parts.Count - start - 1, null);
        return End(start);
    }

    /// <summary>Ends a structure.</summary>
    public int End(int start)
    {
        long[] parts = new long[_parts.Count - start];
        _parts.CopyTo(start, parts, 0, parts.Length);
        _parts.RemoveRange(start, parts.Length);
        if (!_structures.TryGetValue(parts, out int number))
        {
            _structures.Add(parts, number = _count++);
        }

        return number;
    }

    /// <summary>Ends a structure. One that has a single part is that part.</summary>
    public int EndOrOnly(int start)
    {
        if (_parts.Count - start != 2)
        {
            return End(start);
        }

        int only = (int)_parts[start + 1];
        _parts.RemoveRange(start, 2);
        return only;
    }

    private int Known(Dictionary<string, int> numbers, string text)
    {
        if (!numbers.TryGetValue(text, out int number))
        {
            numbers.Add(text, number = _count++);
        }

        return number;
    }

    private sealed class SequenceComparer : IEqualityComparer<long[]>
    {
        public bool Equals(long[] left, long[] right) => left.AsSpan().SequenceEqual(right);

        public int GetHashCode(long[] sequence)
        {
            long hash = 17;
            foreach (long part in sequence)
            {
                hash = unchecked((hash * 31) + part);
            }

            return hash.GetHashCode();
        }
    }
}
