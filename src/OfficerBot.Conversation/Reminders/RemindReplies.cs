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
