using OgGen.Frameworks.NSwag30;
using OgGen.Frameworks.Tests.Harness;

namespace OgGen.Frameworks.Tests.NSwag30;

/// <summary>The calls of the client from NSwag's document of controllers. Compiled for OpenAPI 3.0 and for Swagger 2.0.</summary>
/// <param name="client">The client.</param>
/// <param name="stranger">One whose token is not the server's.</param>
/// <param name="hasMapping">Whether the document has the values of the discriminator, which Swagger 2.0 has no keyword for.</param>
internal sealed class Calls(DepotClient client, DepotClient stranger, bool hasMapping)
{
    public static IReadOnlyList<Call> Of(Uri address, ApiClientOptions options, string token, bool hasMapping)
    {
        var calls = new Calls(new DepotClient(token, address, options), new DepotClient("another", address, options), hasMapping);
        return
        [
            new(calls.ListAsync),
            new(calls.ListWrongAsync),
            new(calls.GetAsync),
            new(calls.GetMissingAsync),
            new(calls.CreateAsync),
            new(calls.CreateWrongAsync),
            new(calls.ChangeAsync),
            new(calls.DeleteAsync),
            new(calls.CheapestAsync),
            new(calls.PhotosAsync),
            new(calls.PhotoAsync),
            new(calls.NumbersAsync),
            new(calls.SumAsync),
            new(calls.ShapesAsync),
            new(calls.ShapeAsync),
            new(calls.ShelvesAsync),
            new(calls.GreetingAsync),
            new(calls.StreamAsync),
            new(calls.CallerAsync),
        ];
    }

    private static NewItem Lamp(params string[] tags) => new()
    {
        Name = "Lamp",
        Kind = ItemKind.Large,
        Price = 19.99m,
        Stock = 3,
        Weight = 1.25,
        Made = new DateOnly(2024, 2, 29),
        Link = new Uri("https://example.com/lamp?a=1"),
        Tags = [.. tags],
        Shelves = new() { ["A 1"] = 2 },
    };

    private async Task ListAsync()
    {
        string tag = Samples.Unique();
        Item created = await client.Items.CreateAsync(Lamp(tag, "warm & white"));

        IReadOnlyList<Item> found = await client.Items.ListAsync(
            [tag, "warm & white"], [ItemKind.Large, ItemKind.Small], new DateOnly(2024, 2, 28), 20m, 5);
        IReadOnlyList<Item> tooDear = await client.Items.ListAsync([tag], maxPrice: 19.98m);
        IReadOnlyList<Item> all = await client.Items.ListAsync();

        Assert.AreEqual(created.Id, found.Single().Id);
        Assert.IsEmpty(tooDear);
        Assert.IsNotEmpty(all);
    }

    private async Task ListWrongAsync()
    {
        var wrong = await Assert.ThrowsExactlyAsync<ApiException<ValidationProblemDetails>>(() => client.Items.ListAsync(limit: 1000));

        Assert.AreEqual((400, 400), (wrong.Status, wrong.Error.Status));
        StringAssert.Contains(wrong.Error.Errors!["limit"].Single(), "between 1 and 100");
    }

    private async Task GetAsync()
    {
        Item created = await client.Items.CreateAsync(Lamp());

        Item item = await client.Items.GetAsync(created.Id);

        Guid id = item.Id;
        decimal twice = item.Price * 2;
        int next = item.Stock + 1;
        long views = item.Views - 1;
        double? half = item.Weight / 2;
        DateOnly tomorrow = item.Made.AddDays(1);
        TimeSpan age = item.Seen - Samples.Seen;
        bool isSold = item.SoldAt < DateTimeOffset.UtcNow;
        int shelf = item.Shelves["A 1"] + 1;
        string kind = item.Kind.Value switch
        {
            ItemKind.Known.Large => "large",
            _ => "another",
        };
        Assert.AreEqual(created.Id, id);
        Assert.AreEqual((39.98m, 4, 9_007_199_254_740_992, 0.625), (twice, next, views, half));
        Assert.AreEqual((new DateOnly(2024, 3, 1), TimeSpan.Zero, false, 3, "large"), (tomorrow, age, isSold, shelf, kind));
        Assert.AreEqual("https://example.com/lamp?a=1", item.Link?.AbsoluteUri);
        Assert.IsNull(item.Note);
    }

