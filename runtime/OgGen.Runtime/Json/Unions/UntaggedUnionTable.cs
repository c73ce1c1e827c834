using System.Text;
using System.Text.Json;
using OgGen.Generated;

namespace OgGen.Json;

/// <summary>What a look ahead compares a value with: the shapes of all alternatives of an untagged union, by member.</summary>
internal sealed class UntaggedUnionTable
{
    private readonly IReadOnlyList<UntaggedUnionCase> _shapes;
    private readonly Member[] _members;
    private readonly int[] _slots;
    private readonly int[] _required;
    private readonly int _constants;
    private readonly byte[][][] _values;
    private readonly bool _hasValues;

    public UntaggedUnionTable(IReadOnlyList<UntaggedUnionCase> shapes)
    {
        _shapes = shapes;
        _required = [.. shapes.Select(static shape => shape.Required.Distinct().Count())];
        _values = [.. shapes.Select(static shape => shape.Values.Select(Encoding.UTF8.GetBytes).ToArray())];
        _hasValues = shapes.Any(static shape => shape.Values.Count > 0);
        IEnumerable<string> names = shapes.SelectMany(static shape
            => shape.Required.Concat(shape.Optional).Concat(shape.Constants.Select(static constant => constant.Key)));
        var members = new List<Member>();
        foreach (string name in names.Distinct(StringComparer.Ordinal))
        {
            var member = new Member(name, shapes, _constants);
            members.Add(member);
            _constants += member.Constants.Length;
        }

        _members = [.. members];

        // At least half of the slots are free, so that most names are found, or not, at the first look.
        _slots = new int[4 * System.Numerics.BitOperations.RoundUpToPowerOf2((uint)_members.Length + 1)];
        Array.Fill(_slots, -1);
        for (int i = 0; i < _members.Length; i++)
        {
            int slot = SlotOf(_members[i].Name);
            while (_slots[slot] >= 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = i;
        }
    }

    /// <summary>The number of alternatives.</summary>
    public int Count => _shapes.Count;

    /// <summary>
    /// Tells which alternatives a value may be, and how likely each is: by the kind of its first token, objects then by their constants,
    /// their required members, and the number of members that the alternative knows.
    /// </summary>
    /// <param name="reader">Stands on the value, and stays there.</param>
    /// <param name="state">The state.</param>
    /// <param name="scores">For each alternative how likely it is; negative if the value cannot be one.</param>
    public void Rank(in Utf8JsonReader reader, ReadState state, Span<int> scores)
    {
        JsonKinds kind = KindOf(reader.TokenType);
        int candidates = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            bool isCandidate = (_shapes[i].Kinds & kind) != 0;
            scores[i] = isCandidate ? 0 : -1;
            candidates += isCandidate ? 1 : 0;
        }

        // Where others begin otherwise, an object is the one that they are not; where there are no others, its constants decide.
        if (kind == JsonKinds.Object && (candidates > 1 || (Count == 1 && candidates == 1)))
        {
            RankObject(in reader, state, scores);
        }
        else if (candidates > 1 && _hasValues)
        {
            RankValue(in reader, scores);
        }
    }

    /// <summary>
    /// The most likely alternative, of equal ones the first in the document; it is none the next time. -1 if there is none.
    /// </summary>
    public static int TakeBest(Span<int> scores)
    {
        int best = -1;
        for (int i = 0; i < scores.Length; i++)
        {
            if (scores[i] >= 0 && (best < 0 || scores[i] > scores[best]))
            {
                best = i;
            }
        }

        if (best >= 0)
        {
            scores[best] = -1;
        }

        return best;
    }

    /// <summary>
    /// Enumerations that know a value come first, those that do not come last: what names no values takes it before them.
    /// </summary>
    private void RankValue(in Utf8JsonReader reader, Span<int> scores)
    {
        Span<byte> buffer = stackalloc byte[JsonScalar.MostDigits];
        ReadOnlySpan<byte> text = JsonScalar.TextOf(in reader, buffer);
        for (int i = 0; i < scores.Length; i++)
        {
            if (scores[i] >= 0)
            {
                scores[i] = _values[i].Length == 0 ? 1 : Contains(_values[i], text) ? 2 : 0;
            }
        }
    }

