using System.CommandLine;

namespace OfficerBot.Commands;

/// <summary>
/// The program: without a command it serves; <c>--Section:Key value</c> are settings, for every command. Results on stdout, what is wrong on stderr
/// and by an exit code that is not 0.
/// </summary>
internal static class CommandLine
{
    /// <summary>Runs what the arguments ask for.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var parted = SettingArguments.Of(args);
        if (parted.Command.Length == 0)
        {
            return await Serve.RunAsync(parted.Settings);
        }

        try
        {
            return await Root(parted.Settings).Parse(parted.Command).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (StartFault.Told(e) is { } told)
        {
            return Refusal.Print([told]);
        }
    }

    private static RootCommand Root(string[] settings) =>
        new("OfficerBot serves when it is called without a command. Settings may be given to every command as --Section:Key value.")
        {
            Check.Command(settings),
            Preview.Command(settings),
            Why.Command(settings),
            Dates.Command(settings),
            Understand.Command(settings),
            Talk.Command(settings),
            BindPerson.Command(settings),
            LinkChat.Command(settings),
            ImportRoster.Command(settings),
            Backup.Command(settings),
            Restore.Command(settings),
            Teams.TeamsPackage.Command(settings),
            ProgramVersion.Command(),
        };
}
