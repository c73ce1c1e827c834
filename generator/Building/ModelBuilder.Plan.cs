using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Document.Checks;
using OgGen.Generator.Document.Reading;
using OgGen.Generator.Naming;
using OgGen.Generator.Planning;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <content>Which schemas become types, and what they are called.</content>
internal sealed partial class ModelBuilder
{
    private readonly Dictionary<string, string> _componentNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _unknownNames = new(StringComparer.Ordinal);
    private readonly SchemaStructure _structure;
    private readonly Dictionary<int, InlineType> _inlineTypes = [];

    /// <summary>The structures of the inline schemas around the one that is being planned.</summary>
    private readonly HashSet<int> _planning = [];
    private ILookup<string, InlineType> _inlineTypesByOwner = Enumerable.Empty<InlineType>().ToLookup(static type => type.Owner);

    /// <summary>A type that comes from inline schemas of one structure.</summary>
    private sealed class InlineType(PlaceName place, string owner, SchemaNode schema)
    {
        /// <summary>The name that its place suggests.</summary>
        public PlaceName Place { get; private set; } = place;

        /// <summary>The component or the group with which it lives.</summary>
        public string Owner { get; private set; } = owner;

        public SchemaNode Schema { get; private set; } = schema;

        public string Name { get; set; } = "";

        /// <summary>Of several places the one with the shortest name counts, ties by ordinal.</summary>
        public void Offer(PlaceName place, string owner, SchemaNode schema)
        {
            int order = place.Name.Length != Place.Name.Length ? place.Name.Length - Place.Name.Length : string.CompareOrdinal(place.Name, Place.Name);
            if (order < 0)
            {
                (Place, Owner, Schema) = (place, owner, schema);
            }
        }
    }

    private void NameComponents()
    {
        FindChoicesOfHeirs();
        ClaimVariants();
        foreach (KeyValuePair<string, SchemaNode> component in _schemas.Components)
        {
            if (ComponentKind(component.Key) >= SchemaKind.Enum)
            {
                string? given = component.Value.Schema.Text(Extensions.Name);
                string wanted = CSharpName.Pascal(given ?? component.Key, "Schema");
                _componentNames.Add(component.Key, Take(_typeNames, wanted, AsTypeName(wanted, ComponentKind(component.Key)), "Model", component.Value.Pointer, isGiven: given is not null));
            }
        }

        foreach (string union in _unions.Keys)
        {
            _unknownNames.Add(union, Take(_typeNames, "Unknown" + _componentNames[union], "Model", _schemas.Components[union].Pointer));
        }
    }

    /// <summary>What a component becomes; a reference or an unknown name is a redirect.</summary>
    private SchemaKind ComponentKind(string component)
    {
        if (!_schemas.Components.TryGetValue(component, out SchemaNode at))
        {
            return SchemaKind.Any;
        }

        return at.Component is not null ? SchemaKind.Alias
            : _unions.ContainsKey(component) ? SchemaKind.Union
            : _choicesOfHeirs.ContainsKey(component) ? SchemaKind.Choice
            : _schemas.KindOf(at.Schema);
    }

    private void NameInlineTypes(List<GroupPlan> groups)
    {
        foreach (KeyValuePair<string, SchemaNode> component in _schemas.Components)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (component.Value.Component is null)
            {
                // The name that the document gives it, also where the type needs another one.
                PlaceName place = PlaceName.Component(CSharpName.Pascal(component.Value.Schema.Text(Extensions.Name) ?? component.Key, "Schema"));
                HashSet<string> discriminators = DiscriminatorsOf(component.Key);
                if (_unions.TryGetValue(component.Key, out UnionPlan? union))
                {
                    discriminators.Add(union.Discriminator);
                }

                PlanChildren(component.Value, place, ComponentOwner(component.Key), discriminators);
            }
        }

        foreach (GroupPlan group in groups)
        {
            foreach (OperationPlan operation in group.Operations)
            {
                PlaceName place = PlaceName.Operation(group.Text, operation.Name);
                PlanOperation(operation, place, GroupOwner(group.TypeName));
                PlanHeaders(operation.At, place, group.Text, GroupOwner(group.TypeName));
            }
        }

