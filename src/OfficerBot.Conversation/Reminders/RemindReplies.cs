using NodaTime;
using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Reminders;

/// <summary>Asked to remind, and nobody owes.</summary>
public sealed record NobodyToRemind : Reply;

/// <summary>Asked to remind units of a kind, or all but some, and none of those meant owes anything.</summary>
public sealed record NoneMeantOwe(Reply? LeftOut) : Reply;

/// <summary>Asked to remind units by name, and none of them owes what was asked about.</summary>
public sealed record OwesNothingNow(IReadOnlyList<IReadOnlyDictionary<string, string>> Units) : Reply;

/// <summary>Asked to remind, and none of those who owe can be reached.</summary>
public sealed record NobodyReached(Reply Unreached) : Reply;

/// <summary>Asked to remind at a later time.</summary>
public sealed record RemindOnlyNow : Reply;

/// <summary>Asked to remind in quiet hours: asks whether it cannot wait.</summary>
public sealed record RemindAtNight(LocalTime From, LocalTime Until) : Reply;

/// <summary>Asked to remind of a day that lies ahead: nobody owes it yet.</summary>
public sealed record RemindNotYet(LocalDate Day) : Reply;

/// <summary>Private, to a unit without a lead on days that are over.</summary>
public sealed record LeadOverdue(IReadOnlyDictionary<string, string> Unit, IReadOnlyList<Reply> Days, string Clause) : Reply;

/// <summary>Private, to a unit whose mailbox report of days that are over is not in.</summary>
public sealed record ReportOverdue(IReadOnlyDictionary<string, string> Unit, IReadOnlyList<Reply> Days, string Clause) : Reply;

/// <summary>Which days' debts were called in.</summary>
public sealed record RemindedAbout(IReadOnlyList<Reply> Days) : Reply;

/// <summary>One of those days.</summary>
public sealed record OwedDay(LocalDate Day) : Reply;

/// <summary>Asked who was reminded: by the minute, those by hand and those of the clock apart.</summary>
/// <param name="Days">Today, one day, or several.</param>
/// <param name="Count">Units that got one.</param>
/// <param name="Lost">Whose reminders a channel did not take; null for nobody.</param>
/// <param name="Unreached">Who owes now and cannot be reached; null for nobody.</param>
public sealed record RemindedOn(Reply Days, int Count, IReadOnlyList<Reply> Turns, Reply? Lost, Reply? Unreached) : Reply;

/// <summary>Those somebody had reminded.</summary>
public sealed record RemindedByHand(LocalDateTime At, IReadOnlyDictionary<string, string> Duty, IReadOnlyList<IReadOnlyDictionary<string, string>> Units) : Reply;

/// <summary>Those the clock reminded.</summary>
public sealed record RemindedByClock(LocalDateTime At, IReadOnlyDictionary<string, string> Duty, IReadOnlyList<IReadOnlyDictionary<string, string>> Units) : Reply;

/// <summary>Reminders that did not arrive.</summary>
public sealed record RemindersLost(IReadOnlyList<IReadOnlyDictionary<string, string>> Units) : Reply;

/// <summary>Who owes now and has no private chat.</summary>
public sealed record NotReachable(IReadOnlyList<IReadOnlyDictionary<string, string>> Units) : Reply;

/// <summary>Asked who was reminded: nobody.</summary>
public sealed record NobodyReminded(Reply Days, Reply? Unreached) : Reply;

/// <summary>Asked whether units were reminded: they were not.</summary>
public sealed record NobodyRemindedOf(Reply Days, IReadOnlyList<IReadOnlyDictionary<string, string>> Units) : Reply;
