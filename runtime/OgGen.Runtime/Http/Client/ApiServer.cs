using OgGen.Generated;

namespace OgGen;

/// <summary>A server of an OpenAPI document. Generated types derive from it, with one static member for each server.</summary>
public abstract class ApiServer
{
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
        BaseAddressText.CheckTransport(address, HostList.None, isOwnTransport: true, nameof(url));
        BaseAddress = address;
        Prefix = BaseAddressText.Prefix(address);
    }

    /// <summary>Creates a server that the document does not name, such as a proxy or an emulator: all operations are sent to it.</summary>
    /// <param name="baseAddress">
    /// The address: absolute; https, or http on the loopback address; without user name, query and fragment.
    /// </param>
    /// <exception cref="ArgumentException">The address is not acceptable.</exception>
    protected ApiServer(Uri baseAddress)
    {
        BaseAddressText.Check(baseAddress, nameof(baseAddress));
        BaseAddressText.CheckTransport(baseAddress, HostList.None, isOwnTransport: true, nameof(baseAddress));
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

    /// <summary>Checks the value of a server variable, so that it leads no further than its part of the address.</summary>
    /// <param name="name">The variable, for the exception.</param>
    /// <param name="value">Its value.</param>
    /// <param name="part">What the variable stands for in the address.</param>
    /// <param name="standard">The default of the document, which is always allowed.</param>
    /// <param name="allowed">The values that the document lists; none means whatever <paramref name="part"/> may be.</param>
    /// <returns>The value as the address has it.</returns>
    /// <exception cref="ArgumentException">The value is not allowed.</exception>
    protected static string CheckVariable(
        string name, string value, ApiServerPart part, string standard, ReadOnlySpan<string> allowed = default)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        string? problem = value == standard ? null
            : allowed.IsEmpty ? ServerPartText.FindProblem(value, part)
            : allowed.Contains(value) ? null
            : $"is one of: {string.Join(", ", allowed.ToArray())}";
        return problem is null
            ? ServerPartText.Write(value, part)
            : throw new ArgumentException($"The server variable '{name}' {problem}.", name);
    }
}
