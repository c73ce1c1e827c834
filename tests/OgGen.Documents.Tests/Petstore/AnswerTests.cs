using System.Reflection;
using OgGen.Documents.Petstore;

namespace OgGen.Documents.Tests.Petstore;

/// <summary>What a call returns and throws.</summary>
[TestClass]
public sealed class AnswerTests
{
    [TestMethod]
    public async Task A_list_is_returned_with_its_headers_where_they_are_wanted()
    {
        await using var server = new RawServer(
            RawServer.Answer(200, """[{"name":"Tom","remark":"","species":"cat","chip":null}]""", "X-Call-Id: c1\r\n"));
        using PetstoreClient client = Shop.Client(server);

        ApiResponse<IReadOnlyList<Pet>> response = await client.Pets.ListPetsWithResponseAsync(Species.Cat);

        Assert.AreEqual("Tom", response.Value.Single().Name);
        Assert.AreEqual("c1", response.RequestId);
        Assert.AreEqual(200, response.Status);
    }

    [TestMethod]
    public async Task An_envelope_is_opened_where_the_document_says_so()
    {
        await using var server = new RawServer(
            RawServer.Answer(200, """{"total":1,"items":[{"text":"fed","at":"2027-04-05T06:07:08Z"}]}"""));
        using PetstoreClient client = Shop.Client(server);

        IReadOnlyList<Note> notes = await client.HealthCare.FindNotesAsync(1, "food");

        Assert.AreEqual("fed", notes.Single().Text);
    }

    [TestMethod]
    public async Task A_map_is_returned_as_one()
    {
        await using var server = new RawServer(RawServer.Answer(200, """{"zip":["too short","no digits"]}"""));
        using PetstoreClient client = Shop.Client(server);

        Dictionary<string, List<string>> problems = await client.Keepers.CheckKeeperAddressAsync(
            Guid.NewGuid(), new CheckKeeperAddressRequest { Street = "a", City = "b" });

        CollectionAssert.AreEqual(new[] { "too short", "no digits" }, problems["zip"]);
    }

    [TestMethod]
    public async Task An_operation_without_an_answer_returns_nothing_and_without_an_id_has_a_name()
    {
        await using var server = new RawServer(
            RawServer.Answer(204, ""), RawServer.Answer(200, """{"name":"Tom","remark":"","species":"cat","chip":null}"""));
        using PetstoreClient client = Shop.Client(server);

#pragma warning disable CS0612 // The operation is deprecated in the document, and so is the method.
        await client.Pets.RemoveAsync(7);
#pragma warning restore CS0612
        Pet pet = await client.Pets.GetPetsByPetIdAsync(7);

        Assert.AreEqual("DELETE /pets/7", server.Requests[0].Method + " " + server.Requests[0].Target);
        Assert.AreEqual("GET /pets/7", server.Requests[1].Method + " " + server.Requests[1].Target);
        Assert.AreEqual("Tom", pet.Name);
    }

    [TestMethod]
    public async Task What_is_null_in_an_answer_is_null_in_a_request_and_what_is_absent_is_not()
    {
        const string json = """{"name":"Tom","remark":"","species":"cat","chip":null,"nickname":null,"nicknames":["a",null]}""";
        await using var server = new RawServer(RawServer.Answer(200, json), RawServer.Answer(201, json));
        using PetstoreClient client = Shop.Client(server);

        Pet pet = await client.Pets.GetPetsByPetIdAsync(7);
        await client.Pets.CreateAsync(pet);

        Assert.AreEqual((null, null, null), (pet.Chip, pet.Nickname, pet.Age));
        Assert.AreEqual(json, server.Requests[1].Text);
    }

    [TestMethod]
    public void What_the_document_calls_deprecated_is_obsolete()
    {
        Assert.IsTrue(IsObsolete(typeof(PetsClient).GetMethod(nameof(PetsClient.RemoveWithResponseAsync))));
        Assert.IsTrue(IsObsolete(typeof(Pet).GetProperty("Breed")));
        Assert.IsFalse(IsObsolete(typeof(PetsClient).GetMethod(nameof(PetsClient.CreateAsync))));
        Assert.IsFalse(IsObsolete(typeof(Pet).GetProperty("Remark")));

        static bool IsObsolete(MemberInfo? member) => member!.IsDefined(typeof(ObsoleteAttribute));
    }

    [TestMethod]
    public async Task Each_status_has_the_error_that_the_document_gives_it()
    {
        const string problem = """{"title":"No.","status":1,"more":true}""";
        await using var server = new RawServer(
            RawServer.Answer(409, """{"existing":42}"""),
            RawServer.Answer(400, problem, "Content-Type: application/problem+json\r\n"),
            RawServer.Answer(404, problem),
            RawServer.Answer(500, "<html>down</html>", "Content-Type: text/html\r\n"));
        using PetstoreClient client = Shop.Client(server);

        var conflict = await Assert.ThrowsExactlyAsync<ApiException<Conflict>>(() => client.Pets.CreateAsync(Shop.Pet()));
        var byDefault = await Assert.ThrowsExactlyAsync<ApiException<Problem>>(() => client.Pets.CreateAsync(Shop.Pet()));
        var byRange = await Assert.ThrowsExactlyAsync<ApiException<Problem>>(() => client.Pets.GetPetsByPetIdAsync(7));
        var undocumented = await Assert.ThrowsExactlyAsync<ApiException>(() => client.Pets.GetPetsByPetIdAsync(7));

        Assert.AreEqual(42, conflict.Error.Existing);
        Assert.AreEqual("No.", byDefault.Error.Title);
        Assert.AreEqual("pets-create", byDefault.Operation);
        Assert.IsTrue(byDefault.Error.AdditionalProperties["more"].GetBoolean());
        Assert.AreEqual(404, byRange.Status);
        Assert.AreEqual("GET /pets/{petId}", byRange.Operation, "an operation without an id is named by method and path");
        Assert.AreEqual("<html>down</html>", undocumented.RawBody);
    }

    [TestMethod]
    public async Task Too_many_requests_carry_the_documented_error_too()
    {
        await using var server = new RawServer(RawServer.Answer(429, """{"title":"Later."}""", "Retry-After: 9\r\n"));
        using PetstoreClient client = Shop.Client(server);

        var limited = await Assert.ThrowsExactlyAsync<ApiRateLimitException>(() => client.Pets.ListPetsAsync(Species.Cat));

        Assert.AreEqual(TimeSpan.FromSeconds(9), limited.RetryAfter);
        Assert.AreEqual("Later.", ((Problem)limited.ErrorBody!).Title);
    }

    [TestMethod]
    public async Task An_answer_without_a_required_member_names_its_path()
    {
        await using var server = new RawServer(
            RawServer.Answer(200, """[{"name":"Tom","remark":"","species":"cat","chip":null},{"name":"Kit","species":"cat"}]"""));
        using PetstoreClient client = Shop.Client(server);

        var fault = await Assert.ThrowsExactlyAsync<ApiResponseFormatException>(() => client.Pets.ListPetsAsync(Species.Cat));

        Assert.Contains("'remark', 'chip'", fault.Message);
        Assert.Contains("$[1]", fault.Message);
    }
}
