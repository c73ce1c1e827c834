using System.Text.Json;
using System.Text.Json.Nodes;

namespace OgGen.Opsgenie.Tests.Keeping;

/// <summary>One member of a policy that is changed: in the object, and in the JSON that the object was read from.</summary>
/// <param name="Name">The member.</param>
/// <param name="Apply">Changes both; false where the policy has no such member.</param>
internal sealed record Change(string Name, Func<Policy, JsonObject, bool> Apply)
{
    public static IReadOnlyList<Change> All { get; } =
    [
        new("nothing", static (_, _) => true),
        new("name", static (policy, json) =>
        {
            policy.Name = "changed";
            json["name"] = "changed";
            return true;
        }),
        new("enabled", static (policy, json) =>
        {
            policy.Enabled = !policy.Enabled;
            json["enabled"] = policy.Enabled;
            return true;
        }),
        new("policyDescription", static (policy, json) =>
        {
            policy.PolicyDescription = "changed";
            json["policyDescription"] = "changed";
            return true;
        }),
        new("an unknown member", static (policy, json) =>
        {
            policy.AdditionalProperties["added"] = JsonDocument.Parse("[1]").RootElement;
            json["added"] = new JsonArray(1);
            return true;
        }),
        new("expectedValue", static (policy, json) =>
        {
            if (Conditions(policy.Filter) is not [Condition first, ..])
            {
                return false;
            }

            first.ExpectedValue = "changed";
            json["filter"]!["conditions"]![0]!["expectedValue"] = "changed";
            return true;
        }),
        new("startHour", static (policy, json) =>
        {
            if (policy.TimeRestrictions is not TimeOfDayRestrictions times)
            {
                return false;
            }

            times.Restriction.StartHour = 23;
            json["timeRestrictions"]!["restriction"]!["startHour"] = 23;
            return true;
        }),
        new("alertActions", static (policy, json) => SetActions(policy, json, static modify => modify.AlertActions = ["changed"])),
        new(
            "an alert action",
            static (policy, json) => SetActions(policy, json, static modify => (modify.AlertActions ??= []).Add("added"))),
        new("details", static (policy, json) =>
        {
            if (policy is not ModifyPolicy { Details: { } details })
            {
                return false;
            }

            details["added"] = "5";
            json["details"]!["added"] = "5";
            return true;
        }),
        new("a member that is removed", static (policy, json) =>
        {
            if (policy is not ModifyPolicy { Alias: not null } modify)
            {
                return false;
            }

            modify.Alias = null;
            json.Remove("alias");
            return true;
        }),
        new("a tag", static (policy, json) =>
        {
            if (policy is not ModifyPolicy { Tags: { } tags })
            {
                return false;
            }

            tags.Insert(0, "added");
            json["tags"]!.AsArray().Insert(0, "added");
            return true;
        }),
    ];

    private static List<Condition>? Conditions(Filter? filter) => filter switch
    {
        MatchAnyConditionFilter any => any.Conditions,
        MatchAllConditionsFilter all => all.Conditions,
        _ => null,
    };

    /// <summary>The names that came have the new value; where none came, both have it.</summary>
    private static bool SetActions(Policy policy, JsonObject json, Action<ModifyPolicy> set)
    {
        if (policy is not ModifyPolicy modify)
        {
            return false;
        }

        set(modify);
        string[] both = ["alertActions", "actions"];
        string[] came = [.. both.Where(json.ContainsKey)];
        foreach (string name in came.Length > 0 ? came : both)
        {
            json[name] = new JsonArray([.. modify.AlertActions!.Select(static action => (JsonNode)action)]);
        }

        return true;
    }
}
