using Microsoft.OpenApi;
using OgGen.Generator.Common;

namespace OgGen.Generator.Schemas;

/// <summary>Which schemas allow null, and which have no type at all.</summary>
internal sealed class SchemaNullability(SchemaGraph schemas)
{
    private readonly Dictionary<IOpenApiSchema, bool> _nullable = [];
    private readonly Dictionary<IOpenApiSchema, bool> _untyped = [];

    public bool AllowsNull(SchemaNode node)
    {
        for (int i = 0; i < Limits.Depth; i++)
        {
            if (IsNullable(node.Schema))
            {
                return true;
            }

            if (node.Component is not null || schemas.KindOf(node) != SchemaKind.Alias)
            {
                return false;
            }

            node = schemas.AliasTarget(node);
        }

        return false;
    }

    public bool IsUntyped(IOpenApiSchema schema)
    {
        if (SchemaGraph.Resolve(schema) is not { Type: null, Enum: null or { Count: 0 } } target)
        {
            return false;
        }

        if (!_untyped.TryGetValue(target, out bool untyped))
        {
            // Re-entry guard: a schema that comes back to itself adds nothing to the answer.
            _untyped[target] = false;
            IList<IOpenApiSchema> alternatives = SchemaShape.Alternatives(target);
            _untyped[target] = untyped = (target.AllOf ?? []).All(IsUntyped) && (alternatives.Count == 0 || alternatives.Any(IsUntyped));
        }

        return untyped;
    }

    private bool IsNullable(IOpenApiSchema schema)
    {
        // allOf: [{$ref: …}, {nullable: true}]: every subschema would have to allow null; what is meant is "or null".
        if (SchemaShape.SaysNull(schema)
            || (schema.AllOf ?? []).Any(static part => part is OpenApiSchema && SchemaShape.SaysNull(part))
            || schema.Enum is { Count: > 0 } values && values.Any(static value => JsonConstant.IsNull(value)))
        {
            return true;
        }

        IList<IOpenApiSchema> alternatives = SchemaShape.Alternatives(schema);
        if (alternatives.Count == 0)
        {
            return false;
        }

        if (!_nullable.TryGetValue(schema, out bool nullable))
        {
            // Re-entry guard, as above.
            _nullable[schema] = false;
            _nullable[schema] = nullable = alternatives.Any(alternative => SchemaShape.IsNull(alternative) || IsNullable(alternative));
        }

        return nullable;
    }
}
