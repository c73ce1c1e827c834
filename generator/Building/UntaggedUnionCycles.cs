using Microsoft.OpenApi;
using OgGen.Generator.Planning;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <summary>Finds untagged unions that are alternatives of themselves through other untagged unions.</summary>
internal static class UntaggedUnionCycles
{
    /// <summary>A longer way is not followed: a document may have chains of thousands. The runtime refuses it.</summary>
    private const int LongestWay = 64;

    /// <summary>Whether an alternative of a union has the union among its own alternatives.</summary>
    public static bool LeadsBack(UnionPlan unions, SchemaNode union, SchemaNode alternative)
    {
        IOpenApiSchema start = unions.Follow(union).Node.Schema;
        var seen = new HashSet<IOpenApiSchema>();
        var pending = new Stack<SchemaNode>([alternative]);
        while (pending.Count > 0 && seen.Count <= LongestWay)
        {
            (SchemaNode node, SchemaKind kind) = unions.Follow(pending.Pop());
            if (node.Schema == start)
            {
                return true;
            }

            if (kind == SchemaKind.UntaggedUnion && seen.Add(node.Schema))
            {
                foreach (SchemaNode next in unions.Schemas.Variants(node).Take(LongestWay))
                {
                    pending.Push(next);
                }
            }
        }

        return false;
    }
}
