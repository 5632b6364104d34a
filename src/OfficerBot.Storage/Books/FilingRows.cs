using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.People;
using OfficerBot.Domain.Roster;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage.Books;

/// <summary>Filings and standings; beside the filings a sum of their kinds per unit and slot, kept in the same transaction.</summary>
internal sealed class FilingRows(GroupId group, Statements sql) : IFilingRows
{
    private static readonly Raw Columns = new("f.id, f.duty_id, f.slot, f.unit_id, f.kind, f.by_person, f.at, f.recorded, f.lead_id, f.report_id, f.reason");

    private static readonly Raw InForce = new("not exists (select 1 from filing_void v where v.filing_id = f.id)");

    private static readonly Raw StandingColumns = new("id, duty_id, slot, unit_id, kind, minutes_late, by_person, reason, at");

    public Filing Add(Filing filing)
    {
        var slot = filing.Slot.AtText;
        var id = sql.Insert($"""
            insert into filing (group_id, duty_id, slot, unit_id, kind, by_person, at, recorded, lead_id, report_id, reason)
            values ({group}, {filing.Slot.Duty}, {slot}, {filing.Unit}, {filing.Kind}, {filing.By}, {filing.At}, {filing.Recorded}, {filing.Lead},
                {filing.ReportId}, {filing.Reason})
            """)!.Value; // an insert adds its row
        sql.Write($"""
            insert into slot_kinds (group_id, duty_id, slot, unit_id, kinds) values ({group}, {filing.Slot.Duty}, {slot}, {filing.Unit}, {Bit(filing.Kind)})
            on conflict (group_id, duty_id, slot, unit_id) do update set kinds = slot_kinds.kinds | excluded.kinds
                where slot_kinds.kinds | excluded.kinds <> slot_kinds.kinds
            """);
        return filing with { Id = id, At = filing.At.Stored(), Recorded = filing.Recorded.Stored() };
    }

    public void Void(long filing, PersonId? by, Instant at, string reason)
    {
        if (!sql.First($"select duty_id, slot, unit_id from filing where id = {filing} and group_id = {group}", ReadPlace, out var place))
        {
            throw new KeyNotFoundException($"No filing {filing} in this group.");
        }

        var voided = sql.Write($"""
            insert into filing_void (filing_id, group_id, by_person, at, reason) values ({filing}, {group}, {by}, {at}, {reason}) on conflict (filing_id) do nothing
            """);
        if (voided == 1)
        {
            var kinds = Of(place.Slot, place.Unit).Aggregate(0, (sum, f) => sum | Bit(f.Kind));
            sql.Write($"""
                update slot_kinds set kinds = {kinds}
                where group_id = {group} and duty_id = {place.Slot.Duty} and slot = {place.Slot.AtText} and unit_id = {place.Unit}
                """);
        }
    }

    public IReadOnlyList<Filing> Of(Slot slot) => sql.List(
        $"""
        select {Columns} from filing f where f.group_id = {group} and f.duty_id = {slot.Duty} and f.slot = {slot.AtText} and {InForce} order by f.at, f.id
        """,
        Read);

    public IReadOnlyList<Filing> Of(Slot slot, UnitId unit) => sql.List(
        $"""
        select {Columns} from filing f
        where f.group_id = {group} and f.duty_id = {slot.Duty} and f.slot = {slot.AtText} and f.unit_id = {unit} and {InForce} order by f.at, f.id
        """,
        Read);

    public IReadOnlyList<Filing> OfLead(LeadId lead) =>
        sql.List($"select {Columns} from filing f where f.lead_id = {lead} and f.group_id = {group} and {InForce} order by f.at, f.id", Read);

    public void MadeBy(long filing, ChatId chat, string message) => sql.Write(
        $"insert into filing_message (group_id, chat_id, message, filing_id) values ({group}, {chat}, {message}, {filing}) on conflict do nothing");

    public IReadOnlyList<Filing> OfMessage(ChatId chat, string message) => sql.List(
        $"""
        select {Columns} from filing_message m join filing f on f.id = m.filing_id
        where m.group_id = {group} and m.chat_id = {chat} and m.message = {message} and {InForce} order by f.id
        """,
        Read);

