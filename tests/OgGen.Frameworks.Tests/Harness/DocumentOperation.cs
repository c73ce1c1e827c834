using System.Text.Json;
using System.Text.RegularExpressions;

namespace OgGen.Frameworks.Tests.Harness;

/// <summary>An operation of a document, such as <c>GET /items/{id}</c>.</summary>
internal sealed record DocumentOperation(string Method, string Path)
{
    private static readonly string[] s_methods = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];

    public string Name => $"{Method} {Path}";

    /// <summary>The operations of a document; those with fewer variables in their path first.</summary>
    public static IReadOnlyList<DocumentOperation> All(JsonElement document) =>
    [
        .. document.GetProperty("paths").EnumerateObject()
            .SelectMany(static path => path.Value.EnumerateObject()
                .Where(static member => s_methods.Contains(member.Name))
                .Select(member => new DocumentOperation(member.Name.ToUpperInvariant(), path.Name)))
            .OrderBy(static operation => operation.Path.Count(static character => character == '{')),
    ];

    public bool Matches(HttpRequestMessage request)
    {
        string pattern = "^" + Regex.Replace(Regex.Escape(Path).Replace("\\{", "{", StringComparison.Ordinal), "{[^/]*?}", "[^/]+") + "/?$";
        return request.Method.Method == Method && Regex.IsMatch(request.RequestUri!.AbsolutePath, pattern);
    }
}
