using System.Diagnostics;

namespace OfficerBot.Scenarios.DirectLine;

/// <summary>Runs tests/clients/directline/play.mjs, which drives botframework-directlinejs in Node.</summary>
public static class OfficialClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Everything the script wrote; it ends with "ok" and the scenario's name when all held.</summary>
    public static async Task<string> PlayAsync(IServiceUnderTest service, string scenario)
    {
        var folder = Folder();
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            throw new InvalidOperationException($"Run npm ci in {folder} first; tests/run does.");
        }

        using var node = Start(folder, service, scenario);
        using var patience = new CancellationTokenSource(Patience);
        var problems = node.StandardError.ReadToEndAsync(patience.Token);
        var lines = new List<string>();
        while (await node.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            lines.Add(line);
            if (line == "RESTART")
            {
                await service.RestartAsync();
                await node.StandardInput.WriteLineAsync("restarted");
            }
        }

        await node.WaitForExitAsync(patience.Token);
        return string.Join('\n', [await problems, .. lines]).Trim();
    }

    private static Process Start(string folder, IServiceUnderTest service, string scenario)
    {
        var start = new ProcessStartInfo("node", ["play.mjs", "--url", service.Root.ToString().TrimEnd('/'), "--secret", service.Secret, scenario])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var node = Process.Start(start) ?? throw new InvalidOperationException("node did not start");
        node.StandardInput.AutoFlush = true;
        return node;
    }

    private static string Folder()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "OfficerBot.sln")))
        {
            at = at.Parent;
        }

        return Path.Combine(at?.FullName ?? throw new InvalidOperationException("Run inside the repository."), "tests", "clients", "directline");
    }
}
