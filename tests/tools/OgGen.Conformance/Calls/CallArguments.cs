using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
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
internal sealed class CallArguments
{
    private readonly DocumentTree _document;
    private readonly DocumentOperation _operation;
    private readonly int _turn;
    private readonly bool _isFull;
    private readonly List<PassedParameter> _passed = [];

    private CallArguments(DocumentTree document, DocumentOperation operation, int turn, bool isFull)
    {
        _document = document;
        _operation = operation;
        _turn = turn;
        _isFull = isFull;
    }

    public object?[] Values { get; private set; } = [];

    public IReadOnlyList<PassedParameter> Passed => _passed;

    /// <summary>The body, if the operation has one and it was passed.</summary>
    public PassedBody? Body { get; private set; }

    /// <summary>Whether a request can be made of them: a path has no place for a value that is nothing.</summary>
    public bool CanBeSent
        => _passed.TrueForAll(static passed => passed.Parameter.In != "path" || ParameterText.IsInPath(passed.Parameter, passed.Value));

    /// <summary>The values, everything or what is required; not yet any argument.</summary>
    public static CallArguments For(DocumentTree document, DocumentOperation operation, int turn, bool isFull)
        => new(document, operation, turn, isFull);

    /// <summary>Makes the arguments of a method.</summary>
    /// <exception cref="NotSupportedException">A parameter of the method is none of the operation's, or the other way round.</exception>
    public void Fill(MethodInfo method)
    {
        ParameterInfo[] targets = method.GetParameters();
        Values = [.. targets.Select(static target => target.HasDefaultValue ? target.DefaultValue : null)];
        Values[^1] = CancellationToken.None;
        ParameterTargets free = new(targets.Where(static target => target.ParameterType != typeof(CancellationToken)));
        foreach ((DocumentParameter parameter, ParameterInfo target) in free.Assign(DocumentParameter.Of(_document, _operation)))
        {
            if (_isFull || parameter.Required)
            {
                Pass(parameter, target);
            }
        }

        PassBody(RequestBody.Of(_document, _operation), free);
    }

    private void Pass(DocumentParameter parameter, ParameterInfo target)
    {
        JsonNode?[] values = [.. Enumerable.Range(_turn, 4)
            .Select(next => new SampleMaker(
                _document,
                next,
                isFull: true) { IsAscii = parameter.In is "header" or "cookie", HasAdditional = false, IsRequest = true }
                .Make(parameter.Schema))
            .Where(static value => value is not null && value is not JsonArray { Count: 0 })];
        JsonNode? value = Array.Find(values, value => parameter.In != "path" || ParameterText.IsInPath(parameter, value))
            ?? values.FirstOrDefault();
        if (target.ParameterType == typeof(string)
            && (value?.GetValueKind() != JsonValueKind.String || _document.Resolve(parameter.Schema) is null))
        {
            // What is no string, or nobody knows what, is a text that the caller has written himself.
            value = JsonValue.Create("written by the caller");
            parameter = parameter with { IsJson = false };
        }

        _passed.Add(new PassedParameter(parameter, value));
        Values[target.Position] = ClrValue.Of(target.ParameterType, value);
    }

    private void PassBody(RequestBody? body, ParameterTargets free)
    {
        if (body is not null
            && (body.ContentTypes.Count > 1 || body.ContentType.Contains('*', StringComparison.Ordinal))
            && free.Left.Count > 1
            && free.Find("content-type", "body") is { } contentType
            && contentType.ParameterType == typeof(string))
        {
            // Which of its content types the body has.
            Values[contentType.Position] = contentType.HasDefaultValue
                ? contentType.DefaultValue
                : OperationBodies.Concrete(body.ContentType);
            free.Remove(contentType);
        }

        bool isJson = body is not null && OperationBodies.MayBeJson(body.ContentType);
        bool isWhole = free.Left is [var single]
            && ClrValue.IsModel(Nullable.GetUnderlyingType(single.ParameterType) ?? single.ParameterType);
        if (body is not null && !isJson && !isWhole && _document.Resolve(body.Schema) is JsonObject form)
        {
            PassFields(body, form, free);
        }

        if (free.Left.Count > (body is null || Body is not null ? 0 : 1))
        {
            throw new NotSupportedException(
                $"the parameters {string.Join(", ", free.Left.Select(static target => target.Name))} are none of the operation's");
        }

        if (body is null || Body is not null || !_isFull && !body.Required)
        {
            return;
        }

        if (free.Left is not [ParameterInfo target])
        {
            throw new NotSupportedException("no argument for the body");
        }

        JsonNode? value = new SampleMaker(_document, _turn, _isFull) { IsRequest = true }.Make(body.Schema);
        Body = new PassedBody(body.ContentType, isJson ? body.Schema : null, value);
        Values[target.Position] = isJson ? ClrValue.Of(target.ParameterType, value) : ClrValue.Any(target.ParameterType, value);
    }

    /// <summary>Passes the fields of a form, where the method has a parameter for each.</summary>
    private void PassFields(RequestBody body, JsonObject form, ParameterTargets free)
    {
        HashSet<string> required = SchemaTypes.Required(_document, form);
        List<string> passed = [];
        ParameterTargets left = free.Copy();
        foreach ((string name, JsonNode? schema) in SchemaTypes.Members(_document, form))
        {
            if (left.Find(name, "part") is not { } target)
            {
                continue;
            }

            left.Remove(target);
            if (_isFull || required.Contains(name) || !target.HasDefaultValue)
            {
                object? value = ClrValue.Any(
                    target.ParameterType, new SampleMaker(_document, _turn, isFull: true) { IsRequest = true }.Make(schema));
                Values[target.Position] = value;
                if (value is not System.Collections.ICollection { Count: 0 })
                {
                    // A list without files has no field, and a list of nothing no text.
                    passed.Add(name);
                }
            }
        }

        if (form["additionalProperties"] is JsonObject
            && left.Left is [{ HasDefaultValue: true } more]
            && left.Find("additional-parts", "part") == more)
        {
            // Parts that the document does not name may be left out.
            left.Remove(more);
        }

        if (left.Left.Count < free.Left.Count && left.Left.Count == 0)
        {
            free.Clear();
            Body = new PassedBody(body.ContentType, null, null) { Fields = passed };
        }
    }
}
