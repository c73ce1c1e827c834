using OgGen.Package.Tests.Harness;

namespace OgGen.Package.Tests.Reach;

/// <summary>
/// What the generator may name outside of itself. Two nets: the namespaces that are open and, of the others, the types that are; and within
/// them what generator/BannedSymbols.txt forbids. That file is enforced twice: in the source, where a suppression could hide a use, and
/// here in what is packed.
/// </summary>
internal static class ReachRules
{
    private static readonly string[] s_openNamespaces =
    [
        "System.Collections",
        "System.Collections.Generic",
        "System.Collections.Immutable",
        "System.Collections.ObjectModel",
        "System.Linq",
        "System.Text",
        "System.Reflection.Metadata", // the tables of an assembly that the compiler has read
        "System.Text.Json",
        "System.Text.Json.Nodes",
        "System.Text.RegularExpressions",
        "System.Globalization",
        "System.Numerics",
        "System.Runtime.CompilerServices",
        "System.Diagnostics.CodeAnalysis",
        "Microsoft.CodeAnalysis",
        "Microsoft.CodeAnalysis.CSharp",
        "Microsoft.CodeAnalysis.Text",
        "Microsoft.CodeAnalysis.Diagnostics",
        "YamlDotNet.Core",
        "YamlDotNet.Core.Events",
        "YamlDotNet.Core.Tokens",
    ];

    /// <summary>Types of namespaces that reach further than a generator may.</summary>
    private static readonly string[] s_openTypes =
    [
        "System.IO.StringReader",
        "System.IO.StringWriter",
        "System.IO.TextReader",
        "System.IO.TextWriter",
        "System.IO.Stream",
        "System.IO.MemoryStream",
        "System.IO.Path",
        "System.IO.InvalidDataException",
        "System.IO.IOException",
        "System.Threading.CancellationToken",
        "System.Threading.Monitor",
        "System.Diagnostics.DebuggerBrowsableAttribute",
        "System.Diagnostics.DebuggerBrowsableState",
        "System.Diagnostics.DebuggerHiddenAttribute",
        "System.Diagnostics.DebuggableAttribute",
        "System.ComponentModel.EditorBrowsableAttribute",
        "System.ComponentModel.EditorBrowsableState",
        "System.Reflection.AssemblyCompanyAttribute",
        "System.Reflection.AssemblyConfigurationAttribute",
        "System.Reflection.AssemblyDescriptionAttribute",
        "System.Reflection.AssemblyFileVersionAttribute",
        "System.Reflection.AssemblyInformationalVersionAttribute",
        "System.Reflection.AssemblyMetadataAttribute",
        "System.Reflection.AssemblyProductAttribute",
        "System.Reflection.AssemblyTitleAttribute",
        "System.Reflection.DefaultMemberAttribute",
        "System.Runtime.InteropServices.InAttribute", // in the signature of the indexer of a ReadOnlySpan
        "System.Runtime.Versioning.TargetFrameworkAttribute",
        "System.Net.Http.HttpMethod", // the keys of the operations of a path: a name, no connection
    ];

    /// <summary>What the compiler writes for iterators and for the equality of records, and what names the class of an exception.</summary>
    private static readonly string[] s_harmless =
    [
        "T:System.Environment", "M:System.Environment.get_CurrentManagedThreadId",
        "T:System.Type", "M:System.Type.GetTypeFromHandle(System.RuntimeTypeHandle)", "M:System.Type.op_Equality(System.Type,System.Type)",
        "T:System.Reflection.MemberInfo", "M:System.Reflection.MemberInfo.get_Name",
    ];

    /// <summary>
    /// The one class that calls a method by its name, which the oldest compiler does not have, and all that it does so with: it looks in
    /// the type of the context that the compiler hands it. No other class may.
    /// </summary>
    private const string Binder = "PreCompilationOutput";

    private static readonly string[] s_binding =
    [
        "M:System.Type.GetMethods", "M:System.Type.GetMethod(System.String,System.Type[])",
        "M:System.Type.GetMethod(System.String,System.Reflection.BindingFlags)", "M:System.Type.get_IsGenericType",
        "M:System.Type.get_IsValueType", "M:System.Type.GetGenericTypeDefinition", "M:System.Type.GetGenericArguments",
        "M:System.Reflection.MethodBase.get_IsGenericMethodDefinition", "M:System.Reflection.MethodBase.GetGenericArguments",
        "M:System.Reflection.MethodBase.GetParameters", "M:System.Reflection.MethodBase.Invoke(System.Object,System.Object[])",
        "M:System.Reflection.MethodInfo.MakeGenericMethod(System.Type[])", "M:System.Reflection.MethodInfo.CreateDelegate(System.Type)",
        "M:System.Reflection.ParameterInfo.get_ParameterType",
    ];

