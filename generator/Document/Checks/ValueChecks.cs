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

    /// <summary>Examples among the components are used in many places; once is enough for each schema.</summary>
    private readonly HashSet<(JsonNode Value, JsonObject Schema)> _seen = [];

    public void Look(JsonObject item, Element element, Place place)
    {
        switch (element)
        {
            case Element.Schema:
                CheckDefault(item, item, place);
                CheckExample(item["example"], item, place.Child("example"));
                CheckList(item["examples"], item, place.Child("examples"));
                break;
            case Element.Parameter or Element.Header:
                // In Swagger 2.0 a parameter is its own schema; in content, the media type has the examples.
                JsonObject? schema = item["schema"] as JsonObject;
                CheckDefault(item, schema ?? item, place);
                CheckExamples(item, schema, place, isText: true);
                break;
            case Element.Response:
                foreach (KeyValuePair<string, JsonNode?> example in item["schema"] is JsonObject && item["examples"] is JsonObject examples ? examples : [])
                {
                    CheckContent(example.Key, example.Value, (JsonObject)item["schema"]!, place.Child("examples").Child(example.Key));
                }

                break;
            case Element.RequestBody:
                CheckContents(item, place);
                break;
        }

        if (element is Element.Response or Element.Parameter or Element.Header)
        {
            CheckContents(item, place);
        }
    }

    private void CheckContents(JsonObject item, Place place)
    {
        foreach (KeyValuePair<string, JsonNode?> content in item["content"] as JsonObject ?? [])
        {
            if (IsJson(content.Key) && content.Value is JsonObject media)
            {
                CheckExamples(media, media["schema"] as JsonObject, place.Child("content").Child(content.Key), isText: false);
            }
        }
    }

    private void CheckContent(string contentType, JsonNode? value, JsonObject schema, Place place)
    {
        if (IsJson(contentType))
        {
            CheckExample(value, schema, place);
        }
    }

    private static bool IsJson(string contentType) => contentType.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0 && contentType.IndexOf("seq", StringComparison.OrdinalIgnoreCase) < 0 && contentType.IndexOf("jsonl", StringComparison.OrdinalIgnoreCase) < 0;

    private void CheckExamples(JsonObject item, JsonObject? schema, Place place, bool isText)
    {
        if (schema is null)
        {
            return;
        }

        Check(item["example"], place.Child("example"));
        foreach (KeyValuePair<string, JsonNode?> entry in item["examples"] as JsonObject ?? [])
        {
            Place at = place.Child("examples").Child(entry.Key);
            JsonObject? example = entry.Value as JsonObject;
            if (example is not null && JsonMembers.String(example, "$ref") is { } reference)
            {
                (example, at) = components.Find(reference);
            }

            string key = example is not null && example.ContainsKey("dataValue") ? "dataValue" : "value";
            Check(example?[key], at.Child(key));
        }

        void Check(JsonNode? value, Place at)
        {
            // A parameter's example may be what is sent: "1,2" for a list.
            if (!isText || value?.GetValueKind() != JsonValueKind.String)
            {
                CheckExample(value, schema, at);
            }
        }
    }

    private void CheckList(JsonNode? values, JsonObject schema, Place place)
    {
        if (values is JsonArray list)
        {
            for (int i = 0; i < list.Count; i++)
            {
                CheckExample(list[i], schema, place.Child(i));
            }
        }
    }

    private void CheckDefault(JsonObject item, JsonObject schema, Place place)
    {
        // A default of null says that there is none.
        if (item["default"] is { } value && _validator.Check(value, schema, place.Child("default")) is { } misfit)
        {
            problems.Add(new Problem(Descriptors.BadDefault, misfit.Place.Pointer, misfit.Text));
        }
    }

    private void CheckExample(JsonNode? value, JsonObject schema, Place place)
    {
        if (value is not null && !IsText(value) && _seen.Add((value, schema)) && _validator.Check(value, schema, place) is { } misfit)
        {
            problems.Add(new Problem(Descriptors.BadExample, misfit.Place.Pointer, misfit.Text));
        }
    }

    /// <summary>JSON that is written as a text.</summary>
    private static bool IsText(JsonNode value) => value is JsonValue text && text.TryGetValue(out string? json) && json.TrimStart() is ['{' or '[', ..];
}
