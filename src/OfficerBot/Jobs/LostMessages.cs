using OfficerBot.Clocks;
using OfficerBot.Conversation.Reminders;
using OfficerBot.Protocol.Activities;
using OfficerBot.Protocol.Connector;
using OfficerBot.Protocol.DirectLine;
using OfficerBot.Storage;
using OfficerBot.Turns;

namespace OfficerBot.Jobs;

/// <summary>Has the liaison told of messages that a channel did not take, in the transaction that gives them up.</summary>
internal sealed class LostMessages(Dispatch dispatch, OfficeClock office, DirectLineHub hub)
{
    /// <summary>Tells it.</summary>
    /// <returns>The Direct Line conversations that changed.</returns>
    public IReadOnlyCollection<string> Tell(WriteSession session, ConnectorMark mark)
    {
        if (LossOf(mark) is not { } loss || session.Outbox.Get(mark.Id).Group is not { } group)
        {
            return []; // of the office's people and chats only
        }

        var chat = session.Chats.Get(mark.Chat);
        var channel = chat.Channel == Channels.MsTeams ? "Teams" : chat.Channel;
        var words = mark.Status == 0 ? "" : $"HTTP {mark.Status} {mark.Error}".TrimEnd();
        var now = office.GetCurrentInstant();
        var notes = new LostMessageNotes(session.Ledger(group), now).Messages(chat, loss, mark.Id, channel, words);
        return dispatch.Send(session, group, notes, null, $"lost:{mark.Id}", now);
    }

    /// <summary>Wakes who listens, after the commit.</summary>
    public void Publish(IEnumerable<string> changed)
    {
        foreach (var conversation in changed)
        {
            hub.Published(conversation);
        }
    }

    // An address we do not go to, and a chat known to be dead, are no answer of a channel; the log has them.
    private static MessageLoss? LossOf(ConnectorMark mark) => mark switch
    {
        { IsSent: true } or { Outcome: ConnectorOutcome.Forbidden } => null,
        { IsDead: true } => MessageLoss.ChatIsDead,
        { Outcome: ConnectorOutcome.Refused or ConnectorOutcome.Faulty } => MessageLoss.Refused,
        _ => MessageLoss.ChannelIsDown,
    };
}
