namespace OgGen;

/// <summary>How far a list that comes in pages is followed.</summary>
public sealed class ApiPageOptions
{
    internal static ApiPageOptions Default { get; } = new();

    /// <summary>How many pages are read at most; a list that has more ends with an <see cref="ApiException"/>. 10,000 by default.</summary>
    public int MaxPages { get; set; } = 10_000;

    internal void Validate() => ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxPages);
}
