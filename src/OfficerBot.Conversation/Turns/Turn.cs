using NodaTime;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Notices;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Turns;

/// <summary>
/// One turn: what was said, by whom, the books, and what is decided. Runs on the single writer inside a transaction and may be run again, so it has no
/// effects but on the ledger and on <see cref="Outgoing"/>.
/// </summary>
public sealed class Turn
{
    private readonly List<Outgoing> _outgoing = [];

    /// <summary>Starts a turn.</summary>
    /// <param name="said">What was said.</param>
    /// <param name="speaker">Who the account is bound to on the present roster; null for a stranger.</param>
    /// <param name="now">Office time.</param>
    /// <param name="pending">What the bot was waiting for, or null.</param>
    public Turn(Said said, Person? speaker, Instant now, ILedger ledger, DialogState? pending)
    {
        Said = said;
        Speaker = speaker;
        Now = now;
        Ledger = ledger;
        Pending = pending;
    }

    /// <summary>What was said.</summary>
    public Said Said { get; }

    /// <summary>Who said it; null for a stranger.</summary>
    public Person? Speaker { get; }

    /// <summary>Office time.</summary>
    public Instant Now { get; }

    /// <summary>The books.</summary>
    public ILedger Ledger { get; }

    /// <summary>The notice in force.</summary>
    public Notice Notice => Ledger.Notice;

    /// <summary>The roster in force.</summary>
    public RosterBook Roster => Ledger.Roster;

    /// <summary>Local office time in the group's zone.</summary>
    public LocalDateTime Local => Notice.Local(Now);

    /// <summary>Said in a group chat.</summary>
    public bool InGroup => Said.Where.IsGroup;

    /// <summary>What the message was understood to say; set before a dialog runs.</summary>
    public Understood Understood { get; set; } = Understood.None;

    /// <summary>What the bot waits for from this person in this chat; a dialog sets or clears it.</summary>
    public DialogState? Pending { get; set; }

    /// <summary>What this person asked last in this chat, a moment ago; null when nothing is to be followed.</summary>
    public RecentRequest? Recent { get; set; }

    /// <summary>What is meant because of the message this one replies to; null when it replies to none.</summary>
    public Quote? Quote { get; set; }

    /// <summary>The leads just spoken of in this chat: filed, changed or looked at a moment ago, or quoted. Empty when there are none.</summary>
    public IReadOnlyList<Domain.Leads.LeadId> SpokenOf { get; set; } = [];

    /// <summary>A question of the bot was left overnight and is not open any more.</summary>
    public bool HasLapsed { get; init; }

    /// <summary>A question asked of the speaker in another chat than the one he spoke in; null for none.</summary>
    public (Domain.People.Chat Chat, DialogState State)? PendingElsewhere { get; set; }

    /// <summary>What is to be sent, in order.</summary>
    public IReadOnlyList<Outgoing> Outgoing => _outgoing;

    /// <summary>Answers where it was said.</summary>
    public void Answer(Reply reply, params ReplyFile[] files) => _outgoing.Add(new(new Route.Back(), reply, Files: files));

    /// <summary>Answers in private where the speaker can be reached, else where it was said.</summary>
    public void AnswerPrivately(Reply reply, params ReplyFile[] files)
    {
        var reachable = Speaker is not null && InGroup && Ledger.People.ReachableChat(Speaker.Id) is not null;
        _outgoing.Add(new(reachable ? new Route.One(Speaker!.Id) : new Route.Back(), reply, Files: files));
    }

    /// <summary>Sends anything else.</summary>
    public void Send(Outgoing outgoing) => _outgoing.Add(outgoing);
}
