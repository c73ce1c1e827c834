using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Checks;
using OgGen.Generator.Model;
using OgGen.Generator.Naming;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <content>Unions with a discriminator: an abstract class and one class for each variant.</content>
internal sealed partial class ModelBuilder
{
    /// <summary>The components that become unions, each with its variants.</summary>
    private readonly Dictionary<string, UnionPlan> _unions = new(StringComparer.Ordinal);

    /// <summary>The union that each variant belongs to: a class has one base.</summary>
    private readonly Dictionary<string, string> _unionOf = new(StringComparer.Ordinal);

    /// <summary>The components that are claiming variants: neither they nor the unions above can be variants of theirs.</summary>
    private readonly HashSet<string> _claiming = new(StringComparer.Ordinal);

    private readonly Dictionary<string, List<PropertyModel>> _commonMembers = new(StringComparer.Ordinal);

    private sealed record UnionPlan(string Discriminator, List<(string Component, List<string> Keys)> Variants);

    /// <summary>How a variant hangs on a union.</summary>
    /// <param name="Component">The union.</param>
    /// <param name="Discriminator">The discriminator's JSON name.</param>
    /// <param name="PropertyName">The discriminator's C# name.</param>
    /// <param name="Keys">The values that stand for the variant.</param>
    /// <param name="IsLoose">Whether an object of the variant may have another value, or none, where it is not read as one of the union.</param>
    private sealed record UnionLink(string Component, string Discriminator, string PropertyName, List<string> Keys, bool IsLoose)
    {
        /// <summary>Whether an object of the variant says itself which value it has.</summary>
        public bool IsOpen => IsLoose || Keys.Count > 1;
    }

    /// <summary>
    /// Finds the unions, in the order of the document: the first one that names a variant has it, so that a union added
    /// later changes no type that was there. A union that cannot have all its variants becomes a choice.
    /// </summary>
    private void ClaimVariants()
    {
        foreach (string component in _schemas.Components.Keys.ToArray())
        {
            ClaimVariants(component, []);
        }
    }

    private bool ClaimVariants(string component, HashSet<string> visiting)
    {
        if (_unions.ContainsKey(component))
        {
            return true;
        }

        if (!_schemas.Components.TryGetValue(component, out SchemaNode at))
        {
            return false;
        }

        if (at.Component is not null || at.Schema.Discriminator?.PropertyName is not { Length: > 0 } discriminator || !visiting.Add(component))
        {
            return false;
        }

        _claiming.Add(component);
        bool isUnion = _schemas.KindOf(at.Schema) switch
        {
            SchemaKind.Choice => ClaimAlternatives(component, at, discriminator, visiting),
            SchemaKind.Object when !_choicesOfHeirs.ContainsKey(component) && !InheritsDiscriminator(component, discriminator) => ClaimHeirs(component, at, discriminator, visiting),
            _ => false,
        };
        _claiming.Remove(component);
        return isUnion;
    }

    private bool ClaimAlternatives(string component, SchemaNode at, string discriminator, HashSet<string> visiting)
    {
        var variants = new List<(string Component, List<string> Keys)>();
        foreach (SchemaNode variant in _schemas.Variants(at))
        {
            if (variant.Component is not { } name || variants.Exists(other => other.Component == name) || ClassVariant(name, at.Schema.Discriminator!, discriminator, visiting) is not { } keys)
            {
                return false;
            }

            variants.Add((name, keys));
        }

        if (variants.Exists(variant => _unionOf.ContainsKey(variant.Component)))
        {
            // A variant that is a union has claimed another one of this union's variants.
            return false;
        }

        AddUnion(component, at, discriminator, variants);
        return true;
    }

    private void AddUnion(string component, SchemaNode at, string discriminator, List<(string Component, List<string> Keys)> variants)
    {
        ReportUnmapped(component, at, variants);
        _unions.Add(component, new UnionPlan(discriminator, variants));
        foreach ((string variant, _) in variants)
        {
            _unionOf.Add(variant, component);
        }
    }

    /// <summary>The keys by which a component is told apart as a variant that is a class of its own; null where it cannot be one.</summary>
    private List<string>? ClassVariant(string name, OpenApiDiscriminator discriminator, string property, HashSet<string> visiting)
    {
        if (!_schemas.Components.TryGetValue(name, out SchemaNode target) || target.Component is not null || _unionOf.ContainsKey(name) || _choicesOfHeirs.ContainsKey(name) || _claiming.Any(union => IsAbove(name, union)))
        {
            return null;
        }

        if (_schemas.KindOf(target.Schema) == SchemaKind.Object && !IsText(target, property))
        {
            return null;
        }

        bool isUnion = ClaimVariants(name, visiting);
        List<string> keys = KeysOf(discriminator, name, property);

        // An inner union that tells its variants apart by the same member leaves the outer one nothing to tell.
        bool isClass = isUnion ? keys.Count == 1 && _unions[name].Discriminator != property : _schemas.KindOf(target.Schema) == SchemaKind.Object;
        return isClass && !_unionOf.ContainsKey(name) ? keys : null;
    }

