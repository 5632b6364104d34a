using OfficerBot.Domain.Roster;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage.Rows;

/// <summary>A line of the audit: ids and fixed words only.</summary>
/// <param name="Who">Id of a person; null for the operator at the machine.</param>
public sealed record AuditRow(long Id, GroupId Group, long? Who, string What, string About);

/// <summary>The audit, as it is read; the ledger writes it.</summary>
public sealed class AuditRows
{
    private readonly Statements _sql;

    internal AuditRows(Statements sql) => _sql = sql;

    /// <summary>Id of the newest line; 0 when there is none.</summary>
    public long Newest() => _sql.Number($"select max(id) from audit") ?? 0;

    /// <summary>Lines after one, in the order of their writing.</summary>
    public IReadOnlyList<AuditRow> After(long id, int limit) => _sql.List(
        $"select id, group_id, who, what, about from audit where id > {id} order by id limit {limit}",
        r => new AuditRow(r.GetInt64(0), new(r.GetString(1)), r.LongOrNull(2), r.GetString(3), r.GetString(4)));
}
