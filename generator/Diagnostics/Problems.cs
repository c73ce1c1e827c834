namespace OgGen.Generator.Diagnostics;

/// <summary>Collects the problems of a document.</summary>
/// <param name="problems">The list that problems are added to; null where they are not reported.</param>
/// <param name="sourcePointer">Maps a JSON pointer of the document to that of the source text. They differ for Swagger 2.0.</param>
internal sealed class Problems(List<Problem>? problems, Func<string, string> sourcePointer)
{
    /// <summary>Reports nothing, for elements that a filter excludes.</summary>
    public Problems Unreported => new(null, sourcePointer);

    /// <summary>Reports that an element gets another name than the document requests.</summary>
    /// <param name="pointer">The JSON pointer of the element.</param>
    /// <param name="requested">The name that the document requests.</param>
    /// <param name="name">The name that the element gets.</param>
    /// <param name="holder">The JSON pointer of the element that has the requested name; null where C# or generated code has it.</param>
    public void Renamed(string pointer, string requested, string name, string? holder)
        => Report(Descriptors.Renamed, pointer, requested, name, holder is null ? "in C#" : $"by '#{sourcePointer(holder)}'");

    /// <summary>Reports a problem at a JSON pointer of the document.</summary>
    public void Report(string id, string pointer, params string[] arguments)
        => problems?.Add(new Problem(id, sourcePointer(pointer), arguments));
}
