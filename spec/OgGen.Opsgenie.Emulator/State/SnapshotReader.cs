using System.Text.Json.Nodes;
using OgGen.Opsgenie.Emulator.Rules;

namespace OgGen.Opsgenie.Emulator.State;

/// <summary>Reads an object of a snapshot. Every member is needed, and what is wrong is said with its path.</summary>
internal sealed class SnapshotReader(JsonObject source, string path)
{
    public string Text(string name) => NodeValue.Text(source[name]) ?? throw Wrong(name, "a string");

    public bool Flag(string name) => NodeValue.Flag(source[name]) ?? throw Wrong(name, "true or false");

    public int Count(string name) =>
        source[name] is JsonValue value && value.TryGetValue(out int number) && number >= 0 ? number : throw Wrong(name, "a number from 0");

    public SnapshotReader Object(string name) =>
        source[name] is JsonObject child ? new SnapshotReader(child, PathOf(name)) : throw Wrong(name, "an object");

    public JsonObject Clone() => (JsonObject)source.DeepClone();

    /// <summary>A list of objects, no two with the same key.</summary>
    public List<T> List<T>(string name, string keyName, Func<SnapshotReader, (string Key, T Item)> read)
    {
        if (source[name] is not JsonArray array)
        {
            throw Wrong(name, "a list");
        }

        var keys = new HashSet<string>(StringComparer.Ordinal);
        var items = new List<T>();
        foreach (JsonNode? node in array)
        {
            string itemPath = $"{PathOf(name)}[{items.Count}]";
            if (node is not JsonObject child)
            {
                throw new InvalidDataException($"{itemPath} of the snapshot should be an object.");
            }

            (string key, T item) = read(new SnapshotReader(child, itemPath));
            if (!keys.Add(key))
            {
                throw new InvalidDataException($"{itemPath} of the snapshot has the same {keyName} as another.");
            }

            items.Add(item);
        }

        return items;
    }

    public List<KeyValuePair<string, string>> TextMap() => [.. source.Select(member => KeyValuePair.Create(member.Key, Text(member.Key)))];

    /// <summary>A member that this version does not know would be lost.</summary>
    public void RefuseOthers(params ReadOnlySpan<string> names)
    {
        foreach ((string name, _) in source)
        {
            if (!names.Contains(name))
            {
                throw new InvalidDataException($"{PathOf(name)} of the snapshot is not known.");
            }
        }
    }

    private string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private InvalidDataException Wrong(string name, string expected) => new($"{PathOf(name)} of the snapshot should be {expected}.");
}