    private void RankObject(in Utf8JsonReader reader, ReadState state, Span<int> scores)
    {
        // For each alternative how many members are missing, and for each constant whether it is there.
        Span<int> missing = Count <= 64 ? stackalloc int[Count] : new int[Count];
        Span<bool> constants = _constants <= 64 ? stackalloc bool[_constants] : new bool[_constants];
        Span<bool> seen = _members.Length <= 256 ? stackalloc bool[_members.Length] : new bool[_members.Length];
        Span<byte> buffer = stackalloc byte[JsonScalar.MostDigits];
        _required.CopyTo(missing);
        constants.Clear();
        seen.Clear();
        var ahead = new LookAhead(in reader, state);
        while (JsonRead.NextMember(ref ahead.Reader))
        {
            int index = Find(ref ahead.Reader);
            ahead.Reader.Read();
            if (index >= 0)
            {
                Member member = _members[index];
                if (member.Constants.Length > 0)
                {
                    // The last of several members with one name counts.
                    ReadOnlySpan<byte> text = JsonScalar.TextOf(in ahead.Reader, buffer);
                    foreach (Constant constant in member.Constants)
                    {
                        constants[constant.Index] = JsonScalar.HasText(in ahead.Reader) && Contains(constant.Values, text);
                    }
                }

                if (!seen[index])
                {
                    seen[index] = true;
                    member.Count(scores, missing);
                }
            }

            ahead.Skip();
        }

        ahead.End();
        for (int i = 0; i < scores.Length; i++)
        {
            if (missing[i] > 0)
            {
                scores[i] = -1;
            }
        }

        foreach (Member member in _members)
        {
            foreach (Constant constant in member.Constants)
            {
                if (!constants[constant.Index])
                {
                    scores[constant.Case] = -1;
                }
            }
        }
    }

    /// <summary>The member on whose name a reader stands; -1 if no alternative has it.</summary>
    private int Find(ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped && !ReadText.IsValid(in reader))
        {
            return -1;
        }

        JsonText name = JsonText.Of(ref reader);
        for (int slot = SlotOf(name.Utf8); _slots[slot] >= 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (name.Is(_members[_slots[slot]].Name))
            {
                return _slots[slot];
            }
        }

        return -1;
    }

    private int SlotOf(ReadOnlySpan<byte> name)
    {
        // FNV-1a: names are short.
        uint hash = 2166136261;
        foreach (byte c in name)
        {
            hash = (hash ^ c) * 16777619;
        }

        return (int)(hash & (uint)(_slots.Length - 1));
    }

    private static bool Contains(byte[][] values, ReadOnlySpan<byte> text)
    {
        foreach (byte[] value in values)
        {
            if (text.SequenceEqual(value))
            {
                return true;
            }
        }

        return false;
    }

    private static JsonKinds KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => JsonKinds.Object,
        JsonTokenType.StartArray => JsonKinds.Array,
        JsonTokenType.String => JsonKinds.String,
        JsonTokenType.Number => JsonKinds.Number,
        JsonTokenType.True or JsonTokenType.False => JsonKinds.Boolean,
        _ => JsonKinds.None,
    };

    /// <summary>A member that alternatives know.</summary>
    private sealed class Member
    {
        private readonly int[] _requiredBy;
        private readonly int[] _knownTo;

        public Member(string name, IReadOnlyList<UntaggedUnionCase> shapes, int constants)
        {
            Name = Encoding.UTF8.GetBytes(name);
            _requiredBy = [.. Cases(shapes, shape => shape.Required.Contains(name))];
            _knownTo = [.. Cases(shapes, shape => shape.Required.Contains(name) || shape.Optional.Contains(name))];
            var found = new List<Constant>();
            for (int i = 0; i < shapes.Count; i++)
            {
                foreach (KeyValuePair<string, string[]> constant in shapes[i].Constants.Where(constant => constant.Key == name))
                {
                    found.Add(new Constant(i, constants + found.Count, [.. constant.Value.Select(Encoding.UTF8.GetBytes)]));
                }
            }

            Constants = [.. found];
        }

        public byte[] Name { get; }

        public Constant[] Constants { get; }

        /// <summary>Counts the member, which is there, for all alternatives.</summary>
        public void Count(Span<int> scores, Span<int> missing)
        {
            foreach (int i in _requiredBy)
            {
                missing[i]--;
            }

            foreach (int i in _knownTo)
            {
                scores[i] += scores[i] >= 0 ? 1 : 0;
            }
        }

        private static IEnumerable<int> Cases(IReadOnlyList<UntaggedUnionCase> shapes, Func<UntaggedUnionCase, bool> filter)
            => Enumerable.Range(0, shapes.Count).Where(i => filter(shapes[i]));
    }

    /// <summary>The values that an alternative allows in a member.</summary>
    private sealed record Constant(int Case, int Index, byte[][] Values);
}
