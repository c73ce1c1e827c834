using System.Text.RegularExpressions;

namespace Quickstart;

/// <summary>
/// The operations of the document that the client was generated from, and which of them some requests belong to. Read from the document, so
/// that the summary cannot claim more than there is.
/// </summary>
internal sealed partial class Operations
{
    private readonly List<(string Id, string Method, Regex Path)> operations = [];

    private Operations()
    {
    }

    public int Count => operations.Count;

    /// <summary>
    /// Reads the document, which is embedded in this program, line by line: it has one operation id below each method of each path.
    /// </summary>
    public static Operations FromDocument()
    {
        using Stream document = typeof(Operations).Assembly.GetManifestResourceStream("opsgenie.yaml")
            ?? throw new InvalidOperationException("The document is not embedded.");
        using var reader = new StreamReader(document);
        var found = new Operations();
        string path = "", method = "";
        while (reader.ReadLine() is { } line)
        {
            if (PathLine().Match(line) is { Success: true } pathLine)
            {
                path = pathLine.Groups[1].Value;
            }
            else if (MethodLine().Match(line) is { Success: true } methodLine)
            {
                method = methodLine.Groups[1].Value.ToUpperInvariant();
            }
            else if (IdLine().Match(line) is { Success: true } idLine)
            {
                found.operations.Add((idLine.Groups[1].Value, method, Template(path)));
            }
        }

        return found;
    }

    /// <summary>The ids of the operations that the requests belong to.</summary>
    /// <exception cref="InvalidOperationException">A request belongs to none.</exception>
    public IReadOnlySet<string> Called(IEnumerable<(string Method, string Path)> requests) => requests
        .Select(request => operations.Find(operation => operation.Method == request.Method && operation.Path.IsMatch(request.Path)).Id
            ?? throw new InvalidOperationException($"{request.Method} {request.Path} is no operation of the document."))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>A variable is one segment. Before the path may stand that of a proxy's base address.</summary>
    private static Regex Template(string path) => new(Variable().Replace(path, "[^/]+") + "$", RegexOptions.CultureInvariant);

    [GeneratedRegex(@"^  (/\S+):$")]
    private static partial Regex PathLine();

    [GeneratedRegex("^    (get|post|put|patch|delete):$")]
    private static partial Regex MethodLine();

    [GeneratedRegex(@"^      operationId: (\S+)$")]
    private static partial Regex IdLine();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Variable();
}
