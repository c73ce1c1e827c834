using System.ComponentModel;

namespace OgGen.Generated;

/// <summary>The facts of a generated client that the runtime needs: its name, and what its document states for all operations.</summary>
/// <param name="name">The client's name, for <c>User-Agent</c>.</param>
/// <param name="version">The document's <c>info.version</c>; any text.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiClientDescriptor(string name, string version)
{
    /// <summary>The client's name.</summary>
    public string Name { get; } = name;

    /// <summary>The document's version, as it is written there.</summary>
    public string Version { get; } = version;

    /// <summary>
    /// The path of the document's server, where that has no host: an address of the caller's without a path gets it. It begins with a slash
    /// and ends without one; <see langword="null"/> where the document has none.
    /// </summary>
    public string? BasePath { get; init; }

    /// <summary>An address of the caller's as the base address of a client.</summary>
    internal Uri BaseAddressOf(Uri address)
        => BasePath is { Length: > 0 } path && address.AbsolutePath == "/"
            ? new Uri(address.GetLeftPart(UriPartial.Authority) + path)
            : address;
}
