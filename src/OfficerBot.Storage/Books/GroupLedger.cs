using NodaTime;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Notices;
using OfficerBot.Domain.Roster;
using OfficerBot.Storage.Rows;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage.Books;

/// <summary>The books of one group on one connection.</summary>
internal sealed class GroupLedger(GroupId group, Statements sql, GroupBook book, FileStore files, CallerMemory? memory) : ILedger
{
    public Notice Notice => book.Notice;

    public RosterBook Roster => book.Roster;

    public ILeadRows Leads { get; } = new LeadRows(group, sql);

    public IFilingRows Filings { get; } = new FilingRows(group, sql);

    public IReportRows Reports { get; } = new ReportRows(group, sql, book, files);

    public IRosterRows RosterChanges { get; } = new RosterRows(group, sql, book, memory);

    public IPeopleRows People { get; } = new PeopleRows(group, sql, memory);

    public void Audit(PersonId? who, string what, string about, Instant at) =>
        sql.Write($"insert into audit (group_id, who, what, about, at) values ({group}, {who}, {what}, {about}, {at})");
}
