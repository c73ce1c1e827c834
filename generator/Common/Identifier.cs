namespace OgGen.Generator.Common;

/// <summary>An identifier of C#.</summary>
/// <param name="Name">The name, as comments and tools show it.</param>
/// <param name="IsKeyword">Whether code must write it with an <c>@</c>, as the name is a keyword.</param>
internal readonly record struct Identifier(string Name, bool IsKeyword)
{
    /// <summary>The name as code writes it.</summary>
    public string Escaped => IsKeyword ? "@" + Name : Name;
}
