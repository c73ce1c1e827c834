using System.Runtime.CompilerServices;
using System.Text;

namespace OgGen.Frameworks.Tests.Harness;

/// <summary>The table "Frameworks tried" of docs/frameworks.md, between its two marks.</summary>
internal static class TriedTable
{
    private const string Start = "<!-- tried: written by tests/OgGen.Frameworks.Tests -->\n";
    private const string End = "<!-- /tried -->";
    private const string Head = "| framework | version | document | OpenAPI | operations | called | calls | right |\n"
        + "| --- | --- | --- | --- | ---: | ---: | ---: | ---: |\n";

    private static readonly string s_path = Path.GetFullPath(Path.Combine(SourceFolder(), "..", "..", "..", "docs", "frameworks.md"));

    /// <summary>The row of one document.</summary>
    public static async Task<string> RowAsync(FrameworkCase framework)
    {
        FrameworkRun run = await FrameworkRun.OfAsync(framework);
        int calls = framework.Calls(new Uri("http://127.0.0.1"), new ApiClientOptions()).Count;
        return $"| {framework.Program.Framework} | {run.Version} | {framework.Name} | {await framework.OpenApiAsync()} "
            + $"| {run.Operations.Count} | {run.Called.Count} | {calls} | {calls - run.Failures.Count} |";
    }

    /// <summary>The limits of all documents: one line each, with the documents that have it.</summary>
    public static IEnumerable<string> Limits(IEnumerable<FrameworkCase> frameworks) => frameworks
        .SelectMany(static framework => framework.Limits.Select(limit => (limit, framework.Name)))
        .GroupBy(static pair => pair.limit, static pair => pair.Name)
        .Select(static limit => $"- {limit.Key} ({string.Join(", ", limit)})");

    /// <summary>The page, with what was tried now. The row of a document that was not tried here stays.</summary>
    public static string Page(string page, IReadOnlyDictionary<string, string?> rows, IEnumerable<string> limits)
    {
        (int start, int end) = Marks(page);
        string[] before = page[start..end].Split('\n');
        var table = new StringBuilder(Head);
        foreach ((string name, string? row) in rows)
        {
            string? kept = row ?? before.FirstOrDefault(line => line.Contains($"| {name} |", StringComparison.Ordinal));
            table.Append(kept is null ? "" : kept + "\n");
        }

        table.Append("\nLimits that are left:\n\n");
        table.AppendJoin("", limits.Select(static limit => limit + "\n"));
        return string.Concat(page.AsSpan(0, start), table.ToString(), page.AsSpan(end));
    }

    public static string Read() => File.ReadAllText(s_path).Replace("\r\n", "\n", StringComparison.Ordinal);

    public static void Write(string page) => File.WriteAllText(s_path, page);

    private static (int Start, int End) Marks(string page)
    {
        int start = page.IndexOf(Start, StringComparison.Ordinal);
        int end = page.IndexOf(End, StringComparison.Ordinal);
        return start >= 0 && end > start
            ? (start + Start.Length, end)
            : throw new InvalidOperationException($"{s_path} has no marks around the table.");
    }

    private static string SourceFolder([CallerFilePath] string thisFile = "") => Path.GetDirectoryName(thisFile)!;
}
