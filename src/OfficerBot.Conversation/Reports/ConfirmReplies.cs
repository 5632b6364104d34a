using NodaTime;
using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Reports;

/// <summary>A report was confirmed and is on its way.</summary>
/// <param name="Changed">Said when leads came or went since it was shown; else null.</param>
/// <param name="Late">Said when the due time has passed; else null.</param>
public sealed record ReportConfirmed(Reply What, LocalTime At, int Leads, int Pictures, string Mailbox, Reply? Changed, Reply? Late) : Reply;

/// <summary>The draft as sent differs from the one shown.</summary>
public sealed record ChangedSinceShown(int Before, int Now) : Reply;

/// <summary>Confirmed after the due time.</summary>
public sealed record ConfirmedAfterDue(LocalTime Due) : Reply;

/// <summary>To the officer: somebody else confirmed the unit's report.</summary>
public sealed record ReportConfirmedForYou(IReadOnlyDictionary<string, string> By, Reply What, LocalTime At, int Leads) : Reply;

/// <summary>A unit's report by its name.</summary>
public sealed record NameOfReport(IReadOnlyDictionary<string, string> Unit, int Issue) : Reply;

/// <summary>A unit's 更正版 by its name.</summary>
public sealed record NameOfCorrection(IReadOnlyDictionary<string, string> Unit, int Issue) : Reply;

/// <summary>The weekly report by its name.</summary>
public sealed record NameOfWeekly(int Issue) : Reply;

/// <summary>The unit owes no reports; who does.</summary>
public sealed record OwesNoReport(IReadOnlyDictionary<string, string> Unit, IReadOnlyList<IReadOnlyDictionary<string, string>> Units) : Reply;

/// <summary>No report falls due in the coming weeks.</summary>
public sealed record NoReportDue : Reply;

/// <summary>Confirmed before; what comes now goes into the next, or into a 更正版.</summary>
public sealed record ReportConfirmedBefore(Reply What, LocalDateTime At, IReadOnlyDictionary<string, string> By) : Reply;

/// <summary>Nothing was confirmed yet, so there is nothing to correct.</summary>
public sealed record NothingToCorrect(IReadOnlyDictionary<string, string> Unit, LocalDate Day, LocalTime Due) : Reply;

/// <summary>A report was accepted already, or ticked.</summary>
public sealed record ReportAlreadyIn(IReadOnlyDictionary<string, string> Unit, LocalDateTime At, IReadOnlyDictionary<string, string> By, Reply How) : Reply;

/// <summary>In by a report the server took.</summary>
public sealed record InByReport : Reply;

/// <summary>In by a tick.</summary>
public sealed record InByTick : Reply;

/// <summary>Sums that do not agree: no paper is made.</summary>
public sealed record ReportUnreconciled(IReadOnlyList<Reply> Sums) : Reply;

/// <summary>One of them.</summary>
public sealed record SumMismatch(string What, int Expected, int Found) : Reply;

/// <summary>Larger than a mail may be; nothing was confirmed.</summary>
public sealed record ReportTooBig : Reply;

/// <summary>已发邮箱 was noted, with who and when.</summary>
/// <param name="Late">Said when the due time had passed; else null.</param>
public sealed record ReportTicked(IReadOnlyDictionary<string, string> Unit, LocalDate Day, IReadOnlyDictionary<string, string> By, LocalTime At, Reply? Late) : Reply;

/// <summary>Figures of the weekly draft, below its text.</summary>
public sealed record WeeklyShown(
    int Issue, LocalDateTime From, LocalDateTime Until, int Leads, int Expected, int Missed, int Late, Reply? Correction) : Reply;

/// <summary>No weekly report has been compiled yet.</summary>
public sealed record WeeklyNotCompiled(LocalDateTime Next) : Reply;