    /// <summary>The types of these, which by themselves call nothing.</summary>
    private static readonly string[] s_bindingTypes =
    [
        "T:System.Reflection.MethodBase", "T:System.Reflection.MethodInfo", "T:System.Reflection.ParameterInfo",
        "T:System.Reflection.BindingFlags",
    ];

    /// <summary>
    /// Sorting without a comparer, and which type argument is what is sorted: if it is a text, the current culture decides.
    /// </summary>
    private static readonly Dictionary<string, int> s_sorts = new()
    {
        ["M:System.Linq.Enumerable.OrderBy``2(System.Collections.Generic.IEnumerable{``0},System.Func{``0,``1})"] = 1,
        ["M:System.Linq.Enumerable.OrderByDescending``2(System.Collections.Generic.IEnumerable{``0},System.Func{``0,``1})"] = 1,
        ["M:System.Linq.Enumerable.ThenBy``2(System.Linq.IOrderedEnumerable{``0},System.Func{``0,``1})"] = 1,
        ["M:System.Linq.Enumerable.ThenByDescending``2(System.Linq.IOrderedEnumerable{``0},System.Func{``0,``1})"] = 1,
        ["M:System.Array.Sort``1(``0[])"] = 0,
        ["M:System.Collections.Generic.List`1.Sort"] = 0,
        ["M:System.Collections.Generic.Comparer`1.get_Default"] = 0,
        ["M:System.Collections.Generic.SortedDictionary`2.#ctor"] = 0,
        ["M:System.Collections.Generic.SortedList`2.#ctor"] = 0,
        ["M:System.Collections.Generic.SortedSet`1.#ctor"] = 0,
    };

    /// <summary>The lines of BannedSymbols.txt, without the reasons.</summary>
    public static IReadOnlyList<string> Banned { get; } =
        [
            .. File.ReadAllLines(Path.Combine(Repository.Root, "generator/BannedSymbols.txt"))
                .Select(static line => line[..line.IndexOf(';', StringComparison.Ordinal)]),
        ];

    private static readonly HashSet<string> s_banned = [.. Banned];

    /// <summary>What an assembly names that it may not, each with the rule that says so.</summary>
    public static IReadOnlyList<string> Violations(byte[] assembly)
        => [.. References.Of(assembly)
            .Select(static reference => Why(reference) is { } why ? $"{reference}: {why}" : null)
            .OfType<string>()
            .Concat(References.NativeOf(assembly).Select(static name => $"{name}: a native function"))
            .Distinct()
            .Order(StringComparer.Ordinal)];

    private static string? Why(Reference reference)
    {
        if (s_harmless.Contains(reference.Id)
            || s_bindingTypes.Contains(reference.Id)
            || (s_binding.Contains(reference.Id) && IsOnlyIn(Binder, reference)))
        {
            return null;
        }

        if (s_banned.Contains(PropertyOf(reference)) || s_banned.Contains("T:" + reference.Outer))
        {
            return "banned";
        }

        for (string space = reference.Namespace; space.Length > 0; space = space.LastIndexOf('.') is var end and >= 0 ? space[..end] : "")
        {
            if (s_banned.Contains("N:" + space))
            {
                return $"banned with all of {space}";
            }
        }

        if (s_sorts.TryGetValue(reference.Id, out int sorted)
            && reference.TypeArguments.Split(',').ElementAtOrDefault(sorted) == "System.String")
        {
            return "texts are sorted as the current culture has it";
        }

        // What Microsoft.OpenApi is called for has a list of its own.
        return reference.Assembly == "Microsoft.OpenApi"
            || reference.Namespace == "System"
            || s_openNamespaces.Contains(reference.Namespace)
            || s_openTypes.Contains(reference.Outer)
            ? null
            : "not among what is open";
    }

    private static bool IsOnlyIn(string type, Reference reference)
        => reference.Places.Length > 0
            && reference.Places.Split(", ").All(place => place.StartsWith(type + ".", StringComparison.Ordinal));

    /// <summary>The property of an accessor; other members are themselves.</summary>
    private static string PropertyOf(Reference reference)
    {
        int name = reference.Id.IndexOf(".get_", StringComparison.Ordinal) is var get and >= 0
            ? get
            : reference.Id.IndexOf(".set_", StringComparison.Ordinal);
        return name >= 0
            ? $"P:{reference.Id[2..name]}.{reference.Id[(name + 5)..].Split('(')[0]}"
            : reference.Id;
    }
}
