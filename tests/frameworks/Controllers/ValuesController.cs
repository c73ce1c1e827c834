using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace OgGen.Frameworks;

/// <summary>Values that go back as they came. No attribute says of which content type the responses are: each document decides.</summary>
[ApiController]
[Route("controllers")]
public sealed class ValuesController : ControllerBase
{
    [HttpPut("numbers")]
    public Numbers EchoNumbers(Numbers numbers) => numbers;

    [HttpGet("sum")]
    public decimal AddUp([FromQuery] int a, [FromQuery] long b, [FromQuery] double c, [FromQuery] decimal? d)
        => a + b + (decimal)c + (d ?? 0);

    [HttpGet("shapes")]
    public IReadOnlyList<Shape> ListShapes() => Depot.Shapes();

    [HttpPost("shapes")]
    public Shape EchoShape(Shape shape) => shape;

    [HttpGet("shelves")]
    public Dictionary<string, long> CountShelves() => Depot.Shelves();

    /// <summary>A text: sent as text/plain, or as JSON to whoever asks for that first.</summary>
    [HttpGet("greeting")]
    public string Greet(string? name) => $"Hello, {name ?? "nobody"}!";

    [HttpGet("stream")]
    public IAsyncEnumerable<Tick> StreamTicks(int count, CancellationToken cancellationToken) => Depot.TicksAsync(count, cancellationToken);

    [HttpGet("me")]
    [Authorize]
    [ProducesResponseType<Caller>(200)]
    [ProducesResponseType(401)]
    public Caller GetCaller() => new() { Name = User.Identity!.Name! };
}
