using Microsoft.CodeAnalysis;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Incremental;

/// <summary>What changes beside the documents: the references. The edits of C# stand in <see cref="EditMatrixTests"/>.</summary>
[TestClass]
public sealed class ReferenceEditTests
{
    [TestMethod]
    public void A_new_reference_runs_nothing_of_ours_but_the_look_for_the_runtime()
    {
        var session = new GeneratorSession([TestDocuments.Petstore]);

        session.Edit(session.Compilation.AddReferences(MetadataReference.CreateFromFile(typeof(ReferenceEditTests).Assembly.Location)));

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
        CollectionAssert.AreEqual(
            new[] { IncrementalStepRunReason.Modified },
            session.Reasons(PipelineSteps.Project),
            "what is idle elsewhere can be seen to run here");
    }

    private static void AssertIdle(GeneratorSession session)
    {
        foreach (string step in Steps.Ours.Except([PipelineSteps.Hidden]))
        {
            IncrementalStepRunReason[] reasons = session.Reasons(step);
            Assert.IsNotEmpty(reasons, step);
            Assert.IsTrue(reasons.All(Steps.IsIdle), $"{step}: {string.Join(", ", reasons)}");
        }

        // Reading, parsing and building do not even run to find out that nothing changed.
        Assert.IsTrue(session.Reasons(PipelineSteps.Documents).All(static reason => reason == IncrementalStepRunReason.Cached));
        Assert.IsNotEmpty(session.OutputReasons);
        Assert.IsTrue(
            session.OutputReasons.All(static reason => reason == IncrementalStepRunReason.Cached),
            string.Join(", ", session.OutputReasons.Distinct()));
    }
}
