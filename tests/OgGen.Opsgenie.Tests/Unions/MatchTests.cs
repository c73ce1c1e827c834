namespace OgGen.Opsgenie.Tests.Unions;

/// <summary>Match and Switch reach the delegate of the variant, and no other.</summary>
[TestClass]
public sealed class MatchTests
{
    private static readonly Duration s_duration = new() { TimeAmount = 1 };

    public static IEnumerable<object[]> Policies => new (Policy, string)[]
    {
        (new AutoClosePolicy { Name = "", Enabled = true, Duration = s_duration }, "auto close"),
        (new AutoRestartNotificationsPolicy { Name = "", Enabled = true, Duration = s_duration, MaxRepeatCount = 1 }, "auto restart"),
        (new NotificationSuppressPolicy { Name = "", Enabled = true }, "suppress"),
        (new ValueBasedDeduplicationPolicy { Name = "", Enabled = true, Count = 2 }, "deduplication"),
        (new FrequencyBasedDeduplicationPolicy { Name = "", Enabled = true, Count = 2, Duration = s_duration }, "deduplication"),
        (new UnknownNotificationDeduplicationPolicy("x") { Name = "", Enabled = true, Count = 2 }, "deduplication"),
        (new DelayForDurationPolicy { Name = "", Enabled = true, Duration = s_duration }, "delay"),
        (new DelayUntilTimePolicy("next-time") { Name = "", Enabled = true, UntilHour = 1, UntilMinute = 1 }, "delay"),
        (new NotificationRenotifyPolicy { Name = "", Enabled = true }, "renotify"),
        (new ModifyPolicy { Name = "", Enabled = true, Message = "" }, "modify"),
        (new UnknownPolicy("x") { Name = "", Enabled = true }, "unknown"),
    }.Select(row => new object[] { row.Item1.GetType().Name, row.Item1, row.Item2 });

    [TestMethod]
    [DynamicData(nameof(Policies))]
    public void A_policy_reaches_its_delegate(string name, object value, string expected)
    {
        var policy = (Policy)value;
        Assert.AreEqual(expected, policy.Match(
            p => Same(p, policy, "auto close"),
            p => Same(p, policy, "auto restart"),
            p => Same(p, policy, "suppress"),
            p => Same(p, policy, "deduplication"),
            p => Same(p, policy, "delay"),
            p => Same(p, policy, "renotify"),
            p => Same(p, policy, "modify"),
            p => Same(p, policy, "unknown")), name);

        var reached = new List<string>();
        policy.Switch(
            _ => reached.Add("auto close"),
            _ => reached.Add("auto restart"),
            _ => reached.Add("suppress"),
            _ => reached.Add("deduplication"),
            _ => reached.Add("delay"),
            _ => reached.Add("renotify"),
            _ => reached.Add("modify"),
            _ => reached.Add("unknown"));
        CollectionAssert.AreEqual(new[] { expected }, reached);
    }

    [TestMethod]
    public void The_inner_unions_have_their_own()
    {
        NotificationDelayPolicy delay = new DelayUntilTimePolicy("next-time") { Name = "", Enabled = true, UntilHour = 7, UntilMinute = 1 };
        Assert.AreEqual(7, delay.Match(_ => -1, p => p.UntilHour, _ => -2));
        NotificationDelayPolicy unknown = new UnknownNotificationDelayPolicy("x") { Name = "", Enabled = true };
        Assert.AreEqual("x", unknown.Match(_ => "", _ => "", p => p.DelayOption));
        NotificationDeduplicationPolicy deduplication = new ValueBasedDeduplicationPolicy { Name = "", Enabled = true, Count = 3 };
        Assert.AreEqual(3, deduplication.Match(p => p.Count, _ => -1, _ => -2));
    }

    [TestMethod]
    public void The_other_unions_reach_all_their_variants()
    {
        Filter[] filters =
        [
            new MatchAllFilter(),
            new MatchAnyConditionFilter { Conditions = [] },
            new MatchAllConditionsFilter { Conditions = [] },
            new UnknownFilter("x"),
        ];
        Assert.AreEqual("0123", string.Concat(filters.Select(f => f.Match(_ => 0, _ => 1, _ => 2, _ => 3))));
        TimeRestrictions[] restrictions =
        [
            JsonModel.Parse<TimeRestrictions>(
                """{"type":"time-of-day","restriction":{"startHour":0,"startMin":0,"endHour":0,"endMin":0}}"""),
            new WeekdayRestrictions { Restrictions = [] },
            new UnknownTimeRestrictions("x"),
        ];
        Assert.AreEqual("012", string.Concat(restrictions.Select(r => r.Match(_ => 0, _ => 1, _ => 2))));
        ActionChannel[] channels =
        [
            new RestChannel { Name = "", RestActionChannel = new RestChannelConfiguration { Url = "" } },
            new AwsSystemsManagerChannel
            {
                Name = "",
                AwsSmActionChannel = new AwsSystemsManagerConfiguration { RoleName = "", AccountId = "", Region = "" },
            },
            new AwsSnsChannel { Name = "", AwsSnsActionChannel = new AwsSnsConfiguration { TopicName = "", AccountId = "", Region = "" } },
            new OecChannel { Name = "" },
            new UnknownActionChannel("x") { Name = "" },
        ];
        Assert.AreEqual("01234", string.Concat(channels.Select(c => c.Match(_ => 0, _ => 1, _ => 2, _ => 3, _ => 4))));
    }

    private static string Same(Policy reached, Policy expected, string name)
    {
        Assert.AreSame(expected, reached);
        return name;
    }
}
