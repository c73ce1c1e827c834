using System.Net.ServerSentEvents;
using OgGen.Frameworks.Hono31;
using OgGen.Frameworks.Tests.Harness;

namespace OgGen.Frameworks.Tests.Hono31;

/// <summary>The calls of the client from the document of Hono with zod. Compiled for OpenAPI 3.1 and 3.0.</summary>
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
            [tag, "warm & white"], [ItemKind.Large, ItemKind.Small], new DateOnly(2024, 2, 28), 20, 5);
        IReadOnlyList<Item> tooDear = await client.Items.ListItemsAsync([tag], maxPrice: 19.98);
        IReadOnlyList<Item> all = await client.Items.ListItemsAsync();

        Assert.AreEqual(created.Id, found.Single().Id);
        Assert.IsEmpty(tooDear);
        Assert.IsNotEmpty(all);
    }

    private async Task ListWrongAsync()
    {
        var wrong = await Assert.ThrowsExactlyAsync<ApiException<Problem>>(() => client.Items.ListItemsAsync(limit: 1000));

        ProblemIssue issue = wrong.Error.Issues!.Single();
        Assert.AreEqual(400, wrong.Status);
        Assert.AreEqual("limit", issue.Path.Single().String);
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

        Assert.AreEqual(400, wrong.Status);
        CollectionAssert.AreEquivalent(
            new[] { "name", "stock" },
            wrong.Error.Issues!.Select(static issue => issue.Path[0].String).ToList());
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

    // The server sends null, which the document does not allow.
    private async Task CheapestAsync()
    {
        await client.Items.CreateItemAsync(Lamp());
        Item item = await client.Items.GetCheapestItemAsync(ItemKind.Large);
        var nothing = await Assert.ThrowsExactlyAsync<ApiResponseFormatException>(
            () => client.Items.GetCheapestItemAsync(ItemKind.Oversized));

        Assert.AreEqual(ItemKind.Large, item.Kind);
        Assert.AreEqual((200, "null"), (nothing.Status, nothing.RawBody));
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
            Single = 0.5,
            Double = 1e300,
            Positive = double.Epsilon,
            Maybe = null,
            Several = [-9_007_199_254_740_991, 0],
            Pair = ["a", 7],
            Either = 1.5,
            Literal = "fixed",
        };

        Numbers came = await client.Values.EchoNumbersAsync(sent);

        Assert.AreEqual((sent.Int + 1, sent.Long - 1, sent.Maybe), (came.Int + 1, came.Long - 1, came.Maybe));
        Assert.AreEqual((sent.Single, sent.Double, sent.Positive), (came.Single, came.Double, came.Positive));
        Assert.AreEqual(("a", 7L, 1.5), (came.Pair[0].String, came.Pair[1].Int64, came.Either.Double));
        CollectionAssert.AreEqual(sent.Several, came.Several);
    }

    // The document says that numbers of a query may be left out, as zod turns what is missing into a number.
    private async Task SumAsync()
    {
        double sum = await client.Values.AddUpAsync(-1, 0.5);

        Assert.AreEqual(-0.5, sum);
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
