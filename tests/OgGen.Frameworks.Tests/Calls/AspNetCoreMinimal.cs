using System.Net.ServerSentEvents;
using OgGen.Frameworks.AspNetCoreMinimal31;
using OgGen.Frameworks.Tests.Harness;

namespace OgGen.Frameworks.Tests.AspNetCoreMinimal31;

/// <summary>The calls of the client from ASP.NET Core's document of minimal endpoints. Compiled for OpenAPI 3.1 and 3.0.</summary>
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
            new(calls.HugeAsync),
            new(calls.ShapesAsync),
            new(calls.ShapeAsync),
            new(calls.ShelvesAsync),
            new(calls.GreetingAsync),
            new(calls.MottoAsync),
            new(calls.StreamAsync),
            new(calls.TicksAsync),
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
        Item created = await client.Items.CreateItemAsync(Lamp(tag, "warm & white"));

        IReadOnlyList<Item> found = await client.Items.ListItemsAsync(
            [tag, "warm & white"], [ItemKind.Large, ItemKind.Small], new DateOnly(2024, 2, 28), 20, 5);
        IReadOnlyList<Item> tooDear = await client.Items.ListItemsAsync([tag], maxPrice: 19.98m);
        IReadOnlyList<Item> all = await client.Items.ListItemsAsync();

        Assert.AreEqual(created.Id, found.Single().Id);
        Assert.IsEmpty(tooDear);
        Assert.IsNotEmpty(all);
    }

    private async Task ListWrongAsync()
    {
        var wrong = await Assert.ThrowsExactlyAsync<ApiException<HttpValidationProblemDetails>>(
            () => client.Items.ListItemsAsync(limit: 1000));

        Assert.AreEqual((400, 400), (wrong.Status, wrong.Error.Status));
        StringAssert.Contains(wrong.Error.Errors!["limit"].Single(), "between 1 and 100");
    }

    private async Task GetAsync()
    {
        Item created = await client.Items.CreateItemAsync(Lamp());

        Item item = await client.Items.GetItemAsync(created.Id);

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
        var missing = await Assert.ThrowsExactlyAsync<ApiException<ProblemDetails>>(() => client.Items.GetItemAsync(Samples.NoId));

        Assert.AreEqual((404, 404, "No such item"), (missing.Status, missing.Error.Status, missing.Error.Title));
    }

    private async Task CreateAsync()
    {
        NewItem lamp = Lamp("a", "b");

        ApiResponse<Item> response = await client.Items.CreateItemWithResponseAsync(lamp);

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

        var wrong = await Assert.ThrowsExactlyAsync<ApiException<HttpValidationProblemDetails>>(() => client.Items.CreateItemAsync(lamp));

        Dictionary<string, List<string>> errors = wrong.Error.Errors!;
        Assert.AreEqual(400, wrong.Status);
        CollectionAssert.AreEquivalent(new[] { "Name", "Stock" }, errors.Keys);
        StringAssert.Contains(errors["Stock"][0], "between 0 and 1000");
    }

    private async Task ChangeAsync()
    {
        Item created = await client.Items.CreateItemAsync(Lamp());

        Item item = await client.Items.ChangeItemAsync(
            created.Id,
            new ItemChanges { Note = "sold", Price = 15.5m, Stock = 0, SoldAt = Samples.Seen });

        Assert.AreEqual(("Lamp", "sold", 15.5m, 0, Samples.Seen), (item.Name, item.Note, item.Price, item.Stock, item.SoldAt));
    }

    private async Task DeleteAsync()
    {
        Item created = await client.Items.CreateItemAsync(Lamp());

        await client.Items.DeleteItemAsync(created.Id);

        var missing = await Assert.ThrowsExactlyAsync<ApiException>(() => client.Items.DeleteItemAsync(created.Id));
        Assert.AreEqual(404, missing.Status);
    }

    private async Task CheapestAsync()
    {
        await client.Items.CreateItemAsync(Lamp());

        Item? item = await client.Items.GetCheapestItemAsync(ItemKind.Large);
        Item? nothing = await client.Items.GetCheapestItemAsync(ItemKind.Oversized);

        Assert.AreEqual(ItemKind.Large, item?.Kind);
        Assert.IsNull(nothing);
    }

    private async Task PhotosAsync()
    {
        Item created = await client.Items.CreateItemAsync(Lamp());

        IReadOnlyList<Photo> photos = await client.Items.AddPhotosAsync(created.Id, [Samples.Jpeg(), Samples.Text()], "front & back");

        CollectionAssert.AreEqual(new[] { "a b.jpg", "ä.txt" }, photos.Select(static photo => photo.Name).ToList());
        Assert.AreEqual(
            (3L + 5L, "image/jpeg", "front & back"),
            (photos.Sum(static photo => photo.Length), photos[0].ContentType, photos[1].Title));
    }

    private async Task PhotoAsync()
    {
        Item created = await client.Items.CreateItemAsync(Lamp());
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

    // The document does not say that the integer may have more than 64 bits.
    private async Task HugeAsync()
    {
        const long value = 1L << 60;

        Huge came = await client.Values.EchoHugeAsync(new Huge { Value = value });

        Assert.AreEqual(value + 1, came.Value + 1);
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
            ShapeCircle circle => circle.Radius * 2,
            ShapeRectangle rectangle => rectangle.Width * rectangle.Height,
            _ => double.NaN,
        });
        Assert.AreEqual(3 + (90 * 210), area);
        CollectionAssert.AreEqual(new[] { "wheel", "door" }, shapes.Select(static shape => shape.Label).ToList());
    }

    private async Task ShapeAsync()
    {
        Shape came = await client.Values.EchoShapeAsync(new ShapeRectangle { Label = "window", Width = 3, Height = 4 });

        Assert.IsTrue(came is ShapeRectangle { Label: "window", Width: 3, Height: 4 });
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

    // The document says JSON of what is text.
    private async Task MottoAsync()
    {
        string motto = await client.Values.GetMottoAsync();

        Assert.AreEqual("Ex libris", motto);
    }

    private async Task StreamAsync()
    {
        IReadOnlyList<Tick> ticks = await client.Values.StreamTicksAsync(3);

        Assert.AreEqual(6, ticks.Sum(static tick => tick.Number));
    }

    private async Task TicksAsync()
    {
        var ticks = new List<SseItem<Tick>>();
        await foreach (SseItem<Tick> tick in client.Values.WatchTicksAsync(3))
        {
            ticks.Add(tick);
        }

        Assert.AreEqual(6, ticks.Sum(static tick => tick.Data.Number));
        Assert.AreEqual(("tick", "tick 3"), (ticks[2].EventType, ticks[2].Data.Text));
    }

    private async Task CallerAsync()
    {
        Caller caller = await client.Values.GetCallerAsync();
        var refused = await Assert.ThrowsAsync<ApiException>(() => stranger.Values.GetCallerAsync());

        Assert.AreEqual(("tester", null), (caller.Name, caller.Email));
        Assert.AreEqual(401, refused.Status);
    }
}
