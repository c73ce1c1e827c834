using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OgGen.Generator.Tests.Architecture;

/// <summary>
/// The phases between the document and the model are functions with results: their types have no state that changes after construction.
/// </summary>
internal static class StateRules
{
    /// <summary>
    /// Types that a phase may hold whatever is in them: the scope of names and the graph of schemas, which change by design (a name that is
    /// taken, a question that was answered), the list of problems, which takes and gives nothing back, and the immutable array, which has
    /// an array inside.
    /// </summary>
    private static readonly string[] s_allowed = ["NameScope", "SchemaGraph", "EquatableArray", "Problems"];

    /// <summary>The members of collections that only read them.</summary>
    private static readonly string[] s_readers = ["Contains", "ContainsKey", "TryGetValue", "IndexOf", "Count", "Length", "Keys", "Values"];

    /// <summary>State of a folder's types that can be set again, or that holds an object that changes.</summary>
    public static IReadOnlyList<string> MutableState(CodeBase code, string folder)
        =>
        [
            .. from file in code.Files
               where file.Folder == folder
               from type in file.DeclaredTypes
               where type.TypeKind is TypeKind.Class or TypeKind.Struct
               from state in ObjectState.Of(type, code)
               where state.Declaration.SyntaxTree == file.Tree
               let reason = state.CanBeSet ? "can be set again"
                   : Changing(state.Type, code, []) is { } changing && !IsConstantTable(state, code) ? $"holds a {changing}"
                   : null
               where reason is not null
               orderby file.Path, state.Declaration.SpanStart
               select $"{file.LocationOf(state.Declaration)} {type.Name}.{state.Symbol.Name} {reason}",
        ];

    /// <summary>The type, if its objects change; null if they do not.</summary>
    private static string? Changing(ITypeSymbol type, CodeBase code, HashSet<ISymbol> seen)
    {
        if (s_allowed.Contains(type.Name) || !seen.Add(type))
        {
            return null;
        }

        bool isOurs = type is INamedTypeSymbol && type.Locations.Any(static location => location.IsInSource);
        bool changes = isOurs
            ? ObjectState.Of((INamedTypeSymbol)type, code)
                .Any(state => !state.IsStatic && (state.CanBeSet || Changing(state.Type, code, seen) is not null))
            : type is IArrayTypeSymbol || IsChangingCollection(type) || type.Name is "StringBuilder" or "StrongBox";
        return changes ? type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) : null;
    }

    private static bool IsChangingCollection(ITypeSymbol type)
        => type.ContainingNamespace?.Name is not ("Immutable" or "Frozen")
            && type.AllInterfaces.Prepend(type)
                .Any(static one => one.Name is "ICollection" or "IDictionary" or "IProducerConsumerCollection" or "ConditionalWeakTable");

    /// <summary>
    /// A private static collection that nobody writes to after its initializer: a table of constants. .NET Standard 2.0 has no
    /// read-only set.
    /// </summary>
    private static bool IsConstantTable(ObjectState state, CodeBase code)
        => state is { IsStatic: true, Symbol: IFieldSymbol { DeclaredAccessibility: Accessibility.Private } field }
            && (field.Type is IArrayTypeSymbol array ? [array.ElementType] : ((INamedTypeSymbol)field.Type).TypeArguments)
                .All(item => Changing(item, code, []) is null)
            && code.ReferencesTo(field).All(use => IsReading(use, code));

    private static bool IsReading(SyntaxNode use, CodeBase code)
    {
        SyntaxNode whole = use.Parent is MemberAccessExpressionSyntax qualified && qualified.Name == use ? qualified : use;
        SemanticModel model = code.ModelOf(use.SyntaxTree);
        return whole.Parent switch
        {
            MemberAccessExpressionSyntax member => s_readers.Contains(member.Name.Identifier.ValueText)
                || model.GetSymbolInfo(member).Symbol is IMethodSymbol { ReducedFrom: not null },
            ElementAccessExpressionSyntax element => !IsWritten(element),
            CommonForEachStatementSyntax or SpreadElementSyntax => true,
            _ => model.GetTypeInfo(whole).ConvertedType is { } type && Changing(type, code, []) is null,
        };
    }

    private static bool IsWritten(ElementAccessExpressionSyntax element) => element.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == element,
        RefExpressionSyntax or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax => true,
        ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None),
        _ => false,
    };
}
