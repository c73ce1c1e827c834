using System.Reflection;

namespace OgGen.Fuzz.Grammar;

/// <summary>Names that mean something to our own code: what the runtime has, what generated code has, and what C# has.</summary>
internal static class OwnNames
{
    /// <summary>What stands in generated code and in no assembly that is referred to.</summary>
    private static readonly string[] s_generated =
    [
        "api", "generic", "json", "system", "tasks", "Known", "Sample", "SampleClient", "SampleJson", "SampleServer", "SampleCredential",
        "DefaultClient", "Default", "Unknown", "UnknownA",
        "reader", "writer", "value", "mode", "name", "other", "cancellationToken",
        "body", "request", "response", "options", "credential", "server", "items", "path", "query", "mismatch",
        "s_call", "_group",
        "_pipeline", "Async", "WithResponse", "AndWaitAsync", "Request", "Response", "Item", "Kind", "Error", "Headers", "Payload",
        "Parameter", "Value2", "A", "a", "B",
    ];

    private static readonly string[] s_language =
    [
        "class", "record", "required", "field", "await", "var", "dynamic", "nameof", "when", "with", "init", "get", "set", "value__",
        "Main", "Task", "String", "Object", "Exception", "List", "Uri", "Type",
        "System", "OgGen", "Json", "Int64", "Equals", "GetHashCode",
        "ToString", "GetType", "Finalize", "MemberwiseClone", "ReferenceEquals", "PrintMembers", "EqualityContract", "Clone", "op_Equality",
        "IAsyncEnumerable", "IReadOnlyList", "JsonElement", "HttpMethod", "Stream", "Guid", "DateTimeOffset", "Func", "Action", "Lazy",
        "Optional", "Nullable", "CancellationToken",
    ];

    private static readonly string[] s_all =
    [
        .. Runtime()
            .Concat(s_generated)
            .Concat(s_generated)
            .Concat(s_language)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A name as it is, in another case, or with what the generator adds to names.</summary>
    public static string Any(Random random)
    {
        string name = s_all[random.Next(s_all.Length)];
        return random.Next(12) switch
        {
            0 or 1 => char.ToLowerInvariant(name[0]) + name[1..],
            2 => name + random.Next(1, 3),
            3 => name + s_generated[random.Next(s_generated.Length)],
            4 => "Unknown" + name,
            5 => name + " " + s_all[random.Next(s_all.Length)],
            6 => "_" + name,
            _ => name,
        };
    }

    /// <summary>The types of the runtime and their members, inherited by generated code or called by it.</summary>
    private static IEnumerable<string> Runtime()
        => typeof(ApiClient).Assembly.GetExportedTypes().SelectMany(static type => type
            .GetMembers(
                BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(static member =>
                member is MethodBase { IsPublic: true } or MethodBase { IsFamily: true } or PropertyInfo or FieldInfo { IsPublic: true })
            .Select(static member => member.Name)
            .Append(type.Name))
            .Select(static name => name.Split('`')[0])
            .Where(static name => name.Length > 0 && name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_'));
}
