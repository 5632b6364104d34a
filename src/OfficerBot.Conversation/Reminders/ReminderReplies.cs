using NodaTime;
using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Reminders;

/// <summary>The working day before: the draft of the unit's report is ready.</summary>
/// <param name="Leads">Leads in the draft so far.</param>
/// <param name="Holiday">The sentence that it is due although that day is a holiday; null on other days.</param>
public sealed record DraftReady(IReadOnlyDictionary<string, string> Unit, LocalDate Day, LocalTime Due, int Leads, Reply? Holiday) : Reply;

/// <summary>000: the paper makes no exception; said where it matters.</summary>
public sealed record DueOnHoliday(LocalDate Day, string Holiday) : Reply;

/// <summary>The group's one card for a mailbox slot while it is open.</summary>
public sealed record NoonCard(IReadOnlyDictionary<string, string> Duty, LocalDate Day, LocalTime Due, int Done, int Expected, IReadOnlyList<Reply> Units, Reply? Holiday) : Reply;

/// <summary>The same card when the slot is closed: the result.</summary>
public sealed record NoonResult(IReadOnlyDictionary<string, string> Duty, LocalDate Day, LocalTime Due, int Done, int Expected, IReadOnlyList<Reply> Units) : Reply;

/// <summary>Private, to a unit that still owes the mailbox report.</summary>
public sealed record NoonNudge(IReadOnlyDictionary<string, string> Unit, LocalTime Due, Duration Left, int Leads, string Clause) : Reply;

/// <summary>Private, the last call.</summary>
public sealed record NoonLastCall(IReadOnlyDictionary<string, string> Unit, LocalTime Due, Duration Left, int Leads) : Reply;

/// <summary>Private, to a unit without a lead today.</summary>
public sealed record LeadNudge(IReadOnlyDictionary<string, string> Unit, string Clause) : Reply;

/// <summary>Confirmed and not accepted by the server: unit and liaison are told, with the file.</summary>
public sealed record NotDelivered(IReadOnlyDictionary<string, string> Unit, LocalTime Confirmed, LocalTime Due, string Words) : Reply;

/// <summary>Private, to the liaison after the due time: who is missing, with phones.</summary>
public sealed record LiaisonNote(IReadOnlyDictionary<string, string> Duty, LocalDate Day, LocalTime Due, IReadOnlyList<Reply> Units) : Reply;

/// <summary>A missing unit that was reminded in private.</summary>
public sealed record MissingReached(IReadOnlyDictionary<string, string> Unit, IReadOnlyDictionary<string, string> Person, string Phone) : Reply;

/// <summary>A missing unit that could not be reached in private.</summary>
public sealed record MissingUnreached(IReadOnlyDictionary<string, string> Unit, IReadOnlyDictionary<string, string> Person, string Phone) : Reply;

/// <summary>A missing unit without anybody to call.</summary>
public sealed record MissingNobody(IReadOnlyDictionary<string, string> Unit) : Reply;

/// <summary>After an outage: what was caught up, in one line to the liaison.</summary>
public sealed record CaughtUp(LocalDateTime From, LocalDateTime Until, int Sent, int Recorded) : Reply;
