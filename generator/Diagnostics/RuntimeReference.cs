using Microsoft.CodeAnalysis;

namespace OgGen.Generator.Diagnostics;

/// <summary>Which contract the referenced runtime keeps.</summary>
/// <param name="Version">The contract's version; 0 where no runtime is referenced.</param>
internal sealed record RuntimeReference(int Version)
{
    /// <summary>The contract that the generated code is written against.</summary>
    public const int Required = 1;

    public bool IsUsable => Version >= Required;

    public static RuntimeReference Find(Compilation compilation)
    {
        INamedTypeSymbol? attribute = compilation.GetTypeByMetadataName("OgGen.RuntimeContractAttribute");
        AttributeData? contract = attribute?.ContainingAssembly.GetAttributes()
            .FirstOrDefault(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute));
        return new RuntimeReference(contract?.ConstructorArguments is [{ Value: int version }] ? version : 0);
    }
}
