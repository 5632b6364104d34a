using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.Notices;

/// <summary>Where the receipt of a lead said in the group goes.</summary>
public enum ReceiptPlace
{
    /// <summary>To the officer alone where he can be reached, else to the group.</summary>
    Private,

    /// <summary>To the group.</summary>
    Group,
}

/// <summary>One of the categories (宣传重点) of a notice, 000-14.</summary>
/// <param name="Number">As the notice numbers it.</param>
/// <param name="Name">For people, per locale: short enough for a receipt.</param>
/// <param name="Heading">As papers print it.</param>
/// <param name="Words">Words that point to it, for the suggestion in a receipt; also what people may say for it.</param>
public sealed record Category(int Number, IReadOnlyDictionary<string, string> Name, string Heading, IReadOnlyList<string> Words);

/// <summary>Fixed wording of the group's papers; papers are Chinese.</summary>
/// <param name="Issuer">编发单位 of the weekly report; a situation report is issued by its unit.</param>
/// <param name="SituationName">Red name of a unit's report, for example 新闻宣传情况报告.</param>
/// <param name="WeeklyName">Red name of the weekly report.</param>
/// <param name="Mark">Mark top left, for example 内部资料 注意保存.</param>
/// <param name="To">报: line of the version record.</param>
/// <param name="Copy">送: line; empty for none.</param>
public sealed record PaperWording(string Issuer, string SituationName, string WeeklyName, string Mark, string To, string Copy)
{
    /// <summary>The sentences of papers and mails.</summary>
    public PaperPhrases Phrases { get; init; } = PaperPhrases.None;
}

/// <summary>A notice (方案) that sets a group to work: one revision of one YAML file.</summary>
/// <param name="Group">Id of the group that works under it.</param>
/// <param name="GroupName">For people, per locale.</param>
/// <param name="Number">文号, for example 沅生环委办〔2020〕38号.</param>
/// <param name="Zone">The zone all local times of the notice are in.</param>
/// <param name="Mailbox">The supervision mailbox: the only address reports are ever sent to.</param>
/// <param name="MailboxName">Its display name.</param>
/// <param name="Receipts">Where receipts go.</param>
/// <param name="QuietFrom">Start of quiet hours, local.</param>
/// <param name="QuietUntil">End of quiet hours, local.</param>
public sealed record Notice(
    GroupId Group,
    int Revision,
    IReadOnlyDictionary<string, string> GroupName,
    string Title,
    string Number,
    string Issuer,
    LocalDate Issued,
    LocalDate Begins,
    DateTimeZone Zone,
    string Mailbox,
    string MailboxName,
    ReceiptPlace Receipts,
    LocalTime QuietFrom,
    LocalTime QuietUntil,
    IReadOnlyList<Category> Categories,
    IReadOnlyList<Duty> Duties,
    PaperWording Papers)
{
    /// <summary>Events by the name people date by: 进驻, 反馈.</summary>
    public IReadOnlyDictionary<string, NoticeEvent> Events { get; init; } = new Dictionary<string, NoticeEvent>();

    /// <summary>The duty of this id, or null when the notice has none.</summary>
    public Duty? Find(DutyId id) => Duties.FirstOrDefault(d => d.Id == id);

    /// <summary>The daily lead duty, or null.</summary>
    public Duty? LeadDuty => Duties.FirstOrDefault(d => d.Evidence == Evidence.Lead);

    /// <summary>The timed report duty, or null.</summary>
    public Duty? ReportDuty => Duties.FirstOrDefault(d => d.Evidence == Evidence.Report);

    /// <summary>Local date-time of an instant in the group's zone.</summary>
    public LocalDateTime Local(Instant at) => at.InZone(Zone).LocalDateTime;
}
