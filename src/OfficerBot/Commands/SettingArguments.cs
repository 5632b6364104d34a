using OfficerBot.Settings;

namespace OfficerBot.Commands;

/// <summary>Parts the command line: settings, written <c>--Section:Key value</c> or <c>--Section:Key=value</c>, and the rest, which is a command.</summary>
/// <param name="Settings">As they were written.</param>
/// <param name="Command">Empty: serve.</param>
internal sealed record SettingArguments(string[] Settings, string[] Command)
{
    // The framework's own, which also begin with two dashes and have no colon.
    private static readonly string[] FrameworkNames = ["environment", "contentRoot"];

    private static readonly HashSet<string> Names = new([.. SettingsReader.AllNames, .. FrameworkNames], StringComparer.OrdinalIgnoreCase);

    /// <summary>Parts them. A name with a colon is a setting even when there is none of that name: the settings say so themselves.</summary>
    public static SettingArguments Of(string[] args)
    {
        var settings = new List<string>();
        var command = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            if (!IsSetting(args[i]))
            {
                command.Add(args[i]);
                continue;
            }

            settings.Add(args[i]);
            if (!args[i].Contains('=') && i + 1 < args.Length)
            {
                settings.Add(args[++i]);
            }
        }

        return new([.. settings], [.. command]);
    }

    private static bool IsSetting(string argument)
    {
        if (!argument.StartsWith("--", StringComparison.Ordinal))
        {
            return false;
        }

        var name = argument[2..].Split('=')[0];
        return name.Contains(':') || Names.Contains(name);
    }
}
