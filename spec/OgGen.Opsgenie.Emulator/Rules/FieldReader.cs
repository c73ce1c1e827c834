using System.Text.Json;
using System.Text.Json.Nodes;

namespace OgGen.Opsgenie.Emulator.Rules;

/// <summary>
/// Reads a JSON object of a request field by field. Every read checks the value, collects what is wrong, and copies what is right to
/// <see cref="Stored"/>. A field that no rule reads is therefore ignored and lost, as in the real service, or refused in strict mode: see
/// <see cref="Finish"/>. Null is the same as absent.
/// </summary>
/// <param name="source">The object as sent.</param>
/// <param name="errors">Where errors go.</param>
/// <param name="path">The JSON path of the object; empty for the body.</param>
/// <param name="partial">A partial update: mandatory fields may be absent.</param>
/// <param name="answered">
/// What the service has answered here before, where that may be anything: the object was seeded. What is sent back as it was is no error.
/// </param>
internal sealed partial class FieldReader(
    JsonObject source, FieldErrors errors, string path = "", bool partial = false, JsonNode? answered = null)
{
    public JsonObject Stored { get; } = [];

    public bool Has(string name) => Find(name, mandatory: false) is not null;

    public void Refuse(string name, string text)
    {
        if (answered is not JsonObject before || !JsonNode.DeepEquals(before[name], source[name]))
        {
            errors.Add(PathOf(name), text);
        }
        else if (source[name] is { } value)
        {
            Stored[name] = value.DeepClone();
        }
    }

    /// <summary>Stores a default where the field was not sent. A partial update has no defaults.</summary>
    public void Default(string name, JsonNode value)
    {
        if (!partial && !Has(name))
        {
            Stored[name] = value;
        }
    }

    public string? Text(string name, bool mandatory = false, bool mayBeEmpty = true, int maxLength = int.MaxValue)
    {
        if (Find(name, mandatory) is not { } node)
        {
            return null;
        }

        if (NodeValue.Text(node) is not { } text)
        {
            Refuse(name, "should be a string");
            return null;
        }

        if (!mayBeEmpty && string.IsNullOrWhiteSpace(text))
        {
            Refuse(name, "may not be empty");
            return null;
        }

        if (text.Length > maxLength)
        {
            Refuse(name, $"should not be longer than {maxLength} characters");
            return null;
        }

        Stored[name] = text;
        return text;
    }

    public string? OneOf(string name, IReadOnlyCollection<string> values, bool mandatory = false)
    {
        if (Find(name, mandatory) is not { } node)
        {
            return null;
        }

        if (NodeValue.Text(node) is not { } text || !values.Contains(text, StringComparer.Ordinal))
        {
            Refuse(name, $"should be one of {string.Join(", ", values)}");
            return null;
        }

        Stored[name] = text;
        return text;
    }

    /// <summary>
    /// The document's own samples send booleans as the strings "true" and "false"; they are stored as booleans, as its answers show.
    /// </summary>
    public bool? Flag(string name, bool mandatory = false)
    {
        if (Find(name, mandatory) is not { } node)
        {
            return null;
        }

        bool? flag = node.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => NodeValue.Text(node) switch { "true" => true, "false" => false, _ => null },
        };
        if (flag is null)
        {
            Refuse(name, "should be true or false");
            return null;
        }

        Stored[name] = flag.Value;
        return flag;
    }

    public long? Integer(string name, bool mandatory = false, long min = long.MinValue, long max = long.MaxValue)
    {
        if (Find(name, mandatory) is not { } node)
        {
            return null;
        }

        if (AsInteger(node) is not { } number)
        {
            Refuse(name, "should be an integer");
            return null;
        }

        if (number < min || number > max)
        {
            Refuse(name, max == long.MaxValue ? $"should be at least {min}" : $"should be between {min} and {max}");
            return null;
        }

        Stored[name] = number;
        return number;
    }

    /// <summary>The reader of a nested object, whose stored fields become part of this object's; null where there is none.</summary>
    public FieldReader? Object(string name, bool mandatory = false)
    {
        if (Find(name, mandatory) is not { } node)
        {
            return null;
        }

        if (node is not JsonObject child)
        {
            Refuse(name, "should be an object");
            return null;
        }

        var reader = new FieldReader(child, errors, PathOf(name), partial, NodeValue.Member(answered, name));
        _children.Add(reader);
        Stored[name] = reader.Stored;
        return reader;
    }

    /// <summary>
    /// The readers of a list of objects; empty where there is none. Items of a list are always whole, in a partial update too.
    /// </summary>
    public IReadOnlyList<FieldReader> Objects(string name, bool mandatory = false, int min = 0, int max = int.MaxValue)
    {
        var readers = new List<FieldReader>();
        var stored = new JsonArray();
        foreach ((string itemPath, JsonNode? item, Before before) in Items(name, mandatory, min, max, stored))
        {
            if (item is not JsonObject child)
            {
                RefuseItem(stored, itemPath, item, before, "should be an object");
                continue;
            }

            var reader = new FieldReader(child, errors, itemPath, answered: before.Item);
            readers.Add(reader);
            _children.Add(reader);
            stored.Add((JsonNode)reader.Stored);
        }

        return readers;
    }

    public void Texts(string name, bool mandatory = false)
    {
        var stored = new JsonArray();
        foreach ((string itemPath, JsonNode? item, Before before) in Items(name, mandatory, 0, int.MaxValue, stored))
        {
            if (NodeValue.Text(item) is not { } text)
            {
                RefuseItem(stored, itemPath, item, before, "should be a string");
                continue;
            }

            stored.Add((JsonNode)text);
        }
    }

    public void TextMap(string name)
    {
        if (Find(name, mandatory: false) is not { } node)
        {
            return;
        }

        if (node is not JsonObject map)
        {
            Refuse(name, "should be an object of strings");
            return;
        }

        var stored = new JsonObject();
        foreach ((string key, JsonNode? value) in map)
        {
            if (NodeValue.Text(value) is { } text)
            {
                stored[key] = text;
            }
            else if (NodeValue.Member(answered, name) is JsonObject before
                && before.ContainsKey(key)
                && JsonNode.DeepEquals(before[key], value))
            {
                stored[key] = value?.DeepClone();
            }
            else
            {
                errors.Add($"{PathOf(name)}.{key}", "should be a string");
            }
        }

        Stored[name] = stored;
    }

    /// <summary>An object whose content no document describes.</summary>
    public void FreeForm(string name)
    {
        if (Find(name, mandatory: false) is not { } node)
        {
            return;
        }

        if (node is not JsonObject)
        {
            Refuse(name, "should be an object");
            return;
        }

        Stored[name] = node.DeepClone();
    }

    /// <summary>An item of the wrong kind: an error, unless the service has answered it in this place.</summary>
    private void RefuseItem(JsonArray stored, string itemPath, JsonNode? item, Before before, string text)
    {
        if (before.Exists && JsonNode.DeepEquals(before.Item, item))
        {
            stored.Add(item?.DeepClone());
        }
        else
        {
            errors.Add(itemPath, text);
        }
    }

    /// <summary>The items of a list, each with its path and with what the service has answered in its place.</summary>
    private IEnumerable<(string Path, JsonNode? Item, Before Before)> Items(string name, bool mandatory, int min, int max, JsonArray stored)
    {
        if (Find(name, mandatory) is not { } node)
        {
            return [];
        }

        if (node is not JsonArray array)
        {
            Refuse(name, "should be a list");
            return [];
        }

        if (array.Count < min || array.Count > max)
        {
            Refuse(name, max switch
            {
                0 => "should be empty",
                int.MaxValue => $"should have at least {min} item",
                _ => $"should have {min} to {max} items",
            });
            return [];
        }

        Stored[name] = stored;
        var before = NodeValue.Member(answered, name) as JsonArray;
        return array.Select((item, index) => (
            $"{PathOf(name)}[{index}]", item, index < before?.Count ? new Before(Exists: true, before[index]) : default));
    }

    private JsonNode? Find(string name, bool mandatory)
    {
        _known.Add(name);
        JsonNode? node = source[name];
        if (node is null && mandatory && !partial)
        {
            Refuse(name, "may not be null");
        }

        return node;
    }

    private string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static long? AsInteger(JsonNode node)
    {
        if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.Number)
        {
            return null;
        }

        // JSON has one kind of number: 10, 10.0 and 1e1 are the same.
        return value.TryGetValue(out long integer) ? integer
            : value.TryGetValue(out decimal number) && decimal.IsInteger(number)
                && number is >= long.MinValue and <= long.MaxValue ? (long)number
            : null;
    }

    /// <summary>What the service has answered in a place of a list; the default is nothing, which is not null.</summary>
    private readonly record struct Before(bool Exists, JsonNode? Item);
}
