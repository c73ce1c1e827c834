using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Names;

/// <summary>What is called otherwise than its document asks for is a decision that the document's author can take: ours took it.</summary>
[TestClass]
public sealed class NoCollisionTests
{
    /// <remarks>The other documents of the tests show what becomes of names that are taken.</remarks>
    [TestMethod]
    [DataRow("Opsgenie")]
    [DataRow("Petstore")]
    [DataRow("Swagger2")]
    [DataRow("Values")]
    [DataRow("Servers")]
    [DataRow("Streams")]
    [DataRow("Webhooks")]
    [DataRow("Methods")]
    [DataRow("Security")]
    public void No_document_of_ours_has_a_name_that_is_taken(string name)
        => Assert.AreEqual("", string.Join('\n', CompiledDocument.Of(TestDocuments.ByName(name)).Renamed));

    [TestMethod]
    public void The_values_of_the_built_in_document_have_the_names_that_they_always_had()
        => Assert.AreEqual(
            "Matches Contains StartsWith EndsWith EqualsValue ContainsKey ContainsValue GreaterThan LessThan IsEmpty "
                + "EqualsIgnoreWhitespace",
            CompiledDocument.Of(TestDocuments.Opsgenie).ConstantsOf("ConditionOperation"));
}
