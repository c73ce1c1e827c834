using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Project;
using OgGen.Generator.Source;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests;

/// <summary>Other generators see the generated types: below a size by itself, or as the project says.</summary>
[TestClass]
public sealed class VisibilityTests
{
    private static readonly Declared s_large = Large("Large", schemas: 400);

    [TestMethod]
    [DataRow("", true)]
    [DataRow("true", true)]
    [DataRow("True", true)]
    [DataRow(" true ", true)]
    [DataRow("false", false)]
    [DataRow("FALSE", false)]
    public void Other_generators_see_a_small_client_unless_the_project_says_false(string visible, bool isSeen)
        => CollectionAssert.AreEqual(isSeen ? ["Petstore"] : Array.Empty<string>(), Seen(visible, TestDocuments.Petstore));

    [TestMethod]
    [DataRow("", false)]
    [DataRow("true", true)]
    [DataRow("false", false)]
    public void Other_generators_see_a_large_client_only_where_the_project_says_true(string visible, bool isSeen)
        => CollectionAssert.AreEqual(isSeen ? ["Large"] : Array.Empty<string>(), Seen(visible, s_large));

    [TestMethod]
    public void The_limit_counts_all_documents_of_the_project_and_hides_all_of_them()
    {
        Declared[] halves = [Large("First", schemas: 200), Large("Second", schemas: 200)];
        foreach (Declared half in halves)
        {
            CollectionAssert.AreEqual(new[] { half.Namespace }, Seen("", half));
        }

        Assert.IsEmpty(Seen("", halves));
        CollectionAssert.AreEqual(new[] { "First", "Second" }, Seen("true", halves));
    }

    [TestMethod]
    [DataRow(new[] { Visibility.Limit - 1 }, true)]
    [DataRow(new[] { Visibility.Limit }, false)]
    [DataRow(new[] { 400_000, 400_000, 199_999 }, true)]
    [DataRow(new[] { 400_000, 400_000, 200_000 }, false)]
    [DataRow(new[] { int.MaxValue, int.MaxValue, int.MaxValue }, false)]
    [DataRow(new int[0], true)]
    public void Below_a_million_bytes_other_generators_see_the_code_by_itself(int[] sizes, bool isSeen)
    {
        Assert.AreEqual(isSeen, new Visibility("").Includes(sizes));
        Assert.IsTrue(new Visibility("true").Includes(sizes));
        Assert.IsFalse(new Visibility("false").Includes(sizes));
    }

    [TestMethod]
    [DataRow("// ä名😀\n")]
    [DataRow("// ASCII\n")]
    public void The_size_of_a_file_is_that_of_its_bytes(string text)
    {
        using var code = new CodeWriter();
        var file = new PrintedFile("a.g.cs", code.Write(text.TrimEnd('\n')));
        Assert.AreEqual(text, file.ToSourceText().ToString());
        using var written = new MemoryStream();
        using (var writer = new StreamWriter(written, file.ToSourceText().Encoding!, leaveOpen: true))
        {
            file.ToSourceText().Write(writer);
        }

        Assert.AreEqual(written.Length, file.Size);
    }

    [TestMethod]
    public void The_files_are_the_same_bytes_whether_other_generators_see_them_or_not()
    {
        GeneratorRun seen = Run("true", null, [.. TestDocuments.All]);
        GeneratorRun hidden = Run("false", null, [.. TestDocuments.All]);

        Assert.IsNotEmpty(seen.Files);
        Assert.AreEqual("", Snapshots.Report(hidden.Files, seen.Files));
        CollectionAssert.AreEquivalent(hidden.Files.ToArray(), seen.Files.ToArray());
        foreach ((GeneratedSourceResult one, GeneratedSourceResult other)
            in seen.Result.GeneratedSources.Zip(hidden.Result.GeneratedSources))
        {
            Assert.AreEqual(other.HintName, one.HintName);
            Assert.AreEqual(other.SyntaxTree.FilePath, one.SyntaxTree.FilePath);
            Assert.AreEqual(Encoding.UTF8.CodePage, one.SourceText.Encoding!.CodePage);
            Assert.IsEmpty(one.SourceText.Encoding.GetPreamble());
            CollectionAssert.AreEqual(other.SourceText.GetChecksum(), one.SourceText.GetChecksum());
        }
    }

    [TestMethod]
    [DataRow("yes")]
    [DataRow("1")]
    [DataRow("true;false")]
    public void A_bad_value_is_one_error_that_names_the_property_and_counts_as_none(string value)
    {
        var watcher = new Watcher();

        GeneratorRun run = Run(value, watcher, TestDocuments.Petstore, TestDocuments.Shapes);

        Diagnostic diagnostic = run.Diagnostics.Single();
        Assert.AreEqual(
            $"error {Descriptors.BadOption}: The option 'OgGenVisibleToGenerators' has the value '{value}', which is neither 'true' nor "
                + "'false'; it is a property of the project, and may be left out",
            diagnostic.ToString());
        CollectionAssert.AreEqual(new[] { "Petstore", "Shapes" }, watcher.Namespaces.ToArray());
    }

