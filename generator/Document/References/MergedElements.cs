using System.Text.Json.Nodes;
using OgGen.Generator.Common;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.References;

/// <summary>A member of an element, or of one that the element refers to.</summary>
/// <param name="Key">The member's name.</param>
/// <param name="Node">The member's value as it was written.</param>
/// <param name="Owner">The element that has the member.</param>
/// <param name="File">The file that has the member.</param>
/// <param name="Location">The location of the member in the file.</param>
internal sealed record MergedMember(string Key, JsonNode? Node, JsonObject Owner, SpecTree File, NodeLocation Location);

/// <summary>The members of an element and of its reference's target. The element's own members take precedence.</summary>
/// <param name="Members">The members, each name once.</param>
/// <param name="Error">Why the last reference of the chain cannot be followed.</param>
internal sealed record MergedElement(IReadOnlyList<MergedMember> Members, ReferenceError? Error);

/// <summary>
/// Merges elements that cannot be components, such as path items, with the targets of their references. A chain is merged from its end,
/// each element of it once and without recursion.
/// </summary>
internal sealed class MergedElements(ReferenceFinder finder)
{
    private readonly Dictionary<(JsonObject Node, Element Element), MergedElement> _merged = [];
    private int _copiedMembers;

    /// <summary>An element that has a reference.</summary>
    private sealed record Link(JsonObject Node, SpecTree File, NodeLocation Location);

    public MergedElement Merge(JsonObject holder, Element element, SpecTree file, NodeLocation nodeLocation)
    {
        var chain = new Stack<Link>();
        var open = new HashSet<JsonObject>();
        MergedElement merged = MergeEnd(new Link(holder, file, nodeLocation), element, chain, open);
        while (chain.Count > 0)
        {
            Link link = chain.Pop();
            merged = WithOwn(link, merged);
            _merged[(link.Node, element)] = merged;
        }

        return merged;
    }

    /// <summary>Follows the references of an element to the last target.</summary>
    private MergedElement MergeEnd(Link link, Element element, Stack<Link> chain, HashSet<JsonObject> open)
    {
        while (true)
        {
            if (_merged.TryGetValue((link.Node, element), out MergedElement? known))
            {
                return known;
            }

            if (WrittenReference.In(link.Node) is not { } text)
            {
                MergedElement end = WithOwn(link, new MergedElement([], null));
                _merged[(link.Node, element)] = end;
                return end;
            }

            if (!open.Add(link.Node))
            {
                return new MergedElement([], ReferenceError.Circular);
            }

            chain.Push(link);
            var reference = new WrittenReference(text, link.File, NodePath.From(link.Location));
            if (finder.Step(reference, element, out ReferenceError error) is not { } target)
            {
                return new MergedElement([], error);
            }

            if (target.Node is not JsonObject next)
            {
                return new MergedElement([], ReferenceError.Unresolved("leads to something that is no object"));
            }

            link = new Link(next, target.File, target.Location);
        }
    }

    private MergedElement WithOwn(Link link, MergedElement target)
    {
        MergedMember[] own = link.Node
            .Where(static member => member.Key != "$ref")
            .Select(member => new MergedMember(member.Key, member.Value, link.Node, link.File, link.Location.Child(member.Key)))
            .ToArray();
        if (own.Length == 0)
        {
            return target;
        }

        MergedMember[] copied = target.Members.Where(member => !link.Node.ContainsKey(member.Key)).ToArray();
        if (_copiedMembers + copied.Length > Limits.RepeatedNodes)
        {
            return new MergedElement(own, ReferenceError.Beyond(Limits.RepeatedNodes, "nodes that references repeat"));
        }

        _copiedMembers += copied.Length;
        return new MergedElement([.. own, .. copied], target.Error);
    }
}
