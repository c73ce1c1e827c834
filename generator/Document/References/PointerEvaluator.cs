using System.Text.Json.Nodes;
using OgGen.Generator.Common;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.References;

/// <summary>
/// Evaluates references whose JSON pointers lead through other references: <c>#/a/b</c> is <c>#/c/b</c> where
/// <c>a</c> is a reference to <c>#/c</c>. Each intermediate reference is evaluated once, and without recursion, because such chains may be
/// as long as a document.
/// </summary>
internal sealed class PointerEvaluator(SpecTrees trees, SourceMap map)
{
    /// <summary>The targets of intermediate references; null for those that lead nowhere, or back to themselves.</summary>
    private readonly Dictionary<(SpecTree File, string Pointer), ReferenceTarget?> _detours = [];

    private readonly Dictionary<SpecTree, SchemaIds> _ids = [];

    /// <summary>An intermediate reference.</summary>
    private sealed record Detour((SpecTree File, string Pointer) Key, WrittenReference Reference);

    /// <summary>Finds the target of a reference, which may be a reference itself.</summary>
    public ReferenceTarget? Find(WrittenReference reference, out ReferenceError error)
    {
        ReferenceTarget? target = Find(reference, out error, out Detour? missing);
        while (missing is not null)
        {
            FindDetours(missing);
            target = Find(reference, out error, out missing);
        }

        return target;
    }

    /// <summary>Evaluates an intermediate reference, after those that it leads through.</summary>
    private void FindDetours(Detour first)
    {
        var open = new Stack<Detour>([first]);
        var openKeys = new HashSet<(SpecTree File, string Pointer)> { first.Key };
        while (open.Count > 0)
        {
            ReferenceTarget? target = Find(open.Peek().Reference, out _, out Detour? missing);
            missing ??= Continued(target);
            if (missing is null)
            {
                Detour done = open.Pop();
                openKeys.Remove(done.Key);
                _detours[done.Key] = target is { } found ? Last(found) : null;
            }
            else if (openKeys.Add(missing.Key))
            {
                open.Push(missing);
            }
            else
            {
                // The reference leads back to itself.
                _detours[missing.Key] = null;
            }
        }
    }

    /// <summary>The element at its source location, for one that was imported: its references are relative to that.</summary>
    public ReferenceTarget AtSource(ReferenceTarget target)
    {
        if (target.File != trees.Root)
        {
            return target;
        }

        (SpecFile file, string pointer) = map.Find(target.Pointer);
        return file == target.File.File && pointer == target.Pointer
            ? target
            : Element(trees.Find(RelativePath.Normalize(file.Path))!, Pointers.Tokens(pointer)) ?? target;
    }

    /// <summary>The reference to follow first, where a reference leads to another one and nothing else.</summary>
    private Detour? Continued(ReferenceTarget? target)
        => target is { Node: JsonObject { Count: 1 } node } found
            && WrittenReference.In(node) is { } next
            && !_detours.ContainsKey((found.File, found.Pointer))
            ? new Detour((found.File, found.Pointer), new WrittenReference(next, found.File, NodePath.From(found.Location)))
            : null;

    private ReferenceTarget? Last(ReferenceTarget target)
        => target.Node is JsonObject { Count: 1 } && _detours.TryGetValue((target.File, target.Pointer), out ReferenceTarget? last)
            ? last
            : target;

    private ReferenceTarget? Find(WrittenReference reference, out ReferenceError error, out Detour? missing)
    {
        missing = null;
        int hash = reference.Text.IndexOf('#');
        string path = hash < 0 ? reference.Text : reference.Text.Substring(0, hash);
        string fragment = hash < 0 ? "" : reference.Text.Substring(hash + 1);
        bool isPointer = fragment.Length == 0 || fragment[0] == '/';
        if (path.Length > 0 || !isPointer)
        {
            error = ReferenceError.Unresolved("leads nowhere in " + Describe(reference.File, reference.File));
            ReferenceTarget? named = FindNamed(reference, ref error, out missing);
            if (named is not null || missing is not null)
            {
                return named;
            }
        }

        if (FindFile(path, reference.File, out error) is not { } file)
        {
            return null;
        }

        error = ReferenceError.Unresolved("leads nowhere in " + Describe(file, reference.File));
        if (!isPointer)
        {
            return null;
        }

        string[] tokens = Pointers.Tokens(Uri.UnescapeDataString(fragment));
        ReferenceTarget? target = Evaluate(file, tokens, ref error, out missing);
        if (target is null && missing is null && file == reference.File && tokens is ["$defs" or "definitions", ..])
        {
            target = FindAround(file, reference.Holder.Location.Tokens, tokens, ref error, out missing);
        }

        if (target is null
            && missing is null
            && path.Length == 0
            && IdsOf(file).ResourceAround(reference.Holder.Location.Tokens) is { } resource)
        {
            // A schema with an $id is a document of its own.
            target = Evaluate(file, [.. resource, .. tokens], ref error, out missing);
        }

        return target;
    }

    /// <summary>How many schemas of the reference's file have the dynamic anchor that it names.</summary>
    public int CountDynamic(WrittenReference reference) => IdsOf(reference.File).CountDynamic(reference.Text.TrimStart('#'));

