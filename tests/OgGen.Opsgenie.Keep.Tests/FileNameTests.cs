using OgGen.Opsgenie.Keep.Files;

namespace OgGen.Opsgenie.Keep.Tests;

/// <summary>The names of files: stable, different, and no paths.</summary>
[TestClass]
public sealed class FileNameTests
{
    [TestMethod]
    [DataRow("95579bd4-9820-4043-aa77-969026e56924", "95579bd4-9820-4043-aa77-969026e56924")]
    [DataRow("a", "a")]
    [DataRow("a_b-9", "a_b-9")]
    [DataRow("Action1", "Action1~")]
    [DataRow("restart it", "restart-it~")]
    [DataRow("", "~e3b0c44298fc1c14")]
    [DataRow("-rf", "rf~")]
    [DataRow("..", "~")]
    [DataRow("../a", "a~")]
    [DataRow("con", "con~")]
    [DataRow("lpt9", "lpt9~")]
    [DataRow("é🙂", "")]
    public void A_key_that_is_plain_is_its_own_name_and_any_other_has_a_hash(string key, string beginning)
    {
        string name = FileNames.Of(key);
        StringAssert.StartsWith(name, beginning);
        Assert.IsTrue(name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '~'), name);
        Assert.AreEqual(beginning == key, !name.Contains('~', StringComparison.Ordinal));
        Assert.AreEqual(name, FileNames.Of(key));
    }

    [TestMethod]
    public void Different_keys_have_different_names_also_where_case_is_ignored()
    {
        string[] keys =
        [
            "a", "A", "a b", "a-b", "A b", "a~b", "ä", "Ä", new('x', 64), new('x', 65), new('x', 66), "con", "CON", "", " ", ".", "..",
        ];
        Assert.HasCount(keys.Length, keys.Select(FileNames.Of).Distinct(StringComparer.OrdinalIgnoreCase).ToArray());
        Assert.IsTrue(keys.All(static key => FileNames.Of(key).Length <= 64));
    }
}
