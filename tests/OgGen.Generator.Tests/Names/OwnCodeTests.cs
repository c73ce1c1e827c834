using Microsoft.CodeAnalysis;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Names;

/// <summary>What a user adds to the namespace of a client, or to a class of it, is never taken for what generated code calls.</summary>
[TestClass]
public sealed class OwnCodeTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Sample, version: '1' }
        paths: {}
        components:
          schemas:
            Pet:
              type: object
              required: [name]
              properties:
                name: { type: string }
                age: { type: integer }
                weight: { type: number }
                born: { type: [string, 'null'], format: date-time }
                tags: { type: array, items: { type: string } }
                mother: { $ref: '#/components/schemas/Pet' }
        """;

    /// <summary>Members and extension methods that are called like the methods by which members are read and written.</summary>
    private const string OwnCode = """
        #pragma warning disable CS1591 // Comments are not what this is about.
        namespace Sample
        {
            public partial class Pet
            {
                public int JsonRead => 1;
                public int MemberWriter => 1;
                public static string String(int other) => "";
                public void WriteString(int other) { }
                public void WriteOptionalInt64(int other) { }
                public static bool Additional(int other) => true;
            }

            public static class JsonExtensions
            {
                public static string String(this ref System.Text.Json.Utf8JsonReader reader) => "";
                public static void WriteString(this OgGen.Generated.MemberWriter writer, System.ReadOnlySpan<byte> name, string value) { }
            }

            public static class JsonRead
            {
                public static string String(ref System.Text.Json.Utf8JsonReader reader) => "";
            }
        }
        """;

    /// <summary>The class that knows all types has members of its own.</summary>
    [TestMethod]
    public void Types_are_called_like_members_of_the_class_that_knows_them()
    {
        string named = Document.Replace("Pet", "Converter", StringComparison.Ordinal)
            + "\n    Default: { type: object, properties: { of: { $ref: '#/components/schemas/Converter' } } }"
            + "\n    EnumConverter: { type: string, enum: [a, b] }";
        _ = GeneratorHarness.Driver([Declared.Of(named)])
            .RunGeneratorsAndUpdateCompilation(GeneratorHarness.Compilation(), out Compilation output, out var diagnostics);

        Assert.IsEmpty(diagnostics);
        Assert.AreEqual(
            "", string.Join('\n', output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)));
        Assert.IsNotNull(output.GetTypeByMetadataName("Sample.Converter"));
        Assert.IsNotNull(output.GetTypeByMetadataName("Sample.Default"));
        Assert.IsNotNull(output.GetTypeByMetadataName("Sample.EnumConverter"));
    }

    [TestMethod]
    public void Members_and_types_of_a_user_change_nothing()
    {
        _ = GeneratorHarness.Driver([Declared.Of(Document)])
            .RunGeneratorsAndUpdateCompilation(GeneratorHarness.Compilation(OwnCode), out Compilation output, out var diagnostics);

        Assert.IsEmpty(diagnostics);
        Assert.AreEqual(
            "", string.Join('\n', output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)));
        foreach (SyntaxTree tree in output.SyntaxTrees.Where(
            static tree => !tree.FilePath.StartsWith("/project/", StringComparison.Ordinal)))
        {
            SemanticModel model = output.GetSemanticModel(tree);
            foreach (SyntaxNode call in tree.GetRoot()
                .DescendantNodes()
                .Where(static node => node is Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax))
            {
                ISymbol? method = model.GetSymbolInfo(call).Symbol;
                Assert.IsFalse(method?.Locations[0].SourceTree?.FilePath == "/project/Program.cs", $"{call} calls {method}");
            }
        }
    }
}
