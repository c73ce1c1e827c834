using System.Text.Json.Nodes;

namespace OgGen.Opsgenie.Emulator.Rules;

/// <summary>The <c>errors</c> map of a 422: JSON path of a field → text. The first error of a field stands.</summary>
/// <param name="unknown">What becomes of members that no rule knows.</param>
internal sealed class FieldErrors(UnknownMembers unknown = UnknownMembers.Drop)
{
    private readonly Dictionary<string, string> _errors = new(StringComparer.Ordinal);

    public UnknownMembers Unknown { get; } = unknown;

    public bool Any => _errors.Count > 0;

    public void Add(string path, string text) => _errors.TryAdd(path, text);

    public JsonObject ToJson()
    {
        var map = new JsonObject();
        foreach ((string path, string text) in _errors)
        {
            map[path] = text;
        }

        return map;
    }
}