        PlanWebhooks();
        foreach (InlineType type in _inlineTypes.Values
            .OrderBy(static type => type.Place.Name, StringComparer.Ordinal)
            .ThenBy(static type => type.Place.Full.Length)
            .ThenBy(static type => type.Schema.Pointer, StringComparer.Ordinal))
        {
            type.Name = NameInlineType(type.Place, type.Schema);
        }

        _inlineTypesByOwner = _inlineTypes.Values.ToLookup(static type => type.Owner, StringComparer.Ordinal);
    }

    /// <summary>The name that was given, else that of the place; the place in full, and a word for what it is, where that is taken.</summary>
    private string NameInlineType(PlaceName place, SchemaNode at)
    {
        SchemaKind kind = _schemas.KindOf(at.Schema);
        string word = kind switch { SchemaKind.Choice => "Choice", SchemaKind.Enum => "Value", _ => "Model" };
        if (at.Schema.Text(Extensions.Name) is { } given && CSharpName.Pascal(given, place.Name) is var wanted)
        {
            return Take(_typeNames, wanted, AsTypeName(wanted, kind), word, at.Pointer, isGiven: true);
        }

        return place.Name != place.Full && _typeNames.TryTake(place.Name) ? place.Name
            : Take(_typeNames, place.Name, AsTypeName(place.Full, kind), word, at.Pointer);
    }

    /// <summary>Enumerations and choices have a member <c>Value</c>, so none can have that name.</summary>
    private static string AsTypeName(string wanted, SchemaKind kind) => wanted == "Value" && kind is (SchemaKind.Enum or SchemaKind.Choice) ? "ValueModel" : wanted;

    private static string ComponentOwner(string component) => "schema " + component;

    private static string GroupOwner(string typeName) => "group " + typeName;

    /// <summary>Finds the inline types in and below a schema.</summary>
    private void PlanInline(SchemaNode at, PlaceName place, string owner)
    {
        if (at.Schema is null || at.Component is not null)
        {
            return;
        }

        // What a merge makes of a schema may hold the same once more, and so on: no document nests so deep itself.
        int structure = _structure.Of(at.Schema);
        if (_planning.Count == Limits.Depth || !_planning.Add(structure))
        {
            return;
        }

        if (_schemas.KindOf(at.Schema) >= SchemaKind.Enum)
        {
            if (_inlineTypes.TryGetValue(structure, out InlineType? type))
            {
                type.Offer(place, owner, at);
            }
            else
            {
                _inlineTypes.Add(structure, new InlineType(place, owner, at));
            }
        }

        PlanChildren(at, place, owner, []);
        _planning.Remove(structure);
    }

    /// <param name="at">The schema whose children are looked through.</param>
    /// <param name="place">The name that its place suggests.</param>
    /// <param name="owner">The component or the group with which its inline types live.</param>
    /// <param name="discriminators">The members that a union declares, as a string.</param>
    private void PlanChildren(SchemaNode at, PlaceName place, string owner, HashSet<string> discriminators)
    {
        switch (_schemas.KindOf(at.Schema))
        {
            case SchemaKind.Object:
                foreach ((string name, SchemaNode member) in _schemas.Flatten(at).Members.Where(member => !discriminators.Contains(member.Name)))
                {
                    PlanInline(member, place.Member(CSharpName.Value(name)), owner);
                }

                if (_schemas.ExtraOf(at) is { } extra)
                {
                    PlanInline(extra, place.With("Value"), owner);
                }

                break;
            case SchemaKind.List when at.Schema.Items is { } items:
                PlanInline(at.Member("items", items), place.One("Item"), owner);
                break;
            case SchemaKind.Map when _schemas.MapValue(at) is { } value:
                PlanInline(value, place.One("Value"), owner);
                break;
            case SchemaKind.Alias:
                PlanInline(_schemas.AliasTarget(at), place, owner);
                break;
            case SchemaKind.Choice:
                PlanVariants(_schemas.Variants(at), place, owner);

                break;
        }
    }
}
