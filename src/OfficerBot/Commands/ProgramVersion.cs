using System.CommandLine;
using System.Reflection;

namespace OfficerBot.Commands;

/// <summary><c>officerbot version</c>.</summary>
internal static class ProgramVersion
{
    /// <summary>Prints the version.</summary>
    public static Command Command()
    {
        var command = new Command("version", "Prints the version.");
        command.SetAction(_ => Console.WriteLine(typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion));
        return command;
    }
}
