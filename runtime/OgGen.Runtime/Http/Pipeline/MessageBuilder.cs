using OgGen.Generated;

namespace OgGen;

/// <summary>Builds the message of an attempt: the headers of the options, of the parameters and of the client.</summary>
internal static class MessageBuilder
{
    public static ApiMessage Create(ApiCall call)
    {
        ApiRequest request = call.Request;
        var message = new ApiMessage(call.Operation.Method, call.Origin.Address)
        {
            Version = call.Core.Transport.Version,
            VersionPolicy = call.Core.Transport.VersionPolicy,
            Content = call.Body?.CreateContent(),
        };

        // Every value was checked when it came in (HeaderText): .NET would send any text.
        message.Headers.TryAddWithoutValidation("Accept", call.Operation.Accept);
        foreach ((string name, string value) in call.Settings.Headers)
        {
            AddHeader(message, name, value);
        }

        for (int i = 0; i < request.Headers.Count; i++)
        {
            (string name, string value) = request.Headers[i];
            if (!IsSet(call.Settings, name))
            {
                AddHeader(message, name, value);
            }
        }

        if (OperatingSystem.IsBrowser())
        {
            BrowserFetch.Prepare(message);
        }
        else
        {
            AddOwnHeaders(call, message);
        }

        if (request.Cookies is { } cookies)
        {
            message.Headers.TryAddWithoutValidation("Cookie", cookies);
        }

        return message;
    }

    /// <summary>
    /// Adds the headers that speak of the client. A browser has its own, and asks a service of another origin for leave to send others.
    /// </summary>
    private static void AddOwnHeaders(ApiCall call, ApiMessage message)
    {
        // A header that the caller sets replaces the client's own. Where the caller sets none, there is nothing to look for.
        bool mayBeSet = call.Settings.Headers.Length > 0 || call.Request.Headers.Count > 0;
        if (!mayBeSet || !message.Headers.NonValidated.Contains("User-Agent"))
        {
            message.Headers.TryAddWithoutValidation("User-Agent", call.Core.UserAgent);
        }

        if (!mayBeSet || !message.Headers.NonValidated.Contains("Accept-Encoding"))
        {
            message.Headers.TryAddWithoutValidation("Accept-Encoding", ContentCoding.Accepted);
        }
    }

    /// <summary>Whether an option of the call sets a header, instead of a parameter.</summary>
    private static bool IsSet(CallSettings settings, string name)
    {
        foreach ((string set, _) in settings.Headers)
        {
            if (set.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// .NET keeps headers that describe a body (Content-Language, Expires and others) with the body: an empty one where there is none.
    /// </summary>
    private static void AddHeader(ApiMessage message, string name, string value)
    {
        if (!message.Headers.TryAddWithoutValidation(name, value))
        {
            message.Content ??= new ByteArrayContent([]);
            message.Content.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
