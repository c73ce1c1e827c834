namespace OgGen.Generator.Model;

/// <summary>The body of an error answer.</summary>
internal sealed record ErrorModel(TypeRef Type, int From, int To);
