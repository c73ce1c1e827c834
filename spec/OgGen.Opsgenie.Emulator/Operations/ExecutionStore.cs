using System.Text.Json.Nodes;

namespace OgGen.Opsgenie.Emulator.Operations;

/// <summary>The executions that were asked for, by their request ids.</summary>
internal sealed class ExecutionStore
{
    private Dictionary<string, Execution> _executions = new(StringComparer.Ordinal);

    /// <summary>An execution: what a status call answers once <see cref="PollsLeft"/> others were put off.</summary>
    internal sealed class Execution(string requestId, JsonObject status, int pollsLeft)
    {
        public string RequestId { get; } = requestId;

        public JsonObject Status { get; } = status;

        public int PollsLeft { get; set; } = pollsLeft;
    }

    public IReadOnlyCollection<Execution> All => _executions.Values;

    public void Add(Execution execution) => _executions[execution.RequestId] = execution;

    public Execution? Find(string requestId) => _executions.GetValueOrDefault(requestId);

    /// <summary>Replaces everything.</summary>
    public void Restore(IEnumerable<Execution> all) =>
        _executions = all.ToDictionary(static execution => execution.RequestId, StringComparer.Ordinal);
}
