using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OgGen.Generator.Project;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Incremental;

/// <summary>What changes while other generators see the files: the option, the size, the references, the language.</summary>
[TestClass]
public sealed class VisibilityEditTests
{
    [TestMethod]
    public void An_edit_of_the_option_moves_all_files_and_prints_none()
    {
        var watcher = new Watcher();
        var session = new GeneratorSession([TestDocuments.Petstore], other: watcher);
        IReadOnlyDictionary<string, string> files = session.Run.Files;
        Assert.IsNotEmpty(watcher.Namespaces);

        foreach ((string visible, bool isSeen) in new[] { ("false", false), ("true", true), ("false", false), ("", true) })
        {
            session.SetVisible(visible);

            Assert.AreEqual(isSeen, watcher.Namespaces.Length > 0, visible);
            Assert.IsTrue(session.Reasons(PipelineSteps.Documents).All(static reason => reason == IncrementalStepRunReason.Cached));
            Assert.IsTrue(session.Reasons(PipelineSteps.Printed).All(static reason => reason == IncrementalStepRunReason.Cached));
            CollectionAssert.AreEquivalent(files.ToArray(), session.Run.Files.ToArray());
        }
    }

    [TestMethod]
    public void A_document_that_grows_beyond_the_limit_is_hidden_whole_and_comes_back()
    {
        const string last = "Last: { type: object, properties: { a: { type: string } } }";
        string schemas = string.Concat(Enumerable.Range(0, 150)
            .Select(static i => $"Schema{i}: {{ type: object, properties: {{ a: {{ type: string }} }} }}\n    "));
        string text = $$"""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths: {}
            components:
              schemas:
                {{schemas}}{{last}}
            """;
        string more = string.Join(", ", Enumerable.Range(1, 1_000)
            .Select(static i => $"member{i}: {{ type: string, description: '{new string('x', 1_000)}' }}"));
        string grown = text.Replace(last, $"Last: {{ type: object, properties: {{ {more} }} }}", StringComparison.Ordinal);
        Declared document = Declared.Of(text);
        var watcher = new Watcher();
        var session = new GeneratorSession([document], other: watcher);
        int count = session.Run.Files.Count;
        CollectionAssert.AreEqual(new[] { "Sample" }, watcher.Namespaces.ToArray());

        session.Edit(document, grown);

        Assert.IsEmpty(watcher.Namespaces);
        Assert.HasCount(count, session.Run.Files);
        CollectionAssert.AreEqual(new[] { "Sample.Last.g.cs" }, session.ChangedFiles);

        session.Edit(document, text);

        CollectionAssert.AreEqual(new[] { "Sample" }, watcher.Namespaces.ToArray());
        Assert.HasCount(count, session.Run.Files);
    }

    [TestMethod]
    public void A_changed_reference_is_looked_at_alone()
    {
        CountedReference[] references =
        [
            .. GeneratorHarness.Compilation().References.OfType<PortableExecutableReference>()
                .Select(static reference => new CountedReference(reference.FilePath!)),
        ];
        var session = new GeneratorSession([TestDocuments.Petstore], GeneratorHarness.Compilation().WithReferences(references));
        Assert.IsNotEmpty(session.Run.Files);
        int[] before = [.. references.Select(static reference => reference.Looks)];
        Assert.IsTrue(before.All(static looks => looks == 1), string.Join(' ', before));

        // An edit of C# looks at none.
        session.EditCode("class C { }");
        Assert.IsTrue(references.All(static reference => reference.Looks == 1));

        // Another library in the place of one, and then another runtime.
        foreach (string name in new[] { "System.Linq.dll", "OgGen.Runtime.dll" })
        {
            CountedReference old = references.Single(reference => Path.GetFileName(reference.FilePath) == name);
            var changed = new CountedReference(old.FilePath!);
            session.Edit(session.Compilation.ReplaceReference(old, changed));

            Assert.AreEqual(1, changed.Looks, name);
            Assert.IsTrue(references.All(static reference => reference.Looks == 1), name);
            Assert.IsTrue(session.Reasons(PipelineSteps.Files).All(Steps.IsIdle), name);
            Assert.IsTrue(session.Reasons(PipelineSteps.Visible).All(static reason => reason == IncrementalStepRunReason.Cached), name);
        }
    }

