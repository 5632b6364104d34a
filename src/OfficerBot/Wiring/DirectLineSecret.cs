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

    // First beside its place and on the disk, then renamed: whole or not there. Of several processes that start at once the first one's is everybody's.
    private static string Made(string path)
    {
        var made = UnguessableKey.New() + UnguessableKey.New();
        var beside = $"{path}.{made[..8]}.new";
        using (var file = new FileStream(beside, Options()))
        {
            file.Write(Encoding.ASCII.GetBytes(made));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(beside, path, overwrite: File.Exists(path)); // an empty one gives way
            return made;
        }
        catch (IOException) when (Kept(path) is not null)
        {
            File.Delete(beside);
            return Kept(path)!; // just seen
        }
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
