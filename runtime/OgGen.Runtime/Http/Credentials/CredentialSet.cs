namespace OgGen;

/// <summary>Several credentials, one for each scheme.</summary>
internal sealed class CredentialSet : ApiCredential
{
    private readonly ApiCredential[] _parts;

    public CredentialSet(ApiCredential[] credentials)
        : base(NameOf(credentials))
    {
        _parts = [.. credentials.SelectMany(static c => c.Parts)];
        if (_parts.Select(static c => c.SchemeName).Distinct(StringComparer.Ordinal).Count() != _parts.Length)
        {
            throw new ArgumentException("Two credentials are for the same scheme.", nameof(credentials));
        }
    }

    internal override IReadOnlyList<ApiCredential> Parts => _parts;

    public override void Update(string secret) => throw new NotSupportedException("Update one of the combined credentials.");

    internal override string Shape => SchemeName;

    internal override void TakeFrom(ApiCredential other) => throw new NotSupportedException();

    internal override Secret? Current => null;

    internal override ValueTask<Secret> GetAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    internal override void Apply(ApiMessage message, Secret secret) => throw new NotSupportedException();

    private static string NameOf(ApiCredential[] credentials)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        if (credentials.Length == 0 || Array.IndexOf(credentials, null) >= 0)
        {
            throw new ArgumentException("At least one credential is needed, and none may be null.", nameof(credentials));
        }

        return string.Join(" + ", credentials.Select(static c => c.SchemeName));
    }
}
