namespace OgGen.Frameworks.Tests.Harness;

/// <summary>A call, which fails if what comes back is not what was sent.</summary>
internal sealed record Call(Func<Task> RunAsync)
{
    public string Name => RunAsync.Method.Name;
}
