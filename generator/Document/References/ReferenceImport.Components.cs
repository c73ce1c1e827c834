using System.Text.Json.Nodes;
using OgGen.Generator.Common;
using OgGen.Generator.Document.Reading;
using OgGen.Generator.Naming;

namespace OgGen.Generator.Document.References;

/// <content>Components that are references themselves, and originals of what became a component.</content>
internal sealed partial class ReferenceImport
{
    /// <summary>Members that say something of the place where a schema is used; anything else beside a <c>$ref</c> makes another schema.</summary>
    private static readonly HashSet<string> s_annotations = new(StringComparer.Ordinal)
    {
        "$ref", "description", "summary", "title", "deprecated", "readOnly", "writeOnly", "default", "example", "examples", "externalDocs", "xml", "$comment",
    };

    /// <summary>
    /// A component that only refers to another file is what stands there: <c>Pet: { $ref: Pet.yaml }</c> is no second schema.
    /// Where the target has another name, it keeps it.
    /// </summary>
    private void ClaimAliases()
    {
        foreach (Element kind in SpecGrammar.Kinds)
        {
            if (ComponentNames.Section(_root, kind, _isVersion2) is not { } section)
            {
                continue;
            }

            Place home = SpecGrammar.Home(kind, _isVersion2)!.Aggregate(Place.Root, static (place, token) => place.Child(token));
            foreach (string name in Keys(section))
            {
                if (section[name] is JsonObject holder && ReferenceFinder.Reference(holder) is { } reference && holder.All(member => !_hasSiblings || IsAnnotation(member.Key))
                    && _finder.Find(reference, kind, _trees.Root, home.Child(name), out _) is { Node: JsonObject node } target
                    && _finder.ComponentName(target, kind) is null
                    && !_imported.ContainsKey((target.File, target.Pointer, kind))
                    && (target.Tokens.Count == 0 || CSharpName.Pascal(ComponentNames.Of(target), "") == CSharpName.Pascal(name, "")))
                {
                    Put(kind, name, Annotated(node, holder), target);
                }
            }
        }
    }

    private static bool IsAnnotation(string key) => s_annotations.Contains(key) || key.StartsWith("x-", StringComparison.Ordinal);

    private JsonObject Annotated(JsonObject node, JsonObject holder)
    {
        var result = (JsonObject)node.DeepClone();
        foreach (KeyValuePair<string, JsonNode?> member in holder.Where(member => _hasSiblings && member.Key != "$ref"))
        {
            result[member.Key] = member.Value?.DeepClone();
        }

        return result;
    }

    /// <summary>
    /// Where the original of a component stands in the document too, it becomes a reference to it: one schema is one type,
    /// however it is referred to.
    /// </summary>
    private void ReplaceOriginals()
    {
        foreach (KeyValuePair<(SpecTree File, string Pointer, Element Kind), string> import in _imported)
        {
            if (import.Key.Pointer.Length == 0)
            {
                continue;
            }

            string[] tokens = Pointers.Tokens(import.Key.Pointer);
            JsonNode? parent = Original(import.Key.File, tokens.Take(tokens.Length - 1).ToArray());
            string last = tokens[tokens.Length - 1];
            var reference = new JsonObject { ["$ref"] = ReferenceTo(import.Key.Kind, import.Value) };
            if (parent is JsonObject item && item.TryGetPropertyValue(last, out JsonNode? original) && IsReplaceable(original))
            {
                item[last] = reference;
            }
            else if (parent is JsonArray list && Pointers.Index(list, last) is >= 0 and int index && IsReplaceable(list[index]))
            {
                list[index] = reference;
            }
        }
    }

    private bool IsReplaceable(JsonNode? original) => original is JsonObject && ReferenceFinder.Reference(original) is null && !_placed.Contains(original);

    /// <summary>The node of a file's pointer in the document as it is built: within what was brought in, the innermost part first.</summary>
    private JsonNode? Original(SpecTree file, string[] tokens)
    {
        for (int length = tokens.Length; length >= 0; length--)
        {
            string pointer = string.Concat(tokens.Take(length).Select(static token => "/" + Pointers.Escape(token)));
            JsonNode? node = SpecGrammar.Kinds
                .Select(kind => _imported.TryGetValue((file, pointer, kind), out string? name) ? ComponentNames.Section(_root, kind, _isVersion2)?[name] : null)
                .FirstOrDefault(static component => component is not null)
                ?? (length == 0 && file == _trees.Root ? _root : null);
            if (node is not null)
            {
                return tokens.Skip(length).Aggregate((JsonNode?)node, static (current, token) => current switch
                {
                    JsonObject item => item[token],
                    JsonArray list when Pointers.Index(list, token) is >= 0 and int index => list[index],
                    _ => null,
                });
            }
        }

        return null;
    }

    /// <summary>Takes out references of components that lead back to themselves.</summary>
    private void BreakCycles()
    {
        foreach (Element kind in SpecGrammar.Kinds)
        {
            JsonObject? section = ComponentNames.Section(_root, kind, _isVersion2);
            foreach (string name in section is null ? [] : Keys(section))
            {
                var seen = new HashSet<string>(StringComparer.Ordinal);
                string? next = name;
                while (next is not null && seen.Add(next))
                {
                    next = ReferenceFinder.Reference(section![next]) is { } reference ? reference.Substring(ReferenceTo(kind, "").Length) : null;
                }

                if (next == name)
                {
                    var holder = (JsonObject)section![name]!;
                    Report(SpecGrammar.Home(kind, _isVersion2)!.Append(name).Aggregate(Place.Root, static (place, token) => place.Child(token)), ReferenceFinder.Reference(holder)!, Fault.Circular);
                    holder.Remove("$ref");
                }
            }
        }
    }
}
