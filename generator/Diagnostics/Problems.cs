namespace OgGen.Generator.Diagnostics;

/// <summary>Collects what is wrong in a document.</summary>
/// <param name="problems">The list that they are added to; null where nobody wants to know.</param>
/// <param name="origin">The JSON pointer in the text for one in the document, which differ where the text is Swagger 2.0.</param>
internal sealed class Problems(List<Problem>? problems, Func<string, string> origin)
{
    /// <summary>The same document, of which nothing is reported: what a filter leaves out is not complained about.</summary>
    public Problems Unreported => new(null, origin);

    /// <summary>Reports that something is called otherwise than the document asks for.</summary>
    /// <param name="pointer">The JSON pointer of what is called so.</param>
    /// <param name="said">The name that it asks for.</param>
    /// <param name="name">Its name.</param>
    /// <param name="holder">The JSON pointer of what has the name that it asks for; null where C# has it, or generated code.</param>
    public void Renamed(string pointer, string said, string name, string? holder)
        => Report(Descriptors.Renamed, pointer, said, name, holder is null ? "in C#" : $"by '#{origin(holder)}'");

    /// <summary>Reports a problem at a JSON pointer of the document.</summary>
    public void Report(string id, string pointer, params string[] arguments) => problems?.Add(new Problem(id, origin(pointer), arguments));
}
