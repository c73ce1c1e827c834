namespace OgGen.Opsgenie.Tests.Wire;

/// <summary>One call of the client and what it puts on the wire, by opsgenie.md's table.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Body">The body to the byte, or null for none.</param>
/// <param name="Answer">A JSON body that the call takes.</param>
/// <param name="Call">The call.</param>
internal sealed record WireCase(string Method, string Target, string? Body, string Answer, Func<OpsgenieClient, Task> Call)
{
    private const string Result = """{"result":"Done"}""";
    private const string Id = """{"data":{"id":"c-1"}}""";
    private const string Channel = """{"data":{"actionType":"oec","name":"n"}}""";
    private const string Created = """{"data":{"id":"p-1","name":"n","type":"auto-close","enabled":true}}""";
    private const string Policy = """{"data":{"type":"notification-suppress","name":"n","enabled":true}}""";
    private const string Action =
        """{"data":{"name":"a","channelId":"c-1","channelType":"oec","state":{"enabled":true},"permissions":{}}}""";
    private const string Accepted = """{"data":{"message":"Request will be processed"},"requestId":"r-1"}""";
    private const string Execution = """{"data":{"requestId":"r-1","success":true}}""";
    private const string NoRows = """{"data":[]}""";

    // Broken into lines here, sent as one.
    private static readonly string s_autoClose = """
        {"type":"auto-close","name":"close \"what\" nobody töuched","enabled":false,"duration":{"timeAmount":0,"timeUnit":"minutes"},
        "filter":{"type":"match-any-condition","conditions":[
        {"field":"extra-properties","key":"k","not":false,"operation":"contains-key","expectedValue":"","order":0},
        {"field":"a-new-field","operation":"is-empty","order":-1}]},
        "timeRestrictions":{"type":"time-of-day","restriction":{"startHour":0,"startMin":0,"endHour":0,"endMin":0}}}
        """.ReplaceLineEndings("");

    private static readonly string s_modify = """
        {"type":"modify","name":"rewrite","enabled":true,"policyDescription":"of the policy","message":"{{message}} <&'+>","continue":false,
        "description":"of the alert","alertActions":["restart"],"actions":["restart"],"details":{"b":"2","a":"1"},
        "recipients":[{"type":"user","username":"user@opsgenie.com"},{"type":"none"}],"ignoreOriginalTags":true,"tags":[],"priority":"P1"}
        """.ReplaceLineEndings("");

    private static readonly string s_definition = """
        {"name":"Action 2/x","channelId":"c-1","channelType":"rest","state":{"enabled":false,"disableReason":""},
        "permissions":{"allTeamMembersAllowed":false,"allowedMembers":[{"username":"user@opsgenie.com"}],"policiesEnabled":true},
        "parameters":[{"name":"p","valueType":"string-list","required":true,"defaultValue":[],"parameterType":"prompt-user",
        "inputType":"a-new-input","availableValues":["v1","v2"]}],"awsSmDocument":{"schemaVersion":0.30}}
        """.ReplaceLineEndings("");

    private static readonly string s_execution = """
        {"identifier":"f16dfd3a-1590670606997","type":"alert","ownerTeam":{"id":"team-1"},
        "parameters":[{"name":"testValue","valueType":"boolean","values":["true"]}]}
        """.ReplaceLineEndings("");

