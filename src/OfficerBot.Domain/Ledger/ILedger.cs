using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Notices;
using OfficerBot.Domain.People;
using OfficerBot.Domain.Reports;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.Ledger;

/// <summary>
/// The books of one group inside one turn. Synchronous: it is used only on the single writer, inside the turn's transaction, so that a turn reads
/// what it wrote itself and a failing turn leaves nothing. Also given read-only to pages; then every writing member throws
/// <see cref="InvalidOperationException"/>.
/// </summary>
public interface ILedger
{
    /// <summary>The notice in force.</summary>
    Notice Notice { get; }

    /// <summary>The roster in force, with changes made in this turn.</summary>
    RosterBook Roster { get; }

    /// <summary>Leads with their versions and pictures.</summary>
    ILeadRows Leads { get; }

    /// <summary>Filings and standings.</summary>
    IFilingRows Filings { get; }

    /// <summary>Reports, their edits, files and deliveries.</summary>
    IReportRows Reports { get; }

    /// <summary>Changes of the roster.</summary>
    IRosterRows RosterChanges { get; }

    /// <summary>Accounts, bindings and chats.</summary>
    IPeopleRows People { get; }

    /// <summary>Who asked for what (000-25): look-ups of people, exports, documents. Holds ids and kinds, no message text.</summary>
    /// <param name="what">A fixed word, for example <c>contact.phone</c>, <c>export.leads</c>.</param>
    /// <param name="about">Row ids or a range; no names, no numbers of phones.</param>
    void Audit(PersonId? who, string what, string about, Instant at);
}

/// <summary>Leads.</summary>
public interface ILeadRows
{
    /// <summary>Files it: gives row id and the next number of its <see cref="NewLead.FiledOn"/> day, and keeps version 1.</summary>
    Lead Add(NewLead lead);

    /// <summary>Keeps a further version and makes it the present one.</summary>
    Lead Amend(Lead amended, PersonId by, Instant at);

    /// <summary>The lead of this number, withdrawn or not, or null.</summary>
    Lead? Find(LeadNumber number);

    /// <summary>The lead of this row id; throws when unknown.</summary>
    Lead Get(LeadId id);

    /// <summary>Leads in the order of their numbers.</summary>
    IReadOnlyList<Lead> Find(LeadQuery query);

    /// <summary>How many leads <see cref="Find(LeadQuery)"/> would give, without reading them (limit ignored).</summary>
    int Count(LeadQuery query);

    /// <summary>The items of one message of a channel, in order.</summary>
    IReadOnlyList<Lead> OfMessage(ChatId chat, string message);

    /// <summary>A lead in force with the same text (after folding white space) of this unit and for this day, or null.</summary>
    Lead? WithSameText(UnitId unit, LocalDate forDay, string text);

    /// <summary>The newest lead in force filed by this person at or after an instant, or null.</summary>
    Lead? NewestBy(PersonId filedBy, Instant since);

    /// <summary>All kept versions, oldest first.</summary>
    IReadOnlyList<LeadVersion> Versions(LeadId id);

    /// <summary>Adds a picture; the bytes already lie in the pictures file. A picture the lead has already is not added again.</summary>
    void AddPicture(LeadId lead, Picture picture, PersonId by, Instant at);

    /// <summary>Its pictures, in the order they came.</summary>
    IReadOnlyList<Picture> Pictures(LeadId lead);
}

/// <summary>Which leads. All conditions given must hold.</summary>
/// <param name="ForDayFrom">First day they count for, inclusive.</param>
/// <param name="ForDayTo">Last day they count for, inclusive.</param>
/// <param name="FiledFrom">Filed at or after.</param>
/// <param name="FiledBefore">Filed strictly before.</param>
/// <param name="Text">Contained in title or text.</param>
/// <param name="WithWithdrawn">Withdrawn ones too.</param>
public sealed record LeadQuery(
    LocalDate? ForDayFrom = null, LocalDate? ForDayTo = null, Instant? FiledFrom = null, Instant? FiledBefore = null,
    IReadOnlyCollection<UnitId>? Units = null, int? Category = null, string? Text = null, bool WithWithdrawn = false, int Limit = 10_000);

/// <summary>Filings and standings.</summary>
public interface IFilingRows
{
    /// <summary>Appends a filing; gives it back with its row id.</summary>
    Filing Add(Filing filing);

    /// <summary>Voids a filing by a further row. Voiding twice does nothing.</summary>
    void Void(long filing, PersonId? by, Instant at, string reason);

    /// <summary>Filings in force of a slot, oldest first.</summary>
    IReadOnlyList<Filing> Of(Slot slot);

    /// <summary>Filings in force of a unit at a slot.</summary>
    IReadOnlyList<Filing> Of(Slot slot, UnitId unit);

    /// <summary>Filings in force that rest on a lead.</summary>
    IReadOnlyList<Filing> OfLead(LeadId lead);

    /// <summary>Per unit the kinds of filing in force at a slot: the quick form behind 谁还没报.</summary>
    IReadOnlyDictionary<UnitId, FiledKinds> KindsAt(Slot slot);

    /// <summary>The kinds in force of one unit.</summary>
    FiledKinds KindsAt(Slot slot, UnitId unit);

    /// <summary>The standing in force (the newest row) of each unit at a slot; empty before it was closed.</summary>
    IReadOnlyList<Standing> StandingsOf(Slot slot);

