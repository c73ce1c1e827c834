using System.Text.Json.Nodes;
using OgGen.Generator.Diagnostics;

namespace OgGen.Generator.Document.References;

/// <summary>
/// Replaces references where a string is expected, such as <c>description: { $ref: intro.md }</c>. The specification does not allow them,
/// and other tools write them: the string is the target, or the content of a file that is no document.
/// </summary>
internal sealed class StringReferences(ReferenceFinder finder, SpecTrees trees, List<Problem> problems)
{
    /// <summary>Replaces a reference by its string, or reports and removes it.</summary>
    /// <param name="holder">The element that has the member.</param>
    /// <param name="key">The member.</param>
    /// <param name="reference">The reference as it is written.</param>
    /// <param name="location">The location of the member.</param>
    public void Import(JsonObject holder, string key, string reference, ImportLocation location)
    {
        string reason = "leads to nothing that is a string";
        string? found = WholeFile(reference, location);
        if (found is null)
        {
            if (finder.Find(
                new WrittenReference(reference, location.File, location.In), Element.Other, out ReferenceError error) is not { } target)
            {
                reason = error.Text.Length > 0 && error.Limit == 0 ? error.Text : reason;
            }
            else if (target.Node is JsonValue value && value.TryGetValue(out string? text))
            {
                found = text;
            }
        }

        if (found is not null)
        {
            holder[key] = found;
            return;
        }

        problems.Add(
            new Problem(
                Descriptors.Invalid,
                location.At.Pointer,
                $"'{key}' is a string, and the reference '{reference}' {reason}; '{key}' is ignored"));
        holder.Remove(key);
    }

    private string? WholeFile(string reference, ImportLocation location)
        => reference.IndexOf('#') < 0 && RelativePath.Combine(location.File.File.Path, reference) is { } path
            ? trees.PlainText(path)
            : null;
}
