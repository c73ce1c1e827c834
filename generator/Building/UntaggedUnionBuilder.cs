using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Model;
using OgGen.Generator.Naming;
using OgGen.Generator.Planning;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <summary>Builds untagged unions: a value of one of several types, without a class hierarchy.</summary>
internal sealed class UntaggedUnionBuilder(UnionPlan unions, TypeResolver resolver, Problems problems)
{
    public UntaggedUnionModel Build(string name, SchemaNode node, string? component, DocModel doc, bool isDeprecated)
    {
        var names = new NameScope([name], never: ReservedNames.UntaggedUnions);
        var parameters = new NameScope(["json", "value"]);
        var seen = new Dictionary<TypeRef, int>();
        var cases = new List<UntaggedUnionCase>();
        IReadOnlyList<SchemaNode> variants = unions.VariantsOf(node, component);
        string[] variantNames = VariantNames.Of(unions.Schemas, variants);
        for (int i = 0; i < variants.Count; i++)
        {
            SchemaNode variant = variants[i];
            TypeRef type = resolver.Resolve(variant);
            if (type is ModelRef model && model.Name == name)
            {
                problems.Report(
                    Descriptors.Unsupported, variant.Pointer, $"The alternative is '{name}' itself, which adds nothing; it is left out");
                continue;
            }

            if (UntaggedUnionCycles.LeadsBack(unions, node, variant))
            {
                problems.Report(
                    Descriptors.Unsupported,
                    variant.Pointer,
                    $"The alternative leads back to '{name}', of which it is one, by way of unions alone; a value that fits no other "
                        + "alternative is an error when it is read");
            }

            // Two variants of one type are one case. Any JSON is covered by the raw value.
            if (type == TypeResolver.AnyJson)
            {
                continue;
            }

            TypeRef inCSharp = SameTypes.InCSharp(type);
            if (seen.TryGetValue(inCSharp, out int known))
            {
                cases[known] = cases[known] with { Type = SameTypes.Widest(cases[known].Type, type) };
            }
            else
            {
                seen.Add(inCSharp, cases.Count);
                string caseName = names.Assign(CaseName(name, variant, type, variantNames[i]), "Value", variant.Pointer, problems);
                Identifier parameter = CSharpName.Escape(parameters.Assign(CSharpName.Camel(caseName, "value")));
                cases.Add(BuildCase(caseName, parameter, type, variant, node.Schema.Discriminator));
            }
        }

        return new UntaggedUnionModel
        {
            Name = name,
            Doc = doc,
            IsDeprecated = isDeprecated,
            Cases = cases.Select(one => IsAlone(one, cases) ? one with { Values = default } : one).ToEquatable(),
        };
    }

    /// <summary>Whether no other case has values of the same JSON kinds, so that its known values need not be compared.</summary>
    private static bool IsAlone(UntaggedUnionCase one, List<UntaggedUnionCase> cases)
        => cases.TrueForAll(other => other == one || (other.Kinds & one.Kinds) == JsonKinds.None);

    private UntaggedUnionCase BuildCase(
        string name, Identifier parameterName, TypeRef type, SchemaNode variant, OpenApiDiscriminator? discriminator)
    {
        (SchemaNode target, SchemaKind kind) = unions.Follow(variant);
        ObjectShape shape = kind == SchemaKind.Object ? unions.Schemas.Flatten(target) : new ObjectShape();
        return new UntaggedUnionCase
        {
            Name = name,
            ParameterName = parameterName,
            Type = type,
            Kinds = unions.Schemas.JsonKindsOf(target),
            RequiredMembers = shape.Members.Select(static member => member.Name).Where(shape.Required.Contains).ToEquatable(),
            OptionalMembers = shape.Members.Select(static member => member.Name)
                .Where(member => !shape.Required.Contains(member))
                .ToEquatable(),
            Constants = shape.Members
                .Select(member => new ConstantMember(member.Name, ConstantsOf(member.Schema)))
                .Where(member =>
                    member.Values.Count > 0 && shape.Required.Contains(member.JsonName) && member.JsonName != discriminator?.PropertyName)
                .Concat(DiscriminatedBy(discriminator, variant))
                .ToEquatable(),
            Values = kind == SchemaKind.Enum ? ConstantsOf(target) : default,
            Doc = DocText.Of(variant.Schema.Description),
        };
    }

    private EquatableArray<string> ConstantsOf(SchemaNode node)
        => unions.Schemas.EnumValues(node.Schema).Select(JsonConstant.AsText).OfType<string>().ToEquatable();

    /// <summary>The discriminator values that distinguish a variant from the others.</summary>
    private IEnumerable<ConstantMember> DiscriminatedBy(OpenApiDiscriminator? discriminator, SchemaNode variant)
    {
        if (discriminator?.PropertyName is not { Length: > 0 } property
            || SchemaGraph.VariantComponent(variant) is not { } component
            || !unions.Schemas.Components.ContainsKey(component))
        {
            return [];
        }

        IEnumerable<string> values = unions.Unions.TryGetValue(component, out PlannedUnion? union) && union.Discriminator == property
            ? union.Variants.SelectMany(static inner => inner.Values)
            : DiscriminatorValues.Of(unions.Schemas, [discriminator], component, property);
        return [new ConstantMember(property, values.ToEquatable())];
    }

    /// <summary>The name of a case: for an inline type what distinguishes it, else its type. The name of the union is left out.</summary>
    private string CaseName(string union, SchemaNode variant, TypeRef type, string variantName)
    {
        string text = variant.Component is null && unions.Schemas.KindOf(variant) >= SchemaKind.Enum ? variantName : CaseText(type);
        return Words.After(union, text) ?? text;
    }

    private static string CaseText(TypeRef type) => type switch
    {
        ScalarRef { Kind: ScalarKind.Date } => "DateOnly",
        ScalarRef { Kind: ScalarKind.DateTime } => "DateTimeOffset",
        ScalarRef { Kind: ScalarKind.Time } => "TimeOnly",
        ScalarRef { Kind: ScalarKind.NamedSingle } => "Single",
        ScalarRef { Kind: ScalarKind.NamedDouble } => "Double",
        ScalarRef scalar => scalar.Kind.ToString(),
        ListRef list => CaseText(WithinMaps(list.Item)) + "List",
        MapRef map => CaseText(WithinMaps(map.Value)) + "Map",
        ModelRef model => CSharpName.Pascal(model.Name, "Value"),
        _ => "JsonElement",
    };

    /// <summary>The values of the innermost map within a list or a map: what lies between is no part of a name.</summary>
    private static TypeRef WithinMaps(TypeRef type)
    {
        TypeRef within = type;
        for (TypeRef? next = type; next is not null;)
        {
            within = next is MapRef map ? map.Value : within;
            next = next switch { ListRef list => list.Item, MapRef inner => inner.Value, _ => null };
        }

        return within;
    }
}
