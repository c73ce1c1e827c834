using System.Text.Json.Nodes;

namespace OgGen.Opsgenie.Emulator.Operations;

/// <summary>
/// A partial update of channels and actions: fields that are sent replace, others stay; so too in the objects directly below (the state,
/// the permissions, the configuration of a channel). Anything deeper, such as the headers of a channel, and every list is replaced whole.
/// </summary>
internal static class PartialUpdate
{
    public static void Apply(JsonObject changes, JsonObject target)
    {
        foreach ((string name, JsonNode? change) in changes)
        {
            if (change is JsonObject members && target[name] is JsonObject old)
            {
                foreach ((string member, JsonNode? value) in members)
                {
                    old[member] = value?.DeepClone();
                }
            }
            else
            {
                target[name] = change?.DeepClone();
            }
        }
    }
}
