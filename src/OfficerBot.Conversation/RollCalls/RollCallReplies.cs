using NodaTime;
using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.RollCalls;

/// <summary>谁还没报, one day: counts first, then names (interaction.md, shape of the answer).</summary>
/// <param name="Details">Missing, late, zero, excused, made-up lines, as far as there are any; or the one line that all are in.</param>
/// <param name="Mailbox">The mailbox duty of the day as a short part of its own; null on a day without one.</param>
/// <param name="LeftOut">Who was left out as asked; null for nobody.</param>
public sealed record RollCallShown(
    IReadOnlyDictionary<string, string> Duty, LocalDate Day, LocalTime AsOf, RollCallCounts Counts, IReadOnlyList<Reply> Details, Reply? Mailbox, Reply? LeftOut) : Reply;

/// <summary>The units the request left out.</summary>
public sealed record UnitsLeftOut(IReadOnlyList<IReadOnlyDictionary<string, string>> Units) : Reply;

/// <summary>The counts of one roll call in one line.</summary>
public sealed record RollCallCounts(int Expected, int Reported, int Zero, int Excused, int Missing) : Reply;

/// <summary>The missing units with their officers.</summary>
public sealed record MissingUnits(int Count, IReadOnlyList<IReadOnlyDictionary<string, string>> Units) : Reply;

/// <summary>Units that were late.</summary>
public sealed record LateUnits(IReadOnlyList<Reply> Units) : Reply;

/// <summary>One late unit.</summary>
public sealed record LateUnit(IReadOnlyDictionary<string, string> Unit, int Minutes) : Reply;

/// <summary>One unit that was late because the mail system failed: confirmed in time, accepted late.</summary>
public sealed record LateByMail(IReadOnlyDictionary<string, string> Unit, int Minutes) : Reply;

/// <summary>Units with a zero report.</summary>
public sealed record ZeroUnits(IReadOnlyList<IReadOnlyDictionary<string, string>> Units) : Reply;

/// <summary>Excused units.</summary>
public sealed record ExcusedUnits(IReadOnlyList<IReadOnlyDictionary<string, string>> Units) : Reply;

/// <summary>Units that made it up after the day was closed.</summary>
public sealed record MadeUpUnits(IReadOnlyList<IReadOnlyDictionary<string, string>> Units) : Reply;

/// <summary>Nobody is missing.</summary>
public sealed record NobodyMissing : Reply;

/// <summary>Nobody owes: no unit of the kind asked for, or no officer named anywhere.</summary>
public sealed record NobodyOwes : Reply;

/// <summary>The mailbox duty of a day that is still open.</summary>
/// <param name="Left">Time left.</param>
public sealed record MailboxOpen(LocalTime Due, Duration Left, IReadOnlyList<Reply> Units) : Reply;

/// <summary>The mailbox duty of a day that is closed.</summary>
public sealed record MailboxClosed(LocalTime Due, IReadOnlyList<Reply> Units) : Reply;

/// <summary>A unit whose report the mail server has accepted.</summary>
public sealed record MailboxDelivered(IReadOnlyDictionary<string, string> Unit, LocalTime At) : Reply;

/// <summary>A unit whose report is confirmed and not yet accepted.</summary>
public sealed record MailboxOnItsWay(IReadOnlyDictionary<string, string> Unit, LocalTime Since) : Reply;

/// <summary>A unit that says it sent by hand.</summary>
public sealed record MailboxTicked(IReadOnlyDictionary<string, string> Unit, IReadOnlyDictionary<string, string> By, LocalTime At) : Reply;

/// <summary>A unit that was late.</summary>
public sealed record MailboxLate(IReadOnlyDictionary<string, string> Unit, int Minutes) : Reply;

/// <summary>An excused unit.</summary>
public sealed record MailboxExcused(IReadOnlyDictionary<string, string> Unit) : Reply;

/// <summary>A unit with nothing in the mailbox.</summary>
public sealed record MailboxMissing(IReadOnlyDictionary<string, string> Unit) : Reply;

/// <summary>Over several days: counts in turns owed, then the units that were missing with their days.</summary>
/// <param name="Open">Who is not counted because the day still runs; null when every day is over or everybody is in.</param>
public sealed record RollCallOverDays(
    IReadOnlyDictionary<string, string> Duty, LocalDate First, LocalDate Last, TurnCounts Counts, IReadOnlyList<Reply> Units, Reply? Open, Reply? LeftOut) : Reply;

/// <summary>The counts of several roll calls in one line: a unit that owed on two days counts twice.</summary>
public sealed record TurnCounts(int Expected, int Reported, int Zero, int Excused, int Missing) : Reply;

/// <summary>Units that have nothing in for a day that still runs.</summary>
public sealed record OpenUncounted(LocalDate Day, int Count) : Reply;

