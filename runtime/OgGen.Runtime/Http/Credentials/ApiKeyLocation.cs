namespace OgGen;

/// <summary>Where an API key travels.</summary>
public enum ApiKeyLocation
{
    /// <summary>In a header.</summary>
    Header,

    /// <summary>
    /// In the query. Servers and proxies log it there, and with an <see cref="ApiClientOptions.HttpClient"/> of yours on .NET 8 the event
    /// source
    /// <c>System.Net.Http</c> tells the whole query to every listener in the process; prefer a header where the service offers one.
    /// </summary>
    Query,

    /// <summary>
    /// In a cookie. A browser sends the cookie that it keeps for the site: a page (Blazor WebAssembly) cannot set one, and the key of the
    /// credential is not sent.
    /// </summary>
    Cookie,
}
