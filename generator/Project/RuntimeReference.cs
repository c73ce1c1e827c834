using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;

namespace OgGen.Generator.Project;

/// <summary>Which contract the referenced runtime keeps.</summary>
/// <param name="Version">The contract's version; 0 where the runtime names none, or none is referenced.</param>
internal sealed record RuntimeReference(int Version)
{
    /// <summary>The contract that the generated code is written against.</summary>
    public const int Required = 6;

    private const string AssemblyName = "OgGen.Runtime";

    private const string AttributeName = "RuntimeContractAttribute";

    public bool IsUsable => Version >= Required;

    /// <summary>
    /// The runtime, if this reference is the one. Each reference is looked at by itself, so that what was found of it stays while others
    /// change; and without the compilation, as there is none yet when files are added that other generators see.
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

    /// <summary>By the assembly's name, as a file may have another one, and a reference to an image in memory has none.</summary>
    private static int? VersionOf(PortableExecutableReference file)
    {
        try
        {
            MetadataReader reader = ((AssemblyMetadata)file.GetMetadata()).GetModules()[0].GetMetadataReader();
            return reader.StringComparer.Equals(reader.GetAssemblyDefinition().Name, AssemblyName) ? VersionOf(reader) : null;
        }
        catch (Exception e) when (e is BadImageFormatException or IOException)
        {
            // A file that is absent or no assembly, which the compiler reports.
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
