using System.Reflection;
using System.Text.RegularExpressions;

namespace OgGen.Conformance.Calls;

/// <summary>The parameters of a method that nothing was passed for yet, to be found by the names that the document has.</summary>
internal sealed partial class ParameterTargets(IEnumerable<ParameterInfo> free)
{
    private readonly List<ParameterInfo> _free = [.. free];

    public IReadOnlyList<ParameterInfo> Left => _free;

    public ParameterTargets Copy() => new(_free);

    public void Remove(ParameterInfo target) => _free.Remove(target);

    public void Clear() => _free.Clear();

    /// <summary>The parameters of an operation, each with its argument.</summary>
    /// <exception cref="NotSupportedException">A parameter of the operation is none of the method's.</exception>
    public IEnumerable<(DocumentParameter Parameter, ParameterInfo Target)> Assign(IReadOnlyList<DocumentParameter> parameters)
    {
        // Names of nothing but symbols come last: they get what is left.
        HashSet<string> seen = [];
        foreach (DocumentParameter parameter in parameters.OrderBy(static parameter => Plain(parameter.Name).Length == 0))
        {
            bool isShared = parameters.Any(other => other != parameter && other.Name == parameter.Name);
            bool isFirst = seen.Add(Plain(parameter.Name));
            ParameterInfo target = (isShared ? null : _free.Find(target => target.Name == parameter.Name))
                ?? (isShared || !isFirst ? null : Alike(parameters, parameter))
                ?? Find(parameter.Name, parameter.In)
                ?? throw new NotSupportedException($"no argument for the parameter '{parameter.Name}' in {parameter.In}");
            _free.Remove(target);
            yield return (parameter, target);
        }
    }

    /// <summary>
    /// The argument for a name: the name without what C# cannot have, perhaps with its place or a number; for one of nothing but
    /// symbols, the argument that is left.
    /// </summary>
    public ParameterInfo? Find(string name, string place)
    {
        string wanted = Plain(name);
        return _free.Find(target => Plain(target.Name!) == wanted + place)
            ?? _free.Find(target => Plain(target.Name!) == wanted)
            ?? _free.Find(target => Suffix().Replace(Plain(target.Name!), "") == wanted)
            ?? _free.Find(target => wanted.Length == 0 || Plain(target.Name!).StartsWith("parameter", StringComparison.Ordinal));
    }

    /// <summary>
    /// Of names that differ in capitals or symbols alone, the first has its own in C#, and the others one with their place.
    /// </summary>
    private ParameterInfo? Alike(IReadOnlyList<DocumentParameter> parameters, DocumentParameter parameter)
    {
        string wanted = Plain(parameter.Name);
        return parameters.Any(other => other != parameter && Plain(other.Name) == wanted)
            ? _free.Find(target => Plain(target.Name!) == wanted)
            : null;
    }

    /// <summary>What tells apart parameters whose names differ in nothing that C# can have.</summary>
    [GeneratedRegex("(path|query|header|cookie|part)?[0-9]*$")]
    private static partial Regex Suffix();

    public static string Plain(string name) => new([.. name.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)]);
}
