using System.Text;
using OfficerBot.Settings;
using OfficerBot.Turns;

namespace OfficerBot.Wiring;

/// <summary>The master key of Direct Line: the one set, else one made once into the data folder, readable by its owner alone.</summary>
internal static class DirectLineSecret
{
    private const int LeastLength = 16;

    public static string Of(OfficerBotSettings settings)
    {
        if (settings.DirectLine.Secret is { } set)
        {
            return set;
        }

        Directory.CreateDirectory(settings.DataFolder);
        var path = Path.Combine(settings.DataFolder, "directline.secret");
        return Kept(path) ?? Made(path);
    }

    // An empty file is what a power cut may leave; as a key it would let anybody in.
    private static string? Kept(string path) => File.Exists(path) && File.ReadAllText(path).Trim() is { Length: >= LeastLength } kept ? kept : null;

    // First beside its place and on the disk, then renamed: whole or not there.
    private static string Made(string path)
    {
        var made = UnguessableKey.New() + UnguessableKey.New();
        File.Delete(path + ".new");
        using (var file = new FileStream(path + ".new", Options()))
        {
            file.Write(Encoding.ASCII.GetBytes(made));
            file.Flush(flushToDisk: true);
        }

        File.Move(path + ".new", path, overwrite: true);
        return made;
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
