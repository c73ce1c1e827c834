using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Checks;
using OgGen.Generator.Model;
using OgGen.Generator.Naming;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <content>Unions that are no class hierarchy: a value of one of several types.</content>
internal sealed partial class ModelBuilder
{
    private static readonly string[] s_reservedChoiceMembers =
    [
        "Json", "Value", "Case", "Raw", "Original", "Inexactly", "WroteOriginal", "Read", "Write", "Match", "Switch", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize", "JsonWriteMode",
    ];

    private readonly Dictionary<IOpenApiSchema, JsonKinds> _kindsOfChoices = [];

    private ChoiceModel BuildChoice(string name, SchemaNode at, IReadOnlyList<SchemaNode> variants)
    {
        var names = new NameScope(s_reservedChoiceMembers.Append(name));
        var parameters = new NameScope(["json", "value"]);
        var seen = new HashSet<TypeRef>();
        var cases = new List<ChoiceCase>();
        string[] variantNames = VariantNames(variants);
        for (int i = 0; i < variants.Count; i++)
        {
            SchemaNode variant = variants[i];
            TypeRef type = Resolve(variant);
            if (type is ModelRef model && model.Name == name)
            {
                Report(Descriptors.Unsupported, variant.Pointer, $"The alternative is '{name}' itself, which says nothing; it is left out");
                continue;
            }

            // Two variants of one type are one case; any JSON is what the raw value is for.
            if (type != s_any && seen.Add(type))
            {
                cases.Add(BuildCase(names, parameters, CaseName(name, variant, type, variantNames[i]), variant, type, at.Schema.Discriminator));
            }
        }

        return new ChoiceModel { Name = name, Doc = TypeDoc(at), IsDeprecated = at.Schema.Deprecated, Cases = cases.Select(choice => IsAlone(choice, cases) ? choice with { Values = default } : choice).ToEquatable() };
    }

    /// <summary>Whether no other case begins like this one, so that its values tell nothing.</summary>
    private static bool IsAlone(ChoiceCase choice, List<ChoiceCase> cases)
        => cases.TrueForAll(other => other == choice || (other.Kinds & choice.Kinds) == JsonKinds.None);

    private ChoiceCase BuildCase(NameScope names, NameScope parameters, string wanted, SchemaNode variant, TypeRef type, OpenApiDiscriminator? discriminator)
    {
        (SchemaNode target, SchemaKind kind) = Follow(variant);
        var members = new List<(string Name, SchemaNode Schema)>();
        HashSet<string> required = [];
        if (kind == SchemaKind.Object)
        {
            ObjectShape shape = _schemas.Flatten(target);
            members = shape.Members;
            required = shape.Required;
        }

        string caseName = Take(names, wanted, "Value", variant.Pointer);
        return new ChoiceCase
        {
            Name = caseName,
            ParameterName = CSharpName.Escape(parameters.Take(CSharpName.Camel(caseName, "value"))),
            Type = type,
            Kinds = KindsOf(target, kind),
            RequiredMembers = members.Select(static member => member.Name).Where(required.Contains).ToEquatable(),
            OptionalMembers = members.Select(static member => member.Name).Where(member => !required.Contains(member)).ToEquatable(),
            Constants = members
                .Select(member => new ConstantMember(member.Name, _schemas.EnumValues(member.Schema.Schema).Select(JsonConstant.AsText).OfType<string>().ToEquatable()))
                .Where(member => member.Values.Count > 0 && required.Contains(member.JsonName) && member.JsonName != discriminator?.PropertyName)
                .Concat(DiscriminatedBy(discriminator, variant))
                .ToEquatable(),
            Values = kind == SchemaKind.Enum ? _schemas.EnumValues(target.Schema).Select(JsonConstant.AsText).OfType<string>().ToEquatable() : default,
            Doc = DocText.Of(variant.Schema.Description),
        };
    }

