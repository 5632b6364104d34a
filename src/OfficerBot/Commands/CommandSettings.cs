using OfficerBot.Settings;
using OfficerBot.Wiring;

namespace OfficerBot.Commands;

/// <summary>The settings as the service itself would read them here: file, environment, command line.</summary>
internal static class CommandSettings
{
    /// <summary>Reads them.</summary>
    /// <exception cref="InvalidDataException">Something is wrong with them; the message says all of it.</exception>
    public static OfficerBotSettings Read(string[] settings)
    {
        var configuration = WebApplication.CreateSlimBuilder(settings).Configuration;
        Credentials.Add(configuration, settings);
        var (read, problems) = SettingsReader.Read(configuration, Contents.ProgramFolder);
        return read ?? throw new InvalidDataException(string.Join(Environment.NewLine, problems));
    }
}
