using Microsoft.OpenApi;
using OgGen.Generator.Document;

namespace OgGen.Generator.Model;

/// <content>Which schemas become types, and what they are called.</content>
internal sealed partial class ModelBuilder
{
    private readonly Dictionary<string, SchemaAt> _components = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _componentNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _unknownNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ObjectShape> _componentShapes = new(StringComparer.Ordinal);
    private readonly SchemaStructure _structure = new();
    private readonly Dictionary<int, InlineType> _inlineTypes = [];

    /// <summary>The structures of the inline schemas around the one that is being planned.</summary>
    private readonly HashSet<int> _planning = [];
    private ILookup<string, InlineType> _inlineTypesByOwner = Enumerable.Empty<InlineType>().ToLookup(static type => type.Owner);

    /// <summary>A type that comes from inline schemas of one structure.</summary>
    private sealed class InlineType(string place, string owner, SchemaAt schema)
    {
        /// <summary>The name that its place suggests.</summary>
        public string Place { get; private set; } = place;

        /// <summary>The component or the group with which it lives.</summary>
        public string Owner { get; private set; } = owner;

        public SchemaAt Schema { get; private set; } = schema;

        public string Name { get; set; } = "";

        /// <summary>Of several places the one with the shortest name counts, ties by ordinal.</summary>
        public void Offer(string place, string owner, SchemaAt schema)
        {
            int order = place.Length != Place.Length ? place.Length - Place.Length : string.CompareOrdinal(place, Place);
            if (order < 0)
            {
                (Place, Owner, Schema) = (place, owner, schema);
            }
        }
    }

    private void NameComponents()
    {
        foreach (KeyValuePair<string, IOpenApiSchema> component in _document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
        {
            var at = new SchemaAt(component.Value, SpecText.Child("/components/schemas", component.Key));
            SchemaShape.AddComponent(at);
            _components.Add(component.Key, at);
        }

        FindChoicesOfHeirs();
        ClaimVariants();
        foreach (KeyValuePair<string, SchemaAt> component in _components)
        {
            if (ComponentKind(component.Key) >= SchemaKind.Enum)
            {
                string wanted = component.Value.Schema.Text(Extensions.Name) ?? component.Key;
                _componentNames.Add(component.Key, TakeTypeName(Naming.Pascal(wanted, "Schema"), ComponentKind(component.Key), "Model", component.Value.Pointer));
            }
        }

        foreach (string union in _unions.Keys)
        {
            _unknownNames.Add(union, _typeNames.Take("Unknown" + _componentNames[union]));
        }
    }

    /// <summary>What a component becomes; a reference or an unknown name is a redirect.</summary>
    private SchemaKind ComponentKind(string component)
    {
        if (!_components.TryGetValue(component, out SchemaAt at))
        {
            return SchemaKind.Any;
        }

        return at.Component is not null ? SchemaKind.Redirect
            : _unions.ContainsKey(component) ? SchemaKind.Union
            : _choicesOfHeirs.ContainsKey(component) ? SchemaKind.Choice
            : SchemaShape.KindOf(at.Schema);
    }

    private void NameInlineTypes(List<GroupPlan> groups)
    {
        foreach (KeyValuePair<string, SchemaAt> component in _components)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (component.Value.Component is null)
            {
                string place = _componentNames.TryGetValue(component.Key, out string? name) ? name : Naming.Pascal(component.Key, "Schema");
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
                string place = Naming.Pascal(group.Text, "Default") + operation.Name;
                PlanOperation(operation, place, GroupOwner(group.TypeName));
                PlanHeaders(operation.At, place, Naming.Pascal(group.Text, "Default"), GroupOwner(group.TypeName));
            }
        }

        PlanWebhooks();
        foreach (InlineType type in _inlineTypes.Values.OrderBy(static type => type.Place, StringComparer.Ordinal).ThenBy(static type => type.Schema.Pointer, StringComparer.Ordinal))
        {
            string wanted = type.Schema.Schema.Text(Extensions.Name) is { } name ? Naming.Pascal(name, type.Place) : type.Place;
            type.Name = TakeTypeName(wanted, SchemaShape.KindOf(type.Schema.Schema), "", type.Schema.Pointer);
        }

        _inlineTypesByOwner = _inlineTypes.Values.ToLookup(static type => type.Owner, StringComparer.Ordinal);
    }

    /// <summary>Enumerations and choices have a member <c>Value</c>, so none can have that name.</summary>
    private string TakeTypeName(string wanted, SchemaKind kind, string suffix, string pointer)
        => Take(_typeNames, wanted == "Value" && kind is (SchemaKind.Enum or SchemaKind.Choice) ? "ValueModel" : wanted, suffix, pointer);

    private static string ComponentOwner(string component) => "schema " + component;

    private static string GroupOwner(string typeName) => "group " + typeName;

    /// <summary>Finds the inline types in and below a schema.</summary>
    private void PlanInline(SchemaAt at, string place, string owner)
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