    /// <summary>The schema that a reference names by its <c>$id</c> or anchor, in its own file or in the document.</summary>
    private ReferenceTarget? FindNamed(WrittenReference reference, ref ReferenceError error, out Detour? missing)
    {
        missing = null;
        foreach (SpecTree file in new[] { reference.File, trees.Root }.Distinct())
        {
            IReadOnlyList<string> holder = file == reference.File ? reference.Holder.Location.Tokens : [];
            if (IdsOf(file).Find(reference.Text, holder) is { } named)
            {
                return Evaluate(file, [.. named.Location.Tokens, .. Pointers.Tokens(named.Pointer)], ref error, out missing);
            }
        }

        return null;
    }

    private SchemaIds IdsOf(SpecTree file)
    {
        if (!_ids.TryGetValue(file, out SchemaIds? ids))
        {
            _ids.Add(file, ids = SchemaIds.Of(file));
        }

        return ids;
    }

    /// <summary>The name of a file in messages.</summary>
    public string Describe(SpecTree file, SpecTree from)
        => file == trees.Root && from == file ? "this document" : $"'{file.File.Path.Split('/', '\\').Last()}'";

    private SpecTree? FindFile(string path, SpecTree from, out ReferenceError error)
    {
        error = ReferenceError.None;
        if (path.Length == 0)
        {
            return from;
        }

        string? combined = RelativePath.Combine(from.File.Path, path);
        SpecTree? file = combined is null ? null : trees.Find(combined);
        if (combined is null)
        {
            error = ReferenceError.Unresolved(
                "leads out of the project, and nothing is fetched or read from a disk: add the file to the project with "
                    + "<OpenApiSpec Include=\"…\" Reference=\"true\" />, and refer to it by its relative path");
        }
        else if (file is null)
        {
            error = ReferenceError.Unresolved(
                $"leads to a file that the project does not declare: add it with <OpenApiSpec Include=\"{path}\" Reference=\"true\" />");
        }

        return file?.Root is null ? null : file;
    }

    /// <summary><c>#/$defs/…</c> is relative to the nearest enclosing schema that has it.</summary>
    private ReferenceTarget? FindAround(SpecTree file, string[] around, string[] tokens, ref ReferenceError error, out Detour? missing)
    {
        missing = null;
        for (int length = around.Length; length > 0; length--)
        {
            if (Evaluate(file, [.. around.Take(length), .. tokens], ref error, out missing) is { } target)
            {
                return target;
            }

            if (missing is not null)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The element at a JSON pointer.</summary>
    /// <param name="file">The file in which the pointer begins.</param>
    /// <param name="tokens">The keys and indexes of the pointer.</param>
    /// <param name="error">Why there is no element, if there is a reason other than that the pointer leads nowhere.</param>
    /// <param name="missing">The intermediate reference that has to be evaluated first.</param>
    private ReferenceTarget? Evaluate(SpecTree file, string[] tokens, ref ReferenceError error, out Detour? missing)
    {
        missing = null;
        (NodeLocation nodeLocation, JsonNode? node, string[] prefix, int start) = (NodeLocation.Root, file.Root, [], 0);
        HashSet<(SpecTree File, string Pointer, int Index)>? passed = null;
        for (int i = 0; i < tokens.Length;)
        {
            JsonNode? holder = node;
            if (TryGetChild(holder, tokens[i], out node))
            {
                nodeLocation = nodeLocation.Child(tokens[i]);
                i++;
                continue;
            }

            if (WrittenReference.In(holder) is not { } reference)
            {
                return null;
            }

            // An intermediate reference: the element may be at its target.
            (SpecTree File, string Pointer) key = (file, nodeLocation.Pointer);
            passed ??= [];
            if (passed.Count == Limits.Depth)
            {
                error = ReferenceError.Beyond(Limits.Depth, "references in the way of a reference");
                return null;
            }

            if (!passed.Add((key.File, key.Pointer, i)))
            {
                error = ReferenceError.Circular;
                return null;
            }

            if (!_detours.TryGetValue(key, out ReferenceTarget? next))
            {
                missing = new Detour(key, new WrittenReference(reference, file, NodePath.From(nodeLocation)));
                return null;
            }

            if (next is not { } found)
            {
                return null;
            }

            found = AtSource(found);
            (file, nodeLocation, node, prefix, start) = (found.File, found.Location, found.Node, [.. found.Tokens], i);
        }

        return new ReferenceTarget(
            file, nodeLocation, start == 0 && prefix.Length == 0 ? tokens : [.. prefix, .. tokens.Skip(start)], node);
    }

    /// <summary>The element at a JSON pointer without intermediate references.</summary>
    private static ReferenceTarget? Element(SpecTree file, string[] tokens)
    {
        (NodeLocation nodeLocation, JsonNode? node) = (NodeLocation.Root, file.Root);
        foreach (string token in tokens)
        {
            if (!TryGetChild(node, token, out node))
            {
                return null;
            }

            nodeLocation = nodeLocation.Child(token);
        }

        return new ReferenceTarget(file, nodeLocation, tokens, node);
    }

    private static bool TryGetChild(JsonNode? parent, string token, out JsonNode? child)
    {
        child = null;
        if (parent is JsonObject item)
        {
            return item.TryGetPropertyValue(token, out child);
        }

        int index = parent is JsonArray array ? Pointers.Index(array, token) : -1;
        child = index < 0 ? null : parent![index];
        return index >= 0;
    }
}
