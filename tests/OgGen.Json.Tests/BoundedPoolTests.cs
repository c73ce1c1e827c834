using System.Runtime.CompilerServices;

namespace OgGen.Json.Tests;

/// <summary>Memory of bodies above 128 KiB is not pooled, as <c>SECURITY.md</c> says.</summary>
[TestClass]
public sealed class BoundedPoolTests
{
    [TestMethod]
    [DataRow(1 << 17, true)]
    [DataRow((1 << 17) + 1, false)]
    [DataRow(1 << 20, false)]
    public void An_array_of_at_most_128_KiB_is_used_again(int bytes, bool isPooled)
    {
        AssertPooled<byte>(bytes, isPooled);
        AssertPooled<char>(((bytes - 1) / sizeof(char)) + 1, isPooled);
    }

    private static void AssertPooled<T>(int length, bool isPooled)
        where T : unmanaged
    {
        T[] first = BoundedPool<T>.Rent(length);
        Assert.IsGreaterThanOrEqualTo(length, first.Length);
        BoundedPool<T>.Return(first);

        // The pool hands a thread what it returned last.
        T[] second = BoundedPool<T>.Rent(length);
        Assert.AreEqual(isPooled, ReferenceEquals(first, second), $"{Unsafe.SizeOf<T>() * length} bytes");
        BoundedPool<T>.Return(second);
    }
}
