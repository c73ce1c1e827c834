using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document;

namespace OgGen.Generator.Planning;

/// <summary>Finds filters that match nothing: a misspelt tag or path would give a client without methods.</summary>
internal static class UnmatchedFilters
{
    public static void Report(
        OpenApiDocument document, IReadOnlyList<OperationNode> nodes, SpecOptions options, TagTree tags, Problems problems)
    {
        OpenApiOperation[] webhooks =
        [
            .. (document.Webhooks ?? new Dictionary<string, IOpenApiPathItem>()).SelectMany(
                static webhook => webhook.Value.Operations?.Values.ToArray() ?? []),
        ];
        bool isReported = false;
        foreach (string tag in options.Tags)
        {
            if (!nodes.Select(static node => node.Operation).Concat(webhooks).Any(operation => tags.HasAny(operation, [tag])))
            {
                Report("Tags", tag, "no operation has that tag", nodes.SelectMany(node => TagTree.TagsOf(node.Operation)).Distinct());
            }
        }

        foreach (string path in options.Paths)
        {
            if (!nodes.Any(node => node.Path.StartsWith(path, StringComparison.Ordinal)))
            {
                Report("Paths", path, "no path begins with that", nodes.Select(static node => node.Path).Distinct());
            }
        }

        bool hasBoth = options.Tags.Count > 0 && options.Paths.Count > 0;
        if (hasBoth && !isReported && !nodes.Any(node => OperationPlanner.IsWanted(node, options, tags)))
        {
            Report("Paths", string.Join(";", options.Paths), "no operation below has a tag of the filter Tags", []);
        }

        void Report(string filter, string item, string reason, IEnumerable<string> names)
        {
            isReported = true;
            problems.Report(
                Descriptors.UnmatchedFilter,
                "",
                filter,
                item,
                reason + (Nearest.Find(item, names) is { } near ? $" (is '{near}' meant?)" : ""));
        }
    }
}
