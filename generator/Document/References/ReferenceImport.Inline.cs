using System.Text.Json.Nodes;

namespace OgGen.Generator.Document.References;

/// <content>References that stand where no component belongs: path items, and what the specification does not foresee.</content>
internal sealed partial class ReferenceImport
{
    /// <summary>A part that was brought in, and the one around it.</summary>
    private sealed record Inlined(SpecTree File, string Pointer, Inlined? Outer);

    /// <summary>Brings what a reference leads to into its holder, whose own members count more.</summary>
    /// <returns>Where the members that were brought in come from.</returns>
    private Dictionary<string, Spot> Inline(JsonObject holder, Element element, Spot spot)
    {
        var members = new Dictionary<string, Spot>(StringComparer.Ordinal);
        Spot source = spot;
        while (ReferenceFinder.Reference(holder) is { } reference)
        {
            Target? found = _finder.Find(reference, element, source.File, source.In, out Fault fault);
            holder.Remove("$ref");
            if (found is not { } target)
            {
                Report(spot.At, reference, fault);
            }
            else if (target.Node is not JsonObject part)
            {
                Report(spot.At, reference, Fault.Unresolved("leads to something that is no object"));
            }
            else if (IsAround(spot.Around, target) || !IsWithinLimits(target))
            {
                Report(spot.At, reference, Fault.Circular);
            }
            else
            {
                source = new Spot(target.File, target.Place, spot.At) { Around = new Inlined(target.File, target.Pointer, source.Around) };
                spot = spot with { Around = source.Around };
                foreach (KeyValuePair<string, JsonNode?> member in part.Where(member => !holder.ContainsKey(member.Key)).ToArray())
                {
                    holder[member.Key] = member.Value?.DeepClone();
                    members[member.Key] = source.Child(member.Key);
                    _map.Add(spot.At.Child(member.Key), target.File.File, target.Place.Child(member.Key));
                }
            }
        }

        return members;
    }

    private static bool IsAround(Inlined? around, Target target)
    {
        int depth = 0;
        for (Inlined? part = around; part is not null; part = part.Outer)
        {
            if (part.File == target.File && part.Pointer == target.Pointer || ++depth == MaxInlined)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What is brought in again and again may grow beyond all bounds.</summary>
    private bool IsWithinLimits(Target target)
    {
        if (!_inlined.Add((target.File, target.Pointer)))
        {
            _repeatedNodes += Count(target.Node);
        }

        return _repeatedNodes <= MaxRepeatedNodes;
    }

    private static int Count(JsonNode? node) => node switch
    {
        JsonObject item => 1 + item.Sum(static member => Count(member.Value)),
        JsonArray list => 1 + list.Sum(Count),
        _ => 1,
    };
}
