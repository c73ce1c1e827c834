using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OgGen.Generator.Document;

namespace OgGen.Generator.Schemas;

/// <summary>
/// Finds the names that a document gives the values of an enumeration: a list of names beside them; the name, or for numbers the title, of
/// the alternative for a value (<c>oneOf: [{const: 1, title: One}, …]</c>); the names of an enumeration that is a subschema of this one.
/// </summary>
internal static class EnumNames
{
    /// <summary>The names, by the values as JSON.</summary>
    public static Dictionary<string, string> Of(SchemaGraph schemas, IOpenApiSchema schema)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(schemas, schema, names, []);
        return names;
    }

    private static void Add(SchemaGraph schemas, IOpenApiSchema schema, Dictionary<string, string> names, HashSet<IOpenApiSchema> seen)
    {
        foreach (IOpenApiSchema constant in schemas.Constants(schema).Where(static constant => constant.Enum is { Count: 1 }))
        {
            string key = constant.Enum![0]?.ToJsonString() ?? "null";
            string? name = constant.Text(SpecExtensions.Name) ?? (JsonConstant.AsString(constant.Enum[0]) is null ? constant.Title : null);
            if (name is { Length: > 0 } && !names.ContainsKey(key))
            {
                names.Add(key, name);
            }
        }

        foreach ((JsonNode? value, string name) in Listed(schema))
        {
            names[value?.ToJsonString() ?? "null"] = name;
        }

        foreach (IOpenApiSchema part in schema.AllOf.OrNone())
        {
            if (SchemaGraph.Resolve(part) is { } target && seen.Add(target))
            {
                Add(schemas, target, names, seen);
            }
        }
    }

    private static IEnumerable<(JsonNode? Value, string Name)> Listed(IOpenApiSchema schema)
        => schema.Enum is not { Count: > 0 } values
            ? []
            : Extensions.ValueNames
                .Select(extension => schema.Texts(extension).ToArray())
                .Where(names => names.Length == values.Count)
                .Take(1)
                .SelectMany(names => values.Zip(names, static (value, name) => ((JsonNode?)value, name)));
}
