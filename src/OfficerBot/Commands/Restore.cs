using System.CommandLine;
using OfficerBot.Storage;

namespace OfficerBot.Commands;

/// <summary><c>officerbot restore --from FOLDER</c>: puts a checked copy in the place of the database, while the service is stopped.</summary>
internal static class Restore
{
    /// <summary>The command.</summary>
    public static Command Command(string[] settings)
    {
        var from = new Option<string>("--from") { Description = "A folder that backup has written.", Required = true };
        var force = new Option<bool>("--force") { Description = "Also when there is a database; it is kept beside as *.before-restore." };
        var command = new Command("restore", "Checks a copy and puts it in the place of the database. Stop the service first.") { from, force };
        command.SetAction(parsed => Run(settings, parsed.GetRequiredValue(from), parsed.GetValue(force)));
        return command;
    }

    private static int Run(string[] settings, string from, bool force)
    {
        var path = CommandSettings.Read(settings).StoragePath;
        var copy = Path.Combine(from, Path.GetFileName(path));
        if (!File.Exists(copy))
        {
            return Refusal.Print([$"There is no copy {copy}."]);
        }

        if (File.Exists(path) && !force)
        {
            return Refusal.Print([$"There is a database at {Path.GetFullPath(path)}. With --force the copy takes its place; the present one is kept as *.before-restore."]);
        }

        StoreBackup.Restore(copy, path);
        Console.WriteLine($"{Path.GetFullPath(path)}: {StoreBackup.Check(path).Leads} leads restored.");
        return 0;
    }
}
