using System.Text.Json;

namespace OgGen.Benchmarks.Json;

/// <summary>
/// Writes the policies of <see cref="PolicyList"/> and nothing else: the calls that their tokens need, one after another, with each name
/// encoded beforehand. No writer that makes a call for each token has less to do.
/// </summary>
internal static class StraightWriter
{
    private static readonly JsonEncodedText s_type = JsonEncodedText.Encode("type");
    private static readonly JsonEncodedText s_deduplication = JsonEncodedText.Encode("notification-deduplication");
    private static readonly JsonEncodedText s_actionType = JsonEncodedText.Encode("deduplicationActionType");
    private static readonly JsonEncodedText s_valueBased = JsonEncodedText.Encode("value-based");
    private static readonly JsonEncodedText s_id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText s_name = JsonEncodedText.Encode("name");
    private static readonly JsonEncodedText s_enabled = JsonEncodedText.Encode("enabled");
    private static readonly JsonEncodedText s_description = JsonEncodedText.Encode("policyDescription");
    private static readonly JsonEncodedText s_count = JsonEncodedText.Encode("count");
    private static readonly JsonEncodedText s_filter = JsonEncodedText.Encode("filter");
    private static readonly JsonEncodedText s_matchAll = JsonEncodedText.Encode("match-all-conditions");
    private static readonly JsonEncodedText s_conditions = JsonEncodedText.Encode("conditions");
    private static readonly JsonEncodedText s_field = JsonEncodedText.Encode("field");
    private static readonly JsonEncodedText s_not = JsonEncodedText.Encode("not");
    private static readonly JsonEncodedText s_operation = JsonEncodedText.Encode("operation");
    private static readonly JsonEncodedText s_expectedValue = JsonEncodedText.Encode("expectedValue");
    private static readonly JsonEncodedText s_order = JsonEncodedText.Encode("order");
    private static readonly JsonEncodedText s_timeRestrictions = JsonEncodedText.Encode("timeRestrictions");
    private static readonly JsonEncodedText s_timeOfDay = JsonEncodedText.Encode("time-of-day");
    private static readonly JsonEncodedText s_restriction = JsonEncodedText.Encode("restriction");
    private static readonly JsonEncodedText s_startHour = JsonEncodedText.Encode("startHour");
    private static readonly JsonEncodedText s_startMin = JsonEncodedText.Encode("startMin");
    private static readonly JsonEncodedText s_endHour = JsonEncodedText.Encode("endHour");
    private static readonly JsonEncodedText s_endMin = JsonEncodedText.Encode("endMin");

    public static void Write(Utf8JsonWriter writer, List<TwinPolicy> policies)
    {
        writer.WriteStartArray();
        foreach (TwinPolicy policy in policies)
        {
            Write(writer, (TwinDeduplicationPolicy)policy);
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, TwinDeduplicationPolicy policy)
    {
        writer.WriteStartObject();
        writer.WriteString(s_type, s_deduplication);
        writer.WriteString(s_actionType, s_valueBased);
        writer.WriteString(s_id, policy.Id);
        writer.WriteString(s_name, policy.Name);
        writer.WriteBoolean(s_enabled, policy.Enabled);
        writer.WriteString(s_description, policy.PolicyDescription);
        writer.WriteNumber(s_count, policy.Count);
        writer.WriteStartObject(s_filter);
        writer.WriteString(s_type, s_matchAll);
        writer.WriteStartArray(s_conditions);
        foreach (TwinCondition condition in ((TwinMatchAllConditionsFilter)policy.Filter!).Conditions)
        {
            writer.WriteStartObject();
            writer.WriteString(s_field, condition.Field);
            writer.WriteBoolean(s_not, condition.Not!.Value);
            writer.WriteString(s_operation, condition.Operation);
            writer.WriteString(s_expectedValue, condition.ExpectedValue);
            writer.WriteNumber(s_order, condition.Order!.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        TwinTimeOfDay time = ((TwinTimeOfDayRestrictions)policy.TimeRestrictions!).Restriction;
        writer.WriteStartObject(s_timeRestrictions);
        writer.WriteString(s_type, s_timeOfDay);
        writer.WriteStartObject(s_restriction);
        writer.WriteNumber(s_startHour, time.StartHour);
        writer.WriteNumber(s_startMin, time.StartMin);
        writer.WriteNumber(s_endHour, time.EndHour);
        writer.WriteNumber(s_endMin, time.EndMin);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
