using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Planning;

/// <summary>
/// Finds the types of merge patches. Only their members, and those with an extension, are <c>Optional</c>: everywhere else a plain member
/// is easier to use.
/// </summary>
internal static class MergePatchMarker
{
    private const string MergePatch = "application/merge-patch+json";

    public static MergePatchPlan Mark(OpenApiDocument document, UnionPlan unions, TypePlan types, OperationPlan operations)
    {
        SchemaGraph schemas = unions.Schemas;
        var components = new HashSet<string>(StringComparer.Ordinal);
        var inline = new HashSet<TypeKey>();
        foreach (BodyPlan body in operations.Wanted.SelectMany(static operation => operation.Bodies)
            .Where(static body => MediaTypeText.Essence(body.ContentType) == MergePatch))
        {
            if (body.Media.Schema is not null)
            {
                MarkNode(body.Schema);
            }
        }

        return new MergePatchPlan(components, inline);

        void MarkNode(SchemaNode node)
        {
            if (node.Component is { } component)
            {
                if (schemas.Components.TryGetValue(component, out SchemaNode target) && components.Add(component))
                {
                    foreach (UnionVariant variant in unions.Unions.TryGetValue(component, out PlannedUnion? union) ? union.Variants : [])
                    {
                        MarkNode(new SchemaNode(new OpenApiSchemaReference(variant.Component, document), target.Pointer, target.Owner));
                    }

                    foreach (string derived in unions.DerivedFrom(component))
                    {
                        MarkNode(new SchemaNode(new OpenApiSchemaReference(derived, document), target.Pointer, target.Owner));
                    }

                    foreach (SchemaNode derived in unions.DerivedUntaggedUnions.TryGetValue(
                        component, out IReadOnlyList<SchemaNode>? derivedTypes) ? derivedTypes : [])
                    {
                        MarkNode(derived);
                    }

                    MarkChildren(target);
                }
            }
            else if (schemas.KindOf(node) < SchemaKind.Enum
                || !types.ByKey.ContainsKey(TypeKey.Of(schemas, node))
                || inline.Add(TypeKey.Of(schemas, node)))
            {
                MarkChildren(node);
            }
        }

        void MarkChildren(SchemaNode node)
        {
            if (node.Component is not null)
            {
                MarkNode(node);
                return;
            }

            switch (schemas.KindOf(node))
            {
                case SchemaKind.Object:
                    ObjectShape shape = schemas.Flatten(node);
                    foreach (SchemaNode member in shape.Members.Select(static member => member.Schema).Concat(shape.Extra).ToArray())
                    {
                        MarkNode(member);
                    }

                    break;
                case SchemaKind.List when node.Schema.Items is { } items:
                    MarkNode(node.Member("items", items));
                    break;
                case SchemaKind.Map when schemas.MapValue(node) is { } value:
                    MarkNode(value);
                    break;
                case SchemaKind.Alias:
                    MarkNode(schemas.AliasTarget(node));
                    break;
                case SchemaKind.UntaggedUnion:
                    foreach (SchemaNode variant in schemas.Variants(node))
                    {
                        MarkNode(variant);
                    }

                    break;
            }
        }
    }
}
