using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Incremental;

/// <summary>Typing C# costs nothing: none of our steps runs again.</summary>
[TestClass]
public sealed class CSharpEditTests
{
    [TestMethod]
    public void Typing_in_a_method_runs_nothing_of_ours_again()
    {
        AssertIdleAfter("class C { void M() { } }", "class C { void M() { int i = 1; } }");
    }

    [TestMethod]
    public void A_new_type_runs_nothing_of_ours_again()
    {
        AssertIdleAfter("class C { }", "class C { } public class D : C { public int P { get; set; } }");
    }

    [TestMethod]
    public void A_new_reference_runs_nothing_of_ours_but_the_look_for_the_runtime()
    {
        var session = new GeneratorSession([TestDocuments.Petstore]);

        session.Edit(session.Compilation.AddReferences(MetadataReference.CreateFromFile(typeof(CSharpEditTests).Assembly.Location)));

        AssertIdle(session);
    }

    [TestMethod]
    public void A_runtime_that_disappears_takes_the_files_with_it_and_no_document_is_read_again()
    {
        var session = new GeneratorSession([TestDocuments.Petstore]);
        Assert.IsNotEmpty(session.Run.Files);

        session.Edit(GeneratorHarness.Compilation(hasRuntime: false));

        Assert.IsEmpty(session.Run.Files);
        Assert.IsTrue(session.Reasons(PipelineSteps.Documents).All(Steps.IsIdle));
        CollectionAssert.AreEqual(new[] { IncrementalStepRunReason.Modified }, session.Reasons(PipelineSteps.Runtime), "what is idle elsewhere can be seen to run here");
    }

    private static void AssertIdleAfter(string before, string after)
    {
        var session = new GeneratorSession(TestDocuments.All, GeneratorHarness.Compilation(before));

        SyntaxTree tree = session.Compilation.SyntaxTrees.Single();
        session.Edit(session.Compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(after, (CSharpParseOptions)tree.Options, tree.FilePath)));

        AssertIdle(session);
    }

    private static void AssertIdle(GeneratorSession session)
    {
        foreach (string step in Steps.Ours)
        {
            IncrementalStepRunReason[] reasons = session.Reasons(step);
            Assert.IsNotEmpty(reasons, step);
            Assert.IsTrue(reasons.All(Steps.IsIdle), $"{step}: {string.Join(", ", reasons)}");
        }

        // Reading, parsing and building do not even run to find out that nothing changed.
        Assert.IsTrue(session.Reasons(PipelineSteps.Documents).All(static reason => reason == IncrementalStepRunReason.Cached));
        Assert.IsNotEmpty(session.OutputReasons);
        Assert.IsTrue(session.OutputReasons.All(static reason => reason == IncrementalStepRunReason.Cached), string.Join(", ", session.OutputReasons.Distinct()));
    }
}
