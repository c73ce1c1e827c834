using System.Text;
using OgGen.Opsgenie.Emulator.Http;

namespace OgGen.Opsgenie.Emulator;

/// <summary>The last requests, without their keys.</summary>
internal sealed class RequestJournal
{
    /// <summary>Keeps an emulator that runs for days from growing; far above what a test sends.</summary>
    public const int Capacity = 10_000;

    private readonly Lock _gate = new();
    private readonly Queue<RecordedRequest> _requests = new();

    public void Add(IncomingRequest request)
    {
        var headers = request.Headers.ToDictionary(
            static header => header.Key,
            static header => header.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase)
                ? Redact(header.Value.ToString())
                : header.Value.ToString(),
            StringComparer.OrdinalIgnoreCase);
        var recorded = new RecordedRequest(request.Method, request.Path, request.Query, headers, Encoding.UTF8.GetString(request.Body));
        lock (_gate)
        {
            if (_requests.Count == Capacity)
            {
                _requests.Dequeue();
            }

            _requests.Enqueue(recorded);
        }
    }

    public IReadOnlyList<RecordedRequest> Snapshot()
    {
        lock (_gate)
        {
            return [.. _requests];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
        }
    }

    /// <summary>A first word that is no well-known scheme may be the key itself: it is not kept.</summary>
    private static string Redact(string authorization)
    {
        string scheme = authorization.Split(' ', 2)[0];
        return scheme.ToUpperInvariant() is "GENIEKEY" or "BASIC" or "BEARER" ? scheme + " ***" : "***";
    }
}
