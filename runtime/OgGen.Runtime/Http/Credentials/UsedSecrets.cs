namespace OgGen;

/// <summary>The secrets that one call has sent, so that no text that comes back can carry one into an exception.</summary>
internal sealed class UsedSecrets
{
    // Nearly always one; more when the call needs several schemes, or a key was rotated while it was retrying.
    private Secret? _last;
    private List<Secret>? _earlier;

    public void Add(Secret secret)
    {
        if (ReferenceEquals(secret, _last))
        {
            return;
        }

        if (_last is not null)
        {
            (_earlier ??= []).Add(_last);
        }

        _last = secret;
    }

    /// <summary>Replaces every occurrence of a secret by <c>***</c>; the same instance where there is none.</summary>
    public string Redact(string text)
    {
        if (_last is null)
        {
            return text;
        }

        text = Redact(text, _last);
        if (_earlier is not null)
        {
            foreach (Secret secret in _earlier)
            {
                text = Redact(text, secret);
            }
        }

        return text;
    }

    /// <summary>The exception itself, or, where its text carries a secret, one with the secret taken out.</summary>
    public Exception Redact(Exception exception)
    {
        // Data is not part of ToString(), but loggers print it.
        string text = exception.ToString();
        bool clean = ReferenceEquals(Redact(text), text);
        for (Exception? e = exception; e is not null && clean; e = e.InnerException)
        {
            clean = e.Data.Count == 0;
        }

        return clean ? exception : new IOException(Redact($"{exception.GetType()}: {exception.Message}"));
    }

    private static string Redact(string text, Secret secret)
    {
        foreach (string form in secret.Forms)
        {
            if (text.Contains(form, StringComparison.OrdinalIgnoreCase))
            {
                text = text.Replace(form, "***", StringComparison.OrdinalIgnoreCase);
            }
        }

        return text;
    }
}
