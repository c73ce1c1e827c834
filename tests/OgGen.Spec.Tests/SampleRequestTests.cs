using System.Text.Json.Nodes;
using OgGen.Tests.Shared;

namespace OgGen.Spec.Tests;

/// <summary>
/// The 25 sample requests of the two pages. 13 have a body, which is a named example of the operation; all but one have values in
/// the URL, which are named examples of the parameters, under the same name.
/// </summary>
[TestClass]
public sealed class SampleRequestTests
{
    private const string Team1 = "40fba2a9-503a-4460-b0e0-7059335d7e68";
    private const string Team2 = "f57e4588-0c96-410b-8afa-24b31b117c22";

    /// <summary>Operation, name of the example, whether it has a body, value in the path, team.</summary>
    public static IEnumerable<object?[]> Samples =>
    [
        ["Policies_Create", "CreateAutoClosePolicyRequest", true, null, null],
        ["Policies_Create", "CreateAutoRestartNotificationsPolicyRequest", true, null, null],
        ["Policies_Create", "CreateNotificationDeduplicationPolicyRequest", true, null, null],
        ["Policies_Create", "CreateNotificationDelayPolicyRequest", true, null, null],
        ["Policies_Create", "CreateModifyPolicyRequest", true, null, null],
        ["Policies_Get", "GetPolicyRequest", false, "2b228902-cc04-4f8a-b64f-a381f1289c9b", null],
        ["Policies_Update", "UpdatePolicyRequest", true, "c059164d-92dc-4a96-8caa-e70840a545a8", null],
        ["Policies_Delete", "DeletePolicyRequest", false, "53352b69-1ede-42c6-a0fe-73291019f18e", null],
        ["Policies_Disable", "DisablePolicyRequest", false, "2b228902-cc04-4f8a-b64f-a381f1289c9b", null],
        ["Policies_Enable", "EnablePolicyRequest", false, "2b228902-cc04-4f8a-b64f-a381f1289c9b", null],
        ["Policies_ChangeOrder", "ChangePolicyOrderRequest", true, "2b228902-cc04-4f8a-b64f-a381f1289c9b", null],
        ["Policies_List", "ListPoliciesRequest", false, null, null],
        ["ActionChannels_Create", "CreateActionChannelRequest", true, null, Team1],
        ["ActionChannels_Update", "UpdateActionChannelRequest", true, "13683609-1432-4d98-bae0-ffdb6ae4ae0d", Team1],
        ["ActionChannels_Delete", "DeleteActionChannelRequest", false, "4a3c42d8-78c1-4639-8d55-23a68394c151", Team1],
        ["ActionChannels_Get", "GetActionChannelRequest", false, "d903a1dd-8afd-49ba-88f7-34498eb8113c", Team2],
        ["ActionChannels_List", "ListActionChannelsRequest", false, null, Team2],
        ["Actions_Create", "CreateActionRequest", true, null, Team2],
        ["Actions_Update", "UpdateActionRequest", true, "Action2", Team2],
        ["Actions_Delete", "DeleteActionRequest", false, "Action2", Team2],
        ["Actions_Get", "GetActionRequest", false, "Action1", Team2],
        ["Actions_List", "ListActionsRequest", false, null, Team2],
        ["Actions_Execute", "ExecuteActionForAlertRequest", true, "post-to-rest-endpoint", null],
        ["Actions_Execute", "ExecuteActionOnInstanceRequest", true, "startInstanceEx1", null],
        ["Actions_GetExecution", "GetExecutionRequest", false, "9ans345370-d120-498c-laks1-66dlajsd20d3", null],
    ];

    [TestMethod]
    [DynamicData(nameof(Samples))]
    public void Sample_is_in_the_document(string operationId, string name, bool hasBody, string? inPath, string? team)
    {
        Operation operation = SpecWalk.Get(operationId);

        Assert.AreEqual(hasBody, operation.JsonRequest?["examples"]?[name] is not null);
        Assert.AreEqual(inPath, Value(operation, "path", name));
        Assert.AreEqual(team, Value(operation, "query", name));
        Assert.Contains($"`{name}`", SpecDocument.ReadResource("README.md"), "spec/README.md lists every sample request.");
    }

    [TestMethod]
    public void Every_operation_has_a_sample() =>
        Assert.HasCount(20, Samples.Select(sample => (string)sample[0]!).Distinct());

    private static string? Value(Operation operation, string place, string name) =>
        operation.Parameters
            .SingleOrDefault(parameter => parameter["in"]!.GetValue<string>() == place)?["examples"]?[name]?["value"]
            ?.GetValue<string>();
}
