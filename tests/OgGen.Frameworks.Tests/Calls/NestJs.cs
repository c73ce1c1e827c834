using System.Net.ServerSentEvents;
using OgGen.Frameworks.NestJs30;
using OgGen.Frameworks.Tests.Harness;

namespace OgGen.Frameworks.Tests.NestJs30;

/// <summary>The calls of the client from NestJS' document.</summary>
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
        Item created = await client.Items.ControllerCreateAsync(Lamp(tag, "warm & white"));

        IReadOnlyList<Item> found = await client.Items.ControllerListAsync(
            [tag, "warm & white"], [ItemKind.Large, ItemKind.Small], new DateOnly(2024, 2, 28), 20, 5);
        IReadOnlyList<Item> tooDear = await client.Items.ControllerListAsync([tag], maxPrice: 19.98);
        IReadOnlyList<Item> all = await client.Items.ControllerListAsync();

        Assert.AreEqual(created.Id, found.Single().Id);
        Assert.IsEmpty(tooDear);
        Assert.IsNotEmpty(all);
    }

    private async Task ListWrongAsync()
    {
        var wrong = await Assert.ThrowsExactlyAsync<ApiException<Problem>>(() => client.Items.ControllerListAsync(limit: 1000));

        Assert.AreEqual((400, 400), (wrong.Status, wrong.Error.StatusCode));
        CollectionAssert.Contains(wrong.Error.Message.StringList, "limit must not be greater than 100");
    }

    private async Task GetAsync()
    {
        Item created = await client.Items.ControllerCreateAsync(Lamp());

        Item item = await client.Items.ControllerGetAsync(created.Id.ToString());

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
        var missing = await Assert.ThrowsExactlyAsync<ApiException<Problem>>(
            () => client.Items.ControllerGetAsync(Samples.NoId.ToString()));

        Assert.AreEqual((404, "No such item"), (missing.Status, missing.Error.Message.String));
    }

    private async Task CreateAsync()
    {
        NewItem lamp = Lamp("a", "b");

        ApiResponse<Item> response = await client.Items.ControllerCreateWithResponseAsync(lamp);

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

        var wrong = await Assert.ThrowsExactlyAsync<ApiException<Problem>>(() => client.Items.ControllerCreateAsync(lamp));

        Assert.AreEqual((400, 2), (wrong.Status, wrong.Error.Message.StringList?.Count));
    }

    private async Task ChangeAsync()
    {
        Item created = await client.Items.ControllerCreateAsync(Lamp());

        Item item = await client.Items.ControllerChangeAsync(
            created.Id.ToString(),
            new ItemChanges { Note = "sold", Price = 15.5, Stock = 0, SoldAt = Samples.Seen });

        Assert.AreEqual(("Lamp", "sold", 15.5, 0L, Samples.Seen), (item.Name, item.Note, item.Price, item.Stock, item.SoldAt));
    }

    private async Task DeleteAsync()
    {
        Item created = await client.Items.ControllerCreateAsync(Lamp());

        await client.Items.ControllerRemoveAsync(created.Id.ToString());

        var missing = await Assert.ThrowsExactlyAsync<ApiException<Problem>>(
            () => client.Items.ControllerRemoveAsync(created.Id.ToString()));
        Assert.AreEqual(404, missing.Status);
    }

    // The server sends no byte for nothing, which the document does not allow.
    private async Task CheapestAsync()
    {
        await client.Items.ControllerCreateAsync(Lamp());
        Item item = await client.Items.ControllerCheapestAsync(ItemKind.Large);
        var nothing = await Assert.ThrowsExactlyAsync<ApiResponseFormatException>(
            () => client.Items.ControllerCheapestAsync(ItemKind.Oversized));

        Assert.AreEqual(ItemKind.Large, item.Kind);
        Assert.AreEqual(200, nothing.Status);
    }

    private async Task PhotosAsync()
    {
        Item created = await client.Items.ControllerCreateAsync(Lamp());

        IReadOnlyList<Photo> photos = await client.Items.ControllerAddPhotosAsync(
            created.Id.ToString(),
            [Samples.Jpeg(), Samples.Text()],
            "front & back");

        CollectionAssert.AreEqual(new[] { "a b.jpg", "ä.txt" }, photos.Select(static photo => photo.Name).ToList());
        Assert.AreEqual(
            (3L + 5L, "image/jpeg", "front & back"),
            (photos.Sum(static photo => photo.Length), photos[0].ContentType, photos[1].Title));
    }

    private async Task PhotoAsync()
    {
        Item created = await client.Items.ControllerCreateAsync(Lamp());
        await client.Items.ControllerAddPhotosAsync(created.Id.ToString(), [Samples.Jpeg()]);

        await using Stream photo = await client.Items.ControllerPhotoAsync(created.Id.ToString(), "a b.jpg");

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
            Huge = "9223372036854775807",
            Maybe = null,
            Several = [-9_007_199_254_740_991, 0],
        };

        Numbers came = await client.Values.ControllerNumbersAsync(sent);

        Assert.AreEqual((sent.Int + 1, sent.Long - 1, sent.Maybe), (came.Int + 1, came.Long - 1, came.Maybe));
        Assert.AreEqual((sent.Single, sent.Double, sent.Huge), (came.Single, came.Double, came.Huge));
        CollectionAssert.AreEqual(sent.Several, came.Several);
    }

    private async Task SumAsync()
    {
        double sum = await client.Values.ControllerSumAsync(-1, 0.5);

        Assert.AreEqual(-0.5, sum);
    }

    private async Task ShapesAsync()
    {
        IReadOnlyList<ValuesControllerShapesResponseItem> shapes = await client.Values.ControllerShapesAsync();

        double area = shapes.Sum(static shape => shape.Circle?.Radius * 2 ?? shape.Rectangle!.Width * shape.Rectangle.Height);
        Assert.AreEqual(3 + (90 * 210), area);
    }

    private async Task ShapeAsync()
    {
        var sent = new Drawing { Shape = new Rectangle { Form = "rectangle", Label = "window", Width = 3, Height = 4 }, Others = [] };

        Drawing came = await client.Values.ControllerDrawAsync(sent);

        Assert.IsTrue(came.Shape.Rectangle is { Label: "window", Width: 3, Height: 4 });
        Assert.IsEmpty(came.Others);
    }

    private async Task ShelvesAsync()
    {
        Dictionary<string, long> shelves = await client.Values.ControllerShelvesAsync();

        Assert.AreEqual(5_000_000_000, shelves["A 1"] + shelves["B/2"]);
    }

    // The document says JSON of a text that is sent as text/html, as a page of a proxy would be.
    private async Task GreetingAsync()
    {
        var refused = await Assert.ThrowsExactlyAsync<ApiResponseFormatException>(() => client.Values.ControllerGreetingAsync("a&b"));

        Assert.AreEqual("Hello, a&b!", refused.RawBody);
    }

    private async Task TicksAsync()
    {
        var ticks = new List<SseItem<Tick>>();
        await foreach (SseItem<Tick> tick in client.Values.ControllerTicksAsync(3))
        {
            ticks.Add(tick);
        }

        Assert.AreEqual(6, ticks.Sum(static tick => tick.Data.Number));
        Assert.AreEqual(("tick", "tick 3"), (ticks[2].EventType, ticks[2].Data.Text));
    }

    private async Task CallerAsync()
    {
        Caller caller = await client.Values.ControllerMeAsync();
        var refused = await Assert.ThrowsAsync<ApiException>(() => stranger.Values.ControllerMeAsync());

        Assert.AreEqual(("tester", null), (caller.Name, caller.Email));
        Assert.AreEqual(401, refused.Status);
    }
}