    private async Task GetMissingAsync()
    {
        var missing = await Assert.ThrowsExactlyAsync<ApiException<ProblemDetails>>(() => client.Items.GetAsync(Samples.NoId));

        Assert.AreEqual((404, 404, "No such item"), (missing.Status, missing.Error.Status, missing.Error.Title));
    }

    private async Task CreateAsync()
    {
        NewItem lamp = Lamp("a", "b");

        ApiResponse<Item> response = await client.Items.CreateWithResponseAsync(lamp);

        Item item = response.Value;
        Assert.AreEqual(201, response.Status);
        Assert.AreEqual(
            (lamp.Name, lamp.Note, lamp.Kind, lamp.Price, lamp.Stock, lamp.Weight),
            (item.Name, item.Note, item.Kind, item.Price, item.Stock, item.Weight));
        Assert.AreEqual((lamp.Made, lamp.Link), (item.Made, item.Link));
        CollectionAssert.AreEqual(lamp.Tags, item.Tags);
        CollectionAssert.AreEqual(lamp.Shelves, item.Shelves);
    }

    private async Task CreateWrongAsync()
    {
        NewItem lamp = Lamp();
        lamp.Name = "";
        lamp.Stock = 2000;

        var wrong = await Assert.ThrowsExactlyAsync<ApiException<ValidationProblemDetails>>(() => client.Items.CreateAsync(lamp));

        Dictionary<string, List<string>> errors = wrong.Error.Errors!;
        Assert.AreEqual(400, wrong.Status);
        CollectionAssert.AreEquivalent(new[] { "Name", "Stock" }, errors.Keys);
        StringAssert.Contains(errors["Stock"][0], "between 0 and 1000");
    }

    private async Task ChangeAsync()
    {
        Item created = await client.Items.CreateAsync(Lamp());

        Item item = await client.Items.ChangeAsync(
            created.Id,
            new ItemChanges { Note = "sold", Price = 15.5m, Stock = 0, SoldAt = Samples.Seen });

        Assert.AreEqual(("Lamp", "sold", 15.5m, 0, Samples.Seen), (item.Name, item.Note, item.Price, item.Stock, item.SoldAt));
    }

    private async Task DeleteAsync()
    {
        Item created = await client.Items.CreateAsync(Lamp());

        await client.Items.DeleteAsync(created.Id);

        var missing = await Assert.ThrowsExactlyAsync<ApiException<ProblemDetails>>(() => client.Items.DeleteAsync(created.Id));
        Assert.AreEqual(404, missing.Status);
    }

    // The document says nothing of a 204, so there is no item to return; the client says which response came instead.
    private async Task CheapestAsync()
    {
        await client.Items.CreateAsync(Lamp());
        Item item = await client.Items.GetCheapestAsync(ItemKind.Known.Large);
        var nothing = await Assert.ThrowsExactlyAsync<ApiResponseFormatException>(
            () => client.Items.GetCheapestAsync(ItemKind.Known.Oversized));

        Assert.AreEqual(ItemKind.Large, item.Kind);
        Assert.AreEqual(204, nothing.Status);
    }

    private async Task PhotosAsync()
    {
        Item created = await client.Items.CreateAsync(Lamp());

        IReadOnlyList<Photo> photos = await client.Items.AddPhotosAsync(created.Id, [Samples.Jpeg(), Samples.Text()], "front & back");

        CollectionAssert.AreEqual(new[] { "a b.jpg", "ä.txt" }, photos.Select(static photo => photo.Name).ToList());
        Assert.AreEqual(
            (3L + 5L, "image/jpeg", "front & back"),
            (photos.Sum(static photo => photo.Length), photos[0].ContentType, photos[1].Title));
    }

