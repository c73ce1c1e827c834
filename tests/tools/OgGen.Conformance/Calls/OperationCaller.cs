using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using OgGen.Conformance.Corpus;
using OgGen.Conformance.Samples;

namespace OgGen.Conformance.Calls;

/// <summary>What one call did that the document does not say.</summary>
internal sealed record CallFault(DocumentOperation Operation, bool IsFull, string Reason);

/// <summary>Calls every operation of a client with samples, against a stub, and holds the requests to the document.</summary>
internal sealed class OperationCaller : IDisposable
{
    private readonly DocumentTree _document;
    private readonly Type _clientType;
    private readonly SchemaJudge _judge;
    private readonly StubHandler _stub = new();
    private readonly DocumentServers _servers;
    private readonly ApiClient _client;
    private readonly IReadOnlyDictionary<(string Method, string Route), OperationMethod> _methods;

    private OperationCaller(DocumentTree document, Type clientType, SchemaJudge judge)
    {
        _document = document;
        _clientType = clientType;
        _judge = judge;
        _methods = OperationMethods.Find(clientType);
        _servers = new DocumentServers(document);
        _client = Create();
    }

    /// <summary>The operations that no method calls.</summary>
    public List<DocumentOperation> Missing { get; } = [];

    public List<CallFault> Faults { get; } = [];

    /// <summary>
    /// Why no client can be made for the document's default server; null where one can, or where there is no such server.
    /// </summary>
    public string? ServerFault { get; private set; }

    /// <summary>
    /// The calls that say nothing of the client, and why: there is no value for them, or what was made for them does not fit the document.
    /// </summary>
    public List<CallFault> LeftOut { get; } = [];

    public int Calls { get; private set; }

    public static async Task<OperationCaller> RunAsync(DocumentTree document, Type clientType, SchemaJudge judge)
    {
        using OperationCaller caller = new(document, clientType, judge);
        foreach (DocumentOperation operation in document.Operations)
        {
            if (!caller._methods.TryGetValue((operation.Method, operation.Path), out OperationMethod? method))
            {
                caller.Missing.Add(operation);
                continue;
            }

            // Once with everything, once with what is required.
            await caller.CallAsync(operation, method, turn: 0, isFull: true);
            await caller.CallAsync(operation, method, turn: 1, isFull: false);
        }

        return caller;
    }

    public void Dispose()
    {
        _client.Dispose();
        _stub.Dispose();
    }

    /// <summary>
    /// A client for the document's default server; where it has none that can be used, or no client can be made for it, for an address of
    /// ours.
    /// </summary>
    private ApiClient Create()
    {
        if (_servers.Default is not null)
        {
            try
            {
                return Create(null);
            }
            catch (TargetInvocationException e)
            {
                ServerFault =
                    $"no client can be made for the server {_servers.Default}: {e.InnerException?.GetType().Name} "
                        + $"{e.InnerException?.Message}";
            }
        }

        return Create(DocumentServers.Named);
    }

    private ApiClient Create(Uri? address)
    {
        ApiClientConfiguration configuration = new()
        {
            BaseAddress = address,
            Credential = DocumentCredentials.Of(_document),
            Options = { Handler = _stub, Retry = { Enabled = false } },
        };
        return (ApiClient)_clientType.GetMethod("Create", [typeof(ApiClientConfiguration)])!.Invoke(null, [configuration])!;
    }

    private async Task CallAsync(DocumentOperation operation, OperationMethod target, int turn, bool isFull)
    {
        Answer? answer = SetAnswer(operation, turn);
        CallArguments arguments = CallArguments.For(_document, operation, turn, isFull);
        List<string> reasons = [];
        try
        {
            arguments.Fill(target.Method);
            if (!arguments.CanBeSent)
            {
                LeftOut.Add(new CallFault(operation, isFull, "a path has no place for the value that was made"));
                return;
            }

            _stub.Sent = null;
            object? result = await InvokeAsync(target, arguments.Values);
            reasons.AddRange(
                _stub.Sent is { } sent ? new RequestCheck(_document, _servers, operation).Check(arguments, sent) : ["nothing was sent"]);
            reasons.AddRange(CheckAnswer(operation, answer, result));
        }
        catch (Exception e)
        {
            // Whatever generated code throws is a finding, and the other operations are still to be called.
            Exception inner = (e as TargetInvocationException)?.InnerException ?? e;
            reasons.Add(
                $"{inner.GetType().Name}: "
                    + $"{inner.InnerException?.Message ?? inner.Message}{(inner is NullReferenceException ? inner.StackTrace : "")}");
        }

        // Samples that do not fit the document say nothing; most do, so only those of a finding are judged.
        if (reasons.Count > 0
            && (Unfit(answer?.Schema, answer?.Value) ?? Unfit(arguments.Body?.Schema, arguments.Body?.Value)) is { } unfit)
        {
            LeftOut.Add(new CallFault(operation, isFull, $"{unfit}; {reasons[0]}"));
            return;
        }

        Calls++;
        Faults.AddRange(reasons.Select(reason => new CallFault(operation, isFull, reason)));
    }

    /// <summary>Why a sample does not fit its schema; null where it does.</summary>
    private string? Unfit(JsonNode? schema, JsonNode? value)
        => schema is null ? null : _judge.Fault(schema, value?.ToJsonString() ?? "null");

    private async Task<object?> InvokeAsync(OperationMethod target, object?[] arguments)
    {
        object group = target.Group.GetValue(_client)!;
        object? returned = target.Method.Invoke(group, arguments);
        switch (returned)
        {
            case Task task:
                await task;
                return task.GetType().GetProperty(nameof(Task<>.Result))?.GetValue(task);
            default:
                MethodInfo? drain = returned?.GetType().GetInterfaces()
                    .FirstOrDefault(static candidate =>
                        candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)) is { } stream
                    ? typeof(OperationCaller).GetMethod(nameof(DrainAsync), BindingFlags.Static | BindingFlags.NonPublic)!
                        .MakeGenericMethod(stream.GetGenericArguments())
                    : null;
                return drain is null
                    ? throw new NotSupportedException($"{target.Method} returns nothing to wait for")
                    : await (Task<object?>)drain.Invoke(null, [returned])!;
        }
    }

    private static async Task<object?> DrainAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (T _ in items)
        {
        }

        return null;
    }

    /// <summary>Sets the first documented success as the answer; returns its body where that is JSON.</summary>
    private Answer? SetAnswer(DocumentOperation operation, int turn)
    {
        (_stub.Status, string? contentType, JsonNode? schema) = OperationBodies.Answer(_document, operation);
        _stub.ContentType = contentType;
        _stub.Content = [];
        if (contentType is null)
        {
            return null;
        }

        JsonNode? sample = new SampleMaker(_document, turn, isFull: true).Make(schema);
        _stub.Content = Encoding.UTF8.GetBytes(sample?.ToJsonString() ?? "null");
        return new Answer(schema, sample);
    }

    private static IEnumerable<string> CheckAnswer(DocumentOperation operation, Answer? answer, object? result)
    {
        if (answer is null || operation.Node["x-oggen-result"] is not null || result is Stream)
        {
            yield break;
        }

        if (result?.GetType().GetProperty("Value") is not { } property)
        {
            yield return "the answer's body is not returned";
        }
        else if (ClrValue.ToJson(property.GetValue(result)) is var back
            && property.GetValue(result) is not Stream
            && !JsonValues.AreEqual(answer.Value, back))
        {
            yield return $"the answer {answer.Value?.ToJsonString()} came back as {back?.ToJsonString()}";
        }
    }

    private sealed record Answer(JsonNode? Schema, JsonNode? Value);
}
