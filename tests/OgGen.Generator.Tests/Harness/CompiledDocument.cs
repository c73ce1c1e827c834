using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document;
using OgGen.Generator.Model;

namespace OgGen.Generator.Tests.Harness;

/// <summary>The model of one document, and what was reported on the way to it. Nothing is printed.</summary>
internal sealed class CompiledDocument
{
    /// <summary>What refers to a type, at the end of a line's path.</summary>
    private static readonly string[] s_references = [".ModelRef", ".TypeName", ".HeadersName", ".BaseName"];

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> s_properties = new();

    private readonly Dictionary<string, object> _types = new(StringComparer.Ordinal);

    private readonly Dictionary<object, string[]> _lines = new(ReferenceEqualityComparer.Instance);

    private CompiledDocument(DocumentResult result)
    {
        Model = result.Model;
        Diagnostics = result.Diagnostics;
        foreach (TypeModel type in Model.Files.OfType<TypesFile>().SelectMany(static file => file.Types)
            .Concat(Groups.SelectMany(static group => group.Types)))
        {
            _types.Add(type.Name, type);
        }

        foreach (HeadersModel headers in Model.Files.OfType<ClientFile>().SelectMany(static file => file.Headers)
            .Concat(Groups.SelectMany(static group => group.Headers)))
        {
            _types.Add(headers.Name, headers);
        }
    }

    public DocumentModel Model { get; }

    public IReadOnlyList<DiagnosticInfo> Diagnostics { get; }

    /// <summary>
    /// What is called otherwise than the document asks for: the name that it asks for, its name, and what has the other one.
    /// </summary>
    public IEnumerable<(string Wanted, string Name, string Holder)> Renamed
        => Diagnostics.Where(static diagnostic => diagnostic.Id == Descriptors.Renamed)
            .Select(static diagnostic => (diagnostic.Arguments[0], diagnostic.Arguments[1], diagnostic.Arguments[2]));

    /// <summary>The generated types of schemas and headers, by name.</summary>
    public IReadOnlyDictionary<string, object> Types => _types;

    public IEnumerable<string> TypeNames => _types.Keys.Order(StringComparer.Ordinal);

    public IEnumerable<GroupModel> Groups => Model.Files.OfType<GroupsFile>().SelectMany(static file => file.Groups);

    /// <summary>The operations by what exceptions call them. One with several methods has several models.</summary>
    public ILookup<string, OperationModel> Operations => Groups
        .SelectMany(static group => group.Operations)
        .ToLookup(static operation => operation.Id, StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">The generator failed.</exception>
    public static CompiledDocument Of(Declared document)
    {
        DocumentResult result = DocumentCompiler.Compile(new SpecSources(Read(document), default), default);
        return result.Diagnostics.FirstOrDefault(static diagnostic => diagnostic.Id == Descriptors.InternalError) is { } bug
            ? throw new InvalidOperationException(string.Join(" ", bug.Arguments) + "\n" + document.Text)
            : new CompiledDocument(result);
    }

    /// <summary>A YAML or JSON document.</summary>
    public static CompiledDocument Of(string text) => Of(Declared.Of(text));

    /// <summary>What a type is called where it is used: <c>Pet</c>, <c>Pet[]</c> for lists, <c>Pet{}</c> for maps.</summary>
    public static string NameOf(TypeRef? type) => type switch
    {
        ModelRef model => model.Name,
        ListRef list => NameOf(list.Item) + "[]",
        MapRef map => NameOf(map.Value) + "{}",
        ScalarRef scalar => scalar.Kind.ToString(),
        null => "nothing",
        _ => type.GetType().Name,
    };

    /// <summary>What an operation returns.</summary>
    public string ResultOf(string operation) => NameOf(Operations[operation].First().Result.Type);

    /// <summary>The type of a property.</summary>
    public string TypeOf(string type, string property)
        => NameOf(((ObjectModel)_types[type]).Properties.Single(member => member.JsonName == property).Type);

    public string SummaryOf(string type) => ((TypeModel)_types[type]).Doc.Summary;

    /// <summary>The names of the constants of an enumeration.</summary>
    public string ConstantsOf(string type) => string.Join(" ", ((EnumModel)_types[type]).Values.Select(static value => value.Name));

    /// <summary>An operation with all types to which it leads, each as text.</summary>
    /// <param name="operation">What exceptions call it.</param>
    /// <returns>The text of each type by its name, and that of the operation itself by the empty name.</returns>
    public Dictionary<string, string> ReachableFrom(string operation)
    {
        var reached = new Dictionary<string, string>(StringComparer.Ordinal);

        // What an operation has otherwise than most is printed with it, and depends on the others; no name and no behaviour does.
        OperationModel[] models = [.. Operations[operation].Select(static model => model with { Own = OwnOptions.None })];
        var pending = new Queue<(string Name, object Value)>([("", models)]);
        while (pending.TryDequeue(out (string Name, object Value) next))
        {
            if (!_lines.TryGetValue(next.Value, out string[]? lines))
            {
                _lines.Add(next.Value, lines = [.. Lines(next.Value, next.Value.GetType().Name)]);
            }

            if (reached.TryAdd(next.Name, string.Join('\n', lines)))
            {
                foreach (string name in lines.Select(ReferredType).OfType<string>().Where(_types.ContainsKey))
                {
                    pending.Enqueue((name, _types[name]));
                }
            }
        }

        return reached;
    }

    /// <summary>All that a part of the model says, a line for each value. The order of lists does not count.</summary>
    public static IEnumerable<string> Lines(object? value, string path) => value switch
    {
        null => [path + "="],
        string or bool or Enum or int or long => [$"{path}={value}"],
        ModelRef model => [$"{path}.ModelRef={model.Name}", $"{path}.IsNullable={model.IsNullable}", $"{path}.IsStruct={model.IsStruct}"],
        IEnumerable list => list.Cast<object?>()
            .Select(item => string.Join('\n', Lines(item, path + "[]")))
            .Order(StringComparer.Ordinal)
            .SelectMany(static item => item.Split('\n')),
        _ => s_properties.GetOrAdd(value.GetType(), PropertiesOf)
            .SelectMany(property => Lines(property.GetValue(value), path + "." + property.Name)),
    };

    private static PropertyInfo[] PropertiesOf(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(static property => property.GetIndexParameters().Length == 0)
            .OrderBy(static property => property.Name, StringComparer.Ordinal),
    ];

    private static string? ReferredType(string line)
    {
        int end = line.IndexOf('=', StringComparison.Ordinal);
        return Array.Exists(s_references, reference => line.AsSpan(0, end).EndsWith(reference, StringComparison.Ordinal))
            ? line[(end + 1)..]
            : null;
    }

    private static SpecFile Read(Declared document) => new()
    {
        Path = document.Path,
        Text = document.Text,
        Reference = document.Reference,
        Namespace = document.Namespace,
        Client = document.Client,
        Access = document.Access,
        Tags = Split(document.Tags),
        Paths = Split(document.Paths),
    };

    private static EquatableArray<string> Split(string text) => text.Split(';', StringSplitOptions.RemoveEmptyEntries).ToEquatable();
}
