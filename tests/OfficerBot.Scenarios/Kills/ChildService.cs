using System.Diagnostics;

namespace OfficerBot.Scenarios.Kills;

/// <summary>The built service as a process of its own, over a data folder that outlives it.</summary>
internal sealed class ChildService : IDisposable
{
    private const string Announcement = " / open: ";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly WrittenLines _errors;
    private readonly Task _drained;

    private ChildService(Process process, Uri root, WrittenLines errors, Task drained) =>
        (_process, Root, _errors, _drained) = (process, root, errors, drained);

    /// <summary>Where it listens.</summary>
    public Uri Root { get; }

    /// <summary>What it has written so far.</summary>
    public string Words => _errors.ToString();

    /// <summary>Done when it has written these words; fails when it has not within a minute.</summary>
    public async Task UntilWrittenAsync(string words)
    {
        using var patience = new CancellationTokenSource(Patience);
        await _errors.UntilAsync(words, patience.Token);
    }

    /// <summary>Its process.</summary>
    public int Id => _process.Id;

    /// <summary>Starts it; it answers when this is done.</summary>
    /// <param name="program">The assembly to run, beside this one.</param>
    /// <param name="more">Further settings.</param>
    public static Task<ChildService> StartAsync(string program, string folder, params string[] more) => StartAsync(program, folder, null, more);

    /// <summary>As above.</summary>
    /// <param name="environment">What the process finds beside our own environment; null for nothing.</param>
    /// <exception cref="InvalidOperationException">It ended instead; the message holds what it wrote.</exception>
    public static async Task<ChildService> StartAsync(string program, string folder, IReadOnlyDictionary<string, string>? environment, params string[] more)
    {
        string[] settings = ["--Urls", "http://127.0.0.1:0", "--Storage:Path", Path.Combine(folder, "officerbot.db"), "--Sample:Enabled", "true", "--RateLimits:Enabled", "false", .. more];
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program), .. settings])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var errors = new WrittenLines();
        var complaints = DrainAsync(process.StandardError, errors);
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.IndexOf(Announcement, StringComparison.Ordinal) is >= 0 and var at)
            {
                return new(process, new Uri(line[(at + Announcement.Length)..].Trim()), errors, Task.WhenAll(complaints, DrainAsync(process.StandardOutput, errors)));
            }
        }

        await complaints;
        throw new InvalidOperationException($"The service did not start: {errors}");
    }

    /// <summary>Kills it as a power cut would kill a process: at once, with requests in flight.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await EndAsync();
    }

    /// <summary>Asks it to end, and gives its exit code and what it wrote.</summary>
    public async Task<(int Code, string Words)> StopAsync()
    {
        await SignalAsync("TERM");
        return await EndAsync();
    }

    /// <summary>Sends it a signal by its name.</summary>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits until it has ended, and gives its exit code and what it wrote.</summary>
    public async Task<(int Code, string Words)> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        await _drained;
        return (_process.ExitCode, _errors.ToString());
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static async Task DrainAsync(StreamReader from, WrittenLines to)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            to.Add(line);
        }
    }
}
