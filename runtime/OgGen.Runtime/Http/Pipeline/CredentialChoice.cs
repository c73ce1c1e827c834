namespace OgGen;

/// <summary>Which of a client's credentials an operation gets: those it asks for, and no others.</summary>
internal static class CredentialChoice
{
    /// <summary>The scheme names to apply.</summary>
    /// <exception cref="InvalidOperationException">The client has no alternative that the operation accepts.</exception>
    public static IReadOnlyList<string> For(ApiOperation operation, IReadOnlyList<ApiCredential> credentials)
    {
        if (operation.Security is not { Count: > 0 } alternatives)
        {
            return [];
        }

        bool allowsAnonymous = false;
        for (int i = 0; i < alternatives.Count; i++)
        {
            IReadOnlyList<string> schemes = alternatives[i];
            if (schemes.Count == 0)
            {
                // A credential that is there is used, whatever the order of the alternatives.
                allowsAnonymous = true;
            }
            else if (HasAll(schemes, credentials))
            {
                return schemes;
            }
        }

        if (allowsAnonymous)
        {
            return [];
        }

        string held = credentials.Count == 0 ? "none" : "only " + string.Join(", ", credentials.Select(static c => c.SchemeName));
        throw new InvalidOperationException(
            $"{operation.Id} needs a credential for {string.Join(" or ", alternatives.Select(static a => string.Join(" + ", a)))}, "
            + $"and the client has {held}.");
    }

    public static ApiCredential Find(string scheme, IReadOnlyList<ApiCredential> credentials)
        => TryFind(scheme, credentials) ?? throw new InvalidOperationException($"There is no credential for {scheme}.");

    private static bool HasAll(IReadOnlyList<string> schemes, IReadOnlyList<ApiCredential> credentials)
    {
        for (int i = 0; i < schemes.Count; i++)
        {
            if (TryFind(schemes[i], credentials) is null)
            {
                return false;
            }
        }

        return true;
    }

    private static ApiCredential? TryFind(string scheme, IReadOnlyList<ApiCredential> credentials)
    {
        for (int i = 0; i < credentials.Count; i++)
        {
            if (credentials[i].SchemeName == scheme)
            {
                return credentials[i];
            }
        }

        return null;
    }
}
