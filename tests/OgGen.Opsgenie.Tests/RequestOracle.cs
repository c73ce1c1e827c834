using System.Text.RegularExpressions;

namespace OgGen.Opsgenie.Tests;

/// <summary>Tells what is wrong with a request by the document alone: its operation and its body.</summary>
internal static class RequestOracle
{
    /// <summary>One line per complaint; empty if the request is what the document describes.</summary>
    public static string Complaints(string method, string target, string body)
    {
        string path = target.Split('?')[0];
        Operation? operation = SpecWalk.Operations.SingleOrDefault(o => o.Method == method && Regex.IsMatch(path, Pattern(o.Path)));
        if (operation is null)
        {
            return $"The document has no operation for {method} {target}.";
        }

        if (operation.JsonRequest is not { } request)
        {
            return body.Length == 0 ? "" : $"{operation.Id} has no body.";
        }

        return body.Length == 0 ? $"{operation.Id} has a body." : string.Join('\n', SchemaOracle.Validate(request["schema"]!, body));
    }

    private static string Pattern(string path) => $"^{Regex.Replace(path, @"\{[^}]*\}", "[^/]+")}$";
}
