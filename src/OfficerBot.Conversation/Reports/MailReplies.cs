using NodaTime;
using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Reports;

/// <summary>发了没, for several units.</summary>
public sealed record MailStatuses(IReadOnlyList<Reply> Reports) : Reply;

/// <summary>The mail server took it; its own words.</summary>
/// <param name="Twice">Said when an earlier attempt may have been taken too.</param>
public sealed record MailAccepted(Reply What, LocalDateTime Confirmed, IReadOnlyDictionary<string, string> By, LocalDateTime Accepted, string Words, Reply? Twice) : Reply;

/// <summary>A second copy with the same Message-ID may lie in the mailbox.</summary>
public sealed record MayBeTwice : Reply;

/// <summary>Confirmed, about to be sent.</summary>
public sealed record MailQueued(Reply What, LocalDateTime Confirmed) : Reply;

/// <summary>A connection is open.</summary>
public sealed record MailSending(Reply What, LocalDateTime Confirmed) : Reply;

/// <summary>Not taken, and tried again.</summary>
public sealed record MailWaiting(Reply What, LocalDateTime Confirmed, int Attempts, LocalDateTime Last, string Words) : Reply;

/// <summary>The whole letter was out and no answer came.</summary>
public sealed record MailUnclear(Reply What, LocalDateTime Confirmed, LocalDateTime Last) : Reply;

/// <summary>Given up, or refused.</summary>
public sealed record MailFailed(Reply What, LocalDateTime Confirmed, LocalDateTime Last, string Words) : Reply;

/// <summary>All mail stands still until the settings are mended.</summary>
public sealed record MailHalted(Reply What, LocalDateTime Confirmed, LocalDateTime Last, string Words) : Reply;

/// <summary>Not confirmed yet, so nothing was sent.</summary>
public sealed record MailNotConfirmed(IReadOnlyDictionary<string, string> Unit, LocalDate Day, LocalTime Due) : Reply;

/// <summary>The unit says it sent it by hand.</summary>
public sealed record MailTicked(IReadOnlyDictionary<string, string> Unit, IReadOnlyDictionary<string, string> By, LocalDateTime At) : Reply;

/// <summary>Private, unasked: the server took the report.</summary>
/// <param name="Late">Said when it came late; else null.</param>
public sealed record ReportDelivered(Reply What, LocalTime At, string Words, Reply? Late) : Reply;

/// <summary>Inside report_delivered: it counts as late.</summary>
public sealed record DeliveredLate(LocalTime Due, int Minutes) : Reply;

/// <summary>The same, where it was confirmed in time and only the mail was late.</summary>
public sealed record DeliveredLateByMail(LocalTime Due, int Minutes, LocalTime Confirmed) : Reply;

/// <summary>To the liaison: a report came late only because of the mail; he may turn it into 按时.</summary>
public sealed record LateByMailNote(IReadOnlyDictionary<string, string> Unit, LocalDate Day, LocalTime Confirmed, LocalTime Accepted, LocalTime Due, string Words) : Reply;

/// <summary>To unit and liaison, with the files: the server will never take it, or two days were in vain.</summary>
public sealed record MailGivenUp(Reply What, string Words) : Reply;

/// <summary>To unit and liaison, with the files: twice no answer came; the mailbox holds it never, once or twice.</summary>
public sealed record MailInDoubt(Reply What, string Mailbox) : Reply;

/// <summary>To the liaison, once: no mail can go out.</summary>
public sealed record MailStopped(Reply Why, string Words) : Reply;

/// <summary>The login is refused.</summary>
public sealed record StoppedByLogin : Reply;

/// <summary>Host, port, protection, certificate or sender is wrong.</summary>
public sealed record StoppedBySettings : Reply;
