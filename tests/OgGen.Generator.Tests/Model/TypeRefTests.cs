using OgGen.Generator.Common;
using OgGen.Generator.Model;

namespace OgGen.Generator.Tests.Model;

/// <summary>Types are data: equal exactly where nothing tells them apart.</summary>
[TestClass]
public sealed class TypeRefTests
{
    [TestMethod]
    public void Two_types_are_equal_if_they_are_built_alike()
    {
        TypeRef[] left = [.. All()];
        TypeRef[] right = [.. All()];

        for (int i = 0; i < left.Length; i++)
        {
            for (int j = 0; j < right.Length; j++)
            {
                Assert.AreEqual(i == j, left[i].Equals(right[j]), $"{left[i]} and {right[j]}");
            }

            Assert.AreEqual(left[i].GetHashCode(), right[i].GetHashCode(), left[i].ToString());
        }
    }

    /// <summary>Every kind of type that there is takes part in the test above.</summary>
    [TestMethod]
    public void Every_kind_of_type_is_compared()
    {
        IEnumerable<Type> kinds = typeof(TypeRef).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(TypeRef)));

        Assert.IsEmpty(kinds.Except(All().Select(static type => type.GetType())));
    }

    /// <summary>Each type once, and once more where null is a value as well; within others, and by itself.</summary>
    private static IEnumerable<TypeRef> All()
    {
        TypeRef[] plain =
        [
            .. Enum.GetValues<ScalarKind>().Select(static kind => new ScalarRef(kind)),
            new ModelRef("A", IsStruct: false),
            new ModelRef("A", IsStruct: true),
            new ModelRef("B", IsStruct: false),
            new AnyJsonRef(),
            .. Enum.GetValues<ContentKind>().Select(static kind => new ContentRef(kind)),
        ];
        TypeRef[] items = OrNull(plain);
        TypeRef[] outer =
        [
            .. items.Select(static item => new ListRef(item)),
            .. items.Select(static item => new ListRef(item) { IsReadOnly = true }),
            .. items.Select(static item => new ListRef(new ListRef(item))),
            .. items.Select(static item => new MapRef(item)),
            .. items.Select(static item => new SecretRef(item)),
            .. items.Select(static item => new SequenceRef(item)),
            .. items.Select(static item => new EventRef(item)),
        ];
        return items.Concat(OrNull(outer));
    }

    private static TypeRef[] OrNull(TypeRef[] types) => [.. types, .. types.Select(static type => type with { IsNullable = true })];
}
