using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Conformance.Corpus;
using OgGen.Conformance.Samples;

namespace OgGen.Conformance.Calls;

/// <summary>Holds a request to the operation that it calls.</summary>
internal sealed class RequestCheck(DocumentTree document, DocumentServers servers, DocumentOperation operation)
{
    /// <summary>What differs; empty if nothing does.</summary>
    public IEnumerable<string> Check(CallArguments arguments, SentRequest sent)
    {
        if (sent.Method != operation.Method)
        {
            yield return $"the method is {sent.Method}";
        }

        Uri server = servers.Of(operation);
        if (sent.Address.GetLeftPart(UriPartial.Authority) != server.GetLeftPart(UriPartial.Authority))
        {
            yield return $"the server is {sent.Address.GetLeftPart(UriPartial.Authority)}, not {server}";
        }

        if (Filled(operation.Path.Split('#', '?')[0], arguments) is { } path
            && !Paths(server, path).Any(expected => Segments(expected).SequenceEqual(Segments(sent.Address.AbsolutePath))))
        {
            yield return $"the path is {sent.Address.AbsolutePath}, not {Paths(server, path).First()}";
        }

        foreach (string fault in Query(arguments, sent).Concat(Headers(arguments, sent)).Concat(Body(arguments, sent)))
        {
            yield return fault;
        }
    }

    private IEnumerable<string> Paths(Uri server, string path)
    {
        string prefix = server.AbsolutePath.TrimEnd('/');
        return new[] { prefix + path, prefix + servers.RelativePath + path }.Distinct();
    }

    /// <summary>A part of a path template with the values that were passed.</summary>
    private static string? Filled(string template, CallArguments arguments)
    {
        foreach (PassedParameter passed in arguments.Passed.Where(
            passed => passed.Parameter.In == "path" && template.Contains("{" + passed.Parameter.Name + "}", StringComparison.Ordinal)))
        {
            if (ParameterText.Path(passed.Parameter, passed.Value) is not { } text)
            {
                return null;
            }

            template = template.Replace("{" + passed.Parameter.Name + "}", text, StringComparison.Ordinal);
        }

        return template;
    }

    private static IEnumerable<string> Segments(string path) => path.Split('/').Select(Uri.UnescapeDataString);

    private IEnumerable<string> Query(CallArguments arguments, SentRequest sent)
    {
        List<string> actual = [.. sent.Address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Canonical)];
        foreach (string literal in Literal(operation.Path))
        {
            if (Filled(literal, arguments) is { } pair && !actual.Remove(Canonical(pair)))
            {
                yield return $"the query has no {pair} of the path: {sent.Address.Query}";
            }
        }

        HashSet<string> secrets = [.. Secrets("query").Where(secret => actual.Remove(Canonical(ParameterText.Encode(secret) + "=secret")))];
        foreach (PassedParameter passed in arguments.Passed.Where(static passed => passed.Parameter.In is "query" or "querystring"))
        {
            if (secrets.Contains(passed.Parameter.Name))
            {
                // The credential is this parameter.
                continue;
            }

            if (ParameterText.Query(passed.Parameter, passed.Value) is not { } expected)
            {
                // OpenAPI leaves this combination of style and type open, so any pair will do that has one of the names.
                IEnumerable<string> names = (passed.Value as JsonObject ?? []).Select(static member => member.Key)
                    .Append(passed.Parameter.Name);
                actual.RemoveAll(
                    pair => names.Any(name => pair.StartsWith(Canonical(ParameterText.Encode(name)), StringComparison.Ordinal)));
                continue;
            }

            foreach (string pair in expected)
            {
                if (!actual.Remove(Canonical(pair)))
                {
                    yield return $"the query has no {pair} ({passed.Parameter.Style}): {sent.Address.Query}";
                }
            }
        }