/// <summary>One unit's missing days.</summary>
public sealed record MissingDays(IReadOnlyDictionary<string, string> Unit, int Times, IReadOnlyList<string> Days) : Reply;

/// <summary>The duty does not fall due on the day asked about.</summary>
public sealed record NotDueThen(IReadOnlyDictionary<string, string> Duty, LocalDate Day) : Reply;

/// <summary>The day asked about lies ahead.</summary>
public sealed record NotYetOpen(LocalDate Day) : Reply;

/// <summary>提醒一下: who was reminded in private.</summary>
/// <param name="Again">Who gets nothing, having been reminded a moment ago; null for nobody.</param>
/// <param name="About">The days it was about, where they are over.</param>
public sealed record RemindedPrivately(
    int Count, IReadOnlyList<IReadOnlyDictionary<string, string>> Units, Reply? Again, Reply? About, Reply? LeftOut, Reply? Unreached) : Reply;

/// <summary>提醒一下 once more: all who can be reached were reminded a moment ago.</summary>
public sealed record NoneRemindedAnew(Reply Again, Reply? About, Reply? LeftOut, Reply? Unreached) : Reply;

/// <summary>Who was reminded less than half an hour ago and gets nothing again.</summary>
/// <param name="Count">Units.</param>
/// <param name="Turns">By the time of it, the earliest first.</param>
public sealed record RemindedBefore(int Count, IReadOnlyList<Reply> Turns) : Reply;

/// <summary>Those of one time.</summary>
public sealed record RemindedThen(IReadOnlyList<IReadOnlyDictionary<string, string>> Units, LocalTime At) : Reply;

/// <summary>Those who owe and cannot be reached, with their phones: said in private only.</summary>
public sealed record UnreachedUnits(IReadOnlyList<Reply> Units) : Reply;

/// <summary>One of them.</summary>
public sealed record UnreachedUnit(IReadOnlyDictionary<string, string> Unit, IReadOnlyDictionary<string, string> Person, string Phone) : Reply;

/// <summary>A unit nobody can be called in.</summary>
public sealed record UnreachedNobody(IReadOnlyDictionary<string, string> Unit) : Reply;

/// <summary>How many owe and cannot be reached, without phones: for a group.</summary>
public sealed record UnreachedCount(int Count) : Reply;

/// <summary>谁迟报了: the late and made-up of the days asked about.</summary>
/// <param name="Range">The days, when there are several; null for one.</param>
/// <param name="Turns">One per duty and day with any, or the one line that nobody was.</param>
/// <param name="Open">What nobody can be late for yet.</param>
public sealed record LateShown(Reply? Range, IReadOnlyList<Reply> Turns, IReadOnlyList<Reply> Open) : Reply;

/// <summary>The late and made-up of one day of one duty.</summary>
public sealed record LateThen(IReadOnlyDictionary<string, string> Duty, LocalDate Day, IReadOnlyList<Reply> Units) : Reply;

/// <summary>The days of <see cref="LateShown"/>.</summary>
public sealed record LateRange(LocalDate First, LocalDate Last) : Reply;

/// <summary>Nobody was late on one day.</summary>
public sealed record NobodyLateOn(LocalDate Day) : Reply;

/// <summary>Nobody was late.</summary>
public sealed record NobodyLate : Reply;

/// <summary>A duty of a day that still runs.</summary>
public sealed record StillRuns(IReadOnlyDictionary<string, string> Duty, LocalDate Day) : Reply;

/// <summary>连续三天没报的: who missed so many in a row.</summary>
/// <param name="Assumed">Set when no number was said.</param>
public sealed record MissedInARowShown(
    IReadOnlyDictionary<string, string> Duty, int Times, int Count, Reply Looked, IReadOnlyList<Reply> Units, Reply? Assumed, Reply? LeftOut) : Reply;

/// <summary>One of them: how often in a row, and since when.</summary>
public sealed record MissedRowLine(IReadOnlyDictionary<string, string> Unit, int Times, LocalDate Since) : Reply;

/// <summary>Nobody missed so many in a row.</summary>
public sealed record NobodyMissedInARow(IReadOnlyDictionary<string, string> Duty, int Times, Reply Looked, Reply? Assumed, Reply? LeftOut) : Reply;

/// <summary>The last days that were looked at.</summary>
public sealed record LookedAt(IReadOnlyList<string> Days) : Reply;

/// <summary>The days within which a row was looked for.</summary>
public sealed record LookedWithin(LocalDate First, LocalDate Last) : Reply;

/// <summary>Nobody said how many in a row: what it was taken for.</summary>
public sealed record TimesAssumed(int Times) : Reply;

/// <summary>The duty was not over so often yet.</summary>
public sealed record TooFewOver(IReadOnlyDictionary<string, string> Duty, int Times, IReadOnlyList<string> Days) : Reply;

/// <summary>The duty was never over yet.</summary>
public sealed record NoneOverYet(IReadOnlyDictionary<string, string> Duty) : Reply;
