using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.RollCalls;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.Reports;

/// <summary>
/// A unit's situation reports in the books of one turn (000-01). Draft → confirmed → accepted; nothing unconfirmed is ever mailed. The desk decides;
/// rendering and <see cref="IReportRows.Confirm"/> are the caller's, in the same turn.
/// </summary>
public sealed class ReportDesk
{
    private readonly ILedger _ledger;
    private readonly Occurrences _occurrences;

    /// <summary>A desk over the books of one turn.</summary>
    public ReportDesk(ILedger ledger, Occurrences occurrences)
    {
        _ledger = ledger;
        _occurrences = occurrences;
    }

    /// <summary>The draft of the report meant (see <see cref="ReportSlot"/>), opened when there is none.</summary>
    /// <param name="asked">A certain draft of the unit, such as a 更正版 or the one shown before; null for the one meant.</param>
    /// <returns><see cref="ReportResult.Drafted"/> or a refusal.</returns>
    public ReportResult Draft(UnitId unit, Person by, Instant now, ReportId? asked = null) =>
        ReportRights.MayRead(by, unit) ? OnDraft(unit, asked, now, (row, at) => Compose(unit, row, at, now)) : new ReportResult.NotYours();

    /// <summary>Changes the draft; a lead named must be of its period.</summary>
    public ReportResult Edit(UnitId unit, ReportEdit edit, Person by, Instant now, ReportId? asked = null) =>
        ReportRights.MayConfirm(by, unit) ? OnDraft(unit, asked, now, (row, at) => Edit(unit, row, at, edit, by, now)) : new ReportResult.NotYours();

    /// <summary>Whether it may be confirmed now, with all that is to be frozen. Confirming twice gives <see cref="ReportResult.AlreadyConfirmed"/>.</summary>
    public ReportResult AskConfirm(UnitId unit, Person by, Instant now, ReportId? asked = null) =>
        ReportRights.MayConfirm(by, unit) ? OnDraft(unit, asked, now, (row, at) => Freeze(Compose(unit, row, at, now))) : new ReportResult.NotYours();

    /// <summary>Opens a 更正版 of the report the unit confirmed last, with the edits of what it corrects; go on with its row as <c>asked</c>.</summary>
    public ReportResult Correct(UnitId unit, Person by, Instant now)
    {
        if (!ReportRights.MayConfirm(by, unit))
        {
            return new ReportResult.NotYours();
        }

        if (Due(unit, now) is not ({ } duty, { } due))
        {
            return new ReportResult.NothingDue();
        }

        var last = ReportPeriod.Confirmed(_ledger, unit, now).FirstOrDefault();
        return last is null || _occurrences.Find(duty, last.Slot) is not { } at
            ? new ReportResult.NothingToCorrect(due)
            : Compose(unit, OpenCorrection(last, by, now), at, now);
    }

    /// <summary>已发邮箱: somebody says it was sent by hand.</summary>
    public ReportResult Tick(UnitId unit, Person by, Instant now)
    {
        if (!ReportRights.MayConfirm(by, unit))
        {
            return new ReportResult.NotYours();
        }

        if (RefuseUnit(unit) is { } refusal)
        {
            return refusal;
        }

        return Due(unit, now) is ({ } duty, { } due) ? Tick(duty, due, unit, by, now) : new ReportResult.NothingDue();
    }

    /// <summary>The mail server took a report: the row, the filing at the instant of acceptance, and what it changes where the slot is closed.</summary>
    /// <param name="acceptedAt">When the server said 250; strictly before the due time is in time.</param>
    /// <returns>The further standing row, or null.</returns>
    public Standing? Accept(Report report, Instant acceptedAt, string words, Instant now)
    {
        _ledger.Reports.Accept(report.Id, acceptedAt, words);
        if (report.Unit is not { } unit || _ledger.Notice.Find(report.Slot.Duty) is not { } duty || IsIn(report.Slot, unit))
        {
            return null; // the weekly report has no standing; of several revisions the first accepted counts
        }

        var by = report.ConfirmedBy ?? throw new InvalidOperationException($"Report {report.Id.Value} was accepted before it was confirmed.");
        var filing = _ledger.Filings.Add(new Filing(0, report.Slot, unit, FilingKind.Report, by, acceptedAt, now, null, report.Id.Value, null));
        return _occurrences.Find(duty, report.Slot) is { } due ? Closing.After(_ledger, _occurrences, duty, due, filing, now) : null;
    }

