using OgGen.Frameworks.Swashbuckle30;
using OgGen.Frameworks.Tests.Harness;

namespace OgGen.Frameworks.Tests.Swashbuckle30;

/// <summary>
/// The calls of the client from Swashbuckle's document of controllers, which has no operationIds. Compiled for OpenAPI 3.0 and 3.1.
/// </summary>
internal sealed class Calls(DepotClient client, DepotClient stranger)
{
    public static IReadOnlyList<Call> Of(Uri address, ApiClientOptions options)
    {
        var calls = new Calls(new DepotClient(Samples.Token, address, options), new DepotClient("another", address, options));
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
        Price = 19.99,
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
        Item created = await client.Items.PostControllersItemsAsync(Lamp(tag, "warm & white"));

        IReadOnlyList<Item> found = await client.Items.GetControllersItemsAsync(
            [tag, "warm & white"], [ItemKind.Large, ItemKind.Small], new DateOnly(2024, 2, 28), 20, 5);
        IReadOnlyList<Item> tooDear = await client.Items.GetControllersItemsAsync([tag], maxPrice: 19.98);
        IReadOnlyList<Item> all = await client.Items.GetControllersItemsAsync();

        Assert.AreEqual(created.Id, found.Single().Id);
        Assert.IsEmpty(tooDear);
        Assert.IsNotEmpty(all);
    }

    private async Task ListWrongAsync()
    {
        var wrong = await Assert.ThrowsExactlyAsync<ApiException<ValidationProblemDetails>>(
            () => client.Items.GetControllersItemsAsync(limit: 1000));

        Assert.AreEqual((400, 400), (wrong.Status, wrong.Error.Status));
        StringAssert.Contains(wrong.Error.Errors!["limit"].Single(), "between 1 and 100");
    }

    private async Task GetAsync()
    {
        Item created = await client.Items.PostControllersItemsAsync(Lamp());

        Item item = await client.Items.GetControllersItemsByIdAsync(created.Id);

        Guid id = item.Id;
        decimal twice = (decimal)item.Price * 2;
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
        var missing = await Assert.ThrowsExactlyAsync<ApiException<GetControllersItemsByIdError>>(
            () => client.Items.GetControllersItemsByIdAsync(Samples.NoId));

        Assert.AreEqual(
            (404, 404, "No such item"),
            (missing.Status, missing.Error.ProblemDetails?.Status, missing.Error.ProblemDetails?.Title));
    }

    private async Task CreateAsync()
    {
        NewItem lamp = Lamp("a", "b");

        ApiResponse<Item> response = await client.Items.PostControllersItemsWithResponseAsync(lamp);

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

        var wrong = await Assert.ThrowsExactlyAsync<ApiException<ValidationProblemDetails>>(
            () => client.Items.PostControllersItemsAsync(lamp));

        Dictionary<string, List<string>> errors = wrong.Error.Errors!;
        Assert.AreEqual(400, wrong.Status);
        CollectionAssert.AreEquivalent(new[] { "Name", "Stock" }, errors.Keys);
        StringAssert.Contains(errors["Stock"][0], "between 0 and 1000");
    }

    private async Task ChangeAsync()
    {
        Item created = await client.Items.PostControllersItemsAsync(Lamp());

        Item item = await client.Items.PatchControllersItemsByIdAsync(
            created.Id,
            new ItemChanges { Note = "sold", Price = 15.5, Stock = 0, SoldAt = Samples.Seen });

        Assert.AreEqual(("Lamp", "sold", 15.5, 0, Samples.Seen), (item.Name, item.Note, item.Price, item.Stock, item.SoldAt));
    }

    private async Task DeleteAsync()
    {
        Item created = await client.Items.PostControllersItemsAsync(Lamp());

        await client.Items.DeleteControllersItemsByIdAsync(created.Id);

        var missing = await Assert.ThrowsExactlyAsync<ApiException<DeleteControllersItemsByIdError>>(
            () => client.Items.DeleteControllersItemsByIdAsync(created.Id));
        Assert.AreEqual(404, missing.Status);
    }

    // The document says nothing of a 204, so there is no item to return; the client says which response came instead.
    private async Task CheapestAsync()
    {
        await client.Items.PostControllersItemsAsync(Lamp());
        Item item = await client.Items.GetControllersItemsCheapestAsync(ItemKind.Large);
        var nothing = await Assert.ThrowsExactlyAsync<ApiResponseFormatException>(
            () => client.Items.GetControllersItemsCheapestAsync(ItemKind.Oversized));

        Assert.AreEqual(ItemKind.Large, item.Kind);
        Assert.AreEqual(204, nothing.Status);
    }

