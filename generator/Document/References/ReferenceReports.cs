using System.Text.Json.Nodes;
using OgGen.Generator.Diagnostics;

namespace OgGen.Generator.Document.References;

/// <summary>Reports references that cannot be followed.</summary>
internal sealed class ReferenceReports(NearReferences near, List<Problem> problems)
{
    /// <summary>Reports a reference without a target of the expected kind.</summary>
    /// <param name="location">The location of the object that has the reference.</param>
    /// <param name="reference">The reference as it is written.</param>
    /// <param name="kind">The expected kind of element.</param>
    /// <param name="error">Why it cannot be followed.</param>
    public void Unresolved(ImportLocation location, string reference, Element kind, ReferenceError error)
    {
        bool isLost = error.Id == Descriptors.UnresolvedReference;
        string? meant = isLost ? near.Find(new WrittenReference(reference, location.File, location.In), kind) : null;
        if (error.ToProblem(location.At.Child("$ref").Pointer, reference, meant) is { } problem)
        {
            problems.Add(problem);
        }
    }

    /// <summary>Reports a <c>$dynamicRef</c> whose anchor several schemas have.</summary>
    public void Ambiguous(string reference, ImportLocation location)
    {
        string text = $"Several schemas have the anchor of the $dynamicRef '{reference}'; any JSON is accepted instead";
        problems.Add(new Problem(Descriptors.Unsupported, location.At.Child("$dynamicRef").Pointer, text));
    }

    /// <summary>Reports a <c>$ref</c> that is no string.</summary>
    public void NoString(JsonNode? value, ImportLocation location)
    {
        string text = $"A reference is a string, and this is {value?.ToJsonString() ?? "null"}; it is ignored";
        problems.Add(new Problem(Descriptors.Invalid, location.At.Child("$ref").Pointer, text));
    }
}
