using OgGen.Generator.Common;
using OgGen.Generator.Model;

namespace OgGen.Generator.Building;

/// <summary>
/// Types that are the same in C# and differ in JSON: in nulls within a list of objects, or in strings that represent a number.
/// </summary>
internal static class SameTypes
{
    /// <summary>A type reduced to what C# distinguishes: equal for two types that cannot be overloaded.</summary>
    public static TypeRef InCSharp(TypeRef type)
    {
        TypeRef plain = type switch
        {
            ScalarRef scalar => new ScalarRef(Unnamed(scalar.Kind)) { IsNullable = scalar.IsNullable },
            ListRef list => list with { Item = InCSharp(list.Item) },
            MapRef map => map with { Value = InCSharp(map.Value) },
            SecretRef secret => InCSharp(secret.Inner) with { IsNullable = secret.IsNullable },
            _ => type,
        };

        // A nullable reference is an annotation.
        return plain.IsValueType ? plain : plain with { IsNullable = false };
    }

    /// <summary>The type that has the values of two types which are one in C#.</summary>
    public static TypeRef Widest(TypeRef left, TypeRef right)
    {
        TypeRef widest = (left, right) switch
        {
            (SecretRef one, SecretRef two) => one with { Inner = Widest(one.Inner, two.Inner) },
            (SecretRef one, _) => one with { Inner = Widest(one.Inner, right) },
            (_, SecretRef two) => two with { Inner = Widest(left, two.Inner) },
            (ScalarRef one, ScalarRef two) =>
                new ScalarRef(Unnamed(one.Kind) == one.Kind ? two.Kind : one.Kind) { IsLenient = one.IsLenient || two.IsLenient },
            (ListRef one, ListRef two) => one with { Item = Widest(one.Item, two.Item) },
            (MapRef one, MapRef two) => one with { Value = Widest(one.Value, two.Value) },
            _ => left,
        };
        return widest with { IsNullable = left.IsNullable || right.IsNullable };
    }

    /// <summary>The kind of a number without names such as NaN.</summary>
    private static ScalarKind Unnamed(ScalarKind kind) => kind switch
    {
        ScalarKind.NamedSingle => ScalarKind.Single,
        ScalarKind.NamedDouble => ScalarKind.Double,
        _ => kind,
    };
}