    [TestMethod]
    public void A_project_that_has_no_document_is_told_nothing()
        => Assert.IsEmpty(Run("yes", null).Diagnostics);

    [TestMethod]
    public void Diagnostics_are_those_of_a_hidden_client()
    {
        const string reference = "'#/components/schemas/Species'";
        string text = TestDocuments.Petstore.Text!.Replace(reference, "'#/components/schemas/No'", StringComparison.Ordinal);
        Declared broken = TestDocuments.Petstore with { Text = text };

        string[] seen = Reported("true");

        Assert.IsNotEmpty(seen);
        CollectionAssert.AreEqual(Reported("false"), seen);

        string[] Reported(string visible) => [.. Run(visible, null, broken).Diagnostics.Select(static diagnostic => diagnostic.ToString())];
    }

    [TestMethod]
    public void This_compiler_has_the_output_and_one_that_has_it_otherwise_counts_as_one_without()
    {
        Assert.IsTrue(PreCompilationOutput.IsSupported);
        Assert.IsNotNull(PreCompilationOutput.Find<Expected>());

        Assert.IsNull(PreCompilationOutput.Find<Absent>());
        Assert.IsNull(PreCompilationOutput.Find<NoValues>());
        Assert.IsNull(PreCompilationOutput.Find<NoAction>());
        Assert.IsNull(PreCompilationOutput.Find<ClassContext>());
        Assert.IsNull(PreCompilationOutput.Find<NoAddSource>());
        Assert.IsNull(PreCompilationOutput.Find<Constrained>());
        Assert.IsNull(PreCompilationOutput.Find<WithResult>());
        Assert.IsNull(PreCompilationOutput.Find<Private>());
    }

    private static string[] Seen(string visible, params Declared[] documents)
    {
        var watcher = new Watcher();
        Assert.IsEmpty(Run(visible, watcher, documents).Diagnostics);
        return [.. watcher.Namespaces];
    }

    private static GeneratorRun Run(string visible, Watcher? watcher, params Declared[] documents)
    {
        DeclaredText[] files = [.. documents.Select(static document => new DeclaredText(document))];
        return new(GeneratorHarness.Driver(files, visible: visible, other: watcher).RunGenerators(GeneratorHarness.Compilation()));
    }

    /// <summary>A document with so many schemas of some three kilobytes of code each.</summary>
    private static Declared Large(string name, int schemas)
    {
        var text = new StringBuilder($$"""
            openapi: 3.0.3
            info: { title: {{name}}, version: '1' }
            paths: {}
            components:
              schemas:

            """);
        string properties = string.Join(
            ", ", Enumerable.Range(1, 12).Select(static i => $"member{i}: {{ type: string, description: 'What it is for.' }}"));
        for (int i = 0; i < schemas; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"    Schema{i}: {{ type: object, properties: {{ {properties} }} }}\n");
        }

        return new Declared($"/spec/{name}.yaml", text.ToString()) { Namespace = name };
    }

#pragma warning disable CA1822, IDE0060 // These have the shapes of a context's methods; none is called.
    private readonly struct Production
    {
        public void AddSource(string hintName, SourceText text)
        {
        }
    }

    private readonly struct Expected
    {
        public void RegisterPreCompilationSourceOutput<T>(IncrementalValuesProvider<T> source, Action<Production, T> action)
        {
        }
    }

    private readonly struct Absent
    {
        public void RegisterSourceOutput<T>(IncrementalValuesProvider<T> source, Action<Production, T> action)
        {
        }
    }

    private readonly struct NoValues
    {
        public void RegisterPreCompilationSourceOutput<T>(IncrementalValueProvider<T> source, Action<Production, T> action)
        {
        }
    }

    private readonly struct NoAction
    {
        public void RegisterPreCompilationSourceOutput<T>(IncrementalValuesProvider<T> source, Func<Production, T> action)
        {
        }
    }

    private readonly struct ClassContext
    {
        public void RegisterPreCompilationSourceOutput<T>(IncrementalValuesProvider<T> source, Action<Context, T> action)
        {
        }

        public sealed class Context
        {
            public void AddSource(string hintName, SourceText text)
            {
            }
        }
    }

    private readonly struct NoAddSource
    {
        public void RegisterPreCompilationSourceOutput<T>(IncrementalValuesProvider<T> source, Action<int, T> action)
        {
        }
    }

    private readonly struct Constrained
    {
        public void RegisterPreCompilationSourceOutput<T>(IncrementalValuesProvider<T> source, Action<Production, T> action)
            where T : struct
        {
        }
    }

    private readonly struct WithResult
    {
        public int RegisterPreCompilationSourceOutput<T>(IncrementalValuesProvider<T> source, Action<Production, T> action) => 0;
    }

    private readonly struct Private
    {
        private void RegisterPreCompilationSourceOutput<T>(IncrementalValuesProvider<T> source, Action<Production, T> action)
        {
        }
    }
#pragma warning restore CA1822, IDE0060
}
