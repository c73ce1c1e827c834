using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace OgGen.Generator.Tests.Harness;

/// <summary>Another generator of the same project, which says what it sees.</summary>
internal sealed class Watcher : IIncrementalGenerator
{
    /// <summary>The namespaces that have types in the compilation that it was given last.</summary>
    public ImmutableArray<string> Namespaces { get; private set; } = [];

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
        => context.RegisterSourceOutput(
            context.CompilationProvider,
            (_, compilation) => Namespaces =
            [
                .. compilation.Assembly.GlobalNamespace.GetNamespaceMembers()
                    .Select(static space => space.Name).Order(StringComparer.Ordinal),
            ]);
}
