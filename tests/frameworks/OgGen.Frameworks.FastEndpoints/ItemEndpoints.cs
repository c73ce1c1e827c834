using System.ComponentModel.DataAnnotations;
using FastEndpoints;
using FluentValidation;

namespace OgGen.Frameworks;

public sealed class ListItemsRequest
{
    [QueryParam]
    public List<string>? Tags { get; set; }

    [QueryParam]
    public List<ItemKind>? Kinds { get; set; }

    [QueryParam]
    public DateOnly? MadeAfter { get; set; }

    [QueryParam]
    public decimal? MaxPrice { get; set; }

    [QueryParam]
    public int? Limit { get; set; }
}

public sealed class ListItemsValidator : Validator<ListItemsRequest>
{
    public ListItemsValidator() => RuleFor(static request => request.Limit).InclusiveBetween(1, 100);
}

public sealed class ListItems(Depot depot) : Endpoint<ListItemsRequest, IReadOnlyList<Item>>
{
    public override void Configure()
    {
        Get("items");
        AllowAnonymous();
        Options(static route => route.WithTags("Items"));
    }

    public override Task HandleAsync(ListItemsRequest req, CancellationToken ct)
        => Send.OkAsync(depot.Query(new ItemQuery(req.Tags, req.Kinds, req.MadeAfter, req.MaxPrice, req.Limit)), ct);
}

public sealed class ItemId
{
    public Guid Id { get; set; }
}

public sealed class GetItem(Depot depot) : Endpoint<ItemId, Item>
{
    public override void Configure()
    {
        Get("items/{id}");
        AllowAnonymous();
        Description(static route => route.ProducesProblem(404));
        Options(static route => route.WithTags("Items"));
    }

    public override Task HandleAsync(ItemId req, CancellationToken ct) => depot.Find(req.Id) is { } item
        ? Send.OkAsync(item, ct)
        : Send.ResultAsync(TypedResults.Problem(title: "No such item", detail: req.Id.ToString(), statusCode: 404));
}

public sealed class NewItemValidator : Validator<NewItem>
{
    public NewItemValidator()
    {
        RuleFor(static item => item.Name).NotEmpty().MaximumLength(40);
        RuleFor(static item => item.Stock).InclusiveBetween(0, 1000);
    }
}

public sealed class CreateItem(Depot depot) : Endpoint<NewItem, Item>
{
    public override void Configure()
    {
        Post("items");
        AllowAnonymous();
        Description(static route => route.Produces<Item>(201), clearDefaults: false);
        Options(static route => route.WithTags("Items"));
    }

    public override Task HandleAsync(NewItem req, CancellationToken ct)
    {
        Item created = depot.Create(req);
        return Send.CreatedAtAsync<GetItem>(new { id = created.Id }, created, cancellation: ct);
    }
}

public sealed class ChangeItemRequest
{
    public Guid Id { get; set; }

    public string? Name { get; set; }

    public string? Note { get; set; }

    public decimal? Price { get; set; }

    public int? Stock { get; set; }

    public DateTimeOffset? SoldAt { get; set; }
}

public sealed class ChangeItem(Depot depot) : Endpoint<ChangeItemRequest, Item>
{
    public override void Configure()
    {
        Patch("items/{id}");
        AllowAnonymous();
        Description(static route => route.Produces(404));
        Options(static route => route.WithTags("Items"));
    }

    public override Task HandleAsync(ChangeItemRequest req, CancellationToken ct)
    {
        var changes = new ItemChanges { Name = req.Name, Note = req.Note, Price = req.Price, Stock = req.Stock, SoldAt = req.SoldAt };
        return depot.Change(req.Id, changes) is { } item ? Send.OkAsync(item, ct) : Send.NotFoundAsync(ct);
    }
}

public sealed class DeleteItem(Depot depot) : Endpoint<ItemId>
{
    public override void Configure()
    {
        Delete("items/{id}");
        AllowAnonymous();
        Description(static route => route.Produces(204).Produces(404));
        Options(static route => route.WithTags("Items"));
    }

    public override Task HandleAsync(ItemId req, CancellationToken ct)
        => depot.Delete(req.Id) ? Send.NoContentAsync(ct) : Send.NotFoundAsync(ct);
}

public sealed class CheapestRequest
{
    [QueryParam]
    [Required]
    public ItemKind Kind { get; set; }
}

/// <summary>A result that may be null: the response is 204 then, of which the document knows nothing.</summary>
public sealed class GetCheapestItem(Depot depot) : Endpoint<CheapestRequest, Item?>
{
    public override void Configure()
    {
        Get("items/cheapest");
        AllowAnonymous();
        Options(static route => route.WithTags("Items"));
    }

    public override Task HandleAsync(CheapestRequest req, CancellationToken ct)
        => depot.Query(new ItemQuery(null, [req.Kind], null, null, 1)).SingleOrDefault() is { } item
            ? Send.OkAsync(item, ct)
            : Send.NoContentAsync(ct);
}

public sealed class AddPhotosRequest
{
    public Guid Id { get; set; }

    public List<IFormFile> Photos { get; set; } = [];

    public string? Title { get; set; }
}

public sealed class AddPhotos(Depot depot) : Endpoint<AddPhotosRequest, List<Photo>>
{
    public override void Configure()
    {
        Post("items/{id}/photos");
        AllowAnonymous();
        AllowFileUploads();
        Options(static route => route.WithTags("Items"));
    }

    public override async Task HandleAsync(AddPhotosRequest req, CancellationToken ct)
    {
        var kept = new List<Photo>();
        foreach (IFormFile photo in req.Photos)
        {
            using var bytes = new MemoryStream();
            await photo.CopyToAsync(bytes, ct);
            depot.Keep(req.Id, photo.FileName, bytes.ToArray());
            kept.Add(new Photo { Name = photo.FileName, ContentType = photo.ContentType, Length = photo.Length, Title = req.Title });
        }

        await Send.OkAsync(kept, ct);
    }
}

public sealed class PhotoName
{
    public Guid Id { get; set; }

    public string Name { get; set; } = "";
}

public sealed class GetPhoto(Depot depot) : Endpoint<PhotoName>
{
    public override void Configure()
    {
        Get("items/{id}/photos/{name}");
        AllowAnonymous();
        Description(static route => route.Produces<IFormFile>(200, "application/octet-stream").Produces(404));
        Options(static route => route.WithTags("Items"));
    }

    public override Task HandleAsync(PhotoName req, CancellationToken ct)
        => depot.TryFindPhoto(req.Id, req.Name, out byte[]? photo)
            ? Send.BytesAsync(photo, req.Name, cancellation: ct)
            : Send.NotFoundAsync(ct);
}
