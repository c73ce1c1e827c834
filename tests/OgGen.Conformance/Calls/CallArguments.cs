using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OgGen.Conformance.Corpus;
using OgGen.Conformance.Samples;

namespace OgGen.Conformance.Calls;

/// <summary>A parameter and the value that was passed for it.</summary>
internal sealed record PassedParameter(DocumentParameter Parameter, JsonNode? Value);

/// <summary>The body that was passed.</summary>
internal sealed record PassedBody(string ContentType, JsonNode? Schema, JsonNode? Value)
{
    /// <summary>The fields of a form that were passed one by one; null where the body was passed as one.</summary>
    public IReadOnlyList<string>? Fields { get; init; }
}

/// <summary>The arguments of one call, each made from the document's schema.</summary>
internal sealed partial class CallArguments
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
        foreach (DocumentParameter parameter in DocumentParameter.Of(document, operation).OrderBy(static parameter => Plain(parameter.Name).Length == 0))
        {
            ParameterInfo target = Match(free, parameter.Name, parameter.In)
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
        if (target.ParameterType == typeof(string) && (value?.GetValueKind() != JsonValueKind.String || document.Resolve(parameter.Schema) is null))
        {
            // What is no string, or nobody knows what, is a text that the caller has written himself.
            value = JsonValue.Create("written by the caller");
            parameter = parameter with { IsJson = false };
        }

        _passed.Add(new PassedParameter(parameter, value));
        Values[target.Position] = ClrValue.Of(target.ParameterType, value);
    }

    private void PassBody(RequestBody? body, List<ParameterInfo> free, DocumentTree document, int turn, bool isFull)
    {
        if (body is { ContentTypes.Count: > 1 } && free.Count > 1 && free.Find(static target => Plain(target.Name!) == "contenttype") is { } contentType)
        {
            // Which of its content types the body has.
            Values[contentType.Position] = contentType.HasDefaultValue ? contentType.DefaultValue : body.ContentType;
            free.Remove(contentType);
        }

        if (body is not null && !OperationBodies.IsJson(body.ContentType) && (document.Resolve(body.Schema) as JsonObject)?["properties"] is JsonObject { Count: > 0 } fields)
        {
            PassFields(body, fields, free, document, turn, isFull);
        }

        if (free.Count > (body is null || Body is not null ? 0 : 1))
        {
            throw new NotSupportedException($"the parameters {string.Join(", ", free.Select(static target => target.Name))} are none of the operation's");
        }

        if (body is null || Body is not null || !isFull && !body.Required)
        {
            return;
        }

        if (free is not [ParameterInfo target])
        {
            throw new NotSupportedException("no argument for the body");
        }

        JsonNode? value = new SampleMaker(document, turn, isFull) { IsRequest = true }.Make(body.Schema);
        bool isJson = OperationBodies.IsJson(body.ContentType);
        Body = new PassedBody(body.ContentType, isJson ? body.Schema : null, value);
        Values[target.Position] = isJson ? ClrValue.Of(target.ParameterType, value) : ClrValue.Any(target.ParameterType, value);
    }

    /// <summary>Passes the fields of a form, where the method has a parameter for each.</summary>
    private void PassFields(RequestBody body, JsonObject fields, List<ParameterInfo> free, DocumentTree document, int turn, bool isFull)
    {
        HashSet<string> required = [.. ((document.Resolve(body.Schema) as JsonObject)?["required"] as JsonArray ?? []).Select(static name => name!.ToString())];
        List<string> passed = [];
        List<ParameterInfo> left = [.. free];
        foreach ((string name, JsonNode? schema) in fields)
        {
            if (Match(left, name, "form") is not { } target)
            {
                continue;
            }

            left.Remove(target);
            if (isFull || required.Contains(name) || !target.HasDefaultValue)
            {
                Values[target.Position] = ClrValue.Any(target.ParameterType, new SampleMaker(document, turn, isFull: true) { IsRequest = true }.Make(schema));
                passed.Add(name);
            }
        }

        if (left.Count < free.Count && left.Count == 0)
        {
            free.Clear();
            Body = new PassedBody(body.ContentType, null, null) { Fields = passed };
        }
    }

    /// <summary>
    /// The argument for a parameter: its name without what C# cannot have, perhaps with its place or a number; for one of nothing but
    /// symbols, which come last, the argument that is left.
    /// </summary>
    private static ParameterInfo? Match(List<ParameterInfo> free, string name, string place)
    {
        string wanted = Plain(name);
        return free.Find(target => Plain(target.Name!) == wanted + place)
            ?? free.Find(target => Plain(target.Name!) == wanted)
            ?? free.Find(target => Suffix().Replace(Plain(target.Name!), "") == wanted)
            ?? free.Find(target => wanted.Length == 0 || Plain(target.Name!).StartsWith("parameter", StringComparison.Ordinal));
    }

    /// <summary>What tells apart parameters whose names differ in nothing that C# can have.</summary>
    [GeneratedRegex("(path|query|header|cookie)?[0-9]*$")]
    private static partial Regex Suffix();

    private static string Plain(string name) => new([.. name.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)]);
}
