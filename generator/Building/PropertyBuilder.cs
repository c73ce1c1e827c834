using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document;
using OgGen.Generator.Model;
using OgGen.Generator.Naming;
using OgGen.Generator.Planning;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <summary>Builds the properties of objects.</summary>
internal sealed class PropertyBuilder(
    UnionPlan unions, NamePlan names, MergePatchPlan patches, TypeResolver resolver, SchemaDocs docs, Problems problems)
{
    private const NumberStyles Decimals = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>The properties of an object, without the discriminators of its unions, in the order of the document.</summary>
    public List<PropertyModel> Build(string typeName, SchemaNode node, IReadOnlyList<UnionLink> above, string? component)
    {
        var rules = new MemberRules(
            UsesOptional: patches.Has(unions.Schemas, node, component) || node.Schema.Flag(SpecExtensions.Optional),
            KeepsNull: node.Schema.Flag(SpecExtensions.Lenient));
        ObjectShape shape = unions.Schemas.Flatten(node);
        var members = new NameScope(
            ReservedIn(typeName, above, component), never: ReservedNames.Objects, expected: shape.Members.Count + 1);
        string[] discriminators = above.Count == 0 ? [] : [.. above.Select(static link => link.Discriminator)];
        IReadOnlyDictionary<string, EquatableArray<string>> aliases = MemberAliases.Of(shape, discriminators, problems);
        var properties = new List<PropertyModel>(shape.Members.Count);
        foreach ((string jsonName, SchemaNode member) in shape.Members)
        {
            if (!discriminators.Contains(jsonName))
            {
                PropertyModel property = BuildProperty(members, jsonName, member, shape.Required.Contains(jsonName), rules);
                properties.Add(aliases.TryGetValue(jsonName, out EquatableArray<string> others)
                    ? property with
                    {
                        ReadAliases = others,
                        WritesAliases = others.Count > 0 && member.Schema.Flag(SpecExtensions.WriteAliases),
                    }
                    : property);
            }
            else if (member.Component is null)
            {
                ReportDiscriminator(jsonName, member);
            }
        }

        foreach (string required in shape.Required)
        {
            if (!discriminators.Contains(required) && shape.Find(required) is null)
            {
                // Required and not described: any JSON, so that it can be sent.
                var anything = new SchemaNode(new OpenApiSchema(), node.Pointer, node.Owner);
                properties.Add(BuildProperty(members, required, anything, isRequired: true, default));
            }
        }

        return properties;
    }

    /// <summary>The names of the classes and properties around an object, which no property of it may have.</summary>
    private IEnumerable<string> ReservedIn(string typeName, IReadOnlyList<UnionLink> above, string? component)
        =>
        [
            typeName,
            .. above.Select(link => names.Components[link.Union]),
            .. component is null ? [] : unions.RelativesOf(component).Select(relative => names.Components[relative]),
            .. above.Select(link => names.Discriminators[link.Union]),
        ];

    /// <summary>Reports extensions of a property that only the union declares.</summary>
    private void ReportDiscriminator(string jsonName, SchemaNode node)
    {
        bool isTyped = unions.Schemas.KindOf(node) >= SchemaKind.Enum;
        foreach (string extension in new[] { SpecExtensions.Name, SpecExtensions.Lenient, SpecExtensions.Secret })
        {
            if (node.Schema.Extensions?.ContainsKey(extension) == true && !(isTyped && extension == SpecExtensions.Name))
            {
                problems.Report(
                    Descriptors.BadExtension,
                    node.Pointer + "/" + extension,
                    $"'{extension}' has no meaning for '{jsonName}', the discriminator of a union");
            }
        }
    }

    /// <summary>Assigns bits to required members and indexes to nullable ones.</summary>
    public static PropertyModel[] Number(IReadOnlyList<PropertyModel> properties)
    {
        int required = 0;
        int nullable = 0;
        var numbered = new PropertyModel[properties.Count];
        for (int i = 0; i < numbered.Length; i++)
        {
            // Most members have neither.
            PropertyModel property = properties[i];
            numbered[i] = property.IsRequired || property.KeepsNull
                ? property with
                {
                    SeenBit = property.IsRequired ? required++ : -1,
                    NullIndex = property.KeepsNull ? nullable++ : -1,
                }
                : property;
        }

        return numbered;
    }

    private PropertyModel BuildProperty(NameScope members, string jsonName, SchemaNode node, bool isRequired, MemberRules rules)
    {
        IOpenApiSchema target = docs.Target(node);
        bool isReadOnly = target.ReadOnly || node.Schema.ReadOnly;
        bool isWriteOnly = !isReadOnly && (target.WriteOnly || node.Schema.WriteOnly);
        bool isInJson = isRequired && !isReadOnly && !isWriteOnly;
        TypeRef type = unions.Schemas.IsPlainPreset(node, isRequired) ? PlainTypeOf(node) : resolver.Resolve(node);
        bool isNullable = (unions.Schemas.AllowsNull(node) || !isInJson && unions.Schemas.IsUntyped(target))
            && type != TypeResolver.AnyJson;
        if (node.Schema.Flag(SpecExtensions.Secret) || target.Flag(SpecExtensions.Secret))
        {
            type = new SecretRef(type);
        }

        MemberAccess access = AccessOf(isRequired, isReadOnly, isWriteOnly, rules.UsesOptional);
        if (isNullable || rules.KeepsNull && access is not (MemberAccess.Required or MemberAccess.OptionalValue) && !type.AcceptsNull)
        {
            access = OrNull(access);
        }

        PresetModel? preset = access == MemberAccess.Required ? PresetOf(type, unions.Schemas.PresetOf(node, isRequired)) : null;
        string wanted = node.Component is null ? node.Schema.Text(SpecExtensions.Name) ?? jsonName : jsonName;
        return new PropertyModel
        {
            Name = members.Assign(
                CSharpName.Value(unions.Schemas.KindOf(node) >= SchemaKind.Enum ? jsonName : wanted), "Value", node.Pointer, problems),
            JsonName = jsonName,
            Type = type,
            Access = access,
            Methods = MethodsOf(type, access),
            Preset = preset,
            NeedsPresence = access == MemberAccess.Required && type.IsValueType,
            IsDeprecated = node.Schema.Deprecated,
            Doc = docs.OfProperty(node, type, preset),
        };
    }

    /// <summary>The type of the one value of a member that has no type of its own.</summary>
    private ScalarRef PlainTypeOf(SchemaNode node)
        => unions.Schemas.KindOf(node) != SchemaKind.Enum
            || SchemaShape.Types(node.Schema) != 0 && !unions.Schemas.IsStringEnum(node.Schema)
            ? new ScalarRef(ScalarTypes.Of(unions.Schemas, node.Schema))
            : new ScalarRef(unions.Schemas.IsStringEnum(node.Schema) ? ScalarKind.String : ScalarKind.Int64);

    /// <summary>The value that a new object has; null where C# has no literal of the type for it.</summary>
    private static PresetModel? PresetOf(
        TypeRef type, JsonNode? value) => (type is SecretRef secret ? secret.Inner : type, JsonConstant.AsString(value)) switch
    {
        _ when value is null => null,
        (ModelRef or ScalarRef { Kind: ScalarKind.String }, { } text) => new PresetModel(text, IsString: true),
        (ModelRef or ScalarRef { Kind: ScalarKind.Int64 }, null) when SchemaShape.IsInteger(value) =>
            new PresetModel(value.ToJsonString(), IsString: false),
        (ScalarRef { Kind: ScalarKind.Int32 }, null) when int.TryParse(
            value.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            => new PresetModel(value.ToJsonString(), IsString: false),
        (ScalarRef { Kind: ScalarKind.Double }, null) when IsExactDouble(value) => new PresetModel(value.ToJsonString(), IsString: false),
        (ScalarRef { Kind: ScalarKind.Boolean }, null) when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False
            => new PresetModel(value.ToJsonString(), IsString: false),
        _ => null,
    };

    /// <summary>Whether a double is exactly the number of the document.</summary>
    private static bool IsExactDouble(JsonNode value)
        => decimal.TryParse(value.ToJsonString(), Decimals, CultureInfo.InvariantCulture, out decimal exact)
            && double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture) is var rounded and > -7e28 and < 7e28
            && (decimal)rounded == exact;

    /// <summary>The access of a member that is never null.</summary>
    private static MemberAccess AccessOf(bool isRequired, bool isReadOnly, bool isWriteOnly, bool usesOptional)
        => isReadOnly ? MemberAccess.ReadOnly
            : isRequired ? isWriteOnly ? MemberAccess.RequiredInRequest : MemberAccess.Required
            : usesOptional ? MemberAccess.OptionalValue
            : MemberAccess.Optional;

    /// <summary>The same access for a member that may be null.</summary>
    private static MemberAccess OrNull(MemberAccess access) => access switch
    {
        MemberAccess.Required => MemberAccess.RequiredOrNull,
        MemberAccess.Optional => MemberAccess.OptionalKeepsNull,
        MemberAccess.ReadOnly => MemberAccess.ReadOnlyKeepsNull,
        MemberAccess.RequiredInRequest => MemberAccess.RequiredInRequestKeepsNull,
        MemberAccess.OptionalValue => MemberAccess.OptionalValueOrNull,
        _ => access,
    };

    /// <summary>
    /// The short methods for frequent types. Most lines of a client are such calls, so their length matters.
    /// </summary>
    public static MemberMethods MethodsOf(TypeRef type, MemberAccess access) => type switch
    {
        _ when access is MemberAccess.OptionalValue or MemberAccess.OptionalValueOrNull => MemberMethods.General,
        ModelRef { IsStruct: true } when access != MemberAccess.Required => MemberMethods.Enum,
        ModelRef => MemberMethods.Object,
        ListRef { Item: ModelRef { IsNullable: false } } => MemberMethods.List,
        ListRef { Item: ScalarRef { Kind: ScalarKind.String, IsNullable: false, IsLenient: false } } => MemberMethods.Strings,
        ScalarRef { IsLenient: true } scalar => scalar.Kind is ScalarKind.String
            or ScalarKind.Boolean
            or ScalarKind.Int32
            or ScalarKind.Int64
            ? MemberMethods.Lenient
            : MemberMethods.General,
        ScalarRef scalar => scalar.Kind switch
        {
            ScalarKind.String => MemberMethods.String,
            ScalarKind.Uri => MemberMethods.Uri,
            ScalarKind.Boolean => MemberMethods.Boolean,
            ScalarKind.Int32 => MemberMethods.Int32,
            ScalarKind.Int64 => MemberMethods.Int64,
            ScalarKind.Double => MemberMethods.Double,
            ScalarKind.DateTime => MemberMethods.DateTime,
            _ => MemberMethods.General,
        },
        _ => MemberMethods.General,
    };

    /// <summary>The rules for all members of an object.</summary>
    /// <param name="UsesOptional">Whether members are <c>Optional</c>.</param>
    /// <param name="KeepsNull">Whether a null that the schemas do not allow is written again.</param>
    private readonly record struct MemberRules(bool UsesOptional, bool KeepsNull);
}
