namespace OgGen;

/// <summary>Where an API key travels.</summary>
public enum ApiKeyLocation
{
    /// <summary>In a header.</summary>
    Header,

    /// <summary>In the query. Servers and proxies log it there; prefer a header where the service offers one.</summary>
    Query,

    /// <summary>In a cookie.</summary>
    Cookie,
}
