using OgGen.Generator.Common;

namespace OgGen.Generator.Model;

/// <summary>A documentation comment, in Markdown.</summary>
internal sealed record DocModel(string Summary, string Remarks = "")
{
    /// <summary>The generated type from which the comment is inherited; null if this comment has text.</summary>
    public DocLink? InheritedFrom { get; init; }

    /// <summary>The code spans that name a generated type or method.</summary>
    public EquatableArray<DocLink> Links { get; init; }

    /// <summary>All of its paragraphs, for an element that has no remarks.</summary>
    public string Text => Remarks.Length == 0 ? Summary : Summary + "\n\n" + Remarks;

    public static DocModel None { get; } = new("");
}

/// <summary>A code span of a description that names a generated type or method.</summary>
/// <param name="Code">The text of the span.</param>
/// <param name="Namespace">The namespace of the type.</param>
/// <param name="TypeName">The type.</param>
/// <param name="MethodName">The method, without <c>Async</c>; null where the type itself is meant.</param>
internal sealed record DocLink(string Code, string Namespace, string TypeName, string? MethodName);

/// <summary>A generated type.</summary>
internal abstract record TypeModel
{
    public required string Name { get; init; }

    public required DocModel Doc { get; init; }

    public bool IsDeprecated { get; init; }
}

/// <summary>A class with properties: a plain object or a variant of a union.</summary>
internal sealed record ObjectModel : TypeModel
{
    /// <summary>The class from which this one inherits: the union that it is a variant of, or another variant.</summary>
    public string? BaseName { get; init; }

    /// <summary>The variants that inherit from this one, the nearest last.</summary>
    public EquatableArray<DerivedModel> Derived { get; init; }

    /// <summary>Whether the method that reads the members has the signature of one of a base.</summary>
    public bool HidesReader { get; init; }

    /// <summary>The discriminator that users of this variant set, because it has several values.</summary>
    public DiscriminatorModel? OpenDiscriminator { get; init; }

    /// <summary>The discriminators whose value is fixed for this variant, outermost union first; by itself or by an inner union.</summary>
    public EquatableArray<FixedDiscriminator> FixedDiscriminators { get; init; }

    /// <summary>Whether this is the variant for unknown discriminators.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>
    /// The property with the reason why an object does not fit the variant that it names; null except for the variant for unknown
    /// discriminators.
    /// </summary>
    public string? MismatchName { get; init; }

    /// <summary>All members, those that the union declares included, in the order of the document.</summary>
    public required EquatableArray<PropertyModel> Properties { get; init; }

    /// <summary>The type of the members that have no property of their own; null for any JSON.</summary>
    public TypeRef? Extra { get; init; }

    /// <summary>Whether the base has the members without a property of their own.</summary>
    public bool InheritsExtra { get; init; }

    /// <summary>The required members' JSON names, by the bit that marks each as seen.</summary>
    public required EquatableArray<string> RequiredNames { get; init; }

    /// <summary>
    /// Whether reading needs a constructor of its own: required members cannot be left out of an object initializer, except by a
    /// constructor that promises to set them; nor can a discriminator that the other constructor asks for.
    /// </summary>
    public bool HasReaderConstructor { get; init; }
}

/// <summary>One property of a class.</summary>
internal sealed record PropertyModel
{
    public required string Name { get; init; }

    public required string JsonName { get; init; }

    /// <summary>Other JSON names that are read into this property.</summary>
    public EquatableArray<string> ReadAliases { get; init; }

    /// <summary>Whether a new object writes the member under each of its names.</summary>
    public bool WritesAliases { get; init; }

    public required TypeRef Type { get; init; }

    public required MemberAccess Access { get; init; }

    /// <summary>The only possible value of a required member, which new objects have; null where the caller sets it.</summary>
    public PresetModel? Preset { get; init; }

    /// <summary>The methods that read and write it.</summary>
    public required MemberMethods Methods { get; init; }

    /// <summary>Whether it must be in JSON.</summary>
    public bool IsRequired => Access is MemberAccess.Required or MemberAccess.RequiredOrNull;

    /// <summary>Whether a null that was read is remembered.</summary>
    public bool KeepsNull
        => Access is MemberAccess.OptionalKeepsNull or MemberAccess.ReadOnlyKeepsNull or MemberAccess.RequiredInRequestKeepsNull;

    /// <summary>
    /// Whether the value alone does not say if the member is there: a required struct has its default where it is absent.
    /// </summary>
    public required bool NeedsPresence { get; init; }

    /// <summary>Declared by the union, not by this class.</summary>
    public bool IsInherited { get; init; }

    public bool IsDeprecated { get; init; }

    /// <summary>The bit that marks a required member as seen; -1 for optional ones.</summary>
    public int SeenBit { get; init; } = -1;

    /// <summary>The index by which an explicit null is remembered.</summary>
    public int NullIndex { get; init; } = -1;

    public required DocModel Doc { get; init; }
}

/// <summary>The value of a member in new objects.</summary>
/// <param name="Value">The string, or the JSON of another value.</param>
/// <param name="IsString">Whether it is a string.</param>
internal sealed record PresetModel(string Value, bool IsString);

