using System.Text.Json.Nodes;
using OfficerBot.Protocol.Activities;

namespace OfficerBot.Tests.Protocol.Activities;

public class ActivityTests
{
    [Fact]
    public void Unknown_members_survive_at_every_level()
    {
        const string Wire = """
            {"type":"message","x":1,"from":{"id":"a","x":{"y":null}},"conversation":{"id":"c","x":2},"attachments":[{"contentType":"t","x":3}],
             "entities":[{"type":"mention","mentioned":{"id":"b"},"text":"@b"}],"suggestedActions":{"actions":[{"type":"imBack","title":"t","value":"v","x":4}]},
             "channelData":{"a":null},"value":5}
            """;

        var written = ActivityJson.Write(ActivityJson.Read(Wire));

        JsonNode.DeepEquals(JsonNode.Parse(written), JsonNode.Parse(Wire)).Should().BeTrue(written);
    }

    [Fact]
    public void Nulls_and_empty_lists_are_not_written_and_Chinese_is_not_escaped()
    {
        var activity = new Activity
        {
            Type = ActivityTypes.Message,
            Text = "今日线索 <1>",
            Attachments = [],
            From = new ChannelAccount { Id = "a" },
            SuggestedActions = new SuggestedActions { To = [], Actions = [] },
        };

        ActivityJson.Write(activity).Should().Be("""{"type":"message","from":{"id":"a"},"text":"今日线索 <1>","suggestedActions":{}}""");
    }

    [Fact]
    public void A_reference_and_a_reply_are_made_as_the_SDK_makes_them()
    {
        var heard = ActivityJson.Read("""
            {"type":"message","id":"7","channelId":"directline","serviceUrl":"http://s","locale":"zh-CN","from":{"id":"u"},"recipient":{"id":"b"},"conversation":{"id":"c"}}
            """);

        heard.GetConversationReference().Should().Match<ConversationReference>(r =>
            r.ActivityId == "7" && r.User!.Id == "u" && r.Bot!.Id == "b" && r.Conversation!.Id == "c" && r.Locale == "zh-CN");
        heard.CreateReply("hi").Should().Match<Activity>(r =>
            r.Id == null && r.ReplyToId == "7" && r.From!.Id == "b" && r.Recipient!.Id == "u" && r.Text == "hi");
    }

    [Theory]
    [InlineData("2026-03-01T08:00:00Z", "2026-03-01T08:00:00.000Z")]
    [InlineData("2026-03-01T08:00:00.1234567+08:00", "2026-03-01T00:00:00.123Z")]
    [InlineData("2026-02-30T08:00:00Z", null)]
    [InlineData("soon", null)]
    [InlineData(null, null)]
    public void Times_are_read_when_asked_for_and_a_bad_one_is_no_time(string? text, string? utc) =>
        (ActivityTime.Parse(text) is { } time ? ActivityTime.Format(time) : null).Should().Be(utc);

    [Fact]
    public void The_offset_of_a_local_time_is_kept() =>
        ActivityTime.Parse("2026-03-01T08:00:00+08:00")!.Value.Offset.Should().Be(TimeSpan.FromHours(8));

    [Fact]
    public void A_channel_is_compared_without_its_sub_channel() =>
        (Channels.WithoutSubChannel("msteams:copilot"), Channels.WithoutSubChannel("directline")).Should().Be(("msteams", "directline"));
}
