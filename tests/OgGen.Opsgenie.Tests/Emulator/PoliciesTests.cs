
namespace OgGen.Opsgenie.Tests.Emulator;

/// <summary>The eight operations of policies over HTTP, with typed results.</summary>
[TestClass]
public sealed class PoliciesTests : EmulatorSession
{
    private static AutoClosePolicy AutoClose(string name = "close") => new()
    {
        Name = name,
        Enabled = true,
        Duration = new Duration { TimeAmount = 10, TimeUnit = TimeUnit.Minutes },
        Filter = new MatchAllFilter(),
    };

    [TestMethod]
    [TestProperty("operation", "Policies_Create")]
    public async Task A_policy_is_created()
    {
        ApiResponse<PolicyReference> created = await Client.Policies.CreateWithResponseAsync(AutoClose());
        Assert.AreEqual(201, created.Status);
        Assert.AreEqual("close", created.Value.Name);
        Assert.AreEqual(PolicyType.AutoClose, created.Value.Type);
        Assert.IsTrue(created.Value.Enabled);
        Assert.AreNotEqual("", created.Value.Id);
        Assert.AreEqual(created.Headers["X-Request-ID"], created.RequestId);
        Assert.IsNotNull(created.RequestId);
    }

    [TestMethod]
    [TestProperty("operation", "Policies_Get")]
    public async Task A_policy_is_read_back_whole()
    {
        var sent = new DelayUntilTimePolicy("next-monday")
        {
            Name = "wait",
            Enabled = false,
            PolicyDescription = "until monday",
            UntilHour = 0,
            UntilMinute = 0,
            Filter = new MatchAllConditionsFilter
            {
                Conditions =
                [
                    new Condition
                    {
                        Field = ConditionField.Message,
                        Operation = ConditionOperation.Contains,
                        ExpectedValue = "x",
                        Not = true,
                    },
                ],
            },
            TimeRestrictions = new WeekdayRestrictions
            {
                Restrictions =
                [
                    new WeekdayRestriction
                    {
                        StartDay = Weekday.Monday,
                        StartHour = 0,
                        StartMin = 0,
                        EndDay = Weekday.Friday,
                        EndHour = 18,
                        EndMin = 30,
                    },
                ],
            },
        };
        PolicyReference created = await Client.Policies.CreateAsync(sent);

        var policy = (DelayUntilTimePolicy)await Client.Policies.GetAsync(created.Id);
        Assert.AreEqual(created.Id, policy.Id);
        Assert.AreEqual(NotificationDelayPolicy.Known.NextMonday, policy.DelayOption);
        Assert.AreEqual("until monday", policy.PolicyDescription);
        Assert.AreEqual(0, policy.UntilHour);
        Assert.IsFalse(policy.Enabled);
        Condition condition = ((MatchAllConditionsFilter)policy.Filter!).Conditions.Single();
        Assert.AreEqual(ConditionOperation.Contains, condition.Operation);
        Assert.IsTrue(condition.Not);
        WeekdayRestriction frame = ((WeekdayRestrictions)policy.TimeRestrictions!).Restrictions.Single();
        Assert.AreEqual(Weekday.Friday, frame.EndDay);
        Assert.AreEqual(0, frame.StartMin);
        Assert.AreEqual(30, frame.EndMin);
    }

    [TestMethod]
    [TestProperty("operation", "Policies_Update")]
    public async Task A_policy_is_replaced_by_one_of_another_type()
    {
        PolicyReference created = await Client.Policies.CreateAsync(AutoClose());
        var changed = new ModifyPolicy
        {
            Name = "rewrite",
            Enabled = true,
            Message = "{{message}}",
            Priority = Priority.P2,
            Details = new() { ["k"] = "v" },
        };
        ResultResponse result = await Client.Policies.UpdateAsync(created.Id, changed);
        Assert.AreEqual("Updated", result.Result);
        Assert.IsNotNull(result.Took);

        var policy = (ModifyPolicy)await Client.Policies.GetAsync(created.Id);
        Assert.AreEqual("rewrite", policy.Name);
        Assert.AreEqual(Priority.P2, policy.Priority);
        Assert.AreEqual("v", policy.Details!["k"]);
        Assert.IsNull(policy.Filter);
    }

