using System.Diagnostics;

namespace OfficerBot.Scenarios.Channels;

/// <summary>Starts the scripts of tests/clients/channel.</summary>
internal static class ChannelScript
{
    /// <summary>Starts one, with all of its streams.</summary>
    public static Process Start(params string[] arguments)
    {
        var folder = Folder();
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            throw new InvalidOperationException($"Run npm ci in {folder} first; tests/run does.");
        }

        var start = new ProcessStartInfo("node", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start) ?? throw new InvalidOperationException("node did not start");
    }

    /// <summary>Everything it wrote until its end.</summary>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        using var node = Start(arguments);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        var problems = node.StandardError.ReadToEndAsync(patience.Token);
        var words = await node.StandardOutput.ReadToEndAsync(patience.Token);
        await node.WaitForExitAsync(patience.Token);
        return $"{await problems}\n{words}".Trim();
    }

    private static string Folder()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "OfficerBot.sln")))
        {
            at = at.Parent;
        }

        return Path.Combine(at?.FullName ?? throw new InvalidOperationException("Run inside the repository."), "tests", "clients", "channel");
    }
}
