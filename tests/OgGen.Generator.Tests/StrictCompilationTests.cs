using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using OgGen.Generator.Tests.Harness;
using OgGen.Json;

namespace OgGen.Generator.Tests;

/// <summary>Generated code compiles without any warning, documentation comments included, in every project that we support.</summary>
[TestClass]
public sealed class StrictCompilationTests
{
    private static readonly (NullableContextOptions, LanguageVersion, string)[] s_projects =
    [
        (NullableContextOptions.Enable, LanguageVersion.CSharp12, "public"),
        (NullableContextOptions.Disable, LanguageVersion.CSharp12, "public"),
        (NullableContextOptions.Enable, LanguageVersion.Latest, "public"),
        (NullableContextOptions.Disable, LanguageVersion.Latest, "public"),
        (NullableContextOptions.Enable, LanguageVersion.Latest, "internal"),
    ];

    [TestMethod]
    [DataRow("Opsgenie")]
    [DataRow("Petstore")]
    [DataRow("Shapes")]
    [DataRow("Composition")]
    [DataRow("Values")]
    public void It_compiles_without_a_warning_with_and_without_nullable_in_CSharp_12_and_later(string name)
    {
        foreach ((NullableContextOptions nullable, LanguageVersion version, string access) in s_projects)
        {
            Declared document = TestDocuments.ByName(name) with { Access = access };
            CSharpCompilation compilation = GeneratorHarness.Compilation(nullable: nullable, version: version);

            GeneratorHarness.Driver([document], version)
                .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out var diagnostics);

            Assert.IsEmpty(
                diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning), string.Join('\n', diagnostics));
            Assert.AreEqual("", Problems(output), $"{name}, nullable {nullable}, C# {version}, {access}");
        }
    }

    [TestMethod]
    public void Null_is_where_the_annotations_say_and_nowhere_else()
    {
        // Generated code turns the compiler's warnings off; here they are on.
        foreach (Declared document in TestDocuments.All)
        {
            GeneratorHarness.Driver([document])
                .RunGeneratorsAndUpdateCompilation(GeneratorHarness.Compilation(), out Compilation output, out _);

            Assert.AreEqual("", Problems(WithNullableWarnings(output)), document.Path);
        }
    }

    [TestMethod]
    public void That_check_finds_a_null_in_generated_code()
    {
        GeneratorHarness.Driver([TestDocuments.Petstore])
            .RunGeneratorsAndUpdateCompilation(GeneratorHarness.Compilation(), out Compilation output, out _);
        SyntaxTree tree = output.SyntaxTrees.First(static tree => tree.ToString().Contains("string?", StringComparison.Ordinal));

        Compilation planted = output.ReplaceSyntaxTree(
            tree, tree.WithChangedText(SourceText.From(tree + "file static class Planted { static string Text() => null; }")));

        Assert.AreEqual("", Problems(planted));
        Assert.Contains("CS8603", Problems(WithNullableWarnings(planted)));
    }

    [TestMethod]
    public void All_documents_compile_in_one_project()
    {
        GeneratorHarness.Driver(TestDocuments.All)
            .RunGeneratorsAndUpdateCompilation(GeneratorHarness.Compilation(), out Compilation output, out var diagnostics);

        Assert.IsEmpty(diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        Assert.AreEqual("", Problems(output));
    }

    [TestMethod]
    public void A_project_with_names_like_ours_disturbs_nothing()
    {
        // Every name in generated code begins at an alias of its file, or is the client's own.
        const string source = """
            global using api = System.Text;
            global using json = System.Collections.Generic.List<int>;
            namespace Petstore { public class @system { } public class tasks { } public class generic { public class List { } } }
            namespace Petstore.api { public class ApiClient { } }
            namespace Petstore.System { public class Uri { } }
            namespace Petstore.OgGen { public class ApiClient { } }
            namespace OgGen { public class List { } }
            namespace Petstore { public class JsonRead { } public class Task { } public class String { } public class Func { } }
            """;
        GeneratorHarness.Driver([TestDocuments.Petstore])
            .RunGeneratorsAndUpdateCompilation(GeneratorHarness.Compilation(source), out Compilation output, out _);

        string problems = string.Join(
            '\n', output.GetDiagnostics().Where(static d => d.Location.SourceTree?.FilePath != "/project/Program.cs"));
        Assert.AreEqual("", problems);
    }

    [TestMethod]
    public void A_property_may_have_the_name_of_any_member_that_generated_classes_have()
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        IEnumerable<string> names = new[] { typeof(ApiModel), typeof(ApiUntaggedUnion), typeof(object) }
            .SelectMany(static type => type.GetMembers(all))
            .Where(static member => member is MethodBase { IsPrivate: false } or PropertyInfo)
            .Select(static member => member.Name)
            .Concat(
            [
                "Read", "ReadMembers", "Known", "Match", "Switch", "_discriminator", "value", "seen", "reader", "name", "key",
                "JsonWriteMode",
            ])
            .Where(static name => !name.Contains('.', StringComparison.Ordinal))
            .Distinct(StringComparer.OrdinalIgnoreCase);
        string properties = string.Join(", ", names.Select(static name => $"'{name}': {{ type: string }}"));
        Declared document = Declared.Of($$"""
            openapi: 3.0.3
            info: { title: Names, version: '1' }
            paths: {}
            components:
              schemas:
                Plain: { type: object, required: [read], properties: { id: { type: string, readOnly: true }, {{properties}} } }
                Word: { type: string, enum: [JsonWriteMode, PrintMembers, Known, Read, Write, Value, Clone, Deconstruct, EqualityContract,
                    Equals, GetHashCode, GetType, ToString, Finalize, MemberwiseClone, ReferenceEquals] }
                Any: { oneOf: [{ type: integer }, { title: JsonWriteMode, type: string, enum: [a] }] }
                One: { type: object, required: [kind], properties: { kind: { type: string }, {{properties}} } }
                Two: { type: object, required: [kind], properties: { kind: { type: string } } }
                Both:
                  oneOf: [{ $ref: '#/components/schemas/One' }, { $ref: '#/components/schemas/Two' }]
                  discriminator: { propertyName: kind, mapping: { one: '#/components/schemas/One', uno: '#/components/schemas/One',
                      two: '#/components/schemas/Two' } }
            """);

        GeneratorHarness.Driver([document])
            .RunGeneratorsAndUpdateCompilation(GeneratorHarness.Compilation(), out Compilation output, out _);

        Assert.AreEqual("", Problems(output));
        Assert.Contains("ReadMembersValue", string.Join('\n', GeneratorHarness.Run(document).Files.Values));
    }

    [TestMethod]
    public void The_check_finds_a_missing_comment_and_a_broken_reference_in_one()
    {
        Compilation planted = GeneratorHarness.Compilation(
            "/// <summary>See <see cref=\"Nothing\"/>.</summary>\npublic class Planted { public int NoComment; }");

        Assert.Contains("CS1591", Problems(planted));
        Assert.Contains("CS1574", Problems(planted));
    }

    /// <summary>But for CS8618: a reader's constructor leaves required members to the reader, which sets each or throws.</summary>
    private static Compilation WithNullableWarnings(Compilation compilation)
    {
        const string off = "#nullable disable warnings\n";
        SyntaxTree[] generated = [.. compilation.SyntaxTrees.Where(static tree => tree.ToString().Contains(off, StringComparison.Ordinal))];
        Assert.IsNotEmpty(generated);
        return generated.Aggregate(compilation, static (changed, tree) => changed.ReplaceSyntaxTree(
            tree,
            tree.WithChangedText(
                SourceText.From(
                    tree.ToString()
                        .Replace(off, "#nullable enable warnings\n#pragma warning disable CS8618\n", StringComparison.Ordinal)))));
    }

    private static string Problems(Compilation compilation)
        => string.Join(
            '\n', compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Take(10));
}
