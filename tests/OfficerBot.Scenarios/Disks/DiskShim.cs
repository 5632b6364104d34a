using System.Diagnostics;

namespace OfficerBot.Scenarios.Disks;

/// <summary>What stands between a child process and its disk: <c>disk.c</c>, compiled once a test run and loaded by LD_PRELOAD.</summary>
internal static class DiskShim
{
    private static readonly Lazy<string> Library = new(Compile);

    /// <summary>The environment of a process whose changes below a folder are recorded.</summary>
    /// <param name="record">The record's file, outside the folder.</param>
    /// <param name="fail">Which call is to fail, once: <c>write:K:ERRNO</c> or <c>sync:K:ERRNO</c>; null for none.</param>
    public static Dictionary<string, string> Watch(string folder, string record, string? fail = null)
    {
        var environment = new Dictionary<string, string> { ["LD_PRELOAD"] = Library.Value, ["DISK_FOLDER"] = folder, ["DISK_RECORD"] = record };
        if (fail is not null)
        {
            environment["DISK_FAIL"] = fail;
        }

        return environment;
    }

    private static string Compile()
    {
        var folder = Directory.CreateTempSubdirectory("officerbot-disk-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var library = Path.Combine(folder, "disk.so");
        var source = Path.Combine(AppContext.BaseDirectory, "Disks", "disk.c");
        using var compiler = Process.Start("gcc", ["-shared", "-fPIC", "-O1", "-o", library, source, "-ldl", "-lpthread"])
            ?? throw new InvalidOperationException("gcc did not start; tests/run installs it.");
        compiler.WaitForExit();
        return compiler.ExitCode == 0 ? library : throw new InvalidOperationException("disk.c does not compile.");
    }
}
