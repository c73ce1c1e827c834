using System.Globalization;
using System.Text.Json.Nodes;
using OgGen.Tests.Shared;

namespace OgGen.Spec.Tests;

/// <summary>
/// Every documented limit and condition is enforced by the schema: a good payload, changed at one place, is refused. The changes
/// are written as <c>pointer=json</c>; without a value the member is removed.
/// </summary>
[TestClass]
public sealed class LimitTests
{
    /// <summary>Stands for a text of so many characters, which no attribute could hold legibly.</summary>
    private const string Chars512 = "<512>";
    private const string Chars513 = "<513>";

    private const string Close = "CreateAutoClosePolicyRequest";
    private const string Restart = "CreateAutoRestartNotificationsPolicyRequest";
    private const string Dedup = "CreateNotificationDeduplicationPolicyRequest";
    private const string Delay = "CreateNotificationDelayPolicyRequest";
    private const string Until = "DelayUntilNextMonday";
    private const string Modify = "CreateModifyPolicyRequest";
    private const string Week = "WeekdayRestrictionsField";

    private const string FrameStart = "/timeRestrictions/restriction/start";
    private const string FrameEnd = "/timeRestrictions/restriction/end";
    private const string WeekFrame = "/timeRestrictions/restrictions/0/";

    [TestMethod]
    [DataRow("Policy", Close, "/type")]
    [DataRow("Policy", Close, "/type=\"auto-open\"")]
    [DataRow("Policy", Close, "/name")]
    [DataRow("Policy", Close, "/name=1")]
    [DataRow("Policy", Close, "/name=" + Chars513)]
    [DataRow("Policy", Close, "/enabled")]
    [DataRow("Policy", Close, "/enabled=\"true\"")]
    [DataRow("Policy", Close, "/policyDescription=" + Chars513)]
    [DataRow("Policy", Close, "/duration")]
    [DataRow("Policy", Close, "/duration=10")]
    [DataRow("Policy", Close, "/duration/timeAmount")]
    [DataRow("Policy", Close, "/duration/timeAmount=-1")]
    [DataRow("Policy", Close, "/duration/timeAmount=1.5")]
    [DataRow("Policy", Close, "/duration/timeUnit=\"weeks\"")]
    [DataRow("Policy", Restart, "/duration")]
    [DataRow("Policy", Restart, "/maxRepeatCount")]
    [DataRow("Policy", Restart, "/maxRepeatCount=-1")]
    [DataRow("Policy", Dedup, "/deduplicationActionType")]
    [DataRow("Policy", Dedup, "/deduplicationActionType=\"time-based\"")]
    [DataRow("Policy", Dedup, "/count")]
    [DataRow("Policy", Dedup, "/count=1")]
    [DataRow("Policy", Dedup, "/count=101")]
    [DataRow("Policy", Dedup, "/duration")]
    [DataRow("Policy", Delay, "/delayOption")]
    [DataRow("Policy", Delay, "/delayOption=\"next-year\"")]
    [DataRow("Policy", Delay, "/delayOption=\"next-time\"")]
    [DataRow("Policy", Delay, "/duration")]
    [DataRow("Policy", Until, "/delayOption=\"for-duration\"")]
    [DataRow("Policy", Until, "/untilHour")]
    [DataRow("Policy", Until, "/untilHour=24")]
    [DataRow("Policy", Until, "/untilHour=-1")]
    [DataRow("Policy", Until, "/untilMinute")]
    [DataRow("Policy", Until, "/untilMinute=60")]
    [DataRow("Policy", Until, "/untilMinute=-1")]
    [DataRow("Policy", Modify, "/message")]
    [DataRow("Policy", Modify, "/continue=\"yes\"")]
    [DataRow("Policy", Modify, "/priority=\"P0\"")]
    [DataRow("Policy", Modify, "/priority=\"P6\"")]
    [DataRow("Policy", Modify, "/details=[\"a\"]")]
    [DataRow("Policy", Modify, "/details={\"a\":1}")]
    [DataRow("Policy", Modify, "/tags=\"dynamodb\"")]
    [DataRow("Policy", Modify, "/alertActions=[1]")]
    [DataRow("Policy", Modify, "/recipients/0/type")]
    [DataRow("Policy", Modify, "/recipients/0/type=\"nobody\"")]
    public void Policy_beyond_a_limit_is_refused(string component, string example, string change) =>
        AssertRefused(component, example, change);

