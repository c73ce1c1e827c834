using System.Text.Json.Nodes;
using OgGen.Opsgenie.Emulator.Http;
using OgGen.Opsgenie.Emulator.Rules;

namespace OgGen.Opsgenie.Emulator.Operations;

/// <summary>
/// Executing an action and asking what became of it. The two share one path with two meanings of its variable: the name of an action, and
/// the request id of an execution. Neither takes a team in the query.
/// </summary>
internal sealed class ExecutionOperations(TeamStore actions, ExecutionStore executions, int pollsNeeded)
{
    public IEnumerable<Route> Routes =>
    [
        new("Actions_Execute", "POST", "/v1/actions/actions/executions/{}", Execute) { NeedsBody = true },
        new("Actions_GetExecution", "GET", "/v1/actions/actions/executions/{}", Get),
    ];

    private Answer Execute(Call call)
    {
        var errors = new FieldErrors(call.Unknown);
        JsonObject request = ExecutionRules.Read(call.Body, errors);
        if (errors.Any)
        {
            return Answers.Invalid(errors);
        }

        if (Find(call.Variable, request["ownerTeam"]!) is not { } action)
        {
            return Answers.NotFound($"No action exists with name [{call.Variable}]");
        }

        if (NodeValue.Flag(NodeValue.Member(action["state"], "enabled")) != true)
        {
            return Answers.Invalid("actionName", $"action [{call.Variable}] is disabled");
        }

        ExecutionRules.CheckParameters(request, action, errors);
        if (errors.Any)
        {
            return Answers.Invalid(errors);
        }

        executions.Add(new ExecutionStore.Execution(call.RequestId, StatusOf(call, request, action), pollsNeeded));
        return Answers.Data(new JsonObject { ["message"] = "Request will be processed" }, 202);
    }

    private Answer Get(Call call)
    {
        if (executions.Find(call.Variable) is not { } execution)
        {
            return Answers.NotFound($"No execution exists with request id [{call.Variable}]");
        }

        if (execution.PollsLeft > 0)
        {
            execution.PollsLeft--;
            return Answers.NotProcessedYet();
        }

        return Answers.Data(execution.Status.DeepClone());
    }

    /// <summary>
    /// The team by its id; these APIs do not know the names of teams, so with a name only any team that has the action will do.
    /// </summary>
    private JsonObject? Find(string name, JsonNode ownerTeam) =>
        (string?)ownerTeam["id"] is not { } teamId ? actions.FindInAnyTeam(name)?.Fields
            : actions.TryFind(teamId, name, out TeamStore.Entry? action) ? action.Fields
            : null;

    private static JsonObject StatusOf(Call call, JsonObject request, JsonObject action) => new()
    {
        ["requestId"] = call.RequestId,
        ["opsgenieEntity"] = new JsonObject
        {
            ["id"] = request["identifier"]!.DeepClone(),
            ["type"] = request["type"]!.DeepClone(),
        },
        ["actionName"] = action["name"]!.DeepClone(),
        ["success"] = true,
        ["result"] = $"Successfully processed action: ActionExecutionState{{actionType='{action["channelType"]}', state=finished}}",
    };
}
