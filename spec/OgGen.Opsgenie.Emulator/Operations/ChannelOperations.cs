using System.Text.Json.Nodes;
using OgGen.Opsgenie.Emulator.Http;
using OgGen.Opsgenie.Emulator.Rules;

namespace OgGen.Opsgenie.Emulator.Operations;

/// <summary>The five operations of action channels.</summary>
internal sealed class ChannelOperations(TeamStore store, Func<string> newId)
{
    public IEnumerable<Route> Routes =>
    [
        new("ActionChannels_Create", "POST", "/v1/actions/channels", Create) { NeedsTeam = true, NeedsBody = true },
        new("ActionChannels_List", "GET", "/v1/actions/channels", List) { NeedsTeam = true },
        new("ActionChannels_Get", "GET", "/v1/actions/channels/{}", Get) { NeedsTeam = true },
        new("ActionChannels_Update", "PATCH", "/v1/actions/channels/{}", Update) { NeedsTeam = true, NeedsBody = true },
        new("ActionChannels_Update", "PUT", "/v1/actions/channels/{}", Update) { NeedsTeam = true, NeedsBody = true },
        new("ActionChannels_Delete", "DELETE", "/v1/actions/channels/{}", Delete) { NeedsTeam = true },
    ];

    private Answer Create(Call call)
    {
        var errors = new FieldErrors(call.Unknown);
        JsonObject fields = ChannelRules.ReadNew(call.Body, errors);
        if (errors.Any)
        {
            return Answers.Invalid(errors);
        }

        // The order of the sample: id and team first.
        var channel = new JsonObject { ["id"] = newId(), ["teamId"] = call.TeamId };
        PartialUpdate.Apply(fields, channel);
        store.Add(channel);
        return IdOf(channel, 201);
    }

    private Answer List(Call call) =>
        Answers.Data(new JsonArray([.. store.OfTeam(call.TeamId).Select(static channel => channel.Fields.DeepClone())]));

    private Answer Get(Call call) =>
        store.TryFind(call.TeamId, call.Variable, out TeamStore.Entry? channel)
            ? Answers.Data(channel.Fields.DeepClone())
            : NoChannel(call);

    private Answer Update(Call call)
    {
        if (!store.TryFind(call.TeamId, call.Variable, out TeamStore.Entry? channel))
        {
            return NoChannel(call);
        }

        var errors = new FieldErrors(channel.Seeded ? UnknownMembers.Keep : call.Unknown);
        JsonObject changes = ChannelRules.ReadChanges(
            call.Body, NodeValue.Text(channel.Fields["actionType"]), errors, channel.Seeded ? channel.Fields : null);
        if (errors.Any)
        {
            return Answers.Invalid(errors);
        }

        PartialUpdate.Apply(changes, channel.Fields);
        return IdOf(channel.Fields, 200);
    }

    private Answer Delete(Call call)
    {
        if (!store.TryFind(call.TeamId, call.Variable, out TeamStore.Entry? channel))
        {
            return NoChannel(call);
        }

        store.Remove(channel);

        // In `data`, unlike the deletion of an action.
        return Answers.Data(new JsonObject { ["result"] = "Deleted" });
    }

    private static Answer IdOf(JsonObject channel, int status) =>
        Answers.Data(new JsonObject { ["id"] = channel["id"]!.DeepClone() }, status);

    private static Answer NoChannel(Call call) => Answers.NotFound($"No action channel exists with id [{call.Variable}]");
}
