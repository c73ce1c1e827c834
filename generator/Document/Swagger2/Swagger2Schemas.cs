using System.Text.Json.Nodes;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.Swagger2;

/// <summary>Schemas of Swagger 2.0 as those of OpenAPI 3.0: files are binary, the discriminator has an object of its own.</summary>
internal static class Swagger2Schemas
{
    /// <summary>The schema in version 3.0; a copy.</summary>
    public static JsonNode? Upgrade(JsonNode? old)
    {
        JsonNode? schema = old?.DeepClone();
        UpgradeInPlace(schema);
        return schema;
    }

    private static void UpgradeInPlace(JsonNode? node)
    {
        if (node is not JsonObject schema)
        {
            return;
        }

        if (JsonMembers.String(schema, "type") == "file")
        {
            schema["type"] = "string";
            schema["format"] = "binary";
        }

        if (JsonMembers.String(schema, "discriminator") is { } property)
        {
            schema["discriminator"] = new JsonObject { ["propertyName"] = property };
        }

        // The customary extension for a keyword that 2.0 does not have.
        if (JsonMembers.IsTrue(schema, "x-nullable"))
        {
            schema["nullable"] = true;
        }

        UpgradeInPlace(schema["items"]);
        UpgradeInPlace(schema["additionalProperties"]);
        foreach (JsonNode? subschema in JsonMembers.Items(schema, "allOf"))
        {
            UpgradeInPlace(subschema);
        }

        foreach (KeyValuePair<string, JsonNode?> member in JsonMembers.Members(schema, "properties"))
        {
            UpgradeInPlace(member.Value);
        }
    }
}
