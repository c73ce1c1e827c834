using System.Text.Json.Nodes;
using OgGen.Generator.Common;

namespace OgGen.Generator.Document.References;

/// <summary>Finds a similar reference for one that leads nowhere.</summary>
internal sealed class NearReferences(SpecTrees trees, SpecVersion version)
{
    /// <summary>The number of searches that are left: one for each diagnostic that is shown.</summary>
    private int _left = Limits.Diagnostics;

    /// <summary>A similar reference with a target; null where there is none.</summary>
    public string? Find(WrittenReference reference, Element kind)
    {
        if (_left-- <= 0)
        {
            return null;
        }

        int hash = reference.Text.IndexOf('#');
        string path = hash < 0 ? reference.Text : reference.Text.Substring(0, hash);
        string fragment = hash < 0 ? "" : reference.Text.Substring(hash);
        if (path.Length == 0)
        {
            return InTree(reference.File.Root, fragment) ?? Component(reference, kind, fragment);
        }

        string? combined = RelativePath.Combine(reference.File.File.Path, path);
        return combined is null ? null
            : trees.Find(combined) is { } file ? Prefixed(path, InTree(file.Root, fragment))
            : FileName(combined) is { } name ? path.Substring(0, path.LastIndexOf('/') + 1) + name + fragment
            : Component(reference, kind, "#/" + reference.Text);
    }

    private static string? Prefixed(string? prefix, string? text) => prefix is null || text is null ? null : prefix + text;

    /// <summary>The pointer with one key replaced, if that has a target.</summary>
    private static string? InTree(JsonNode? root, string fragment)
    {
        string[] tokens = Pointers.Tokens(Uri.UnescapeDataString(fragment));
        JsonNode? node = root;
        bool isChanged = false;
        for (int i = 0; i < tokens.Length; i++)
        {
            if (node is JsonObject item
                && !item.ContainsKey(tokens[i])
                && !isChanged
                && Nearest.Find(tokens[i], item.Select(static member => member.Key)) is { } near)
            {
                tokens[i] = near;
                isChanged = true;
            }

            node = node switch
            {
                JsonObject parent => parent[tokens[i]],
                JsonArray list when Pointers.Index(list, tokens[i]) is >= 0 and int index => list[index],
                _ => null,
            };
        }

        return isChanged && node is not null ? "#" + string.Concat(tokens.Select(static token => "/" + Pointers.Escape(token))) : null;
    }

    /// <summary>
    /// A component of the document with the last name of the pointer, or one like it: <c>#/definitions/Pet</c> was right in Swagger 2.0.
    /// </summary>
    private string? Component(WrittenReference reference, Element kind, string fragment)
    {
        string name = Pointers.Tokens(Uri.UnescapeDataString(fragment)).LastOrDefault() ?? fragment.TrimStart('#');
        return reference.File == trees.Root
            && SpecGrammar.Home(kind, version.IsSwagger) is not null
            && ComponentNames.Section((JsonObject)trees.Root.Root!, kind, version.IsSwagger) is { } section
            && (section.ContainsKey(name) ? name : Nearest.Find(name, section.Select(static member => member.Key))) is { } near
            ? SpecGrammar.ReferenceTo(kind, version.IsSwagger, Pointers.Escape(near))
            : null;
    }

    /// <summary>The most similar name of a declared file in the same folder.</summary>
    private string? FileName(string path)
    {
        int folder = path.LastIndexOf('/') + 1;
        return Nearest.Find(
            path.Substring(folder),
            trees.Paths.Where(other => other.LastIndexOf('/') + 1 == folder && string.CompareOrdinal(other, 0, path, 0, folder) == 0)
                .Select(other => other.Substring(folder)));
    }
}
