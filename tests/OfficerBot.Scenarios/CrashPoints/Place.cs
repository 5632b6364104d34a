using OfficerBot.Scenarios.Kills;

namespace OfficerBot.Scenarios.CrashPoints;

/// <summary>What is under way when the process dies.</summary>
internal enum Work
{
    /// <summary>A lead comes through Direct Line.</summary>
    Turn,

    /// <summary>A lead comes through a channel, and its receipt goes out.</summary>
    ChannelTurn,

    /// <summary>A report is confirmed, and its letter goes out.</summary>
    Letter,

    /// <summary>A nudge falls due.</summary>
    Reminder,
}

/// <summary>A named place at which the process dies.</summary>
/// <param name="Name">For people.</param>
/// <param name="Crash">A <see cref="CrashPoint"/>; null when a peer kills it.</param>
/// <param name="Peer">The point of the talk with the mail server, or <c>POST</c>, at which the peer kills it before it answers.</param>
/// <param name="MayDouble">One of the two ambiguous points: the peer may have taken what nobody wrote down.</param>
internal sealed record Place(string Name, Work Work, string? Crash, string? Peer = null, bool MayDouble = false)
{
    /// <summary>All of them, in the order a message or a letter meets them.</summary>
    public static IReadOnlyList<Place> All { get; } =
    [
        new("a turn, before its repeat is looked for", Work.Turn, "before ^select seq from direct_line_activity.*kill-1-"),
        new("a turn, after its repeat was looked for", Work.Turn, "after ^select seq from direct_line_activity.*kill-1-"),
        new("a turn, its lead stored, before the commit", Work.Turn, "before-commit ^insert into lead .*编号"),
        new("a turn, committed, before the answer", Work.Turn, "after-commit ^insert into lead .*编号"),
        new("a channel's turn, before its repeat is noted", Work.ChannelTurn, "before ^insert into seen_message"),
        new("a channel's turn, after its repeat was noted", Work.ChannelTurn, "after ^insert into seen_message"),
        new("a channel's turn, its lead stored, before the commit", Work.ChannelTurn, "before-commit ^insert into lead .*编号"),
        new("a channel's turn, committed, before the answer", Work.ChannelTurn, "after-commit ^insert into lead .*编号"),
        new("a receipt, posted, before the channel answers", Work.ChannelTurn, null, "POST", MayDouble: true),
        new("a receipt, taken, before it is marked", Work.ChannelTurn, "before ^update outgoing set state = 1", MayDouble: true),
        new("a receipt, marked, before the commit", Work.ChannelTurn, "before-commit ^update outgoing set state = 1", MayDouble: true),
        new("a receipt, marked", Work.ChannelTurn, "after-commit ^update outgoing set state = 1"),
        new("a letter, before it is claimed", Work.Letter, "before ^update delivery set state = 'sending'"),
        new("a letter, claimed, before the commit", Work.Letter, "before-commit ^update delivery set state = 'sending'"),
        new("a letter, claimed, before connecting", Work.Letter, "after-commit ^update delivery set state = 'sending'"),
        new("a letter, connected, before the greeting", Work.Letter, null, "connect"),
        new("a letter, before DATA is answered", Work.Letter, null, "DATA"),
        new("a letter, its last dot sent, before 250", Work.Letter, null, "dot", MayDouble: true),
        new("a letter, after 250", Work.Letter, CrashPoint.Submitted, MayDouble: true),
        new("a letter, before it is marked", Work.Letter, "before ^update delivery set state = 'accepted'", MayDouble: true),
        new("a letter, marked, before the commit", Work.Letter, "before-commit ^update delivery set state = 'accepted'", MayDouble: true),
        new("a letter, marked", Work.Letter, "after-commit ^update delivery set state = 'accepted'"),
        new("a reminder, before its row is closed", Work.Reminder, "before ^update due set done_at"),
        new("a reminder, its row closed and its message stored, before the commit", Work.Reminder, "before-commit ^insert into outgoing.*noon_nudge"),
        new("a reminder, committed", Work.Reminder, "after-commit ^insert into outgoing.*noon_nudge"),
    ];

    /// <inheritdoc/>
    public override string ToString() => Name;
}
