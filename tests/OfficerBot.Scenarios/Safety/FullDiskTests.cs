using OfficerBot.Domain.Ledger;
using OfficerBot.Scenarios.Campaigns;
using OfficerBot.Scenarios.Office;
using OfficerBot.Storage;
using OfficerBot.Tests.Protocol.Host;
using OfficerBot.Tests.Storage;
using Xunit.Abstractions;

namespace OfficerBot.Scenarios.Safety;

/// <summary>The disk of a running office fills up, and gets room again.</summary>
public sealed class FullDiskTests(ITestOutputHelper output)
{
    private const string Words = "暂时存不进";

    [Fact]
    public async Task A_full_disk_is_said_in_the_room_nothing_is_acknowledged_and_room_heals_it()
    {
        using var disk = SmallDisk.Mount();
        await using var office = await OfficeUnderTest.OpenAsync(new() { Folder = disk.Of("data") });
        var seat = await office.SitAsync("周晓燕", false);
        using var socket = await seat.ListenAsync();
        disk.Fill(leave: 0);

        var (acknowledged, refused) = await UntilRefusedAsync(seat);

        refused.Status.Should().Be(503);
        refused.Body.Should().Contain("ServiceUnavailable");
        (await HeardAsync(socket, Words)).Should().BeTrue();
        Leads(office).Should().Be(acknowledged);
        (await seat.TryAsync(new { type = "message", text = "今天谁还没报" })).Status.Should().Be(503, "a question is kept too, so it cannot be taken");
        (await seat.ReadAsync()).Should().NotBeEmpty("reading goes on");
        (await office.GetAsync("healthz")).Should().NotBeEmpty();
        (await office.TrySitAsync("肖雅琴")).Should().Be(503);

        disk.MakeRoom();
        (await seat.SayAsync("线索：白沙镇清理了最后一处垃圾堆。")).Names.Should().Equal("lead_filed");
        await office.RestartAsync();
        Leads(office).Should().Be(acknowledged + 1);
    }

    [Fact]
    [Trait(Campaign.Trait, "full-disk")]
    public async Task However_often_the_disk_fills_up_what_was_acknowledged_is_kept_and_the_service_goes_on()
    {
        using var disk = SmallDisk.Mount();
        await using var office = await OfficeUnderTest.OpenAsync(new() { Folder = disk.Of("data") });
        var seat = await office.SitAsync("周晓燕", false);
        var acknowledged = 0;
        var times = Campaign.Size(3);
        for (var time = 0; time < times; time++)
        {
            disk.Fill(leave: time % 4 == 0 ? 160_000 : 20_000);
            var (before, refused) = await UntilRefusedAsync(seat, $"{time}-");
            acknowledged += before;
            refused.Status.Should().Be(503);
            Leads(office).Should().Be(acknowledged, "time {0}", time);
            disk.MakeRoom();
            (await seat.TryAsync(new { type = "message", text = $"线索：白沙镇在第{time}次之后又清理了一处垃圾堆。" })).Status.Should().Be(200, "there is room again");
            Leads(office).Should().Be(++acknowledged);
        }

        await office.RestartAsync();
        Leads(office).Should().Be(acknowledged);
        StoreBackup.Check(office.DatabasePath).Problems.Should().BeEmpty();
        Campaign.Tell(output, $"full disk: {times} times, {acknowledged} acknowledged, 0 lost, no restart needed");
    }

    private static async Task<(int Acknowledged, (int Status, string Body) Refused)> UntilRefusedAsync(Seat seat, string mark = "")
    {
        for (var acknowledged = 0; acknowledged < 1000; acknowledged++)
        {
            var text = $"线索：白沙镇志愿者第{mark}{acknowledged + 1}次清理河道垃圾。{new string('汛', 3000)}";
            if (await seat.TryAsync(new { type = "message", text }) is { Status: not 200 } refused)
            {
                return (acknowledged, refused);
            }
        }

        throw new InvalidOperationException("The disk never filled.");
    }

    private static async Task<bool> HeardAsync(WireSocket socket, string words)
    {
        while ((await socket.NextAsync())["activities"]!.AsArray().All(a => ((string?)a!["text"])?.Contains(words, StringComparison.Ordinal) != true))
        {
            // what was said before; the socket's own patience ends the wait
        }

        return true;
    }

    private static int Leads(OfficeUnderTest office) => office.Read(l => l.Leads.Count(new LeadQuery()));
}
