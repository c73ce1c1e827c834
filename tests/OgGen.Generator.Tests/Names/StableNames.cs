using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OgGen.Generator.Model;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Names;

/// <summary>Finds what an edit of a document changes that belongs to another owner than the one that was edited.</summary>
internal static partial class StableNames
{
    /// <summary>What changes of others where each operation is taken away, which is what changes where it is added.</summary>
    public static IEnumerable<string> ChangesByOperations(JsonObject document, Func<JsonObject, CompiledDocument> compile)
    {
        CompiledDocument whole = compile(document);
        foreach ((string path, string method, _) in GeneratedDocument.OperationsOf(document))
        {
            JsonObject without = document.DeepClone().AsObject();
            without["paths"]![path]!.AsObject().Remove(method);
            foreach (string change in Changes(whole, compile(without)))
            {
                yield return $"without {method} {path}: {change}";
            }
        }
    }

    /// <summary>What changes where operations stand in another order.</summary>
    public static IEnumerable<string> ChangesByOrderOfOperations(
        JsonObject document, Random random, Func<JsonObject, CompiledDocument> compile)
    {
        JsonObject moved = document.DeepClone().AsObject();
        moved["paths"] = GeneratedDocument.Ordered(moved["paths"]!.AsObject(), random);
        foreach ((string path, JsonNode? item) in moved["paths"]!.AsObject().ToArray())
        {
            moved["paths"]![path] = GeneratedDocument.Ordered(item!.AsObject(), random);
        }

        return Changes(compile(document), compile(moved));
    }

    /// <summary>What changes where components of all kinds stand in another order.</summary>
    public static IEnumerable<string> ChangesByOrderOfComponents(
        JsonObject document, Random random, Func<JsonObject, CompiledDocument> compile)
    {
        JsonObject moved = document.DeepClone().AsObject();
        JsonObject components = GeneratedDocument.Ordered(moved["components"]!.AsObject(), random);
        foreach ((string section, JsonNode? elements) in components.ToArray())
        {
            components[section] = GeneratedDocument.Ordered(elements!.AsObject(), random);
        }

        moved["components"] = components;
        return Changes(compile(document), compile(moved));
    }

    /// <summary>
    /// What two documents do not have in common: of operations that both have, and of files of components. A name that one document tells
    /// to be taken by another element (OGG021) is compared as the name that its owner wants.
    /// </summary>
    private static List<string> Changes(CompiledDocument one, CompiledDocument two)
    {
        var changes = new List<string>();
        Dictionary<string, string> wanted = Wanted(one, two);
        foreach (string operation in one.Operations.Select(static group => group.Key).Where(two.Operations.Contains))
        {
            Compare(operation, Text(one.ReachableFrom(operation)), Text(two.ReachableFrom(operation)));
        }

        Dictionary<string, string> files = Files(one);
        Dictionary<string, string> others = Files(two);
        foreach ((string file, string text) in files.Where(file => others.ContainsKey(file.Key)))
        {
            Compare(file, text, others[file]);
        }

        return changes;

        string Text(Dictionary<string, string> types) => string.Join('\n', types
            .Select(type => Canonical(type.Key + "\n" + type.Value))
            .Order(StringComparer.Ordinal));

        Dictionary<string, string> Files(CompiledDocument document) => document.Model.Files.OfType<TypesFile>()
            .GroupBy(file => Canonical(file.HintName), StringComparer.Ordinal)
            .ToDictionary(
                static same => same.Key,
                same => Canonical(string.Join('\n', same.SelectMany(static file => CompiledDocument.Lines(file, "")))),
                StringComparer.Ordinal);

        string Canonical(string text)
            => wanted.Count == 0 ? text : Identifier().Replace(text, match => wanted.GetValueOrDefault(match.Value, match.Value));

        void Compare(string what, string left, string right)
        {
            string[] before = left.Split('\n');
            string[] after = right.Split('\n');
            changes.AddRange(before.Except(after).Take(3).Select(line => $"{what} has no more {line}"));
            changes.AddRange(after.Except(before).Take(3).Select(line => $"{what} has now {line}"));
        }
    }

    /// <summary>The names that are no one's wish, and what was wished in their place.</summary>
    private static Dictionary<string, string> Wanted(CompiledDocument one, CompiledDocument two)
    {
        var wanted = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string said, string name, string holder) in one.Renamed.Concat(two.Renamed))
        {
            if (holder.StartsWith("by '#/paths/", StringComparison.Ordinal))
            {
                wanted[name] = said;
            }
        }

        return wanted;
    }

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_]*")]
    private static partial Regex Identifier();
}
