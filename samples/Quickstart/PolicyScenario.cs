using OgGen;
using Opsgenie;

namespace Quickstart;

/// <summary>The life of a policy, for every kind of policy: create, list, read back, update, disable, enable, delete.</summary>
internal sealed class PolicyScenario(OpsgenieClient client, Report report)
{
    public async Task RunAsync()
    {
        report.Section("Policies: every kind is created, read back, changed and deleted");
        var created = new Dictionary<string, Policy>(StringComparer.Ordinal);
        foreach (Policy policy in PolicySamples.All())
        {
            created.Add(await CreateAsync(policy), policy);
        }

        await ListAsync(created);
        foreach ((string id, Policy sent) in created)
        {
            await UpdateAsync(id, sent);
        }

        await SwitchAsync(created.Keys.First());
        foreach (string id in created.Keys)
        {
            ResultResponse result = await client.Policies.DeleteAsync(id);
            report.Check("result", "Deleted", result.Result);
        }

        report.Row("Policies.DeleteAsync", "each of the policies", "Deleted");
        IReadOnlyList<PolicySummary> left = await client.Policies.ListAsync();
        report.Check("policies left", 0, left.Count);
        report.Row("Policies.ListAsync", "all policies", $"{left.Count} left");
    }

    /// <summary>The service ignores a field that it does not know, so only reading back shows that everything arrived.</summary>
    private async Task<string> CreateAsync(Policy policy)
    {
        PolicyReference reference = await client.Policies.CreateAsync(policy);
        report.Check("name in the answer", policy.Name, reference.Name);
        report.Check("type in the answer", policy.Type.Value, reference.Type.Value);
        report.Row("Policies.CreateAsync", $"{policy.Type} \"{policy.Name}\"", $"id {reference.Id}");

        Policy read = await client.Policies.GetAsync(reference.Id);
        report.Check("id", reference.Id, read.Id);
        report.Check(policy.Name, PolicyFields.Of(policy), PolicyFields.Of(read));
        report.Row("Policies.GetAsync", $"{policy.Type} \"{policy.Name}\"", Describe(read));
        return reference.Id;
    }

    private async Task ListAsync(Dictionary<string, Policy> created)
    {
        // With the response come the status, the headers and the request id that the vendor's support asks for.
        ApiResponse<IReadOnlyList<PolicySummary>> answer = await client.Policies.ListWithResponseAsync();
        report.Check("number of rows", created.Count, answer.Value.Count);
        report.Check("request id present", true, !string.IsNullOrEmpty(answer.RequestId));
        foreach (PolicySummary row in answer.Value)
        {
            report.Check("name in the list", created.GetValueOrDefault(row.Id)?.Name, row.Name);
        }

        report.Row("Policies.ListAsync", "all policies", $"{answer.Value.Count} rows, rate limit {answer.Headers["X-RateLimit-State"]}");
    }

    /// <summary>An update replaces the whole policy: read it, change it, send it back.</summary>
    private async Task UpdateAsync(string id, Policy sent)
    {
        Policy policy = await client.Policies.GetAsync(id);
        policy.PolicyDescription = $"{sent.PolicyDescription} (changed)";
        ResultResponse result = await client.Policies.UpdateAsync(id, policy);
        report.Check("result", "Updated", result.Result);

        Policy read = await client.Policies.GetAsync(id);
        report.Check($"{sent.Name}, updated", PolicyFields.Of(policy), PolicyFields.Of(read));
        report.Row("Policies.UpdateAsync", $"{policy.Type} \"{policy.Name}\"", result.Result);
    }

    private async Task SwitchAsync(string id)
    {
        ResultResponse disabled = await client.Policies.DisableAsync(id);
        report.Check("result", "Disabled", disabled.Result);
        report.Check("enabled after disabling", false, (await client.Policies.GetAsync(id)).Enabled);
        report.Row("Policies.DisableAsync", id, disabled.Result);

        ResultResponse enabled = await client.Policies.EnableAsync(id);
        report.Check("result", "Enabled", enabled.Result);
        report.Check("enabled after enabling", true, (await client.Policies.GetAsync(id)).Enabled);
        report.Row("Policies.EnableAsync", id, enabled.Result);
    }

    /// <summary>A pattern per kind; <c>_</c> takes those that need no words, and what this client was not built for.</summary>
    private static string Describe(Policy policy) => policy switch
    {
        AutoClosePolicy p => $"closes after {p.Duration.TimeAmount} {p.Duration.TimeUnit}",
        AutoRestartNotificationsPolicy p => $"restarts {p.MaxRepeatCount} times",
        FrequencyBasedDeduplicationPolicy p => $"every {p.Count} within {p.Duration.TimeAmount} {p.Duration.TimeUnit}",
        NotificationDeduplicationPolicy p => $"every {p.Count}",
        DelayForDurationPolicy p => $"waits {p.Duration.TimeAmount} {p.Duration.TimeUnit}",
        DelayUntilTimePolicy p => $"waits for {p.DelayOption}, {p.UntilHour:00}:{p.UntilMinute:00}",
        ModifyPolicy p => $"message becomes {p.Message}",
        _ => policy.Name,
    };
}
