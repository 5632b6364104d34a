using OfficerBot.Settings;

namespace OfficerBot.Wiring;

/// <summary>The one folder of data.</summary>
internal static class DataFolder
{
    /// <summary>What is wrong with the folder of data, before anything is opened in it; null when it can be written.</summary>
    public static string? ProblemOf(OfficerBotSettings settings)
    {
        var probe = Path.Combine(settings.DataFolder, ".written");
        try
        {
            Directory.CreateDirectory(settings.DataFolder);
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return $"The data folder {settings.DataFolder} cannot be written: {e.Message} Make it writable, or name another database file with Storage:Path.";
        }

        return Directory.EnumerateFiles(settings.DataFolder).Select(ProblemOfFile).FirstOrDefault(p => p is not null);
    }

    // SQLite opens what it may not write for reading, and says so only at the first write.
    private static string? ProblemOfFile(string path)
    {
        try
        {
            using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return $"The file {path} may not be read and written by the user {Environment.UserName} that runs this program. Give it to that user (chown), and let nobody else write it.";
        }
        catch (IOException)
        {
            return null; // gone meanwhile, or locked by the process that holds the database, which is told by its name
        }
    }
}
