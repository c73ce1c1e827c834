using OgGen.Documents.Petstore;

namespace OgGen.Documents.Tests.Petstore;

/// <summary>Each operation gets the credentials that it asks for, and no others.</summary>
[TestClass]
public sealed class CredentialTests
{
    private const string PetJson = """{"name":"Tom","remark":"","species":"cat","chip":null}""";

    [TestMethod]
    public async Task An_operation_without_security_of_its_own_gets_that_of_the_document()
    {
        RawRequest request = await SendAsync("[]", null, static client => client.Pets.ListPetsAsync(Species.Cat));

        AssertSent(request, key: true, token: false);
    }

    [TestMethod]
    public async Task An_operation_s_own_security_counts_instead_of_the_document_s()
    {
        RawRequest request = await SendAsync(PetJson, null, static client => client.Pets.CreateAsync(Shop.Pet()));

        AssertSent(request, key: false, token: true);
    }

    [TestMethod]
    public async Task Two_schemes_in_one_requirement_are_both_sent()
    {
#pragma warning disable CS0612 // The operation is deprecated in the document, and so is the method.
        RawRequest request = await SendAsync("", null, static client => client.Pets.RemoveAsync(1));
#pragma warning restore CS0612

        AssertSent(request, key: true, token: true);
    }

    [TestMethod]
    public async Task Of_several_alternatives_the_first_one_that_the_client_has_is_sent()
    {
        const string answer = """{"items":[]}""";

        AssertSent(await SendAsync(answer, null, static client => client.HealthCare.FindNotesAsync(1, "a")), key: false, token: true);
        AssertSent(
            await SendAsync(answer, Shop.ShopKey, static client => client.HealthCare.FindNotesAsync(1, "a")), key: true, token: false);
    }

    [TestMethod]
    public async Task An_operation_that_is_open_to_everybody_gets_no_credential()
    {
        RawRequest request = await SendAsync(PetJson, null, static client => client.Pets.GetPetsByPetIdAsync(1));

        AssertSent(request, key: false, token: false);
    }

    [TestMethod]
    public async Task A_missing_credential_is_reported_by_name_and_nothing_is_sent()
    {
        await using var server = new RawServer(RawServer.Answer(200, PetJson));
        using PetstoreClient client = Shop.Client(server, Shop.ShopKey);

        var missing = await Assert.ThrowsExactlyAsync<InvalidOperationException>(() => client.Pets.CreateAsync(Shop.Pet()));

        Assert.Contains("staffToken", missing.Message);
        Assert.DoesNotContain(Shop.Key, missing.Message);
        Assert.IsEmpty(server.Requests);
    }

    private static async Task<RawRequest> SendAsync(string answer, ApiCredential? credential, Func<PetstoreClient, Task> call)
    {
        await using var server = new RawServer(RawServer.Answer(answer.Length == 0 ? 204 : 200, answer));
        using PetstoreClient client = Shop.Client(server, credential);
        await call(client);
        return server.Requests.Single();
    }

    private static void AssertSent(RawRequest request, bool key, bool token)
    {
        Assert.AreEqual(key ? Shop.Key : null, request.Header("X-Shop-Key"));
        Assert.AreEqual(token ? "Bearer " + Shop.Token : null, request.Header("Authorization"));
    }
}