    private ReportResult OnDraft(UnitId unit, ReportId? asked, Instant now, Func<Report, Occurrence, ReportResult> work)
    {
        if (RefuseUnit(unit) is { } refusal)
        {
            return refusal;
        }

        if ((asked is { } id ? Asked(unit, id) : Meant(unit, now)) is not ({ } row, { } due))
        {
            return new ReportResult.NothingDue();
        }

        return row.State == ReportState.Draft ? work(row, due) : new ReportResult.AlreadyConfirmed(row);
    }

    private (Report? Row, Occurrence? Due) Asked(UnitId unit, ReportId id) =>
        _ledger.Reports.Get(id) is { } row && row.Unit == unit && _ledger.Notice.Find(row.Slot.Duty) is { } duty
            ? (row, _occurrences.Find(duty, row.Slot))
            : (null, null);

    private (Report? Row, Occurrence? Due) Meant(UnitId unit, Instant now)
    {
        if (Due(unit, now) is not ({ } duty, { } due))
        {
            return (null, null);
        }

        var row = _ledger.Reports.Newest(due.Slot, unit)
            ?? _ledger.Reports.Open(ReportKind.Situation, unit, due.Slot, 1, ReportPeriod.From(_ledger, _occurrences, duty, due, unit, now), now);
        return (row, due);
    }

    private ReportResult Compose(UnitId unit, Report row, Occurrence due, Instant now) =>
        SituationComposer.Compose(SituationFacts.Gather(_ledger, _ledger.Roster[unit], due, row, now)) switch
        {
            SituationResult.Composed composed => new ReportResult.Drafted(row, composed.Report),
            SituationResult.Unreconciled wrong => new ReportResult.Unreconciled(wrong.Mismatches),
            _ => throw new NotSupportedException("A report is composed or refused."),
        };

    private ReportResult Edit(UnitId unit, Report row, Occurrence due, ReportEdit edit, Person by, Instant now)
    {
        if (edit.Lead is { } number && ReportPeriod.Leads(_ledger, unit, row.Slot, row.From, now).All(l => l.Number != number))
        {
            return new ReportResult.NotInPeriod(number, row.From);
        }

        _ledger.Reports.Edit(row.Id, edit, by.Id, now);
        return Compose(unit, row, due, now);
    }

    private static ReportResult Freeze(ReportResult draft) => draft is ReportResult.Drafted drafted
        ? new ReportResult.Ready(drafted.Row, drafted.Report, drafted.Report.Items.Select(i => i.Lead).ToList(), ReportNames.MessageIdLeft(drafted.Row))
        : draft;

    private Report OpenCorrection(Report last, Person by, Instant now)
    {
        var newest = _ledger.Reports.Newest(last.Slot, last.Unit)!; // at least the one confirmed last
        if (newest.State == ReportState.Draft)
        {
            return newest;
        }

        var row = _ledger.Reports.Open(newest.Kind, newest.Unit, newest.Slot, newest.Revision + 1, newest.From, now);
        foreach (var edit in _ledger.Reports.Edits(newest.Id))
        {
            _ledger.Reports.Edit(row.Id, edit, by.Id, now);
        }

        return row;
    }

    private ReportResult Tick(Duty duty, Occurrence due, UnitId unit, Person by, Instant now)
    {
        if (_ledger.Filings.Of(due.Slot, unit).FirstOrDefault(f => f.Kind is FilingKind.Report or FilingKind.Tick) is { } existing)
        {
            return new ReportResult.AlreadyIn(existing);
        }

        var filing = _ledger.Filings.Add(new Filing(0, due.Slot, unit, FilingKind.Tick, by.Id, now, now, null, null, null));
        return new ReportResult.Ticked(filing, due, Closing.After(_ledger, _occurrences, duty, due, filing, now));
    }

    private bool IsIn(Slot slot, UnitId unit) => _ledger.Filings.Of(slot, unit).Any(f => f.Kind == FilingKind.Report);

    private ReportResult.DoesNotOwe? RefuseUnit(UnitId unit) =>
        _ledger.Notice.ReportDuty is { } duty && Owing.Owes(duty, _ledger.Roster, unit) ? null : new();

    private (Duty? Duty, Occurrence? Due) Due(UnitId unit, Instant now) =>
        _ledger.Notice.ReportDuty is { } duty ? (duty, ReportSlot.Meant(_ledger, _occurrences, duty, unit, now)) : (null, null);
}
