using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OgGen.Generator.Diagnostics;

namespace OgGen.Generator.Document;

/// <summary>The properties of the version that a document states.</summary>
/// <param name="IsSwagger">Whether the document is Swagger 2.0, with its components at the top.</param>
/// <param name="HasJsonSchema">Whether schemas are JSON Schema, as since OpenAPI 3.1: keywords beside a <c>$ref</c> count.</param>
internal readonly record struct SpecVersion(bool IsSwagger, bool HasJsonSchema)
{
    private static readonly Regex s_version = new(@"\A[0-9]+(\.[0-9]+){0,2}(-[0-9A-Za-z.-]+)?\z", RegexOptions.CultureInvariant);

    public static SpecVersion Of(JsonObject root)
        => new(
            IsSwagger: root.ContainsKey("swagger") && !root.ContainsKey("openapi"),
            HasJsonSchema: root["openapi"] is JsonValue version
                && version.TryGetValue(out string? text)
                && text.StartsWith("3.", StringComparison.Ordinal)
                && !text.StartsWith("3.0", StringComparison.Ordinal));

    /// <summary>The JSON pointer of the version.</summary>
    public static string PointerIn(JsonObject root) => root.ContainsKey("openapi") ? "/openapi" : "/swagger";

    /// <summary>The document, if it states one version; null, with a problem, for anything else.</summary>
    public static JsonObject? Check(JsonNode tree, List<Problem> problems)
    {
        if (tree is not JsonObject root || !(root.ContainsKey("openapi") || root.ContainsKey("swagger")))
        {
            return Refuse("", "This is no OpenAPI document: it has neither a member 'openapi' nor 'swagger' at its top level");
        }

        if (root.ContainsKey("openapi") && root.ContainsKey("swagger"))
        {
            return Refuse("/swagger", "This document says that it is both OpenAPI and Swagger");
        }

        string pointer = PointerIn(root);
        JsonNode? stated = root[pointer.Substring(1)];
        if (stated is not JsonValue version || !s_version.IsMatch(version.ToString()))
        {
            return Refuse(pointer, $"'{stated?.ToJsonString()}' is no version of OpenAPI");
        }

        if (pointer == "/openapi" && version.GetValueKind() == JsonValueKind.Number)
        {
            // 3.1 and 3.10 are one number.
            return Refuse(
                pointer,
                $"The version '{version.ToJsonString()}' is a number; a version is a string, which YAML needs in quotes if it looks like a "
                    + "number");
        }

        return root;

        JsonObject? Refuse(string at, string text)
        {
            problems.Add(new Problem(Descriptors.Unreadable, at, text));
            return null;
        }
    }
}
