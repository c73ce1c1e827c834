using System.Text.Json.Nodes;

namespace OgGen.Opsgenie.Emulator.Rules;

/// <summary>Policy API documentation, section "Create Policy": the fields of every policy and of each type.</summary>
internal static class PolicyRules
{
    private const int MaxTextLength = 512;

    private static readonly Dictionary<string, Action<FieldReader>> s_extraFields = new(StringComparer.Ordinal)
    {
        ["auto-restart-notifications"] = AutoRestart,
        ["auto-close"] = static policy => Duration(policy, mandatory: true),
        ["notification-suppress"] = static _ => { },
        ["notification-deduplication"] = Deduplication,
        ["notification-delay"] = Delay,

        // The published schema has it, with the fields of every policy; the page does not list it.
        ["notification-renotify"] = static _ => { },
        ["modify"] = Modify,
    };

    private static readonly string[] s_deduplicationTypes = ["value-based", "frequency-based"];

    private static readonly string[] s_delayOptions =
    [
        "for-duration", "next-time", "next-weekday", "next-monday", "next-tuesday", "next-wednesday", "next-thursday", "next-friday",
        "next-saturday", "next-sunday",
    ];

    // The table has three; the deduplication sample uses seconds, and the vendor's own schema adds the rest, "miliseconds" spelt so.
    private static readonly string[] s_timeUnits = ["days", "hours", "minutes", "seconds", "miliseconds", "micros", "nanos"];

    // The vendor's own schema adds "group" to the list of the document.
    private static readonly string[] s_recipientTypes = ["user", "escalation", "team", "schedule", "none", "all", "group"];

    private static readonly string[] s_priorities = ["P1", "P2", "P3", "P4", "P5"];

    public static bool Knows(string type) => s_extraFields.ContainsKey(type);

    /// <summary>The policy as the service keeps it, without its id.</summary>
    /// <param name="body">The policy as sent.</param>
    /// <param name="errors">Where errors go.</param>
    /// <param name="source">What the service follows where its sources differ.</param>
    /// <param name="answered">The policy as it was answered, where it was seeded.</param>
    public static JsonObject Read(JsonObject body, FieldErrors errors, DocumentedBy source, JsonObject? answered = null)
    {
        var policy = new FieldReader(body, errors, answered: answered);
        string? type = policy.OneOf("type", s_extraFields.Keys, mandatory: true);
        policy.Text("policyDescription", maxLength: MaxTextLength);
        policy.Text("name", mandatory: true, mayBeEmpty: false, maxLength: MaxTextLength);
        policy.Flag("enabled", mandatory: true);
        FilterRules.Read(policy);
        TimeRestrictionRules.Read(policy);
        if (type is not null)
        {
            s_extraFields[type](policy);
            if (type == "modify")
            {
                AlertActions(policy, source);
            }
        }
        else
        {
            policy.IgnoreRest();
        }

        return policy.Finish();
    }

    private static void AutoRestart(FieldReader policy)
    {
        Duration(policy, mandatory: true);
        policy.Integer("maxRepeatCount", mandatory: true);
    }

    private static void Deduplication(FieldReader policy)
    {
        string? type = policy.OneOf("deduplicationActionType", s_deduplicationTypes, mandatory: true);
        policy.Integer("count", mandatory: true, min: 2, max: 100);
        if (type == "value-based" && policy.Has("duration"))
        {
            policy.Refuse("duration", "is only for frequency-based deduplication");
        }
        else
        {
            Duration(policy, mandatory: type == "frequency-based");
        }
    }

    /// <summary>
    /// "If delayOption is for-duration, untilHour and untilMinute is redundant and duration is mandatory": what is redundant is not stored.
    /// </summary>
    private static void Delay(FieldReader policy)
    {
        string? option = policy.OneOf("delayOption", s_delayOptions, mandatory: true);
        policy.Ignore("duration", "untilHour", "untilMinute");
        if (option == "for-duration")
        {
            Duration(policy, mandatory: true);
        }
        else
        {
            policy.Integer("untilHour", mandatory: option is not null, min: 0, max: 23);
            policy.Integer("untilMinute", mandatory: option is not null, min: 0, max: 59);
        }
    }

    /// <summary>No sample shows a modify policy in an answer, so the documented defaults are not filled in.</summary>
    private static void Modify(FieldReader policy)
    {
        policy.Text("message", mandatory: true);
        policy.Flag("continue");
        policy.Text("alias");
        policy.Text("description");
        policy.Text("entity");
        policy.Text("source");
        policy.Flag("ignoreOriginalAlertActions");
        policy.Flag("ignoreOriginalDetails");
        policy.TextMap("details");
        policy.Flag("ignoreOriginalRecipients");
        foreach (FieldReader recipient in policy.Objects("recipients"))
        {
            recipient.OneOf("type", s_recipientTypes, mandatory: true);
            recipient.Text("id");
            recipient.Text("name");
            recipient.Text("username");
        }

        policy.Flag("ignoreOriginalTags");
        policy.Texts("tags");
        policy.Flag("ignoreOriginalTeams");
        policy.OneOf("priority", s_priorities);
    }

    /// <summary>
    /// The page's table has <c>alertActions</c>, the published schema <c>actions</c>. The service knows one of them and ignores the other;
    /// a client that cannot tell which sends both, so strict mode refuses neither.
    /// </summary>
    private static void AlertActions(FieldReader policy, DocumentedBy source)
    {
        bool isPage = source == DocumentedBy.Page;
        policy.Texts(isPage ? "alertActions" : "actions");
        policy.Ignore(isPage ? "actions" : "alertActions");
    }

    /// <summary>Section "Duration Fields". No sample shows an answered duration without a unit; minutes is the settled default.</summary>
    private static void Duration(FieldReader policy, bool mandatory)
    {
        if (policy.Object("duration", mandatory) is not { } duration)
        {
            return;
        }

        duration.Integer("timeAmount", mandatory: true);
        duration.OneOf("timeUnit", s_timeUnits);
        duration.Default("timeUnit", "minutes");
    }
}
