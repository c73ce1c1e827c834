using System.Text.Json.Nodes;

namespace OgGen.Opsgenie.Emulator.Rules;

/// <summary>The members that no rule asked for.</summary>
internal sealed partial class FieldReader
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<FieldReader> _children = [];
    private bool _restIsOpen;

    /// <summary>These members are documented here, though they mean nothing beside the others.</summary>
    public void Ignore(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            _known.Add(name);
        }
    }

    /// <summary>What the other members mean cannot be said, because the one that decides it is missing or wrong.</summary>
    public void IgnoreRest() => _restIsOpen = true;

    /// <summary>Ends the reading of a body: deals with the unknown members of it and of all objects in it that were read.</summary>
    /// <returns><see cref="Stored"/>.</returns>
    public JsonObject Finish()
    {
        foreach ((string name, JsonNode? value) in source)
        {
            if (_known.Contains(name))
            {
                continue;
            }

            if (errors.Unknown == UnknownMembers.Keep)
            {
                Stored[name] = value?.DeepClone();
            }
            else if (errors.Unknown == UnknownMembers.Refuse && !_restIsOpen)
            {
                Refuse(name, "is not a known field here");
            }
        }

        foreach (FieldReader child in _children)
        {
            child.Finish();
        }

        return Stored;
    }
}
