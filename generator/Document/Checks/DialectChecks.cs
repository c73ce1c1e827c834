using System.Text.Json.Nodes;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.Checks;

/// <summary>Reports dialects of JSON Schema that are not known: their keywords may mean something else.</summary>
internal static class DialectChecks
{
    /// <summary>
    /// The dialects of JSON Schema itself and of OpenAPI. Earlier drafts are among them: what they say otherwise is understood as well.
    /// </summary>
    private static readonly string[] s_known = ["https://json-schema.org/", "http://json-schema.org/", "https://spec.openapis.org/oas/"];

    /// <summary>Looks at the member of a document or schema that names a dialect.</summary>
    public static void Look(JsonObject item, string key, NodePath location, List<Problem> problems)
    {
        if (JsonMembers.String(item, key) is { } dialect && !IsKnown(dialect))
        {
            string text = $"The dialect '{dialect}' is not known; schemas are read as JSON Schema 2020-12";
            problems.Add(new Problem(Descriptors.Unsupported, location.Child(key).Pointer, text));
        }
    }

    private static bool IsKnown(string dialect) => s_known.Any(known => dialect.StartsWith(known, StringComparison.Ordinal));
}
