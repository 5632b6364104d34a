using System.Text;
using OfficerBot.Protocol.Activities;

namespace OfficerBot.Tests.Protocol.Activities;

public class ChannelReaderTests
{
    [Theory]
    [InlineData("", "BadSyntax")]
    [InlineData("[]", "BadSyntax")]
    [InlineData("null", "BadSyntax")]
    [InlineData("\"x\"", "BadSyntax")]
    [InlineData("{\"type\":\"message\",\"conversation\":{\"id\":\"c\"}} x", "BadSyntax")]
    [InlineData("{\"type\":\"message\",\"conversation\":{\"id\":\"c\"},\"value\":NaN}", "BadSyntax")]
    [InlineData("\uFEFF{\"type\":\"message\",\"conversation\":{\"id\":\"c\"}}", "BadSyntax")]
    [InlineData("{\"type\":\"message\",\"conversation\":{\"id\":\"c\"},\"channelData\":{\"x\":\"\\ud83d\"}}", "BadSyntax")]
    [InlineData("{\"type\":\"message\",\"conversation\":{\"id\":\"c\"},\"type\":\"message\"}", null)]
    [InlineData("{\"type\":\"message\",\"conversation\":{\"id\":\"c\",\"id\":\"d\"}}", null)]
    [InlineData("{\"type\":\"message\",\"conversation\":{\"id\":\"c\"},\"channelData\":{\"a\":1,\"a\":2}}", null)]
    [InlineData("{\"type\":\"message\",\"conversation\":{\"id\":\"c\"},\"new\":{\"b\":[{\"a\":1,\"a\":2}]}}", null)]
    [InlineData("{\"type\":\"message\",\"conversation\":{\"id\":\"c\"},\"text\":5}", "BadArgument")]
    [InlineData("{\"type\":\"message\",\"conversation\":\"c\"}", "BadArgument")]
    [InlineData("{\"conversation\":{\"id\":\"c\"}}", "MissingProperty")]
    [InlineData("{\"type\":\"\",\"conversation\":{\"id\":\"c\"}}", "MissingProperty")]
    [InlineData("{\"type\":\"typing\"}", "MissingProperty")]
    [InlineData("{\"type\":\"invoke\",\"conversation\":{\"id\":\"c\"}}", "MissingProperty")]
    [InlineData("{\"type\":\"event\",\"conversation\":{\"id\":\"c\"},\"name\":\"\"}", "MissingProperty")]
    public void What_is_no_activity_of_a_channel_is_refused(string json, string? code)
    {
        var (activity, refused) = ChannelReader.Read(Encoding.UTF8.GetBytes(json));
        activity.Should().BeNull();
        (code is null || refused!.Code == code).Should().BeTrue(refused!.Code);
    }

    [Fact]
    public void Wrong_bytes_too_deep_nesting_and_endless_ids_are_refused()
    {
        ChannelReader.Read([.. "{\"type\":\""u8, 0xC3, 0x28, .. "\"}"u8]).Refused.Should().NotBeNull();
        var deep = new string('[', 70) + new string(']', 70);
        ChannelReader.Read(Encoding.UTF8.GetBytes($$"""{"type":"x","conversation":{"id":"c"},"value":{{deep}}}""")).Refused.Should().NotBeNull();
        ChannelReader.Read(Encoding.UTF8.GetBytes("{\"type\":\"x\",\"conversation\":{\"id\":\"" + new string('c', 2001) + "\"}}")).Refused!.Code.Should().Be("BadArgument");
    }

    [Fact]
    public void Everything_a_channel_may_leave_out_or_add_is_accepted()
    {
        var (activity, refused) = ChannelReader.Read("""
            {"type":"message","conversation":{"id":"c","x":1},"timestamp":5,"localTimestamp":"never","channelData":7,"attachments":[null,{"contentType":"t","content":null}],
             "entities":[null],"membersAdded":[null],"from":null,"new":{"a":null},"text":"\ud83d\ude00"}
            """u8);
        refused.Should().BeNull();
        activity!.Attachments.Should().ContainSingle();
        activity.Entities.Should().BeEmpty();
        activity.Conversation!.Properties.Should().ContainKey("x");
        activity.Text.Should().Be("😀");
    }
}
