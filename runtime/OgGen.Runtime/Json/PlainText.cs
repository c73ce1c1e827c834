using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Encodings.Web;

namespace OgGen.Json;

/// <summary>Text that has the same bytes in JSON, as it needs no escape sequences: printable ASCII with few exceptions.</summary>
internal static class PlainText
{
    private const int Block = 16;

    /// <summary>Whether a writer with this encoder writes such text as it is.</summary>
    public static bool IsPlainTo(JavaScriptEncoder? encoder)
        => encoder is null
            || ReferenceEquals(encoder, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)
            || ReferenceEquals(encoder, JavaScriptEncoder.Default);

    /// <summary>Copies text if it is plain.</summary>
    /// <param name="text">The text.</param>
    /// <param name="utf8">At least as long; its contents are undefined where the text is not plain.</param>
    public static bool TryCopy(ReadOnlySpan<byte> text, Span<byte> utf8)
    {
        ref byte source = ref MemoryMarshal.GetReference(text);
        ref byte target = ref MemoryMarshal.GetReference(utf8[..text.Length]);
        nint length = text.Length;
        switch (length)
        {
            case >= Block:
                // The last block begins before the end of the one before it.
                nint last = length - Block;
                for (nint start = 0; start < last; start += Block)
                {
                    if (!TryCopyBlock(ref Unsafe.Add(ref source, start), ref Unsafe.Add(ref target, start)))
                    {
                        return false;
                    }
                }

                return TryCopyBlock(ref Unsafe.Add(ref source, last), ref Unsafe.Add(ref target, last));
            case >= sizeof(ulong):
                ulong first = Unsafe.ReadUnaligned<ulong>(ref source);
                ulong second = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref source, length - sizeof(ulong)));
                Unsafe.WriteUnaligned(ref target, first);
                Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, length - sizeof(ulong)), second);
                return IsPlain(Vector128.Create(first, second).AsByte());
            case >= sizeof(uint):
                uint start4 = Unsafe.ReadUnaligned<uint>(ref source);
                uint end4 = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref source, length - sizeof(uint)));
                Unsafe.WriteUnaligned(ref target, start4);
                Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, length - sizeof(uint)), end4);
                return IsPlain(Vector128.Create(start4 | ((ulong)end4 << 32)).AsByte());
            default:
                // One, two or three bytes are the first, the middle and the last one.
                if (length == 0)
                {
                    return true;
                }

                byte a = source;
                byte m = Unsafe.Add(ref source, length >> 1);
                byte z = Unsafe.Add(ref source, length - 1);
                target = a;
                Unsafe.Add(ref target, length >> 1) = m;
                Unsafe.Add(ref target, length - 1) = z;
                return IsPlain(Vector128.Create(a | (m << 8) | (z << 16) | (a << 24)).AsByte());
        }
    }

    /// <inheritdoc cref="TryCopy(ReadOnlySpan{byte}, Span{byte})"/>
    public static bool TryCopy(ReadOnlySpan<char> text, Span<byte> utf8)
    {
        ref ushort source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        ref byte target = ref MemoryMarshal.GetReference(utf8[..text.Length]);
        nint length = text.Length;
        switch (length)
        {
            case >= Block:
                nint last = length - Block;
                for (nint start = 0; start < last; start += Block)
                {
                    if (!TryCopyBlock(ref Unsafe.Add(ref source, start), ref Unsafe.Add(ref target, start)))
                    {
                        return false;
                    }
                }

                return TryCopyBlock(ref Unsafe.Add(ref source, last), ref Unsafe.Add(ref target, last));
            case >= Block / 2:
                nint back = length - (Block / 2);
                Vector128<byte> both = Narrow(Vector128.LoadUnsafe(ref source), Vector128.LoadUnsafe(ref Unsafe.Add(ref source, back)));
                Unsafe.WriteUnaligned(ref target, both.AsUInt64().ToScalar());
                Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, back), both.AsUInt64().GetElement(1));
                return IsPlain(both);
            case >= 4:
                ulong first = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<ushort, byte>(ref source));
                ulong second = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<ushort, byte>(ref Unsafe.Add(ref source, length - 4)));
                Vector128<ushort> units = Vector128.Create(first, second).AsUInt16();
                Vector128<byte> narrow = Narrow(units, units);
                Unsafe.WriteUnaligned(ref target, narrow.AsUInt32().ToScalar());
                Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, length - 4), narrow.AsUInt32().GetElement(1));
                return IsPlain(narrow);
            default:
                for (nint i = 0; i < length; i++)
                {
                    ushort unit = Unsafe.Add(ref source, i);
                    Unsafe.Add(ref target, i) = (byte)unit;
                    if (unit > '~' || !IsPlain(Vector128.Create((byte)unit)))
                    {
                        return false;
                    }
                }

                return true;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryCopyBlock(ref byte source, ref byte target)
    {
        Vector128<byte> block = Vector128.LoadUnsafe(ref source);
        block.StoreUnsafe(ref target);
        return IsPlain(block);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryCopyBlock(ref ushort source, ref byte target)
    {
        Vector128<byte> block = Narrow(
            Vector128.LoadUnsafe(ref source), Vector128.LoadUnsafe(ref Unsafe.Add(ref source, Block / 2)));
        block.StoreUnsafe(ref target);
        return IsPlain(block);
    }

    /// <summary>What is beyond a byte becomes the largest one, which is not plain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Narrow(Vector128<ushort> first, Vector128<ushort> last)
    {
        Vector128<ushort> most = Vector128.Create((ushort)byte.MaxValue);
        return Vector128.Narrow(Vector128.Min(first, most), Vector128.Min(last, most));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsPlain(Vector128<byte> text)
    {
        Vector128<byte> isPrintable = Vector128.LessThan(text - Vector128.Create((byte)' '), Vector128.Create((byte)('~' - ' ' + 1)));

        // Two characters that differ in a bit are found at once: the quote and the ampersand, less and greater.
        Vector128<byte> isEscaped = Vector128.Equals(text & Vector128.Create(unchecked((byte)~('"' ^ '&'))), Vector128.Create((byte)'"'))
            | Vector128.Equals(text & Vector128.Create(unchecked((byte)~('<' ^ '>'))), Vector128.Create((byte)'<'))
            | Vector128.Equals(text, Vector128.Create((byte)'\''))
            | Vector128.Equals(text, Vector128.Create((byte)'+'))
            | Vector128.Equals(text, Vector128.Create((byte)'\\'))
            | Vector128.Equals(text, Vector128.Create((byte)'`'));
        return Vector128.AndNot(isPrintable, isEscaped) == Vector128<byte>.AllBitsSet;
    }
}
