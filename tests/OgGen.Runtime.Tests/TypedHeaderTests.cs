using OgGen.Generated;
using OgGen.Json;

namespace OgGen.Runtime.Tests;

/// <summary>Headers with a type of their own, as generated code has them.</summary>
[TestClass]
public sealed class TypedHeaderTests
{
    [TestMethod]
    public async Task A_key_that_comes_back_in_a_header_is_not_in_the_exception_for_it()
    {
        await using var server = new RawServer(RawServer.Answer(200, """{"name":"Tom"}""", $"X-Count: {TestClient.Key}\r\n"));
        using var client = new TestClient(server.Address);
        ApiResponseWithHeaders<Pet, PetHeaders> answer = await client.Pipe.SendAsync<Pet, PetCodec, PetHeaders>(Operations.Request("GET"));

        var fault = Assert.ThrowsExactly<ApiResponseFormatException>(() => answer.Headers.Count);

        Assert.DoesNotContain(TestClient.Key, fault.ToString());
        Assert.Contains("***", fault.Message);
        Assert.AreEqual("***", fault.Headers["X-Count"]);
        Assert.AreEqual(TestClient.Key, answer.Headers["X-Count"], "the caller may read what came");
    }

    [TestMethod]
    public async Task An_answer_that_is_followed_has_the_same_type()
    {
        await using var server = new RawServer(
            RawServer.Answer(200, """{"name":"Tom"}"""), RawServer.Answer(200, """{"name":"Tim"}""", "X-Count: 2\r\n"));
        using var client = new TestClient(server.Address);
        ApiResponseWithHeaders<Pet, PetHeaders> answer = await client.Pipe.SendAsync<Pet, PetCodec, PetHeaders>(Operations.Request("GET"));

        Assert.AreEqual(2, (await answer.FollowAsync("/pets/8")).Headers.Count);
        Assert.AreEqual(2, (await answer.FollowAsync(new Uri("/pets/8", UriKind.Relative))).Headers.Count);
        Assert.IsInstanceOfType<PetHeaders>((await ((ApiResponse<Pet>)answer).FollowAsync("/pets/8")).Headers);
    }

    [TestMethod]
    public void An_answer_that_a_test_makes_has_headers_too()
    {
        var answer = new ApiResponseWithHeaders<PetHeaders>(200, new PetHeaders(new ApiResponseHeaders([new("X-Count", "3")])));

        Assert.AreEqual(3, answer.Headers.Count);
        Assert.AreSame(answer.Headers, ((ApiResponse)answer).Headers);
    }

    private sealed class PetHeaders(ApiResponseHeaders headers) : ApiResponseHeaders(headers), IApiResponseHeaders<PetHeaders>
    {
        public new int? Count => ReadValue<int, Int32Codec>("X-Count");

        static PetHeaders IApiResponseHeaders<PetHeaders>.From(ApiResponseHeaders headers) => new(headers);
    }
}
