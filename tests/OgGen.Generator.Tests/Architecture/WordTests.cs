using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Architecture;

/// <summary>The generator and the runtime use the terms of OpenAPI, JSON Schema and .NET.</summary>
[TestClass]
public sealed class WordTests
{
    [TestMethod]
    public void The_generator_uses_none_of_the_words()
        => CodeBase.AssertNone(WordRules.Find(Resources.Folder("source/generator")));

    [TestMethod]
    public void The_runtime_uses_none_of_the_words()
        => CodeBase.AssertNone(WordRules.Find(Resources.Folder("source/runtime")));

    [TestMethod]
    [DataRow("// The answer of the service.", "answer")]
    [DataRow("internal sealed class AnswerReader;", "Answer")]
    [DataRow("internal sealed class ChoiceReader;", "Choice")]
    [DataRow("private bool _hasMisfit;", "Misfit")]
    [DataRow("int lastReply = 0;", "Reply")]
    [DataRow("private readonly int _heirs;", "heirs")]
    [DataRow("/// <summary>What the project lacks.</summary>", "lacks")]
    [DataRow("/// <summary>Told apart as there.</summary>", "as there")]
    [DataRow("/// <summary>Documents, be they large or small.</summary>", "be they")]
    [DataRow("/// <summary>What a document came to.</summary>", "What a document came to")]
    [DataRow("/// <summary>A keyword that says nothing here.</summary>", "says nothing")]
    public void A_planted_word_is_found(string line, string expected)
        => Assert.AreEqual(
            $"Planted.cs:2 has '{expected}'", WordRules.Find([KeyValuePair.Create("Planted.cs", "namespace P;\n" + line)]).Single());

    [TestMethod]
    [DataRow("// The rest of the document is read, and a response is returned.")]
    [DataRow("string[] answering = [];")]
    [DataRow("CredentialChoice.Find(scheme, credentials);")]
    [DataRow("// It comes before the others.")]
    public void Other_words_are_not(string line)
        => Assert.IsEmpty(WordRules.Find([KeyValuePair.Create("Other.cs", line)]));
}