    /// <summary>The standing in force of one unit; null before the slot was closed.</summary>
    Standing? StandingOf(Slot slot, UnitId unit);

    /// <summary>Standings in force of a duty between two local date-times (second exclusive).</summary>
    IReadOnlyList<Standing> Standings(DutyId duty, LocalDateTime from, LocalDateTime to);

    /// <summary>Appends a standing row; the newest of a unit and slot is in force.</summary>
    Standing Add(Standing standing);
}

/// <summary>Kinds of filing in force of one unit at one slot.</summary>
[Flags]
public enum FiledKinds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>At least one lead.</summary>
    Lead = 1,

    /// <summary>A zero report.</summary>
    Zero = 2,

    /// <summary>A report accepted by the server.</summary>
    Report = 4,

    /// <summary>已发邮箱.</summary>
    Tick = 8,

    /// <summary>Excused.</summary>
    Excuse = 16,
}

/// <summary>Reports.</summary>
public interface IReportRows
{
    /// <summary>The newest revision for a slot and unit (null unit: weekly), or null.</summary>
    Report? Newest(Slot slot, UnitId? unit);

    /// <summary>The report; throws when unknown.</summary>
    Report Get(ReportId id);

    /// <summary>The newest confirmed report of a unit (null: weekly) confirmed before an instant, or null.</summary>
    Report? LastConfirmed(UnitId? unit, Instant before);

    /// <summary>How many reports of a kind and unit were confirmed in the calendar year up to now (the 期号 of the next one, less one).</summary>
    int ConfirmedInYear(ReportKind kind, UnitId? unit, int year);

    /// <summary>Opens a draft.</summary>
    Report Open(ReportKind kind, UnitId? unit, Slot slot, int revision, Instant from, Instant now);

    /// <summary>The edits of a report, in order.</summary>
    IReadOnlyList<ReportEdit> Edits(ReportId id);

    /// <summary>Appends an edit.</summary>
    void Edit(ReportId id, ReportEdit edit, PersonId by, Instant at);

    /// <summary>Freezes it: confirmed, with files and letter. The delivery row is made in the same transaction.</summary>
    /// <param name="letter">The final .eml bytes.</param>
    Report Confirm(ReportId id, PersonId by, Instant at, string messageId, IReadOnlyList<ReportFile> files, byte[] letter, IReadOnlyList<LeadId> leads);

    /// <summary>The mail server took it.</summary>
    Report Accept(ReportId id, Instant at, string words);

    /// <summary>Files of a confirmed report.</summary>
    IReadOnlyList<ReportFile> Files(ReportId id);

    /// <summary>Leads printed in a confirmed report.</summary>
    IReadOnlyList<LeadId> LeadsIn(ReportId id);

    /// <summary>The confirmed reports that print a lead.</summary>
    IReadOnlyList<Report> Printing(LeadId lead);

    /// <summary>The attempt history of its mail in the server's words, oldest first.</summary>
    IReadOnlyList<DeliveryLine> Deliveries(ReportId id);

    /// <summary>Confirmed and not yet accepted reports of a slot.</summary>
    IReadOnlyList<Report> Undelivered(Slot slot);
}

/// <summary>One line of a delivery's history.</summary>
/// <param name="State">queued, sending, accepted, waiting, ambiguous, failed, halted.</param>
/// <param name="Words">The server's own words, possibly empty.</param>
public sealed record DeliveryLine(Instant At, int Attempt, string State, string Words);

/// <summary>Changes of the roster. Each makes a new revision of <see cref="ILedger.Roster"/> within the turn.</summary>
public interface IRosterRows
{
    /// <summary>Adds a unit at the end.</summary>
    Unit AddUnit(string name, string kind, IReadOnlyList<string> aliases, IReadOnlyList<string> englishNames, Instant at);

    /// <summary>Changes short forms, English names or kind of a unit.</summary>
    void ChangeUnit(Unit changed, Instant at);

    /// <summary>Adds a person at the end of his unit.</summary>
    Person AddPerson(UnitId unit, string name, string title, string? phone, string? englishName, Roles roles, PersonId? by, Instant at);

    /// <summary>Changes name, title, phone, English name or roles of a person.</summary>
    void Change(Person changed, PersonId? by, Instant at);

    /// <summary>Takes a person off the roster; facts about him stay, his binding ends.</summary>
    void Remove(PersonId person, PersonId? by, Instant at);
}

/// <summary>Accounts and chats.</summary>
public interface IPeopleRows
{
    /// <summary>The account; throws when unknown.</summary>
    Account Get(AccountId id);

    /// <summary>The account, or null when there is none of this id: people type account numbers.</summary>
    Account? Find(AccountId id);

    /// <summary>Binds an account to a person; an earlier binding of the account ends.</summary>
    /// <param name="vouchedBy">The person who vouched; null for the sample page or the command line, then <paramref name="how"/> says which.</param>
    void Bind(AccountId account, PersonId person, PersonId? vouchedBy, string how, Instant at);

    /// <summary>Makes a group chat one of this group's chats.</summary>
    void Link(ChatId chat, PersonId? by, string how, Instant at);

    /// <summary>A private chat in which the person can be reached, the one last used first; null when there is none.</summary>
    Chat? ReachableChat(PersonId person);

    /// <summary>The group's chats.</summary>
    IReadOnlyList<Chat> GroupChats();

    /// <summary>The accounts bound to a person.</summary>
    IReadOnlyList<Account> AccountsOf(PersonId person);
}
