using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.Checks;

/// <summary>Extensions of schemas whose value is not what they take.</summary>
internal static class ExtensionChecks
{
    private const string ReadAliases = "x-oggen-read-aliases";
    private const string WriteAliases = "x-oggen-write-aliases";
    private const string Lenient = "x-oggen-lenient";

    public static void Look(JsonObject schema, Place place, List<Problem> problems)
    {
        CheckFlag(Lenient);
        CheckFlag(WriteAliases);
        if (schema.TryGetPropertyValue(ReadAliases, out JsonNode? aliases) && !IsListOfNames(aliases))
        {
            Report(ReadAliases, "is a list of JSON names");
        }

        if (aliases is null && schema.ContainsKey(WriteAliases))
        {
            Report(WriteAliases, $"has no meaning without '{ReadAliases}', which names the aliases");
        }

        if (schema.ContainsKey(Lenient) && !IsObjectOrScalar(schema))
        {
            Report(Lenient, "has a meaning only where 'type' is an object, a string, a boolean or a number, and there is no 'enum'");
        }

        void CheckFlag(string extension)
        {
            if (schema.TryGetPropertyValue(extension, out JsonNode? flag) && flag?.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
            {
                Report(extension, "is true or false");
            }
        }

        void Report(string extension, string rule) => problems.Add(new Problem(Descriptors.BadExtension, place.Child(extension).Pointer, $"'{extension}' {rule}"));
    }

    private static bool IsObjectOrScalar(JsonObject schema)
        => !schema.ContainsKey("enum") && (schema["type"] is JsonArray types ? types : [schema["type"]?.DeepClone()])
            .Any(static type => type is JsonValue value && value.TryGetValue(out string? name) && name is "object" or "string" or "boolean" or "integer" or "number");

    private static bool IsListOfNames(JsonNode? node)
        => node is JsonArray list && list.All(static item => item is JsonValue value && value.TryGetValue(out string? name) && name.Length > 0);
}
