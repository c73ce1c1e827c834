using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;

namespace OgGen.Generator.Schemas;

/// <summary>
/// Reports objects that no JSON can hold: through members that are required and not nullable, each value needs another one, without end.
/// </summary>
/// <remarks>
/// A schema has finite values if all its requirements have: each required member of an object, an item of an array that may not be empty,
/// one alternative of a union. Schemas that cannot be shown to be finite have no finite value. Linear in the size of the document.
/// </remarks>
internal sealed class RequiredCycles
{
    private readonly SchemaGraph _schemas;
    private readonly Dictionary<IOpenApiSchema, Requirement> _requirements = [];
    private readonly Queue<Requirement> _finite = new();

    private RequiredCycles(SchemaGraph schemas) => _schemas = schemas;

    /// <summary>Reports each cycle once, at the first of its members in the order of the components.</summary>
    public static void Report(SchemaGraph schemas, Problems problems)
    {
        foreach ((string name, SchemaNode member) in new RequiredCycles(schemas).Find())
        {
            problems.Report(
                Descriptors.Unsupported,
                member.Pointer,
                $"The required member '{name}' leads back to its own object by way of required members alone, so that no JSON fits; make "
                    + "one of them optional or nullable");
        }
    }

    private IEnumerable<(string Name, SchemaNode Member)> Find()
    {
        // Each component gets its requirement first, so that chains of components are not followed recursively.
        SchemaNode[] components = _schemas.Components.Values.Where(static component => component.Component is null).ToArray();
        foreach (SchemaNode component in components)
        {
            _requirements.Add(component.Schema, new Requirement { IsOfOne = _schemas.KindOf(component) == SchemaKind.UntaggedUnion });
        }

        foreach (SchemaNode component in components)
        {
            Fill(_requirements[component.Schema], component, depth: 0);
        }

        while (_finite.Count > 0)
        {
            _finite.Dequeue().Users?.ForEach(Settle);
        }

        var seen = new HashSet<Requirement>();
        foreach (SchemaNode component in components)
        {
            if (FindCycle(_requirements[component.Schema], seen) is { } cycle
                && cycle.Find(static step => step.Name is not null) is { Name: { } name } step)
            {
                yield return (name, step.Node);
            }
        }
    }

    /// <summary>
    /// The steps of the cycle at which a requirement ends that is not finite; null where there is none, or where it was found before.
    /// </summary>
    private static List<Step>? FindCycle(Requirement start, HashSet<Requirement> seen)
    {
        var way = new List<Requirement>();
        for (Requirement? current = start; current is { IsFinite: false }; current = OpenStep(current).Target)
        {
            if (!seen.Add(current))
            {
                int first = way.IndexOf(current);
                return first < 0
                    ? null
                    : way.GetRange(first, way.Count - first).ConvertAll(OpenStep);
            }

            way.Add(current);
        }

        return null;
    }

    private static Step OpenStep(Requirement requirement) => requirement.Steps?.Find(static step => !step.Target.IsFinite) ?? default;

    /// <summary>The requirement of a schema's values; null where they require nothing.</summary>
    private Requirement? Visit(SchemaNode node, int depth)
    {
        // A merged schema may contain itself again. No document nests deeper than the limit itself.
        if (depth == Limits.Depth || _schemas.AllowsNull(node))
        {
            return null;
        }

        // An alias requires its target: a chain of aliases has as many steps.
        SchemaNode target = _schemas.Resolve(node);
        if (_schemas.KindOf(target) is not (SchemaKind.Object or SchemaKind.List or SchemaKind.UntaggedUnion or SchemaKind.Alias))
        {
            return null;
        }

        if (!_requirements.TryGetValue(target.Schema, out Requirement? requirement))
        {
            _requirements.Add(
                target.Schema, requirement = new Requirement { IsOfOne = _schemas.KindOf(target) == SchemaKind.UntaggedUnion });
            Fill(requirement, target, depth);
        }

        return requirement;
    }

    private void Fill(Requirement requirement, SchemaNode target, int depth)
    {
        bool hasFinite = false;
        switch (_schemas.KindOf(target))
        {
            case SchemaKind.Object:
                ObjectShape shape = _schemas.Flatten(target);
                foreach ((string name, SchemaNode member) in shape.Members)
                {
                    if (shape.Required.Contains(name) && member.Schema is { ReadOnly: false, WriteOnly: false })
                    {
                        Need(name, member);
                    }
                }

                break;
            case SchemaKind.List when target.Schema is { MinItems: > 0, Items: { } items }:
                Need(null, target.Member("items", items));
                break;
            case SchemaKind.UntaggedUnion:
                foreach (SchemaNode variant in _schemas.Variants(target))
                {
                    Need(null, variant);
                }

                break;
            case SchemaKind.Alias:
                Need(null, _schemas.AliasTarget(target));
                break;
        }

        requirement.Open = requirement.Steps?.Count ?? 0;
        if (requirement.Open == 0 || requirement.IsOfOne && hasFinite)
        {
            requirement.IsFinite = true;
            _finite.Enqueue(requirement);
        }

        void Need(string? name, SchemaNode needed)
        {
            if (Visit(needed, depth + 1) is { } other)
            {
                requirement.AddStep(new Step(name, needed, other));
            }
            else
            {
                hasFinite = true;
            }
        }
    }

    private void Settle(Requirement user)
    {
        user.Open--;
        if (!user.IsFinite && (user.IsOfOne || user.Open == 0))
        {
            user.IsFinite = true;
            _finite.Enqueue(user);
        }
    }

    /// <summary>The requirement of one schema: all of the steps, or one of them.</summary>
    private sealed class Requirement
    {
        public bool IsOfOne { get; init; }

        /// <summary>What it leads to; null where it leads to nothing, as most do.</summary>
        public List<Step>? Steps { get; private set; }

        /// <summary>The requirements that lead to it; null where there are none.</summary>
        public List<Requirement>? Users { get; private set; }

        /// <summary>The steps that are not known to be finite.</summary>
        public int Open { get; set; }

        public bool IsFinite { get; set; }

        public void AddStep(Step step)
        {
            (Steps ??= []).Add(step);
            (step.Target.Users ??= []).Add(this);
        }
    }

    private readonly record struct Step(string? Name, SchemaNode Node, Requirement Target);
}
