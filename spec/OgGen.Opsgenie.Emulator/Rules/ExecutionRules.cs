using System.Text.Json.Nodes;

namespace OgGen.Opsgenie.Emulator.Rules;

/// <summary>Actions API documentation, section "Execute Action".</summary>
internal static class ExecutionRules
{
    private static readonly string[] s_entityTypes = ["alert", "incident"];

    public static JsonObject Read(JsonObject body, FieldErrors errors)
    {
        var execution = new FieldReader(body, errors);
        execution.Text("identifier", mandatory: true, mayBeEmpty: false);
        execution.OneOf("type", s_entityTypes, mandatory: true);
        if (execution.Object("ownerTeam", mandatory: true) is { } team)
        {
            team.Text("id", mayBeEmpty: false);
            team.Text("name", mayBeEmpty: false);
            if (!team.Has("id") && !team.Has("name"))
            {
                execution.Refuse("ownerTeam", "either name or id should be provided");
            }
        }

        foreach (FieldReader parameter in execution.Objects("parameters"))
        {
            parameter.Text("name", mandatory: true, mayBeEmpty: false);
            parameter.Text("valueType", mandatory: true, mayBeEmpty: false);
            parameter.Texts("values", mandatory: true);
        }

        return execution.Finish();
    }

    /// <summary>"Parameter fields are mandatory for only defined as prompted-user and required fields."</summary>
    public static void CheckParameters(JsonObject execution, JsonObject action, FieldErrors errors)
    {
        var sent = NodeValue.Objects(execution["parameters"]).Select(static parameter => NodeValue.Text(parameter["name"]))
            .ToHashSet(StringComparer.Ordinal);
        foreach (JsonObject parameter in NodeValue.Objects(action["parameters"]))
        {
            bool needed = NodeValue.Text(parameter["parameterType"]) == "prompt-user" && NodeValue.Flag(parameter["required"]) == true;
            if (needed && !sent.Contains(NodeValue.Text(parameter["name"])))
            {
                errors.Add("parameters", $"parameter [{parameter["name"]}] is required");
            }
        }
    }
}
