namespace OgGen.Generator.Common;

/// <summary>Who may use the generated types.</summary>
internal enum TypeAccess
{
    Public,
    Internal,
}
