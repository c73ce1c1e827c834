namespace OgGen.Generator.Common;

/// <summary>The kinds of JSON values.</summary>
[Flags]
internal enum JsonKinds
{
    None = 0,
    Object = 1,
    Array = 2,
    String = 4,
    Number = 8,
    Boolean = 16,
    All = Object | Array | String | Number | Boolean,
}
