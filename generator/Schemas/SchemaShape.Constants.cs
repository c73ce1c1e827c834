using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace OgGen.Generator.Schemas;

/// <content>Enumerations whose values are alternatives, each with texts of its own: <c>oneOf: [{const: 1, title: One}, …]</c>.</content>
internal static partial class SchemaShape
{
    /// <summary>
    /// What a document calls the values of an enumeration, by the values as JSON: a list of names beside them; the name or, for numbers, which
    /// say nothing, the title of the alternative; the values of an enumeration that is a part of this one, as there.
    /// </summary>
    public static Dictionary<string, string> ValueNames(IOpenApiSchema schema)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        AddValueNames(schema, names, depth: 0);
        return names;
    }

    private static void AddValueNames(IOpenApiSchema schema, Dictionary<string, string> names, int depth)
    {
        foreach (IOpenApiSchema constant in Constants(schema).Where(static constant => constant.Enum is { Count: 1 }))
        {
            string key = constant.Enum![0]?.ToJsonString() ?? "null";
            string? name = constant.Text(Extensions.Name) ?? (AsString(constant.Enum[0]) is null ? constant.Title : null);
            if (name is { Length: > 0 } && !names.ContainsKey(key))
            {
                names.Add(key, name);
            }
        }

        foreach ((JsonNode? value, string name) in ListedNames(schema))
        {
            names[value?.ToJsonString() ?? "null"] = name;
        }

        foreach (IOpenApiSchema part in depth < 8 ? schema.AllOf ?? [] : [])
        {
            if (Resolve(part) is { } target)
            {
                AddValueNames(target, names, depth + 1);
            }
        }
    }

    private static IEnumerable<(JsonNode? Value, string Name)> ListedNames(IOpenApiSchema schema)
        => schema.Enum is { Count: > 0 } values
            ? Extensions.ValueNames.Select(extension => schema.Texts(extension).ToArray()).Where(names => names.Length == values.Count).Take(1).SelectMany(names => values.Zip(names, static (value, name) => ((JsonNode?)value, name)))
            : [];

    /// <summary>The alternatives of a schema where all of them are texts, or all are numbers, and no more; else none.</summary>
    private static IReadOnlyList<IOpenApiSchema> Constants(IOpenApiSchema schema)
        => Resolve(schema) is not { } target ? [] : FactsOf(target).Constants ??= FindConstants(target);

    private static IOpenApiSchema[] FindConstants(OpenApiSchema schema)
    {
        IOpenApiSchema[] constants = Alternatives(schema).Where(static alternative => !IsNull(alternative)).ToArray();
        return constants.Length > 1 && (constants.All(static constant => IsConstant(constant, JsonValueKind.String)) || constants.All(static constant => IsConstant(constant, JsonValueKind.Number)))
            ? constants
            : [];
    }

    private static bool IsConstant(IOpenApiSchema alternative, JsonValueKind kind)
        => alternative is OpenApiSchema { Enum: { Count: > 0 } values }
            && KindOf(alternative) == SchemaKind.Enum
            && values.All(value => IsNullNode(value) || value!.GetValueKind() == kind);
}
