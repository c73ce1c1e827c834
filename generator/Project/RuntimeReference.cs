using Microsoft.CodeAnalysis;

namespace OgGen.Generator.Project;

/// <summary>Which contract the referenced runtime keeps.</summary>
/// <param name="Version">The contract's version; 0 where no runtime is referenced.</param>
internal sealed record RuntimeReference(int Version)
{
    /// <summary>The contract that the generated code is written against.</summary>
    public const int Required = 4;

    public bool IsUsable => Version >= Required;

    public static RuntimeReference Find(Compilation compilation)
    {
        // By the assembly's name: a look for the type would ask every referenced assembly, after each edit of C#.
        IAssemblySymbol? runtime = compilation.SourceModule.ReferencedAssemblySymbols.FirstOrDefault(static assembly => assembly.Name == "OgGen.Runtime");
        AttributeData? contract = runtime?.GetAttributes().FirstOrDefault(static data => data.AttributeClass is { Name: "RuntimeContractAttribute" });
        return new RuntimeReference(contract?.ConstructorArguments is [{ Value: int version }] ? version : 0);
    }
}
