using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;
using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Fuzz;
using OgGen.Json;

namespace OgGen.Hostile.Tests.Oracle;

/// <summary>Compiled code, loaded: whether it means what the document says.</summary>
internal sealed class Loaded : IDisposable
{
    private readonly AssemblyLoadContext _context = new("hostile", isCollectible: true);
    private readonly Assembly _assembly;

    public Loaded(byte[] assembly)
    {
        _assembly = _context.LoadFromStream(new MemoryStream(assembly));
        using var file = new PEReader(new MemoryStream(assembly));
        MetadataReader metadata = file.GetMetadataReader();
        Assert.IsEmpty(metadata.GetTypeDefinition(MetadataTokens.TypeDefinitionHandle(1)).GetMethods(), "There is a module initializer.");
        Assert.IsFalse(_assembly.GetTypes().Any(static type => type.Name == Inspection.Canary), "A text became a type.");
        Assert.IsTrue(
            _assembly.GetTypes()
                .All(static type => type.Namespace is "Sample" or null or "Microsoft.CodeAnalysis" or "System.Runtime.CompilerServices"),
            "There is a namespace that nobody asked for.");
    }

    /// <summary>The names of all types of the document.</summary>
    public string[] TypeNames
        =>
        [
            .. _assembly.GetTypes()
                .Where(static type => type is { Namespace: "Sample", IsNested: false })
                .Select(static type => type.Name)
                .Order(StringComparer.Ordinal),
        ];

    public Type Type(string name) => _assembly.GetType("Sample." + name, throwOnError: true)!;

    /// <summary>
    /// Reads an object and writes it again. Its members' names are those of the document: none is left over as unknown, and all
    /// come back as they were.
    /// </summary>
    public object RoundTrip(string type, string json)
    {
        object value = JsonSerializer.Deserialize(json, Type(type))!;
        if (value is ApiModel model)
        {
            Assert.IsEmpty(model.AdditionalProperties.Keys, "Members that the class does not know.");
        }

        string written = JsonSerializer.Serialize(value, Type(type));
        Assert.IsTrue(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(written)), $"{json}\nbecame\n{written}");
        return value;
    }

    /// <summary>An object of the given members, each of which holds a text.</summary>
    public object RoundTrip(string type, IEnumerable<string> names)
        => RoundTrip(
            type,
            new JsonObject([.. names.Select(static name => KeyValuePair.Create(name, (JsonNode?)JsonValue.Create("x")))]).ToJsonString());

    /// <summary>The known values of an enumeration or union, by their names.</summary>
    public IReadOnlyDictionary<string, string> Known(string type)
        => Type(type)
            .GetNestedType("Known")!
            .GetFields()
            .ToDictionary(static field => field.Name, static field => field.GetRawConstantValue()!.ToString()!, StringComparer.Ordinal);

    /// <summary>The properties that a class declares, sorted.</summary>
    public string[] Properties(string type)
        =>
        [
            .. Type(type)
                .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Select(static property => property.Name)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The methods of a group, without what belongs to every class, sorted.</summary>
    public string[] Methods(string group)
        =>
        [
            .. Type(group)
                .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Select(static method => method.Name)
                .Where(static name =>
                    name.EndsWith("Async", StringComparison.Ordinal) && !name.EndsWith("WithResponseAsync", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Calls a method of the client's only group and returns what it sends.</summary>
    public HttpRequestMessage Send(string client, string method, params IReadOnlyList<object?> arguments)
    {
        using var handler = new Recorder();
        object instance = Activator.CreateInstance(
            Type(client), new Uri("https://sample.invalid/"), new ApiClientOptions { Handler = handler })!;
        object group = instance.GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Single(static property => property.PropertyType.IsSubclassOf(typeof(ApiGroup)))
            .GetValue(instance)!;
        MethodInfo call = group.GetType().GetMethods().Single(candidate => candidate.Name == method + "Async");
        object?[] all =
        [
            .. arguments,
            .. call.GetParameters().Skip(arguments.Count).Select(static parameter => parameter.HasDefaultValue ? Default(parameter) : "x"),
        ];
        ((Task)call.Invoke(group, all)!).GetAwaiter().GetResult();
        ((IDisposable)instance).Dispose();
        return handler.Request!;
    }

    public void Dispose() => _context.Unload();

    private static object? Default(ParameterInfo parameter)
        => parameter.ParameterType == typeof(CancellationToken) ? CancellationToken.None : parameter.DefaultValue;

    private sealed class Recorder : HttpMessageHandler
    {
        public HttpRequestMessage? Request { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Request = request;
            return Task.FromResult(new HttpResponseMessage(
                System.Net.HttpStatusCode.OK)
                {
                    Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json"),
                    RequestMessage = request,
                });
        }
    }
}
