using System.Text.Json.Nodes;
using OgGen.Opsgenie.Emulator.Http;
using OgGen.Opsgenie.Emulator.Rules;

namespace OgGen.Opsgenie.Emulator.Operations;

/// <summary>The five operations of actions.</summary>
internal sealed class ActionOperations(TeamStore store, MemberDirectory members)
{
    public IEnumerable<Route> Routes =>
    [
        new("Actions_Create", "POST", "/v1/actions/actions", Create) { NeedsTeam = true, NeedsBody = true },
        new("Actions_List", "GET", "/v1/actions/actions", List) { NeedsTeam = true },
        new("Actions_Get", "GET", "/v1/actions/actions/{}", Get) { NeedsTeam = true },
        new("Actions_Update", "PUT", "/v1/actions/actions/{}", Update) { NeedsTeam = true, NeedsBody = true },
        new("Actions_Delete", "DELETE", "/v1/actions/actions/{}", Delete) { NeedsTeam = true },
    ];

    private Answer Create(Call call)
    {
        var errors = new FieldErrors(call.Unknown);
        JsonObject fields = ActionRules.Read(call.Body, errors, partial: false);
        if (errors.Any)
        {
            return Answers.Invalid(errors);
        }

        if (store.TryFind(call.TeamId, (string)fields["name"]!, out _))
        {
            return NameIsTaken();
        }

        // The order of the sample: the team after the name.
        var action = new JsonObject { ["name"] = null, ["teamId"] = call.TeamId };
        Apply(fields, action);
        store.Add(action);
        return Answers.Data(action.DeepClone(), 201);
    }

    private Answer List(Call call)
    {
        var rows = new JsonArray();
        foreach (TeamStore.Entry action in store.OfTeam(call.TeamId))
        {
            // A seeded action may lack fields, and then so does its row.
            rows.Add((JsonNode)new JsonObject(action.Fields
                .Where(static field => field.Key is "name" or "channelId" or "channelType" or "state")
                .Select(static field => KeyValuePair.Create(field.Key, field.Value?.DeepClone()))));
        }

        return Answers.Data(rows);
    }

    private Answer Get(Call call) =>
        store.TryFind(call.TeamId, call.Variable, out TeamStore.Entry? action) ? Answers.Data(action.Fields.DeepClone()) : NoAction(call);

    private Answer Update(Call call)
    {
        if (!store.TryFind(call.TeamId, call.Variable, out TeamStore.Entry? action))
        {
            return NoAction(call);
        }

        var errors = new FieldErrors(action.Seeded ? UnknownMembers.Keep : call.Unknown);
        JsonObject changes = ActionRules.Read(call.Body, errors, partial: true, action.Seeded ? action.Fields : null);
        if (errors.Any)
        {
            return Answers.Invalid(errors);
        }

        if (NodeValue.Text(changes["name"]) is { } name && store.TryFind(call.TeamId, name, out TeamStore.Entry? other) && other != action)
        {
            return NameIsTaken();
        }

        Apply(changes, action.Fields);
        var answer = (JsonObject)action.Fields.DeepClone();

        // As in the sample of "Update Action", unlike those of create and get.
        answer.Remove("teamId");
        return Answers.Data(answer);
    }

    private Answer Delete(Call call)
    {
        if (!store.TryFind(call.TeamId, call.Variable, out TeamStore.Entry? action))
        {
            return NoAction(call);
        }

        store.Remove(action);
        return Answers.Result("Deleted");
    }

    private void Apply(JsonObject changes, JsonObject action)
    {
        if (changes["permissions"]?["allowedMembers"] is JsonArray allowed)
        {
            foreach (JsonObject member in allowed.OfType<JsonObject>())
            {
                members.Resolve(member);
            }
        }

        PartialUpdate.Apply(changes, action);
    }

    private static Answer NameIsTaken() => Answers.Invalid("name", "an action with this name exists already");

    private static Answer NoAction(Call call) => Answers.NotFound($"No action exists with name [{call.Variable}]");
}