    /// <summary>By operation.</summary>
    public static IReadOnlyDictionary<string, WireCase> All { get; } = new Dictionary<string, WireCase>
    {
        ["Policies_Create"] = new("POST", "/v1/policies", s_autoClose, Created, c => c.Policies.CreateAsync(Requests.AutoClose())),
        ["Policies_Get"] = new("GET", "/v1/policies/p-1", null, Policy, c => c.Policies.GetAsync("p-1")),
        ["Policies_Update"] = new("PUT", "/v1/policies/p-1", s_modify, Result, c => c.Policies.UpdateAsync("p-1", Requests.Modify())),
        ["Policies_Delete"] = new("DELETE", "/v1/policies/p-1", null, Result, c => c.Policies.DeleteAsync("p-1")),
        ["Policies_Disable"] = new("POST", "/v1/policies/p-1/disable", null, Result, c => c.Policies.DisableAsync("p-1")),
        ["Policies_Enable"] = new("POST", "/v1/policies/p-1/enable", null, Result, c => c.Policies.EnableAsync("p-1")),
        ["Policies_ChangeOrder"] = new("POST", "/v1/policies/p-1/change-order", """{"targetIndex":0}""", Result,
            c => c.Policies.ChangeOrderAsync("p-1", new ChangePolicyOrderRequest { TargetIndex = 0 })),
        ["Policies_List"] = new("GET", "/v1/policies", null, NoRows, c => c.Policies.ListAsync()),
        ["ActionChannels_Create"] = new(
            "POST",
            "/v1/actions/channels?teamId=team%201",
            """{"actionType":"rest","name":"hook","restActionChannel":{"url":"https://example.com/hook","headers":{"X-Token":"s3cret"}}}""",
            Id,
            c => c.ActionChannels.CreateAsync("team 1", Requests.Rest())),
        ["ActionChannels_Update"] = new(
            "PATCH",
            "/v1/actions/channels/c-1?teamId=t",
            """{"name":"","restActionChannel":{"url":"https://x"}}""",
            Id,
            c => c.ActionChannels.UpdateAsync(
                "c-1", "t", new ActionChannelUpdate { Name = "", RestActionChannel = new RestChannelConfiguration { Url = "https://x" } })),
        ["ActionChannels_Delete"] = new(
            "DELETE",
            "/v1/actions/channels/c-1?teamId=t",
            null,
            """{"data":{"result":"Deleted"}}""",
            c => c.ActionChannels.DeleteAsync("c-1", "t")),
        ["ActionChannels_Get"] = new("GET", "/v1/actions/channels/c-1?teamId=t", null, Channel, c => c.ActionChannels.GetAsync("c-1", "t")),
        ["ActionChannels_List"] = new("GET", "/v1/actions/channels?teamId=t", null, NoRows, c => c.ActionChannels.ListAsync("t")),
        ["Actions_Create"] = new(
            "POST", "/v1/actions/actions?teamId=t", s_definition, Action, c => c.Actions.CreateAsync("t", Requests.Definition())),
        ["Actions_Update"] = new("PUT", "/v1/actions/actions/Action%202%2Fx?teamId=t", """{"state":{"enabled":false}}""", Action,
            c => c.Actions.UpdateAsync("Action 2/x", "t", new ActionUpdate { State = new ActionState { Enabled = false } })),
        ["Actions_Delete"] = new(
            "DELETE", "/v1/actions/actions/Action%202%2Fx?teamId=t", null, Result, c => c.Actions.DeleteAsync("Action 2/x", "t")),
        ["Actions_Get"] = new(
            "GET", "/v1/actions/actions/Action%202%2Fx?teamId=t", null, Action, c => c.Actions.GetAsync("Action 2/x", "t")),
        ["Actions_List"] = new("GET", "/v1/actions/actions?teamId=t", null, NoRows, c => c.Actions.ListAsync("t")),
        ["Actions_Execute"] = new(
            "POST",
            "/v1/actions/actions/executions/Action%202%2Fx",
            s_execution,
            Accepted,
            c => c.Actions.ExecuteAsync("Action 2/x", Requests.Execution())),
        ["Actions_GetExecution"] = new(
            "GET", "/v1/actions/actions/executions/r-1", null, Execution, c => c.Actions.GetExecutionAsync("r-1")),
    };

    /// <summary>The operations, as rows for a test.</summary>
    public static IEnumerable<object[]> Rows => All.Keys.Select(operation => new object[] { operation });
}
