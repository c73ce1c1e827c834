using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Model;
using OgGen.Generator.Naming;
using OgGen.Generator.Planning;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <summary>Builds the properties of objects.</summary>
internal sealed class PropertyBuilder(UnionPlan unions, NamePlan names, MergePatchPlan patches, TypeResolver resolver, SchemaDocs docs, Problems problems)
{
    /// <summary>The properties of an object, without the discriminators of its unions, in the order of the document.</summary>
    public List<PropertyModel> Build(string typeName, SchemaNode node, IReadOnlyList<UnionLink> above, string? component)
    {
        bool isThreeState = patches.Has(unions.Schemas, node, component) || node.Schema.Flag(Extensions.Optional);
        ObjectShape shape = unions.Schemas.Flatten(node);
        var members = new NameScope(ReservedNames.Objects
            .Append(typeName)
            .Concat(above.Select(link => names.Components[link.Union]))
            .Concat(component is null ? [] : unions.RelativesOf(component).Select(relative => names.Components[relative]))
            .Concat(above.Select(link => names.Discriminators[link.Union])));
        var discriminators = new HashSet<string>(above.Select(static link => link.Discriminator), StringComparer.Ordinal);
        var properties = new List<PropertyModel>();
        foreach ((string jsonName, SchemaNode member) in shape.Members)
        {
            if (!discriminators.Contains(jsonName))
            {
                properties.Add(BuildProperty(members, jsonName, member, shape.Required.Contains(jsonName), isThreeState));
            }
        }

        foreach (string required in shape.Required.Where(name => !discriminators.Contains(name)).Except(shape.Members.Select(static member => member.Name)))
        {
            // Required, never described: any JSON, so that it can be sent.
            var anything = new SchemaNode(new OpenApiSchema(), node.Pointer, node.Owner);
            properties.Add(BuildProperty(members, required, anything, isRequired: true, isThreeState: false));
        }

        return properties;
    }

    /// <summary>Gives required members their bits and nullable ones their indexes.</summary>
    public static List<PropertyModel> Number(IEnumerable<PropertyModel> properties)
    {
        int required = 0;
        int nullable = 0;
        return properties.Select(property => property with
        {
            SeenBit = property.IsRequired ? required++ : -1,
            NullIndex = property.KeepsNull ? nullable++ : -1,
        }).ToList();
    }

    private PropertyModel BuildProperty(NameScope members, string jsonName, SchemaNode node, bool isRequired, bool isThreeState)
    {
        IOpenApiSchema target = docs.Target(node);
        bool isReadOnly = target.ReadOnly || node.Schema.ReadOnly;
        bool isWriteOnly = !isReadOnly && (target.WriteOnly || node.Schema.WriteOnly);
        bool isInJson = isRequired && !isReadOnly && !isWriteOnly;
        TypeRef type = resolver.Resolve(node);
        bool isNullable = (unions.Schemas.AllowsNull(node) || !isInJson && unions.Schemas.IsUntyped(target)) && type != TypeResolver.AnyJson;
        if (node.Schema.Flag(Extensions.Secret) || target.Flag(Extensions.Secret))
        {
            type = new SecretRef(type);
        }

        MemberAccess access = AccessOf(isRequired, isReadOnly, isWriteOnly, isThreeState);
        if (isNullable)
        {
            access = OrNull(access);
        }

        string wanted = node.Component is null ? node.Schema.Text(Extensions.Name) ?? jsonName : jsonName;
        return new PropertyModel
        {
            Name = members.Take(CSharpName.Value(unions.Schemas.KindOf(node) >= SchemaKind.Enum ? jsonName : wanted), "Value", node.Pointer, problems),
            JsonName = jsonName,
            ReadAliases = node.Schema.Texts(Extensions.ReadAliases).ToEquatable(),
            Type = type,
            Access = access,
            Methods = MethodsOf(type, access),
            NeedsPresence = access == MemberAccess.Required && type.IsValueType,
            IsDeprecated = node.Schema.Deprecated,
            Doc = docs.OfProperty(node, type),
        };
    }

    /// <summary>The access of a member that is never null.</summary>
    private static MemberAccess AccessOf(bool isRequired, bool isReadOnly, bool isWriteOnly, bool isThreeState)
        => isReadOnly ? MemberAccess.ReadOnly
            : isRequired ? isWriteOnly ? MemberAccess.RequiredInRequest : MemberAccess.Required
            : isThreeState ? MemberAccess.ThreeState
            : MemberAccess.Optional;

    /// <summary>The same access for a member that may be null.</summary>
    private static MemberAccess OrNull(MemberAccess access) => access switch
    {
        MemberAccess.Required => MemberAccess.RequiredOrNull,
        MemberAccess.Optional => MemberAccess.OptionalKeepsNull,
        MemberAccess.ReadOnly => MemberAccess.ReadOnlyKeepsNull,
        MemberAccess.RequiredInRequest => MemberAccess.RequiredInRequestKeepsNull,
        MemberAccess.ThreeState => MemberAccess.ThreeStateOrNull,
        _ => access,
    };

    /// <summary>
    /// The methods for the types that are met most. Most lines of a client are such calls: their length is a good part of its size.
    /// </summary>
    private static MemberMethods MethodsOf(TypeRef type, MemberAccess access) => type switch
    {
        _ when access is MemberAccess.ThreeState or MemberAccess.ThreeStateOrNull => MemberMethods.General,
        ModelRef { IsStruct: true } when access != MemberAccess.Required => MemberMethods.Enum,
        ModelRef => MemberMethods.Object,
        ListRef { Item: ModelRef { IsNullable: false } } => MemberMethods.List,
        ListRef { Item: ScalarRef { Kind: ScalarKind.String, IsNullable: false } } => MemberMethods.Strings,
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
}
