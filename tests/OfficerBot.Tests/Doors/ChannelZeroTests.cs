using System.Text.Json.Nodes;
using NodaTime;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Ledger;
using OfficerBot.Tests.Domain;

namespace OfficerBot.Tests.Doors;

/// <summary>A zero report goes with the message that made it, and comes back with it.</summary>
public sealed class ChannelZeroTests : IAsyncLifetime, IDisposable
{
    private readonly ChannelBench _bench = new();
    private string _room = "";
    private int _changes;

    public async Task InitializeAsync()
    {
        await _bench.InitializeAsync();
        _room = _bench.New("a:zero");
    }

    public Task DisposeAsync() => _bench.DisposeAsync();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_deleted_message_takes_its_zero_report_along_and_the_undoing_brings_it_back_as_of_then()
    {
        var message = _bench.Personal(ChannelBench.Officer, _room, "今日无线索");
        await _bench.RepliesAsync(message);
        var zero = Zeros().Should().ContainSingle().Which;

        (await ChangeAsync(message, "messageDelete", "softDeleteMessage")).Should().ContainSingle().Which.Should().Contain("已撤销").And.Contain("白沙镇").And.Contain("零报告");
        Zeros().Should().BeEmpty();
        (await ChangeAsync(message, "messageUpdate", "undeleteMessage")).Should().ContainSingle().Which.Should().Contain("已记").And.Contain("零报告");
        var back = Zeros().Should().ContainSingle().Which;
        (back.At, back.By).Should().Be((zero.At, zero.By));
        back.Id.Should().NotBe(zero.Id);

        await ChangeAsync(message, "messageDelete", "softDeleteMessage");
        Zeros().Should().BeEmpty("it is the same message");
        await ChangeAsync(message, "messageUpdate", "undeleteMessage");
        Zeros().Should().ContainSingle();
    }

    [Fact]
    public async Task A_zero_report_that_was_asked_about_goes_with_the_message_that_brought_the_question_up()
    {
        var message = _bench.Personal(ChannelBench.Officer, _room, "今天不报了");
        await _bench.RepliesAsync(message);
        await _bench.RepliesAsync(_bench.Personal(ChannelBench.Officer, _room, "是"));
        Zeros().Should().ContainSingle();
        await ChangeAsync(message, "messageDelete", "softDeleteMessage");
        Zeros().Should().BeEmpty();
    }

    [Fact]
    public async Task What_a_lead_replaced_or_words_took_back_does_not_come_back_with_the_message()
    {
        var message = _bench.Personal(ChannelBench.Officer, _room, "今日无线索");
        await _bench.RepliesAsync(message);
        await _bench.RepliesAsync(_bench.Personal(ChannelBench.Officer, _room, "登记错了"));
        Zeros().Should().BeEmpty();
        (await ChangeAsync(message, "messageDelete", "softDeleteMessage")).Should().BeEmpty();
        (await ChangeAsync(message, "messageUpdate", "undeleteMessage")).Should().BeEmpty();
        Zeros().Should().BeEmpty();
    }

    [Fact]
    public async Task Beside_a_lead_filed_meanwhile_it_does_not_come_back_and_that_is_said()
    {
        var message = _bench.Personal(ChannelBench.Officer, _room, "今日无线索");
        await _bench.RepliesAsync(message);
        await ChangeAsync(message, "messageDelete", "softDeleteMessage");
        await _bench.RepliesAsync(_bench.Personal(ChannelBench.Officer, _room, "组织志愿者清理河道垃圾3吨"));
        (await ChangeAsync(message, "messageUpdate", "undeleteMessage")).Should().ContainSingle().Which.Should().Contain("不能再报零报告");
        Zeros().Should().BeEmpty();
    }

    [Fact]
    public async Task The_same_said_by_another_stands_when_a_message_goes_that_made_none()
    {
        var message = _bench.Personal(ChannelBench.Officer, _room, "今日无线索");
        await _bench.RepliesAsync(_bench.Personal(ChannelBench.Officer, _room, "今日无线索"));
        await _bench.RepliesAsync(message);
        (await ChangeAsync(message, "messageDelete", "softDeleteMessage")).Should().BeEmpty();
        Zeros().Should().ContainSingle();
    }

    private IReadOnlyList<Filing> Zeros()
    {
        var group = _bench.TheGroup;
        return _bench.Read(s =>
        {
            ILedger ledger = s.Ledger(group);
            var unit = ledger.Roster.Units.Single(u => u.ShortName == "白沙镇").Id;
            var day = new LocalDate(2020, 9, 16);
            return new OfficerBot.Domain.Duties.Occurrences(ledger.Notice, Yuanjiang.WorkDays).CoveringDay(ledger.Notice.LeadDuty!, day) is { } due
                ? ledger.Filings.Of(due.Slot, unit).Where(f => f.Kind == FilingKind.Zero).ToList()
                : throw new InvalidOperationException("nothing due");
        });
    }

    private async Task<IReadOnlyList<string>> ChangeAsync(JsonObject message, string type, string eventType)
    {
        var change = message.DeepClone().AsObject();
        (change["type"], change["channelData"]) = (type, new JsonObject { ["eventType"] = eventType });
        change["timestamp"] = $"2026-01-01T00:00:{++_changes:00}Z";
        change.Remove("text");
        return [.. (await _bench.RepliesAsync(change)).Select(r => r["text"]!.ToString())];
    }
}
