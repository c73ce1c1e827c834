namespace OgGen.Generator.Document;

/// <summary>The kinds of values of extensions.</summary>
internal enum ExtensionValue
{
    /// <summary>A string that is not empty.</summary>
    Text,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>A list of strings that are not empty.</summary>
    Names,

    /// <summary><c>{status, header, value}</c>.</summary>
    Poll,
}

/// <summary>An extension <c>x-oggen-…</c>.</summary>
/// <param name="Name">The member's name.</param>
/// <param name="Value">The kind of its value.</param>
/// <param name="Where">The elements that may have it, in words.</param>
/// <param name="Elements">The elements that may have it.</param>
internal sealed record SpecExtension(string Name, ExtensionValue Value, string Where, params Element[] Elements)
{
    /// <summary>Whether it applies only to a schema that is a property of an object, or a component that properties refer to.</summary>
    public bool IsOfProperties { get; init; }
}

/// <summary>The vocabulary of extensions. <c>build/oggen.schema.json</c> has the same for editors.</summary>
internal static class SpecExtensions
{
    public const string Prefix = "x-oggen-";

    public const string Name = "x-oggen-name";
    public const string Result = "x-oggen-result";
    public const string Poll = "x-oggen-poll";
    public const string Optional = "x-oggen-optional";
    public const string ReadAliases = "x-oggen-read-aliases";
    public const string WriteAliases = "x-oggen-write-aliases";
    public const string Lenient = "x-oggen-lenient";
    public const string Secret = "x-oggen-secret";
    public const string RequestId = "x-oggen-request-id";
    public const string RetryAfter = "x-oggen-retry-after";

    public static IReadOnlyList<SpecExtension> All { get; } =
    [
        new(
            Name,
            ExtensionValue.Text,
            "a schema that becomes a type or a property, an operation, a parameter, a body, a header of a response, a server or the "
                + "document itself",
            Element.Schema,
            Element.Operation,
            Element.Parameter,
            Element.RequestBody,
            Element.Header,
            Element.Server,
            Element.Document),
        new(Result, ExtensionValue.Text, "an operation", Element.Operation),
        new(Poll, ExtensionValue.Poll, "an operation", Element.Operation),
        new(Optional, ExtensionValue.Flag, "the schema of an object", Element.Schema),
        new(ReadAliases, ExtensionValue.Names, "a property", Element.Schema) { IsOfProperties = true },
        new(WriteAliases, ExtensionValue.Flag, "a property", Element.Schema) { IsOfProperties = true },
        new(Lenient, ExtensionValue.Flag, "the schema of a string, a boolean, a number or an object", Element.Schema),
        new(Secret, ExtensionValue.Flag, "a property", Element.Schema) { IsOfProperties = true },
        new(RequestId, ExtensionValue.Flag, "a header of a response", Element.Header),
        new(RetryAfter, ExtensionValue.Flag, "a header of a response", Element.Header),
    ];

    /// <summary>The extension of a name; null where there is none.</summary>
    public static SpecExtension? Find(string name) => All.FirstOrDefault(extension => extension.Name == name);
}
