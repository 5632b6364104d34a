using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Reports;
using OfficerBot.Domain.Roster;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage.Books;

/// <summary>Reports. Bytes of papers and letters lie in the files' database; a weekly report has unit 0 in its row.</summary>
internal sealed class ReportRows(GroupId group, Statements sql, GroupBook book, FileStore files) : IReportRows
{
    private const string LetterType = "message/rfc822";

    private static readonly Raw Columns = new(
        "r.id, r.kind, r.unit_id, r.duty_id, r.slot, r.revision, r.state, r.covers_from, r.cut_off, r.confirmed_by, r.confirmed_at, r.message_id,"
        + " r.accepted_at, r.accepted_words");

    public Report? Newest(Slot slot, UnitId? unit) => sql.FirstOrNull(
        $"""
        select {Columns} from report r
        where r.group_id = {group} and r.duty_id = {slot.Duty} and r.slot = {slot.AtText} and r.unit_id = {Key(unit)} order by r.revision desc limit 1
        """,
        Read);

    public Report Get(ReportId id) =>
        sql.FirstOrNull($"select {Columns} from report r where r.id = {id} and r.group_id = {group}", Read)
        ?? throw new KeyNotFoundException($"No report {id.Value} in this group.");

    public Report? LastConfirmed(UnitId? unit, Instant before) => sql.FirstOrNull(
        $"""
        select {Columns} from report r
        where r.group_id = {group} and r.unit_id = {Key(unit)} and r.confirmed_at < {before} order by r.confirmed_at desc, r.id desc limit 1
        """,
        Read);

    public int ConfirmedInYear(ReportKind kind, UnitId? unit, int year)
    {
        var zone = book.Notice.Zone;
        var from = zone.AtStartOfDay(new LocalDate(year, 1, 1)).ToInstant();
        var to = zone.AtStartOfDay(new LocalDate(year + 1, 1, 1)).ToInstant();
        return (int)(sql.Number($"""
            select count(*) from report r
            where r.group_id = {group} and r.unit_id = {Key(unit)} and r.confirmed_at >= {from} and r.confirmed_at < {to} and r.kind = {kind} and r.revision = 1
            """) ?? 0);
    }

    public Report Open(ReportKind kind, UnitId? unit, Slot slot, int revision, Instant from, Instant now)
    {
        var id = sql.Insert($"""
            insert into report (group_id, kind, unit_id, duty_id, slot, revision, state, covers_from, opened_at)
            values ({group}, {kind}, {Key(unit)}, {slot.Duty}, {slot.AtText}, {revision}, 0, {from}, {now})
            """)!.Value; // an insert always returns its row
        return Get(new(id));
    }

    public IReadOnlyList<ReportEdit> Edits(ReportId id) => sql.List(
        $"select {ReportEditRow.Columns} from report_edit where report_id = {id} and group_id = {group} order by id", ReportEditRow.Read);

    public void Edit(ReportId id, ReportEdit edit, PersonId by, Instant at)
    {
        RequireDraft(id);
        var row = ReportEditRow.Of(edit);
        sql.Write($"""
            insert into report_edit (group_id, report_id, kind, lead_day, lead_seq, words, sha256, content_type, size, by_person, at)
            values ({group}, {id}, {row.Kind}, {row.LeadDay}, {row.LeadSequence}, {row.Words}, {row.Sha256}, {row.ContentType}, {row.Size}, {by}, {at})
            """);
    }

    public Report Confirm(
        ReportId id, PersonId by, Instant at, string messageId, IReadOnlyList<ReportFile> files, byte[] letter, IReadOnlyList<LeadId> leads)
    {
        RequireDraft(id);
        sql.Write($"""
            update report set state = 1, cut_off = {at}, confirmed_by = {by}, confirmed_at = {at}, message_id = {messageId}
            where id = {id} and group_id = {group}
            """);
        KeepFiles(id, files);
        KeepLeads(id, leads);
        KeepLetter(id, at, messageId, letter);
        return Get(id);
    }

