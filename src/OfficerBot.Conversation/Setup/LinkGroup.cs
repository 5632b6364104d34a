using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Setup;

/// <summary>A bound liaison says in a group chat that it is the work group ("这个群是工作群"); from then on cards and leads belong there.</summary>
public sealed class LinkGroup : IDialog
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["link_group"];

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        var group = turn.Notice.GroupName;
        if (!turn.Speaker!.Roles.HasFlag(Roles.Liaison)) // strangers never reach a dialog
        {
            turn.Answer(new NotAllowed(new AllowedLiaison()));
        }
        else if (!turn.InGroup)
        {
            turn.Answer(new LinkInTheGroup());
        }
        else if (turn.Said.Where.Group is not null)
        {
            turn.Answer(new GroupLinkedAlready(group));
        }
        else
        {
            turn.Ledger.People.Link(turn.Said.Where.Id, turn.Speaker.Id, "said", turn.Now);
            turn.Ledger.Audit(turn.Speaker.Id, "chat.link", $"{turn.Said.Where.Id.Value}", turn.Now);
            turn.Answer(new GroupLinked(group));
        }
    }
}