    private async Task PhotoAsync()
    {
        Item created = await client.Items.CreateAsync(Lamp());
        await client.Items.AddPhotosAsync(created.Id, [Samples.Jpeg()]);

        await using Stream photo = await client.Items.GetPhotoAsync(created.Id, "a b.jpg");

        CollectionAssert.AreEqual(Samples.JpegBytes, await Samples.ReadAsync(photo));
    }

    private async Task NumbersAsync()
    {
        var sent = new Numbers
        {
            Byte = 255,
            Short = -32768,
            Int = int.MinValue,
            UInt = uint.MaxValue,
            Long = long.MaxValue,
            ULong = ulong.MaxValue,
            Single = 0.1f,
            Double = 1e300,
            Decimal = 79228162514264337593543950335m,
            Several = [long.MinValue, 0],
        };

        Numbers came = await client.Values.EchoNumbersAsync(sent);

        Assert.AreEqual(
            (sent.Byte, sent.Short, sent.Int, sent.UInt, sent.Long, sent.ULong),
            (came.Byte, came.Short, came.Int, came.UInt, came.Long, came.ULong));
        Assert.AreEqual((sent.Single, sent.Double, sent.Decimal, null), (came.Single, came.Double, came.Decimal, came.Maybe));
        CollectionAssert.AreEqual(sent.Several, came.Several);
        Assert.AreEqual(ulong.MaxValue - 1, came.ULong - 1);
    }

    private async Task SumAsync()
    {
        decimal sum = await client.Values.AddUpAsync(-1, 9_007_199_254_740_993, 0.5, 0.1m);

        Assert.AreEqual(9_007_199_254_740_992.6m, sum);
    }

    private async Task ShapesAsync()
    {
        IReadOnlyList<Shape> shapes = await client.Values.ListShapesAsync();

        double area = shapes.Sum(static shape => shape switch
        {
            Circle circle => circle.Radius * 2,
            Rectangle rectangle => rectangle.Width * rectangle.Height,
            _ => double.NaN,
        });
        Assert.AreEqual(hasMapping ? 3 + (90 * 210) : double.NaN, area);
        CollectionAssert.AreEqual(new[] { "circle", "rectangle" }, shapes.Select(static shape => shape.Form).ToList());
        CollectionAssert.AreEqual(new[] { "wheel", "door" }, shapes.Select(static shape => shape.Label).ToList());
    }

    private async Task ShapeAsync()
    {
        Shape sent = hasMapping
            ? new Rectangle { Label = "window", Width = 3, Height = 4 }
            : new UnknownShape("rectangle")
            {
                Label = "window",
                AdditionalProperties = { ["width"] = Samples.Json("3"), ["height"] = Samples.Json("4") },
            };

        Shape came = await client.Values.EchoShapeAsync(sent);

        Assert.AreEqual(("rectangle", "window"), (came.Form, came.Label));
        Assert.AreEqual(hasMapping, came is Rectangle { Width: 3, Height: 4 });
    }

    private async Task ShelvesAsync()
    {
        Dictionary<string, long> shelves = await client.Values.CountShelvesAsync();

        Assert.AreEqual(5_000_000_000, shelves["A 1"] + shelves["B/2"]);
    }

    private async Task GreetingAsync()
    {
        Assert.AreEqual("Hello, a&b!", await client.Values.GreetAsync("a&b"));
        Assert.AreEqual("Hello, nobody!", await client.Values.GreetAsync());
    }

    private async Task StreamAsync()
    {
        IReadOnlyList<Tick> ticks = await client.Values.StreamTicksAsync(3);

        Assert.AreEqual(6, ticks.Sum(static tick => tick.Number));
    }

    private async Task CallerAsync()
    {
        Caller caller = await client.Values.GetCallerAsync();
        var refused = await Assert.ThrowsAsync<ApiException>(() => stranger.Values.GetCallerAsync());

        Assert.AreEqual(("tester", null), (caller.Name, caller.Email));
        Assert.AreEqual(401, refused.Status);
    }
}
