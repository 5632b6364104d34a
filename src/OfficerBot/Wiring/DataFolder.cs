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
            return null;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return $"The data folder {settings.DataFolder} cannot be written: {e.Message} Make it writable, or name another database file with Storage:Path.";
        }
    }
}
