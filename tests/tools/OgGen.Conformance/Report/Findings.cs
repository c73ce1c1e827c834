using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OgGen.Conformance.Report;

/// <summary>The findings of all documents, those of one cause together.</summary>
internal static partial class Findings
{
    private const int Examples = 4;
    private const int MaxLength = 700;
    private const int MaxDocuments = 20;

    public static string Write(IReadOnlyList<Row> rows)
    {
        StringBuilder text = new("# Findings of the conformance run\n\n");
        rows.ToList().ForEach(row => text.Append("- ").Append(Tables.Line(row)).Append('\n'));
        Append(text, rows, static row => row.Findings);
        text.Append("\n# Left out\n");
        Append(text, rows, static row => row.LeftOut);
        return text.ToString();
    }

    private static void Append(StringBuilder text, IReadOnlyList<Row> rows, Func<Row, IEnumerable<string>> findings)
    {
        var groups = rows
            .SelectMany(row => findings(row).Select(finding => (row.Document.Name, Finding: finding)))
            .GroupBy(static item => Cause(item.Finding))
            .OrderByDescending(static group => group.Count());
        foreach (var group in groups)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {group.Count()} × {Short(group.Key, 200)}\n\n");
            text.Append(CultureInfo.InvariantCulture, $"{Documents(group.Select(static item => item.Name))}\n\n");
            foreach ((string name, string finding) in group.DistinctBy(static item => item.Finding).Take(Examples))
            {
                text.Append("- ").Append(name).Append(": ").Append(Short(finding, MaxLength)).Append('\n');
            }
        }
    }

    private static string Documents(IEnumerable<string> names)
    {
        IGrouping<string, string>[] documents = [.. names.GroupBy(static name => name)];
        string shown = string.Join(", ", documents.Take(MaxDocuments).Select(static document => $"{document.Key} ({document.Count()})"));
        return documents.Length <= MaxDocuments ? shown : $"{shown} and {documents.Length - MaxDocuments} more documents";
    }

    /// <summary>A finding without what differs from one to the next: JSON, names in quotes, pointers, numbers.</summary>
    private static string Cause(string finding) => Varying().Replace(finding, "…");

    private static string Short(string text, int length)
    {
        text = text.ReplaceLineEndings(" ");
        return text.Length <= length ? text : text[..length] + " …";
    }

    [GeneratedRegex(
        """\{.*\}|\[.*\]|"[^"]*"|'[^']*'|#/\S*|\$\.?\S*|[A-Z]+ /\S*|[^\s(]+\([0-9]+,[0-9]+\)|[0-9]+|\?\S+""", RegexOptions.Singleline)]
    private static partial Regex Varying();
}
