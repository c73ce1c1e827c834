namespace OgGen.Generator.Tests.Architecture;

/// <summary>The data flows one way, from the document to the text, and each library is known in one place.</summary>
[TestClass]
public sealed class FolderTests
{
    [TestMethod]
    [DataRow("Common")]
    [DataRow("Naming")]
    [DataRow("Diagnostics")]
    [DataRow("Project")]
    [DataRow("Live")]
    [DataRow("Document")]
    [DataRow("Schemas")]
    [DataRow("Model")]
    [DataRow("Planning")]
    [DataRow("Building")]
    [DataRow("Source")]
    public void A_folder_refers_to_what_comes_before_it_alone(string folder)
        => CodeBase.AssertNone(FolderRules.ForbiddenReferences(CodeBase.Generator, folder));

    [TestMethod]
    [DataRow("Microsoft.OpenApi")]
    [DataRow("Microsoft.CodeAnalysis")]
    [DataRow("YamlDotNet")]
    public void A_library_is_known_in_one_place(string library)
        => CodeBase.AssertNone(FolderRules.ForbiddenLibraryReferences(CodeBase.Generator, library));

    /// <summary>The first folder has code that refers to the second one.</summary>
    [TestMethod]
    [DataRow("Document", "Schemas")]
    [DataRow("Document", "Model")]
    [DataRow("Document", "Planning")]
    [DataRow("Document", "Building")]
    [DataRow("Document", "Source")]
    [DataRow("Schemas", "Model")]
    [DataRow("Schemas", "Planning")]
    [DataRow("Schemas", "Building")]
    [DataRow("Schemas", "Source")]
    [DataRow("Planning", "Building")]
    [DataRow("Planning", "Source")]
    [DataRow("Building", "Source")]
    [DataRow("Model", "Naming")]
    [DataRow("Model", "Document")]
    [DataRow("Model", "Schemas")]
    [DataRow("Model", "Planning")]
    [DataRow("Model", "Building")]
    [DataRow("Model", "Source")]
    [DataRow("Source", "Document")]
    [DataRow("Source", "Schemas")]
    [DataRow("Source", "Planning")]
    [DataRow("Source", "Building")]
    [DataRow("Naming", "Model")]
    [DataRow("Common", "Naming")]
    [DataRow("Common", "Diagnostics")]
    [DataRow("Common", "Document")]
    public void A_reference_to_a_later_folder_is_found(string folder, string later)
    {
        CodeBase planted = CodeBase.Of(
            ($"{folder}/Planted.cs", $"namespace A.{folder};\nusing A.{later};\nclass Planted {{ object M() => Factory.Make(); }}"),
            ($"{later}/Factory.cs", $"namespace A.{later};\nstatic class Factory {{ public static object Make() => 1; }}"));

        CollectionAssert.AreEqual(
            new[]
            {
                $"{folder}/Planted.cs:2 refers to {later} of {later}/",
                $"{folder}/Planted.cs:3 refers to Factory of {later}/",
                $"{folder}/Planted.cs:3 refers to Factory.Make of {later}/",
            },
            FolderRules.ForbiddenReferences(planted, folder).ToArray());
        Assert.IsEmpty(FolderRules.ForbiddenReferences(planted, later));
    }

    [TestMethod]
    public void A_reference_to_the_top_is_found()
    {
        CodeBase planted = CodeBase.Of(("Document/P.cs", "class P { Pipeline? p; }"), ("Pipeline.cs", "class Pipeline { P? p; }"));

        Assert.AreEqual("Document/P.cs:1 refers to Pipeline of the top", FolderRules.ForbiddenReferences(planted, "Document").Single());
        Assert.IsEmpty(FolderRules.ForbiddenReferences(planted, ""));
    }

    [TestMethod]
    [DataRow("Microsoft.CodeAnalysis", "Model/Planted.cs", "using Microsoft.CodeAnalysis;")]
    [DataRow("Microsoft.CodeAnalysis", "Source/Planted.cs", "class P { Microsoft . CodeAnalysis.ISymbol? s; }")]
    [DataRow("Microsoft.CodeAnalysis", "Document/Planted.cs", "global using R = global::Microsoft.CodeAnalysis.Location;")]
    [DataRow("Microsoft.CodeAnalysis", "Common/Planted.cs", "class P { object o = new Microsoft.CodeAnalysis.CSharp.Conversion(); }")]
    [DataRow("Microsoft.OpenApi", "Model/Planted.cs", "using Microsoft.OpenApi;")]
    [DataRow("Microsoft.OpenApi", "Source/Planted.cs", "class P { object o = new Microsoft.OpenApi.OpenApiSchema(); }")]
    [DataRow("Microsoft.OpenApi", "Naming/Planted.cs", "using static Microsoft.OpenApi.JsonSchemaType; class P { object o = Integer; }")]
    [DataRow("YamlDotNet", "Model/Planted.cs", "using YamlDotNet.Core;")]
    [DataRow("YamlDotNet", "Schemas/Planted.cs", "class P { void M(YamlDotNet.Core.Parser p) => p.MoveNext(); }")]
    public void A_library_in_another_place_is_found(string library, string path, string code)
        => Assert.StartsWith(path, FolderRules.ForbiddenLibraryReferences(CodeBase.Of((path, code)), library)[0]);

    [TestMethod]
    public void A_library_is_found_behind_a_name_that_does_not_say_it()
    {
        CodeBase planted = CodeBase.Of(
            ("Document/Reader.cs", "public static class Reader { public static Microsoft.OpenApi.OpenApiSchema Read() => new(); }"),
            ("Source/Planted.cs", "class Planted\n{\n    object? M() => Reader.Read().Title;\n}"));

        CollectionAssert.AreEqual(
            new[] { "Source/Planted.cs:3 refers to OpenApiSchema.Title" },
            FolderRules.ForbiddenLibraryReferences(planted, "Microsoft.OpenApi").ToArray());
    }
}
