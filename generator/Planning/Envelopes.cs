using OgGen.Generator.Schemas;

namespace OgGen.Generator.Planning;

/// <summary>
/// Components that wrap the results of operations, as <c>{ data: …, requestId: … }</c> does where <c>x-oggen-result</c> is <c>data</c>.
/// </summary>
internal static class Envelopes
{
    /// <summary>The components of which methods return a member in place of the whole. Others may refer to them all the same.</summary>
    public static HashSet<string> Unwrapped(UnionPlan unions, OperationPlan operations)
    {
        var ofHierarchies = new HashSet<string>(
            unions.UnionOf.Keys
                .Concat(unions.Bases.Values.SelectMany(static above => above))
                .Concat(
                    unions.DerivedUntaggedUnions.Values.SelectMany(static derived => derived)
                        .Select(static node => node.Component)
                        .OfType<string>()),
            StringComparer.Ordinal);
        IEnumerable<string> unwrapped = operations.Operations
            .SelectMany(static operation => operation.Results)
            .Where(static result => result.Member is not null)
            .Select(static result => result.Schema?.Component)
            .OfType<string>();
        return new HashSet<string>(
            unwrapped.Where(component => unions.KindOf(component) == SchemaKind.Object && !ofHierarchies.Contains(component)),
            StringComparer.Ordinal);
    }
}
