using OgGen.Generator.Common;
using OgGen.Generator.Model;

namespace OgGen.Generator.Building;

/// <summary>
/// Puts a method's parameters in order: required ones (path, query, header, cookie), the body, then those that may be left out, the
/// body's first.
/// </summary>
internal sealed class SignatureBuilder
{
    private const int RequiredBody = 100;
    private const int OptionalBody = 150;

    private readonly List<(int Order, ArgumentModel Argument)> _arguments = [];

    public void Add(ParameterModel parameter)
    {
        int order = (parameter.IsRequired ? 0 : 200) + (int)parameter.Place;
        _arguments.Add((order, Argument(parameter.Type, parameter.Name, !parameter.IsRequired, parameter.Doc)));
    }

    public void AddBody(TypeRef type, string name, bool isOptional, DocModel doc)
        => _arguments.Add((isOptional ? OptionalBody : RequiredBody, Argument(type, name, isOptional, doc)));

    /// <summary>Adds a string that goes with the body; it may be left out where it has a default.</summary>
    public void AddText(string name, string? @default, DocModel doc)
    {
        var text = new ScalarRef(ScalarKind.String);
        _arguments.Add((@default is null ? RequiredBody : OptionalBody, new ArgumentModel(text, name, @default is not null, @default, doc)));
    }

    public EquatableArray<ArgumentModel> Build() => _arguments.OrderBy(static argument => argument.Order).Select(static argument => argument.Argument).ToEquatable();

    private static ArgumentModel Argument(TypeRef type, string name, bool isOptional, DocModel doc)
        => new(isOptional ? type with { IsNullable = true } : type, name, isOptional, null, doc);
}
