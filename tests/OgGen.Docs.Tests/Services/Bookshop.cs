using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OgGen.Docs.Tests.Services;

/// <summary>The service that the documents on the pages describe, on the loopback address. It knows no generated code.</summary>
public sealed class Bookshop : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly List<JsonObject> _books = [];
    private byte[] _cover = [];
    private int _reports;

    private Bookshop(WebApplication application) => _application = application;

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address => _application.Urls.Single();

    internal static async Task<Bookshop> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication application = builder.Build();
        var bookshop = new Bookshop(application);
        bookshop.Map();
        await application.StartAsync();
        return bookshop;
    }

    /// <summary>What it has at the beginning of each section.</summary>
    internal void Reset()
    {
        _books.Clear();
        _books.Add(new() { ["id"] = 1, ["title"] = "Emma", ["genre"] = "novel" });
        _books.Add(new() { ["id"] = 2, ["title"] = "Lyrical Ballads", ["genre"] = "poetry" });
        _books.Add(new() { ["id"] = 3, ["title"] = "Watchmen", ["genre"] = "comic" });
        _cover = [];
        _reports = 0;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private void Map()
    {
        _application.MapGet("/books", List);
        _application.MapGet("/books/{id:int}", (int id) => Find(id) is { } book ? Json(book) : Missing(id));
        _application.MapPost("/books", CreateAsync);
        _application.MapPatch("/books/{id:int}", ChangeAsync);
        _application.MapDelete("/books/{id:int}", (int id) => Results.StatusCode(_books.Remove(Find(id)!) ? 204 : 404));
        _application.MapPut("/books/{id:int}/cover", ReceiveAsync);
        _application.MapGet("/books/{id:int}/cover", () => Results.Bytes(_cover, "image/png"));
        _application.MapPost("/photos", static async (HttpRequest request) =>
            Results.Text((await request.ReadFormAsync()).Files.Single().FileName, "text/plain"));
        _application.MapGet("/sales", static () => Results.Text(Sale("Emma") + Sale("Persuasion"), "text/event-stream"));
        _application.MapGet("/reports/{id}", Report);
        _application.MapGet("/me", (HttpRequest request) => Results.Text(Credential(request), "text/plain"));
        _application.MapGet("/payments", static () =>
            Results.Text("""[{"kind":"card","last4":"4242"},{"kind":"cash"},{"kind":"voucher","code":"A1"}]""", "application/json"));
    }

    private IResult List(HttpContext context)
    {
        // Two books a page, for those who ask for pages.
        if (!int.TryParse(context.Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out int page))
        {
            string? genre = context.Request.Query["genre"];
            IEnumerable<JsonObject> books = _books.Where(book => genre is null || (string?)book["genre"] == genre);
            return Json(new JsonArray([.. books.Select(static book => book.DeepClone())]));
        }

        if (page * 2 < _books.Count)
        {
            context.Response.Headers.Link = string.Create(CultureInfo.InvariantCulture, $"</books?page={page + 1}>; rel=\"next\"");
        }

        return Json(new JsonArray([.. _books.Skip((page - 1) * 2).Take(2).Select(static book => book.DeepClone())]));
    }

    private async Task<IResult> CreateAsync(HttpRequest request)
    {
        JsonObject book = (await JsonNode.ParseAsync(request.Body))!.AsObject();
        if ((string?)book["title"] is not { Length: > 0 })
        {
            return Results.Text("""{"title":"The book has no title.","fields":["title"]}""", "application/problem+json", statusCode: 422);
        }

        book["id"] = _books.Count + 1;
        _books.Add(book);
        return Results.Text(book.ToJsonString(), "application/json", statusCode: 201);
    }

    private async Task<IResult> ChangeAsync(int id, HttpRequest request)
    {
        JsonObject book = Find(id)!;
        foreach ((string name, JsonNode? value) in (await JsonNode.ParseAsync(request.Body))!.AsObject())
        {
            book.Remove(name);
            if (value is not null)
            {
                book[name] = value.DeepClone();
            }
        }

        return Json(book);
    }

    private async Task<IResult> ReceiveAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        _cover = body.ToArray();
        return Results.NoContent();
    }

    /// <summary>The first question comes too early.</summary>
    private IResult Report(string id, HttpContext context)
    {
        if (++_reports > 1)
        {
            return Results.Text($$"""{"id":"{{id}}","pages":12}""", "application/json");
        }

        context.Response.Headers["X-Report"] = "in progress";
        return Results.StatusCode(404);
    }

    private JsonObject? Find(int id) => _books.Find(book => (int)book["id"]! == id);

    /// <summary>A 404: with a body that says why, but for the book 404, of which nothing is said.</summary>
    private static IResult Missing(int id)
        => id == 404
            ? Results.StatusCode(404)
            : Results.Text($$"""{"title":"There is no book {{id}}."}""", "application/problem+json", statusCode: 404);

    private static string Credential(HttpRequest request)
        => request.Headers.Authorization.ToString() is { Length: > 0 } header ? header : request.Headers["X-Key"].ToString();

    private static string Sale(string title) => $$"""
        event: sale
        data: {"title":"{{title}}"}


        """;

    private static IResult Json(JsonNode value) => Results.Text(value.ToJsonString(), "application/json");
}
