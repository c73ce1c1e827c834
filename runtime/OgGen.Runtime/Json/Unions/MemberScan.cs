using System.Numerics;
using System.Runtime.Intrinsics;

namespace OgGen.Json;

/// <summary>What a scan has found.</summary>
internal enum MemberScanResult
{
    /// <summary>The scan cannot tell: an escape sequence, a value that is no string, or no JSON. A reader can.</summary>
    Unknown,

    /// <summary>The object has no such member.</summary>
    Absent,

    /// <summary>The member is a string.</summary>
    Found,
}

/// <summary>
/// Looks in the text of an object for members that are strings, without reading the tokens before them, and without passing twice over
/// what is before them. What is no JSON is found by the reader that comes after.
/// </summary>
/// <remarks>
/// Blocks of 64 bytes become masks with a bit for each byte: quotes, brackets, and what is inside of strings, which is what has an odd
/// number of quotes before it. Bytes inside of nested objects are counted by their brackets alone.
/// </remarks>
internal sealed class MemberScan
{
    private const int BlockSize = 64;
    private const int MostMembers = 32;

    /// <summary>The members that were passed over, with the positions of their names and values in the text.</summary>
    private readonly (int Name, int NameLength, int Value)[] _members = new (int, int, int)[MostMembers];
    private int _count;
    private int _start = -1;
    private int _next;

    /// <summary>Forgets what was found: another text is read.</summary>
    public void Reset() => _start = -1;

    /// <summary>Looks for a member.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the object goes on: after its brace, or after the colon of a member that is another one.</param>
    /// <param name="name">The JSON name of the member.</param>
    /// <param name="value">The value of the member.</param>
    /// <param name="length">The bytes that were passed over.</param>
    public MemberScanResult Find(
        ReadOnlySpan<byte> text, int start, scoped ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value, out int length)
    {
        if (start != _start)
        {
            (_start, _next, _count) = (start, start, 0);
        }

        length = 0;
        for (int i = 0; i < _count; i++)
        {
            (int at, int nameLength, int valueAt) = _members[i];
            if (text.Slice(at, nameLength).SequenceEqual(name))
            {
                return ReadString(text, valueAt, out value);
            }
        }

        int from = _next;
        MemberScanResult result = Scan(text, name, out value, out int end);
        length = end - from;
        return result;
    }

    private MemberScanResult Scan(ReadOnlySpan<byte> text, scoped ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value, out int end)
    {
        value = default;
        int depth = 0;
        int begin = 0;
        ulong inString = 0;
        for (int block = _next; block < text.Length; block += BlockSize)
        {
            Masks masks = Masks.Of(text[block..]);
            end = block;
            if (masks.HasEscapes)
            {
                return MemberScanResult.Unknown;
            }

            ulong strings = OddBefore(masks.Quotes) ^ inString;
            inString = (ulong)((long)strings >> (BlockSize - 1));
            ulong opens = masks.Opens & ~strings;
            ulong closes = masks.Closes & ~strings;
            if (depth > BitOperations.PopCount(closes))
            {
                depth += BitOperations.PopCount(opens) - BitOperations.PopCount(closes);
                continue;
            }

            for (ulong marks = opens | closes | masks.Quotes; marks != 0; marks &= marks - 1)
            {
                int at = block + BitOperations.TrailingZeroCount(marks);
                ulong mark = marks & (~marks + 1);
                if ((opens & mark) != 0)
                {
                    depth++;
                }
                else if ((closes & mark) != 0)
                {
                    if (depth-- == 0)
                    {
                        end = at;
                        return MemberScanResult.Absent;
                    }
                }
                else if ((strings & mark) != 0)
                {
                    begin = at + 1;
                }
                else if (depth == 0 && TryAdd(text, begin, at))
                {
                    end = _next;
                    if (text[begin..at].SequenceEqual(name))
                    {
                        return ReadString(text, end, out value);
                    }

                    if (_count == MostMembers)
                    {
                        return MemberScanResult.Unknown;
                    }
                }
            }
        }

        end = text.Length;
        return MemberScanResult.Unknown;
    }

    /// <summary>Adds a string to the members, if it is the name of one.</summary>
    private bool TryAdd(ReadOnlySpan<byte> text, int begin, int end)
    {
        int next = SkipWhiteSpace(text, end + 1);
        if (next >= text.Length || text[next] != ':')
        {
            return false;
        }

        _next = next + 1;
        _members[_count++] = (begin, end - begin, _next);
        return true;
    }

    private static MemberScanResult ReadString(ReadOnlySpan<byte> text, int at, out ReadOnlySpan<byte> value)
    {
        value = default;
        int begin = SkipWhiteSpace(text, at) + 1;
        if (begin > text.Length || text[begin - 1] != '"')
        {
            return MemberScanResult.Unknown;
        }

        int length = text[begin..].IndexOfAny((byte)'"', (byte)'\\');
        if (length < 0 || text[begin + length] != '"')
        {
            return MemberScanResult.Unknown;
        }

        value = text.Slice(begin, length);
        return MemberScanResult.Found;
    }

    private static int SkipWhiteSpace(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && text[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            at++;
        }

        return at;
    }

    /// <summary>Sets the bits that have an odd number of bits at or below them: from each first of two to before the second.</summary>
    private static ulong OddBefore(ulong bits)
    {
        bits ^= bits << 1;
        bits ^= bits << 2;
        bits ^= bits << 4;
        bits ^= bits << 8;
        bits ^= bits << 16;
        return bits ^ (bits << 32);
    }

    /// <summary>Where a block has what matters, a bit for each byte.</summary>
    private readonly struct Masks
    {
        public ulong Quotes { get; private init; }

        public ulong Opens { get; private init; }

        public ulong Closes { get; private init; }

        public bool HasEscapes { get; private init; }

        /// <param name="text">The block, and what follows. A shorter one is the end of the text.</param>
        public static Masks Of(ReadOnlySpan<byte> text)
        {
            if (text.Length < BlockSize)
            {
                Span<byte> last = stackalloc byte[BlockSize];
                last.Clear();
                text.CopyTo(last);
                return Of(Vector256.Create<byte>(last), Vector256.Create<byte>(last[Vector256<byte>.Count..]));
            }

            return Of(Vector256.Create(text), Vector256.Create(text[Vector256<byte>.Count..]));
        }

        private static Masks Of(Vector256<byte> low, Vector256<byte> high)
        {
            // A bracket differs from a brace in this bit alone.
            Vector256<byte> bit = Vector256.Create((byte)('{' ^ '['));
            Vector256<byte> escape = Vector256.Create((byte)'\\');
            return new Masks
            {
                Quotes = Equal(low, high, (byte)'"'),
                Opens = Equal(low | bit, high | bit, (byte)'{'),
                Closes = Equal(low | bit, high | bit, (byte)'}'),
                HasEscapes = (Vector256.Equals(low, escape) | Vector256.Equals(high, escape)) != Vector256<byte>.Zero,
            };
        }

        private static ulong Equal(Vector256<byte> low, Vector256<byte> high, byte value)
        {
            Vector256<byte> values = Vector256.Create(value);
            return Vector256.Equals(low, values).ExtractMostSignificantBits()
                | ((ulong)Vector256.Equals(high, values).ExtractMostSignificantBits() << 32);
        }
    }
}
