using System.Text;

namespace OgGen;

/// <summary>
/// The secrets of one call: those that it has sent, and those that the client's credentials hold. No text that the client makes shows one.
/// </summary>
/// <param name="credentials">The client's credentials.</param>
internal sealed class UsedSecrets(IReadOnlyList<ApiCredential> credentials)
{
    private const string Mask = "***";

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

    /// <summary>Replaces every occurrence of a secret, in any spelling, by <c>***</c>; the same instance where there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isCut">Whether the text goes on in truth, so that a secret may be cut by its end.</param>
    public string Redact(string text, bool isCut = false)
    {
        List<Secret> secrets = All();
        var found = new List<(int Start, int End)>();
        foreach (DecodedText reading in secrets.Count == 0 ? [] : DecodedText.Of(text, secrets.Exists(static s => s.HasSpace)))
        {
            foreach (Secret secret in secrets)
            {
                foreach (SecretPattern pattern in secret.Patterns)
                {
                    pattern.FindIn(reading, isCut, found);
                }
            }
        }

        return found.Count == 0 ? text : Replace(text, found);
    }

    /// <summary>The exception itself, or, where its text carries a secret, one with the secret taken out.</summary>
    public Exception Redact(Exception exception)
    {
        string text = exception.ToString();
        string message = WithoutStackTraces(exception, text);
        return ReferenceEquals(Redact(message), message) && !HasData(exception) ? exception : Masked(exception, Redact(text));
    }

    private static string Replace(string text, List<(int Start, int End)> found)
    {
        found.Sort();
        var masked = new StringBuilder(text.Length);
        int copied = 0;
        foreach ((int start, int end) in found)
        {
            if (start >= copied)
            {
                masked.Append(text, copied, start - copied).Append(Mask);
            }

            copied = Math.Max(copied, end);
        }

        return masked.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>
    /// The text of an exception without the names of methods and files, which are no secrets: a short one, such as <c>test</c>, is often a
    /// word of them.
    /// </summary>
    private static string WithoutStackTraces(Exception exception, string text)
    {
        if (exception.StackTrace is { Length: > 0 } trace)
        {
            text = text.Replace(trace, "", StringComparison.Ordinal);
        }

        IEnumerable<Exception> causes = exception is AggregateException several ? several.InnerExceptions
            : exception.InnerException is { } inner ? [inner]
            : [];
        return causes.Aggregate(text, static (rest, cause) => WithoutStackTraces(cause, rest));
    }

    /// <summary>Data is not part of <see cref="Exception.ToString"/>, but loggers print it, and it may hold a whole request.</summary>
    private static bool HasData(Exception exception)
        => exception.Data.Count > 0
            || (exception is AggregateException several
                ? several.InnerExceptions.Any(HasData)
                : exception.InnerException is { } inner && HasData(inner));

    private MaskedException Masked(Exception exception, string text)
    {
        MaskedException? cause = exception.InnerException is { } inner ? Masked(inner, Redact(inner.ToString())) : null;
        return new MaskedException(exception.GetType(), Redact(exception.Message), text, cause);
    }

    private List<Secret> All()
    {
        List<Secret> all = _earlier is null ? [] : [.. _earlier];
        if (_last is not null)
        {
            all.Add(_last);
        }

        for (int i = 0; i < credentials.Count; i++)
        {
            if (credentials[i].Current is { } current && !all.Contains(current))
            {
                all.Add(current);
            }
        }

        return all;
    }
}
