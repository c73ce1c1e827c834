using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OgGen.Generator.Tests.Architecture;

/// <summary>A place in a file that refers to a symbol, by its name or without one (<c>new()</c>, an operator, <c>foreach</c>).</summary>
/// <param name="Symbol">The definition: never a constructed generic or a reduced extension method.</param>
/// <param name="Node">The syntax.</param>
internal sealed record SymbolReference(ISymbol Symbol, SyntaxNode Node)
{
    /// <summary>The paths of the files that declare the symbol; empty for a symbol of a library and for a namespace.</summary>
    public IEnumerable<string> DeclaringFiles
        => (Symbol is INamespaceSymbol ? [] : Declarations.IsEmpty ? Symbol.ContainingType?.DeclaringSyntaxReferences ?? [] : Declarations)
            .Select(static declaration => declaration.SyntaxTree.FilePath)
            .Distinct(StringComparer.Ordinal);

    /// <summary>None for what the compiler declares by itself, such as the constructor of a class without one.</summary>
    private ImmutableArray<SyntaxReference> Declarations => Symbol.DeclaringSyntaxReferences;

    public static IReadOnlyList<SymbolReference> FindAll(CodeFile file)
        => [.. file.Nodes.SelectMany(node => SymbolsAt(file.Model, node).SelectMany(Definitions).Distinct(SymbolEqualityComparer.Default)
            .Select(symbol => new SymbolReference(symbol!, node)))];

    private static IEnumerable<ISymbol> SymbolsAt(SemanticModel model, SyntaxNode node)
    {
        if (HasOwnSymbol(node))
        {
            SymbolInfo info = model.GetSymbolInfo(node);
            foreach (ISymbol symbol in info.Symbol is { } found ? [found] : info.CandidateSymbols)
            {
                yield return symbol;
            }
        }

        if (node is ExpressionSyntax expression && model.GetConversion(expression).MethodSymbol is { } conversion)
        {
            yield return conversion;
        }

        if (node is CommonForEachStatementSyntax loop)
        {
            ForEachStatementInfo info = model.GetForEachStatementInfo(loop);
            ISymbol?[] symbols = [info.GetEnumeratorMethod, info.CurrentProperty, info.MoveNextMethod, info.DisposeMethod];
            foreach (ISymbol symbol in symbols.OfType<ISymbol>())
            {
                yield return symbol;
            }
        }
    }

    /// <summary>Whether a node refers to a symbol, and not only names in it do. A declaration of a namespace refers to none.</summary>
    private static bool HasOwnSymbol(SyntaxNode node) => node switch
    {
        SimpleNameSyntax name => name.Ancestors().First(static one => one is not NameSyntax) is not BaseNamespaceDeclarationSyntax,
        MemberAccessExpressionSyntax or MemberBindingExpressionSyntax or QualifiedNameSyntax or AliasQualifiedNameSyntax => false,
        InvocationExpressionSyntax or ConditionalAccessExpressionSyntax or TypeSyntax => false,
        ExpressionSyntax or ConstructorInitializerSyntax or AttributeSyntax or PrimaryConstructorBaseTypeSyntax => true,
        OrderingSyntax or SelectOrGroupClauseSyntax => true,
        _ => false,
    };

    /// <summary>A symbol's definition, and those of what it is constructed from: the <c>Place</c> of a <c>List&lt;Place&gt;</c>.</summary>
    private static IEnumerable<ISymbol> Definitions(ISymbol symbol) => symbol switch
    {
        IArrayTypeSymbol array => Definitions(array.ElementType),
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.SelectMany(static element => Definitions(element.Type)),
        INamedTypeSymbol type => type.TypeArguments.SelectMany(Definitions).Prepend(type.OriginalDefinition),
        IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction or MethodKind.BuiltinOperator } => [],
        IMethodSymbol method => [(method.ReducedFrom ?? method).OriginalDefinition],
        IPropertySymbol or IFieldSymbol or IEventSymbol or INamespaceSymbol => [symbol.OriginalDefinition],
        // A primary constructor's parameter is known to all parts of its class.
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } => [symbol.OriginalDefinition],
        _ => [],
    };
}
