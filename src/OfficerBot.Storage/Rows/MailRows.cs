using NodaTime;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Reports;
using OfficerBot.Domain.Roster;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage.Rows;

/// <summary>The letter of one confirmed report on its way.</summary>
/// <param name="MessageId">The same for every attempt.</param>
/// <param name="FileKey">Key of its bytes in the files.</param>
/// <param name="State">queued, sending, accepted, waiting, ambiguous, failed, halted.</param>
/// <param name="StateJson">What the sender wants to know again; empty at first.</param>
/// <param name="NextAt">Machine time of the next step; null when nothing is left to do.</param>
public sealed record MailRow(
    long Id, GroupId Group, ReportId Report, string MessageId, string FileKey, string State, string StateJson, Instant? NextAt);

/// <summary>Letters on their way. A row is made by confirming a report, due at once.</summary>
public sealed class MailRows
{
    private static readonly Raw Columns = new("id, group_id, report_id, message_id, sha256, state, state_json, next_at");

    private readonly Statements _sql;
    private readonly FileStore _files;

    internal MailRows(Statements sql, FileStore files)
    {
        _sql = sql;
        _files = files;
    }

    /// <summary>Letters with a step due at or before a machine time, the longest waiting first.</summary>
    public IReadOnlyList<MailRow> DueBy(Instant now, int limit) =>
        _sql.List($"select {Columns} from delivery where next_at is not null and next_at <= {now} order by next_at, id limit {limit}", Read);

    /// <summary>When the next step is due, in machine time; null when nothing is on its way.</summary>
    public Instant? NextAt() => _sql.Number($"select min(next_at) from delivery where next_at is not null") is { } at ? Instant.FromUnixTimeMilliseconds(at) : null;

    /// <summary>Letters in a state, the oldest first.</summary>
    public IReadOnlyList<MailRow> InState(string state) => _sql.List($"select {Columns} from delivery where state = {state} order by id", Read);

    /// <summary>Letters that no server has taken yet, the oldest first.</summary>
    public IReadOnlyList<MailRow> NotAccepted() => _sql.List($"select {Columns} from delivery where state <> 'accepted' order by id", Read);

    /// <summary>How many letters are in each state.</summary>
    public IReadOnlyList<(string State, int Count)> States() =>
        _sql.List($"select state, count(*) from delivery group by state", r => (r.GetString(0), r.Int(1)));

    /// <summary>The letter of a report; null before it was confirmed.</summary>
    public MailRow? Of(ReportId report) => _sql.FirstOrNull($"select {Columns} from delivery where report_id = {report}", Read);

    /// <summary>The letter itself, as confirmed.</summary>
    public byte[] Bytes(MailRow letter) => _files.Get(letter.FileKey);

    /// <summary>Keeps where a letter stands.</summary>
    /// <param name="nextAt">Machine time of the next step; null when nothing is left to do.</param>
    public void Keep(long id, string state, string stateJson, Instant? nextAt) =>
        _sql.Write($"update delivery set state = {state}, state_json = {stateJson}, next_at = {nextAt} where id = {id}");

    /// <summary>Adds a line to the history people are shown.</summary>
    public void Note(MailRow letter, DeliveryLine line) => _sql.Write($"""
        insert into delivery_line (group_id, report_id, at, attempt, state, words)
        values ({letter.Group}, {letter.Report}, {line.At}, {line.Attempt}, {line.State}, {line.Words})
        """);

    private static MailRow Read(SqlRow row) => new(
        row.GetInt64(0),
        new(row.GetString(1)),
        new(row.GetInt64(2)),
        row.GetString(3),
        row.GetString(4),
        row.GetString(5),
        row.GetString(6),
        row.InstantOrNull(7));
}
