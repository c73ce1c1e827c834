using System.Text.Json.Nodes;

namespace OgGen.Opsgenie.Emulator.Rules;

/// <summary>
/// Actions API documentation, sections "Create Action Channel" and "Update Action Channel". The tables say <c>restChannel</c>; every
/// sample, in both directions, says <c>restActionChannel</c>, and that is the name. Names and URLs may be empty: the sample of "List Action
/// Channels" has such.
/// </summary>
internal static class ChannelRules
{
    private static readonly string[] s_types = ["rest", "aws-systems-manager", "aws-sns", "oec"];

    /// <summary>The channel as the service keeps it, without its id and team.</summary>
    public static JsonObject ReadNew(JsonObject body, FieldErrors errors)
    {
        var channel = new FieldReader(body, errors);
        channel.Text("name", mandatory: true);
        string? type = channel.OneOf("actionType", s_types, mandatory: true);
        ReadConfiguration(channel, type);

        // The sample of "Get Action Channel" shows the headers of a channel that has none.
        if (channel.Stored["restActionChannel"] is JsonObject rest && !rest.ContainsKey("headers"))
        {
            rest["headers"] = new JsonObject();
        }

        return channel.Finish();
    }

    /// <summary>
    /// The changes to a channel of a type. <c>actionType</c>, <c>id</c> and
    /// <c>teamId</c> cannot be changed: they are fields that update does not know, and lost even where unknown fields are kept.
    /// </summary>
    /// <param name="body">The changes as sent.</param>
    /// <param name="type">The type of the channel; null where a seeded one has none.</param>
    /// <param name="errors">Where errors go.</param>
    /// <param name="answered">The channel as it was answered, where it was seeded.</param>
    public static JsonObject ReadChanges(JsonObject body, string? type, FieldErrors errors, JsonObject? answered)
    {
        var channel = new FieldReader(body, errors, answered: answered);
        channel.Text("name", mandatory: true);
        ReadConfiguration(channel, type);
        JsonObject changes = channel.Finish();
        changes.Remove("actionType");
        changes.Remove("id");
        changes.Remove("teamId");
        return changes;
    }

    private static void ReadConfiguration(FieldReader channel, string? type)
    {
        switch (type)
        {
            case "rest" when channel.Object("restActionChannel", mandatory: true) is { } rest:
                rest.Text("url", mandatory: true);
                rest.TextMap("headers");
                break;
            case "aws-systems-manager" when channel.Object("awsSmActionChannel", mandatory: true) is { } manager:
                manager.Text("roleName", mandatory: true);
                manager.Text("accountId", mandatory: true);
                manager.Text("region", mandatory: true);
                break;
            case "aws-sns" when channel.Object("awsSnsActionChannel", mandatory: true) is { } sns:
                sns.Text("topicName", mandatory: true);
                sns.Text("accountId", mandatory: true);
                sns.Text("region", mandatory: true);
                break;
            case null:
                channel.IgnoreRest();
                break;
        }
    }
}
