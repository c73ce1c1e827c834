namespace OgGen.Generator.Schemas;

/// <summary>What a schema becomes in C#.</summary>
internal enum SchemaKind
{
    /// <summary>Any JSON.</summary>
    Any,
    Scalar,
    List,
    Map,

    /// <summary>An alias schema: another schema, perhaps nullable, and nothing of its own.</summary>
    Alias,

    // From here on, types of their own.
    Enum,
    Object,

    /// <summary>An untagged union: <c>oneOf</c> or <c>anyOf</c> without a class hierarchy.</summary>
    Choice,

    /// <summary>A discriminated union.</summary>
    Union,
}
