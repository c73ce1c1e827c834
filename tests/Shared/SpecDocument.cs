using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace OgGen.Tests.Shared;

/// <summary>
/// The flagship document, spec/opsgenie.yaml, as a JSON tree. It is read here without the generator's own reader, so that a test
/// never agrees with the generator only because both share a mistake.
/// </summary>
/// <remarks>
/// Linked into several test projects; each embeds the document under the logical name <c>opsgenie.yaml</c> and references
/// YamlDotNet.
/// </remarks>
internal static partial class SpecDocument
{
    public const string ResourceName = "opsgenie.yaml";

    private static readonly Lazy<string> LazyText = new(() => ReadResource(ResourceName));
    private static readonly Lazy<JsonObject> LazyRoot = new(() => Parse(LazyText.Value));

    public static string Text => LazyText.Value;

    /// <summary>The whole document. Shared between tests: clone before changing it.</summary>
    public static JsonObject Root => LazyRoot.Value;

    public static JsonObject Paths => Root["paths"]!.AsObject();

    public static JsonObject Schemas => Components("schemas");

    public static JsonObject Examples => Components("examples");

    public static JsonObject Components(string kind) => Root["components"]![kind]!.AsObject();

    /// <summary>The value of a named example under components/examples.</summary>
    public static JsonNode Example(string name) => Examples[name]!["value"]!;

    /// <summary>Follows <c>$ref</c> until something else is reached. All references of the document are local.</summary>
    public static JsonObject Resolve(JsonNode node)
    {
        JsonNode current = node;
        while (current is JsonObject o && o["$ref"] is JsonNode reference)
        {
            current = Find(reference.GetValue<string>());
        }

        return current.AsObject();
    }

    /// <summary>The node at a local reference such as <c>#/components/schemas/Policy</c>.</summary>
    public static JsonNode Find(string reference)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{reference}' is no local reference.", nameof(reference));
        }

        JsonNode? current = Root;
        foreach (string token in reference[2..].Split('/'))
        {
            string key = token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            current = current is JsonObject o ? o[key] : null;
            if (current is null)
            {
                throw new KeyNotFoundException($"'{reference}' does not exist in the document.");
            }
        }

        return current;
    }

    public static string ReadResource(string name)
    {
        using Stream stream = typeof(SpecDocument).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The test project does not embed '{name}'.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    public static JsonObject Parse(string yaml)
    {
        YamlStream stream = [];
        stream.Load(new StringReader(yaml));
        JsonNode tree = Convert(stream.Documents.Single().RootNode)!;

        // Through text once: all values are then JSON elements, which JsonNode.DeepEquals compares as JSON does (1 equals 1.0).
        return JsonNode.Parse(tree.ToJsonString())!.AsObject();
    }

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(pair =>
            KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Convert(pair.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Convert)]),
        YamlScalarNode scalar => Convert(scalar),
        _ => throw new NotSupportedException($"{node.NodeType} at line {node.Start.Line}"),
    };

    /// <summary>The YAML 1.2 core schema: only plain scalars can be anything but text.</summary>
    private static JsonValue? Convert(YamlScalarNode scalar)
    {
        string text = scalar.Value ?? "";
        if (scalar.Style != ScalarStyle.Plain)
        {
            return JsonValue.Create(text);
        }

        return text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => null,
            "true" or "True" or "TRUE" => JsonValue.Create(true),
            "false" or "False" or "FALSE" => JsonValue.Create(false),
            _ when Integer().IsMatch(text) => JsonValue.Create(long.Parse(text, CultureInfo.InvariantCulture)),
            _ when Number().IsMatch(text) => JsonValue.Create(double.Parse(text, CultureInfo.InvariantCulture)),
            _ => JsonValue.Create(text),
        };
    }

    [GeneratedRegex("^[-+]?[0-9]+$")]
    private static partial Regex Integer();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex Number();
}
