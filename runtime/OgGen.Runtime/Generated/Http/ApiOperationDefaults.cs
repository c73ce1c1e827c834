using System.ComponentModel;

namespace OgGen.Generated;

/// <summary>What most operations of a client have in common.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiOperationDefaults
{
    /// <inheritdoc cref="ApiOperation.RequestIdHeader"/>
    public string? RequestIdHeader { get; init; }

    /// <inheritdoc cref="ApiOperation.RetryAfterHeader"/>
    public string? RetryAfterHeader { get; init; }

    /// <inheritdoc cref="ApiOperation.Errors"/>
    public IReadOnlyList<ApiErrorReader> Errors { get; init; } = [];

    /// <inheritdoc cref="ApiOperation.Security"/>
    public IReadOnlyList<IReadOnlyList<string>>? Security { get; init; }
}
