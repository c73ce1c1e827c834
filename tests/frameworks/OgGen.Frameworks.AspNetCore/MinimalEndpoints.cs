using System.ComponentModel.DataAnnotations;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace OgGen.Frameworks;

/// <summary>The depot as minimal endpoints, typed by their results.</summary>
internal static class MinimalEndpoints
{
    public static void MapMinimalEndpoints(this WebApplication app)
    {
        RouteGroupBuilder group = app.MapGroup("/minimal");
        MapItems(group.MapGroup("/items").WithTags("Items"));
        MapValues(group.WithTags("Values"));
    }

    private static void MapItems(RouteGroupBuilder items)
    {
        items.MapGet("/", (
            [FromQuery] string[]? tags,
            [FromQuery] ItemKind[]? kinds,
            DateOnly? madeAfter,
            decimal? maxPrice,
            [Range(1, 100)] int? limit,
            Depot depot) =>
            TypedResults.Ok(depot.Query(new ItemQuery(tags, kinds, madeAfter, maxPrice, limit))))
            .WithName("ListItems").ProducesValidationProblem();
        items.MapGet("/{id}", Results<Ok<Item>, NotFound<ProblemDetails>> (Guid id, Depot depot) => depot.Find(id) is { } item
            ? TypedResults.Ok(item)
            : TypedResults.NotFound(new ProblemDetails { Status = 404, Title = "No such item", Detail = id.ToString() }))
            .WithName("GetItem");
        items.MapPost("/", (NewItem item, Depot depot) =>
        {
            Item created = depot.Create(item);
            return TypedResults.Created($"/minimal/items/{created.Id}", created);
        }).WithName("CreateItem").ProducesValidationProblem();
        items.MapPatch("/{id}", Results<Ok<Item>, NotFound> (Guid id, ItemChanges changes, Depot depot) =>
            depot.Change(id, changes) is { } item ? TypedResults.Ok(item) : TypedResults.NotFound())
            .WithName("ChangeItem");
        items.MapDelete("/{id}", Results<NoContent, NotFound> (Guid id, Depot depot) =>
            depot.Delete(id) ? TypedResults.NoContent() : TypedResults.NotFound())
            .WithName("DeleteItem");

        // A result that may be null: the body is the text null.
        items.MapGet("/cheapest", Item? (ItemKind kind, Depot depot) =>
            depot.Query(new ItemQuery(null, [kind], null, null, 1)).SingleOrDefault())
            .WithName("GetCheapestItem");
        items.MapPost("/{id}/photos", async (Guid id, IFormFileCollection photos, [FromForm] string? title, Depot depot) =>
        {
            var kept = new List<Photo>();
            foreach (IFormFile photo in photos)
            {
                using var bytes = new MemoryStream();
                await photo.CopyToAsync(bytes);
                depot.Keep(id, photo.FileName, bytes.ToArray());
                kept.Add(new Photo { Name = photo.FileName, ContentType = photo.ContentType, Length = photo.Length, Title = title });
            }

            return TypedResults.Ok(kept);
        }).WithName("AddPhotos").DisableAntiforgery();
        items.MapGet("/{id}/photos/{name}", Results<FileContentHttpResult, NotFound> (Guid id, string name, Depot depot) =>
            depot.TryFindPhoto(id, name, out byte[]? photo)
                ? TypedResults.File(photo, "application/octet-stream", name)
                : TypedResults.NotFound())
            .WithName("GetPhoto").Produces<Stream>(200, "application/octet-stream");
    }

    private static void MapValues(RouteGroupBuilder values)
    {
        values.MapPut("/numbers", (Numbers numbers) => numbers).WithName("EchoNumbers");
        values.MapPut("/huge", (Huge huge) => huge).WithName("EchoHuge");
        values.MapGet("/sum", (int a, long b, double c, decimal? d) => a + b + (decimal)c + (d ?? 0)).WithName("AddUp");
        values.MapGet("/shapes", () => Depot.Shapes()).WithName("ListShapes");
        values.MapPost("/shapes", (Shape shape) => shape).WithName("EchoShape");
        values.MapGet("/shelves", () => Depot.Shelves()).WithName("CountShelves");

        // A text: its document says text/plain.
        values.MapGet("/greeting", (string? name) => $"Hello, {name ?? "nobody"}!").WithName("Greet");

        // A text that is said to be JSON, and is none.
        values.MapGet("/motto", () => "Ex libris").WithName("GetMotto").Produces<string>(200, "application/json");
        values.MapGet("/ticks", (int count, CancellationToken stop) => TypedResults.ServerSentEvents(TicksAsync(count, stop)))
            .WithName("WatchTicks").Produces<Tick>(200, "text/event-stream");
        values.MapGet("/stream", (int count, CancellationToken stop) => Depot.TicksAsync(count, stop)).WithName("StreamTicks");
        values.MapGet("/me", (ClaimsPrincipal user) => TypedResults.Ok(new Caller { Name = user.Identity!.Name! }))
            .WithName("GetCaller").RequireAuthorization().ProducesProblem(401);
    }

    private static async IAsyncEnumerable<SseItem<Tick>> TicksAsync(int count, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (Tick tick in Depot.TicksAsync(count, stop))
        {
            yield return new SseItem<Tick>(tick, "tick");
        }
    }
}
