using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Documents.Keeping;
using OgGen.Json;

namespace OgGen.Documents.Tests.Keeping;

/// <summary>Members with several JSON names: they are written under the names that they were read by.</summary>
[TestClass]
public sealed class AliasTests
{
    private const string Least = "\"title\":\"t\",\"rank\":1,\"state\":null";

    [TestMethod]
    [DataRow("""{"caption":"t","position":1,"status":null}""")]
    [DataRow("""{"heading":"t","rank":0,"state":"s"}""")]
    [DataRow("""{"title":"t","caption":"c","heading":"h","rank":1,"position":2,"state":null,"status":"s"}""")]
    [DataRow("""{"heading":"h","caption":"c","title":"t","position":2,"rank":1,"status":"s","state":null}""")]
    [DataRow("""{"title":null,"heading":"h","position":2,"rank":null,"status":null,"state":null}""")]
    [DataRow("{" + Least + ""","tags":["a"]}""")]
    [DataRow("{" + Least + ""","labels":["a"]}""")]
    [DataRow("{" + Least + ""","labels":["a"],"tags":["b"]}""")]
    [DataRow("{" + Least + ""","tags":["a"],"labels":["a"]}""")]
    [DataRow("{" + Least + ""","tags":null,"labels":["a"]}""")]
    [DataRow("{" + Least + ""","labels":["a"],"tags":null}""")]
    [DataRow("{" + Least + ""","labels":null,"tags":null}""")]
    [DataRow("{" + Least + ""","tags":["b"],"labels":5}""")]
    [DataRow("{" + Least + ""","mass":0.12345678901234567890123}""")]
    [DataRow("{" + Least + ""","mass":0.12345678901234567890123,"weight":0.98765432109876543210987}""")]
    [DataRow("{" + Least + ""","weight":1,"mass":1.0000000000000000000000001}""")]
    [DataRow("{" + Least + ""","remark":null}""")]
    [DataRow("{" + Least + ""","hint":null,"remark":"r"}""")]
    [DataRow("{" + Least + ""","remark":null,"hint":"n"}""")]
    [DataRow("{" + Least + ""","remark":null,"hint":null}""")]
    [DataRow("{" + Least + ""","revision":3}""")]
    [DataRow("{" + Least + ""","revision":3,"version":4}""")]
    [DataRow("{" + Least + ""","writer":{"fullName":"f","email":"e","x":1}}""")]
    [DataRow("{" + Least + ""","writer":{"name":"n"},"author":{"fullName":"f","name":"n"}}""")]
    [DataRow("{" + Least + ""","token":"a","key":"b","plain":"p","unknown":{"tags":1}}""")]
    public void What_is_read_is_written_under_the_same_names(string json)
    {
        Note note = JsonModel.Parse<Note>(json);

        AssertSame(json, JsonModel.ToJson(note));
        Assert.IsTrue(note.AdditionalProperties.Keys.All(static name => name == "unknown"));
    }

    [TestMethod]
    public void A_member_has_the_first_of_its_names_that_is_not_null_in_any_order_of_the_members()
    {
        foreach (string json in new[]
        {
            """{"title":"t","caption":"c","heading":"h","rank":1,"state":null}""",
            """{"heading":"h","caption":"c","title":"t","rank":1,"state":null}""",
            """{"caption":"c","heading":"h","title":"t","state":null,"position":2,"rank":1,"status":null}""",
        })
        {
            Note note = JsonModel.Parse<Note>(json);
            Assert.AreEqual("t", note.Title);
            Assert.AreEqual(1, note.Rank);
        }

        Note second = JsonModel.Parse<Note>(
            """{"heading":"h","title":null,"caption":"c","rank":null,"position":2,"state":null,"status":"s"}""");
        Assert.AreEqual("c", second.Title);
        Assert.AreEqual(2, second.Rank);
        Assert.AreEqual("s", second.State);
    }

    [TestMethod]
    [DataRow("""{"labels":["a"]}""", """{"labels":["a","b"]}""")]
    [DataRow("""{"tags":["a"]}""", """{"tags":["a","b"]}""")]
    [DataRow("""{"tags":["a"],"labels":["c"]}""", """{"tags":["a","b"],"labels":["a","b"]}""")]
    [DataRow("""{"tags":null,"labels":["a"]}""", """{"tags":["a","b"],"labels":["a","b"]}""")]
    [DataRow("""{"tags":["a"],"labels":5}""", """{"tags":["a","b"],"labels":["a","b"]}""")]
    public void A_member_that_was_set_is_written_with_its_value_under_each_name_that_was_read(string before, string after)
    {
        Note set = Read(before);
        set.Tags = [.. set.Tags!, "b"];
        AssertSame(With(after), JsonModel.ToJson(set));

        Note changed = Read(before);
        changed.Tags!.Add("b");
        AssertSame(With(after), JsonModel.ToJson(changed));

        changed.Tags.Remove("b");
        AssertSame(With(before), JsonModel.ToJson(changed));

        changed.Tags = null;
        AssertSame(With("{}"), JsonModel.ToJson(changed));
    }

