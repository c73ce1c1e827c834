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
    Decimal,
    String,
    Date,
    DateTime,
    Time,
    Guid,
    Uri,
    Bytes,
}
