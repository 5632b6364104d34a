using NodaTime;
using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Corrections;

/// <summary>A unit was excused, with the reason.</summary>
/// <param name="Duties">One line per duty.</param>
public sealed record UnitExcused(IReadOnlyDictionary<string, string> Unit, IReadOnlyList<Reply> Duties, string Reason) : Reply;

/// <summary>Excused ahead: the days it does not owe any more.</summary>
public sealed record ExcusedFrom(IReadOnlyDictionary<string, string> Duty, IReadOnlyList<string> Days) : Reply;

/// <summary>Excused afterwards: days that stood as missed.</summary>
public sealed record ExcusedAfterwards(IReadOnlyDictionary<string, string> Duty, IReadOnlyList<string> Days) : Reply;

/// <summary>An excuse or a correction without a reason.</summary>
public sealed record ReasonWanted(IReadOnlyDictionary<string, string> Unit) : Reply;

/// <summary>Without a unit.</summary>
public sealed record WhichUnitWanted : Reply;

/// <summary>The unit owes nothing then.</summary>
public sealed record NothingOwedThen(IReadOnlyDictionary<string, string> Unit, LocalDate First) : Reply;

/// <summary>All of it is in, or excused, already.</summary>
public sealed record NothingToExcuse(IReadOnlyDictionary<string, string> Unit, LocalDate First) : Reply;

/// <summary>A standing was corrected by a further row.</summary>
public sealed record StandingCorrected(
    IReadOnlyDictionary<string, string> Unit, IReadOnlyDictionary<string, string> Duty, LocalDate Day, Reply Before, Reply After, Reply Reason) : Reply;

/// <summary>The reason in the corrector's words.</summary>
public sealed record ReasonSaid(string Words) : Reply;

/// <summary>The mail system failed.</summary>
public sealed record ReasonMailFailure : Reply;

/// <summary>Without the standing it should be.</summary>
public sealed record WhichStandingWanted : Reply;

/// <summary>The occurrence is still open.</summary>
public sealed record CorrectionTooEarly(IReadOnlyDictionary<string, string> Duty, LocalDate Day) : Reply;

/// <summary>It stands so already.</summary>
public sealed record StandsSoAlready(IReadOnlyDictionary<string, string> Unit, LocalDate Day, Reply Standing) : Reply;

/// <summary>迟报 needs its minutes.</summary>
public sealed record MinutesWanted : Reply;

/// <summary>A report duty knows no 零报.</summary>
public sealed record NoZeroForReports : Reply;

/// <summary>按时.</summary>
public sealed record StoodOnTime : Reply;

/// <summary>迟报.</summary>
public sealed record StoodLate(int Minutes) : Reply;

/// <summary>补报.</summary>
public sealed record StoodMadeUp : Reply;

/// <summary>漏报.</summary>
public sealed record StoodMissed : Reply;

/// <summary>免报.</summary>
public sealed record StoodExcused : Reply;

/// <summary>零报.</summary>
public sealed record StoodZero : Reply;
