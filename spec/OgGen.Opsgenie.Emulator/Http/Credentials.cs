using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace OgGen.Opsgenie.Emulator.Http;

internal enum Access
{
    None,
    Read,
    Full,
}

/// <summary>The two keys of this start, and which of them a request carries.</summary>
internal sealed class Credentials
{
    private const string Scheme = "GenieKey ";
    private readonly byte[] _fullKey;
    private readonly byte[] _readOnlyKey;

    public Credentials()
    {
        FullKey = RandomNumberGenerator.GetHexString(40, lowercase: true);
        ReadOnlyKey = RandomNumberGenerator.GetHexString(40, lowercase: true);
        _fullKey = Encoding.UTF8.GetBytes(FullKey);
        _readOnlyKey = Encoding.UTF8.GetBytes(ReadOnlyKey);
    }

    public string FullKey { get; }

    public string ReadOnlyKey { get; }

    /// <summary>
    /// The scheme is compared with its case, as documented, though HTTP would not: a client that sends another spelling should fail here
    /// first.
    /// </summary>
    public Access Identify(IHeaderDictionary headers)
    {
        if (headers.Authorization is not [{ } authorization] || !authorization.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return Access.None;
        }

        byte[] key = Encoding.UTF8.GetBytes(authorization[Scheme.Length..]);
        bool full = CryptographicOperations.FixedTimeEquals(key, _fullKey);
        bool readOnly = CryptographicOperations.FixedTimeEquals(key, _readOnlyKey);
        return full ? Access.Full : readOnly ? Access.Read : Access.None;
    }
}
