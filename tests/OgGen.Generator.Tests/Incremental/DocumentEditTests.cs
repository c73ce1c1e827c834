using Microsoft.CodeAnalysis;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Incremental;

/// <summary>An edit of a document emits the files that show it, and no other.</summary>
[TestClass]
public sealed class DocumentEditTests
{
    [TestMethod]
    [DataRow("A comment", "components:", "# A comment.\ncomponents:")]
    [DataRow("White space", "      description: Given by", "      description:    Given by")]
    [DataRow("Empty lines", "components:", "\n\n\ncomponents:")]
    [DataRow("Quotes", "description: Given by the shop.", "description: 'Given by the shop.'")]
    public void A_comment_or_white_space_emits_nothing(string kind, string before, string after)
    {
        GeneratorSession session = RunEdit(TestDocuments.Petstore, before, after);

        Assert.IsTrue(
            session.Reasons(PipelineSteps.Specs).All(static reason => reason == IncrementalStepRunReason.Modified),
            kind + ": the edit arrived");
        AssertEmitted(session);
    }

    [TestMethod]
    public void A_comment_before_a_mistake_moves_the_diagnostic_and_emits_nothing()
    {
        Declared document = TestDocuments.Petstore with
        {
            Text = TestDocuments.Petstore.Text!.Replace(
                "#/components/schemas/Size' }\n        - name: adopted",
                "#/components/schemas/Sise' }\n        - name: adopted",
                StringComparison.Ordinal),
        };
        var session = new GeneratorSession([document]);
        int line = Line(session);

        session.Edit(document, "# One more line.\n" + document.Text);

        Assert.AreEqual(line + 1, Line(session));
        Assert.IsTrue(session.Reasons(PipelineSteps.Models).All(Steps.IsIdle));
        Assert.IsEmpty(session.ChangedFiles);

        static int Line(GeneratorSession session) => session.Run.Diagnostics.Single().Location.GetLineSpan().StartLinePosition.Line;
    }

    [TestMethod]
    public void A_property_s_new_type_emits_the_file_of_its_schema_alone()
    {
        GeneratorSession session = RunEdit(
            TestDocuments.Petstore, "existing: { type: integer, format: int64 }", "existing: { type: integer, format: int32 }");

        AssertEmitted(session, "Petstore.Conflict.g.cs");
        Assert.Contains("required int Existing", session.Run.Files["Petstore.Conflict.g.cs"]);
    }

    [TestMethod]
    public void A_member_that_others_inherit_emits_the_files_that_show_it()
    {
        const string before = """
                    remark: { type: string }
                    createdAt
            """;
        const string after = """
                    remark: { type: string }
                    weather: { type: string }
                    createdAt
            """;
        GeneratorSession session = RunEdit(TestDocuments.Petstore, before, after);

        AssertEmitted(session, "Petstore.Pet.g.cs", "Petstore.Thing.g.cs");
    }

    [TestMethod]
    public void A_description_emits_its_file_alone()
    {
        AssertEmitted(
            RunEdit(TestDocuments.Petstore, "What everything in the shop has.", "What all things have."),
            "Petstore.Thing.g.cs",
            "Petstore.Pet.g.cs");
        AssertEmitted(RunEdit(TestDocuments.Petstore, "The token of a member of the staff.", "A token."), "Petstore.PetstoreClient.g.cs");
        AssertEmitted(RunEdit(TestDocuments.Petstore, "How many at most.", "The size of a page."), "Petstore.PetsClient.g.cs");
        AssertEmitted(RunEdit(TestDocuments.Shapes, "A node with nodes below it.", "A node."), "Shapes.Tree.g.cs");
    }

    [TestMethod]
    public void A_new_enum_value_emits_the_enum_alone()
    {
        AssertEmitted(RunEdit(TestDocuments.Petstore, "enum: [cat, dog,", "enum: [cat, dog, bird,"), "Petstore.Species.g.cs");
    }

    [TestMethod]
    public void A_new_schema_emits_its_file_and_the_resolver_and_leaves_all_other_texts_alone()
    {
        var session = new GeneratorSession([TestDocuments.Petstore]);
        IReadOnlyDictionary<string, string> old = session.Run.Files;

        const string zebra = """
                Zebra: { type: object, properties: { stripes: { type: integer } } }

                Conflict:
            """;
        session.Edit(TestDocuments.Petstore, TestDocuments.Petstore.Text!.Replace("    Conflict:", zebra, StringComparison.Ordinal));

        string[] changed =
        [
            .. session.Run.Files.Where(file => !old.TryGetValue(file.Key, out string? text) || text != file.Value)
                .Select(static file => file.Key),
        ];
        CollectionAssert.AreEquivalent(new[] { "Petstore.Zebra.g.cs", "Petstore.PetstoreJson.g.cs" }, changed);
    }

    [TestMethod]
    public void Another_document_s_edit_leaves_the_first_one_s_outputs_cached()
    {
        var session = new GeneratorSession([TestDocuments.Petstore, TestDocuments.Shapes]);

        session.Edit(
            TestDocuments.Shapes,
            TestDocuments.Shapes.Text!.Replace(
                "\"radius\": { \"type\": \"number\" }", "\"radius\": { \"type\": \"integer\" }", StringComparison.Ordinal));

        CollectionAssert.AreEqual(
            new[] { IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified },
            session.Reasons(PipelineSteps.Documents),
            "the first document is not even read again");
        AssertEmitted(session, "Shapes.Circle.g.cs");
    }

    private static GeneratorSession RunEdit(Declared document, string before, string after)
    {
        string text = document.Text!;
        Assert.AreEqual(2, text.Split(before).Length, $"'{before}' stands once in the document");
        var session = new GeneratorSession([document]);
        session.Edit(document, text.Replace(before, after, StringComparison.Ordinal));
        return session;
    }

    private static void AssertEmitted(GeneratorSession session, params string[] files)
    {
        CollectionAssert.AreEqual(files.Order(StringComparer.Ordinal).ToArray(), session.ChangedFiles);

        // Each item of Files is one output; the others are diagnostics, which are no text.
        int emitted = session.OutputReasons.Count(
            static reason => reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);
        Assert.AreEqual(files.Length, emitted, string.Join(", ", session.OutputReasons));
    }
}
