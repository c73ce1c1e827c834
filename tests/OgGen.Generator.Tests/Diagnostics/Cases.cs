namespace OgGen.Generator.Tests.Diagnostics;

/// <summary>For each diagnostic that has a place in a document, the mistake in YAML and in JSON where both can express it.</summary>
internal static class Cases
{
    /// <summary>The head of a document in YAML.</summary>
    public const string YamlHead = """
        openapi: 3.0.3
        info: { title: T, version: '1' }

        """;

    /// <summary>The head of a document in JSON.</summary>
    public const string JsonHead = """
        {
          "openapi": "3.0.3", "info": { "title": "T", "version": "1" },

        """;

    /// <summary>A document in YAML up to the keywords of its only schema, <c>A</c>.</summary>
    public const string SchemaHead = YamlHead + """
        paths: {}
        components:
          schemas:
            A:
              type: object

        """;

    public static IReadOnlyList<Case> All { get; } =
    [
        .. ReadingCases.All, .. InvalidCases.All, .. ReferenceCases.All, .. UnsupportedCases.All,
        .. OperationCases.All, .. SchemaCases.All, .. ExtensionCases.All,
    ];
}
