using FastEndpoints;

namespace OgGen.Frameworks;

/// <summary>An endpoint below the tag "Values" that needs no token.</summary>
public abstract class ValueEndpoint<TRequest, TResponse> : Endpoint<TRequest, TResponse>
    where TRequest : notnull
{
    protected void Describe()
    {
        AllowAnonymous();
        Options(static route => route.WithTags("Values"));
    }
}

public sealed class EchoNumbers : ValueEndpoint<Numbers, Numbers>
{
    public override void Configure()
    {
        Put("numbers");
        Describe();
    }

    public override Task HandleAsync(Numbers req, CancellationToken ct) => Send.OkAsync(req, ct);
}

public sealed class SumRequest
{
    [QueryParam]
    public int A { get; set; }

    [QueryParam]
    public long B { get; set; }

    [QueryParam]
    public double C { get; set; }

    [QueryParam]
    public decimal? D { get; set; }
}

public sealed class AddUp : ValueEndpoint<SumRequest, decimal>
{
    public override void Configure()
    {
        Get("sum");
        Describe();
    }

    public override Task HandleAsync(SumRequest req, CancellationToken ct)
        => Send.OkAsync(req.A + req.B + (decimal)req.C + (req.D ?? 0), ct);
}

public sealed class ListShapes : ValueEndpoint<EmptyRequest, IReadOnlyList<Shape>>
{
    public override void Configure()
    {
        Get("shapes");
        Describe();
    }

    public override Task HandleAsync(EmptyRequest req, CancellationToken ct) => Send.OkAsync(Depot.Shapes(), ct);
}

public sealed class ShapeHolder
{
    public required Shape Shape { get; set; }

    public Shape? Other { get; set; }
}

public sealed class EchoShape : ValueEndpoint<ShapeHolder, ShapeHolder>
{
    public override void Configure()
    {
        Post("shapes");
        Describe();
    }

    public override Task HandleAsync(ShapeHolder req, CancellationToken ct) => Send.OkAsync(req, ct);
}

public sealed class CountShelves : ValueEndpoint<EmptyRequest, Dictionary<string, long>>
{
    public override void Configure()
    {
        Get("shelves");
        Describe();
    }

    public override Task HandleAsync(EmptyRequest req, CancellationToken ct) => Send.OkAsync(Depot.Shelves(), ct);
}

public sealed class GreetRequest
{
    [QueryParam]
    public string? Name { get; set; }
}

/// <summary>A text that the document says is JSON, and that is sent as text/plain.</summary>
public sealed class Greet : ValueEndpoint<GreetRequest, string>
{
    public override void Configure()
    {
        Get("greeting");
        Describe();
    }

    public override Task HandleAsync(GreetRequest req, CancellationToken ct)
        => Send.StringAsync($"Hello, {req.Name ?? "nobody"}!", cancellation: ct);
}

public sealed class TickRequest
{
    [QueryParam]
    public int Count { get; set; }
}

public sealed class WatchTicks : ValueEndpoint<TickRequest, Tick>
{
    public override void Configure()
    {
        Get("ticks");
        Describe();
        Description(static route => route.Produces<Tick>(200, "text/event-stream"));
    }

    public override Task HandleAsync(TickRequest req, CancellationToken ct)
        => Send.EventStreamAsync("tick", Depot.TicksAsync(req.Count, ct), ct);
}

public sealed class GetCaller : EndpointWithoutRequest<Caller>
{
    public override void Configure()
    {
        Get("me");
        AuthSchemes(TokenHandler.Scheme);
        Options(static route => route.WithTags("Values"));
    }

    public override Task HandleAsync(CancellationToken ct) => Send.OkAsync(new Caller { Name = User.Identity!.Name! }, ct);
}
