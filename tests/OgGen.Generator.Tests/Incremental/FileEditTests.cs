using Microsoft.CodeAnalysis;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Incremental;

/// <summary>An edit of a file runs the documents that refer to it, and no other.</summary>
[TestClass]
public sealed class FileEditTests
{
    private static readonly Declared s_user = new("/spec/user.yaml", Document("$ref: 'direct.yaml'")) { Namespace = "User" };
    private static readonly Declared s_loner = new("/spec/loner.yaml", Document("type: string")) { Namespace = "Loner" };
    private static readonly Declared s_direct = new("/spec/direct.yaml", """
        type: object
        properties: { c: { $ref: 'indirect.yaml' } }
        """) { Reference = "true" };
    private static readonly Declared s_indirect = new("/spec/indirect.yaml", """
        type: object
        properties: { d: { type: string } }
        """) { Reference = "true" };
    private static readonly Declared s_nobodys = new("/spec/nobodys.yaml", "type: object") { Reference = "true" };

    [TestMethod]
    public void A_file_that_is_referred_to_runs_the_document_that_refers_to_it()
    {
        foreach ((Declared part, string text, string[] files) in new (Declared, string, string[])[]
        {
            (s_direct, s_direct.Text + "\ndescription: New.", ["User.A.g.cs", "User.Direct.g.cs"]),
            (s_indirect, s_indirect.Text!.Replace("string", "integer", StringComparison.Ordinal), ["User.Indirect.g.cs"]),
        })
        {
            GeneratorSession session = Open();

            session.Edit(part, text);

            // In the order of the declared files.
            CollectionAssert.AreEqual(
                new[] { IncrementalStepRunReason.Modified, IncrementalStepRunReason.Unchanged },
                session.Reasons(PipelineSteps.Sources),
                part.Path);
            CollectionAssert.AreEqual(
                new[] { IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached },
                session.Reasons(PipelineSteps.Documents),
                part.Path);
            CollectionAssert.AreEqual(files, session.ChangedFiles);
        }
    }

    [TestMethod]
    public void A_file_that_nobody_refers_to_runs_no_document()
    {
        GeneratorSession session = Open();

        session.Edit(s_nobodys, "type: string");

        CollectionAssert.AreEqual(
            new[]
            {
                IncrementalStepRunReason.Cached,
                IncrementalStepRunReason.Cached,
                IncrementalStepRunReason.Cached,
                IncrementalStepRunReason.Cached,
                IncrementalStepRunReason.Modified,
            },
            session.Reasons(PipelineSteps.Candidates));
        Assert.IsTrue(session.Reasons(PipelineSteps.Sources).All(static reason => reason == IncrementalStepRunReason.Unchanged));
        Assert.IsTrue(session.Reasons(PipelineSteps.Documents).All(static reason => reason == IncrementalStepRunReason.Cached));
        Assert.IsEmpty(session.ChangedFiles);
    }

    [TestMethod]
    public void A_comment_in_a_file_that_is_referred_to_emits_nothing()
    {
        GeneratorSession session = Open();

        session.Edit(s_direct, "# A comment.\n" + s_direct.Text);

        Assert.IsTrue(session.Reasons(PipelineSteps.Models).All(Steps.IsIdle));
        Assert.IsEmpty(session.ChangedFiles);
    }

    [TestMethod]
    public void A_new_reference_finds_a_file_that_was_there_already()
    {
        GeneratorSession session = Open();

        session.Edit(s_loner, s_loner.Text!.Replace("{ type: string }", "{ $ref: 'nobodys.yaml' }", StringComparison.Ordinal));

        Assert.IsEmpty(session.Run.Diagnostics);
    }

    private static string Document(string schema) => $$"""
        openapi: 3.0.3
        info: { title: T, version: '1' }
        paths: {}
        components: { schemas: { A: { type: object, properties: { b: { {{schema}} } } } } }
        """;

    private static GeneratorSession Open()
    {
        var session = new GeneratorSession([s_user, s_loner, s_direct, s_indirect, s_nobodys]);
        Assert.IsEmpty(session.Run.Diagnostics, string.Join('\n', session.Run.Diagnostics));
        return session;
    }
}
