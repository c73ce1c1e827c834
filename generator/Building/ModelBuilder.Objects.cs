using System.Globalization;
using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Document.Checks;
using OgGen.Generator.Document.References;
using OgGen.Generator.Model;
using OgGen.Generator.Naming;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <content>Objects and their properties.</content>
internal sealed partial class ModelBuilder
{
    /// <summary>The members that every generated class has already: its own, and those of <c>ApiModel</c>.</summary>
    private static readonly string[] s_reservedMembers =
    [
        .. from kind in new[] { "String", "Uri", "Boolean", "Int32", "Int64", "Double", "DateTime", "Object", "Enum", "List", "Strings" }
           from pattern in new[] { "Read{0}", "ReadOptional{0}", "Read{0}OrNull", "Write{0}", "WriteOptional{0}", "WriteNullable{0}", "Write{0}OrNull" }
           select pattern.Replace("{0}", kind),
        "AdditionalProperties", "ExtraProperties", "Read", "ReadMembers", "Write", "WriteMembers", "StartObject", "NextMember", "ReadExtra", "WriteExtra", "KeepInexact", "WroteOriginal", "ReadAdditional", "WriteAdditional", "TryMember", "UnknownDiscriminator", "OptionalOrNull", "OptionalValueOrNull",
        "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize", "JsonWriteMode", "Match", "Switch", "Known",
    ];

    /// <summary>What a component says of itself in more characters than these is not repeated at every member that has its type.</summary>
    private const int LongDocumentation = 40;

    private ObjectModel BuildObject(string name, SchemaNode at, string? component)
    {
        List<UnionLink> chain = component is null ? [] : UnionChain(component);
        UnionLink? union = chain.Count > 0 ? chain[chain.Count - 1] : null;
        HashSet<string> inherited = new(chain.SelectMany(link => CommonMembers(link.Component)).Select(static member => member.JsonName), StringComparer.Ordinal);
        List<PropertyModel> properties = Number(
            BuildProperties(name, at, chain, component).Select(property => inherited.Contains(property.JsonName) ? property with { IsInherited = true } : property));

        EquatableArray<string> required = RequiredNames(properties, union is { IsOpen: true, IsLoose: false } ? union.Discriminator : null);
        DiscriminatorModel? open = union is { IsOpen: true } ? VariantDiscriminator(union) : null;
        return new ObjectModel
        {
            Name = name,
            Doc = TypeDoc(at),
            IsDeprecated = at.Schema.Deprecated,
            BaseName = union is null ? null : _componentNames[union.Component],
            OpenDiscriminator = open,
            FixedDiscriminators = chain.Where(link => link.Keys.Count == 1 && !(link == union && link.IsOpen)).Select(Fixed).ToEquatable(),
            Properties = properties.ToEquatable(),
            Extra = ExtraOf(at),
            RequiredNames = required,
            HasReaderConstructor = required.Count > 0 || open is { Default: null }
                || properties.Exists(static property => property.Access is MemberAccess.RequiredInRequest or MemberAccess.RequiredInRequestKeepsNull),
        };
    }

    /// <summary>The type of members that have no property of their own, unless they may be anything.</summary>
    private TypeRef? ExtraOf(SchemaNode at)
        => _schemas.ExtraOf(at) is { } extra && ResolveItem(extra) is var type && type != s_any ? type : null;

    /// <summary>The properties of an object, without the discriminators of its unions, in the order of the document.</summary>
    private List<PropertyModel> BuildProperties(string typeName, SchemaNode at, List<UnionLink> chain, string? component)
    {
        (bool isThreeState, bool isPatch) = StatesOf(at, component);
        ObjectShape shape = _schemas.Flatten(at);
        var names = new NameScope(s_reservedMembers
            .Append(typeName)
            .Concat(chain.Select(link => _componentNames[link.Component]))
            .Concat(chain.Select(static link => link.PropertyName)));
        var discriminators = new HashSet<string>(chain.Select(static link => link.Discriminator), StringComparer.Ordinal);
        var properties = new List<PropertyModel>();
        foreach ((string jsonName, SchemaNode member) in shape.Members)
        {
            if (!discriminators.Contains(jsonName))
            {
                properties.Add(BuildProperty(names, jsonName, member, shape.Required.Contains(jsonName), isThreeState, isPatch));
            }
        }

        foreach (string required in shape.Required.Where(name => !discriminators.Contains(name)).Except(shape.Members.Select(static member => member.Name)))
        {
            // Required, never described: any JSON, so that it can be sent.
            properties.Add(BuildProperty(names, required, new SchemaNode(new OpenApiSchema(), at.Pointer, at.Owner), isRequired: true, isThreeState: false, isPatch: false));
        }

        return properties;
    }

