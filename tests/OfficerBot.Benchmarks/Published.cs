using System.Diagnostics;

namespace OfficerBot.Benchmarks;

/// <summary>The program as it is published.</summary>
internal static class Published
{
    /// <summary>Publishes it into a folder, as the README says.</summary>
    /// <returns>The path of OfficerBot.dll.</returns>
    public static async Task<string> MakeAsync(string folder)
    {
        using var publish = Process.Start("dotnet", ["publish", Path.Combine(Root(), "src", "OfficerBot"), "-c", "Release", "-o", folder, "-v", "quiet", "--nologo"]);
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? Path.Combine(folder, "OfficerBot.dll") : throw new InvalidOperationException("dotnet publish failed.");
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "OfficerBot.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Run it inside the tree.");
        }

        return folder;
    }
}
