using System.Globalization;
using OgGen.Documents.Petstore;

namespace OgGen.Documents.Tests.Petstore;

/// <summary>Each place and style of a parameter as OpenAPI writes it on the wire.</summary>
[TestClass]
public sealed class ParameterTests
{
    [TestMethod]
    public async Task Query_header_and_cookie_parameters_stand_where_the_document_has_them()
    {
        await using var server = new RawServer(RawServer.Answer(200, "[]"));
        using PetstoreClient client = Shop.Client(server);

        await client.Pets.ListPetsAsync(
            Species._2ToedSloth,
            tag: ["old & grey", "ü"],
            id: [1, 2],
            sort: [ListPetsSortItem.Name, "-born"],
            bornAfter: new DateOnly(2027, 4, 5),
            limit: 7,
            size: Size.Minus1,
            adopted: false,
            xTenant: "north",
            xTrace: Guid.Parse("01234567-89ab-cdef-0123-456789abcdef"),
            session: "s1");

        RawRequest request = server.Requests.Single();
        Assert.AreEqual("GET", request.Method);
        Assert.AreEqual(
            "/pets?species=2-toed%20sloth&tag=old%20%26%20grey&tag=%C3%BC&id=1,"
                + "2&sort=name%7C-born&born-after=2027-04-05&limit=7&size=-1&adopted=false",
            request.Target);
        Assert.AreEqual("north", request.Header("X-Tenant"));
        Assert.AreEqual("01234567-89ab-cdef-0123-456789abcdef", request.Header("X-Trace"));
        Assert.AreEqual("session=s1", request.Header("Cookie"));
    }

    [TestMethod]
    public async Task What_is_left_out_is_not_sent_and_a_default_is_the_server_s()
    {
        await using var server = new RawServer(RawServer.Answer(200, "[]"));
        using PetstoreClient client = Shop.Client(server);

        await client.Pets.ListPetsAsync(Species.Dog, tag: []);

        RawRequest request = server.Requests.Single();
        Assert.AreEqual("/pets?species=dog", request.Target);
        Assert.IsNull(request.Header("X-Tenant"));
        Assert.IsNull(request.Header("X-Trace"));
        Assert.IsNull(request.Header("Cookie"));
    }

    [TestMethod]
    public async Task Path_parameters_have_simple_label_and_matrix_style()
    {
        await using var server = new RawServer(RawServer.Answer(204, ""));
        using PetstoreClient client = Shop.Client(server);

        await client.Default.GridAsync(["a,b", "c/d"], "x y", [1, 2]);

        Assert.AreEqual("/grid/a%2Cb,c%2Fd/.x%20y;column=1;column=2", server.Requests.Single().Target);
    }

    [TestMethod]
    public async Task Numbers_and_times_are_the_same_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fa-IR");
        try
        {
            await using var server = new RawServer(RawServer.Answer(200, """{ "items": [] }"""));
            using PetstoreClient client = Shop.Client(server);

            await client.HealthCare.FindNotesAsync(
                -5, "weight", new DateTimeOffset(2027, 4, 5, 1, 2, 3, TimeSpan.FromHours(2)), [1.5, -0.25, 1e21]);

            Assert.AreEqual(
                "/pets/-5/notes/weight?since=2027-04-05T01%3A02%3A03%2B02%3A00&weights=1.5%20-0.25%201E%2B21",
                server.Requests.Single().Target);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [TestMethod]
    public async Task A_path_value_that_would_leave_its_place_is_refused_before_anything_is_sent()
    {
        await using var server = new RawServer(RawServer.Answer(200, """{ "items": [] }"""));
        using PetstoreClient client = Shop.Client(server);

        foreach (string bad in new[] { "", " ", ".", "..", "\ud800" })
        {
            await Assert.ThrowsExactlyAsync<ArgumentException>(() => client.HealthCare.FindNotesAsync(1, bad));
            await Assert.ThrowsExactlyAsync<ArgumentException>(() => client.Default.GridAsync([bad], "row", [1]));
        }

        await Assert.ThrowsExactlyAsync<ArgumentException>(() => client.Default.GridAsync([], "row", [1]));
        await Assert.ThrowsExactlyAsync<ArgumentNullException>(() => client.HealthCare.FindNotesAsync(1, null!));
        Assert.IsEmpty(server.Requests);

        await client.HealthCare.FindNotesAsync(1, "../..?#%2e");
        Assert.AreEqual("/pets/1/notes/..%2F..%3F%23%252e", server.Requests.Single().Target, "what is odd and harmless is encoded");
    }

    [TestMethod]
    public async Task A_header_or_query_value_that_would_break_out_is_refused_or_encoded()
    {
        await using var server = new RawServer(RawServer.Answer(200, "[]"));
        using PetstoreClient client = Shop.Client(server);

        await Assert.ThrowsExactlyAsync<ArgumentException>(() => client.Pets.ListPetsAsync(Species.Cat, xTenant: "a\r\nX-Evil: 1"));
        Assert.IsEmpty(server.Requests);

        await client.Pets.ListPetsAsync("cat&admin=1#x", session: "a; b=c");
        Assert.AreEqual("/pets?species=cat%26admin%3D1%23x", server.Requests.Single().Target);
        Assert.AreEqual("session=a%3B%20b%3Dc", server.Requests.Single().Header("Cookie"));
    }

    [TestMethod]
    public async Task A_body_is_sent_if_there_is_one()
    {
        await using var server = new RawServer(RawServer.Answer(204, ""));
        using PetstoreClient client = Shop.Client(server);
        Guid keeper = Guid.Parse("01234567-89ab-cdef-0123-456789abcdef");

        await client.Keepers.SetKeeperAddressAsync(keeper);
        await client.Keepers.SetKeeperAddressAsync(keeper, new SetKeeperAddressRequest { Street = "Main", City = "Ulm" });

        Assert.AreEqual(
            "PUT /keepers/01234567-89ab-cdef-0123-456789abcdef/address", server.Requests[0].Method + " " + server.Requests[0].Target);
        Assert.AreEqual("", server.Requests[0].Text);
        Assert.AreEqual("""{"street":"Main","city":"Ulm"}""", server.Requests[1].Text);
        Assert.AreEqual("application/json", server.Requests[1].Header("Content-Type"));
    }
}