    private PropertyModel BuildProperty(NameScope names, string jsonName, SchemaNode at, bool isRequired, bool isThreeState, bool isPatch)
    {
        bool isReadOnly = Target(at).ReadOnly || at.Schema.ReadOnly;
        TypeRef type = Resolve(at);
        bool isWriteOnly = !isReadOnly && (Target(at).WriteOnly || at.Schema.WriteOnly);
        bool isInJson = isRequired && !isReadOnly && !isWriteOnly;
        bool isNullable = (_schemas.AllowsNull(at) || !isInJson && _schemas.IsUntyped(Target(at))) && type != s_any;
        if (at.Schema.Flag(Extensions.Secret) || Target(at).Flag(Extensions.Secret))
        {
            type = new SecretRef(type);
        }

        MemberAccess access = AccessOf(isRequired, isReadOnly, isWriteOnly, isThreeState);
        if (isNullable || access == MemberAccess.ThreeState && isPatch && !type.AcceptsNull)
        {
            access = OrNull(access);
        }

        string wanted = at.Component is null ? at.Schema.Text(Extensions.Name) ?? jsonName : jsonName;
        return new PropertyModel
        {
            Name = Take(names, CSharpName.Value(_schemas.KindOf(at.Schema) >= SchemaKind.Enum ? jsonName : wanted), "Value", at.Pointer),
            JsonName = jsonName,
            ReadAliases = at.Schema.Texts(Extensions.ReadAliases).ToEquatable(),
            Type = type,
            Access = access,
            Methods = MethodsOf(type, access),
            IsDeprecated = at.Schema.Deprecated,
            Doc = PropertyDoc(at, type),
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

    /// <summary>Gives required members their bits and nullable ones their indexes.</summary>
    private static List<PropertyModel> Number(IEnumerable<PropertyModel> properties)
    {
        int required = 0;
        int nullable = 0;
        return properties.Select(property => property with
        {
            SeenBit = property.IsRequired ? required++ : -1,
            NullIndex = property.KeepsNull ? nullable++ : -1,
        }).ToList();
    }

    private static EquatableArray<string> RequiredNames(List<PropertyModel> properties, string? discriminator)
        => properties.Where(static property => property.IsRequired).Select(static property => property.JsonName)
            .Concat(discriminator is null ? [] : new[] { discriminator })
            .ToEquatable();

    /// <summary>The schema itself, or the component that it refers to.</summary>
    private IOpenApiSchema Target(SchemaNode at)
        => at.Component is { } component && _schemas.Components.TryGetValue(component, out SchemaNode target) ? target.Schema : at.Schema;

    private DocModel TypeDoc(SchemaNode at)
    {
        string text = at.Schema.Description ?? at.Schema.Title ?? "";
        (string summary, string remarks) = DocText.Split(text);
        string origin = "Schema: " + _place(at.Pointer);
        return new DocModel(summary.Length > 0 ? summary : origin, summary.Length > 0 ? (remarks + "\n\n" + origin).Trim() : remarks);
    }

    private DocModel PropertyDoc(SchemaNode at, TypeRef type)
    {
        IOpenApiSchema schema = at.Schema;
        if (schema.Description is null && at.Component is not null && type is ModelRef model && Target(at).Description is { Length: > LongDocumentation })
        {
            return new DocModel("") { InheritedFrom = model.Name };
        }

        (string summary, string remarks) = DocText.Split(schema.Description ?? Target(at).Description ?? schema.Title ?? "");
        var limits = new List<string>();
        Add("At most", schema.MaxLength, "characters");
        Add("At least", schema.MinLength, "characters");
        Add("At most", schema.MaxItems, "items");
        Add("At least", schema.MinItems, "items");
        AddText("Not below", schema.Minimum);
        AddText("Not above", schema.Maximum);
        AddText("Default:", JsonConstant.IsNull(schema.Default) ? null : schema.Default!.ToJsonString());
        if (Target(at).ReadOnly || schema.ReadOnly)
        {
            limits.Add("Set by the service; not sent in requests.");
        }
        else if (Target(at).WriteOnly || schema.WriteOnly)
        {
            limits.Add("Sent in requests; answers do not have it.");
        }

        // Tools show the summary alone, so what is known stands there where nobody described the member.
        string facts = string.Join(" ", limits);
        return summary.Length > 0 ? new DocModel(summary, (remarks + "\n\n" + facts).Trim()) : new DocModel(facts);

        void Add(string text, int? limit, string unit)
        {
            if (limit is { } value)
            {
                limits.Add(text + " " + value.ToString(CultureInfo.InvariantCulture) + " " + unit + ".");
            }
        }

        void AddText(string text, string? limit)
        {
            if (limit is not null)
            {
                limits.Add(text + " " + limit + ".");
            }
        }
    }
}

/// <summary>Texts of a document as documentation comments.</summary>
internal static class DocText
{
    /// <summary>The first paragraph, and the rest.</summary>
    public static (string Summary, string Remarks) Split(string text)
    {
        text = text.Replace("\r\n", "\n").Replace('\r', '\n').Trim();
        if (text.Length > Limits.Documentation)
        {
            text = text.Substring(0, Limits.Documentation) + " [...]";
        }

        int end = text.IndexOf("\n\n", StringComparison.Ordinal);
        return end < 0 ? (text, "") : (text.Substring(0, end).Trim(), text.Substring(end).Trim());
    }

    public static DocModel Of(string? summary, string? description = null)
    {
        (string first, string rest) = Split(summary is { Length: > 0 } ? summary + "\n\n" + description : description ?? "");
        return new DocModel(first, rest);
    }
}
