using OgGen.Opsgenie.Emulator.Operations;

namespace OgGen.Opsgenie.Emulator.State;

/// <summary>All that requests change. Not thread-safe: used under the dispatcher's lock.</summary>
internal sealed class AccountState(Func<string> newId)
{
    public Func<string> NewId { get; } = newId;

    public string TeamId { get; set; } = Guid.NewGuid().ToString();

    public PolicyStore Policies { get; } = new(newId);

    public TeamDirectory Teams { get; } = new();

    public TeamStore Channels { get; } = new("id");

    public TeamStore Actions { get; } = new("name");

    public ExecutionStore Executions { get; } = new();

    public MemberDirectory Members { get; } = new();
}
