using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Roster;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage.Rows;

/// <summary>
/// What is to be done later. A row is taken, acted on and closed in one job of the writer, so that its messages and its end commit together.
/// A closed row is never opened again.
/// </summary>
public sealed class DueRows
{
    private static readonly Raw Columns = new("group_id, duty_id, slot, rung, due_at, notice_revision");

    private readonly Statements _sql;

    internal DueRows(Statements sql) => _sql = sql;

    /// <summary>Stores a row; false when it was there already, open or closed, and then nothing is done.</summary>
    public bool Put(DueRow row) => _sql.Write($"""
        insert into due (group_id, duty_id, rung, slot, due_at, notice_revision)
        values ({row.Group}, {row.Slot.Duty}, {row.Rung}, {row.Slot.AtText}, {row.At}, {row.NoticeRevision}) on conflict do nothing
        """) == 1;

    /// <summary>Open rows due at or before <paramref name="now"/>, in the order they fell due.</summary>
    public IReadOnlyList<DueRow> DueBy(Instant now, int limit) => _sql.List(
        $"select {Columns} from due where done_at is null and due_at <= {now} order by due_at, group_id, duty_id, slot, rung limit {limit}", Read);

    /// <summary>When the next open row falls due; null when none is open.</summary>
    public Instant? NextAt() => _sql.Number($"select min(due_at) from due where done_at is null") is { } at ? Instant.FromUnixTimeMilliseconds(at) : null;

    /// <summary>Closes a row with a fixed word; false when it was closed before.</summary>
    public bool Close(DueRow row, string outcome, Instant at) => _sql.Write($"""
        update due set done_at = {at}, outcome = {outcome}
        where group_id = {row.Group} and duty_id = {row.Slot.Duty} and rung = {row.Rung} and slot = {row.Slot.AtText} and done_at is null
        """) == 1;

    /// <summary>After a new revision of a notice: open rows become exactly <paramref name="rows"/>; closed ones stay as they are.</summary>
    public void Recompute(GroupId group, IEnumerable<DueRow> rows)
    {
        _sql.Write($"delete from due where group_id = {group} and done_at is null");
        foreach (var row in rows)
        {
            Put(row);
        }
    }

    /// <summary>All rows of a slot, to see what was done when.</summary>
    public IReadOnlyList<DueFate> Of(GroupId group, Slot slot) => _sql.List(
        $"""
        select {Columns}, done_at, outcome from due
        where group_id = {group} and duty_id = {slot.Duty} and slot = {slot.AtText} order by due_at, rung
        """,
        r => new DueFate(Read(r), r.InstantOrNull(6), r.TextOrNull(7)));

    private static DueRow Read(SqlRow row) => new(
        new(row.GetString(0)), new(new(row.GetString(1)), DayText.Slot(row.GetString(2))), row.GetString(3), row.Instant(4), row.Int(5));
}
