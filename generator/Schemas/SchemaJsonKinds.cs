using Microsoft.OpenApi;
using OgGen.Generator.Model;

namespace OgGen.Generator.Schemas;

/// <summary>Of which kinds of JSON the values of schemas are.</summary>
internal sealed class SchemaJsonKinds(SchemaGraph schemas)
{
    private readonly Dictionary<IOpenApiSchema, JsonKinds> _choices = [];

    /// <summary>The kinds of the values of a schema behind references and aliases.</summary>
    public JsonKinds Of(SchemaNode node) => schemas.KindOf(node) switch
    {
        SchemaKind.Object or SchemaKind.Map => JsonKinds.Object,
        SchemaKind.List => JsonKinds.Array,
        SchemaKind.Enum => schemas.IsStringEnum(node.Schema) ? JsonKinds.String : JsonKinds.Number,
        SchemaKind.Choice => OfChoice(node),
        _ => schemas.ScalarType(node.Schema) switch
        {
            JsonSchemaType.String => JsonKinds.String,
            JsonSchemaType.Boolean => JsonKinds.Boolean,
            _ => JsonKinds.Number,
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
                    found |= Of(variant);
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
}
