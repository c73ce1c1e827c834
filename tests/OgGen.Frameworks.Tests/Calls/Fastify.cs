using System.Net.ServerSentEvents;
using OgGen.Frameworks.Fastify31;
using OgGen.Frameworks.Tests.Harness;

namespace OgGen.Frameworks.Tests.Fastify31;

/// <summary>The calls of the client from Fastify's document.</summary>
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
            new(calls.ShapesAsync),
            new(calls.ShapeAsync),
            new(calls.ShelvesAsync),
            new(calls.GreetingAsync),
            new(calls.TicksAsync),
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
        Item created = await client.Items.CreateItemAsync(Lamp(tag, "warm & white"));

        IReadOnlyList<Item> found = await client.Items.ListItemsAsync(
            [tag, "warm & white"], [ListItemsKind.Large, ListItemsKind.Small], new DateOnly(2024, 2, 28), 20, 5);
        IReadOnlyList<Item> tooDear = await client.Items.ListItemsAsync([tag], maxPrice: 19.98);
        IReadOnlyList<Item> all = await client.Items.ListItemsAsync();

        Assert.AreEqual(created.Id, found.Single().Id);
        Assert.IsEmpty(tooDear);
        Assert.IsNotEmpty(all);
    }

    private async Task ListWrongAsync()
    {
        var wrong = await Assert.ThrowsExactlyAsync<ApiException<Problem>>(() => client.Items.ListItemsAsync(limit: 1000));

        Assert.AreEqual((400, 400), (wrong.Status, wrong.Error.StatusCode));
        Assert.AreEqual("querystring/limit must be <= 100", wrong.Error.Message);
    }

    private async Task GetAsync()
    {
        Item created = await client.Items.CreateItemAsync(Lamp());

        Item item = await client.Items.GetItemAsync(created.Id);

        Guid id = item.Id;
        double twice = item.Price * 2;
        long next = item.Stock + 1;
        long views = item.Views - 1;
        double? half = item.Weight / 2;
        DateOnly tomorrow = item.Made.AddDays(1);
        TimeSpan age = item.Seen - Samples.Seen;
        bool isSold = item.SoldAt < DateTimeOffset.UtcNow;
        long shelf = item.Shelves["A 1"] + 1;
        string kind = item.Kind.Value switch
        {
            ItemKind.Known.Large => "large",
            _ => "another",
        };
        Assert.AreEqual(created.Id, id);
        Assert.AreEqual((39.98, 4L, 9_007_199_254_740_990, 0.625), (twice, next, views, half));
        Assert.AreEqual((new DateOnly(2024, 3, 1), TimeSpan.Zero, false, 3L, "large"), (tomorrow, age, isSold, shelf, kind));
        Assert.AreEqual("https://example.com/lamp?a=1", item.Link?.AbsoluteUri);
        Assert.IsNull(item.Note);
    }

    private async Task GetMissingAsync()
    {
        var missing = await Assert.ThrowsExactlyAsync<ApiException<Problem>>(() => client.Items.GetItemAsync(Samples.NoId));

        Assert.AreEqual((404, "No such item"), (missing.Status, missing.Error.Message));
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

        var wrong = await Assert.ThrowsExactlyAsync<ApiException<Problem>>(() => client.Items.CreateItemAsync(lamp));

        Assert.AreEqual((400, "FST_ERR_VALIDATION"), (wrong.Status, wrong.Error.Code));
    }

    private async Task ChangeAsync()
    {
        Item created = await client.Items.CreateItemAsync(Lamp());

        Item item = await client.Items.ChangeItemAsync(
            created.Id,
            new ItemChanges { Note = "sold", Price = 15.5, Stock = 0, SoldAt = Samples.Seen });

        Assert.AreEqual(("Lamp", "sold", 15.5, 0L, Samples.Seen), (item.Name, item.Note, item.Price, item.Stock, item.SoldAt));
    }

    private async Task DeleteAsync()
    {
        Item created = await client.Items.CreateItemAsync(Lamp());

        await client.Items.DeleteItemAsync(created.Id);

        var missing = await Assert.ThrowsExactlyAsync<ApiException<Problem>>(() => client.Items.DeleteItemAsync(created.Id));
        Assert.AreEqual(404, missing.Status);
    }

    private async Task CheapestAsync()
    {
        await client.Items.CreateItemAsync(Lamp());

        Item? item = await client.Items.GetCheapestItemAsync(GetCheapestItemKind.Large);
        Item? nothing = await client.Items.GetCheapestItemAsync(GetCheapestItemKind.Oversized);

        Assert.AreEqual("large", item?.Kind.Value);
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
            Int = int.MinValue,
            Long = 9_007_199_254_740_991,
            Single = 0.5f,
            Double = 1e300,
            Several = [-9_007_199_254_740_991, 0],
            Pair = ["a", 7],
        };

        Numbers came = await client.Values.EchoNumbersAsync(sent);

        long next = came.Long - 1;
        Assert.AreEqual((sent.Int + 1, 9_007_199_254_740_990, null), (came.Int + 1, next, came.Maybe));
        Assert.AreEqual((sent.Single, sent.Double), (came.Single, came.Double));
        Assert.AreEqual(("a", 7L), (came.Pair[0].String, came.Pair[1].Int64));
        CollectionAssert.AreEqual(sent.Several, came.Several);
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
        Assert.AreEqual(3 + (90 * 210), area);
        CollectionAssert.AreEqual(new[] { "wheel", "door" }, shapes.Select(static shape => shape.Label).ToList());
    }

    private async Task ShapeAsync()
    {
        Shape came = await client.Values.EchoShapeAsync(new Rectangle { Label = "window", Width = 3, Height = 4 });

        Assert.IsTrue(came is Rectangle { Label: "window", Width: 3, Height: 4 });
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
