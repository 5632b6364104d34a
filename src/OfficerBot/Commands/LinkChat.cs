using System.CommandLine;
using OfficerBot.Requests;

namespace OfficerBot.Commands;

/// <summary><c>officerbot link --channel C --conversation X --group G</c>.</summary>
internal static class LinkChat
{
    /// <summary>The command.</summary>
    public static Command Command(string[] settings)
    {
        var channel = new Option<string>("--channel") { Description = "The channel, for example msteams or directline.", Required = true };
        var conversation = new Option<string>("--conversation") { Description = "The channel's id of the chat.", Required = true };
        var group = new Option<string>("--group") { Description = "The group's id, as its notice has it.", Required = true };
        var command = new Command("link", "Makes a chat a group's chat. Works beside the running service.") { channel, conversation, group };
        command.SetAction((p, cancel) => Ask.RunAsync(
            settings, new OperatorRequest.Link(p.GetRequiredValue(channel), p.GetRequiredValue(conversation), p.GetRequiredValue(group)), cancel));
        return command;
    }
}
