using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OgGen.Generator.Common;

namespace OgGen.Generator.Schemas;

/// <summary>Which values schemas allow: null, and of which kinds of JSON.</summary>
internal sealed class SchemaValues(SchemaGraph schemas)
{
    private readonly Dictionary<IOpenApiSchema, bool> _nullable = [];
    private readonly Dictionary<IOpenApiSchema, bool> _untyped = [];
    private readonly Dictionary<IOpenApiSchema, JsonKinds> _choices = [];
    private readonly Dictionary<OpenApiSchema, NumberUnion?> _numbers = [];

    public NumberUnion? NumberOf(OpenApiSchema schema)
    {
        if (!_numbers.TryGetValue(schema, out NumberUnion? number))
        {
            // Re-entry guard: a union that is its own alternative is no number.
            _numbers[schema] = null;
            _numbers[schema] = number = FindNumber(schema);
        }

        return number;
    }

    /// <summary>The only value of a schema whose values clients send; null where there are others.</summary>
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

    /// <summary>The kinds of the values of a schema behind references and aliases.</summary>
    public JsonKinds KindsOf(SchemaNode node) => schemas.KindOf(node) switch
    {
        SchemaKind.Object or SchemaKind.Map => JsonKinds.Object,
        SchemaKind.List => JsonKinds.Array,
        SchemaKind.Enum => schemas.IsStringEnum(node.Schema) ? JsonKinds.String : JsonKinds.Number,
        SchemaKind.Choice => OfChoice(node),
        _ => schemas.ScalarType(node.Schema) switch
        {
            JsonSchemaType.String => JsonKinds.String,
            JsonSchemaType.Boolean => JsonKinds.Boolean,
            _ => schemas.AllowsNumericStrings(node.Schema) ? JsonKinds.Number | JsonKinds.String : JsonKinds.Number,
        },
    };

    /// <summary>
    /// The kinds of the values of a choice, be they of choices within it, which may come back to it. One that refers only to itself has no
    /// kind: no value matches it.
    /// </summary>
    private JsonKinds OfChoice(SchemaNode choice)
    {
        if (_choices.TryGetValue(choice.Schema, out JsonKinds known))
        {
            return known;
        }

        JsonKinds found = JsonKinds.None;
        var seen = new HashSet<IOpenApiSchema> { choice.Schema };
        var pending = new Stack<SchemaNode>([choice]);
        while (pending.Count > 0 && found != JsonKinds.All)
        {
            SchemaNode next = pending.Pop();
            if (_choices.TryGetValue(next.Schema, out known))
            {
                found |= known;
                continue;
            }

            foreach (SchemaNode variant in schemas.Variants(next).Select(schemas.Unaliased))
            {
                SchemaKind kind = schemas.KindOf(variant);
                if (kind != SchemaKind.Choice && kind != SchemaKind.Any)
                {
                    found |= KindsOf(variant);
                }
                else if (kind == SchemaKind.Choice && seen.Add(variant.Schema))
                {
                    pending.Push(variant);
                }
            }
        }

        _choices.Add(choice.Schema, found);
        return found;
    }

    /// <summary>The one number; null where a schema has other values.</summary>
    private NumberUnion? FindNumber(OpenApiSchema schema)
    {
        if (SchemaShape.DescribesMembers(schema) || schema.AllOf is { Count: > 0 } || SchemaShape.AlternativesButNull(schema) is not { Length: > 1 } alternatives)
        {
            return null;
        }

        OpenApiSchema?[] targets = Array.ConvertAll(alternatives, SchemaGraph.Resolve);
        OpenApiSchema[] numbers = targets.OfType<OpenApiSchema>().Where(target => IsNumber(target)).ToArray();
        OpenApiSchema[] strings = targets.OfType<OpenApiSchema>().Where(target => IsNumericString(target)).ToArray();
        int names = targets.Count(NumberUnion.AreNames);
        if (numbers.Length == 0 || strings.Length + names == 0 || numbers.Length + strings.Length + names != targets.Length)
        {
            return null;
        }

        // Integers are among the numbers.
        OpenApiSchema widest = numbers.FirstOrDefault(number => !IsInteger(number)) ?? numbers[0];
        string?[] patterns = strings.Concat(numbers.Where(number => schemas.AllowsNumericStrings(number))).Select(static target => target.Pattern).ToArray();
        bool isOne = numbers.All(number => number == widest || IsInteger(number) && !IsInteger(widest));
        return isOne && (names == 0 || !IsInteger(widest))
            ? new NumberUnion(widest, patterns.Length > 0, patterns.Length > 0 && Array.TrueForAll(patterns, NumericPattern.IsDecimal), names > 0)
            : null;
    }

    private bool IsNumber(OpenApiSchema target)
        => schemas.KindOf(target) == SchemaKind.Scalar && schemas.ScalarType(target) is not (JsonSchemaType.String or JsonSchemaType.Boolean);

    private bool IsInteger(OpenApiSchema target) => schemas.ScalarType(target) == JsonSchemaType.Integer;

    private bool IsNumericString(OpenApiSchema? target)
        => target is not null
            && schemas.KindOf(target) == SchemaKind.Scalar
            && schemas.ScalarType(target) == JsonSchemaType.String
            && NumericPattern.IsNumber(target.Pattern);
}
