using System.Text.Json.Nodes;
using OgGen.Opsgenie.Emulator.Http;
using OgGen.Opsgenie.Emulator.Rules;

namespace OgGen.Opsgenie.Emulator.Operations;

/// <summary>The eight operations of the Policy API.</summary>
internal sealed class PolicyOperations(PolicyStore store, DocumentedBy source)
{
    public IEnumerable<Route> Routes =>
    [
        new("Policies_Create", "POST", "/v1/policies", Create) { NeedsBody = true },
        new("Policies_List", "GET", "/v1/policies", List),
        new("Policies_Get", "GET", "/v1/policies/{}", Get),
        new("Policies_Update", "PUT", "/v1/policies/{}", Update) { NeedsBody = true },
        new("Policies_Delete", "DELETE", "/v1/policies/{}", Delete),
        new("Policies_Enable", "POST", "/v1/policies/{}/enable", call => Enable(call, enabled: true, "Enabled")),
        new("Policies_Disable", "POST", "/v1/policies/{}/disable", call => Enable(call, enabled: false, "Disabled")),
        new("Policies_ChangeOrder", "POST", "/v1/policies/{}/change-order", ChangeOrder) { NeedsBody = true },
    ];

    private Answer Create(Call call)
    {
        var errors = new FieldErrors(call.Unknown);
        JsonObject policy = PolicyRules.Read(call.Body, errors, source);
        return errors.Any ? Answers.Invalid(errors) : Answers.Data(Pick(store.Add(policy), "id", "name", "type", "enabled"), 201);
    }

    private Answer List(Call call)
    {
        var rows = new JsonArray();
        foreach ((JsonObject policy, int order) in store.InOrder())
        {
            JsonObject row = Pick(policy, "id", "name", "type");
            row["order"] = order;
            if (policy["enabled"] is { } enabled)
            {
                row["enabled"] = enabled.DeepClone();
            }

            rows.Add((JsonNode)row);
        }

        return Answers.Data(rows);
    }

    private Answer Get(Call call) =>
        store.Find(call.Variable) is { } entry ? Answers.Data(entry.Policy.DeepClone()) : NoPolicy(call);

    private Answer Update(Call call)
    {
        if (store.Find(call.Variable) is not { } entry)
        {
            return NoPolicy(call);
        }

        // A type that only a seed can have: the service that answered it knows its fields, the emulator does not, so it accepts them all.
        bool unknownToRules = !PolicyRules.Knows(entry.Type)
            && call.Body["type"] is JsonValue type && type.TryGetValue(out string? sent) && sent == entry.Type;
        var errors = new FieldErrors(entry.Seeded ? UnknownMembers.Drop : call.Unknown);
        JsonObject policy = unknownToRules ? call.Body : PolicyRules.Read(call.Body, errors, source, entry.Seeded ? entry.Policy : null);
        if (errors.Any)
        {
            return Answers.Invalid(errors);
        }

        if (entry.Seeded && !unknownToRules)
        {
            // Checked but for what it was before, then stored as sent: the service knows the fields that it has answered.
            JsonNode? enabled = policy["enabled"]?.DeepClone();
            policy = call.Body;
            if (enabled is not null)
            {
                policy["enabled"] = enabled;
            }
        }

        store.Replace(entry, policy);
        return Result("Updated", policy);
    }

    private Answer Delete(Call call)
    {
        if (store.Find(call.Variable) is not { } entry)
        {
            return NoPolicy(call);
        }

        store.Remove(entry);
        return Result("Deleted", entry.Policy);
    }

    private Answer Enable(Call call, bool enabled, string result)
    {
        if (store.Find(call.Variable) is not { } entry)
        {
            return NoPolicy(call);
        }

        entry.Policy["enabled"] = enabled;
        return Result(result, entry.Policy);
    }

    private Answer ChangeOrder(Call call)
    {
        if (store.Find(call.Variable) is not { } entry)
        {
            return NoPolicy(call);
        }

        var errors = new FieldErrors(call.Unknown);
        var order = new FieldReader(call.Body, errors);
        long? targetIndex = order.Integer("targetIndex", mandatory: true, min: 0);
        order.Finish();
        if (errors.Any)
        {
            return Answers.Invalid(errors);
        }

        store.Move(entry, targetIndex!.Value);
        return Result("Order Changed", entry.Policy);
    }

    /// <summary>The samples of the page have the result alone; the published schema has <c>data</c> with id and name beside it.</summary>
    private Answer Result(string result, JsonObject policy)
    {
        Answer answer = Answers.Result(result);
        if (source == DocumentedBy.PublishedSchema)
        {
            answer.Body["data"] = Pick(policy, "id", "name");
        }

        return answer;
    }

    private static Answer NoPolicy(Call call) => Answers.NotFound($"No policy exists with id [{call.Variable}]");

    private static JsonObject Pick(JsonObject policy, params ReadOnlySpan<string> names)
    {
        var picked = new JsonObject();
        foreach (string name in names)
        {
            if (policy[name] is { } value)
            {
                picked[name] = value.DeepClone();
            }
        }

        return picked;
    }
}
