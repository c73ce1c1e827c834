using System.Globalization;
using System.Text;
using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Model;
using OgGen.Generator.Planning;

namespace OgGen.Generator.Building;

/// <summary>The descriptions of responses, for the comments of methods.</summary>
internal static class ResponseDocs
{
    /// <summary>Descriptions without information beyond the status: the specification requires a description.</summary>
    private static readonly HashSet<string> s_empty = new(StringComparer.OrdinalIgnoreCase)
    {
        "OK", "Created", "Accepted", "No Content", "Done", "Nothing", "Success", "Successful", "Successful response",
        "Successful operation",
        "Response", "Default response", "Bad Request", "Unauthorized", "Forbidden", "Not Found", "Conflict", "Gone",
        "Unprocessable Entity",
        "Unprocessable Content", "Too Many Requests", "Internal Server Error", "Bad Gateway", "Service Unavailable",
        "Gateway Timeout",
        "Client Error", "Server Error", "Error",
    };

    /// <summary>The description of the responses that become a result, or of all successful ones where there is no body.</summary>
    public static string Result(PlannedOperation operation, ResultPlan? result)
    {
        var texts = new List<string>();
        foreach (StatusResponse success in operation.Successes)
        {
            if (TextOf(success.Response) is { Length: > 0 } text
                && !texts.Contains(text)
                && (result is null || result.Contents.Any(content => content.Status == success.Status)))
            {
                texts.Add(text);
            }
        }

        return Sentence(texts);
    }

    /// <summary>The descriptions of the errors, grouped by the type of their bodies.</summary>
    public static EquatableArray<FailureDoc> Failures(PlannedOperation operation, EquatableArray<ErrorReaderModel> readers)
    {
        OpenApiResponses all = operation.Node.Operation.Responses ?? [];
        if (all.Count == operation.Successes.Count)
        {
            return default;
        }

        string[] successes = operation.Successes.Select(static success => success.Status).ToArray();
        return all
            .Where(response => response.Key.Length > 0 && response.Key[0] is not ('1' or '2') && !successes.Contains(response.Key))
            .Select(response => (
                response.Key, Text: TextOf(response.Value), Type: response.Key == "429" ? null : TypeOf(response.Key, readers)))
            .Where(static error => error.Text.Length > 0 || error.Type is not null)
            .GroupBy(static error => (error.Type, IsRateLimit: error.Key == "429"))
            .Select(static errors => new FailureDoc(
                errors.Key.Type, errors.Key.IsRateLimit, Sentence(errors.Select(static error => Label(error.Key, error.Text)))))
            .ToEquatable();
    }

    /// <summary>What may be called next with what a response has: the links of all responses.</summary>
    public static IEnumerable<string> Links(OperationNode node)
    {
        foreach (KeyValuePair<string, IOpenApiResponse> response in node.Operation.Responses ?? [])
        {
            if (response.Value.Links is not { } links)
            {
                continue;
            }

            foreach (KeyValuePair<string, IOpenApiLink> link in links)
            {
                yield return LinkText(link.Key, link.Value);
            }
        }
    }

    private static string LinkText(string name, IOpenApiLink link)
    {
        var text = new StringBuilder("The link ").Append(DocText.Code(name));
        if ((link.OperationId ?? link.OperationRef) is { Length: > 0 } target)
        {
            text.Append(" leads to ").Append(DocText.Code(target));
        }

        string[] values =
        [
            .. (link.Parameters ?? new Dictionary<string, RuntimeExpressionAnyWrapper>())
                .Select(static parameter => $"{DocText.Code(parameter.Key)} = {ValueText(parameter.Value)}"),
            .. link.RequestBody is { } body ? [$"the body {ValueText(body)}"] : Array.Empty<string>(),
            .. link.Server?.Url is { Length: > 0 } server ? [$"the server {DocText.Code(server)}"] : Array.Empty<string>(),
        ];
        if (values.Length > 0)
        {
            text.Append(" with ").Append(string.Join(", ", values));
        }

        string description = DocText.Line(link.Description).TrimEnd('.');
        return text.Append(description.Length > 0 ? ": " + description + "." : ".").ToString();
    }

    private static string ValueText(RuntimeExpressionAnyWrapper value)
        => DocText.Code(value.Expression?.Expression ?? value.Any?.ToJsonString() ?? "");

    private static string Sentence(IEnumerable<string> texts) => string.Join("; ", texts) is { Length: > 0 } all ? all + "." : "";

    private static string Label(string status, string text)
    {
        string statuses = status == "default" ? "Any other status" : status;
        return text.Length > 0 ? $"{statuses}: {text}" : statuses;
    }

    private static string TextOf(IOpenApiResponse response)
        => DocText.Line(response.Summary ?? response.Description).TrimEnd('.') is { Length: > 0 } text && !s_empty.Contains(text)
            ? text
            : "";

    /// <summary>The generated type of the bodies of a status; null where it has none.</summary>
    private static string? TypeOf(string status, EquatableArray<ErrorReaderModel> readers)
    {
        string first = status == "default" ? "0" : status.Replace("X", "0").Replace("x", "0");
        int code = int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out int parsed) ? parsed : -1;
        return readers.Select(reader => reader switch
        {
            StatusErrorReader one when one.Statuses.Contains(code) => one.TypeName,
            RangeErrorReader { Type: ModelRef { IsNullable: false } model } range when range.From <= code && code <= range.To => model.Name,
            _ => null,
        }).FirstOrDefault(static name => name is not null);
    }
}
