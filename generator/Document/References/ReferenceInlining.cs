using System.Text.Json.Nodes;
using OgGen.Generator.Common;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.References;

/// <summary>
/// Replaces references of elements that cannot be components, such as path items, and references that the specification does not allow, by
/// their targets.
/// </summary>
internal sealed class ReferenceInlining(ReferenceFinder finder, SourceMap map)
{
    private readonly MergedElements _elements = new(finder);

    private readonly HashSet<(JsonObject Owner, string Key)> _inlined = [];
    private int _repeatedNodes;

    /// <summary>Adds the members of an object's target, where the object has none of that name, and removes the reference.</summary>
    /// <param name="holder">The object that has a reference.</param>
    /// <param name="element">What the object is.</param>
    /// <param name="location">The location of the object.</param>
    /// <param name="error">Why the reference, or one that it leads to, cannot be followed; null where it can.</param>
    /// <returns>The locations of the members that were added.</returns>
    public Dictionary<string, ImportLocation> Inline(JsonObject holder, Element element, ImportLocation location, out ReferenceError? error)
    {
        var added = new Dictionary<string, ImportLocation>(StringComparer.Ordinal);
        MergedElement merged = _elements.Merge(holder, element, location.File, location.In.Location);
        MergedMember[] members = merged.Members.Where(member => !ReferenceEquals(member.Owner, holder) && !holder.ContainsKey(member.Key))
            .ToArray();
        ReferenceError? refused = Check(members, location.Around);
        error = merged.Error ?? refused;
        holder.Remove("$ref");
        if (refused is not null)
        {
            return added;
        }

        foreach (MergedMember member in members)
        {
            NodeLocation at = location.At.Child(member.Key).Location;
            holder[member.Key] = member.Node?.DeepClone();
            added[member.Key] = ImportLocation.From(
                member.File, member.Location, at) with { Around = new InlinedInto(member.Owner, location.Around) };
            map.Add(at.Pointer, member.File.File, member.Location.Pointer);
        }

        return added;
    }

    private ReferenceError? Check(MergedMember[] members, InlinedInto? around)
    {
        if (members.Any(member => InlinedInto.IsWithin(member.Owner, around)))
        {
            return ReferenceError.Circular;
        }

        if (around?.Depth == Limits.InlinedDepth)
        {
            return ReferenceError.Beyond(Limits.InlinedDepth, "elements within one another through references");
        }

        // An element that is inlined at many locations may make a document grow without bound.
        int repeated = 0;
        foreach (MergedMember member in members)
        {
            if (!_inlined.Add((member.Owner, member.Key)))
            {
                // Including what was inlined into it in the meantime: where elements repeat each other, the size doubles each time.
                repeated += Count(member.Node);
            }
        }

        if (repeated > 0 && _repeatedNodes + repeated > Limits.RepeatedNodes)
        {
            return ReferenceError.Beyond(Limits.RepeatedNodes, "nodes that references repeat");
        }

        _repeatedNodes += repeated;
        return null;
    }

    private static int Count(JsonNode? node) => node switch
    {
        JsonObject item => 1 + item.Sum(static member => Count(member.Value)),
        JsonArray list => 1 + list.Sum(Count),
        _ => 1,
    };
}
