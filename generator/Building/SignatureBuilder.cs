using OgGen.Generator.Common;
using OgGen.Generator.Model;

namespace OgGen.Generator.Building;

/// <summary>
/// Puts a method's parameters in order: required ones (path, query, header, cookie), the body, then those that may be left out, the
/// body's first.
/// </summary>
internal sealed class SignatureBuilder
{
    private readonly List<(int Order, ArgumentModel Argument)> _arguments = [];

    public void Add(ParameterModel parameter)
    {
        int order = (parameter.IsRequired ? 0 : 200) + (int)parameter.Place;
        string type = parameter.IsRequired ? parameter.Type.Name : parameter.Type.NullableName;
        _arguments.Add((order, new ArgumentModel(type, parameter.Name, !parameter.IsRequired, null, parameter.Doc)));
    }

    public void AddBody(string type, string name, bool isOptional, DocModel doc, string? @default = null)
        => _arguments.Add((isOptional ? 150 : 100, new ArgumentModel(type, name, isOptional, @default, doc)));

    public EquatableArray<ArgumentModel> Build() => _arguments.OrderBy(static argument => argument.Order).Select(static argument => argument.Argument).ToEquatable();
}
