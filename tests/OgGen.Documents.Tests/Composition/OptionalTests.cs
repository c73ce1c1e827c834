using System.Text.Json;
using OgGen.Documents.Composition;
using OgGen.Json;

namespace OgGen.Documents.Tests.Composition;

/// <summary>Absent, null and a value are three states in a merge patch, and where a schema asks for them.</summary>
[TestClass]
public sealed class OptionalTests : CompositionTest
{
    [TestMethod]
    public async Task A_merge_patch_says_what_to_leave_what_to_remove_and_what_to_set()
    {
        await using var server = new RawServer(RawServer.Answer(200, """{"id":1,"name":null,"level":0.5,"window":{"title":null}}"""));
        using var client = new CompositionClient(server.Address);

        Settings settings = await client.Default.ChangeAsync(new Settings
        {
            Name = "n",
            Level = null,
            Tags = new List<string> { "a" },
            Window = new SettingsWindow { Width = null },
        });

        Assert.AreEqual("""{"name":"n","level":null,"tags":["a"],"window":{"width":null}}""", server.Requests.Single().Text);
        Assert.AreEqual("application/merge-patch+json", server.Requests.Single().Header("Content-Type"));
        Assert.IsTrue(settings.Name.IsSet);
        Assert.IsNull(settings.Name.Value);
        Assert.AreEqual(0.5, settings.Level.Value);
        Assert.IsFalse(settings.Tags.IsSet);
        Assert.AreEqual("""{"id":1,"name":null,"level":0.5,"window":{"title":null}}""", JsonModel.ToJson(settings));
    }

    [TestMethod]
    [DataRow("""{"level":0.1234567890123456789,"since":"2027-04-05T00:00:00.000Z","tags":null,"anything":null}""")]
    [DataRow("""{"anything":[1],"window":null}""")]
    [DataRow("{}")]
    public void What_is_read_is_written_again(string json) => Assert.AreEqual(json, JsonModel.ToJson(JsonModel.Parse<Settings>(json)));

    [TestMethod]
    public void A_merge_patch_removes_what_may_be_null_alone()
    {
        var settings = new Settings { Label = "l", Size = 3 };

        Optional<string> label = settings.Label;
        Optional<int> size = settings.Size;
        Optional<string?> name = settings.Name;
        Assert.AreEqual(("l", 3, false), (label.Value, size.Value + 0, name.IsSet));
        Assert.AreEqual("""{"label":"l","size":3}""", JsonModel.ToJson(settings));
        Assert.IsFalse(JsonModel.Parse<Settings>("""{"label":null}""").Label.IsSet);
    }

    [TestMethod]
    public void A_schema_may_ask_for_three_states_and_keeps_its_nulls()
    {
        Preferences preferences = JsonModel.Parse<Preferences>("""{"name":null,"color":null}""");

        Assert.IsFalse(preferences.Name.IsSet);
        Assert.IsTrue(preferences.Color.IsSet);
        Assert.AreEqual("""{"color":null}""", JsonModel.ToJson(preferences));
    }

    [TestMethod]
    public void An_optional_is_what_it_holds()
    {
        Optional<int?> absent = default, nothing = (int?)null, one = 1;

        Assert.AreEqual((false, true, true), (absent.IsSet, nothing.IsSet, one.IsSet));
        Assert.IsTrue(one == new Optional<int?>(1) && absent != nothing && nothing != one && !absent.Equals(nothing));
        Assert.AreEqual((null, 1), (nothing.Value, one.Value));
        Assert.AreEqual(("", "", "1"), (absent.ToString(), nothing.ToString(), one.ToString()));
        Assert.AreNotEqual(absent.GetHashCode(), nothing.GetHashCode());
        Assert.IsNull(absent.GetValueOrDefault());
        Assert.ThrowsExactly<InvalidOperationException>(() => absent.Value);
    }
}
