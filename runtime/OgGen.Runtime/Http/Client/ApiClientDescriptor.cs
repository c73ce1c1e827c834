namespace OgGen;

/// <summary>What the runtime knows of a generated client: its name and the version of its document.</summary>
/// <param name="name">The client's name, for <c>User-Agent</c>.</param>
/// <param name="version">The document's <c>info.version</c>; any text.</param>
public sealed class ApiClientDescriptor(string name, string version)
{
    /// <summary>The client's name.</summary>
    public string Name { get; } = name;

    /// <summary>The document's version, as it is written there.</summary>
    public string Version { get; } = version;
}
