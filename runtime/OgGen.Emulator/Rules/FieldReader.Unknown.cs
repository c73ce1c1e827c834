using System.Text.Json.Nodes;

namespace OgGen.Emulator.Rules;

/// <summary>The members that no rule asked for.</summary>
internal sealed partial class FieldReader
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly List<FieldReader> children = [];
    private bool restIsOpen;

    /// <summary>These members are documented here, though they mean nothing beside the others.</summary>
    public void Ignore(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            known.Add(name);
        }
    }

    /// <summary>What the other members mean cannot be said, because the one that decides it is missing or wrong.</summary>
    public void IgnoreRest() => restIsOpen = true;

    /// <summary>Ends the reading of a body: deals with the unknown members of it and of all objects in it that were read.</summary>
    /// <returns><see cref="Stored"/>.</returns>
    public JsonObject Finish()
    {
        foreach ((string name, JsonNode? value) in source)
        {
            if (known.Contains(name))
            {
                continue;
            }

            if (errors.Unknown == UnknownMembers.Keep)
            {
                Stored[name] = value?.DeepClone();
            }
            else if (errors.Unknown == UnknownMembers.Refuse && !restIsOpen)
            {
                Refuse(name, "is not a known field here");
            }
        }

        foreach (FieldReader child in children)
        {
            child.Finish();
        }

        return Stored;
    }
}
