using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Reading;
using OgGen.Generator.Document.References;

namespace OgGen.Generator.Document.Checks;

/// <summary>The examples and defaults of a document, each against its schema.</summary>
internal sealed class ValueChecks(ComponentResolver components, List<Problem> problems)
{
    private readonly SchemaValidator _validator = new(components);

    /// <summary>Shared examples are checked once for each schema.</summary>
    private readonly HashSet<(JsonNode Value, JsonObject Schema)> _seen = [];

    public void Look(JsonObject item, Element element, NodePath location)
    {
        switch (element)
        {
            case Element.Schema:
                CheckDefault(item, item, location);
                CheckExample(item["example"], item, location, "example");
                CheckList(item["examples"], item, location);
                break;
            case Element.Parameter or Element.Header:
                // In Swagger 2.0 a parameter is its own schema; in content, the media type has the examples.
                JsonObject? schema = item["schema"] as JsonObject;
                CheckDefault(item, schema ?? item, location);
                CheckExamples(item, schema, location, isText: true);
                break;
            case Element.Response:
                foreach (KeyValuePair<string, JsonNode?> example in item["schema"] is JsonObject && item["examples"] is JsonObject examples
                    ? examples
                    : [])
                {
                    CheckContent(example.Key, example.Value, (JsonObject)item["schema"]!, location.Child("examples").Child(example.Key));
                }

                break;
            case Element.RequestBody:
                CheckContents(item, location);
                break;
        }

        if (element is Element.Response or Element.Parameter or Element.Header)
        {
            CheckContents(item, location);
        }
    }

    private void CheckContents(JsonObject item, NodePath location)
    {
        foreach (KeyValuePair<string, JsonNode?> content in JsonMembers.Members(item, "content"))
        {
            if (IsJson(content.Key) && content.Value is JsonObject media)
            {
                CheckExamples(media, media["schema"] as JsonObject, location.Child("content").Child(content.Key), isText: false);
            }
        }
    }

    private void CheckContent(string contentType, JsonNode? value, JsonObject schema, NodePath location)
    {
        if (IsJson(contentType))
        {
            CheckExample(value, schema, location);
        }
    }

    private static bool IsJson(string contentType)
        => contentType.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0
            && contentType.IndexOf("seq", StringComparison.OrdinalIgnoreCase) < 0
            && contentType.IndexOf("jsonl", StringComparison.OrdinalIgnoreCase) < 0;

    private void CheckExamples(JsonObject item, JsonObject? schema, NodePath location, bool isText)
    {
        if (schema is null)
        {
            return;
        }

        Check(item["example"], location.Child("example"));
        foreach (KeyValuePair<string, JsonNode?> entry in JsonMembers.Members(item, "examples"))
        {
            NodePath at = location.Child("examples").Child(entry.Key);
            JsonObject? example = entry.Value as JsonObject;
            if (example is not null && JsonMembers.String(example, "$ref") is { } reference)
            {
                (example, NodeLocation shared) = components.Find(reference);
                at = NodePath.From(shared);
            }

            string key = example is not null && example.ContainsKey("dataValue") ? "dataValue" : "value";
            Check(example?[key], at.Child(key));
        }

        void Check(JsonNode? value, NodePath at)
        {
            // A parameter's example may be what is sent: "1,2" for a list.
            if (!isText || value?.GetValueKind() != JsonValueKind.String)
            {
                CheckExample(value, schema, at);
            }
        }
    }

    private void CheckList(JsonNode? values, JsonObject schema, NodePath holder)
    {
        if (values is JsonArray list)
        {
            NodePath location = holder.Child("examples");
            for (int i = 0; i < list.Count; i++)
            {
                CheckExample(list[i], schema, location.Child(i));
            }
        }
    }

    private void CheckExample(JsonNode? value, JsonObject schema, NodePath holder, string key)
    {
        if (value is not null)
        {
            CheckExample(value, schema, holder.Child(key));
        }
    }

    private void CheckDefault(JsonObject item, JsonObject schema, NodePath location)
    {
        // A default of null means that there is none.
        if (item["default"] is { } value && _validator.Check(value, schema, location.Child("default")) is { } mismatch)
        {
            problems.Add(new Problem(Descriptors.BadDefault, mismatch.Location.Pointer, mismatch.Text));
        }
    }

    private void CheckExample(JsonNode? value, JsonObject schema, NodePath location)
    {
        if (value is not null && !IsText(value) && _seen.Add((value, schema)) && _validator.Check(value, schema, location) is { } mismatch)
        {
            problems.Add(new Problem(Descriptors.BadExample, mismatch.Location.Pointer, mismatch.Text));
        }
    }

    /// <summary>Whether a value is JSON in a string.</summary>
    private static bool IsText(JsonNode value)
        => value is JsonValue text && text.TryGetValue(out string? json) && json.TrimStart() is ['{' or '[', ..];
}
