using System.Diagnostics;
using OfficerBot.Domain.Ledger;
using OfficerBot.Storage;

namespace OfficerBot.Tests.Storage;

/// <summary>A disk that is full, one that fails, and a second process.</summary>
public class DiskTests
{
    private const int AckedBefore = 20;

    [Fact]
    public async Task On_a_full_disk_nothing_is_acknowledged_reading_goes_on_and_room_heals_it()
    {
        using var disk = SmallDisk.Mount();
        var options = new StoreOptions(disk.Of("officerbot.db"), Samples.ReadNotice);
        var acked = 0;
        await using (var store = SqliteStore.Open(options))
        {
            var cast = await store.WriteAsync(s => Samples.Fill(s.Ledger(Samples.Group)), default);
            disk.Fill(leave: 200_000);
            var refused = await Assert.ThrowsAsync<StoreUnavailableException>(async () =>
            {
                for (; acked < 1000; acked++)
                {
                    await store.WriteAsync(s => s.Ledger(Samples.Group).Leads.Add(Samples.Lead(cast, new string('汛', 1500))), default);
                }
            });

            refused.Reason.Should().Be(UnavailableReason.Full);
            Leads(store).Should().Be(acked);
            disk.MakeRoom();
            await store.WriteAsync(s => s.Ledger(Samples.Group).Leads.Add(Samples.Lead(cast, "又有地方了")), default);
        }

        await using var again = SqliteStore.Open(options);
        Leads(again).Should().Be(acked + 1);
    }

    [Fact]
    public async Task When_the_disk_does_not_confirm_nothing_is_acknowledged_ever_again()
    {
        using var folder = new TempFolder();
        var path = folder.Of("officerbot.db");
        using var child = StoreChild.Start("write", path, AckedBefore.ToString());
        (await child.UntilAsync("ready")).Should().HaveCount(AckedBefore);
        using var fault = await FailingFsync.AttachAsync(child.Process.Id);

        await child.Process.StandardInput.WriteLineAsync("go on");
        var said = await child.UntilAsync("end");

        said.Should().Equal("unavailable Stopped", "unavailable Stopped", "files unavailable Stopped", "store has stopped");
        await child.Process.WaitForExitAsync();
        await using var store = SqliteStore.Open(new(path, Samples.ReadNotice));
        Leads(store).Should().BeInRange(AckedBefore, AckedBefore + 1, "what was acknowledged is there; the one in flight may be");
    }

    [Fact]
    public async Task A_second_process_is_refused_and_told_who_holds_the_store()
    {
        using var folder = new TempFolder();
        var options = new StoreOptions(folder.Of("officerbot.db"), Samples.ReadNotice);
        await using (var store = SqliteStore.Open(options))
        {
            using var child = StoreChild.Start("open", options.Path);
            (await child.UntilAsync("end")).Should().Equal($"held by {Environment.ProcessId}");
            SqliteStore.TryOpen(options, out var heldBy).Should().BeNull();
            heldBy.Should().Be(Environment.ProcessId);
            await store.WriteAsync(s => s.Dedupe.IsFirst("c", "v", "m", Samples.Morning), default);
        }

        using var next = StoreChild.Start("open", options.Path);
        (await next.UntilAsync("end")).Should().Equal("opened");
    }

    private static int Leads(SqliteStore store) => store.Read(s => s.Ledger(Samples.Group).Leads.Count(new LeadQuery()));

    /// <summary>Makes every fsync of a running process fail; strace does it, which the test command installs.</summary>
    private sealed class FailingFsync(Process strace) : IDisposable
    {
        public static async Task<FailingFsync> AttachAsync(int processId)
        {
            var start = new ProcessStartInfo("strace") { RedirectStandardError = true };
            foreach (var argument in (string[])["-f", "-o", "/dev/null", "-e", "trace=fsync,fdatasync", "-e", "inject=fsync,fdatasync:error=EIO", "-p", $"{processId}"])
            {
                start.ArgumentList.Add(argument);
            }

            var strace = Process.Start(start)!; // a program that cannot be started throws
            (await strace.StandardError.ReadLineAsync()).Should().Contain("attached", "strace must be allowed to attach (run as root)");
            return new(strace);
        }

        public void Dispose()
        {
            if (!strace.HasExited)
            {
                strace.Kill();
            }

            strace.Dispose();
        }
    }
}
