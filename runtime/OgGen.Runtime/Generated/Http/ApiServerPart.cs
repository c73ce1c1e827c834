using System.ComponentModel;

namespace OgGen.Generated;

/// <summary>What a variable stands for in the address of a server. Generated code names it; the document decides.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ApiServerPart
{
    /// <summary>A part of the host: one label, or several with dots between them.</summary>
    Host,

    /// <summary><c>https</c> or <c>http</c>.</summary>
    Scheme,

    /// <summary>The beginning of the address: scheme, host, and what may follow them.</summary>
    Address,

    /// <summary>The whole host, and what may follow it: a port, a path.</summary>
    Authority,

    /// <summary>What follows the host: a port with its colon, a path with its slash, both, or nothing.</summary>
    AuthorityEnd,

    /// <summary>The number of a port.</summary>
    Port,

    /// <summary>Whole segments of the path, with or without slashes around them, or nothing.</summary>
    Path,

    /// <summary>A part of a segment of the path.</summary>
    PathText,
}
