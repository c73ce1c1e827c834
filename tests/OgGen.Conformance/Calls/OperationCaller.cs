using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Conformance.Corpus;
using OgGen.Conformance.Samples;

namespace OgGen.Conformance.Calls;

/// <summary>What one call did that the document does not say.</summary>
internal sealed record CallFault(DocumentOperation Operation, bool IsFull, string Reason);

/// <summary>Calls every operation of a client with samples, against a stub, and holds the requests to the document.</summary>
internal sealed class OperationCaller : IDisposable
{
    private const string BaseAddress = "https://conformance.invalid/base";

    private readonly DocumentTree _document;
    private readonly Type _clientType;
    private readonly StubHandler _stub = new();
    private readonly ApiClient _client;
    private readonly IReadOnlyDictionary<(string Method, string Route), OperationMethod> _methods;

    private OperationCaller(DocumentTree document, Type clientType)
    {
        _document = document;
        _clientType = clientType;
        _methods = OperationMethods.Find(clientType);
        _client = Create();
    }

    /// <summary>The operations that no method calls.</summary>
    public List<DocumentOperation> Missing { get; } = [];

    public List<CallFault> Faults { get; } = [];

    public int Calls { get; private set; }

    public static async Task<OperationCaller> RunAsync(DocumentTree document, Type clientType)
    {
        using OperationCaller caller = new(document, clientType);
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

    private ApiClient Create()
    {
        ApiClientSettings settings = new()
        {
            BaseAddress = new Uri(BaseAddress),
            Credential = DocumentCredentials.Of(_document),
            Options = { Handler = _stub, Retry = { Enabled = false } },
        };
        return (ApiClient)_clientType.GetMethod("Create", [typeof(ApiClientSettings)])!.Invoke(null, [settings])!;
    }

    private async Task CallAsync(DocumentOperation operation, OperationMethod target, int turn, bool isFull)
    {
        Calls++;
        try
        {
            CallArguments arguments = CallArguments.Make(_document, operation, target.Method, turn, isFull);
            JsonNode? answer = SetAnswer(operation, turn);
            _stub.Sent = null;
            object? result = await InvokeAsync(target, arguments.Values);
            foreach (string reason in _stub.Sent is { } sent ? RequestCheck.Check(_document, operation, arguments, sent) : ["nothing was sent"])
            {
                Faults.Add(new CallFault(operation, isFull, reason));
            }

            if (answer is not null && CheckAnswer(operation, answer, result) is { } fault)
            {
                Faults.Add(new CallFault(operation, isFull, fault));
            }
        }
        catch (Exception e)
        {
            // Whatever generated code throws is a finding, and the other operations are still to be called.
            Exception inner = (e as TargetInvocationException)?.InnerException ?? e;
            Faults.Add(new CallFault(operation, isFull, $"{inner.GetType().Name}: {inner.Message}{(inner.InnerException is { } cause ? " <- " + cause.Message : "")}"));
        }
    }

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
                    .FirstOrDefault(static candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)) is { } stream
                    ? typeof(OperationCaller).GetMethod(nameof(DrainAsync), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(stream.GetGenericArguments())
                    : null;
                return drain is null ? throw new NotSupportedException($"{target.Method} returns nothing to wait for") : await (Task<object?>)drain.Invoke(null, [returned])!;
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
    private JsonNode? SetAnswer(DocumentOperation operation, int turn)
    {
        _stub.Status = HttpStatusCode.NoContent;
        _stub.ContentType = null;
        _stub.Content = [];
        (string status, JsonNode? response) = (operation.Node["responses"] as JsonObject ?? []).FirstOrDefault(static pair => pair.Key.StartsWith('2'));
        if (_document.Resolve(response) is not JsonObject node)
        {
            return null;
        }

        _stub.Status = int.TryParse(status, out int code) ? (HttpStatusCode)code : HttpStatusCode.OK;
        (string? contentType, JsonNode? schema) = JsonContent(operation, node);
        if (contentType is null)
        {
            return null;
        }

        JsonNode? sample = new SampleMaker(_document, turn, isFull: true).Make(schema);
        _stub.ContentType = contentType;
        _stub.Content = Encoding.UTF8.GetBytes(sample?.ToJsonString() ?? "null");
        return sample;
    }

    private (string? ContentType, JsonNode? Schema) JsonContent(DocumentOperation operation, JsonObject response)
    {
        if (_document.IsVersion2)
        {
            JsonArray produces = operation.Node["produces"] as JsonArray ?? _document.Root["produces"] as JsonArray ?? new JsonArray("application/json");
            return response["schema"] is { } only && produces.Any(static type => IsJson(type!.ToString())) ? ("application/json", only) : (null, null);
        }

        (string? contentType, JsonNode? media) = (response["content"] as JsonObject ?? []).FirstOrDefault(static pair => IsJson(pair.Key));
        return media?["schema"] is { } schema ? (contentType, schema) : (null, null);
    }

    public static bool IsJson(string contentType)
    {
        string type = contentType.Split(';')[0].Trim();
        return type.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }

    private static string? CheckAnswer(DocumentOperation operation, JsonNode answer, object? result)
    {
        if (operation.Node["x-oggen-result"] is not null || result?.GetType().GetProperty("Value") is not { } property)
        {
            return result is ApiResponse ? "the answer's body is not returned" : null;
        }

        object? value = property.GetValue(result);
        JsonNode? back = ClrValue.ToJson(value);
        return value is Stream || JsonValues.AreEqual(answer, back) ? null : $"the answer {answer.ToJsonString()} came back as {back?.ToJsonString()}";
    }
}