        if (SchemaShape.KindOf(at.Schema) >= SchemaKind.Enum)
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
    private void PlanChildren(SchemaAt at, string place, string owner, HashSet<string> discriminators)
    {
        switch (SchemaShape.KindOf(at.Schema))
        {
            case SchemaKind.Object:
                foreach ((string name, SchemaAt member) in Flatten(at).Members.Where(member => !discriminators.Contains(member.Name)))
                {
                    PlanInline(member, place + Naming.Pascal(name, "Value"), owner);
                }

                if (SchemaShape.AnyOf(at, Flatten(at).Extra) is { } extra)
                {
                    PlanInline(extra, place + "Value", owner);
                }

                break;
            case SchemaKind.List when at.Schema.Items is { } items:
                PlanInline(at.Member("items", items), place + "Item", owner);
                break;
            case SchemaKind.Map when SchemaShape.MapValue(at) is { } value:
                PlanInline(value, place + "Value", owner);
                break;
            case SchemaKind.Redirect:
                PlanInline(RedirectOf(at), place, owner);
                break;
            case SchemaKind.Choice:
                foreach ((SchemaAt variant, int i) in SchemaShape.Variants(at).Select(static (variant, i) => (variant, i)))
                {
                    string name = VariantName(variant, i);
                    PlanInline(variant, name.StartsWith(place, StringComparison.Ordinal) ? name : place + name, owner);
                }

                break;
        }
    }

    /// <summary>
    /// What a variant is called: its title, the component that it extends, the constant or the only member by which it is told from
    /// others, its type; a number where nothing better exists.
    /// </summary>
    private string VariantName(SchemaAt variant, int index)
    {
        if (variant.Schema.Title is { Length: > 0 } title)
        {
            return Naming.Pascal(title, "Variant");
        }

        if (SchemaShape.Origin(variant) is { } origin)
        {
            return _componentNames.TryGetValue(origin, out string? name) ? name : Naming.Pascal(origin, "Variant");
        }

        switch (SchemaShape.KindOf(variant.Schema))
        {
            case SchemaKind.Object:
                ObjectShape shape = Flatten(variant);
                string? constant = shape.Members
                    .Where(member => shape.Required.Contains(member.Name) && SchemaShape.KindOf(member.Schema.Schema) == SchemaKind.Enum)
                    .Select(static member => SchemaShape.EnumValues(member.Schema.Schema).ToArray())
                    .Where(static values => values.Length == 1)
                    .Select(static values => SchemaShape.AsString(values[0]))
                    .FirstOrDefault(static value => value is { Length: > 0 });
                string[] required = shape.Members.Select(static member => member.Name).Where(shape.Required.Contains).ToArray();
                string? told = constant ?? (shape.Members.Count == 1 ? shape.Members[0].Name : required.Length == 1 ? required[0] : null);
                if (told is not null && Naming.Pascal(told, "") is { Length: > 0 } text)
                {
                    return text;
                }

                break;
            case SchemaKind.Enum:
                return SchemaShape.IsStringEnum(variant.Schema) ? "Text" : "Number";
        }

        return "Variant" + (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The schema behind one that only redirects.</summary>
    private static SchemaAt RedirectOf(SchemaAt at)
    {
        IOpenApiSchema target = SchemaShape.RedirectTarget(at.Schema)!;
        bool isAllOf = at.Schema.AllOf is { Count: > 0 };
        IList<IOpenApiSchema> list = isAllOf ? at.Schema.AllOf! : SchemaShape.Alternatives(at.Schema);
        return at.Member(isAllOf ? "allOf" : SchemaShape.AlternativesKeyword(at.Schema), list.IndexOf(target), target);
    }

    /// <summary>The members of an object, with those of <c>allOf</c> merged in.</summary>
    private ObjectShape Flatten(SchemaAt at)
    {
        if (at.Component is { } component)
        {
            if (!_componentShapes.TryGetValue(component, out ObjectShape? shape))
            {
                // Stands there while it is filled, so that an allOf that comes back to itself ends.
                shape = new ObjectShape();
                _componentShapes.Add(component, shape);
                if (_components.TryGetValue(component, out SchemaAt target))
                {
                    Merge(target, shape);
                }
            }

            return shape;
        }

        var own = new ObjectShape();
        Merge(at, own);
        return own;
    }

    private void Merge(SchemaAt at, ObjectShape shape)
    {
        if (at.Component is not null)
        {
            shape.Append(Flatten(at));
            return;
        }

        foreach (SchemaAt part in SchemaShape.Parts(at))
        {
            shape.Append(Flatten(part));
        }

        foreach (KeyValuePair<string, IOpenApiSchema> property in at.Schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            shape.Add(property.Key, at.Member("properties", property.Key, property.Value));
        }

        shape.Required.UnionWith(at.Schema.Required ?? new HashSet<string>());
        shape.Extra.AddRange(SchemaShape.ExtraMembers(at));
    }
}