    /// <summary>Whether a component is a union that has another one as a variant, be it through others, or is that one.</summary>
    private bool IsAbove(string component, string? variant)
    {
        while (variant is not null && variant != component)
        {
            variant = _unionOf.TryGetValue(variant, out string? union) ? union : null;
        }

        return variant is not null;
    }

    /// <summary>The discriminator's values for a variant: as mapped, else what the variant says itself, else the constant of its property, else its name.</summary>
    private List<string> KeysOf(OpenApiDiscriminator discriminator, string variant, string propertyName)
    {
        List<string> mapped = (discriminator.Mapping ?? new Dictionary<string, OpenApiSchemaReference>())
            .Where(pair => pair.Value.Reference.Id == variant)
            .Select(static pair => pair.Key)
            .ToList();
        if (mapped.Count > 0)
        {
            return mapped;
        }

        if (_schemas.Components[variant].Schema.Text(Extensions.DiscriminatorValue) is { } said)
        {
            return [said];
        }

        SchemaNode property = _schemas.Flatten(_schemas.Components[variant]).Members.FirstOrDefault(member => member.Name == propertyName).Schema;
        return property.Schema is not null && _schemas.EnumValues(property.Schema).Select(JsonConstant.AsText).ToArray() is [{ } constant]
            ? [constant]
            : [variant];
    }

    /// <summary>Whether a discriminator is a text in a variant; one that is a number makes no classes, but a choice by its value.</summary>
    private bool IsText(SchemaNode variant, string property)
        => _schemas.Flatten(variant).Members.FirstOrDefault(member => member.Name == property).Schema is not { Schema: not null } member
            || Follow(member).At.Schema is var schema && (SchemaShape.Types(schema) is 0 or JsonSchemaType.String && _schemas.EnumValues(schema).All(static value => JsonConstant.IsNull(value) || JsonConstant.AsString(value) is not null));

    private void ReportUnmapped(string component, SchemaNode union, List<(string Component, List<string> Keys)> variants)
    {
        foreach (KeyValuePair<string, OpenApiSchemaReference> mapping in union.Schema.Discriminator!.Mapping ?? new Dictionary<string, OpenApiSchemaReference>())
        {
            // A base may stand for itself: its objects have nothing that the union does not declare.
            if (mapping.Value.Reference.Id != component && !variants.Exists(variant => variant.Component == mapping.Value.Reference.Id))
            {
                Report(
                    Descriptors.BadDiscriminator,
                    union.Pointer + "/discriminator/mapping/" + mapping.Key.Replace("~", "~0").Replace("/", "~1"),
                    $"The discriminator maps '{mapping.Key}' to a schema that is no variant of the union; such objects are read as unknown variants");
            }
        }
    }

    /// <summary>The unions above a component, outermost first.</summary>
    private List<UnionLink> UnionChain(string component)
    {
        var chain = new List<UnionLink>();
        while (_unionOf.TryGetValue(component, out string? union))
        {
            UnionPlan plan = _unions[union];
            string variant = component;
            List<string> keys = plan.Variants.Find(candidate => candidate.Component == variant).Keys;
            chain.Insert(0, new UnionLink(union, plan.Discriminator, DiscriminatorName(union), keys, IsLoose(variant, plan.Discriminator, keys)));
            component = union;
        }

        return chain;
    }

    /// <summary>The members of a variant that its unions declare.</summary>
    private HashSet<string> DiscriminatorsOf(string component)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (_unionOf.TryGetValue(component, out string? union))
        {
            names.Add(_unions[union].Discriminator);
            component = union;
        }

