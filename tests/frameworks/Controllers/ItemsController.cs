using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace OgGen.Frameworks;

/// <summary>The items, as a controller that describes its responses by attributes.</summary>
[ApiController]
[Route("controllers/items")]
[Produces("application/json")]
public sealed class ItemsController(Depot depot) : ControllerBase
{
    [HttpGet]
    [ProducesResponseType<IEnumerable<Item>>(200)]
    [ProducesResponseType<ValidationProblemDetails>(400, "application/problem+json")]
    public ActionResult<IEnumerable<Item>> List(
        [FromQuery] string[]? tags, [FromQuery] ItemKind[]? kinds, DateOnly? madeAfter, decimal? maxPrice, [Range(1, 100)] int? limit)
        => Ok(depot.Query(new ItemQuery(tags, kinds, madeAfter, maxPrice, limit)));

    [HttpGet("{id}")]
    [ProducesResponseType<Item>(200)]
    [ProducesResponseType<ProblemDetails>(404, "application/problem+json")]
    public ActionResult<Item> Get(Guid id)
        => depot.Find(id) is { } item ? item : Problem(title: "No such item", detail: id.ToString(), statusCode: 404);

    [HttpPost]
    [ProducesResponseType<Item>(201)]
    [ProducesResponseType<ValidationProblemDetails>(400, "application/problem+json")]
    public ActionResult<Item> Create(NewItem item)
    {
        Item created = depot.Create(item);
        return CreatedAtAction(nameof(Get), new { id = created.Id }, created);
    }

    [HttpPatch("{id}")]
    [ProducesResponseType<Item>(200)]
    [ProducesResponseType(404)]
    public ActionResult<Item> Change(Guid id, ItemChanges changes) => depot.Change(id, changes) is { } item ? item : NotFound();

    [HttpDelete("{id}")]
    [ProducesResponseType(204)]
    [ProducesResponseType(404)]
    public IActionResult Delete(Guid id) => depot.Delete(id) ? NoContent() : NotFound();

    /// <summary>A result that may be null: the response is 204, of which the document knows nothing.</summary>
    [HttpGet("cheapest")]
    public Item? GetCheapest(ItemKind kind) => depot.Query(new ItemQuery(null, [kind], null, null, 1)).SingleOrDefault();

    [HttpPost("{id}/photos")]
    public async Task<List<Photo>> AddPhotos(Guid id, List<IFormFile> photos, [FromForm] string? title)
    {
        var kept = new List<Photo>();
        foreach (IFormFile photo in photos)
        {
            using var bytes = new MemoryStream();
            await photo.CopyToAsync(bytes);
            depot.Keep(id, photo.FileName, bytes.ToArray());
            kept.Add(new Photo { Name = photo.FileName, ContentType = photo.ContentType, Length = photo.Length, Title = title });
        }

        return kept;
    }

    [HttpGet("{id}/photos/{name}")]
    [ProducesResponseType<FileContentResult>(200, "application/octet-stream")]
    [ProducesResponseType(404)]
    public IActionResult GetPhoto(Guid id, string name)
        => depot.TryFindPhoto(id, name, out byte[]? photo) ? File(photo, "application/octet-stream", name) : NotFound();
}
