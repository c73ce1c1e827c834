using System.Runtime.Versioning;

namespace OgGen;

/// <summary>
/// Requests of a page in a browser (Blazor WebAssembly). .NET hands them to the browser's <c>fetch</c>, which has rules of its own (Fetch
/// Standard): it drops headers that are not the page's, and follows redirects.
/// </summary>
[SupportedOSPlatform("browser")]
internal static class BrowserFetch
{
    private static readonly HttpRequestOptionsKey<bool> s_streamsResponse = new("WebAssemblyEnableStreamingResponse");
    private static readonly HttpRequestOptionsKey<IDictionary<string, object>> s_fetchOptions = new("WebAssemblyFetchOptions");

    private static readonly HashSet<string> s_forbiddenHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept-Charset", "Accept-Encoding", "Access-Control-Request-Headers", "Access-Control-Request-Method",
        "Access-Control-Request-Private-Network", "Connection", "Cookie", "Cookie2", "Date", "DNT", "Expect", "Host", "Keep-Alive",
        "Origin", "Referer", "Set-Cookie", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Via",
    };

    /// <summary>
    /// Asks for a body that is read while it arrives, which .NET does by itself since .NET 10, and for redirects that are not followed.
    /// </summary>
    public static void Prepare(ApiMessage message)
    {
        message.Options.Set(s_streamsResponse, true);

        // A dictionary of the request's own: handlers of the caller add to it, such as whether cookies are sent.
        message.Options.Set(s_fetchOptions, new Dictionary<string, object> { ["redirect"] = "manual" });
    }

    /// <summary>Finds what a browser would leave out of a request without a word, or refuse.</summary>
    /// <returns>The exception for it; <see langword="null"/> for a request that is sent as it is.</returns>
    public static PlatformNotSupportedException? Refuse(ApiMessage message, ApiOperation operation)
    {
        string method = message.Method.Method;
        if (method is "CONNECT" or "TRACE" or "TRACK")
        {
            return Refusal(operation, $"sends no {method}");
        }

        if (message.Content is not null && method is "GET" or "HEAD")
        {
            return Refusal(
                operation, $"sends no body with {method}, and none of the headers that describe one, such as Content-Language or Expires");
        }

        foreach ((string name, _) in message.Headers.NonValidated)
        {
            if (name.Equals("Cookie", StringComparison.OrdinalIgnoreCase))
            {
                return Refusal(
                    operation, "sends the cookies that it keeps for a site, and none that a page names. Leave the parameter out");
            }

            if (IsForbidden(name))
            {
                return Refusal(operation, $"lets no page set the header {name}");
            }
        }

        return null;
    }

    private static bool IsForbidden(string name)
        => s_forbiddenHeaders.Contains(name)
            || name.StartsWith("Proxy-", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("Sec-", StringComparison.OrdinalIgnoreCase);

    private static PlatformNotSupportedException Refusal(ApiOperation operation, string rule)
        => new($"{operation.Id} was not sent: a browser {rule}.");
}
