using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OgGen.Generator.Common;

namespace OgGen.Generator.Schemas;

/// <summary>The values that schemas allow: null, JSON kinds, numbers, constants.</summary>
internal sealed class SchemaValues(SchemaGraph schemas, SchemaCache cache)
{
    private readonly Dictionary<IOpenApiSchema, bool> _nullable = [];
    private readonly Dictionary<IOpenApiSchema, bool> _untyped = [];
    private readonly Dictionary<IOpenApiSchema, JsonKinds> _unions = [];

    public NumberUnion? NumberOf(OpenApiSchema schema)
    {
        SchemaFacts facts = cache.Of(schema);
        if (!facts.Number.IsKnown)
        {
            // Re-entry guard: a circular union is no number.
            facts.Number = (true, null);
            facts.Number = (true, FindNumber(schema));
        }

        return facts.Number.Type;
    }

    /// <summary>The only value of a schema whose values clients send; null where there are several.</summary>
    public JsonNode? ConstantOf(SchemaNode node)
    {
        IOpenApiSchema target = schemas.Resolve(node).Schema;
        return target is OpenApiSchema { Enum: [JsonValue only] }
            && !JsonConstant.IsNull(only)
            && schemas.KindOf(target) is SchemaKind.Enum or SchemaKind.Scalar
            && !(node.Schema.ReadOnly || node.Schema.WriteOnly || target.ReadOnly || target.WriteOnly)
            && !AllowsNull(node)
                ? only
                : null;
    }

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
            // Re-entry guard: a circular reference adds nothing.
            _untyped[target] = false;
            IList<IOpenApiSchema> alternatives = SchemaShape.Alternatives(target);
            _untyped[target] = untyped = target.AllOf.OrNone().All(IsUntyped) && (alternatives.Count == 0 || alternatives.Any(IsUntyped));
        }

        return untyped;
    }

    private bool IsNullable(IOpenApiSchema schema)
    {
        // allOf: [{$ref: …}, {nullable: true}]: strictly, every subschema would have to allow null; it is read as "or null".
        if (SchemaShape.SaysNull(schema)
            || schema.AllOf.OrNone().Any(static part => part is OpenApiSchema && SchemaShape.SaysNull(part))
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

    /// <summary>The JSON kinds of a schema's values; references and aliases are resolved before.</summary>
    public JsonKinds KindsOf(SchemaNode node) => schemas.KindOf(node) switch
    {
        SchemaKind.Object or SchemaKind.Map => JsonKinds.Object,
        SchemaKind.List => JsonKinds.Array,
        SchemaKind.Enum => schemas.IsStringEnum(node.Schema) ? JsonKinds.String : JsonKinds.Number,
        SchemaKind.UntaggedUnion => OfUntaggedUnion(node),
        _ => schemas.ScalarType(node.Schema) switch
        {
            JsonSchemaType.String => JsonKinds.String,
            JsonSchemaType.Boolean => JsonKinds.Boolean,
            _ => schemas.AllowsNumericStrings(node.Schema) ? JsonKinds.Number | JsonKinds.String : JsonKinds.Number,
        },
    };

    /// <summary>
    /// The JSON kinds of an untagged union and of the untagged unions within it, which may refer back to it. A union that refers only to
    /// itself has no kind: no value matches it.
    /// </summary>
    private JsonKinds OfUntaggedUnion(SchemaNode union)
    {
        if (_unions.TryGetValue(union.Schema, out JsonKinds known))
        {
            return known;
        }

        JsonKinds found = JsonKinds.None;
        var seen = new HashSet<IOpenApiSchema> { union.Schema };
        var pending = new Stack<SchemaNode>([union]);
        while (pending.Count > 0 && found != JsonKinds.All)
        {
            SchemaNode next = pending.Pop();
            if (_unions.TryGetValue(next.Schema, out known))
            {
                found |= known;
                continue;
            }

            foreach (SchemaNode variant in schemas.Variants(next).Select(schemas.Unaliased))
            {
                SchemaKind kind = schemas.KindOf(variant);
                if (kind != SchemaKind.UntaggedUnion && kind != SchemaKind.Any)
                {
                    found |= KindsOf(variant);
                }
                else if (kind == SchemaKind.UntaggedUnion && seen.Add(variant.Schema))
                {
                    pending.Push(variant);
                }
            }
        }

        _unions.Add(union.Schema, found);
        return found;
    }

    /// <summary>The number type of a union of numbers; null where a schema has other values.</summary>
    private NumberUnion? FindNumber(OpenApiSchema schema)
    {
        if (SchemaShape.DescribesMembers(schema)
            || schema.AllOf is { Count: > 0 }
            || SchemaShape.AlternativesButNull(schema) is not { Length: > 1 } alternatives)
        {
            return null;
        }

        return FindNumber(alternatives);
    }

    private NumberUnion? FindNumber(IOpenApiSchema[] alternatives)
    {
        OpenApiSchema?[] targets = Array.ConvertAll(alternatives, SchemaGraph.Resolve);
        OpenApiSchema[] numbers = targets.OfType<OpenApiSchema>().Where(target => IsNumber(target)).ToArray();
        OpenApiSchema[] strings = targets.OfType<OpenApiSchema>().Where(target => IsNumericString(target)).ToArray();
        int names = targets.Count(NumberUnion.AreNames);
        if (numbers.Length == 0 || strings.Length + names == 0 || numbers.Length + strings.Length + names != targets.Length)
        {
            return null;
        }

        // The type number includes integers.
        OpenApiSchema widest = numbers.FirstOrDefault(number => !IsInteger(number)) ?? numbers[0];
        string?[] patterns = strings.Concat(numbers.Where(number => schemas.AllowsNumericStrings(number)))
            .Select(static target => target.Pattern)
            .ToArray();
        bool isOne = numbers.All(number => number == widest || IsInteger(number) && !IsInteger(widest));
        return isOne && (names == 0 || !IsInteger(widest))
            ? new NumberUnion(
                widest, patterns.Length > 0, patterns.Length > 0 && Array.TrueForAll(patterns, NumericPattern.IsDecimal), names > 0)
            : null;
    }

    private bool IsNumber(OpenApiSchema target)
        => schemas.KindOf(target) == SchemaKind.Scalar
            && schemas.ScalarType(target) is not (JsonSchemaType.String or JsonSchemaType.Boolean);

    private bool IsInteger(OpenApiSchema target) => schemas.ScalarType(target) == JsonSchemaType.Integer;

    private bool IsNumericString(OpenApiSchema? target)
        => target is not null
            && schemas.KindOf(target) == SchemaKind.Scalar
            && schemas.ScalarType(target) == JsonSchemaType.String
            && NumericPattern.IsNumber(target.Pattern);
}
