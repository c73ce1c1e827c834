using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.Passes;

/// <summary>
/// Finds members of the wrong type: an object instead of a string, a list instead of an object, a word that a keyword does not allow. They
/// are reported at their location, with their name, and removed; the messages of Microsoft.OpenApi have neither.
/// </summary>
internal sealed class MemberShapes(SpecVersion version, List<Problem> problems)
{
    private static readonly string[] s_types = ["string", "number", "integer", "boolean", "object", "array", "null", "file"];
    private static readonly string[] s_styles =
    [
        "matrix", "label", "form", "simple", "spaceDelimited", "pipeDelimited", "deepObject", "cookie",
    ];

    /// <summary>The members that allow certain words only, and what such a word is.</summary>
    private static readonly Dictionary<(Element Element, string Key), (string What, string[] Words)> s_words = new()
    {
        [(Element.Parameter, "style")] = ("style", s_styles),
        [(Element.Header, "style")] = ("style of a header", ["simple"]),
        [(Element.Encoding, "style")] = ("style", s_styles),
        [(Element.Parameter, "in")] = ("location of a parameter", ["query", "header", "path", "cookie", "querystring", "body", "formData"]),
        [(Element.SecurityScheme, "in")] = ("location of a key", ["query", "header", "cookie"]),
        [(Element.SecurityScheme, "type")] = ("type of a security scheme",
            ["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect", "basic"]),
        [(Element.Schema, "type")] = ("type", s_types),
        [(Element.Parameter, "type")] = ("type", s_types),
        [(Element.Header, "type")] = ("type", s_types),
    };

    /// <summary>The members that are lists of values, not of elements.</summary>
    private static readonly HashSet<(Element Element, string Key)> s_lists =
    [
        (Element.Operation, "tags"), (Element.Operation, "security"), (Element.Operation, "consumes"), (Element.Operation, "produces"),
        (Element.Operation, "schemes"),
        (Element.Document, "security"), (Element.Document, "consumes"), (Element.Document, "produces"),
        (Element.Document, "schemes"),
        (Element.Schema, "required"), (Element.Schema, "enum"), (Element.Parameter, "enum"),
        (Element.Header, "enum"), (Element.ServerVariable, "enum"),
    ];

    public void Repair(JsonObject item, Element element, NodePath location)
    {
        if (element is Element.Other or Element.Data or Element.Collection or Element.Callback)
        {
            return;
        }

        List<string>? unusual = null;
        foreach (KeyValuePair<string, JsonNode?> member in JsonMembers.Of(item))
        {
            if (IsType(element, member.Key) ? member.Value is not JsonValue value || !s_types.Contains(value.ToString())
                : member.Value is not null
                    && (ExpectedInstead(element, member.Key, member.Value)
                        ?? WordsInstead(element, member.Key, member.Value)?.What) is not null)
            {
                (unusual ??= []).Add(member.Key);
            }
        }

        foreach (string key in (IReadOnlyList<string>?)unusual ?? [])
        {
            NodePath at = location.Child(key);
            if (IsType(element, key))
            {
                RepairType(item, element, at);
            }
            else if (item[key] is { } value)
            {
                if (ExpectedInstead(element, key, value) is { } expected)
                {
                    RemoveOrUnderstand(item, element, key, value, expected, at);
                }
                else if (WordsInstead(element, key, value) is { } words)
                {
                    ReportWord(value, words.What, words.Words, at);
                    item.Remove(key);
                }
            }
        }
    }

    private static bool IsType(Element element, string key)
        => key == "type" && element is Element.Schema or Element.Parameter or Element.Header;

    /// <summary>The type that the value of a member should have; null where it has it.</summary>
    private string? ExpectedInstead(Element element, string key, JsonNode value)
        => Expected(element, key) is { } expected && expected != ShapeOf(value) ? expected : null;

