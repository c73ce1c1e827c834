using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OgGen.Generator.Tests.Architecture;

/// <summary>A field, also behind a property or an event, or a primary constructor's parameter that the compiler keeps in a field.</summary>
/// <param name="Symbol">The field, property, event or parameter.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsStatic">Whether all objects share it.</param>
/// <param name="CanBeSet">Whether it can be assigned after construction.</param>
internal sealed record ObjectState(ISymbol Symbol, ITypeSymbol Type, bool IsStatic, bool CanBeSet)
{
    public SyntaxNode Declaration => Symbol.DeclaringSyntaxReferences[0].GetSyntax();

    /// <summary>The state that a type declares; constants are none, and inherited members are of the base type.</summary>
    public static IEnumerable<ObjectState> Of(INamedTypeSymbol type, CodeBase code)
        =>
        [
            .. type.GetMembers().OfType<IFieldSymbol>().Select(OfField).OfType<ObjectState>(),
            .. type.GetMembers().OfType<IEventSymbol>().Where(static one => one.AddMethod is { IsImplicitlyDeclared: true })
                .Select(static one => new ObjectState(one, one.Type, one.IsStatic, CanBeSet: true)),
            .. CapturedParameters(type, code).Select(one => new ObjectState(one, one.Type, IsStatic: false, IsAssigned(one, code))),
        ];

    private static ObjectState? OfField(IFieldSymbol field) => field switch
    {
        { IsConst: true } => null,
        { AssociatedSymbol: IPropertySymbol property } =>
            new ObjectState(property, property.Type, property.IsStatic, property.SetMethod is { IsInitOnly: false }),
        { DeclaringSyntaxReferences.IsEmpty: false } => new ObjectState(field, field.Type, field.IsStatic, !field.IsReadOnly),
        _ => null,
    };

    /// <summary>The parameters that members use after construction. Those of a record are its properties.</summary>
    private static IEnumerable<IParameterSymbol> CapturedParameters(INamedTypeSymbol type, CodeBase code)
        => type.IsRecord
            ? []
            : type.InstanceConstructors
                .Where(static one => one.DeclaringSyntaxReferences is [var declaration] && declaration.GetSyntax() is TypeDeclarationSyntax)
                .SelectMany(static constructor => constructor.Parameters)
                .Where(parameter => code.ReferencesTo(parameter).Any(static use => !IsInitializer(use)));

    private static bool IsAssigned(IParameterSymbol parameter, CodeBase code)
        => code.ReferencesTo(parameter).Any(static use => use.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == use,
            PrefixUnaryExpressionSyntax prefix => prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression,
            PostfixUnaryExpressionSyntax postfix => !postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression),
            ArgumentSyntax argument => argument.RefKindKeyword.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword,
            _ => false,
        });

    /// <summary>Whether a use runs during construction: in an initializer of a member, or as an argument of the base class.</summary>
    private static bool IsInitializer(SyntaxNode use)
        => use.Ancestors().TakeWhile(static node => node is not TypeDeclarationSyntax).Any(static node => node
            is PrimaryConstructorBaseTypeSyntax
            or EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax }
            or EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } });
}