    /// <summary>The values of a discriminator by which a choice tells a variant from the others.</summary>
    private IEnumerable<ConstantMember> DiscriminatedBy(OpenApiDiscriminator? discriminator, SchemaNode variant)
    {
        if (discriminator?.PropertyName is not { Length: > 0 } property || SchemaGraph.VariantComponent(variant) is not { } name || !_schemas.Components.ContainsKey(name))
        {
            return [];
        }

        IEnumerable<string> keys = _unions.TryGetValue(name, out UnionPlan? union) && union.Discriminator == property
            ? union.Variants.SelectMany(static inner => inner.Keys)
            : KeysOf(discriminator, name, property);
        return [new ConstantMember(property, keys.ToEquatable())];
    }

    /// <summary>The schema behind references and redirects, and what it is.</summary>
    private (SchemaNode At, SchemaKind Kind) Follow(SchemaNode at)
    {
        for (int i = 0; i < 32; i++)
        {
            if (at.Component is { } component)
            {
                SchemaKind kind = ComponentKind(component);
                if (!_schemas.Components.TryGetValue(component, out SchemaNode target))
                {
                    return (at, SchemaKind.Any);
                }

                if (kind != SchemaKind.Alias)
                {
                    return (target, kind);
                }

                at = target;
            }
            else if (_schemas.KindOf(at.Schema) == SchemaKind.Alias)
            {
                at = _schemas.AliasTarget(at);
            }
            else
            {
                break;
            }
        }

        return (at, _schemas.KindOf(at.Schema));
    }

    /// <summary>What a case is called: what makes it another than the others where it is an inline type, else its type. The choice's own name says nothing in it.</summary>
    private string CaseName(string choice, SchemaNode variant, TypeRef type, string variantName)
    {
        string text = variant.Component is null && _schemas.KindOf(variant.Schema) >= SchemaKind.Enum ? variantName : CaseText(type);
        return Words.After(choice, text) ?? text;
    }

    private static string CaseText(TypeRef type) => type switch
    {
        ScalarRef { Kind: ScalarKind.Date } => "DateOnly",
        ScalarRef { Kind: ScalarKind.DateTime } => "DateTimeOffset",
        ScalarRef { Kind: ScalarKind.Time } => "TimeOnly",
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

    /// <summary>How the values of a schema begin.</summary>
    private JsonKinds KindsOf(SchemaNode at, SchemaKind kind)
    {
        switch (kind)
        {
            case SchemaKind.Object or SchemaKind.Union or SchemaKind.Map:
                return JsonKinds.Object;
            case SchemaKind.List:
                return JsonKinds.Array;
            case SchemaKind.Enum:
                return _schemas.IsStringEnum(at.Schema) ? JsonKinds.String : JsonKinds.Number;
            case SchemaKind.Choice:
                return KindsOfChoice(at);
            default:
                return _schemas.ScalarType(at.Schema) switch
                {
                    JsonSchemaType.String => JsonKinds.String,
                    JsonSchemaType.Boolean => JsonKinds.Boolean,
                    _ => JsonKinds.Number,
                };
        }
    }

    /// <summary>
    /// How the values of a choice begin, be they of choices within it, which may come back to it. One that refers only to itself has no
    /// kind: no value matches it.
    /// </summary>
    private JsonKinds KindsOfChoice(SchemaNode choice)
    {
        if (_kindsOfChoices.TryGetValue(choice.Schema, out JsonKinds known))
        {
            return known;
        }

        JsonKinds found = JsonKinds.None;
        var seen = new HashSet<IOpenApiSchema> { choice.Schema };
        var pending = new Stack<SchemaNode>([choice]);
        while (pending.Count > 0 && found != JsonKinds.All)
        {
            SchemaNode next = pending.Pop();
            if (_kindsOfChoices.TryGetValue(next.Schema, out known))
            {
                found |= known;
                continue;
            }

            if (_schemas.KindOf(next.Schema) == SchemaKind.Object)
            {
                // A base of which the derived types are the cases: objects, all of them.
                found |= JsonKinds.Object;
                continue;
            }

            foreach ((SchemaNode at, SchemaKind kind) in _schemas.Variants(next).Select(Follow))
            {
                if (kind != SchemaKind.Choice && kind != SchemaKind.Any)
                {
                    found |= KindsOf(at, kind);
                }
                else if (kind == SchemaKind.Choice && seen.Add(at.Schema))
                {
                    pending.Push(at);
                }
            }
        }

        _kindsOfChoices.Add(choice.Schema, found);
        return found;
    }
}