    [TestMethod]
    [TestProperty("operation", "Policies_Delete")]
    public async Task A_policy_is_deleted()
    {
        PolicyReference created = await Client.Policies.CreateAsync(AutoClose());
        Assert.AreEqual("Deleted", (await Client.Policies.DeleteAsync(created.Id)).Result);
        var e = await Assert.ThrowsExactlyAsync<ApiException<ErrorResponse>>(() => Client.Policies.GetAsync(created.Id));
        Assert.AreEqual(404, e.Status);
    }

    [TestMethod]
    [TestProperty("operation", "Policies_Disable")]
    [TestProperty("operation", "Policies_Enable")]
    public async Task A_policy_is_disabled_and_enabled()
    {
        PolicyReference created = await Client.Policies.CreateAsync(AutoClose());
        Assert.AreEqual("Disabled", (await Client.Policies.DisableAsync(created.Id)).Result);
        Assert.IsFalse((await Client.Policies.GetAsync(created.Id)).Enabled);
        Assert.AreEqual("Enabled", (await Client.Policies.EnableAsync(created.Id)).Result);
        Assert.IsTrue((await Client.Policies.GetAsync(created.Id)).Enabled);
    }

    [TestMethod]
    [TestProperty("operation", "Policies_ChangeOrder")]
    [TestProperty("operation", "Policies_List")]
    public async Task Policies_are_listed_in_their_order()
    {
        PolicyReference first = await Client.Policies.CreateAsync(AutoClose("a"));
        PolicyReference second = await Client.Policies.CreateAsync(AutoClose("b"));
        Assert.AreEqual(
            "Order Changed", (await Client.Policies.ChangeOrderAsync(second.Id, new ChangePolicyOrderRequest { TargetIndex = 0 })).Result);

        IReadOnlyList<PolicySummary> rows = await Client.Policies.ListAsync();
        CollectionAssert.AreEqual(new[] { second.Id, first.Id }, rows.Select(row => row.Id).ToArray());
        CollectionAssert.AreEqual(new int?[] { 0, 1 }, rows.Select(row => row.Order).ToArray());
        Assert.AreEqual(PolicyType.AutoClose, rows[0].Type);
        Assert.AreEqual("b", rows[0].Name);
        Assert.IsTrue(rows[0].Enabled);
    }

    [TestMethod]
    public async Task A_rule_that_is_broken_is_told_by_field()
    {
        AutoClosePolicy policy = AutoClose(new string('n', 513));
        var e = await Assert.ThrowsExactlyAsync<ApiException<ErrorResponse>>(() => Client.Policies.UpdateAsync("unknown", AutoClose()));
        Assert.AreEqual(404, e.Status);
        policy.Name = "";
        e = await Assert.ThrowsExactlyAsync<ApiException<ErrorResponse>>(() => Client.Policies.CreateAsync(policy));
        Assert.AreEqual(422, e.Status);
        Assert.IsTrue(e.Error.Errors!.ContainsKey("name"), string.Join(", ", e.Error.Errors.Keys));
    }

    [TestMethod]
    public async Task A_read_only_key_reads_and_is_refused_to_write()
    {
        using var reader = new OpsgenieClient(Service.ReadOnlyApiKey, Service.Address);
        Assert.IsEmpty(await reader.Policies.ListAsync());
        var e = await Assert.ThrowsExactlyAsync<ApiException<ErrorResponse>>(() => reader.Policies.CreateAsync(AutoClose()));
        Assert.AreEqual(403, e.Status);
        Assert.AreEqual(40301, e.Error.Code);
        Assert.DoesNotContain(Service.ReadOnlyApiKey, e.ToString());
    }

    [TestMethod]
    public async Task Every_documented_policy_is_accepted_and_read_back()
    {
        foreach (Payloads.DocumentedPayload payload in Payloads.DocumentedPayload.All.Where(
            p => p is { IsRequest: true, Schema: "Policy" }))
        {
            Policy sent = JsonModel.Parse<Policy>(payload.Json);
            PolicyReference created = await Client.Policies.CreateAsync(sent);
            Policy read = await Client.Policies.GetAsync(created.Id);
            Assert.AreSame(sent.GetType(), read.GetType(), payload.Component);
            Assert.AreEqual(sent.Name, read.Name);
        }
    }
}
