namespace OgGen.Opsgenie.Emulator.Rules;

/// <summary>Policy API documentation, section "Time Restriction Fields".</summary>
internal static class TimeRestrictionRules
{
    private const string Daily = "time-of-day";
    private const string Weekly = "weekday-and-time-of-day";
    private static readonly string[] s_types = [Daily, Weekly];
    private static readonly string[] s_weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    public static void Read(FieldReader policy)
    {
        if (policy.Object("timeRestrictions") is not { } restrictions)
        {
            return;
        }

        string? type = restrictions.OneOf("type", s_types, mandatory: true);
        if (type == Daily && restrictions.Object("restriction", mandatory: true) is { } daily)
        {
            ReadTimes(daily);
        }
        else if (type == Weekly)
        {
            foreach (FieldReader weekly in restrictions.Objects("restrictions", mandatory: true, min: 1, max: 15))
            {
                weekly.OneOf("startDay", s_weekdays, mandatory: true);
                weekly.OneOf("endDay", s_weekdays, mandatory: true);
                ReadTimes(weekly);
            }
        }
        else if (type is null)
        {
            restrictions.IgnoreRest();
        }
    }

    private static void ReadTimes(FieldReader restriction)
    {
        restriction.Integer("startHour", mandatory: true, min: 0, max: 23);
        restriction.Integer("startMin", mandatory: true, min: 0, max: 59);
        restriction.Integer("endHour", mandatory: true, min: 0, max: 23);
        restriction.Integer("endMin", mandatory: true, min: 0, max: 59);
    }
}
