using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OgGen.Generator.Tests.Architecture;

/// <summary>How large a class may become before it is two.</summary>
internal static class SizeRules
{
    public const int MaxLines = 500;

    public const int MaxFields = 8;

    /// <summary>The classes of a folder with too many lines over all parts, nested types and documentation comments included.</summary>
    public static IReadOnlyList<string> LongClasses(CodeBase code, string folder)
        =>
        [
            .. from type in Classes(code, folder)
               let length = type.DeclaringSyntaxReferences.Sum(static part => Lines(part.GetSyntax()))
               where length > MaxLines
               orderby length descending
               select $"{type.ToDisplayString()} has {length} lines in {type.DeclaringSyntaxReferences.Length} files",
        ];

    /// <summary>
    /// The classes of a folder with too many instance fields: what their methods share without saying so in their signatures. Records do
    /// not count, as long as nothing in them can be set again. They are data: such a record has as many members as what it describes has
    /// properties, the compiler compares them, and no method changes them for another.
    /// </summary>
    public static IReadOnlyList<string> ClassesWithManyFields(CodeBase code, string folder)
        =>
        [
            .. from type in Classes(code, folder)
               let fields = ObjectState.Of(type, code).Where(static state => !state.IsStatic).ToArray()
               where fields.Length > MaxFields && !(type.IsRecord && fields.All(static field => !field.CanBeSet))
               orderby fields.Length descending
               let names = string.Join(", ", fields.Select(static field => field.Symbol.Name))
               select $"{type.ToDisplayString()} has {fields.Length} fields: {names}",
        ];

    private static IEnumerable<INamedTypeSymbol> Classes(CodeBase code, string folder)
        => code.Files.Where(file => file.Folder == folder).SelectMany(static file => file.DeclaredTypes)
            .Where(static type => type.TypeKind == TypeKind.Class)
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default);

    private static int Lines(SyntaxNode part)
    {
        FileLinePositionSpan span = part.SyntaxTree.GetLineSpan(part.Span);
        int comment = part.GetLeadingTrivia().Select(static trivia => trivia.GetStructure()).OfType<DocumentationCommentTriviaSyntax>()
            .Sum(static one => one.ToFullString().Count(static character => character == '\n'));
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1 + comment;
    }
}
