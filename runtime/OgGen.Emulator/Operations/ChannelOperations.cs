using System.Text.Json.Nodes;
using OgGen.Emulator.Http;
using OgGen.Emulator.Rules;

namespace OgGen.Emulator.Operations;

/// <summary>The five operations of action channels, and the channels of every team, oldest first.</summary>
internal sealed class ChannelOperations(Func<string> newId)
{
    private readonly List<JsonObject> channels = [];

    public IEnumerable<Route> Routes =>
    [
        new("POST", "/v1/actions/channels", Create) { NeedsTeam = true, NeedsBody = true },
        new("GET", "/v1/actions/channels", List) { NeedsTeam = true },
        new("GET", "/v1/actions/channels/{}", Get) { NeedsTeam = true },
        new("PATCH", "/v1/actions/channels/{}", Update) { NeedsTeam = true, NeedsBody = true },
        new("DELETE", "/v1/actions/channels/{}", Delete) { NeedsTeam = true },
    ];

    private Answer Create(Call call)
    {
        var errors = new FieldErrors();
        JsonObject fields = ChannelRules.ReadNew(call.Body, errors);
        if (errors.Any)
        {
            return Answers.Invalid(errors);
        }

        // The order of the sample: id and team first.
        var channel = new JsonObject { ["id"] = newId(), ["teamId"] = call.TeamId };
        PartialUpdate.Apply(fields, channel);
        channels.Add(channel);
        return IdOf(channel, 201);
    }

    private Answer List(Call call) =>
        Answers.Data(new JsonArray([.. channels.Where(channel => IsOfTeam(channel, call)).Select(static channel => channel.DeepClone())]));

    private Answer Get(Call call) => Find(call) is { } channel ? Answers.Data(channel.DeepClone()) : NoChannel(call);

    private Answer Update(Call call)
    {
        if (Find(call) is not { } channel)
        {
            return NoChannel(call);
        }

        var errors = new FieldErrors();
        JsonObject changes = ChannelRules.ReadChanges(call.Body, (string)channel["actionType"]!, errors);
        if (errors.Any)
        {
            return Answers.Invalid(errors);
        }

        PartialUpdate.Apply(changes, channel);
        return IdOf(channel, 200);
    }

    private Answer Delete(Call call)
    {
        if (Find(call) is not { } channel)
        {
            return NoChannel(call);
        }

        channels.Remove(channel);

        // In `data`, unlike the deletion of an action.
        return Answers.Data(new JsonObject { ["result"] = "Deleted" });
    }

    private JsonObject? Find(Call call) =>
        channels.Find(channel => IsOfTeam(channel, call) && (string?)channel["id"] == call.Variable);

    private static bool IsOfTeam(JsonObject channel, Call call) => (string?)channel["teamId"] == call.TeamId;

    private static Answer IdOf(JsonObject channel, int status) =>
        Answers.Data(new JsonObject { ["id"] = channel["id"]!.DeepClone() }, status);

    private static Answer NoChannel(Call call) => Answers.NotFound($"No action channel exists with id [{call.Variable}]");
}
