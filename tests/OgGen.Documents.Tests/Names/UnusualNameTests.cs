using System.Text.Json;
using OgGen.Documents.Names;

namespace OgGen.Documents.Tests.Names;

/// <summary>A name that is no name in C# has one there, and its own on the wire.</summary>
[TestClass]
public sealed class UnusualNameTests
{
    [TestMethod]
    public async Task Paths_and_parameters_travel_under_their_own_names()
    {
        await using var server = new RawServer("HTTP/1.1 204 No Content\r\n\r\n");
        using var client = new ÜnusualNamesMoreClient(server.Address);

        await client.ThisIsATag.ThingsArchiveNowAsync("7", "a", "b", 3, "c", "d", "e", "f", "g");
        await client._1st._42Async("a b", "c/d");

        Assert.AreEqual(
            "/things/7:archive?filter%5Bname%5D=a&filter.name=b&%24top=3&%40=c&gr%C3%B6%C3%9Fe=d&await=e", server.Requests[0].Target);
        Assert.AreEqual(("f", "odd.cookie=g"), (server.Requests[0].Header("X_Odd.Header~1"), server.Requests[0].Header("Cookie")));
        Assert.AreEqual("/files/a%20b.c%2Fd/gr%C3%B6%C3%9Fe/it's(all)", server.Requests[1].Target);
    }

    [TestMethod]
    public async Task Parameters_and_parts_are_called_as_the_document_calls_them_whatever_a_method_calls_its_own()
    {
        await using var server = new RawServer("HTTP/1.1 204 No Content\r\n\r\n");
        using var client = new ÜnusualNamesMoreClient(server.Address);

        await client._1st.OwnAsync(request: "r", pipeline: "p", value: "v", token: "t", parts: "h");
        await client._1st.OwnPartsAsync(request: "r", parts: "p", requestToSend: "q");

        Assert.AreEqual(("/own/r?token=t", "h"), (server.Requests[0].Target, server.Requests[0].Header("parts")));
        AssertPart(server.Requests[0], "pipeline", "p");
        AssertPart(server.Requests[0], "value", "v");
        AssertPart(server.Requests[1], "parts", "p");
        AssertPart(server.Requests[1], "requestToSend", "q");

        static void AssertPart(RawRequest request, string name, string value)
            => Assert.Contains($"name=\"{name}\"\r\n\r\n{value}\r\n", request.Text);
    }

    [TestMethod]
    [DataRow(
        """{"$ref-like":{"string":"s"}," spaced ":"a """
            + """b","a/b~c":[{"event":true,"Event":false,"EVENT":true}],"tab\tand\nline":"t","__proto__":"p","OgGen":{"value":{}}}""")]
    [DataRow("""{" spaced ":"","null":null}""")]
    [DataRow("""{" spaced ":"😀"}""")]
    [DataRow("""{" spaced ":null}""")]
    public async Task Schemas_members_and_values_travel_under_their_own_names(string json)
    {
        await using var server = new RawServer(RawServer.Answer(200, json));
        using var client = new ÜnusualNamesMoreClient(server.Address);

        ABCD read = await client._1st.EchoAsync(new ABCD());
        await client._1st.EchoAsync(read);

        using JsonDocument expected = JsonDocument.Parse(json), actual = JsonDocument.Parse(server.Requests[1].Text);
        Assert.IsTrue(JsonElement.DeepEquals(expected.RootElement, actual.RootElement), server.Requests[1].Text);
        Assert.IsEmpty(read.AdditionalProperties);
    }
}