    /// <summary>The words that a member allows where its value is another one; null where it is one of them.</summary>
    private static (string What, string[] Words)? WordsInstead(Element element, string key, JsonNode value)
        => value is JsonValue
            && s_words.TryGetValue((element, key), out (string What, string[] Words) words)
            && !words.Words.Contains(value.ToString()) ? words : null;

    /// <summary>The expected type of a member; null where the specification allows any.</summary>
    private string? Expected(Element element, string key)
    {
        if (SpecGrammar.IsScalar(element, key))
        {
            return "a string";
        }

        if (s_lists.Contains((element, key)))
        {
            return "a list";
        }

        if (element == Element.Schema && key is "xml" or "discriminator")
        {
            return version.IsSwagger && key == "discriminator" ? null : "an object";
        }

        Slot slot = SpecGrammar.Child(element, key);
        return slot.Element is Element.Other or Element.Data ? null : slot.Nesting switch
        {
            Nesting.List => "a list",
            Nesting.Map or Nesting.ExtensibleMap => "an object",
            Nesting.One when slot.Element != Element.Schema => "an object",
            _ => null,
        };
    }

    private static string ShapeOf(JsonNode value) => value switch
    {
        JsonObject => "an object",
        JsonArray => "a list",
        _ => "a string",
    };

    private void RemoveOrUnderstand(JsonObject item, Element element, string key, JsonNode value, string expected, NodePath location)
    {
        string found = value is JsonValue ? value.ToJsonString() : ShapeOf(value);
        if (key == "discriminator" && value.GetValueKind() == JsonValueKind.String)
        {
            // Swagger 2.0 writes it so.
            item.Remove(key);
            item[key] = new JsonObject { ["propertyName"] = value.GetValue<string>() };
            Report($"'{key}' is {expected}, and {found} stands here; it is taken for its 'propertyName'", location);
            return;
        }

        item.Remove(key);
        Report($"'{key}' is {expected}, and {found} stands here; it is ignored", location);
    }

    /// <summary>A type, or a list of types.</summary>
    private void RepairType(JsonObject item, Element element, NodePath location)
    {
        JsonNode? type = item["type"];
        if (type is JsonArray list)
        {
            var types = new JsonArray();
            for (int i = 0; i < list.Count; i++)
            {
                if (TypeOf(list[i], location.Child(i)) is { } name && !types.Any(known => known!.ToString() == name))
                {
                    types.Add(name);
                }
            }

            item.Remove("type");
            if (types.Count > 0)
            {
                item["type"] = types;
            }

            if (!version.IsSwagger && !version.HasJsonSchema)
            {
                Report("'type' is a list, which OpenAPI 3.0 does not have; it is understood as in 3.1", location);
            }
        }
        else if (type is not null || version.HasJsonSchema && element == Element.Schema)
        {
            string? name = TypeOf(type, location);
            item.Remove("type");
            if (name is not null)
            {
                item["type"] = name;
            }
        }
    }

    /// <summary>The name of a type; null, with a problem, for what is none.</summary>
    private string? TypeOf(JsonNode? type, NodePath location)
    {
        if (type is null)
        {
            Report("null wants quotes where it names a type; it is taken as \"null\"", location);
            return "null";
        }

        if (type is not JsonValue)
        {
            Report($"'type' is a string, and {ShapeOf(type)} stands here; it is ignored", location);
            return null;
        }

        string name = type.ToString();
        if (s_types.Contains(name))
        {
            return name;
        }

        ReportWord(type, "type", s_types, location);
        return null;
    }

    private void ReportWord(JsonNode value, string what, string[] words, NodePath location)
    {
        string text = value.ToString();
        Report($"'{text}' is no {what}; it is ignored" + (Nearest.Find(text, words) is { } near ? $" (is '{near}' meant?)" : ""), location);
    }

    private void Report(string text, NodePath location) => problems.Add(new Problem(Descriptors.Invalid, location.Pointer, text));
}
