using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>How a member is declared, read and written, depending on its access.</summary>
internal sealed record MemberCode
{
    private static readonly MemberCode s_required = new()
    {
        Modifier = "required ",
        Reader = ("", ""),
        Writer = ("Write", ""),
        ReadAny = "gen::JsonRead.Value",
        ReadObject = "gen::JsonRead.Value",
        ReadStruct = "gen::JsonRead.Value",
        ReadExact = "gen::JsonRead.Value",
        WriteObject = "WriteMember",
        WriteStruct = "WriteMember",
    };

    private static readonly MemberCode s_requiredOrNull = s_required with
    {
        IsDeclaredNullable = true,
        HasNull = true,
        Reader = ("Optional", ""),
        Writer = ("WriteNullable", ""),
        ReadExact = "gen::JsonRead.OptionalExact",
    };

    private static readonly MemberCode s_optional = new()
    {
        IsDeclaredNullable = true,
        Reader = ("Optional", ""),
        Writer = ("WriteOptional", ""),
        ReadAny = "gen::JsonRead.Value",
        ReadObject = "gen::JsonRead.Optional",
        ReadStruct = "gen::JsonRead.OptionalValue",
        ReadExact = "gen::JsonRead.OptionalExact",
        WriteObject = "WriteOptional",
        WriteStruct = "WriteOptionalValue",
    };

    private static readonly MemberCode s_keepsNull = s_optional with
    {
        KeepsNull = true,
        Reader = ("", "OrNull"),
        Writer = ("Write", "OrNull"),
        ReadObject = "gen::JsonRead.OptionalOrNull",
        ReadStruct = "gen::JsonRead.OptionalValueOrNull",
        ReadExact = "gen::JsonRead.OptionalExactOrNull",
        WriteObject = "WriteOrNull",
        WriteStruct = "WriteValueOrNull",
    };

    private static readonly MemberCode s_optionalValue = new()
    {
        UsesOptional = true,
        ReadAny = "gen::JsonRead.AsSet",
        ReadObject = "gen::JsonRead.AsSetOrUnset",
        ReadStruct = "gen::JsonRead.AsSetOrUnset",
        ReadExact = "gen::JsonRead.AsSetOrUnset",
        WriteObject = "WriteIfSet",
        WriteStruct = "WriteIfSet",
    };

    private static readonly MemberCode s_optionalValueOrNull = s_optionalValue with
    {
        HasNull = true,
        ReadObject = "gen::JsonRead.AsSet",
        ReadStruct = "gen::JsonRead.AsSet",
        ReadExact = "gen::JsonRead.AsSet",
    };

    private static readonly MemberCode s_readOnly = s_optional with { IsLeftOutOfRequests = true };

    private static readonly MemberCode s_readOnlyKeepsNull = s_keepsNull with { IsLeftOutOfRequests = true };

    private static readonly MemberCode s_requiredInRequest = s_optional with { Modifier = "required " };

    private static readonly MemberCode s_requiredInRequestKeepsNull = s_keepsNull with { Modifier = "required " };

    /// <summary>What stands before the type of the property.</summary>
    public string Modifier { get; private init; } = "";

    /// <summary>Whether the property is null where the member is absent.</summary>
    public bool IsDeclaredNullable { get; private init; }

    /// <summary>Whether null is a value that the member always writes.</summary>
    public bool HasNull { get; private init; }

    /// <summary>Whether a null that was read is remembered, by the member's index.</summary>
    public bool KeepsNull { get; private init; }

    /// <summary>Whether the property tells an absent member from every value.</summary>
    public bool UsesOptional { get; private init; }

    public bool IsLeftOutOfRequests { get; private init; }

    /// <summary>What stands around the kind in the name of the method that reads it; there is none for <c>Optional</c>.</summary>
    public (string Prefix, string Suffix) Reader { get; private init; }

    /// <summary>What stands around the kind in the name of the method that writes it; there is none for <c>Optional</c>.</summary>
    public (string Prefix, string Suffix) Writer { get; private init; }

    /// <summary>The general method that reads any JSON.</summary>
    public string ReadAny { get; private init; } = "";

    /// <summary>The general method that reads an object of a class.</summary>
    public string ReadObject { get; private init; } = "";

    /// <summary>The general method that reads a struct.</summary>
    public string ReadStruct { get; private init; } = "";

    /// <summary>The general method that reads a struct whose JSON is kept where that says more, or says that there is no value.</summary>
    public string ReadExact { get; private init; } = "";

