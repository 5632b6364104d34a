using System.CommandLine;
using OfficerBot.Storage;

namespace OfficerBot.Commands;

/// <summary><c>officerbot backup --to FOLDER</c>: a consistent, checked copy, also while the service runs.</summary>
internal static class Backup
{
    /// <summary>The command.</summary>
    public static Command Command(string[] settings)
    {
        var to = new Option<string>("--to") { Description = "A folder without a copy in it; it is made.", Required = true };
        var command = new Command("backup", "Copies the database and its files into a folder and checks the copy. The service may go on running.") { to };
        command.SetAction((parsed, cancel) => RunAsync(settings, parsed.GetRequiredValue(to), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string[] settings, string to, CancellationToken cancel)
    {
        var path = CommandSettings.Read(settings).StoragePath;
        if (!File.Exists(path))
        {
            return Refusal.Print([$"There is no database at {Path.GetFullPath(path)}. Name it with --Storage:Path."]);
        }

        if (File.Exists(Path.Combine(to, Path.GetFileName(path))))
        {
            return Refusal.Print([$"There is a copy in {to} already. Name another folder."]);
        }

        var folder = await StoreBackup.CopyAsync(path, to, cancel);
        var copy = Path.Combine(folder, Path.GetFileName(path));
        Console.WriteLine($"{Path.GetFullPath(copy)}: {StoreBackup.Check(copy).Leads} leads, whole.");
        return 0;
    }
}