    public Report Accept(ReportId id, Instant at, string words)
    {
        var accepted = sql.Write($"""
            update report set state = 2, accepted_at = {at}, accepted_words = {words} where id = {id} and group_id = {group} and state = 1
            """);
        var report = Get(id);
        return accepted == 1 || report.State == ReportState.Accepted
            ? report
            : throw new InvalidOperationException($"Report {id.Value} was never confirmed.");
    }

    public IReadOnlyList<ReportFile> Files(ReportId id) => sql.List(
        $"select name, content_type, sha256 from report_file where report_id = {id} and group_id = {group} order by place",
        r => new ReportFile(r.GetString(0), r.GetString(1), files.Get(r.GetString(2))));

    public IReadOnlyList<LeadId> LeadsIn(ReportId id) =>
        sql.List($"select lead_id from report_lead where report_id = {id} and group_id = {group} order by place", r => new LeadId(r.GetInt64(0)));

    public IReadOnlyList<Report> Printing(LeadId lead) => sql.List(
        $"""
        select {Columns} from report_lead l join report r on r.id = l.report_id where l.lead_id = {lead} and r.group_id = {group} order by r.confirmed_at, r.id
        """,
        Read);

    public IReadOnlyList<DeliveryLine> Deliveries(ReportId id) => sql.List(
        $"select at, attempt, state, words from delivery_line where report_id = {id} and group_id = {group} order by id",
        r => new DeliveryLine(r.Instant(0), r.Int(1), r.GetString(2), r.GetString(3)));

    public IReadOnlyList<Report> Undelivered(Slot slot) => sql.List(
        $"""
        select {Columns} from report r
        where r.group_id = {group} and r.duty_id = {slot.Duty} and r.slot = {slot.AtText} and r.state = 1 order by r.unit_id, r.revision
        """,
        Read);

    private void RequireDraft(ReportId id)
    {
        if (Get(id).State != ReportState.Draft)
        {
            throw new InvalidOperationException($"Report {id.Value} is no longer a draft.");
        }
    }

    private void KeepFiles(ReportId id, IReadOnlyList<ReportFile> papers)
    {
        for (var place = 0; place < papers.Count; place++)
        {
            var key = files.Keep(papers[place].Bytes, papers[place].ContentType);
            sql.Write($"""
                insert into report_file (report_id, place, group_id, name, content_type, sha256)
                values ({id}, {place}, {group}, {papers[place].Name}, {papers[place].ContentType}, {key})
                """);
        }
    }

    private void KeepLeads(ReportId id, IReadOnlyList<LeadId> leads)
    {
        for (var place = 0; place < leads.Count; place++)
        {
            sql.Write($"""
                insert into report_lead (report_id, lead_id, group_id, place) values ({id}, {leads[place]}, {group}, {place}) on conflict do nothing
                """);
        }
    }

    /// <summary>Due at once: 0 lies before every machine time.</summary>
    private void KeepLetter(ReportId id, Instant at, string messageId, byte[] letter)
    {
        var key = files.Keep(letter, LetterType);
        sql.Write($"""
            insert into delivery (group_id, report_id, message_id, sha256, state, state_json, next_at) values ({group}, {id}, {messageId}, {key}, 'queued', '', 0)
            """);
        sql.Write($"insert into delivery_line (group_id, report_id, at, attempt, state, words) values ({group}, {id}, {at}, 0, 'queued', '')");
    }

    private static long Key(UnitId? unit) => unit?.Value ?? 0;

    private static Report Read(SqlRow row) => new(
        new(row.GetInt64(0)),
        (ReportKind)row.Int(1),
        row.GetInt64(2) is var unit and not 0 ? new UnitId(unit) : null,
        new(new(row.GetString(3)), DayText.Slot(row.GetString(4))),
        row.Int(5),
        (ReportState)row.Int(6),
        row.Instant(7),
        row.InstantOrNull(8),
        row.LongOrNull(9) is { } by ? new PersonId(by) : null,
        row.InstantOrNull(10),
        row.TextOrNull(11),
        row.InstantOrNull(12),
        row.TextOrNull(13));
}
