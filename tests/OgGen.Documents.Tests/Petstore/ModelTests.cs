using System.Text.Json;
using OgGen.Documents.Petstore;
using OgGen.Json;

namespace OgGen.Documents.Tests.Petstore;

/// <summary>Reading and writing again loses nothing.</summary>
[TestClass]
public sealed class ModelTests
{
    private const string Whole = """
        {"id":9007199254740993,"name":"Tom","remark":"grey","createdAt":"2027-04-05T06:07:08.5Z","species":"cat","chip":"c-1","nickname":"T","age":3,"size":2,"born":"2024-02-29","feedAt":"07:30:00",
        "photo":"https://x.example/a%20b?q=1","thumbnail":"AAEC/w==","passport":"01234567-89ab-cdef-0123-456789abcdef","weight":4.25,"height":0.5,"price":12.340,"vaccinated":true,"door-code":"1234","breed":"none",
        "tags":["a","b"],"nicknames":["x",null],"labels":{"k":"v","":"empty"},"visits":{"2026":3},"notesByDay":{"mon":[{"text":"ate","at":"2027-04-05T06:07:08+02:00","place":{"country":"DE"}}],"tue":[]},
        "origin":{"country":"FR","found":true,"street":"unknown member"},"next-of-kin":{"name":"Kit"},"mood":"calm","newMember":{"deep":[1,2.50,{"a":null}]}}
        """;

    [TestMethod]
    public void Every_member_of_every_type_is_read_and_written_as_it_was()
    {
        string json = Compact(Whole);

        Assert.AreEqual(json, JsonModel.ToJson(JsonModel.Parse<Pet>(json)));
    }

    [TestMethod]
    public void Members_have_the_types_of_their_formats()
    {
        Pet pet = JsonModel.Parse<Pet>(Whole);

        Assert.AreEqual(9007199254740993L, pet.Id);
        Assert.AreEqual(new DateTimeOffset(2027, 4, 5, 6, 7, 8, 500, TimeSpan.Zero), pet.CreatedAt);
        Assert.AreEqual(new DateOnly(2024, 2, 29), pet.Born);
        Assert.AreEqual(new TimeOnly(7, 30), pet.FeedAt);
        Assert.AreEqual("/a%20b", pet.Photo!.AbsolutePath);
        CollectionAssert.AreEqual(new byte[] { 0, 1, 2, 255 }, pet.Thumbnail);
        Assert.AreEqual(12.340m, pet.Price);
        Assert.AreEqual(0.5f, pet.Height);
        Assert.AreEqual(Size._2, pet.Size);
        Assert.AreEqual(Species.Cat, pet.Species);
        Assert.AreEqual(3, pet.Visits!["2026"]);
        Assert.AreEqual(2, pet.NotesByDay!.Count);
        Assert.AreEqual(PetMood.Calm, pet.Mood);
        Assert.IsTrue(pet.AdditionalProperties.ContainsKey("newMember"));
    }

    [TestMethod]
    [DataRow("""{"name":"a","remark":"b","species":"cat","chip":null}""")]
    [DataRow("""{"name":"a","remark":"b","species":"dragon","chip":"","size":99}""")]
    [DataRow("""{"name":"a","remark":"b","species":"cat","chip":null,"nickname":null,"age":null}""")]
    [DataRow("""{"name":"a","remark":"b","species":"","chip":null,"nickname":""}""")]
    public void Null_absent_and_unknown_values_stay_what_they_were(string json)
        => Assert.AreEqual(json, JsonModel.ToJson(JsonModel.Parse<Pet>(json)));

    [TestMethod]
    public void A_null_that_was_read_is_forgotten_once_a_value_is_set()
    {
        Pet pet = JsonModel.Parse<Pet>("""{"name":"a","remark":"b","species":"cat","chip":null,"nickname":null}""");

        pet.Nickname = "x";
        Assert.Contains("\"nickname\":\"x\"", JsonModel.ToJson(pet));
        Assert.DoesNotContain("nickname", JsonModel.ToJson(Shop.Pet()), "what was never set is not written");
    }

    [TestMethod]
    public void An_optional_member_that_must_not_be_null_reads_null_as_absent()
        => Assert.AreEqual("""{"name":"a"}""", JsonModel.ToJson(JsonModel.Parse<Thing>("""{"name":"a","remark":null,"id":null}""")));

