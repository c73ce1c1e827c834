using System.Text.Json.Nodes;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.References;

/// <summary>Follows references, within a file and between the project's files, to their final targets.</summary>
internal sealed class ReferenceFinder(SpecTrees trees, SourceMap map, SpecVersion version)
{
    private static readonly char[] s_notPlain = ['/', '%', '~', '#'];

    private readonly PointerEvaluator _pointers = new(trees, map);

    /// <summary>
    /// The final targets of references that other references lead to: a chain is followed once, not again from each of its members.
    /// </summary>
    private readonly Dictionary<
        (SpecTree File, string Pointer, Element Element), (ReferenceTarget? Target, ReferenceError Error)> _aliases = [];

    private readonly HashSet<(SpecTree File, string Reference, Element Kind)> _own = [];

    /// <summary>The document itself.</summary>
    public SpecTree Root => trees.Root;

    /// <summary>
    /// Whether a reference is known to lead to a component of the document itself under its own name: it stays as it is, wherever in its
    /// file it stands.
    /// </summary>
    public bool IsOwn(SpecTree file, string reference, Element kind)
        => _own.Contains((file, reference, kind))
            || file == trees.Root && IsComponent(reference, kind) && _own.Add((file, reference, kind));

    public void AddOwn(SpecTree file, string reference, Element kind) => _own.Add((file, reference, kind));

    /// <summary>Finds the final target of a reference.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="element">The expected kind of element.</param>
    /// <param name="error">Why it cannot be followed.</param>
    public ReferenceTarget? Find(WrittenReference reference, Element element, out ReferenceError error)
    {
        HashSet<(SpecTree File, string Pointer, Element Element)>? trail = null;
        ReferenceTarget? result;
        while (true)
        {
            result = Step(reference, element, out error);
            if (result is not { } target || ComponentName(target, element) is not null || Alias(target.Node) is not { } next)
            {
                break;
            }

            (SpecTree, string, Element) key = (target.File, target.Pointer, element);
            if (_aliases.TryGetValue(key, out (ReferenceTarget? Target, ReferenceError Error) known))
            {
                (result, error) = known;
                break;
            }

            trail ??= [];
            if (!trail.Add(key))
            {
                (result, error) = (null, ReferenceError.Circular);
                break;
            }

            // An alias has no name of its own: its target counts.
            reference = new WrittenReference(next, target.File, NodePath.From(target.Location));
        }

        foreach ((SpecTree, string, Element) key in (IReadOnlyCollection<(SpecTree, string, Element)>?)trail ?? [])
        {
            _aliases[key] = (result, error);
        }

        return result;
    }

    /// <summary>How many schemas have the dynamic anchor that a reference names.</summary>
    public int CountDynamic(WrittenReference reference) => _pointers.CountDynamic(reference);

    /// <summary>Finds the target of a reference, which may be a reference itself.</summary>
    public ReferenceTarget? Step(WrittenReference reference, Element element, out ReferenceError error)
    {
        if (_pointers.Find(reference, out error) is not { } target)
        {
            return null;
        }

        string where = _pointers.Describe(target.File, reference.File);
        target = ComponentName(target, element) is null ? _pointers.AtSource(target) : target;
        Element found = target.Tokens.Count > 0 ? SpecGrammar.At(target.Tokens) : target.File.IsDocument ? Element.Document : Element.Other;
        if (found == Element.Collection && !target.File.IsDocument)
        {
            // A file that is no document has no fixed structure: a member called "parameters" may be a schema.
            found = Element.Other;
        }

        if (found is not (Element.Other or Element.Data) && element != Element.Other && found != element)
        {
            string text = $"leads to {Name(found)} in {where}, where {Name(element)} belongs";
            error = found == Element.Document ? ReferenceError.Unresolved(text) : ReferenceError.Mismatch(text);
            return null;
        }

        return target;
    }

    /// <summary>The name of a component of the document itself, if that is what was found, and if a reference can name it.</summary>
    /// <remarks>Components are one or two levels deep.</remarks>
    public string? ComponentName(ReferenceTarget target, Element kind)
        => target.File == trees.Root
            && SpecGrammar.Home(kind, version.IsSwagger) is { } home
            && target.Tokens.Count == home.Length + 1
            && target.Tokens[0] == home[0]
            && target.Tokens[home.Length - 1] == home[home.Length - 1]
            && target.Tokens[home.Length] is { Length: > 0 } name
            && name.IndexOf('/') < 0
            && name.IndexOf('%') < 0
            ? name
            : null;

    /// <summary>
    /// Whether a reference is the pointer of a component of the document, in which nothing is escaped, and which is no reference itself:
    /// nearly all are, and need no evaluation.
    /// </summary>
    private bool IsComponent(string reference, Element kind)
        => SpecGrammar.ReferenceTo(kind, version.IsSwagger, "") is var prefix
            && reference.Length > prefix.Length
            && reference.StartsWith(prefix, StringComparison.Ordinal)
            && reference.IndexOfAny(s_notPlain, prefix.Length) < 0
            && ComponentNames.Section((JsonObject)trees.Root.Root!, kind, version.IsSwagger) is { } section
            && section[reference.Substring(prefix.Length)] is JsonObject component
            && WrittenReference.In(component) is null;

    /// <summary>The reference of an object that has nothing else.</summary>
    private string? Alias(JsonNode? node)
        => WrittenReference.In(node) is { } reference && (((JsonObject)node!).Count == 1 || !version.HasJsonSchema) ? reference : null;

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
