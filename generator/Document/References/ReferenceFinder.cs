using System.Text.Json.Nodes;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.References;

/// <summary>What a reference leads to.</summary>
internal readonly record struct Target(SpecTree File, Place Place, IReadOnlyList<string> Tokens, JsonNode? Node)
{
    /// <summary>The JSON pointer in the file.</summary>
    public string Pointer => Place.Pointer;
}

/// <summary>Why a reference cannot be followed.</summary>
/// <param name="Id">The diagnostic; empty where the reason was reported with the file that it leads to.</param>
/// <param name="Text">What it does instead: "leads nowhere".</param>
internal readonly record struct Fault(string Id, string Text)
{
    public static Fault None { get; } = new("", "");

    /// <summary>It comes back to where it stands.</summary>
    public static Fault Circular { get; } = new(Descriptors.Unsupported, "leads back to itself");

    public static Fault Unresolved(string text) => new(Descriptors.UnresolvedReference, text);
}

/// <summary>Follows references, within a file and between the project's files, to what they stand for.</summary>
internal sealed class ReferenceFinder(SpecTrees trees, SourceMap map, bool isVersion2, bool hasSiblings)
{
    /// <summary>How often a pointer may lead on through references that stand in its way.</summary>
    private const int MaxDetours = 16;

    /// <summary>Finds what a reference stands for.</summary>
    /// <param name="reference">The text of the reference.</param>
    /// <param name="element">What belongs in its place.</param>
    /// <param name="file">The file in which it stands.</param>
    /// <param name="place">Where it stands in the file.</param>
    /// <param name="fault">Why it cannot be followed.</param>
    public Target? Find(string reference, Element element, SpecTree file, Place place, out Fault fault)
    {
        var seen = new HashSet<(SpecTree, string)>();
        while (true)
        {
            if (Step(reference, element, file, place, MaxDetours, out fault) is not { } target)
            {
                return null;
            }

            if (ComponentName(target, element) is not null || Alias(target.Node) is not { } next)
            {
                return target;
            }

            if (!seen.Add((target.File, target.Pointer)))
            {
                fault = Fault.Circular;
                return null;
            }

            // An alias has no name of its own: what counts is what it stands for.
            (reference, file, place) = (next, target.File, target.Place);
        }
    }

    /// <summary>The name of a component of the document itself, if that is what was found, and if a reference can name it.</summary>
    public string? ComponentName(Target target, Element kind)
        => target.File == trees.Root
            && SpecGrammar.Home(kind, isVersion2) is { } home
            && target.Tokens.Count == home.Length + 1
            && home.SequenceEqual(target.Tokens.Take(home.Length), StringComparer.Ordinal)
            && target.Tokens[home.Length] is { Length: > 0 } name
            && name.IndexOfAny(['/', '%']) < 0
            ? name
            : null;

    /// <summary>The text of a reference in an object that is one.</summary>
    public static string? Reference(JsonNode? node)
        => node is JsonObject item && item.TryGetPropertyValue("$ref", out JsonNode? value) && value is JsonValue text && text.TryGetValue(out string? reference) ? reference : null;

    /// <summary>The reference of an object that says nothing else.</summary>
    private string? Alias(JsonNode? node) => Reference(node) is { } reference && (((JsonObject)node!).Count == 1 || !hasSiblings) ? reference : null;

