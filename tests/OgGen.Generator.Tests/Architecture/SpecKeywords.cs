using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OgGen.Generator.Tests.Architecture;

/// <summary>
/// The keywords of OpenAPI: the members that the tables of <c>SpecGrammar</c> have, and those that Microsoft.OpenApi has a property for.
/// </summary>
internal sealed class SpecKeywords
{
    /// <summary>The objects of the specification by the library's names, without <c>OpenApi</c>.</summary>
    private static readonly string[] s_objects =
    [
        "Document", "Components", "PathItem", "Operation", "Parameter", "RequestBody", "Response", "Header", "MediaType", "Encoding",
        "Example", "Link", "Callback", "SecurityScheme", "Server", "Schema", "ServerVariable", "Info", "Contact", "License",
        "Discriminator", "OAuthFlow", "OAuthFlows", "Tag", "ExternalDocs", "Xml",
    ];

    /// <summary>Properties that stand for no keyword: what the library itself adds, and maps whose keys are names or expressions.</summary>
    private static readonly string[] s_none =
    [
        "Extensions", "Metadata", "Workspace", "BaseUri", "UnrecognizedKeywords", "Callback.PathItems",
    ];

    /// <summary>Properties that are not called like their keyword.</summary>
    private static readonly Dictionary<string, string> s_names = new(StringComparer.Ordinal)
    {
        ["Document.Self"] = "$self",
        ["Schema.Anchor"] = "$anchor",
        ["Schema.Comment"] = "$comment",
        ["Schema.Definitions"] = "$defs",
        ["Schema.DynamicAnchor"] = "$dynamicAnchor",
        ["Schema.DynamicRef"] = "$dynamicRef",
        ["Schema.Id"] = "$id",
        ["Schema.Schema"] = "$schema",
        ["Schema.Vocabulary"] = "$vocabulary",
        ["Schema.AdditionalPropertiesAllowed"] = "additionalProperties",
        ["Schema.IsExclusiveMaximum"] = "exclusiveMaximum",
        ["Schema.IsExclusiveMinimum"] = "exclusiveMinimum",
        ["Schema.UnevaluatedPropertiesSchema"] = "unevaluatedProperties",
        ["SecurityScheme.OAuth2MetadataUrl"] = "oauth2MetadataUrl",
    };

    /// <summary>The keywords that one property has: an operation for each method.</summary>
    private static readonly string[] s_methods =
    [
        "get", "put", "post", "delete", "options", "head", "patch", "trace", "query", "additionalOperations",
    ];

    private readonly Dictionary<string, SortedSet<string>> _objects = new(StringComparer.Ordinal);

    /// <param name="code">A program with a <c>SpecGrammar</c>.</param>
    public SpecKeywords(CodeBase code)
    {
        foreach ((string element, string keyword) in OfGrammar(code))
        {
            Add(element, keyword);
        }

        foreach (string element in s_objects)
        {
            INamedTypeSymbol type = code.Compilation.GetTypeByMetadataName("Microsoft.OpenApi.OpenApi" + element)
                ?? throw new InvalidOperationException($"Microsoft.OpenApi has no type for '{element}'.");
            IEnumerable<IPropertySymbol> properties = type.GetMembers().OfType<IPropertySymbol>()
                .Where(static one => one is { DeclaredAccessibility: Accessibility.Public, IsStatic: false });
            foreach (string keyword in properties.SelectMany(KeywordsOf))
            {
                Add(element, keyword);
            }
        }

        // The library has types for it in place of a property.
        Add("Schema", "$ref");
    }

    /// <summary>In ordinal order.</summary>
    public IReadOnlyList<string> All => [.. _objects.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The objects that have a keyword.</summary>
    public IReadOnlyCollection<string> ObjectsWith(string keyword) => _objects[keyword];

    /// <summary>The keywords that a property of the library stands for.</summary>
    public static IEnumerable<string> KeywordsOf(IPropertySymbol property)
    {
        if (property.ContainingType.Name is "IOpenApiDescribedElement" or "IOpenApiReadOnlyDescribedElement" or "IOpenApiSummarizedElement")
        {
            return [KeywordBy(property.Name)];
        }

        if (ObjectOf(property.ContainingType) is not { } element)
        {
            return [];
        }

        string name = $"{element}.{property.Name}";
        return s_none.Contains(property.Name) || s_none.Contains(name) ? []
            : name == "PathItem.Operations" ? s_methods
            : s_names.TryGetValue(name, out string? keyword) ? [keyword]
            : [KeywordBy(property.Name)];
    }

    private static string KeywordBy(string propertyName) => char.ToLowerInvariant(propertyName[0]) + propertyName[1..];

    /// <summary>The object that <c>OpenApiX</c>, <c>IOpenApiX</c> or <c>OpenApiXReference</c> stands for.</summary>
    private static string? ObjectOf(INamedTypeSymbol type)
    {
        const string prefix = "OpenApi";
        string name = type.Name.StartsWith("I" + prefix, StringComparison.Ordinal) ? type.Name[1..] : type.Name;
        name = name.EndsWith("Reference", StringComparison.Ordinal) ? name[..^"Reference".Length] : name;
        return name.StartsWith(prefix, StringComparison.Ordinal) ? s_objects.FirstOrDefault(one => one == name[prefix.Length..]) : null;
    }

    /// <summary>The entries <c>[Element.X] = Members((…, "a b"), …)</c>, by the symbols of the enumeration's members.</summary>
    private static IEnumerable<(string Element, string Keyword)> OfGrammar(CodeBase code)
    {
        CodeFile file = code.Files.Single(static file => file.Path.EndsWith("SpecGrammar.cs", StringComparison.Ordinal));
        return from entry in file.Nodes.OfType<AssignmentExpressionSyntax>()
               where entry.Left is ImplicitElementAccessSyntax && entry.Right is InvocationExpressionSyntax
               let element = file.Model.GetSymbolInfo(((ImplicitElementAccessSyntax)entry.Left).ArgumentList.Arguments[0].Expression).Symbol
               from tuple in ((InvocationExpressionSyntax)entry.Right).ArgumentList.Arguments.Select(static one => one.Expression)
                   .OfType<TupleExpressionSyntax>()
               let keywords = file.Model.GetConstantValue(tuple.Arguments[2].Expression).Value as string
               from keyword in keywords.Split(' ')
               select (element.Name, keyword);
    }

    private void Add(string element, string keyword)
    {
        if (!_objects.TryGetValue(keyword, out SortedSet<string>? elements))
        {
            _objects.Add(keyword, elements = new SortedSet<string>(StringComparer.Ordinal));
        }

        elements.Add(element);
    }
}
