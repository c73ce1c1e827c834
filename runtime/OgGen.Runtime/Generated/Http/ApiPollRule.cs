using System.ComponentModel;

namespace OgGen.Generated;

/// <summary>The response that means "not yet, ask again" (<c>x-oggen-poll</c>).</summary>
/// <param name="status">Its status.</param>
/// <param name="header">A header that it carries, or <see langword="null"/> if the status is enough.</param>
/// <param name="value">The header's value, compared without regard to case; <see langword="null"/> means any.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiPollRule(int status, string? header = null, string? value = null)
{
    /// <summary>Whether a failed call means "not yet".</summary>
    internal bool Matches(ApiException exception)
        => exception.Status == status
            && (header is null
                || (exception.Headers.ReceivedValue(header) is { } actual
                    && (value is null || actual.Trim().Equals(value, StringComparison.OrdinalIgnoreCase))));
}
