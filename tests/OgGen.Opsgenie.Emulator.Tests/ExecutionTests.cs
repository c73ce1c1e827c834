namespace OgGen.Opsgenie.Emulator.Tests;

[TestClass]
public sealed class ExecutionTests
{
    private const string Path = "v1/actions/actions/executions/";
    private static readonly OpsgenieEmulatorOptions Immediately = new() { ExecutionsNeedPolls = 0 };

    [TestMethod]
    [DataRow(0)]
    [DataRow(2)]
    [DataRow(5)]
    public async Task An_execution_is_accepted_then_not_processed_for_some_polls_then_done(int polls)
    {
        await using Wire wire = await StartAsync(new OpsgenieEmulatorOptions { ExecutionsNeedPolls = polls });
        Reply accepted = await wire.PostAsync(Path + "post-to-rest-endpoint", Samples.Execution);
        accepted.AssertStatus(202);
        accepted.AssertData("""{"message":"Request will be processed"}""");
        string requestId = (string)accepted.Body["requestId"]!;

        for (int poll = 0; poll < polls; poll++)
        {
            Reply waiting = await wire.GetAsync(Path + requestId);
            waiting.AssertStatus(404);
            Assert.AreEqual("RequestNotProcessed", waiting.Header("X-Opsgenie-Errortype"));
        }

        for (int again = 0; again < 2; again++)
        {
            Reply done = await wire.GetAsync(Path + requestId);
            done.AssertStatus(200);
            done.AssertData($$"""
                {"requestId":"{{requestId}}","opsgenieEntity":{"id":"f16dfd3a-f5ba-454b-8da4-1b0f32c45ed2-1590670606997","type":"alert"},
                 "actionName":"post-to-rest-endpoint","success":true,
                 "result":"Successfully processed action: ActionExecutionState{actionType='rest', state=finished}"}
                """);
            Assert.AreNotEqual(requestId, (string?)done.Body["requestId"]);
        }
    }

    [TestMethod]
    public async Task An_unknown_request_is_not_found_rather_than_not_processed()
    {
        await using Wire wire = await StartAsync(Immediately);
        Reply reply = await wire.GetAsync(Path + "post-to-rest-endpoint");
        reply.AssertStatus(404);
        Assert.AreEqual("NotFound", reply.Header("X-Opsgenie-Errortype"));
    }

    [TestMethod]
    public async Task An_unknown_action_is_not_found()
    {
        await using Wire wire = await StartAsync(Immediately);
        (await wire.PostAsync(Path + "unknown", Samples.Execution)).AssertStatus(404);
    }

    [TestMethod]
    public async Task The_team_is_found_by_its_id_first_and_by_name_any_team_will_do()
    {
        await using Wire wire = await StartAsync(Immediately);
        (await wire.PostAsync(Path + "post-to-rest-endpoint", Json.With(Samples.Execution, "ownerTeam.id", "\"another\""))).AssertStatus(
            404);
        (await wire.PostAsync(
            Path + "post-to-rest-endpoint",
            Json.With(Samples.Execution, "ownerTeam", """{"id":"e5f85ef7-3bd3-4c32-9d69-dcaf20079d0e"}"""))).AssertStatus(202);
        (await wire.PostAsync(
            Path + "post-to-rest-endpoint", Json.With(Samples.Execution, "ownerTeam", """{"name":"teamName"}"""))).AssertStatus(202);
    }

    [TestMethod]
    public async Task A_disabled_action_is_refused()
    {
        await using Wire wire = await StartAsync(Immediately);
        (await wire.PutAsync(
            "v1/actions/actions/post-to-rest-endpoint" + Samples.ExecutionTeam, """{"state":{"enabled":false}}""")).AssertStatus(200);
        (await wire.PostAsync(Path + "post-to-rest-endpoint", Samples.Execution)).AssertErrors("actionName");
    }

    [TestMethod]
    [DataRow("true", "prompt-user", 422)]
    [DataRow("false", "prompt-user", 202)]
    [DataRow("true", "predefined", 202)]
    public async Task A_required_prompted_parameter_must_be_sent(string required, string parameterType, int status)
    {
        await using Wire wire = await StartAsync(Immediately);
        await wire.PutAsync(
            "v1/actions/actions/post-to-rest-endpoint" + Samples.ExecutionTeam,
            $$"""{"parameters":[{"name":"InstanceId","required":{{required}},"parameterType":"{{parameterType}}"}]}""");
        (await wire.PostAsync(Path + "post-to-rest-endpoint", Samples.Execution)).AssertStatus(status);
        string complete = Json.With(
            Samples.Execution, "parameters", """[{"name":"InstanceId","valueType":"string-list","values":["i-019d86dcb5ac833ab"]}]""");
        (await wire.PostAsync(Path + "post-to-rest-endpoint", complete)).AssertStatus(202);
    }

    [TestMethod]
    [DataRow("identifier", null, "identifier")]
    [DataRow("identifier", "\"\"", "identifier")]
    [DataRow("type", null, "type")]
    [DataRow("type", "\"service\"", "type")]
    [DataRow("ownerTeam", null, "ownerTeam")]
    [DataRow("ownerTeam", "{}", "ownerTeam")]
    [DataRow("ownerTeam", "\"ops\"", "ownerTeam")]
    [DataRow("parameters", "{}", "parameters")]
    [DataRow("parameters[0]", "1", "parameters[0]")]
    [DataRow("parameters[0].name", null, "parameters[0].name")]
    [DataRow("parameters[0].valueType", null, "parameters[0].valueType")]
    [DataRow("parameters[0].values", null, "parameters[0].values")]
    [DataRow("parameters[0].values", "\"true\"", "parameters[0].values")]
    [DataRow("parameters[0].values", "[true]", "parameters[0].values[0]")]
    public async Task A_broken_rule_is_a_422_that_names_the_field(string path, string? value, string field)
    {
        await using Wire wire = await StartAsync(Immediately);
        (await wire.PostAsync(Path + "post-to-rest-endpoint", Samples.Execution)).AssertStatus(202);
        (await wire.PostAsync(Path + "post-to-rest-endpoint", Json.With(Samples.Execution, path, value))).AssertErrors(field);
    }

    [TestMethod]
    public async Task An_incident_may_be_the_entity_and_parameters_may_be_absent()
    {
        await using Wire wire = await StartAsync(Immediately);
        string body = Json.With(Json.With(Samples.Execution, "type", "\"incident\""), "parameters", null);
        Reply accepted = await wire.PostAsync(Path + "post-to-rest-endpoint", body);
        accepted.AssertStatus(202);
        Assert.AreEqual("incident", (string?)(await wire.GetAsync(Path + accepted.Body["requestId"])).Data["opsgenieEntity"]!["type"]);
    }

    private static async Task<Wire> StartAsync(OpsgenieEmulatorOptions options)
    {
        Wire wire = await Wire.StartAsync(options);
        (await wire.PostAsync("v1/actions/actions" + Samples.ExecutionTeam, Samples.EnabledAction)).AssertStatus(201);
        return wire;
    }
}
