using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Reading;
using OgGen.Generator.Document.References;

namespace OgGen.Generator.Document.Passes;

/// <summary>
/// Removes queries from path templates: <c>/people{?name,page}</c> is the path <c>/people</c> with two parameters of the query (RFC 6570;
/// Springfox writes such paths, and declares the parameters). OpenAPI has no such templates.
/// </summary>
internal static class QueryTemplates
{
    private static readonly Regex s_query = new(@"\{[?&]([A-Za-z0-9_.,*%-]*)\}", RegexOptions.CultureInvariant);

    public static void Rewrite(JsonObject root, SourceMap map, SpecFile file, List<Problem> problems)
    {
        if (root["paths"] is not JsonObject paths || !paths.Any(static path => s_query.IsMatch(path.Key)))
        {
            return;
        }

        var components = new ComponentResolver(root);
        bool isVersion2 = SpecVersion.Of(root).IsSwagger;
        KeyValuePair<string, JsonNode?>[] all = paths.ToArray();
        HashSet<string> taken = new(all.Select(static path => path.Key), StringComparer.Ordinal);
        paths.Clear();
        foreach (KeyValuePair<string, JsonNode?> path in all)
        {
            string key = path.Key;
            if (s_query.IsMatch(key) && path.Value is JsonObject item)
            {
                key = WithoutQuery(path.Key, taken);
                string written = Pointers.Child("/paths", path.Key);
                map.Add(Pointers.Child("/paths", key), file, written);
                foreach (string name in Names(path.Key).Where(name => !IsDeclared(item, name, components)))
                {
                    problems.Add(
                        new Problem(
                            Descriptors.Invalid,
                            written,
                            $"The query of the path has a variable '{name}' that no parameter declares; it becomes an optional string"));
                    Declare(item, name, isVersion2);
                }
            }

            paths.Add(key, path.Value);
        }
    }

    /// <summary>The path alone. Where another path item has the same path, a fragment makes it unique, which is not sent.</summary>
    private static string WithoutQuery(string path, HashSet<string> taken)
    {
        string plain = s_query.Replace(path, "");
        string free = plain;
        for (int i = 0; !taken.Add(free); i++)
        {
            free = plain + (plain.IndexOf('#') >= 0 ? "" : "#") + "?" + string.Join(",", Names(path)) + new string('?', i);
        }

        return free;
    }

    private static IEnumerable<string> Names(string path)
        => s_query.Matches(path).Cast<Match>()
            .SelectMany(static query => query.Groups[1].Value.Split(','))
            .Select(static name => Uri.UnescapeDataString(name.TrimEnd('*')))
            .Where(static name => name.Length > 0)
            .Distinct(StringComparer.Ordinal);

    /// <summary>Whether the item, or each operation of it, has a parameter of this name in the query.</summary>
    private static bool IsDeclared(JsonObject item, string name, ComponentResolver components)
        => Has(item, name, components) || item
            .Where(static member => SpecGrammar.Child(Element.PathItem, member.Key) is { Element: Element.Operation, Nesting: Nesting.One })
            .All(member => member.Value is JsonObject operation && Has(operation, name, components));

    private static bool Has(JsonObject holder, string name, ComponentResolver components)
        => JsonMembers.Items(holder, "parameters").Any(parameter => components.Resolve(parameter) is { } found
            && JsonMembers.String(found, "name") == name && JsonMembers.String(found, "in") == "query");

    /// <summary>Adds a parameter to an item. A parameter of an operation with the same name takes precedence.</summary>
    private static void Declare(JsonObject item, string name, bool isVersion2)
    {
        var parameter = new JsonObject { ["name"] = name, ["in"] = "query" };
        if (isVersion2)
        {
            parameter["type"] = "string";
        }
        else
        {
            parameter["schema"] = new JsonObject { ["type"] = "string" };
        }

        if (item["parameters"] is JsonArray parameters)
        {
            parameters.Add(parameter);
        }
        else
        {
            item["parameters"] = new JsonArray(parameter);
        }
    }
}
