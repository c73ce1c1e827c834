using System.Buffers;
using System.Runtime.CompilerServices;

namespace OgGen;

/// <summary>
/// The arrays that bodies and addresses are built in. Small ones are pooled; large ones are left to the garbage collector, because the
/// shared pool keeps what it was given once for minutes: an array of each size for each of the calls that ran at once.
/// </summary>
internal static class BoundedPool<T>
    where T : unmanaged
{
    private const int LargestPooledBytes = 1 << 17;

    public static T[] Rent(int length)
        => IsPooled(length) ? ArrayPool<T>.Shared.Rent(length) : GC.AllocateUninitializedArray<T>(length);

    /// <summary>Takes an array that <see cref="Rent"/> returned. Nobody may use it any more.</summary>
    public static void Return(T[] array)
    {
        if (array.Length > 0 && IsPooled(array.Length))
        {
            ArrayPool<T>.Shared.Return(array);
        }
    }

    // The lengths of pooled arrays are powers of two, so that a length on this side of the limit stays there.
    private static bool IsPooled(int length) => length <= LargestPooledBytes / Unsafe.SizeOf<T>();
}