        foreach (string pair in actual)
        {
            yield return $"the query has {pair}, which nobody passed";
        }
    }

    private static string[] Literal(string path)
        => path.Split('#')[0] is var plain && plain.IndexOf('?', StringComparison.Ordinal) is > 0 and var start
            ? plain[(start + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries)
            : [];

    /// <summary>The names of the credentials that go into a query, or into headers.</summary>
    private IEnumerable<string> Secrets(string place)
        => ((document.IsVersion2 ? document.Root["securityDefinitions"] : document.Root["components"]?["securitySchemes"]) as JsonObject
            ?? [])
            .Where(pair => pair.Value?["in"]?.ToString() == place)
            .Select(static pair => pair.Value!["name"]?.ToString() ?? "");

    /// <summary>Brackets and bars may stand in a query as they are, or encoded.</summary>
    private static string Canonical(string pair)
        => Uri.UnescapeDataString(pair.Replace("%2C", "%252C", StringComparison.Ordinal).Replace("+", "%20", StringComparison.Ordinal));

    private IEnumerable<string> Headers(CallArguments arguments, SentRequest sent)
    {
        HashSet<string> secrets = new(Secrets("header"), StringComparer.OrdinalIgnoreCase);
        foreach ((DocumentParameter parameter, JsonNode? value) in arguments.Passed)
        {
            if (parameter.In == "header"
                && !secrets.Contains(parameter.Name)
                && ParameterText.Header(parameter, value) is { } expected
                && sent.Headers.GetValueOrDefault(parameter.Name) is var header
                && header != expected)
            {
                yield return $"the header {parameter.Name} is '{header}', not '{expected}'";
            }

            string cookies = sent.Headers.GetValueOrDefault("Cookie") ?? "";
            foreach (string cookie in parameter.In == "cookie" ? ParameterText.Query(parameter, value) ?? [] : [])
            {
                // A comma is no character of a cookie (RFC 6265, 4.1.1), so it may be encoded although OpenAPI has it plain.
                if (!cookies.Split("; ").Any(pair => Uri.UnescapeDataString(pair) == Uri.UnescapeDataString(cookie)))
                {
                    yield return $"the cookies have no {cookie}: {cookies}";
                }
            }
        }
    }

    private IEnumerable<string> Body(CallArguments arguments, SentRequest sent)
    {
        if (arguments.Body is not { } body)
        {
            // A form without fields is still a form.
            if (sent.Body.Length > 0 && sent.ContentType?.StartsWith("multipart/", StringComparison.Ordinal) != true)
            {
                yield return "a body is sent that nobody passed";
            }

            yield break;
        }

        if (body.Fields is { Count: 0 } && sent.Body.Length == 0)
        {
            // Of a form that nothing was passed for, nothing need be sent.
            yield break;
        }

        string[] documented = [.. RequestBody.Of(document, operation)!.ContentTypes];
        if (!Array.Exists(documented, type => IsOf(type, sent.ContentType))
            && Array.Exists(documented, static type => type.Count(static c => c == '/') == 1))
        {
            yield return $"the content type is {sent.ContentType}, not one of {string.Join(", ", documented)}";
        }

        string text = Encoding.UTF8.GetString(sent.Body);
        foreach (string field in (body.Fields
            ?? []).Where(field =>
                !text.Contains(field, StringComparison.Ordinal) && !text.Contains(ParameterText.Encode(field), StringComparison.Ordinal)))
        {
            yield return $"the form has no field {field}: {text}";
        }

        if (OperationBodies.IsJson(sent.ContentType ?? "")
            && OperationBodies.MayBeJson(body.ContentType)
            && Json(sent.Body) is var json
            && !JsonValues.AreEqual(json, body.Value))
        {
            yield return $"the body is {json?.ToJsonString()}, not {body.Value?.ToJsonString()}";
        }
    }

    private static JsonNode? Json(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return JsonValue.Create("no JSON: " + Encoding.UTF8.GetString(body));
        }
    }

    /// <summary>Whether a content type is the documented one; a document may have a range such as <c>image/*</c>.</summary>
    private static bool IsOf(string documented, string? actual)
    {
        string wanted = documented.Split(';')[0].Trim();
        string type = actual?.Split(';')[0].Trim() ?? "";
        return wanted.EndsWith('*')
            ? type.Length > 0 && (wanted == "*/*" || type.StartsWith(wanted[..^1], StringComparison.OrdinalIgnoreCase))
            : wanted.Equals(type, StringComparison.OrdinalIgnoreCase);
    }
}