    /// <summary>The general method that writes an object of a class.</summary>
    public string WriteObject { get; private init; } = "";

    /// <summary>The general method that writes a struct.</summary>
    public string WriteStruct { get; private init; } = "";

    public static MemberCode Of(PropertyModel property) => property.Access switch
    {
        MemberAccess.Required => s_required,
        MemberAccess.RequiredOrNull => s_requiredOrNull,
        MemberAccess.Optional => s_optional,
        MemberAccess.OptionalKeepsNull => s_keepsNull,
        MemberAccess.ReadOnly => s_readOnly,
        MemberAccess.ReadOnlyKeepsNull => s_readOnlyKeepsNull,
        MemberAccess.RequiredInRequest => s_requiredInRequest,
        MemberAccess.RequiredInRequestKeepsNull => s_requiredInRequestKeepsNull,
        MemberAccess.OptionalValue => s_optionalValue,
        MemberAccess.OptionalValueOrNull => s_optionalValueOrNull,
        _ => throw new ArgumentOutOfRangeException(nameof(property)),
    };

    /// <summary>Adds the expression that reads a member; the reader stands on its name.</summary>
    public void AddRead(CodeWriter writer, PropertyModel property)
    {
        bool isOwned = KeepsNull || property.Type.IsInexact;
        if (property.Methods == MemberMethods.General)
        {
            bool isExact = property.Type is { IsInexact: true, MayBeBlank: true };
            string method = property.Type.AcceptsNull ? ReadAny : isExact ? ReadExact : property.Type.IsValueType ? ReadStruct : ReadObject;
            string arguments = isExact && IsDeclaredNullable ? TypeText.Arguments(property.Type) : Arguments(property);
            writer.Add($"{method}<{arguments}>");
        }
        else
        {
            isOwned |= property.Type.MayBeBlank && IsDeclaredNullable;
            writer.Add($"gen::JsonRead.{Reader.Prefix}{property.Methods.ToString()}{Reader.Suffix}");
            AddTypeArgument(writer, property);
        }

        // The object keeps JSON that may be more precise than its value, under the member's name, and a null by the member's index.
        writer.Add($"(ref reader{(isOwned ? ", value" : "")}");
        if (property.Type.IsInexact)
        {
            writer.Add($", {PropertyEmitter.Name(property)}");
        }

        AddIndex(writer, property);
        writer.Add($")");
    }

    /// <summary>Adds the statement that writes a member.</summary>
    public void AddWrite(CodeWriter writer, PropertyModel property)
    {
        if (property.Methods == MemberMethods.General)
        {
            writer.Add($"writer.{(property.Type.IsValueType ? WriteStruct : WriteObject)}<{Arguments(property)}>");
        }
        else
        {
            writer.Add($"writer.{Writer.Prefix}{property.Methods.ToString()}{Writer.Suffix}");
            if (property.Methods == MemberMethods.Lenient)
            {
                AddTypeArgument(writer, property);
            }
        }

        writer.Add($"({PropertyEmitter.Name(property)}, {property.Name}");
        AddIndex(writer, property);
        writer.Add($");");
    }

    private void AddIndex(CodeWriter writer, PropertyModel property)
    {
        if (KeepsNull)
        {
            writer.Add($", {PropertyEmitter.Index(property)}");
        }
    }

    /// <summary>The type of the property.</summary>
    public string DeclaredType(PropertyModel property)
        => UsesOptional ? $"api::Optional<{(HasNull ? TypeText.NullableName(property.Type) : TypeText.Name(property.Type))}>"
            : IsDeclaredNullable ? TypeText.NullableName(property.Type)
            : TypeText.Name(property.Type);

    /// <summary>The type of the member's values in JSON and its codec, as type arguments.</summary>
    public string Arguments(PropertyModel property)
        => HasNull ? TypeText.NullableArguments(property.Type) : TypeText.Arguments(property.Type);

    /// <summary>Adds the type argument of the methods for generated types.</summary>
    private static void AddTypeArgument(CodeWriter writer, PropertyModel property)
    {
        switch (property)
        {
            case { Methods: MemberMethods.Object or MemberMethods.Enum }:
                writer.Add($"<{TypeText.Name(property.Type)}>");
                break;
            case { Methods: MemberMethods.Lenient, Type: ScalarRef scalar }:
                writer.Add($"{TypeText.LenientArguments(scalar)}");
                break;
            case { Methods: MemberMethods.List, Type: ListRef list }:
                writer.Add($"<{TypeText.Name(list.Item)}>");
                break;
        }
    }
}