    private Target? Step(string reference, Element element, SpecTree from, Place place, int detours, out Fault fault)
    {
        int hash = reference.IndexOf('#');
        string path = hash < 0 ? reference : reference.Substring(0, hash);
        string fragment = hash < 0 ? "" : reference.Substring(hash + 1);
        if (FindFile(path, from, out fault) is not { } file)
        {
            return null;
        }

        string where = file == trees.Root && from == file ? "this document" : $"'{file.File.Path.Split('/', '\\').Last()}'";
        fault = Fault.Unresolved("leads nowhere in " + where);
        if (fragment.Length > 0 && fragment[0] != '/')
        {
            return null;
        }

        string[] tokens = Pointers.Tokens(Uri.UnescapeDataString(fragment));
        if ((Evaluate(file, tokens, detours) ?? (file == from ? FindAround(file, place, tokens, detours) : null)) is not { } target)
        {
            return null;
        }

        target = ComponentName(target, element) is null ? AtOrigin(target) : target;
        Element found = target.Tokens.Count > 0 ? SpecGrammar.At(target.Tokens) : target.File.IsDocument ? Element.Document : Element.Other;
        if (found == Element.Collection && !target.File.IsDocument)
        {
            // A file that is no document has its own order: what is called "parameters" there may be a schema.
            found = Element.Other;
        }

        if (found is not (Element.Other or Element.Data) && element != Element.Other && found != element)
        {
            fault = new Fault(found == Element.Document ? Descriptors.UnresolvedReference : Descriptors.Invalid, $"leads to {Name(found)} in {where}, where {Name(element)} belongs");
            return null;
        }

        return target;
    }

    private SpecTree? FindFile(string path, SpecTree from, out Fault fault)
    {
        fault = Fault.None;
        if (path.Length == 0)
        {
            return from;
        }

        string? combined = RelativePath.Combine(from.File.Path, path);
        SpecTree? file = combined is null ? null : trees.Find(combined);
        if (combined is null)
        {
            fault = Fault.Unresolved("leads out of the project, and nothing is fetched or read from a disk: add the file to the project with <OpenApiSpec Include=\"…\" Reference=\"true\" />, and refer to it by its relative path");
        }
        else if (file is null)
        {
            fault = Fault.Unresolved($"leads to a file that the project does not declare: add it with <OpenApiSpec Include=\"{path}\" Reference=\"true\" />");
        }

        return file?.Root is null ? null : file;
    }

    /// <summary>What was brought into the document is taken from where it stands, where the references in it still read as they were written.</summary>
    private Target AtOrigin(Target target)
    {
        (SpecFile file, string pointer) = target.File == trees.Root ? map.Find(target.Pointer) : (target.File.File, target.Pointer);
        return file == target.File.File && pointer == target.Pointer
            ? target
            : Evaluate(trees.Find(RelativePath.Normalize(file.Path))!, Pointers.Tokens(pointer), MaxDetours) ?? target;
    }

    /// <summary><c>#/$defs/…</c> is meant from the nearest schema around that has it.</summary>
    private Target? FindAround(SpecTree file, Place place, string[] tokens, int detours)
    {
        if (tokens is not ["$defs" or "definitions", ..])
        {
            return null;
        }

        string[] around = place.Tokens;
        for (int length = around.Length; length > 0; length--)
        {
            if (Evaluate(file, around.Take(length).Concat(tokens), detours) is { } target)
            {
                return target;
            }
        }

        return null;
    }

    private Target? Evaluate(SpecTree file, IEnumerable<string> tokens, int detours)
    {
        var passed = new List<string>();
        Place place = Place.Root;
        JsonNode? node = file.Root;
        foreach (string token in tokens)
        {
            if (node is JsonArray array)
            {
                int index = Pointers.Index(array, token);
                if (index < 0)
                {
                    return null;
                }

                node = array[index];
            }
            else if (node is not JsonObject item)
            {
                return null;
            }
            else if (!item.TryGetPropertyValue(token, out node))
            {
                // A reference stands in the way: what is looked for may stand where it leads.
                if (detours == 0 || Reference(item) is not { } reference || Step(reference, Element.Other, file, place, detours - 1, out _) is not { } detour)
                {
                    return null;
                }

                return Evaluate(detour.File, detour.Tokens.Concat(tokens.Skip(passed.Count)).ToArray(), detours - 1);
            }

            passed.Add(token);
            place = place.Child(token);
        }

        return new Target(file, place, passed, node);
    }

    private static string Name(Element element) => element switch
    {
        Element.Schema => "a schema",
        Element.Parameter => "a parameter",
        Element.Response => "a response",
        Element.RequestBody => "a request body",
        Element.Header => "a header",
        Element.Example => "an example",
        Element.PathItem => "a path item",
        Element.Operation => "an operation",
        Element.Document => "a whole document",
        Element.Collection => "several elements",
        _ => "a " + element.ToString().ToLowerInvariant(),
    };
}
