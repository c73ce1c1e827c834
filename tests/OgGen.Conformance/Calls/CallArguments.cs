using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Conformance.Corpus;
using OgGen.Conformance.Samples;

namespace OgGen.Conformance.Calls;

/// <summary>A parameter and the value that was passed for it.</summary>
internal sealed record PassedParameter(DocumentParameter Parameter, JsonNode? Value);

/// <summary>The body that was passed.</summary>
internal sealed record PassedBody(string ContentType, JsonNode? Value);

/// <summary>The arguments of one call, each made from the document's schema.</summary>
internal sealed class CallArguments
{
    private readonly List<PassedParameter> _passed = [];

    private CallArguments(int count)
    {
        Values = new object?[count];
    }

    public object?[] Values { get; }

    public IReadOnlyList<PassedParameter> Passed => _passed;

    /// <summary>The body, if the operation has one and it was passed.</summary>
    public PassedBody? Body { get; private set; }

    /// <summary>Makes arguments for everything, or for what is required.</summary>
    /// <exception cref="NotSupportedException">A parameter of the method is none of the operation's, or the other way round.</exception>
    public static CallArguments Make(DocumentTree document, DocumentOperation operation, MethodInfo method, int turn, bool isFull)
    {
        ParameterInfo[] targets = method.GetParameters();
        CallArguments arguments = new(targets.Length);
        List<ParameterInfo> free = [.. targets.Where(static target => target.ParameterType != typeof(CancellationToken))];
        foreach (ParameterInfo target in targets)
        {
            arguments.Values[target.Position] = target.HasDefaultValue ? target.DefaultValue : null;
        }

        arguments.Values[^1] = CancellationToken.None;
        DocumentParameter[] parameters = [.. DocumentParameter.Of(document, operation).Where(static parameter => parameter.In is "path" or "query" or "header" or "cookie")];
        foreach (DocumentParameter parameter in parameters)
        {
            ParameterInfo target = Match(free, parameter)
                ?? throw new NotSupportedException($"no argument for the parameter '{parameter.Name}' in {parameter.In}");
            free.Remove(target);
            if (isFull || parameter.Required)
            {
                arguments.Pass(document, parameter, target, turn);
            }
        }

        arguments.PassBody(RequestBody.Of(document, operation), free, document, turn, isFull);
        return arguments;
    }

    private void Pass(DocumentTree document, DocumentParameter parameter, ParameterInfo target, int turn)
    {
        JsonNode? value = Enumerable.Range(turn, 4)
            .Select(next => new SampleMaker(document, next, isFull: true) { IsAscii = parameter.In is "header" or "cookie", HasAdditional = false }.Make(parameter.Schema))
            .FirstOrDefault(static value => value is not null && value is not JsonArray { Count: 0 });
        if (target.ParameterType == typeof(string) && value?.GetValueKind() != JsonValueKind.String)
        {
            // What is no string is a text that the caller has written himself.
            value = JsonValue.Create("written by the caller");
            parameter = parameter with { IsJson = false };
        }

        _passed.Add(new PassedParameter(parameter, value));
        Values[target.Position] = ClrValue.Of(target.ParameterType, value);
    }

    private void PassBody(RequestBody? body, List<ParameterInfo> free, DocumentTree document, int turn, bool isFull)
    {
        if (free.Count > (body is null ? 0 : 1))
        {
            throw new NotSupportedException($"the parameters {string.Join(", ", free.Select(static target => target.Name))} are none of the operation's");
        }

        if (body is null || !isFull && !body.Required)
        {
            return;
        }

        if (free is not [ParameterInfo target])
        {
            throw new NotSupportedException("no argument for the body");
        }

        JsonNode? value = new SampleMaker(document, turn, isFull) { IsRequest = true }.Make(body.Schema);
        Body = new PassedBody(body.ContentType, value);
        Values[target.Position] = ClrValue.Of(target.ParameterType, value);
    }

    /// <summary>The argument for a parameter: its name without what C# cannot have, perhaps with a suffix.</summary>
    private static ParameterInfo? Match(List<ParameterInfo> free, DocumentParameter parameter)
    {
        string wanted = Plain(parameter.Name);
        return free.Find(target => Plain(target.Name!) == wanted)
            ?? free.Find(target => wanted.Length > 0 && (Plain(target.Name!) == wanted + parameter.In || Plain(target.Name!).TrimEnd("0123456789".ToCharArray()) == wanted))
            ?? free.Find(target => Plain(target.Name!).StartsWith("parameter", StringComparison.Ordinal));
    }

    private static string Plain(string name) => new([.. name.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)]);
}

/// <summary>The body of an operation: JSON where the document offers it, else its first content type.</summary>
internal sealed record RequestBody(string ContentType, JsonNode? Schema, bool Required, IReadOnlyList<string> ContentTypes)
{
    public static RequestBody? Of(DocumentTree document, DocumentOperation operation)
        => document.IsVersion2 ? OfVersion2(document, operation) : OfVersion3(document.Resolve(operation.Node["requestBody"]) as JsonObject);

    private static RequestBody? OfVersion3(JsonObject? node)
    {
        if (node?["content"] is not JsonObject { Count: > 0 } content)
        {
            return null;
        }

        string[] types = [.. content.Select(static pair => pair.Key)];
        string type = types.FirstOrDefault(OperationCaller.IsJson) ?? types[0];
        return new RequestBody(type, content[type]?["schema"], node["required"]?.GetValueKind() == JsonValueKind.True, types);
    }

    private static RequestBody? OfVersion2(DocumentTree document, DocumentOperation operation)
    {
        JsonArray consumes = operation.Node["consumes"] as JsonArray ?? document.Root["consumes"] as JsonArray ?? [];
        JsonObject[] parameters = [.. (operation.PathItem["parameters"] as JsonArray ?? []).Concat(operation.Node["parameters"] as JsonArray ?? [])
            .Select(document.Resolve).OfType<JsonObject>()];
        if (parameters.FirstOrDefault(static parameter => parameter["in"]?.ToString() == "body") is { } body)
        {
            string[] types = consumes.Count == 0 ? ["application/json"] : [.. consumes.Select(static type => type!.ToString())];
            return new RequestBody(types.FirstOrDefault(OperationCaller.IsJson) ?? types[0], body["schema"], body["required"]?.GetValueKind() == JsonValueKind.True, types);
        }

        JsonObject[] form = [.. parameters.Where(static parameter => parameter["in"]?.ToString() == "formData")];
        if (form.Length == 0)
        {
            return null;
        }

        string[] formTypes = consumes.Count == 0 ? ["application/x-www-form-urlencoded", "multipart/form-data"] : [.. consumes.Select(static type => type!.ToString())];
        JsonObject schema = new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(form.Select(static field => KeyValuePair.Create(field["name"]!.ToString(), (JsonNode?)field.DeepClone()))),
        };
        return new RequestBody(formTypes[0], schema, form.Any(static field => field["required"]?.GetValueKind() == JsonValueKind.True), formTypes);
    }
}