    [TestMethod]
    public void Each_kind_of_member_is_set()
    {
        Note note = JsonModel.Parse<Note>(
            """{"heading":"h","caption":"c","position":2,"status":"s","mass":0.12345678901234567890123,"remark":null,"writer":"""
                + """{"email":"e"},"token":"a"}""");
        note.Title = "new";
        note.Rank = 7;
        note.State = null;
        note.Weight = 2;
        note.Hint = "n";
        note.Author!.Mail = "m";
        note.Key = "k";

        AssertSame(
            """{"heading":"new","caption":"new","position":7,"status":null,"mass":2,"remark":"n","writer":{"email":"m"},"token":"k"}""",
            JsonModel.ToJson(note));
    }

    [TestMethod]
    public void A_new_object_writes_each_name_where_the_document_says_so()
    {
        var note = new Note { Title = "t", Rank = 1, State = null, Tags = ["a"], Hint = "n", Key = "k", Weight = 1.5 };

        AssertSame(
            """{"title":"t","rank":1,"state":null,"tags":["a"],"labels":["a"],"weight":1.5,"hint":"n","key":"k","token":"k"}""",
            JsonModel.ToJson(note));
        AssertSame("""{"title":"t","rank":1,"state":null}""", JsonModel.ToJson(new Note { Title = "t", Rank = 1, State = null }));
    }

    /// <summary>Nobody can know which name the service reads where it has sent none.</summary>
    [TestMethod]
    public void A_member_that_was_not_read_is_written_as_in_a_new_object()
    {
        Note note = JsonModel.Parse<Note>("{" + Least + "}");
        note.Tags = ["a"];
        note.Hint = "n";

        AssertSame("{" + Least + ""","tags":["a"],"labels":["a"],"hint":"n"}""", JsonModel.ToJson(note));
    }

    [TestMethod]
    public void Additional_properties_of_another_object_do_not_double_a_name()
    {
        var note = new Note { Title = "t", Rank = 1, State = null, Tags = ["a"] };
        note.AdditionalProperties["labels"] = JsonDocument.Parse("[\"x\"]").RootElement;
        note.AdditionalProperties["caption"] = JsonDocument.Parse("\"own\"").RootElement;

        string json = JsonModel.ToJson(note);

        AssertSame("""{"title":"t","rank":1,"state":null,"tags":["a"],"labels":["a"],"caption":"own"}""", json);
        Assert.AreEqual(2, json.Split("labels").Length);

        Note copy = new() { Title = "t", Rank = 1, State = null };
        foreach ((string name, JsonElement value) in Read("""{"labels":["a"]}""").AdditionalProperties)
        {
            copy.AdditionalProperties[name] = value;
        }

        AssertSame("{" + Least + "}", JsonModel.ToJson(copy));
    }

    [TestMethod]
    [DataRow("""{"title":null,"rank":1,"state":null}""", "title")]
    [DataRow("""{"title":null,"caption":null,"heading":null,"rank":1,"state":null}""", "title")]
    [DataRow("""{"caption":"t","position":null,"state":null}""", "rank")]
    [DataRow("""{"caption":"t","position":1}""", "state")]
    [DataRow("""{"caption":5,"position":1,"state":null}""", "$.caption")]
    public void A_required_member_that_no_name_has_is_missing(string json, string expected)
        => Assert.Contains(expected, Assert.ThrowsExactly<JsonException>(() => JsonModel.Parse<Note>(json)).Message);

    [TestMethod]
    public void A_member_of_another_name_is_read_only_where_its_own_is()
    {
        Note note = Read("""{"revision":3,"version":4}""");

        Assert.AreEqual(4, note.Version);
        AssertSame("{" + Least + "}", JsonModel.ToJson(note, JsonWriteMode.Request));
    }

    [TestMethod]
    public void A_secret_is_printed_under_no_name()
    {
        string text = Read("""{"token":"aaa","key":"bbb"}""").ToString();

        Assert.Contains("\"token\":\"***\"", text);
        Assert.DoesNotContain("aaa", text);
        Assert.DoesNotContain("bbb", text);
        Assert.DoesNotContain("ccc", new Note { Title = "t", Rank = 1, State = null, Key = "ccc" }.ToString());
    }

