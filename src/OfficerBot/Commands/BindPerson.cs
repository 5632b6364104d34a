using System.CommandLine;
using OfficerBot.Requests;

namespace OfficerBot.Commands;

/// <summary><c>officerbot bind --channel C --user U --person P</c>, or <c>--account N</c> in the place of channel and user.</summary>
internal static class BindPerson
{
    /// <summary>The command.</summary>
    public static Command Command(string[] settings)
    {
        var channel = new Option<string?>("--channel") { Description = "The channel, for example msteams or directline." };
        var user = new Option<string?>("--user") { Description = "The channel's id of the user." };
        var account = new Option<long?>("--account") { Description = "Number of an account that has written already, as the log tells it; in the place of channel and user." };
        var person = new Option<string>("--person") { Description = "A name, unit and name, or an id.", Required = true };
        var group = new Option<string?>("--group") { Description = "Whose roster, when there are several groups." };
        var command = new Command("bind", "Says who an account is. Works beside the running service.") { channel, user, account, person, group };
        command.Validators.Add(p =>
        {
            if ((p.GetValue(account) is null) == (p.GetValue(channel) is null || p.GetValue(user) is null))
            {
                p.AddError("Name the account either by --account or by --channel and --user.");
            }
        });
        command.SetAction((p, cancel) => Ask.RunAsync(
            settings,
            new OperatorRequest.Bind(p.GetValue(channel) ?? "", p.GetValue(user) ?? "", p.GetRequiredValue(person), p.GetValue(group), p.GetValue(account)),
            cancel));
        return command;
    }
}
