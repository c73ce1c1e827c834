using System.Text.Json.Nodes;
using NJsonSchema;
using NJsonSchema.Validation;

namespace OgGen.Tests.Shared;

/// <summary>
/// Tells whether a JSON text fits a schema of spec/opsgenie.yaml. It knows nothing of the generator: NJsonSchema judges, by the
/// document alone.
/// </summary>
internal static class SchemaOracle
{
    private const string Inline = "(inline)";

    private static readonly Lazy<JsonSchema> Components = new(() => Build(null));

    /// <summary>
    /// Validates against a schema under components/schemas; returns one text per error, empty if the JSON fits.
    /// </summary>
    public static IReadOnlyList<string> Validate(string componentName, string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Components.Value.Definitions.TryGetValue(componentName, out JsonSchema? schema)
            ? Validate(schema, json)
            : throw new KeyNotFoundException($"The document has no schema '{componentName}'.");
    }

    /// <summary>Validates against a schema object of the document, a <c>$ref</c> included.</summary>
    public static IReadOnlyList<string> Validate(JsonNode schema, string json) =>
        schema["$ref"] is JsonNode reference
            ? Validate(reference.GetValue<string>()["#/components/schemas/".Length..], json)
            : Validate(Build(schema).Definitions[Inline], json);

    private static List<string> Validate(JsonSchema schema, string json) =>
        [.. schema.Validate(json).SelectMany(error => Describe(error))];

    /// <summary>
    /// A JSON Schema document with all components as definitions. NJsonSchema reads JSON Schema, not OpenAPI, hence the rewriting.
    /// </summary>
    private static JsonSchema Build(JsonNode? inline)
    {
        JsonObject definitions = Rewrite(SpecDocument.Schemas)!.AsObject();
        if (inline is not null)
        {
            definitions[Inline] = Rewrite(inline);
        }

        string text = new JsonObject { ["definitions"] = definitions }.ToJsonString();

        // No reference leaves the document, so this completes at once.
        return JsonSchema.FromJsonAsync(text).GetAwaiter().GetResult();
    }

    /// <summary>
    /// References go to definitions; <c>nullable</c> becomes a null type; discriminators go, because each variant allows only its
    /// own keys and so <c>oneOf</c> alone decides.
    /// </summary>
    private static JsonNode? Rewrite(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject source:
                JsonObject target = [];
                foreach ((string key, JsonNode? value) in source)
                {
                    // "discriminator" and "nullable" could also be names of properties; those have objects with other members.
                    bool isDiscriminator = key == "discriminator" && value?["propertyName"] is not null;
                    bool isNullable = key == "nullable" && value is JsonValue;
                    if (!isDiscriminator && !isNullable)
                    {
                        target[key] = key == "$ref" && value is JsonValue
                            ? value.GetValue<string>().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal)
                            : Rewrite(value);
                    }
                }

                if (source["nullable"] is JsonValue nullable && nullable.GetValue<bool>() && target["type"] is JsonValue type)
                {
                    target["type"] = new JsonArray(type.GetValue<string>(), "null");
                }

                return target;
            case JsonArray array:
                return new JsonArray([.. array.Select(Rewrite)]);
            default:
                return node?.DeepClone();
        }
    }

    private static IEnumerable<string> Describe(ValidationError error)
    {
        yield return $"{error.Path}: {error.Kind}";
        if (error is ChildSchemaValidationError children)
        {
            // For a union: why each variant does not fit.
            foreach (string text in children.Errors.SelectMany(child => child.Value).SelectMany(Describe))
            {
                yield return "  " + text;
            }
        }
    }
}
