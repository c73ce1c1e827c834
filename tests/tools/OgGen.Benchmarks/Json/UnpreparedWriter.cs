using System.Text.Json;

namespace OgGen.Benchmarks.Json;

/// <summary>
/// Writes the policies of <see cref="PolicyList"/> as anybody would by hand: the calls that their tokens need, with names as UTF-8.
/// </summary>
internal static class UnpreparedWriter
{
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
        writer.WriteString("type"u8, "notification-deduplication"u8);
        writer.WriteString("deduplicationActionType"u8, "value-based"u8);
        writer.WriteString("id"u8, policy.Id);
        writer.WriteString("name"u8, policy.Name);
        writer.WriteBoolean("enabled"u8, policy.Enabled);
        writer.WriteString("policyDescription"u8, policy.PolicyDescription);
        writer.WriteNumber("count"u8, policy.Count);
        writer.WriteStartObject("filter"u8);
        writer.WriteString("type"u8, "match-all-conditions"u8);
        writer.WriteStartArray("conditions"u8);
        foreach (TwinCondition condition in ((TwinMatchAllConditionsFilter)policy.Filter!).Conditions)
        {
            writer.WriteStartObject();
            writer.WriteString("field"u8, condition.Field);
            writer.WriteBoolean("not"u8, condition.Not!.Value);
            writer.WriteString("operation"u8, condition.Operation);
            writer.WriteString("expectedValue"u8, condition.ExpectedValue);
            writer.WriteNumber("order"u8, condition.Order!.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        TwinTimeOfDay time = ((TwinTimeOfDayRestrictions)policy.TimeRestrictions!).Restriction;
        writer.WriteStartObject("timeRestrictions"u8);
        writer.WriteString("type"u8, "time-of-day"u8);
        writer.WriteStartObject("restriction"u8);
        writer.WriteNumber("startHour"u8, time.StartHour);
        writer.WriteNumber("startMin"u8, time.StartMin);
        writer.WriteNumber("endHour"u8, time.EndHour);
        writer.WriteNumber("endMin"u8, time.EndMin);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
