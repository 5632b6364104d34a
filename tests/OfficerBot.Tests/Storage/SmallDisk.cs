using System.Diagnostics;

namespace OfficerBot.Tests.Storage;

/// <summary>A disk of 4 MB in memory.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const long Size = 4 * 1024 * 1024;
    private readonly TempFolder _folder = new();

    public static SmallDisk Mount()
    {
        var disk = new SmallDisk();
        var (code, words) = Run("mount", "-t", "tmpfs", "-o", $"size={Size}", "officerbot-test", disk._folder.Path);
        return code == 0 ? disk : throw new InvalidOperationException($"This test mounts a small tmpfs and must run as root: {words}");
    }

    public string Of(string name) => _folder.Of(name);

    /// <summary>Fills it up to so many bytes.</summary>
    public void Fill(int leave)
    {
        var free = new DriveInfo(_folder.Path).AvailableFreeSpace;
        File.WriteAllBytes(Of("filler"), new byte[free - leave]);
    }

    public void MakeRoom() => File.Delete(Of("filler"));

    public void Dispose()
    {
        Run("umount", _folder.Path);
        _folder.Dispose();
    }

    private static (int Code, string Words) Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!; // a missing program throws
        var words = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, words);
    }
}