/// <summary>The fixed discriminator of a variant.</summary>
/// <param name="Name">The property on the union.</param>
/// <param name="JsonName">The member in JSON.</param>
/// <param name="Value">The value.</param>
/// <param name="EnumName">The enumeration that types the property; null where it is a string.</param>
internal sealed record FixedDiscriminator(string Name, string JsonName, string Value, string? EnumName);

/// <summary>The discriminator of a union.</summary>
internal sealed record DiscriminatorModel
{
    /// <summary>The property on the union.</summary>
    public required string Name { get; init; }

    public required Identifier ParameterName { get; init; }

    public required string JsonName { get; init; }

    /// <summary>The enumeration that types the property, and has the constants for the values; null where it is a string.</summary>
    public required string? EnumName { get; init; }

    /// <summary>The values that the document names, and the constants for them.</summary>
    public required EquatableArray<KnownValue> Values { get; init; }

    /// <summary>Whether an object of the variant may have another value, or none, outside of the union.</summary>
    public bool IsOverridable { get; init; }

    /// <summary>The value of a new object; null where the caller sets it.</summary>
    public string? Default { get; init; }
}

/// <summary>A value that the document names.</summary>
internal sealed record KnownValue(string Name, string Value);

/// <summary>An abstract class with a sealed one for each variant.</summary>
internal sealed record UnionModel : TypeModel
{
    /// <summary>The union that this one is a variant of.</summary>
    public string? BaseName { get; init; }

    /// <summary>The discriminator of the outer union for this one.</summary>
    public FixedDiscriminator? Outer { get; init; }

    public required DiscriminatorModel Discriminator { get; init; }

    /// <summary>Whether an outer union has constants for its own discriminator, which this one's hide.</summary>
    public bool HidesConstants { get; init; }

    public required EquatableArray<VariantModel> Variants { get; init; }

    public required ObjectModel Unknown { get; init; }

    /// <summary>The members that every variant has and that no outer union declares.</summary>
    public required EquatableArray<PropertyModel> Properties { get; init; }
}

/// <summary>A variant that inherits from another one.</summary>
/// <param name="TypeName">Its class.</param>
/// <param name="Keys">Its discriminator values.</param>
/// <param name="TakesKey">Whether its objects keep the discriminator value that was read.</param>
internal sealed record DerivedModel(string TypeName, EquatableArray<string> Keys, bool TakesKey);

/// <summary>One variant of a union.</summary>
/// <param name="TypeName">Its class.</param>
/// <param name="ParameterName">Its parameter where variants are chosen from.</param>
/// <param name="Keys">Its discriminator values.</param>
/// <param name="TakesKey">Whether its objects keep the discriminator value that was read.</param>
/// <param name="IsUnion">Whether it is a union itself.</param>
internal sealed record VariantModel(string TypeName, Identifier ParameterName, EquatableArray<string> Keys, bool TakesKey, bool IsUnion)
{
    /// <summary>The number of classes between it and the union.</summary>
    public int Level { get; init; }

    /// <summary>Its required members, where another variant has one of its keys: they distinguish the two.</summary>
    public EquatableArray<string> RequiredMembers { get; init; }
}

/// <summary>A struct over a string or an integer with known values.</summary>
internal sealed record EnumModel : TypeModel
{
    /// <summary><c>string</c> or <c>long</c>.</summary>
    public required bool IsString { get; init; }

    public required EquatableArray<EnumValue> Values { get; init; }
}

/// <summary>A known value of an enumeration.</summary>
/// <param name="Name">The property.</param>
/// <param name="Value">The value in JSON.</param>
/// <param name="IsSaidByName">
/// Whether the value equals its name except for separators and case: <c>InProgress</c> and <c>in_progress</c>.
/// </param>
internal sealed record EnumValue(string Name, string Value, bool IsSaidByName);

/// <summary>An untagged union: a class that holds a value of one of several types.</summary>
internal sealed record UntaggedUnionModel : TypeModel
{
    public required EquatableArray<UntaggedUnionCase> Cases { get; init; }
}

/// <summary>One of the types that an untagged union may hold.</summary>
internal sealed record UntaggedUnionCase
{
    public required string Name { get; init; }

    public required Identifier ParameterName { get; init; }

    public required TypeRef Type { get; init; }

    /// <summary>The kinds of the values of this case.</summary>
    public required JsonKinds Kinds { get; init; }

    /// <summary>The required members that distinguish objects of this case; empty for other kinds.</summary>
    public EquatableArray<string> RequiredMembers { get; init; }

    public EquatableArray<string> OptionalMembers { get; init; }

    /// <summary>Members that hold one of certain constants.</summary>
    public EquatableArray<ConstantMember> Constants { get; init; }

    /// <summary>The known values of an enumeration, as strings, where other cases have the same JSON kind.</summary>
    public EquatableArray<string> Values { get; init; }

    public required DocModel Doc { get; init; }
}

/// <summary>A member with certain constants, as strings.</summary>
internal sealed record ConstantMember(string JsonName, EquatableArray<string> Values);
