using OgGen.Generator.Common;
using OgGen.Generator.Model;

namespace OgGen.Generator.Building;

/// <summary>An argument of a method, and its order.</summary>
internal sealed record OrderedArgument(int Order, ArgumentModel Argument);

/// <summary>
/// Puts a method's parameters in order: required ones (path, query, header, cookie), the body, then those that may be left out, the
/// body's first.
/// </summary>
internal static class Signature
{
    private const int RequiredBody = 100;
    private const int OptionalBody = 150;

    public static EquatableArray<ArgumentModel> InOrder(IReadOnlyList<OrderedArgument> arguments)
        => arguments is [var only]
            ? EquatableArray<ArgumentModel>.Of([only.Argument])
            : arguments.OrderBy(static argument => argument.Order).Select(static argument => argument.Argument).ToEquatable();

    public static void Add(this List<OrderedArgument> arguments, ParameterModel parameter)
    {
        int order = (parameter.IsRequired ? 0 : 200) + (int)parameter.In;
        ArgumentModel argument = Argument(parameter.Type, parameter.Name, !parameter.IsRequired, parameter.Doc);

        // The request checks path values for null.
        arguments.Add(new OrderedArgument(order, parameter.In == ParameterIn.Path ? argument with { IsChecked = false } : argument));
    }

    public static void AddBody(this List<OrderedArgument> arguments, TypeRef type, Identifier name, bool isOptional, DocModel doc)
        => arguments.Add(new OrderedArgument(isOptional ? OptionalBody : RequiredBody, Argument(type, name, isOptional, doc)));

    /// <summary>Adds a string that belongs to the body. It is optional where it has a default.</summary>
    public static void AddText(this List<OrderedArgument> arguments, Identifier name, string? @default, DocModel doc)
    {
        var text = new ScalarRef(ScalarKind.String);
        arguments.Add(
            new OrderedArgument(
                @default is null ? RequiredBody : OptionalBody,
                new ArgumentModel(text, name, @default is not null, @default, doc) { IsChecked = true }));
    }

    private static ArgumentModel Argument(TypeRef type, Identifier name, bool isOptional, DocModel doc)
        => new(isOptional ? type with { IsNullable = true } : type, name, isOptional, null, doc)
        {
            IsChecked = !isOptional && type is { IsValueType: false, IsNullable: false },
        };
}
