using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;

namespace OgGen;

/// <summary><c>Authorization: Basic …</c>, in UTF-8 (RFC 7617).</summary>
internal sealed class BasicCredential : ApiCredential
{
    private readonly string _user;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private volatile Secret _secret;

    public BasicCredential(string schemeName, string user, string password)
        : base(schemeName)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (user.Contains(':', StringComparison.Ordinal) || user.Any(char.IsControl))
        {
            throw new ArgumentException("A user name holds neither colons nor control characters.", nameof(user));
        }

        UriText.CheckWellFormed(user, nameof(user));
        CheckPassword(password, nameof(password));
        _user = user;
        _secret = Make(password);
    }

    public override void Update(string secret)
    {
        CheckPassword(secret, nameof(secret));
        _secret = Make(secret);
    }

    internal override string Shape => $"{SchemeName} of {_user}";

    internal override void TakeFrom(ApiCredential other) => _secret = ((BasicCredential)other)._secret;

    internal override Secret? Current => _secret;

    internal override ValueTask<Secret> GetAsync(CancellationToken cancellationToken) => new(_secret);

    internal override void Apply(ApiMessage message, Secret secret) => message.Headers.Authorization = secret.Authorization;

    // base64 makes every character safe on the wire, so a password may hold more than a key: spaces, and any language.
    private static void CheckPassword(string password, string name)
    {
        if (string.IsNullOrEmpty(password))
        {
            throw new ArgumentException("The password is missing or empty.", name);
        }

        if (password.Any(char.IsControl))
        {
            throw new ArgumentException("The password holds a control character, such as a line break.", name);
        }

        UriText.CheckWellFormed(password, name);
    }

    private Secret Make(string password)
    {
        string wire = Convert.ToBase64String(Encoding.UTF8.GetBytes(_user + ":" + password));
        return new Secret(password, wire) { Authorization = new AuthenticationHeaderValue("Basic", wire) };
    }
}
