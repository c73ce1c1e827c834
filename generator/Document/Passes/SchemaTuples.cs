using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.Passes;

/// <summary>
/// Lists whose positions have schemas of their own: <c>prefixItems</c>, and a list in <c>items</c>, which earlier versions of JSON Schema
/// and Swagger 2.0 use. Microsoft.OpenApi supports neither: an item is one of the schemas of the positions.
/// </summary>
internal static class SchemaTuples
{
    public static void Rewrite(JsonObject schema, SpecVersion version, NodePath location, List<Problem> problems)
    {
        if (version.HasJsonSchema && schema["prefixItems"] is JsonArray { Count: > 0 } prefix)
        {
            schema.Remove("prefixItems");
            Replace(schema, prefix, "items");
        }
        else if (schema["items"] is JsonArray positions)
        {
            if (!version.IsSwagger)
            {
                string instead = version.HasJsonSchema
                    ? "; 'prefixItems' has the schemas of positions, and it is taken for that"
                    : "; it is taken for the schemas of the positions";
                problems.Add(
                    new Problem(
                        Descriptors.Invalid, location.Child("items").Pointer, "'items' is a schema, and a list stands here" + instead));
            }

            schema.Remove("items");
            Replace(schema, positions, "additionalItems");
            schema.Remove("additionalItems");
        }
    }

    /// <summary>Combines the schemas of the positions and that of all other items into one.</summary>
    /// <param name="schema">The schema of the list.</param>
    /// <param name="positions">The schemas of the positions.</param>
    /// <param name="others">The keyword that has the schema of all other items.</param>
    private static void Replace(JsonObject schema, JsonArray positions, string others)
    {
        JsonArray anyOf = [.. positions.Select(static item => item?.DeepClone() ?? new JsonObject())];
        bool isClosed = schema.TryGetPropertyValue(others, out JsonNode? rest) && rest?.GetValueKind() == JsonValueKind.False;
        if (!isClosed)
        {
            anyOf.Add(rest is JsonObject ? rest.DeepClone() : new JsonObject());
        }

        schema["items"] = new JsonObject { ["anyOf"] = anyOf };
    }
}
