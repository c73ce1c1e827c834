using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OgGen.Generated;
using OgGen.Json;
using Opsgenie;

namespace OgGen.Aot;

/// <summary>Something is not as it should be.</summary>
internal sealed class CheckException(string message) : Exception(message);

internal static class Check
{
    public static void Equal<T>(string what, T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new CheckException(string.Create(CultureInfo.InvariantCulture, $"{what}: expected {expected}, got {actual}"));
        }
    }
}

/// <summary>A union, a union within it, enums with a value of tomorrow, additional members, lists, and an error body.</summary>
internal static class PolicyCheck
{
    public static async Task RunAsync(OpsgenieClient client)
    {
        Policy[] policies =
        [
            new AutoClosePolicy
            {
                Name = "close",
                Enabled = true,
                Duration = new Duration { TimeAmount = 10, TimeUnit = TimeUnit.Hours },
                Filter = new MatchAnyConditionFilter
                {
                    Conditions =
                    [
                        new Condition { Field = ConditionField.Message, Operation = ConditionOperation.Contains, ExpectedValue = "disk" },
                    ],
                },
            },
            new FrequencyBasedDeduplicationPolicy
            {
                Name = "deduplicate",
                Enabled = true,
                Count = 5,
                Duration = new Duration { TimeAmount = 1 },
            },
            new DelayUntilTimePolicy(
                NotificationDelayPolicy.Known.NextMonday) { Name = "delay", Enabled = true, UntilHour = 8, UntilMinute = 0 },
        ];
        foreach (Policy policy in policies)
        {
            policy.AdditionalProperties["later"] = JsonModel.Parse<JsonElement, JsonElementCodec>("{\"a\":[1.50,null]}"u8);
            await RoundTripAsync(client, policy);
        }

        try
        {
            await client.Policies.GetAsync("no such policy");
            throw new CheckException("A policy was read that does not exist.");
        }
        catch (ApiException<ErrorResponse> exception)
        {
            Check.Equal("status", 404, exception.Status);
        }
    }

    private static async Task RoundTripAsync(OpsgenieClient client, Policy policy)
    {
        PolicyReference created = await client.Policies.CreateAsync(policy);
        Check.Equal("type", policy.Type.Value, created.Type.Value);

        Policy read = await client.Policies.GetAsync(created.Id);
        Check.Equal("variant", policy.GetType(), read.GetType());
        Check.Equal("text", Describe(policy), Describe(read));

        read.Name = "renamed";
        await client.Policies.UpdateAsync(created.Id, read);
        ApiResponse<IReadOnlyList<PolicySummary>> rows = await client.Policies.ListWithResponseAsync();
        Check.Equal("name in the list", "renamed", rows.Value.Single(row => row.Id == created.Id).Name);
        await client.Policies.DeleteAsync(created.Id);
    }

    private static string Describe(Policy policy) => policy.Match(
        close => $"{close.Duration.TimeAmount} {close.Duration.TimeUnit} {close.Filter?.Type}",
        restart => $"{restart.MaxRepeatCount}",
        suppress => suppress.Name,
        deduplication => $"{deduplication.DeduplicationActionType} {deduplication.Count}",
        delay => delay.Match(
            duration => $"{duration.Duration}", time => $"{time.DelayOption} {time.UntilHour}:{time.UntilMinute}", unknown => unknown.Name),
        renotify => renotify.Name,
        modify => modify.Message,
        unknown => unknown.Type.Value);
}

/// <summary>A channel with a secret map, an action, an execution and the polling for its result.</summary>
internal static class ActionCheck
{
    public static async Task RunAsync(OpsgenieClient client, string teamId)
    {
        ActionChannelReference channel = await client.ActionChannels.CreateAsync(teamId, new RestChannel
        {
            Name = "hook",
            RestActionChannel = new RestChannelConfiguration { Url = "https://example.com", Headers = new() { ["X-Token"] = "secret" } },
        });
        ActionDefinition action = await client.Actions.CreateAsync(teamId, new ActionDefinition
        {
            Name = "restart api",
            ChannelId = channel.Id,
            ChannelType = ActionChannelType.Rest,
            State = new ActionState { Enabled = true },
            Permissions = new ActionPermissions { AllTeamMembersAllowed = true },
        });
        ExecuteActionResponse accepted = await client.Actions.ExecuteAsync(action.Name, new ExecuteActionRequest
        {
            Identifier = "alert-1",
            Type = ExecutionEntityType.Alert,
            OwnerTeam = new OwnerTeam { Id = teamId },
        });
        ActionExecution execution = await client.Actions.GetExecutionAndWaitAsync(
            accepted.RequestId ?? throw new CheckException("An execution was accepted without a request id."),
            new ApiPollOptions { Interval = TimeSpan.FromMilliseconds(20), Deadline = TimeSpan.FromSeconds(10) });
        Check.Equal("success", true, execution.Success);
        await client.Actions.DeleteAsync(action.Name, teamId);
        await client.ActionChannels.DeleteAsync(channel.Id, teamId);
    }
}

/// <summary>What a service of tomorrow may answer, directly and through <see cref="JsonSerializer"/>.</summary>
internal static class JsonCheck
{
    private const string Text =
        """{"type":"notification-escalate","name":"n","enabled":true,"more":{"exact":12345678901234567890,"none":null}}""";

    private static readonly JsonSerializerOptions s_options = new() { TypeInfoResolver = OpsgenieJson.Default };

    public static void Run()
    {
        Policy policy = JsonModel.Parse<Policy>(Text);
        Check.Equal("unknown variant", typeof(UnknownPolicy), policy.GetType());
        Check.Equal("unknown variant, written", Text, JsonModel.ToJson(policy));

        var type = (JsonTypeInfo<Policy>)s_options.GetTypeInfo(typeof(Policy));
        Policy again = JsonSerializer.Deserialize(Text, type) ?? throw new CheckException("JsonSerializer read nothing.");
        Check.Equal("unknown variant, by JsonSerializer", Text, JsonSerializer.Serialize(again, type));

        Check.Equal(
            "value of tomorrow", "fortnights", JsonModel.Parse<Duration>("""{"timeAmount":1,"timeUnit":"fortnights"}""").TimeUnit?.Value);
    }
}
