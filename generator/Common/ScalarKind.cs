namespace OgGen.Generator.Common;

/// <summary>The scalars that JSON values become, by their .NET types.</summary>
internal enum ScalarKind
{
    Boolean,
    Int32,
    Int64,
    UInt64,
    BigInteger,
    Single,
    Double,

    /// <summary>Single precision, with the values that have a name instead of digits: strings in JSON.</summary>
    NamedSingle,

    /// <summary>Double precision, with the values that have a name instead of digits: strings in JSON.</summary>
    NamedDouble,
    Decimal,
    String,
    Date,
    DateTime,
    Time,
    Guid,
    Uri,
    Bytes,
}
