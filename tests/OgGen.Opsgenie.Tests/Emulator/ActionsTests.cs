
namespace OgGen.Opsgenie.Tests.Emulator;

/// <summary>The seven operations of actions and their executions over HTTP, with typed results.</summary>
[TestClass]
public sealed class ActionsTests : EmulatorSession
{
    private const string Name = "Restart host 2/x";

    private Task<ActionDefinition> CreateAsync() => Client.Actions.CreateAsync(Team, new ActionDefinition
    {
        Name = Name,
        ChannelId = "c-1",
        ChannelType = ActionChannelType.Oec,
        State = new ActionState { Enabled = true },
        Permissions = new ActionPermissions
        {
            AllTeamMembersAllowed = false,
            AllowedMembers = [new ActionMember { Username = "user@opsgenie.com" }],
        },
        Parameters =
        [
            new ActionParameter { Name = "host", ValueType = ActionValueType.String, Required = true, AvailableValues = ["a", "b"] },
        ],
    });

    private ExecuteActionRequest Execution() => new()
    {
        Identifier = "alert-1",
        Type = ExecutionEntityType.Alert,
        OwnerTeam = new OwnerTeam { Id = Team },
        Parameters = [new ExecutionParameter { Name = "host", ValueType = ActionValueType.String, Values = ["a"] }],
    };

    [TestMethod]
    [TestProperty("operation", "Actions_Create")]
    public async Task An_action_is_created()
    {
        ActionDefinition created = await CreateAsync();
        Assert.AreEqual(Name, created.Name);
        Assert.AreEqual(Team, created.TeamId);
        Assert.AreEqual(ActionChannelType.Oec, created.ChannelType);
        Assert.IsTrue(created.State.Enabled);
        Assert.IsNotNull(created.Permissions.AllowedMembers!.Single().Username);
        ActionParameter parameter = created.Parameters!.Single();
        Assert.IsTrue(parameter.Required);
        Assert.HasCount(2, parameter.AvailableValues!);
    }

    [TestMethod]
    [TestProperty("operation", "Actions_Get")]
    public async Task An_action_is_read_back()
    {
        await CreateAsync();
        ActionDefinition action = await Client.Actions.GetAsync(Name, Team);
        Assert.AreEqual(Name, action.Name);
        Assert.AreEqual("c-1", action.ChannelId);
        Assert.AreEqual(ActionValueType.String, action.Parameters!.Single().ValueType);
    }

    [TestMethod]
    [TestProperty("operation", "Actions_Update")]
    public async Task An_action_is_changed_in_part()
    {
        await CreateAsync();
        ActionDefinition updated = await Client.Actions.UpdateAsync(
            Name, Team, new ActionUpdate { State = new ActionState { Enabled = false, DisableReason = "broken" } });
        Assert.IsNull(updated.TeamId);
        Assert.IsFalse(updated.State.Enabled);
        Assert.AreEqual("broken", updated.State.DisableReason);
        Assert.AreEqual("c-1", updated.ChannelId);
    }

    [TestMethod]
    [TestProperty("operation", "Actions_List")]
    public async Task Actions_are_listed()
    {
        await CreateAsync();
        ActionSummary row = (await Client.Actions.ListAsync(Team)).Single();
        Assert.AreEqual(Name, row.Name);
        Assert.AreEqual(ActionChannelType.Oec, row.ChannelType);
        Assert.IsTrue(row.State!.Enabled);
    }

    [TestMethod]
    [TestProperty("operation", "Actions_Delete")]
    public async Task An_action_is_deleted()
    {
        await CreateAsync();
        Assert.AreEqual("Deleted", (await Client.Actions.DeleteAsync(Name, Team)).Result);
        Assert.IsEmpty(await Client.Actions.ListAsync(Team));
    }

    [TestMethod]
    [TestProperty("operation", "Actions_Execute")]
    [TestProperty("operation", "Actions_GetExecution")]
    public async Task An_action_is_executed_and_waited_for()
    {
        await CreateAsync();
        ApiResponse<ExecuteActionResponse> accepted = await Client.Actions.ExecuteWithResponseAsync(Name, Execution());
        Assert.AreEqual(202, accepted.Status);
        Assert.AreEqual("Request will be processed", accepted.Value.Data.Message);
        string requestId = accepted.Value.RequestId!;

        var early = await Assert.ThrowsExactlyAsync<ApiException<ErrorResponse>>(() => Client.Actions.GetExecutionAsync(requestId));
        Assert.AreEqual(404, early.Status);
        Assert.AreEqual("RequestNotProcessed", early.Headers["X-Opsgenie-Errortype"]);

        var time = new ManualTimeProvider();
        using var patient = new OpsgenieClient(Service.ApiKey, Service.Address, new ApiClientOptions
        {
            TimeProvider = time,
            Timeout = Timeout.InfiniteTimeSpan,
            AttemptTimeout = Timeout.InfiniteTimeSpan,
        });
        ActionExecution done = await time.DriveAsync(
            patient.Actions.GetExecutionAndWaitAsync(requestId, new ApiPollOptions { Deadline = Timeout.InfiniteTimeSpan }));
        Assert.HasCount(1, time.Waits);
        Assert.AreEqual(requestId, done.RequestId);
        Assert.IsTrue(done.Success);
        Assert.AreEqual(Name, done.ActionName);
        Assert.AreEqual(ExecutionEntityType.Alert, done.OpsgenieEntity!.Type);
        Assert.AreEqual("alert-1", done.OpsgenieEntity.Id);
    }
}
