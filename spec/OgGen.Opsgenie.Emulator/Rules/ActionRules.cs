using System.Text.Json.Nodes;

namespace OgGen.Opsgenie.Emulator.Rules;

/// <summary>Actions API documentation, sections "Create Action" and "Update Action".</summary>
internal static class ActionRules
{
    // "Create Action API only supports Rest and OEC channel types for now", and update likewise.
    private static readonly string[] s_channelTypes = ["rest", "oec"];

    /// <summary>
    /// A new action, or with <paramref name="partial"/> the changes to one: "only altered fields are sufficient". The channel is not looked
    /// up: the documented update sample changes <c>channelType</c> and keeps the channel, so the service does not compare them either.
    /// </summary>
    /// <param name="body">The action, or the changes, as sent.</param>
    /// <param name="errors">Where errors go.</param>
    /// <param name="partial">Whether fields may be absent.</param>
    /// <param name="answered">The action as it was answered, where it was seeded.</param>
    public static JsonObject Read(JsonObject body, FieldErrors errors, bool partial, JsonObject? answered = null)
    {
        var action = new FieldReader(body, errors, partial: partial, answered: answered);
        action.Text("name", mandatory: true, mayBeEmpty: false);
        action.Text("channelId", mandatory: true, mayBeEmpty: false);
        action.OneOf("channelType", s_channelTypes, mandatory: true);
        if (action.Object("state", mandatory: true) is { } state)
        {
            state.Flag("enabled", mandatory: true);
            state.Text("disableReason");

            // The sample of "Get Action" shows it in an enabled action.
            state.Default("disableReason", "");
        }

        if (action.Object("permissions", mandatory: true) is { } permissions)
        {
            permissions.Flag("allTeamMembersAllowed");
            ReadMembers(permissions);
            permissions.Flag("policiesEnabled");
        }

        foreach (FieldReader parameter in action.Objects("parameters"))
        {
            ReadParameter(parameter);
        }

        // The sample of "Get Action" shows the list of an action that has none.
        action.Default("parameters", new JsonArray());
        action.FreeForm("awsSmDocument");
        JsonObject stored = action.Finish();

        // The team is that of the query, even where unknown fields are kept.
        stored.Remove("teamId");
        return stored;
    }

    private static void ReadMembers(FieldReader permissions)
    {
        foreach (FieldReader member in permissions.Objects("allowedMembers"))
        {
            member.Text("username", mayBeEmpty: false);
            member.Text("id", mayBeEmpty: false);
            if (!member.Has("username") && !member.Has("id"))
            {
                member.Refuse("username", "either username or id should be provided");
            }
        }
    }

    /// <summary>The kinds of value, parameter and input are open: the document shows one value of each and lists none.</summary>
    private static void ReadParameter(FieldReader parameter)
    {
        parameter.Text("name", mandatory: true, mayBeEmpty: false);
        parameter.Text("description");
        parameter.Text("valueType");
        parameter.Flag("required");
        parameter.Texts("defaultValue");
        parameter.Text("parameterType");
        parameter.Text("inputType");
        parameter.Texts("availableValues");

        // The sample of "Create Action" sends two default values and two available ones, and is answered none and the other order.
        parameter.Stored["defaultValue"] = new JsonArray();
        if (parameter.Stored["availableValues"] is JsonArray values)
        {
            parameter.Stored["availableValues"] = new JsonArray([.. values.Reverse().Select(static value => value?.DeepClone())]);
        }
    }
}
