using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Fuzz;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Hostile.Tests.Oracle;

/// <summary>A hostile document in the notations that can express it.</summary>
internal sealed class Spec
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, MaxDepth = 1000 };

    public Spec(params IReadOnlyList<Declared> notations) => Notations = notations;

    /// <summary>The same document, once in each notation.</summary>
    public IReadOnlyList<Declared> Notations { get; private init; }

    /// <summary>A document from its JSON; the text may leave out what every document has.</summary>
    public static Spec Json(string members)
    {
        JsonObject document = Parse(members);
        document.TryAdd("openapi", "3.0.3");
        document.TryAdd("info", Parse("""{ "title": "Sample", "version": "1" }"""));
        document.TryAdd("paths", new JsonObject());
        return Of(document);
    }

    /// <summary>A document with these schemas.</summary>
    public static Spec Schemas(string schemas) => Json($$"""{ "components": { "schemas": {{schemas}} } }""");

    /// <summary>A document with one operation, <c>GET /things</c> or the given path, of these members.</summary>
    public static Spec Operation(string members, string path = "/things", string method = "get")
    {
        JsonObject operation = Parse(members);
        operation.TryAdd("operationId", "CallIt");
        operation.TryAdd("responses", Parse("""{ "204": { "description": "Done." } }"""));
        return Json($$"""{ "paths": { {{Quote(path)}}: { "{{method}}": {{operation.ToJsonString()}} } } }""");
    }

    public static Spec Of(JsonObject document)
        => new(
            new Declared("/spec/api.json", document.ToJsonString(s_indented)),
            new Declared("/spec/api.yaml", YamlText.Of(document)));

    /// <summary>What YAML alone can express.</summary>
    public static Spec YamlOnly(string text) => new(new Declared("/spec/api.yaml", text));

    /// <summary>What JSON alone can express.</summary>
    public static Spec JsonOnly(string text) => new(new Declared("/spec/api.json", text));

    /// <summary>One text, read as each notation.</summary>
    public static Spec Text(string? text) => new(new Declared("/spec/api.json", text), new Declared("/spec/api.yaml", text));

    /// <summary>The same document with other options.</summary>
    public Spec With(Func<Declared, Declared> change) => new([.. Notations.Select(change)]);

    /// <summary>A text as JSON writes it, every character that is not ASCII escaped.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text)
        {
            // By hand: the serializer replaces halves of surrogate pairs.
            quoted.Append(c is >= ' ' and <= '~' and not '"' and not '\\' ? c.ToString() : $"\\u{(int)c:x4}");
        }

        return quoted.Append('"').ToString();
    }

    private static JsonObject Parse(string members)
        => JsonNode.Parse(members, documentOptions: new JsonDocumentOptions { MaxDepth = 1000 })!.AsObject();
}
