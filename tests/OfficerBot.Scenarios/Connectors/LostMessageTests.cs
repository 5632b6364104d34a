using OfficerBot.Requests;
using OfficerBot.Scenarios.Office;
using OfficerBot.Tests.Protocol.Connector;

namespace OfficerBot.Scenarios.Connectors;

/// <summary>What a channel does not take, the liaison is told of: once, not message by message.</summary>
public sealed class LostMessageTests : IAsyncLifetime
{
    private const string Gone = """{"error":{"code":"BotNotInConversationRoster","message":"x"}}""";

    private TeamsOffice _teams = null!; // opened before each test
    private Seat _liaison = null!; // the same
    private string _officer = "";

    public async Task InitializeAsync()
    {
        _teams = await TeamsOffice.OpenAsync();
        _officer = await _teams.OfficerAsync("白沙镇", "29:bai");
        _liaison = await _teams.Office.SitAsync("刘艺超", inGroup: false);
        await _liaison.OpenAsync();
    }

    public async Task DisposeAsync() => await _teams.DisposeAsync();

    [Fact]
    public async Task Of_a_chat_that_is_gone_once_and_again_when_it_came_back_and_went_again()
    {
        await LoseAsync(FakeHost.Says(403, Gone));
        var note = Of("person_cut_off").Should().ContainSingle().Which;
        note.Conversation.Should().Be(_liaison.Conversation);
        note.Rendered.Should().Contain("白沙镇").And.Contain("Teams").And.Contain("1990000");
        (await _liaison.ReadAsync()).Should().Contain(a => a.GetProperty("text").GetString()!.Contains("白沙镇"));
        await _teams.SayAsync(_officer, "我还欠什么");
        await LoseAsync(FakeHost.Says(403, Gone));
        Of("person_cut_off").Should().HaveCount(2);
    }

    [Fact]
    public async Task Of_refused_messages_once_a_day_in_the_language_the_liaison_writes()
    {
        await _liaison.SayAsync("who is missing today?");
        await LoseAsync(FakeHost.Says(400, """{"error":{"code":"BadSyntax","message":"x"}}"""));
        await LoseAsync(FakeHost.Says(413));
        Of("person_missed").Should().ContainSingle().Which.Rendered.Should().Contain("HTTP 400 BadSyntax").And.Contain("Please call");
        await _teams.Office.MoveClockAsync("2020-09-17T09:00");
        await LoseAsync(FakeHost.Says(413));
        Of("person_missed").Should().HaveCount(2);
    }

    [Fact]
    public async Task Of_a_channel_that_is_down_once_whoever_was_written_to()
    {
        var other = await _teams.OfficerAsync("融媒体", "29:rong");
        _teams.Channel.Otherwise = FakeHost.Says(503);
        await _teams.SayAsync(_officer, "我还欠什么");
        await _teams.SayAsync(other, "我还欠什么");
        for (var i = 0; i < 4; i++)
        {
            await _teams.PassAsync(60);
        }

        _teams.Office.Store.Read(s => s.Outbox.Waiting()).Should().Be(0);
        Of("channel_down").Should().ContainSingle().Which.Rendered.Should().Contain("HTTP 503");
    }

    [Fact]
    public async Task Of_the_groups_chat_too()
    {
        await _teams.SayInAsync(TeamsOffice.GroupChat, "groupChat", _officer, "我还欠什么");
        var group = _teams.Office.Store.Read(s => s.Notices.Groups()[0]);
        await _teams.Office.DoAsync(new OperatorRequest.Link("msteams", TeamsOffice.GroupChat, group.Value));
        _teams.Channel.Answers.Enqueue(FakeHost.Says(403, Gone));
        await _teams.SayInAsync(TeamsOffice.GroupChat, "groupChat", _officer, "我还欠什么");
        Of("group_cut_off").Should().ContainSingle();
    }

    [Fact]
    public async Task Nobody_is_told_of_himself_and_a_note_that_is_lost_tells_no_other()
    {
        await _teams.Office.DoAsync(new OperatorRequest.Bind("msteams", "29:liu", "刘艺超", null));
        _teams.Channel.Otherwise = FakeHost.Says(400);
        await _teams.SayAsync("29:liu", "我还欠什么"); // his chat used last: notes go there
        await _teams.SayAsync(_officer, "我还欠什么");
        await _teams.SayAsync(_officer, "我还欠什么");
        Of("person_missed").Should().ContainSingle().Which.Rendered.Should().Contain("白沙镇");
        _teams.Office.Store.Read(s => s.Outbox.Waiting()).Should().Be(0);
    }

    private async Task LoseAsync(Func<HttpContext, Task> answer)
    {
        _teams.Channel.Answers.Enqueue(answer);
        await _teams.SayAsync(_officer, "我还欠什么");
    }

    private IReadOnlyList<SentReply> Of(string reply) => _teams.Office.Sent.Of(reply);
}
