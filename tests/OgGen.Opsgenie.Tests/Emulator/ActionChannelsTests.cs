
namespace OgGen.Opsgenie.Tests.Emulator;

/// <summary>The five operations of action channels over HTTP, with typed results.</summary>
[TestClass]
public sealed class ActionChannelsTests : EmulatorSession
{
    private Task<ActionChannelReference> CreateAsync() => Client.ActionChannels.CreateAsync(Team, new RestChannel
    {
        Name = "hook",
        RestActionChannel = new RestChannelConfiguration { Url = "https://example.com", Headers = new() { ["X-Token"] = "s3cret" } },
    });

    [TestMethod]
    [TestProperty("operation", "ActionChannels_Create")]
    public async Task Channels_of_every_type_are_created()
    {
        ActionChannel[] channels =
        [
            new AwsSystemsManagerChannel
            {
                Name = "sm",
                AwsSmActionChannel = new AwsSystemsManagerConfiguration { RoleName = "r", AccountId = "1", Region = "us-west-2" },
            },
            new AwsSnsChannel
            {
                Name = "sns",
                AwsSnsActionChannel = new AwsSnsConfiguration { TopicName = "t", AccountId = "1", Region = "us-west-2" },
            },
            new OecChannel { Name = "oec" },
        ];
        foreach (ActionChannel channel in channels)
        {
            ApiResponse<ActionChannelReference> created = await Client.ActionChannels.CreateWithResponseAsync(Team, channel);
            Assert.AreEqual(201, created.Status);
            ActionChannel read = await Client.ActionChannels.GetAsync(created.Value.Id, Team);
            Assert.AreSame(channel.GetType(), read.GetType());
            Assert.AreEqual(channel.ActionType, read.ActionType);
            Assert.AreEqual(channel.Name, read.Name);
        }
    }

    [TestMethod]
    [TestProperty("operation", "ActionChannels_Get")]
    public async Task A_channel_is_read_back()
    {
        ActionChannelReference created = await CreateAsync();
        var channel = (RestChannel)await Client.ActionChannels.GetAsync(created.Id, Team);
        Assert.AreEqual(created.Id, channel.Id);
        Assert.AreEqual(Team, channel.TeamId);
        Assert.AreEqual("https://example.com", channel.RestActionChannel.Url);
        Assert.AreEqual("s3cret", channel.RestActionChannel.Headers!["X-Token"]);
    }

    [TestMethod]
    [TestProperty("operation", "ActionChannels_Update")]
    public async Task A_channel_is_changed()
    {
        ActionChannelReference created = await CreateAsync();
        ActionChannelReference updated = await Client.ActionChannels.UpdateAsync(
            created.Id,
            Team,
            new ActionChannelUpdate { Name = "new", RestActionChannel = new RestChannelConfiguration { Url = "https://new.example.com" } });
        Assert.AreEqual(created.Id, updated.Id);
        var channel = (RestChannel)await Client.ActionChannels.GetAsync(created.Id, Team);
        Assert.AreEqual("new", channel.Name);
        Assert.AreEqual("https://new.example.com", channel.RestActionChannel.Url);
        Assert.AreEqual("s3cret", channel.RestActionChannel.Headers!["X-Token"]);
    }

    [TestMethod]
    [TestProperty("operation", "ActionChannels_List")]
    public async Task Channels_are_listed_by_team()
    {
        ActionChannelReference created = await CreateAsync();
        ActionChannelSummary row = (await Client.ActionChannels.ListAsync(Team)).Single();
        Assert.AreEqual(created.Id, row.Id);
        Assert.AreEqual(ActionChannelType.Rest, row.ActionType);
        Assert.AreEqual("https://example.com", row.RestActionChannel!.Url);
        Assert.IsNull(row.AwsSnsActionChannel);
        Assert.IsEmpty(await Client.ActionChannels.ListAsync("another team"));
    }

    [TestMethod]
    [TestProperty("operation", "ActionChannels_Delete")]
    public async Task A_channel_is_deleted()
    {
        ActionChannelReference created = await CreateAsync();
        Assert.AreEqual("Deleted", (await Client.ActionChannels.DeleteAsync(created.Id, Team)).Result);
        Assert.IsEmpty(await Client.ActionChannels.ListAsync(Team));
    }
}
