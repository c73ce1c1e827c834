namespace OgGen.Generator.Schemas;

/// <summary>The kind of C# type of a schema.</summary>
internal enum SchemaKind
{
    /// <summary>Any JSON.</summary>
    Any,
    Scalar,
    List,
    Map,

    /// <summary>An alias schema: another schema, perhaps nullable, and nothing of its own.</summary>
    Alias,

    // From here on, generated types.
    Enum,
    Object,

    /// <summary>An untagged union: <c>oneOf</c> or <c>anyOf</c> without a class hierarchy.</summary>
    UntaggedUnion,

    /// <summary>A discriminated union.</summary>
    Union,
}
