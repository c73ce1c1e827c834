namespace OgGen;

/// <summary>A key in a header, in the query or in a cookie.</summary>
internal sealed class ApiKeyPlacement : SecretPlacement
{
    private readonly ApiKeyLocation _location;
    private readonly string _name;

    public ApiKeyPlacement(ApiKeyLocation location, string name)
    {
        if (location == ApiKeyLocation.Query)
        {
            ArgumentException.ThrowIfNullOrEmpty(name);
        }
        else
        {
            HeaderText.CheckName(name, nameof(name));
        }

        _location = location;
        _name = name;
    }

    // The names of headers have no case; those of query parameters and cookies do.
    public override string Key => $"{_location} {(_location == ApiKeyLocation.Header ? _name.ToUpperInvariant() : _name)}";

    public override string? HeaderName => _location == ApiKeyLocation.Header ? _name : null;

    public override Secret Encode(string secret)
        => new(secret, _location == ApiKeyLocation.Cookie ? CookieText.EncodeSecret(secret) : secret);

    public override void Apply(ApiMessage message, Secret secret)
    {
        switch (_location)
        {
            case ApiKeyLocation.Header:
                // The name and the value were checked when they were set.
                message.Headers.Remove(_name);
                message.Headers.TryAddWithoutValidation(_name, secret.Wire);
                break;
            case ApiKeyLocation.Query:
                string name = Uri.EscapeDataString(_name) + "=";
                message.RequestUri = WithoutKey(message.RequestUri!, name);
                string uri = WithoutKey(message.Address, name).OriginalString;
                string separator = uri.EndsWith('?') ? "" : uri.Contains('?', StringComparison.Ordinal) ? "&" : "?";
                message.Address = new Uri($"{uri}{separator}{name}{Uri.EscapeDataString(secret.Wire)}");
                break;
            case ApiKeyLocation.Cookie when OperatingSystem.IsBrowser():
                // A browser sends the cookie that it keeps for the site; a page cannot set one.
                break;
            default:
                CookieText.AddTo(message, _name + "=" + secret.Wire);
                break;
        }
    }

    /// <summary>The address of a next page may repeat the key, perhaps one that was replaced meanwhile.</summary>
    private static Uri WithoutKey(Uri address, string name)
    {
        string uri = address.OriginalString;
        int query = uri.IndexOf('?', StringComparison.Ordinal);
        return query < 0 || uri.IndexOf(name, query, StringComparison.Ordinal) < 0
            ? address
            : new Uri(
                uri[..(query + 1)]
                    + string.Join('&', uri[(query + 1)..].Split('&').Where(p => !p.StartsWith(name, StringComparison.Ordinal))));
    }
}