    [TestMethod]
    public void The_runtime_is_found_as_a_file_as_an_image_without_a_path_and_as_a_project()
    {
        string path = typeof(ApiClient).Assembly.Location;
        MetadataReference project = Runtime($"[assembly: OgGen.Generated.RuntimeContract({RuntimeReference.Required})]")
            .ToMetadataReference();
        string renamed = Path.Combine(Directory.CreateTempSubdirectory("oggen-").FullName, "renamed.bin");
        File.Copy(path, renamed);
        try
        {
            foreach (MetadataReference runtime in new[]
            {
                MetadataReference.CreateFromFile(path), MetadataReference.CreateFromFile(renamed),
                MetadataReference.CreateFromImage(File.ReadAllBytes(path)), project, project.WithAliases(["other"]),
            })
            {
                var session = new GeneratorSession([TestDocuments.Petstore], GeneratorHarness.Compilation(runtime: runtime));

                Assert.IsEmpty(session.Run.Diagnostics, runtime.Display);
                Assert.IsNotEmpty(session.Run.Files, runtime.Display);
            }
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(renamed)!, recursive: true);
        }
    }

    [TestMethod]
    public void An_edit_in_the_project_of_the_runtime_changes_nothing_while_the_contract_stays()
    {
        CSharpCompilation runtime = Runtime($"[assembly: OgGen.Generated.RuntimeContract({RuntimeReference.Required})]");
        MetadataReference before = runtime.ToMetadataReference();
        var session = new GeneratorSession([TestDocuments.Petstore], GeneratorHarness.Compilation(runtime: before));
        MetadataReference after = runtime.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class D { }")).ToMetadataReference();

        session.Edit(session.Compilation.ReplaceReference(before, after));

        Assert.IsTrue(session.Reasons(PipelineSteps.Project).All(Steps.IsIdle));
        Assert.IsTrue(session.Reasons(PipelineSteps.Files).All(static reason => reason == IncrementalStepRunReason.Cached));

        session.Edit(session.Compilation.ReplaceReference(after, Runtime("").ToMetadataReference()));

        Assert.IsEmpty(session.Run.Files);
    }

    [TestMethod]
    public void References_that_are_no_assembly_are_passed_over()
    {
        using var module = new MemoryStream();
        CSharpCompilation.Create(
            "Module",
            references: GeneratorHarness.Compilation().References,
            options: new CSharpCompilationOptions(OutputKind.NetModule)).Emit(module);

        var session = new GeneratorSession([TestDocuments.Petstore], GeneratorHarness.Compilation().AddReferences(
            ModuleMetadata.CreateFromImage(module.ToArray()).GetReference(),
            new CountedReference("/nowhere/absent.dll"),
            MetadataReference.CreateFromImage("none"u8.ToArray())));

        Assert.IsNull(session.Result.Exception);
        Assert.IsEmpty(session.Run.Diagnostics);
        Assert.IsNotEmpty(session.Run.Files);
    }

    [TestMethod]
    public void Of_two_runtimes_the_newer_one_counts()
    {
        MetadataReference old = Runtime("[assembly: OgGen.Generated.RuntimeContract(1)]").ToMetadataReference();

        var session = new GeneratorSession([TestDocuments.Petstore], GeneratorHarness.Compilation().AddReferences(old));

        Assert.IsEmpty(session.Run.Diagnostics);
        Assert.IsNotEmpty(session.Run.Files);
    }

    private static CSharpCompilation Runtime(string contract)
        => CSharpCompilation.Create(
            "OgGen.Runtime",
            [
                CSharpSyntaxTree.ParseText(contract + """
                    namespace OgGen.Generated
                    {
                        public class RuntimeContractAttribute(int version) : System.Attribute
                        {
                            public int Version => version;
                        }
                    }
                    """),
            ],
            GeneratorHarness.Compilation(hasRuntime: false).References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    /// <summary>A file that counts how often the generator looks at it.</summary>
    private sealed class CountedReference(string path) : PortableExecutableReference(MetadataReferenceProperties.Assembly, path)
    {
        public int Looks { get; private set; }

        protected override DocumentationProvider CreateDocumentationProvider() => DocumentationProvider.Default;

        protected override Metadata GetMetadataImpl()
        {
            // The compiler looks at it as well, for its own ends.
            Looks += new StackTrace().GetFrames().Any(static frame => frame.GetMethod()?.DeclaringType == typeof(RuntimeReference)) ? 1 : 0;
            return AssemblyMetadata.CreateFromFile(FilePath!);
        }

        protected override PortableExecutableReference WithPropertiesImpl(MetadataReferenceProperties properties)
            => throw new NotSupportedException();
    }
}
