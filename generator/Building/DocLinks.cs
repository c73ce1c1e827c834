using OgGen.Generator.Common;
using OgGen.Generator.Model;
using OgGen.Generator.Planning;

namespace OgGen.Generator.Building;

/// <summary>
/// Finds the operations and schemas that descriptions name in code spans. A word in lower case is none of them, even where the document
/// calls one so: it is more often a field, a parameter or a value.
/// </summary>
internal sealed class DocLinks
{
    private readonly string _namespace;
    private readonly IReadOnlyDictionary<string, DocLink> _known;

    private DocLinks(string @namespace, IReadOnlyDictionary<string, DocLink> known)
    {
        _namespace = @namespace;
        _known = known;
    }

    public static DocLinks Of(OperationPlan operations, TypePlan types, NamePlan names, string @namespace)
    {
        var known = new Dictionary<string, DocLink>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, string> component in names.Components)
        {
            if (component.Key.Length > 0 && char.IsUpper(component.Key[0]) && !types.Envelopes.Contains(component.Key))
            {
                known[component.Key] = new DocLink(component.Key, @namespace, component.Value, null);
            }
        }

        foreach (GroupPlan group in operations.Groups)
        {
            foreach (PlannedOperation operation in group.Operations.Where(static operation => operation.IsWanted))
            {
                if (operation.Node.Operation.OperationId is { Length: > 0 } id
                    && !id.All(static c => c is >= 'a' and <= 'z')
                    && operation.Methods.Count > 0)
                {
                    known[id] = new DocLink(id, @namespace, names.Groups[group.Key], operation.Methods[0].Name);
                }
            }
        }

        return new DocLinks(@namespace, known);
    }

    /// <summary>A reference to a generated type.</summary>
    public DocLink To(string typeName) => new(typeName, _namespace, typeName, null);

    /// <summary>The comment, with what it names in its code spans and in those of other texts.</summary>
    public DocModel In(DocModel doc, IEnumerable<string>? others = null)
    {
        if (!HasCode(doc.Summary) && !HasCode(doc.Remarks) && others?.Any(HasCode) != true)
        {
            return doc;
        }

        EquatableArray<DocLink> links = (others ?? []).Prepend(doc.Remarks).Prepend(doc.Summary)
            .SelectMany(static text => CodeSpans.In(text))
            .Distinct(StringComparer.Ordinal)
            .Select(code => _known.TryGetValue(code, out DocLink? link) ? link : null)
            .OfType<DocLink>()
            .ToEquatable();
        return links.Count == 0 ? doc : doc with { Links = links };

        static bool HasCode(string text) => text.IndexOf('`') >= 0;
    }
}