    [TestMethod]
    [DataRow(Close, "/filter/type")]
    [DataRow(Close, "/filter/type=\"match-none\"")]
    [DataRow(Close, "/filter/conditions")]
    [DataRow(Close, "/filter/conditions=[]")]
    [DataRow("MatchAnyConditionFilterField", "/filter/conditions")]
    [DataRow("MatchAnyConditionFilterField", "/filter/conditions=[]")]
    [DataRow(Close, "/filter/conditions/0/field")]
    [DataRow(Close, "/filter/conditions/0/field=\"colour\"")]
    [DataRow(Close, "/filter/conditions/0/operation")]
    [DataRow(Close, "/filter/conditions/0/operation=\"like\"")]
    [DataRow(Close, "/filter/conditions/0/not=\"true\"")]
    [DataRow(Close, "/filter/conditions/0/expectedValue=5")]
    [DataRow(Close, "/timeRestrictions/type")]
    [DataRow(Close, "/timeRestrictions/type=\"yearly\"")]
    [DataRow(Close, "/timeRestrictions/restriction")]
    [DataRow(Close, FrameStart + "Hour")]
    [DataRow(Close, FrameStart + "Hour=24")]
    [DataRow(Close, FrameStart + "Hour=-1")]
    [DataRow(Close, FrameStart + "Min")]
    [DataRow(Close, FrameStart + "Min=60")]
    [DataRow(Close, FrameStart + "Min=-1")]
    [DataRow(Close, FrameStart + "Min=null")]
    [DataRow(Close, FrameEnd + "Hour")]
    [DataRow(Close, FrameEnd + "Hour=24")]
    [DataRow(Close, FrameEnd + "Hour=-1")]
    [DataRow(Close, FrameEnd + "Min")]
    [DataRow(Close, FrameEnd + "Min=60")]
    [DataRow(Close, FrameEnd + "Min=-1")]
    [DataRow(Week, "/timeRestrictions/restrictions")]
    [DataRow(Week, "/timeRestrictions/restrictions=[]")]
    [DataRow(Week, WeekFrame + "startDay")]
    [DataRow(Week, WeekFrame + "startDay=\"Monday\"")]
    [DataRow(Week, WeekFrame + "startHour")]
    [DataRow(Week, WeekFrame + "startHour=24")]
    [DataRow(Week, WeekFrame + "startMin")]
    [DataRow(Week, WeekFrame + "startMin=60")]
    [DataRow(Week, WeekFrame + "endDay")]
    [DataRow(Week, WeekFrame + "endDay=\"someday\"")]
    [DataRow(Week, WeekFrame + "endHour")]
    [DataRow(Week, WeekFrame + "endHour=24")]
    [DataRow(Week, WeekFrame + "endMin")]
    [DataRow(Week, WeekFrame + "endMin=60")]
    public void Filter_or_restriction_beyond_a_limit_is_refused(string example, string change) =>
        AssertRefused("Policy", example, change);

