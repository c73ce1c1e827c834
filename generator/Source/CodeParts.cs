namespace OgGen.Generator.Source;

/// <summary>A piece of code in three parts, which <see cref="CodeWriter"/> writes without a string that has them all.</summary>
internal readonly record struct CodeParts(string Start, string Middle, string End)
{
    public override string ToString() => Start + Middle + End;
}
