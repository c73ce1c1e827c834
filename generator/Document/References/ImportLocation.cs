using System.Text.Json.Nodes;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.References;

/// <summary>The location of an element: in the file that it comes from, and in the document as it is built.</summary>
/// <param name="File">The file that the element comes from.</param>
/// <param name="In">The location in the file.</param>
/// <param name="At">The location in the document as it is built.</param>
internal readonly record struct ImportLocation(SpecTree File, NodePath In, NodePath At)
{
    /// <summary>The elements whose members were inlined around this one, the innermost first.</summary>
    public InlinedInto? Around { get; init; }

    /// <summary>The top of the document.</summary>
    public static ImportLocation Top(SpecTree document)
    {
        NodePath root = NodePath.Root();
        return new ImportLocation(document, root, root);
    }

    /// <summary>The location of an element that was copied, where a walk of its own begins.</summary>
    public static ImportLocation From(SpecTree file, NodeLocation source, NodeLocation at)
        => new(file, NodePath.From(source), NodePath.From(at));

    // Most nodes are at their source location.
    public ImportLocation Child(string key) => In == At ? With(In.Child(key)) : this with { In = In.Child(key), At = At.Child(key) };

    public ImportLocation Child(int index) => In == At ? With(In.Child(index)) : this with { In = In.Child(index), At = At.Child(index) };

    private ImportLocation With(NodePath child) => this with { In = child, At = child };
}

/// <summary>An element whose members were inlined, and the one around it.</summary>
internal sealed record InlinedInto(JsonObject Element, InlinedInto? Outer)
{
    /// <summary>How many inlined elements are within one another here.</summary>
    public int Depth { get; } = (Outer?.Depth ?? 0) + 1;

    public static bool IsWithin(JsonObject element, InlinedInto? around)
    {
        for (InlinedInto? outer = around; outer is not null; outer = outer.Outer)
        {
            if (ReferenceEquals(outer.Element, element))
            {
                return true;
            }
        }

        return false;
    }
}
