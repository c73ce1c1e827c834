using System.Text.Json.Nodes;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.References;

namespace OgGen.Generator.Document.Passes;

/// <summary>
/// Shortens chains of components that are references: each refers to the component at the end, because Microsoft.OpenApi follows a chain by
/// recursion, on each access. Chains of schemas are kept, as each schema may be a type; <see cref="SchemaChains"/> limits them.
/// </summary>
internal sealed class ComponentChains
{
    /// <summary>The keywords that may stand beside <c>$ref</c> since OpenAPI 3.1. Those nearest to the use take precedence.</summary>
    private static readonly string[] s_siblings = ["summary", "description"];

    private readonly JsonObject _components;
    private readonly string _prefix;
    private readonly bool _hasSiblings;
    private readonly List<Problem> _problems;
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);

    private ComponentChains(JsonObject components, string prefix, bool hasSiblings, List<Problem> problems)
    {
        _components = components;
        _prefix = prefix;
        _hasSiblings = hasSiblings;
        _problems = problems;
    }

    public static void Shorten(JsonObject root, List<Problem> problems, CancellationToken cancellationToken)
    {
        SpecVersion version = SpecVersion.Of(root);
        foreach (Element kind in SpecGrammar.Kinds.Where(static kind => kind != Element.Schema))
        {
            if (ComponentNames.Section(root, kind, version.IsSwagger) is not { } section)
            {
                continue;
            }

            var chains = new ComponentChains(
                section, SpecGrammar.ReferenceTo(kind, version.IsSwagger, ""), version.HasJsonSchema, problems);
            foreach (string name in section.Select(static component => component.Key).ToArray())
            {
                cancellationToken.ThrowIfCancellationRequested();
                chains.Shorten(name);
            }
        }
    }

    private void Shorten(string first)
    {
        List<string> chain = ChainFrom(first, out string? circle);
        if (circle is not null)
        {
            Break(chain, circle);
            chain = ChainFrom(first, out _);
        }

        for (int i = chain.Count - 1; i >= 0; i--)
        {
            if (Next(chain[i]) is { } next && WrittenReference.In(_components[next]) is { } end)
            {
                Redirect((JsonObject)_components[chain[i]]!, (JsonObject)_components[next]!, end);
            }

            _done.Add(chain[i]);
        }
    }

    /// <summary>The components from one on, each a reference to the next, up to one that was shortened before.</summary>
    /// <param name="first">The name of the first one.</param>
    /// <param name="circle">The name of the component that the last one refers back to; null if there is no circle.</param>
    private List<string> ChainFrom(string first, out string? circle)
    {
        var chain = new List<string>();
        var open = new HashSet<string>(StringComparer.Ordinal);
        string? name = first;
        while (name is not null && !_done.Contains(name) && open.Add(name))
        {
            chain.Add(name);
            name = Next(name);
        }

        circle = name is not null && open.Contains(name) ? name : null;
        return chain;
    }

    /// <summary>The name of the component that a component refers to; null where it is not a reference.</summary>
    private string? Next(string name)
        => WrittenReference.In(_components[name]) is { } reference
            && reference.StartsWith(_prefix, StringComparison.Ordinal)
            && reference.Substring(_prefix.Length) is var next
            && _components.ContainsKey(next) ? next : null;

    /// <summary>Removes the reference of the first component of a circle, in the order of the document.</summary>
    private void Break(List<string> chain, string circle)
    {
        HashSet<string> members = new(chain.Skip(chain.IndexOf(circle)), StringComparer.Ordinal);
        string first = _components.First(component => members.Contains(component.Key)).Key;
        var holder = (JsonObject)_components[first]!;
        string pointer = _prefix.Substring(1) + Pointers.Escape(first) + "/$ref";
        _problems.Add(ReferenceError.Circular.ToProblem(pointer, WrittenReference.In(holder)!)!);
        holder.Remove("$ref");
    }

    private void Redirect(JsonObject holder, JsonObject next, string end)
    {
        holder["$ref"] = end;
        foreach (string sibling in _hasSiblings ? s_siblings : [])
        {
            if (!holder.ContainsKey(sibling) && next[sibling] is { } inherited)
            {
                holder[sibling] = inherited.DeepClone();
            }
        }
    }
}
