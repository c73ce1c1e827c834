namespace OgGen;

/// <summary>Where requests carry a secret, and how it is written there.</summary>
internal abstract class SecretPlacement
{
    /// <summary>The place as text: two placements are the same where these are equal.</summary>
    public abstract string Key { get; }

    /// <summary>The header that carries the secret, if it is one of the document's own.</summary>
    public virtual string? HeaderName => null;

    /// <summary>The secret as it is sent. The text was checked before.</summary>
    public abstract Secret Encode(string secret);

    /// <summary>Adds the secret to a request.</summary>
    public abstract void Apply(ApiMessage message, Secret secret);
}
