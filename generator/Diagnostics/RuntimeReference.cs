using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using OgGen.Generator.Document;
using OgGen.Generator.Model;

namespace OgGen.Generator.Diagnostics;

/// <summary>What the generator asks of the compilation: which contract the referenced runtime keeps.</summary>
/// <param name="Version">The contract's version; 0 where no runtime is referenced.</param>
internal sealed record RuntimeReference(int Version)
{
    /// <summary>The contract that the generated code is written against.</summary>
    public const int Required = 1;

    public bool IsUsable => Version >= Required;

    public static RuntimeReference Find(Compilation compilation, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        INamedTypeSymbol? attribute = compilation.GetTypeByMetadataName("OgGen.RuntimeContractAttribute");
        AttributeData? contract = attribute?.ContainingAssembly.GetAttributes()
            .FirstOrDefault(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute));
        return new RuntimeReference(contract?.ConstructorArguments is [{ Value: int version }] ? version : 0);
    }

    public static void Report(SourceProductionContext context, (ImmutableArray<SpecFile> Specs, RuntimeReference Runtime) input)
    {
        if (input.Specs.IsEmpty || input.Runtime.IsUsable)
        {
            return;
        }

        Diagnostic diagnostic = input.Runtime.Version == 0
            ? Diagnostic.Create(Descriptors.Of(Descriptors.NoRuntime), Location.None)
            : Diagnostic.Create(
                Descriptors.Of(Descriptors.OldRuntime),
                Location.None,
                Required.ToString(CultureInfo.InvariantCulture),
                input.Runtime.Version.ToString(CultureInfo.InvariantCulture));
        context.ReportDiagnostic(diagnostic);
    }
}
