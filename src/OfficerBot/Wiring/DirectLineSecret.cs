using OfficerBot.Settings;
using OfficerBot.Turns;

namespace OfficerBot.Wiring;

/// <summary>The master key of Direct Line: the one set, else one made once into the data folder, readable by its owner alone.</summary>
internal static class DirectLineSecret
{
    public static string Of(OfficerBotSettings settings)
    {
        if (settings.DirectLine.Secret is { } set)
        {
            return set;
        }

        Directory.CreateDirectory(settings.DataFolder);
        var path = Path.Combine(settings.DataFolder, "directline.secret");
        if (!File.Exists(path))
        {
            using var file = new FileStream(path, Options());
            using var text = new StreamWriter(file);
            text.Write(UnguessableKey.New() + UnguessableKey.New());
        }

        return File.ReadAllText(path).Trim();
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
