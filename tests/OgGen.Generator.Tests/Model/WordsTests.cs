using OgGen.Generator.Naming;

namespace OgGen.Generator.Tests.Model;

/// <summary>Names are compared word by word.</summary>
[TestClass]
public sealed class WordsTests
{
    [TestMethod]
    [DataRow("OrderItems", "Order Items")]
    [DataRow("URLPath", "URL Path")]
    [DataRow("SkuIDs", "Sku IDs")]
    [DataRow("IDsOfPets", "IDs Of Pets")]
    [DataRow("P24Bank", "P24 Bank")]
    [DataRow("_2Fa", "_2 Fa")]
    [DataRow("Tls1_2", "Tls1 _2")]
    [DataRow("Größe", "Größe")]
    [DataRow("", "")]
    public void A_name_consists_of_words(string name, string expected)
    {
        Assert.AreEqual(expected, string.Join(' ', Words.Of(name)));
        Assert.AreEqual(name, string.Concat(Words.Of(name)));
    }

    [TestMethod]
    [DataRow("Policies", "Policy")]
    [DataRow("Boxes", "Box")]
    [DataRow("Branches", "Branch")]
    [DataRow("Hashes", "Hash")]
    [DataRow("Addresses", "Address")]
    [DataRow("Statuses", "Status")]
    [DataRow("Causes", "Cause")]
    [DataRow("Warehouses", "Warehouse")]
    [DataRow("Responses", "Response")]
    [DataRow("Caches", "Cache")]
    [DataRow("Schemas", "Schema")]
    [DataRow("Apis", "Api")]
    [DataRow("Heroes", "Hero")]
    [DataRow("OrderPeople", "OrderPerson")]
    [DataRow("UserIds", "UserId")]
    [DataRow("SkuIDs", "SkuID")]
    [DataRow("Status", null)]
    [DataRow("Address", null)]
    [DataRow("Analysis", null)]
    [DataRow("Alias", null)]
    [DataRow("Series", null)]
    [DataRow("DNS", null)]
    [DataRow("Has", null)]
    [DataRow("Data", null)]
    [DataRow("", null)]
    public void One_of_many_is_called_in_the_singular(string many, string? expected) => Assert.AreEqual(expected, Words.OneOf(many));
}
