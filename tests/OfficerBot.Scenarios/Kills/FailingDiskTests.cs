using System.Diagnostics;

namespace OfficerBot.Scenarios.Kills;

/// <summary>When the disk no longer confirms what is written, nothing is acknowledged and the process ends, saying why.</summary>
public sealed class FailingDiskTests
{
    [Fact]
    public async Task A_disk_that_confirms_nothing_ends_the_service_without_an_acknowledgement()
    {
        var folder = Directory.CreateTempSubdirectory("officerbot-eio-").FullName;
        using var client = new KillClient(1, "周晓燕", false);
        using (var service = await ChildService.StartAsync("OfficerBot.dll", folder))
        {
            await client.SitAsync(service.Root);
            await client.WorkAsync(service.Root, () => client.Acknowledged.Count < 5);
            using var faults = await FailEverySyncAsync(service.Id);

            await client.WorkAsync(service.Root, () => true);

            var (code, words) = await service.EndAsync();
            code.Should().NotBe(0);
            words.Should().Contain("disk");
            await faults.WaitForExitAsync();
        }

        client.Acknowledged.Should().HaveCount(5, "nothing was acknowledged after the disk began to fail");
        using (var again = await ChildService.StartAsync("OfficerBot.dll", folder))
        {
            await client.SitAsync(again.Root);
            (await again.StopAsync()).Code.Should().Be(0);
        }

        using (var left = new Ledgers(folder))
        {
            client.Acknowledged.Should().HaveCount(6).And.OnlyContain(a => left.Leads[a.Mark].Count() == 1);
            left.Integrity().Should().Equal("ok", "ok");
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>From here on each fsync and fdatasync of the process answers EIO.</summary>
    private static async Task<Process> FailEverySyncAsync(int process)
    {
        var start = new ProcessStartInfo(
            "strace", ["-f", "-e", "trace=fdatasync,fsync", "-e", "inject=fdatasync,fsync:error=EIO", "-o", "/dev/null", "-p", $"{process}"])
        {
            RedirectStandardError = true,
        };
        var strace = Process.Start(start) ?? throw new InvalidOperationException("strace did not start; tests/run installs it.");
        var line = await strace.StandardError.ReadLineAsync();
        line.Should().Contain("attached");
        return strace;
    }
}
