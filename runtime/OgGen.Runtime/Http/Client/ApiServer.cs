using System.Buffers;

namespace OgGen;

/// <summary>A server of an OpenAPI document. Generated types derive from it, with one static member for each server.</summary>
public abstract class ApiServer
{
    private static readonly SearchValues<char> s_labelCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>Creates a server.</summary>
    /// <param name="url">The address: absolute; https, or http on the loopback address; without user name, query and fragment.</param>
    /// <exception cref="ArgumentException">The address is not acceptable.</exception>
    protected ApiServer(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address))
        {
            throw new ArgumentException("A server address is an absolute URL.", nameof(url));
        }

        BaseAddressText.Check(address, nameof(url));
        BaseAddress = address;
        Prefix = BaseAddressText.Prefix(address);
    }

    /// <summary>Creates a server that the document does not name, such as a proxy or an emulator: all operations are sent to it.</summary>
    /// <param name="baseAddress">The address: absolute; https, or http on the loopback address; without user name, query and fragment.</param>
    /// <exception cref="ArgumentException">The address is not acceptable.</exception>
    protected ApiServer(Uri baseAddress)
    {
        BaseAddressText.Check(baseAddress, nameof(baseAddress));
        BaseAddress = baseAddress;
        Prefix = BaseAddressText.Prefix(baseAddress);
        IsCustom = true;
    }

    /// <summary>The address that the paths of the operations are appended to.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The base address without a slash at the end.</summary>
    internal string Prefix { get; }

    /// <summary>Whether the caller named the address, not the document.</summary>
    internal bool IsCustom { get; }

    /// <summary>The base address.</summary>
    public override string ToString() => BaseAddress.AbsoluteUri;

    /// <summary>Checks the value of a server variable, so that it cannot lead to another host.</summary>
    /// <param name="name">The variable, for the exception.</param>
    /// <param name="value">Its value.</param>
    /// <param name="allowed">The values that the document lists; none means any host label, or several with dots between them.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException">The value is not allowed.</exception>
    protected static string Variable(string name, string value, ReadOnlySpan<string> allowed)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        bool valid = allowed.IsEmpty ? IsHostLabels(value) : allowed.Contains(value);
        return valid
            ? value
            : throw new ArgumentException(
                allowed.IsEmpty
                    ? "A server variable consists of letters, digits, '-' and '_', with single dots between."
                    : $"The server variable is one of: {string.Join(", ", allowed.ToArray())}.",
                name);
    }

    private static bool IsHostLabels(ReadOnlySpan<char> value)
    {
        while (true)
        {
            int dot = value.IndexOf('.');
            ReadOnlySpan<char> label = dot < 0 ? value : value[..dot];
            if (label.IsEmpty || label.ContainsAnyExcept(s_labelCharacters) || label[0] == '-' || label[^1] == '-')
            {
                return false;
            }

            if (dot < 0)
            {
                return true;
            }

            value = value[(dot + 1)..];
        }
    }
}
