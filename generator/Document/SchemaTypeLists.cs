using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document;

/// <summary>
/// Lists of types in documents before OpenAPI 3.1. Swagger 2.0 has them from JSON Schema, and 3.0 does not, so that Microsoft.OpenApi
/// refuses them in both: an extension carries them past its reader.
/// </summary>
internal sealed class SchemaTypeLists : OpenApiVisitorBase
{
    /// <summary>The extension that carries a list of types. Internal; documents do not use it.</summary>
    private const string Carrier = "x-oggen-types";

    private static readonly Dictionary<string, JsonSchemaType> s_types = new(StringComparer.Ordinal)
    {
        ["string"] = JsonSchemaType.String,
        ["number"] = JsonSchemaType.Number,
        ["integer"] = JsonSchemaType.Integer,
        ["boolean"] = JsonSchemaType.Boolean,
        ["object"] = JsonSchemaType.Object,
        ["array"] = JsonSchemaType.Array,
        ["null"] = JsonSchemaType.Null,
    };

    private SchemaTypeLists()
    {
    }

    /// <summary>Moves the lists into extensions. Returns whether there are any.</summary>
    public static bool Hide(JsonObject root) => !SpecVersion.Of(root).HasJsonSchema && Hide(root, Element.Document);

    /// <summary>Restores the lists of types of a document's schemas.</summary>
    public static void Restore(OpenApiDocument document) => new OpenApiWalker(new SchemaTypeLists()).Walk(document);

    public override void Visit(IOpenApiSchema schema)
    {
        if (schema is OpenApiSchema { Extensions: { } extensions } own
            && extensions.TryGetValue(Carrier, out IOpenApiExtension? extension) && extension is JsonNodeExtension { Node: { } types })
        {
            own.Type = types.ToString()
                .Split(' ')
                .Aggregate(
                    default(JsonSchemaType), static (all, name) => s_types.TryGetValue(name, out JsonSchemaType type) ? all | type : all);
            extensions.Remove(Carrier);
        }
    }

    private static bool Hide(JsonNode? node, Element element)
    {
        bool any = false;
        if (node is JsonObject item)
        {
            if (element == Element.Schema && item["type"] is JsonArray types)
            {
                item.Remove("type");
                item[Carrier] = string.Join(" ", types.Select(static type => type?.ToString()));
                any = true;
            }

            foreach (KeyValuePair<string, JsonNode?> member in JsonMembers.Of(item))
            {
                Slot slot = SpecGrammar.Child(element, member.Key);
                any |= slot.Element is not (Element.Other or Element.Data) && Hide(member.Value, slot);
            }
        }

        return any;
    }

    private static bool Hide(JsonNode? value, Slot slot)
    {
        bool any = false;
        if (value is JsonArray list)
        {
            for (int i = 0; i < list.Count; i++)
            {
                any |= Hide(list[i], slot.Element);
            }
        }
        else if (value is JsonObject map && slot.Nesting is Nesting.Map or Nesting.ExtensibleMap)
        {
            foreach (KeyValuePair<string, JsonNode?> entry in JsonMembers.Of(map))
            {
                any |= SpecGrammar.IsName(slot.Nesting, entry.Key) && Hide(entry.Value, slot.Element);
            }
        }
        else
        {
            any = Hide(value, slot.Element);
        }

        return any;
    }
}