    [TestMethod]
    [DataRow("ChangePolicyOrderRequest", "ChangePolicyOrderRequest", "/targetIndex")]
    [DataRow("ChangePolicyOrderRequest", "ChangePolicyOrderRequest", "/targetIndex=-1")]
    [DataRow("ActionChannel", "CreateActionChannelRequest", "/actionType")]
    [DataRow("ActionChannel", "CreateActionChannelRequest", "/actionType=\"smtp\"")]
    [DataRow("ActionChannel", "CreateActionChannelRequest", "/actionType=\"rest\"")]
    [DataRow("ActionChannel", "CreateActionChannelRequest", "/name")]
    [DataRow("ActionChannel", "CreateActionChannelRequest", "/awsSmActionChannel")]
    [DataRow("ActionChannel", "CreateActionChannelRequest", "/awsSmActionChannel/roleName")]
    [DataRow("ActionChannel", "CreateActionChannelRequest", "/awsSmActionChannel/accountId=123")]
    [DataRow("ActionChannel", "CreateActionChannelRequest", "/awsSmActionChannel/region")]
    [DataRow("ActionChannel", "AwsSnsChannelField", "/awsSnsActionChannel")]
    [DataRow("ActionChannel", "AwsSnsChannelField", "/awsSnsActionChannel/topicName")]
    [DataRow("ActionChannel", "RestChannelField", "/restActionChannel")]
    [DataRow("ActionChannel", "RestChannelField", "/restActionChannel/url")]
    [DataRow("ActionChannel", "RestChannelField", "/restActionChannel/url=\"\"")]
    [DataRow("ActionChannel", "RestChannelField", "/restActionChannel/headers={\"a\":1}")]
    [DataRow("ActionChannelUpdate", "UpdateActionChannelRequest", "/name")]
    [DataRow("ActionDefinition", "CreateActionRequest", "/name")]
    [DataRow("ActionDefinition", "CreateActionRequest", "/channelId")]
    [DataRow("ActionDefinition", "CreateActionRequest", "/channelType")]
    [DataRow("ActionDefinition", "CreateActionRequest", "/channelType=\"smtp\"")]
    [DataRow("ActionDefinition", "CreateActionRequest", "/state")]
    [DataRow("ActionDefinition", "CreateActionRequest", "/state/enabled=\"false\"")]
    [DataRow("ActionDefinition", "CreateActionRequest", "/permissions")]
    [DataRow("ActionDefinition", "CreateActionRequest", "/parameters/0/required=\"true\"")]
    [DataRow("ActionDefinition", "CreateActionRequest", "/awsSmDocument=\"text\"")]
    [DataRow("ExecuteActionRequest", "ExecuteActionForAlertRequest", "/identifier")]
    [DataRow("ExecuteActionRequest", "ExecuteActionForAlertRequest", "/type")]
    [DataRow("ExecuteActionRequest", "ExecuteActionForAlertRequest", "/type=\"case\"")]
    [DataRow("ExecuteActionRequest", "ExecuteActionForAlertRequest", "/ownerTeam")]
    [DataRow("ExecuteActionRequest", "ExecuteActionForAlertRequest", "/ownerTeam={}")]
    [DataRow("ExecuteActionRequest", "ExecuteActionForAlertRequest", "/parameters/0/name")]
    [DataRow("ExecuteActionRequest", "ExecuteActionForAlertRequest", "/parameters/0/valueType")]
    [DataRow("ExecuteActionRequest", "ExecuteActionForAlertRequest", "/parameters/0/values")]
    [DataRow("ExecuteActionRequest", "ExecuteActionForAlertRequest", "/parameters/0/values=[true]")]
    public void Order_channel_or_action_beyond_a_limit_is_refused(string component, string example, string change) =>
        AssertRefused(component, example, change);