    [TestMethod]
    public async Task Members_that_only_the_server_writes_stay_out_of_requests_and_others_go_back()
    {
        await using var server = new RawServer(RawServer.Answer(201, Compact(Whole)));
        using PetstoreClient client = Shop.Client(server);
        Pet pet = JsonModel.Parse<Pet>(Whole);

        Pet created = await client.Pets.CreateAsync(pet);

        string expected = Compact(Whole)
            .Replace("\"id\":9007199254740993,", "", StringComparison.Ordinal)
            .Replace("\"createdAt\":\"2027-04-05T06:07:08.5Z\",", "", StringComparison.Ordinal);
        Assert.AreEqual(expected, server.Requests.Single().Text);
        Assert.AreEqual(9007199254740993L, created.Id);
    }

    [TestMethod]
    public void A_secret_is_sent_and_not_shown()
    {
        Pet pet = JsonModel.Parse<Pet>(Whole);

        Assert.Contains("\"door-code\":\"1234\"", JsonModel.ToJson(pet, JsonWriteMode.Request));
        Assert.Contains("\"door-code\":\"***\"", pet.ToString());
        Assert.DoesNotContain("1234\"", pet.ToString());
    }

    [TestMethod]
    public void A_required_member_that_is_missing_is_named_whether_it_comes_from_allOf_or_not()
    {
        var fault = Assert.ThrowsExactly<JsonException>(() => JsonModel.Parse<Pet>("""{"species":"cat"}"""));

        Assert.Contains("'name', 'remark', 'chip'", fault.Message);
        Assert.AreEqual("$", fault.Path);
    }

    [TestMethod]
    public void A_value_of_another_type_is_named_with_its_path()
    {
        var fault = Assert.ThrowsExactly<JsonException>(() =>
            JsonModel.Parse<Pet>(
                """{"name":"a","remark":"b","species":"cat","chip":null,"notesByDay":{"mon":[{"text":"x","at":"yesterday"}]}}"""));

        Assert.AreEqual("$.notesByDay.mon[0].at", fault.Path);
    }

    [TestMethod]
    [DataRow(
        """{"name":"a","remark":"b","species":"cat","chip":null,"age":"3","vaccinated":"true"}""",
        """{"name":"a","remark":"b","species":"cat","chip":null,"age":3,"vaccinated":true}""")]
    [DataRow(
        """{"name":"a","remark":"b","species":"cat","chip":null,"age":3.0}""",
        """{"name":"a","remark":"b","species":"cat","chip":null,"age":3}""")]
    public void Sloppy_servers_are_understood(string read, string written)
        => Assert.AreEqual(written, JsonModel.ToJson(JsonModel.Parse<Pet>(read)));

    [TestMethod]
    [DataRow("""{"name":1,"remark":"b","species":"cat","chip":null}""")]
    [DataRow("""{"name":"a","remark":"b","species":"cat","chip":null,"age":3.5}""")]
    [DataRow("""{"name":"a","remark":"b","species":"cat","chip":null,"age":3000000000}""")]
    [DataRow("""{"name":null,"remark":"b","species":"cat","chip":null}""")]
    [DataRow("""{"name":"a","remark":"b","species":"cat","chip":null,"tags":[1]}""")]
    public void What_would_lose_data_is_refused(string json)
        => Assert.ThrowsExactly<JsonException>(() => JsonModel.Parse<Pet>(json));

    [TestMethod]
    public void Enumerations_know_their_values_and_keep_others()
    {
        Assert.AreEqual("guinea-pig", Species.GuineaPig.Value);
        Assert.AreEqual(Species.Known.GuineaPig, Species.GuineaPig.ToString());
        Assert.AreEqual(Species.Cat, (Species)"cat");
        Assert.AreNotEqual(Species.Cat, (Species)"CAT");
        Assert.AreEqual(-1L, Size.Minus1.Value);
        string kind = ((Species)"dog").Value switch
        {
            Species.Known.Dog => "a dog",
            _ => "something else",
        };
        Assert.AreEqual("a dog", kind);
    }

    [TestMethod]
    public void An_inline_object_that_stands_in_two_places_is_one_type()
    {
        NotePlace place = new() { Country = "DE" };

        Pet pet = Shop.Pet();
        pet.Origin = place;
        Note note = new() { Text = "", At = default, Place = place };
        Assert.AreSame(pet.Origin, note.Place);
    }

    private static string Compact(string json)
        => json.Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal);
}
