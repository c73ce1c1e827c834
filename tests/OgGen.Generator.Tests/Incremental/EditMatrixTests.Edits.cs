using OgGen.Generator.Diagnostics;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Incremental;

public sealed partial class EditMatrixTests
{
    private const string Mole = "\n    Mole: { type: object, properties: { paws: { type: integer } } }\n";

    /// <summary>
    /// Unchanged: the step ran and gave what it gave before. Cached: it did not run. What follows an unchanged value is cached.
    /// </summary>
    private static readonly EditCase[] s_edits =
    [
        // Nothing of ours.
        new(
            "an edit of C#",
            static session => session.EditCode("class C { void M() { int i = 1; } }"),
            """
                Inputs      Cached Cached Cached
                Specs       Cached Cached Cached
                Paths       Cached Cached Cached
                Candidates  Cached Cached Cached
                Sources     Cached Cached Cached
                Documents   Cached Cached Cached
                Live        Cached
                Diagnostics Cached Cached Cached
                  output    Cached Cached Cached
                Runtimes    Cached
                Language    Cached
                Visibility  Cached
                Settings    Cached
                Project     Cached
                Missing     Cached
                  output    Cached
                Models      Cached Cached Cached
                Files       Petstore Cached | Shapes Cached | Opsgenie Cached
                Printed     Petstore Cached | Shapes Cached | Opsgenie Cached
                IsVisible   Cached
                Visible     Petstore Cached | Shapes Cached | Opsgenie Cached
                  output    Petstore Cached | Shapes Cached | Opsgenie Cached
                """),

        new(
            "a new file of C#",
            static session => session.AddCode("public class D { public int P { get; set; } }"),
            """
                Inputs      Cached Cached Cached
                Specs       Cached Cached Cached
                Paths       Cached Cached Cached
                Candidates  Cached Cached Cached
                Sources     Cached Cached Cached
                Documents   Cached Cached Cached
                Live        Cached
                Diagnostics Cached Cached Cached
                  output    Cached Cached Cached
                Runtimes    Cached
                Language    Cached
                Visibility  Cached
                Settings    Cached
                Project     Cached
                Missing     Cached
                  output    Cached
                Models      Cached Cached Cached
                Files       Petstore Cached | Shapes Cached | Opsgenie Cached
                Printed     Petstore Cached | Shapes Cached | Opsgenie Cached
                IsVisible   Cached
                Visible     Petstore Cached | Shapes Cached | Opsgenie Cached
                  output    Petstore Cached | Shapes Cached | Opsgenie Cached
                """),

        // The document is read; its model is what it was.
        new(
            "white space",
            static session => session.Edit(TestDocuments.Petstore, "      description: Given by", "      description:    Given by"),
            """
                Inputs      Modified Cached Cached
                Specs       Modified Unchanged Unchanged
                Paths       Unchanged Cached Cached
                Candidates  Modified Cached Cached
                Sources     Modified Unchanged Unchanged
                Documents   Unchanged Cached Cached
                Live        Cached
                Diagnostics Cached Cached Cached
                  output    Cached Cached Cached
                Runtimes    Cached
                Language    Cached
                Visibility  Cached
                Settings    Cached
                Project     Cached
                Missing     Unchanged
                  output    Cached
                Models      Cached Cached Cached
                Files       Petstore Cached | Shapes Cached | Opsgenie Cached
                Printed     Petstore Cached | Shapes Cached | Opsgenie Cached
                IsVisible   Cached
                Visible     Petstore Cached | Shapes Cached | Opsgenie Cached
                  output    Petstore Cached | Shapes Cached | Opsgenie Cached
                """),

        new(
            "a comment",
            static session => session.Edit(TestDocuments.Petstore, "components:", "# A comment.\ncomponents:"),
            """
                Inputs      Modified Cached Cached
                Specs       Modified Unchanged Unchanged
                Paths       Unchanged Cached Cached
                Candidates  Modified Cached Cached
                Sources     Modified Unchanged Unchanged
                Documents   Unchanged Cached Cached
                Live        Cached
                Diagnostics Cached Cached Cached
                  output    Cached Cached Cached
                Runtimes    Cached
                Language    Cached
                Visibility  Cached
                Settings    Cached
                Project     Cached
                Missing     Unchanged
                  output    Cached
                Models      Cached Cached Cached
                Files       Petstore Cached | Shapes Cached | Opsgenie Cached
                Printed     Petstore Cached | Shapes Cached | Opsgenie Cached
                IsVisible   Cached
                Visible     Petstore Cached | Shapes Cached | Opsgenie Cached
                  output    Petstore Cached | Shapes Cached | Opsgenie Cached
                """),

        new(
            "a description",
            static session => session.Edit(TestDocuments.Petstore, "How many at most.", "The size of a page."),
            """
                Inputs      Modified Cached Cached
                Specs       Modified Unchanged Unchanged
                Paths       Unchanged Cached Cached
                Candidates  Modified Cached Cached
                Sources     Modified Unchanged Unchanged
                Documents   Modified Cached Cached
                Live        Cached
                Diagnostics Unchanged Cached Cached
                  output    Cached Cached Cached
                Runtimes    Cached
                Language    Cached
                Visibility  Cached
                Settings    Cached
                Project     Cached
                Missing     Unchanged
                  output    Cached
                Models      Modified Cached Cached
                Files       Petstore Unchanged, Modified PetsClient, Unchanged | Shapes Cached | Opsgenie Cached
                Printed     Petstore Cached, Modified PetsClient, Cached | Shapes Cached | Opsgenie Cached
                IsVisible   Unchanged
                Visible     Petstore Cached, Modified PetsClient, Cached | Shapes Cached | Opsgenie Cached
                  output    Petstore Cached, Modified PetsClient, Cached | Shapes Cached | Opsgenie Cached
                """),

        new(
            "a schema",
            static session => session.Edit(
                TestDocuments.Petstore, "existing: { type: integer, format: int64 }", "existing: { type: integer, format: int32 }"),
            """
                Inputs      Modified Cached Cached
                Specs       Modified Unchanged Unchanged
                Paths       Unchanged Cached Cached
                Candidates  Modified Cached Cached
                Sources     Modified Unchanged Unchanged
                Documents   Modified Cached Cached
                Live        Cached
                Diagnostics Unchanged Cached Cached
                  output    Cached Cached Cached
                Runtimes    Cached
                Language    Cached
                Visibility  Cached
                Settings    Cached
                Project     Cached
                Missing     Unchanged
                  output    Cached
                Models      Modified Cached Cached
                Files       Petstore Modified Conflict, Unchanged | Shapes Cached | Opsgenie Cached
                Printed     Petstore Modified Conflict, Cached | Shapes Cached | Opsgenie Cached
                IsVisible   Unchanged
                Visible     Petstore Modified Conflict, Cached | Shapes Cached | Opsgenie Cached
                  output    Petstore Modified Conflict, Cached | Shapes Cached | Opsgenie Cached
                """),

        // Roslyn compares the files of one document by position: an insertion moves all that follow, and they are printed again.
        new(
            "a schema at the front",
            static session => session.Edit(TestDocuments.Petstore, """
                  schemas:
                    Species:
                """, """
                  schemas:
                    Aardvark: { type: object, properties: { ears: { type: integer } } }
                    Species:
                """),
            """
                Inputs      Modified Cached Cached
                Specs       Modified Unchanged Unchanged
                Paths       Unchanged Cached Cached
                Candidates  Modified Cached Cached
                Sources     Modified Unchanged Unchanged
                Documents   Modified Cached Cached
                Live        Cached
                Diagnostics Unchanged Cached Cached
                  output    Cached Cached Cached
                Runtimes    Cached
                Language    Cached
                Visibility  Cached
                Settings    Cached
                Project     Cached
                Missing     Unchanged
                  output    Cached
                Models      Modified Cached Cached
                Files       Petstore Modified Aardvark…Species, New Thing | Shapes Cached | Opsgenie Cached
                Printed     Petstore Modified Aardvark…Species, New Thing | Shapes Cached | Opsgenie Cached
                IsVisible   Unchanged
                Visible     Petstore Modified Aardvark…Species, New Thing | Shapes Cached | Opsgenie Cached
                  output    Petstore Modified Aardvark…Species, New Thing | Shapes Cached | Opsgenie Cached
                """),

        // The same the other way round.
        new(
            "a schema removed",
            static session =>
            {
                session.Edit(TestDocuments.Petstore, "\n    Size:", Mole + "\n    Size:");
                session.Edit(TestDocuments.Petstore, Mole, "");
            },
            """
                Inputs      Modified Cached Cached
                Specs       Modified Unchanged Unchanged
                Paths       Unchanged Cached Cached
                Candidates  Modified Cached Cached
                Sources     Modified Unchanged Unchanged
                Documents   Modified Cached Cached
                Live        Cached
                Diagnostics Unchanged Cached Cached
                  output    Cached Cached Cached
                Runtimes    Cached
                Language    Cached
                Visibility  Cached
                Settings    Cached
                Project     Cached
                Missing     Unchanged
                  output    Cached
                Models      Modified Cached Cached
                Files       Petstore Unchanged, Modified Note…Thing, Removed Thing | Shapes Cached | Opsgenie Cached
                Printed     Petstore Cached, Modified Note…Thing, Removed Thing | Shapes Cached | Opsgenie Cached
                IsVisible   Unchanged
                Visible     Petstore Cached, Modified Note…Thing, Removed Thing | Shapes Cached | Opsgenie Cached
                  output    Petstore Cached, Modified Note…Thing, Removed Thing | Shapes Cached | Opsgenie Cached
                """),

        // Its inline types are named after it, and the resolver lists them.
        new(
            "an operation renamed",
            static session => session.Edit(TestDocuments.Petstore, "operationId: listPets", "operationId: findPets"),
            """
                Inputs      Modified Cached Cached
                Specs       Modified Unchanged Unchanged
                Paths       Unchanged Cached Cached
                Candidates  Modified Cached Cached
                Sources     Modified Unchanged Unchanged
                Documents   Modified Cached Cached
                Live        Cached
                Diagnostics Unchanged Cached Cached
                  output    Cached Cached Cached
                Runtimes    Cached
                Language    Cached
                Visibility  Cached
                Settings    Cached
                Project     Cached
                Missing     Unchanged
                  output    Cached
                Models      Modified Cached Cached
                Files       Petstore Unchanged, Modified PetsClient, Unchanged, Modified PetstoreJson, Unchanged | Shapes Cached | Opsgenie Cached
                Printed     Petstore Cached, Modified PetsClient, Cached, Modified PetstoreJson, Cached | Shapes Cached | Opsgenie Cached
                IsVisible   Unchanged
                Visible     Petstore Cached, Modified PetsClient, Cached, Modified PetstoreJson, Cached | Shapes Cached | Opsgenie Cached
                  output    Petstore Cached, Modified PetsClient, Cached, Modified PetstoreJson, Cached | Shapes Cached | Opsgenie Cached
                """),

        // Options have no place of their own in Roslyn: each document is looked at again.
        new(
            "an option",
            static session => session.SetOptions(TestDocuments.Petstore with { Client = "ShopClient" }),
            """
                Inputs      Modified Unchanged Unchanged
                Specs       Modified Unchanged Unchanged
                Paths       Unchanged Cached Cached
                Candidates  Modified Cached Cached
                Sources     Modified Unchanged Unchanged
                Documents   Modified Cached Cached
                Live        Unchanged
                Diagnostics Unchanged Cached Cached
                  output    Cached Cached Cached
                Runtimes    Cached
                Language    Cached
                Visibility  Unchanged
                Settings    Cached
                Project     Cached
                Missing     Unchanged
                  output    Cached
                Models      Modified Cached Cached
                Files       Petstore Modified Conflict…Thing | Shapes Cached | Opsgenie Cached
                Printed     Petstore Modified Conflict, Unchanged, Modified KeepersClient…Thing | Shapes Cached | Opsgenie Cached
                IsVisible   Unchanged
                Visible     Petstore Modified Conflict, Cached, Modified KeepersClient…Thing | Shapes Cached | Opsgenie Cached
                  output    Petstore Modified Conflict, Cached, Modified KeepersClient…Thing | Shapes Cached | Opsgenie Cached
                """),

        new(
            "another document",
            static session =>
                session.Edit(TestDocuments.Shapes, "\"radius\": { \"type\": \"number\" }", "\"radius\": { \"type\": \"integer\" }"),
            """
                Inputs      Cached Modified Cached
                Specs       Unchanged Modified Unchanged
                Paths       Cached Unchanged Cached
                Candidates  Cached Modified Cached
                Sources     Unchanged Modified Unchanged
                Documents   Cached Modified Cached
                Live        Cached
                Diagnostics Cached Unchanged Cached
                  output    Cached Cached Cached
                Runtimes    Cached
                Language    Cached
                Visibility  Cached
                Settings    Cached
                Project     Cached
                Missing     Unchanged
                  output    Cached
                Models      Cached Modified Cached
                Files       Petstore Cached | Shapes Unchanged, Modified Circle, Unchanged | Opsgenie Cached
                Printed     Petstore Cached | Shapes Cached, Modified Circle, Cached | Opsgenie Cached
                IsVisible   Unchanged
                Visible     Petstore Cached | Shapes Cached, Modified Circle, Cached | Opsgenie Cached
                  output    Petstore Cached | Shapes Cached, Modified Circle, Cached | Opsgenie Cached
                """),

        new(
            "an additional file that is none of ours",
            static session => session.Add(new Declared("/project/notes.txt", "Nothing of ours.") { IsSpec = false }),
            """
                Inputs      Unchanged Unchanged Unchanged
                Specs       Cached Cached Cached
                Paths       Cached Cached Cached
                Candidates  Cached Cached Cached
                Sources     Cached Cached Cached
                Documents   Cached Cached Cached
                Live        Unchanged
                Diagnostics Cached Cached Cached
                  output    Cached Cached Cached
                Runtimes    Cached
                Language    Cached
                Visibility  Unchanged
                Settings    Cached
                Project     Cached
                Missing     Cached
                  output    Cached
                Models      Cached Cached Cached
                Files       Petstore Cached | Shapes Cached | Opsgenie Cached
                Printed     Petstore Cached | Shapes Cached | Opsgenie Cached
                IsVisible   Cached
                Visible     Petstore Cached | Shapes Cached | Opsgenie Cached
                  output    Petstore Cached | Shapes Cached | Opsgenie Cached
                """),

        new(
            "a document more",
            static session => session.Add(new Declared("/spec/more.yaml", """
                openapi: 3.0.3
                info: { title: More, version: '1' }
                paths: {}

                """) { Namespace = "More" }),
            """
                Inputs      Unchanged Unchanged Unchanged New
                Specs       Unchanged Unchanged Unchanged New
                Paths       Cached Cached Cached New
                Candidates  Unchanged Unchanged Unchanged New
                Sources     Unchanged Unchanged Unchanged New
                Documents   Cached Cached Cached New
                Live        Unchanged
                Diagnostics Cached Cached Cached New
                  output    Cached Cached Cached New
                Runtimes    Cached
                Language    Cached
                Visibility  Unchanged
                Settings    Cached
                Project     Cached
                Missing     Unchanged
                  output    Cached
                Models      Cached Cached Cached New
                Files       Petstore Cached | Shapes Cached | Opsgenie Cached | More New MoreClient…MoreJson
                Printed     Petstore Cached | Shapes Cached | Opsgenie Cached | More New MoreClient…MoreJson
                IsVisible   Unchanged
                Visible     Petstore Cached | Shapes Cached | Opsgenie Cached | More New MoreClient…MoreJson
                  output    Petstore Cached | Shapes Cached | Opsgenie Cached | More New MoreClient…MoreJson
                """),
    ];
}
