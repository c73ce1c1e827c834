using System.ComponentModel;
using OgGen.Generated;

// Generated code and this assembly must agree. The generator reads this number from the referenced assembly and
// reports a missing or older runtime; raise it whenever generated code starts to need something new from here.
[assembly: RuntimeContract(8)]

namespace OgGen.Generated;

/// <summary>States which generation of generated code an OgGen runtime assembly can serve.</summary>
/// <param name="version">The contract version; it only grows.</param>
[AttributeUsage(AttributeTargets.Assembly)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RuntimeContractAttribute(int version) : Attribute
{
    /// <summary>The contract version of the assembly.</summary>
    public int Version { get; } = version;
}
