namespace OgGen;

/// <summary>The effective options of a call: the client's, with those of its copy over them. Immutable.</summary>
internal sealed class CallSettings
{
    public required TimeSpan Timeout { get; init; }

    public required TimeSpan AttemptTimeout { get; init; }

    public required ApiRetryOptions Retry { get; init; }

    public KeyValuePair<string, string>[] Headers { get; init; } = [];

    /// <summary>The server of the calls, whatever the document says.</summary>
    public ApiServer? Server { get; init; }

    /// <summary>Whether responses keep their body as it came.</summary>
    public bool KeepRawBody { get; init; }

    public static CallSettings From(ApiClientOptions options) => new()
    {
        Timeout = options.Timeout,
        AttemptTimeout = options.AttemptTimeout,
        Retry = options.Retry.Copy(),
    };

    /// <exception cref="ArgumentException">The options are not valid.</exception>
    public CallSettings With(ApiCallOptions options, IReadOnlyList<ApiCredential> credentials)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Retry?.Validate();
        var settings = new CallSettings
        {
            Timeout = options.Timeout ?? Timeout,
            AttemptTimeout = options.AttemptTimeout ?? AttemptTimeout,
            Retry = options.Retry?.Copy() ?? Retry,
            Headers = options.Headers is null ? Headers : Merge(options.Headers, credentials),
            Server = options.Server ?? Server,
            KeepRawBody = options.KeepRawBody ?? KeepRawBody,
        };
        ApiTimeouts.Check(settings.Timeout, nameof(options.Timeout));
        ApiTimeouts.Check(settings.AttemptTimeout, nameof(options.AttemptTimeout));
        return settings;
    }

    private KeyValuePair<string, string>[] Merge(IReadOnlyDictionary<string, string> added, IReadOnlyList<ApiCredential> credentials)
    {
        var merged = new Dictionary<string, string>(Headers, StringComparer.OrdinalIgnoreCase);
        foreach ((string name, string value) in added)
        {
            HeaderText.CheckName(name, nameof(ApiCallOptions.Headers));
            ArgumentNullException.ThrowIfNull(value, name);
            HeaderText.CheckValue(value, name);
            bool carriesCredential = credentials.Any(c => name.Equals(c.HeaderName, StringComparison.OrdinalIgnoreCase));
            if (carriesCredential || HeaderText.IsReserved(name) || name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
            {
                throw new ArgumentException("This header carries a credential or frames the message; it is not an option of a call.", name);
            }

            merged[name] = value;
        }

        return [.. merged];
    }
}
