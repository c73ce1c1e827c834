using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;

namespace OgGen.Generator.Project;

/// <summary>The contract version of the referenced runtime.</summary>
/// <param name="Version">The version; 0 where the runtime declares none, or is not referenced.</param>
internal sealed record RuntimeReference(int Version)
{
    /// <summary>The contract that the generated code is written against.</summary>
    public const int Required = 8;

    private const string AssemblyName = "OgGen.Runtime";

    private const string AttributeName = "RuntimeContractAttribute";

    public bool IsUsable => Version >= Required;

    /// <summary>
    /// The runtime, if this reference is the runtime. Each reference is examined alone, so that the result stays valid while other
    /// references change, and without the compilation, which does not exist yet when files that other generators see are added.
    /// </summary>
    public static IEnumerable<RuntimeReference> Find(MetadataReference reference, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return (reference switch
        {
            // A project that is open in the same editor.
            CompilationReference { Compilation: var project } => project.AssemblyName == AssemblyName ? VersionOf(project.Assembly) : null,
            PortableExecutableReference { Properties.Kind: MetadataImageKind.Assembly } file => VersionOf(file),
            _ => null,
        }) is { } version ? [new RuntimeReference(version)] : [];
    }

    private static int VersionOf(IAssemblySymbol assembly)
    {
        AttributeData? contract = assembly.GetAttributes().FirstOrDefault(static data => data.AttributeClass is { Name: AttributeName });
        return contract?.ConstructorArguments is [{ Value: int version }] ? version : 0;
    }

    /// <summary>Compares the name of the assembly: a file may have another name, and an image in memory has no file.</summary>
    private static int? VersionOf(PortableExecutableReference file)
    {
        try
        {
            MetadataReader reader = ((AssemblyMetadata)file.GetMetadata()).GetModules()[0].GetMetadataReader();
            return reader.StringComparer.Equals(reader.GetAssemblyDefinition().Name, AssemblyName) ? VersionOf(reader) : null;
        }
        catch (Exception e) when (e is BadImageFormatException or IOException)
        {
            // The compiler reports a file that is missing or not an assembly.
            return null;
        }
    }

    private static int VersionOf(MetadataReader reader)
    {
        foreach (CustomAttribute attribute in reader.GetAssemblyDefinition().GetCustomAttributes().Select(reader.GetCustomAttribute))
        {
            // The runtime declares the attribute itself.
            if (attribute.Constructor.Kind == HandleKind.MethodDefinition
                && reader.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType() is var type
                && reader.StringComparer.Equals(reader.GetTypeDefinition(type).Name, AttributeName))
            {
                BlobReader value = reader.GetBlobReader(attribute.Value);
                return value.Length >= sizeof(ushort) + sizeof(int) && value.ReadUInt16() == 1 ? value.ReadInt32() : 0;
            }
        }

        return 0;
    }
}
