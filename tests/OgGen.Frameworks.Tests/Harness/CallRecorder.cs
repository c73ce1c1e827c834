using System.Collections.Concurrent;

namespace OgGen.Frameworks.Tests.Harness;

/// <summary>Notes which operations of a document are called, by the method and the path of what is sent.</summary>
internal sealed class CallRecorder(IReadOnlyList<DocumentOperation> operations)
    : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    private readonly ConcurrentDictionary<string, bool> _called = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Operations => [.. operations.Select(static operation => operation.Name)];

    public IReadOnlyList<string> Called => [.. _called.Keys];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (operations.FirstOrDefault(operation => operation.Matches(request)) is { } called)
        {
            _called[called.Name] = true;
        }

        return base.SendAsync(request, cancellationToken);
    }
}
