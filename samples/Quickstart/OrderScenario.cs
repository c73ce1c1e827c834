using Opsgenie;

namespace Quickstart;

/// <summary>
/// The order of policies. They are ordered in groups (auto-restart, auto-close, notification, modify), and an index counts within the
/// group.
/// </summary>
internal sealed class OrderScenario(OpsgenieClient client, Report report)
{
    public async Task RunAsync()
    {
        report.Section("Order: three auto-close policies are moved within their group");
        PolicyReference first = await client.Policies.CreateAsync(PolicySamples.AutoClose("first"));
        PolicyReference second = await client.Policies.CreateAsync(PolicySamples.AutoClose("second"));
        PolicyReference third = await client.Policies.CreateAsync(PolicySamples.AutoClose("third"));

        await ShowAsync("first, second, third");

        await MoveAsync(third, targetIndex: 0);
        await ShowAsync("third, first, second");

        await MoveAsync(first, targetIndex: 0);
        await ShowAsync("first, third, second");

        // An index beyond the end means the last place.
        await MoveAsync(first, targetIndex: 1000);
        await ShowAsync("third, second, first");

        foreach (PolicyReference policy in (PolicyReference[])[first, second, third])
        {
            await client.Policies.DeleteAsync(policy.Id);
        }
    }

    private async Task MoveAsync(PolicyReference policy, int targetIndex)
    {
        ResultResponse result = await client.Policies.ChangeOrderAsync(
            policy.Id, new ChangePolicyOrderRequest { TargetIndex = targetIndex });
        report.Check("result", "Order Changed", result.Result);
        report.Row("Policies.ChangeOrderAsync", $"\"{policy.Name}\" to {targetIndex}", result.Result);
    }

    private async Task ShowAsync(string expected)
    {
        IReadOnlyList<PolicySummary> rows = await client.Policies.ListAsync();
        List<PolicySummary> group = [.. rows.Where(static row => row.Type == PolicyType.AutoClose).OrderBy(static row => row.Order)];
        string names = string.Join(", ", group.Select(static row => row.Name));
        report.Check("order of the group", expected, names);
        for (int index = 0; index < group.Count; index++)
        {
            report.Check($"order of {group[index].Name}", index, group[index].Order);
        }

        report.Row("Policies.ListAsync", "auto-close policies", names);
    }
}
