using System.CommandLine;
using OfficerBot.Requests;

namespace OfficerBot.Commands;

/// <summary><c>officerbot bind --channel C --user U --person P</c>.</summary>
internal static class BindPerson
{
    /// <summary>The command.</summary>
    public static Command Command(string[] settings)
    {
        var channel = new Option<string>("--channel") { Description = "The channel, for example msteams or directline.", Required = true };
        var user = new Option<string>("--user") { Description = "The channel's id of the user.", Required = true };
        var person = new Option<string>("--person") { Description = "A name, unit and name, or an id.", Required = true };
        var group = new Option<string?>("--group") { Description = "Whose roster, when there are several groups." };
        var command = new Command("bind", "Says who an account is. Works beside the running service.") { channel, user, person, group };
        command.SetAction((p, cancel) => Ask.RunAsync(
            settings,
            new OperatorRequest.Bind(p.GetRequiredValue(channel), p.GetRequiredValue(user), p.GetRequiredValue(person), p.GetValue(group)),
            cancel));
        return command;
    }
}