    [TestMethod]
    [DataRow(Close, "/name=" + Chars512)]
    [DataRow(Close, "/policyDescription=" + Chars512)]
    [DataRow(Close, "/policyDescription")]
    [DataRow(Close, "/filter")]
    [DataRow(Close, "/timeRestrictions")]
    [DataRow(Close, "/duration/timeUnit")]
    [DataRow(Close, FrameStart + "Hour=0")]
    [DataRow(Close, FrameStart + "Hour=23")]
    [DataRow(Close, FrameStart + "Min=0")]
    [DataRow(Close, FrameStart + "Min=59")]
    [DataRow(Dedup, "/count=2")]
    [DataRow(Dedup, "/count=100")]
    [DataRow(Until, "/untilHour=0")]
    [DataRow(Until, "/untilHour=23")]
    [DataRow(Until, "/untilMinute=0")]
    [DataRow(Until, "/untilMinute=59")]
    [DataRow(Modify, "/details={\"a\":\"b\"}")]
    public void Policy_at_a_limit_is_accepted(string example, string change)
    {
        IReadOnlyList<string> errors = SchemaOracle.Validate("Policy", Changed(example, change));
        Assert.IsEmpty(errors, string.Join('\n', errors));
    }

    [TestMethod]
    [DataRow(1, true)]
    [DataRow(15, true)]
    [DataRow(16, false)]
    public void Weekday_restrictions_are_1_to_15(int count, bool accepted)
    {
        JsonNode policy = SpecDocument.Example(Week).DeepClone();
        JsonNode frame = policy["timeRestrictions"]!["restrictions"]![0]!;
        policy["timeRestrictions"]!["restrictions"] = new JsonArray([.. Enumerable.Range(0, count).Select(_ => frame.DeepClone())]);

        Assert.AreEqual(accepted, SchemaOracle.Validate("Policy", policy.ToJsonString()).Count == 0);
    }

    [TestMethod]
    public void Value_based_deduplication_needs_no_duration()
    {
        JsonNode policy = SpecDocument.Example(Dedup).DeepClone();
        policy["deduplicationActionType"] = "value-based";
        policy.AsObject().Remove("duration");

        Assert.IsEmpty(SchemaOracle.Validate("Policy", policy.ToJsonString()));
    }

    /// <summary>List rows are looser than the channel itself, and an update needs no field of its own.</summary>
    [TestMethod]
    [DataRow("ActionChannelSummary", """{"id":"1"}""")]
    [DataRow("ActionChannelSummary", """{"id":"1","name":"","restActionChannel":{"url":""}}""")]
    [DataRow("ActionChannelSummary", """{"id":"1","awsSmActionChannel":{},"awsSnsActionChannel":{}}""")]
    [DataRow("ActionSummary", """{"name":"Action1"}""")]
    [DataRow("ActionUpdate", "{}")]
    [DataRow("ActionChannelUpdate", """{"name":"x"}""")]
    [DataRow("ActionChannel", """{"actionType":"oec","name":"x"}""")]
    [DataRow("ExecuteActionResponse", """{"data":{"message":"x"},"requestId":""}""")]
    public void Loose_answer_is_accepted(string component, string json) =>
        Assert.IsEmpty(SchemaOracle.Validate(component, json));

    private static void AssertRefused(string component, string example, string change)
    {
        // The unchanged payload fits, so it is the change that is refused.
        Assert.IsEmpty(SchemaOracle.Validate(component, SpecDocument.Example(example).ToJsonString()));
        Assert.IsNotEmpty(SchemaOracle.Validate(component, Changed(example, change)), $"{example} {change} was accepted.");
    }

    private static string Changed(string example, string change)
    {
        JsonNode payload = SpecDocument.Example(example).DeepClone();
        int equals = change.IndexOf('=', StringComparison.Ordinal);
        string[] path = (equals < 0 ? change : change[..equals]).Split('/')[1..];

        JsonNode parent = payload;
        foreach (string token in path[..^1])
        {
            parent = parent is JsonArray array ? array[int.Parse(token, CultureInfo.InvariantCulture)]! : parent[token]!;
        }

        if (equals < 0)
        {
            Assert.IsTrue(parent.AsObject().Remove(path[^1]), $"{example} has no {change}.");
        }
        else
        {
            parent[path[^1]] = change[(equals + 1)..] switch
            {
                Chars512 => new string('x', 512),
                Chars513 => new string('x', 513),
                string json => JsonNode.Parse(json),
            };
        }

        return payload.ToJsonString();
    }
}