    private async Task PhotosAsync()
    {
        Item created = await client.Items.PostControllersItemsAsync(Lamp());

        IReadOnlyList<Photo> photos = await client.Items.PostControllersItemsByIdPhotosAsync(
            created.Id,
            [Samples.Jpeg(), Samples.Text()],
            "front & back");

        CollectionAssert.AreEqual(new[] { "a b.jpg", "ä.txt" }, photos.Select(static photo => photo.Name).ToList());
        Assert.AreEqual(
            (3L + 5L, "image/jpeg", "front & back"),
            (photos.Sum(static photo => photo.Length), photos[0].ContentType, photos[1].Title));
    }

    private async Task PhotoAsync()
    {
        Item created = await client.Items.PostControllersItemsAsync(Lamp());
        await client.Items.PostControllersItemsByIdPhotosAsync(created.Id, [Samples.Jpeg()]);

        await using Stream photo = await client.Items.GetControllersItemsByIdPhotosByNameAsync(created.Id, "a b.jpg");

        CollectionAssert.AreEqual(Samples.JpegBytes, await Samples.ReadAsync(photo));
    }

    private async Task NumbersAsync()
    {
        var sent = new Numbers
        {
            Byte = 255,
            Short = -32768,
            Int = int.MinValue,
            UInt = int.MaxValue,
            Long = long.MaxValue,
            ULong = long.MaxValue,
            Single = 0.1f,
            Double = 1e300,
            Decimal = 0.25,
            Several = [long.MinValue, 0],
        };

        Numbers came = await client.Values.PutControllersNumbersAsync(sent);

        Assert.AreEqual(
            (sent.Byte, sent.Short, sent.Int, sent.UInt, sent.Long, sent.ULong),
            (came.Byte, came.Short, came.Int, came.UInt, came.Long, came.ULong));
        Assert.AreEqual((sent.Single, sent.Double, sent.Decimal, null), (came.Single, came.Double, came.Decimal, came.Maybe));
        CollectionAssert.AreEqual(sent.Several, came.Several);
        Assert.AreEqual(long.MaxValue - 1, came.ULong - 1);
    }

    private async Task SumAsync()
    {
        double sum = await client.Values.GetControllersSumAsync(-1, 9_007_199_254_740_992, 0.5, 0.1);

        Assert.AreEqual(9_007_199_254_740_992d, sum);
    }

    // The document has all types that inherit (oneOf) where the server has their base.
    private async Task ShapesAsync()
    {
        IReadOnlyList<Shape> shapes = await client.Values.GetControllersShapesAsync();

        double area = shapes.Sum(static shape => shape switch
        {
            Circle circle => circle.Radius * 2,
            Rectangle rectangle => rectangle.Width * rectangle.Height,
            _ => double.NaN,
        });
        Assert.AreEqual(3 + (90 * 210), area);
        CollectionAssert.AreEqual(new[] { "wheel", "door" }, shapes.Select(static shape => shape.Label).ToList());
    }

    private async Task ShapeAsync()
    {
        Shape came = await client.Values.PostControllersShapesAsync(new Rectangle { Label = "window", Width = 3, Height = 4 });

        Assert.IsTrue(came is Rectangle { Label: "window", Width: 3, Height: 4 });
    }

    private async Task ShelvesAsync()
    {
        Dictionary<string, long> shelves = await client.Values.GetControllersShelvesAsync();

        Assert.AreEqual(5_000_000_000, shelves["A 1"] + shelves["B/2"]);
    }

    private async Task GreetingAsync()
    {
        Assert.AreEqual("Hello, a&b!", await client.Values.GetControllersGreetingAsync("a&b"));
        Assert.AreEqual("Hello, nobody!", await client.Values.GetControllersGreetingAsync());
    }

    private async Task StreamAsync()
    {
        IReadOnlyList<Tick> ticks = await client.Values.GetControllersStreamAsync(3);

        Assert.AreEqual(6, ticks.Sum(static tick => tick.Number));
    }

    private async Task CallerAsync()
    {
        Caller caller = await client.Values.GetControllersMeAsync();
        var refused = await Assert.ThrowsAsync<ApiException>(() => stranger.Values.GetControllersMeAsync());

        Assert.AreEqual(("tester", null), (caller.Name, caller.Email));
        Assert.AreEqual(401, refused.Status);
    }
}