    public IReadOnlyList<Filing> TakenBack(ChatId chat, string message, string reason) => sql.List(
        $"""
        select {Columns} from filing_message m join filing f on f.id = m.filing_id join filing_void o on o.filing_id = f.id
        where m.group_id = {group} and m.chat_id = {chat} and m.message = {message} and o.reason = {reason} and o.at = (
            select max(l.at) from filing_message n join filing_void l on l.filing_id = n.filing_id
            where n.group_id = {group} and n.chat_id = {chat} and n.message = {message})
        order by f.id
        """,
        Read);

    public IReadOnlyDictionary<UnitId, FiledKinds> KindsAt(Slot slot)
    {
        var rows = sql.List(
            $"select unit_id, kinds from slot_kinds where group_id = {group} and duty_id = {slot.Duty} and slot = {slot.AtText}",
            r => (Unit: new UnitId(r.GetInt64(0)), Kinds: (FiledKinds)r.Int(1)));
        var kinds = new Dictionary<UnitId, FiledKinds>(rows.Count);
        foreach (var row in rows.Where(row => row.Kinds != FiledKinds.None))
        {
            kinds.Add(row.Unit, row.Kinds);
        }

        return kinds;
    }

    public FiledKinds KindsAt(Slot slot, UnitId unit) => (FiledKinds)(sql.Number(
        $"select kinds from slot_kinds where group_id = {group} and duty_id = {slot.Duty} and slot = {slot.AtText} and unit_id = {unit}") ?? 0);

    public IReadOnlyList<Standing> StandingsOf(Slot slot) => sql.List(
        $"""
        select {StandingColumns} from standing where id in (
            select max(id) from standing where group_id = {group} and duty_id = {slot.Duty} and slot = {slot.AtText} group by unit_id)
        order by unit_id
        """,
        ReadStanding);

    public Standing? StandingOf(Slot slot, UnitId unit) => sql.FirstOrNull(
        $"""
        select {StandingColumns} from standing
        where group_id = {group} and duty_id = {slot.Duty} and slot = {slot.AtText} and unit_id = {unit} order by id desc limit 1
        """,
        ReadStanding);

    public IReadOnlyList<Standing> Standings(DutyId duty, LocalDateTime from, LocalDateTime to) => sql.List(
        $"""
        select {StandingColumns} from standing where id in (
            select max(id) from standing
            where group_id = {group} and duty_id = {duty} and slot >= {DayText.Of(from)} and slot < {DayText.Of(to)} group by slot, unit_id)
        order by slot, unit_id
        """,
        ReadStanding);

    public Standing Add(Standing standing)
    {
        var id = sql.Insert($"""
            insert into standing (group_id, duty_id, slot, unit_id, kind, minutes_late, by_person, reason, at)
            values ({group}, {standing.Slot.Duty}, {standing.Slot.AtText}, {standing.Unit}, {standing.Kind}, {standing.MinutesLate}, {standing.By},
                {standing.Reason}, {standing.At})
            """)!.Value; // an insert adds its row
        return standing with { Id = id, At = standing.At.Stored() };
    }

    /// <summary><see cref="FiledKinds"/> has the bit of each <see cref="FilingKind"/> at its number.</summary>
    private static int Bit(FilingKind kind) => 1 << (int)kind;

    private static (Slot Slot, UnitId Unit) ReadPlace(SqlRow row) => (ReadSlot(row, 0), new(row.GetInt64(2)));

    private static Slot ReadSlot(SqlRow row, int column) => new(new(row.GetString(column)), DayText.Slot(row.GetString(column + 1)));

    private static Filing Read(SqlRow row) => new(
        row.GetInt64(0),
        ReadSlot(row, 1),
        new(row.GetInt64(3)),
        (FilingKind)row.Int(4),
        new(row.GetInt64(5)),
        row.Instant(6),
        row.Instant(7),
        row.LongOrNull(8) is { } lead ? new LeadId(lead) : null,
        row.LongOrNull(9),
        row.TextOrNull(10));

    private static Standing ReadStanding(SqlRow row) => new(
        row.GetInt64(0),
        ReadSlot(row, 1),
        new(row.GetInt64(3)),
        (StandingKind)row.Int(4),
        row.Int(5),
        row.LongOrNull(6) is { } by ? new PersonId(by) : null,
        row.TextOrNull(7),
        row.Instant(8));
}
