using OgGen.Generator.Common;

namespace OgGen.Generator.Model;

/// <summary>The type of a value, as data. Only <c>Source/</c> knows how it is written in C#, and which codec reads it.</summary>
internal abstract record TypeRef
{
    /// <summary>Whether null is a value as well.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Whether the C# type is a struct.</summary>
    public abstract bool IsValueType { get; }

    /// <summary>
    /// Whether JSON may be more precise than a value of the type: a number with more digits, a date-time with nanoseconds.
    /// </summary>
    public virtual bool IsInexact => false;

    /// <summary>Whether an empty string is read as no value.</summary>
    public virtual bool MayBeBlank => false;

    /// <summary>Whether JSON null is a value of the type itself, as for any JSON.</summary>
    public virtual bool AcceptsNull => false;
}

/// <summary>A boolean, a number or a string, some in a format.</summary>
internal sealed record ScalarRef(ScalarKind Kind) : TypeRef
{
    /// <summary>
    /// Whether another scalar with the same meaning, such as a number for a string, is accepted, and written again in its form.
    /// </summary>
    public bool IsLenient { get; init; }

    public override bool IsValueType => Kind is not (ScalarKind.String or ScalarKind.Uri or ScalarKind.Bytes);

    public override bool IsInexact => IsLenient
        || Kind is ScalarKind.UInt64 or ScalarKind.BigInteger or ScalarKind.Single or ScalarKind.Double
            or ScalarKind.NamedSingle or ScalarKind.NamedDouble or ScalarKind.Decimal
            or ScalarKind.Date or ScalarKind.DateTime or ScalarKind.Time or ScalarKind.Guid or ScalarKind.Bytes;

    public override bool MayBeBlank => IsValueType;
}

/// <summary>A generated type, which reads and writes itself.</summary>
internal sealed record ModelRef(string Name, bool IsStruct) : TypeRef
{
    public override bool IsValueType => IsStruct;
}

/// <summary>A JSON array.</summary>
internal sealed record ListRef(TypeRef Item) : TypeRef
{
    /// <summary>Whether callers only read it, as they do results.</summary>
    public bool IsReadOnly { get; init; }

    public override bool IsValueType => false;

    public override bool IsInexact => Item.IsInexact;
}

/// <summary>A JSON object whose members all have one type.</summary>
internal sealed record MapRef(TypeRef Value) : TypeRef
{
    public override bool IsValueType => false;

    public override bool IsInexact => Value.IsInexact;
}

/// <summary>Any JSON.</summary>
internal sealed record AnyJsonRef : TypeRef
{
    public override bool IsValueType => true;

    public override bool AcceptsNull => !IsNullable;
}

/// <summary>A secret: read and sent like any value, but never shown when it is printed.</summary>
internal sealed record SecretRef(TypeRef Inner) : TypeRef
{
    public override bool IsValueType => Inner.IsValueType;

    public override bool IsInexact => Inner.IsInexact;

    public override bool MayBeBlank => Inner.MayBeBlank;

    public override bool AcceptsNull => Inner.AcceptsNull;
}

/// <summary>Values that a caller passes one after another; no JSON value by themselves.</summary>
internal sealed record SequenceRef(TypeRef Item) : TypeRef
{
    public override bool IsValueType => false;
}

/// <summary>A server-sent event with data of a type.</summary>
internal sealed record EventRef(TypeRef Data) : TypeRef
{
    public override bool IsValueType => true;
}

/// <summary>The kinds of content that is not one JSON value.</summary>
internal enum ContentKind
{
    /// <summary>Bytes as they are.</summary>
    Stream,

    /// <summary>A file of a multipart body.</summary>
    File,

    /// <summary>A callback that adds the parts of a multipart body.</summary>
    Multipart,
}

/// <summary>Content that is not one JSON value, and has no codec.</summary>
internal sealed record ContentRef(ContentKind Kind) : TypeRef
{
    public override bool IsValueType => false;
}
