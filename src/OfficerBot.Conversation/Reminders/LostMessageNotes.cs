using NodaTime;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.People;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Reminders;

/// <summary>Why a channel's message was lost.</summary>
public enum MessageLoss
{
    /// <summary>Nothing can be written into the chat until somebody writes in it.</summary>
    ChatIsDead,

    /// <summary>The channel will never take this message.</summary>
    Refused,

    /// <summary>The channel took nothing for as long as it was tried.</summary>
    ChannelIsDown,
}

/// <summary>
/// Tells the liaison of messages that a channel did not take: of a dead chat once, of refused messages once a day and chat, of a channel that is down
/// once a day. The keys make it so. Nobody is told about himself: it would not reach him.
/// </summary>
/// <param name="ledger">The books, inside the transaction that closes the message's row.</param>
/// <param name="now">Office time.</param>
public sealed class LostMessageNotes(ILedger ledger, Instant now)
{
    private string Today => ledger.Notice.Local(now).Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The messages.</summary>
    /// <param name="row">The lost message's row id: a chat dies by one message.</param>
    /// <param name="channel">The channel's name for people.</param>
    /// <param name="words">What the channel answered; empty when it did not.</param>
    public IReadOnlyList<Outgoing> Messages(Chat chat, MessageLoss loss, long row, string channel, string words)
    {
        var person = chat.Owner is { } owner && ledger.People.Find(owner)?.Person is { } bound ? ledger.Roster.Find(bound) : null;
        var said = loss switch
        {
            MessageLoss.ChannelIsDown => new ChannelDown(channel, words.Length > 0 ? new ChannelAnswered(words) : new ChannelSilent()),
            MessageLoss.ChatIsDead => chat.IsGroup ? new GroupCutOff(channel) : person is null ? null : CutOff(person, channel),
            _ => chat.IsGroup ? new GroupMissed(channel, words) : person is null ? null : Missed(person, channel, words),
        };
        return said is null ? [] : [.. ledger.Roster.Holding(Roles.Liaison).Where(l => l.Id != person?.Id || loss == MessageLoss.ChannelIsDown)
            .Select(l => new Outgoing(new Route.One(l.Id), said, $"{KeyOf(chat, loss, row)}:{l.Id.Value}"))];
    }

    private string KeyOf(Chat chat, MessageLoss loss, long row) => loss switch
    {
        MessageLoss.ChatIsDead => $"chat-dead:{row}",
        MessageLoss.Refused => $"message-refused:{chat.Id.Value}:{Today}",
        _ => $"channel-down:{chat.Channel}:{Today}",
    };

    private Reply CutOff(Person person, string channel) => new PersonCutOff(ledger.Roster[person.Unit].Names(), person.Names(), person.Phone ?? "—", channel);

    private Reply Missed(Person person, string channel, string words) =>
        new PersonMissed(ledger.Roster[person.Unit].Names(), person.Names(), person.Phone ?? "—", channel, words);
}
