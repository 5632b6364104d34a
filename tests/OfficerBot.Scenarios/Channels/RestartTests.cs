using System.Diagnostics;
using System.Text.Json.Nodes;
using OfficerBot.Scenarios.Kills;

namespace OfficerBot.Scenarios.Channels;

/// <summary>Messages that wait for a channel while the service ends.</summary>
public sealed class RestartTests
{
    private static readonly object Busy = new { status = 429, headers = new Dictionary<string, string> { ["retry-after"] = "1" } };

    [Fact]
    public async Task What_waited_when_the_service_ended_is_sent_once_in_order_after_its_return()
    {
        var office = await ChannelOffice.OpenAsync();
        var anna = await office.MeetAsync("白沙镇周晓燕");
        await office.Channel.FaultAsync(anna.Conversation, Busy);
        var ids = await SayThreeAsync(anna);

        await office.RestartAsync();
        await office.Channel.ReleaseAsync(anna.Conversation);

        await ShouldHearOnceAsync(anna, ids);
        (await office.Channel.StateAsync()).Complaints.Should().BeEmpty();
        await office.DisposeAsync();
    }

    [Fact]
    public async Task What_waited_when_the_service_was_killed_is_sent_once_in_order_after_its_return()
    {
        await using var channel = await FakeChannel.OpenAsync();
        var folder = Directory.CreateTempSubdirectory("officerbot-channel-").FullName;
        var anna = new Partner(channel, "msteams", "29:anna", "周晓燕", new JsonObject { ["id"] = "a:1", ["conversationType"] = "personal" });
        await channel.FaultAsync(anna.Conversation, Busy);
        IReadOnlyList<string> ids;
        using (var service = await ChildService.StartAsync("OfficerBot.dll", folder, [.. channel.Settings]))
        {
            await BindAsync(folder, anna.User, "白沙镇周晓燕");
            await channel.MeetAsync(service.Root);
            ids = await SayThreeAsync(anna);
            await service.KillAsync();
        }

        using (var service = await ChildService.StartAsync("OfficerBot.dll", folder, [.. channel.Settings]))
        {
            await channel.MeetAsync(service.Root);
            await channel.ReleaseAsync(anna.Conversation);
            await ShouldHearOnceAsync(anna, ids);
            (await service.StopAsync()).Code.Should().Be(0);
        }

        (await channel.StateAsync()).Complaints.Should().BeEmpty();
        Directory.Delete(folder, recursive: true);
    }

    // While the channel is too busy to take anything.
    private static async Task<IReadOnlyList<string>> SayThreeAsync(Partner partner)
    {
        var ids = new List<string>();
        for (var i = 1; i <= 3; i++)
        {
            ids.Add(await partner.SayAsync($"清理河道垃圾{i}0吨，出动{i}0人"));
        }

        await partner.AttemptsAsync(1);
        return ids;
    }

    private static async Task ShouldHearOnceAsync(Partner partner, IReadOnlyList<string> ids)
    {
        (await partner.HeardAsync(3)).Select(c => c.Target).Should().Equal(ids);
        await partner.AskAsync("我还欠什么");
        (await partner.HeardAsync(4)).Should().HaveCount(4);
    }

    private static async Task BindAsync(string folder, string user, string person)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "OfficerBot.dll"), "bind", "--channel", "msteams", "--user", user, "--person", person,
            "--Storage:Path", Path.Combine(folder, "officerbot.db"), "--Sample:Enabled", "true",
        ];
        using var bind = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true }) ?? throw new InvalidOperationException("dotnet did not start.");
        await bind.StandardOutput.ReadToEndAsync();
        await bind.WaitForExitAsync();
        bind.ExitCode.Should().Be(0);
    }
}