    [TestMethod]
    public void A_merge_patch_has_three_states_under_each_name()
    {
        AssertSame("{}", JsonModel.ToJson(new NotePatch()));
        AssertSame("""{"hint":null,"remark":null,"rank":3}""", JsonModel.ToJson(new NotePatch { Hint = null, Rank = 3 }));
        foreach (string json in new[]
        {
            """{"remark":null}""",
            """{"hint":"a","remark":"b","position":2}""",
            """{"remark":"b","hint":null}""",
            """{"position":5,"rank":6}""",
        })
        {
            AssertSame(json, JsonModel.ToJson(JsonModel.Parse<NotePatch>(json)));
        }

        NotePatch patch = JsonModel.Parse<NotePatch>("""{"hint":"a","remark":"b","position":2}""");
        patch.Hint = null;
        patch.Rank = default;
        AssertSame("""{"hint":null,"remark":null}""", JsonModel.ToJson(patch));
    }

    [TestMethod]
    [DataRow("""{"kind":"circle","name":"n","width":2}""")]
    [DataRow("""{"width":2,"size":3,"name":"n","label":"l","colours":["a"],"colors":["b"],"kind":"square"}""")]
    [DataRow("""{"kind":"hexagon","name":"n","width":2,"colours":["a"],"more":[1]}""")]
    [DataRow("""{"kind":"hexagon","name":"n","label":"l","width":2,"size":3,"colours":["a"],"colors":["b"]}""")]
    [DataRow("""{"kind":"hexagon","name":5,"width":"many","colours":"a","isFilled":"true"}""")]
    [DataRow("""{"kind":"hexagon","label":5,"name":"n","size":"many","width":2,"colors":5,"colours":["a"]}""")]
    [DataRow("""{"kind":"hexagon","name":"n","label":5,"width":2,"size":null,"colours":["a"],"colors":null}""")]
    [DataRow("""{"kind":"circle","name":"n"}""")]
    [DataRow("""{"kind":"circle","name":"n","width":2,"child":{"kind":"square","name":"n"}}""")]
    [DataRow(
        """{"kind":"circle","name":"n","width":2,"child":{"kind":"square","label":"l","size":1,"child":{"kind":"new","name":"x"}}"""
            + ""","inner":{"kind":"square","name":"n"}}""")]
    [DataRow(
        """{"inner":{"child":{"inner":{"kind":"square"},"child":{"kind":"circle"},"kind":"circle","name":"n","size":2}"""
            + ""","kind":"circle","name":"n","width":1},"child":{"width":1},"label":"n","size":2,"name":"x","kind":"circle"}""")]
    public void Variants_and_unknown_variants_keep_the_names(string json)
        => AssertSame(json, JsonModel.ToJson(JsonModel.Parse<Shape>(json)));

    [TestMethod]
    public void The_common_members_of_unknown_variants_are_set_under_the_names_that_were_read()
    {
        Shape shape = JsonModel.Parse<Shape>("""{"kind":"hexagon","name":"n","width":2,"size":3,"colours":["a"],"more":[1]}""");
        Assert.IsInstanceOfType<UnknownShape>(shape);
        Assert.AreEqual("n", shape.Label);
        Assert.AreEqual(3, shape.Size);
        shape.Label = "new";
        shape.Size = 9;
        shape.Colors!.Add("b");
        AssertSame("""{"kind":"hexagon","name":"new","width":9,"size":9,"colours":["a","b"],"more":[1]}""", JsonModel.ToJson(shape));

        Shape unreadable = JsonModel.Parse<Shape>("""{"kind":"hexagon","name":5,"width":"many"}""");
        unreadable.Label = "new";
        unreadable.Size = 9;
        AssertSame("""{"kind":"hexagon","label":"new","size":9,"width":9,"name":5}""", JsonModel.ToJson(unreadable));
        AssertSame(
            """{"kind":"new","label":"l","size":1,"width":1}""",
            JsonModel.ToJson<Shape>(new UnknownShape("new") { Label = "l", Size = 1 }));
    }

    private static Note Read(string members) => JsonModel.Parse<Note>(With(members));

    private static string With(string members) => "{" + Least + (members == "{}" ? "" : "," + members[1..^1]) + "}";

    private static void AssertSame(string expected, string actual)
        => Assert.IsTrue(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"expected {expected}\nbut was  {actual}");
}