        return names;
    }

    private string DiscriminatorName(string union)
    {
        string name = CSharpName.Pascal(_unions[union].Discriminator, "Kind");
        return name == _componentNames[union] || s_reservedMembers.Contains(name) ? name + "Value" : name;
    }

    /// <summary>
    /// The members that every variant of a union declares alike, those of outer unions included. A base that others inherit from has no
    /// members but its own: what its heirs happen to share today, an heir that is added tomorrow need not have.
    /// </summary>
    private List<PropertyModel> CommonMembers(string union)
    {
        if (_commonMembers.TryGetValue(union, out List<PropertyModel>? known))
        {
            return known;
        }

        List<PropertyModel>? common = null;
        foreach ((string variant, _) in _unions[union].Variants)
        {
            List<PropertyModel> members = _unions.ContainsKey(variant)
                ? CommonMembers(variant)
                : BuildProperties(_componentNames[variant], _schemas.Components[variant], UnionChain(variant), variant);
            common = common is null
                ? members
                : common.Where(member => members.Exists(other => IsAlike(member, other))).ToList();
        }

        if (_schemas.KindOf(_schemas.Components[union].Schema) == SchemaKind.Object)
        {
            ObjectShape own = _schemas.Flatten(_schemas.Components[union]);
            common = common?.Where(member => own.Members.Exists(declared => declared.Name == member.JsonName) || own.Required.Contains(member.JsonName)).ToList();
        }

        _commonMembers.Add(union, common ?? []);
        return common ?? [];
    }

    private static bool IsAlike(PropertyModel left, PropertyModel right) => left with { Doc = right.Doc } == right;

    private UnionModel BuildUnion(string name, SchemaNode at, string component)
    {
        UnionPlan plan = _unions[component];
        List<UnionLink> chain = UnionChain(component);
        HashSet<string> inherited = new(chain.SelectMany(link => CommonMembers(link.Component)).Select(static member => member.JsonName), StringComparer.Ordinal);
        var parameters = new NameScope(["unknown", "value"]);
        return new UnionModel
        {
            Name = name,
            Doc = TypeDoc(at),
            IsDeprecated = at.Schema.Deprecated,
            BaseName = chain.Count > 0 ? _componentNames[chain[chain.Count - 1].Component] : null,
            Outer = chain.Count > 0 ? Fixed(chain[chain.Count - 1]) : null,
            Discriminator = BuildDiscriminator(component, plan.Variants.SelectMany(static variant => variant.Keys)),
            Variants = plan.Variants.Select(variant => new VariantModel(
                _componentNames[variant.Component],
                CSharpName.Escape(parameters.Take(CSharpName.Camel(_componentNames[variant.Component], "variant"))),
                variant.Keys.ToEquatable(),
                TakesKey: variant.Keys.Count > 1 || !_unions.ContainsKey(variant.Component) && IsLoose(variant.Component, plan.Discriminator, variant.Keys))).ToEquatable(),
            Unknown = BuildUnknown(name, component, chain),
            Properties = CommonMembers(component).Where(member => !inherited.Contains(member.JsonName)).ToEquatable(),
        };
    }

    private static FixedDiscriminator Fixed(UnionLink link) => new(link.PropertyName, link.Discriminator, link.Keys[0]);

    private DiscriminatorModel VariantDiscriminator(UnionLink link)
        => BuildDiscriminator(link.Component, link.Keys) with { IsLoose = link.IsLoose, Default = link.IsLoose && link.Keys.Count == 1 ? link.Keys[0] : null };

    private DiscriminatorModel BuildDiscriminator(string component, IEnumerable<string> keys)
    {
        UnionPlan plan = _unions[component];
        string name = DiscriminatorName(component);
        var names = new NameScope(["Known"]);
        return new DiscriminatorModel
        {
            Name = name,
            ParameterName = CSharpName.Escape(CSharpName.Camel(name, "kind")),
            JsonName = plan.Discriminator,
            Values = keys.Distinct(StringComparer.Ordinal).Select(key => new KnownValue(Take(names, CSharpName.Value(key), "Value", _schemas.Components[component].Pointer + "/discriminator"), key)).ToEquatable(),
        };
    }

    /// <summary>The variant for discriminators that the document does not know: it demands nothing and keeps everything.</summary>
    private ObjectModel BuildUnknown(string unionName, string component, List<UnionLink> chain)
    {
        List<PropertyModel> properties = Number(CommonMembers(component).Select(static member => member with { IsInherited = true }))
            .Select(static (property, i) => property with { SeenBit = property.IsRequired ? i : -1 })
            .ToList();
        return new ObjectModel
        {
            Name = _unknownNames[component],
            Doc = new DocModel($"A variant of {unionName} that this client was not built for, kept whole."),
            BaseName = unionName,
            OpenDiscriminator = BuildDiscriminator(component, []),
            FixedDiscriminators = chain.Select(Fixed).ToEquatable(),
            IsUnknown = true,
            Properties = properties.ToEquatable(),
            RequiredNames = default,
        };
    }
}
