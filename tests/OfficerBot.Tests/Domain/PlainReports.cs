using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Reports;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Tests.Domain;

/// <summary>The reports of <see cref="PlainLedger"/>.</summary>
internal sealed class PlainReports : IReportRows
{
    private readonly List<Report> _reports = [];
    private readonly List<(ReportId Report, ReportEdit Edit)> _edits = [];
    private readonly Dictionary<ReportId, IReadOnlyList<LeadId>> _printed = [];

    public Report? Newest(Slot slot, UnitId? unit) => _reports.LastOrDefault(r => r.Slot == slot && r.Unit == unit);

    public Report Get(ReportId id) => _reports.Single(r => r.Id == id);

    public Report? LastConfirmed(UnitId? unit, Instant before) =>
        _reports.Where(r => r.Unit == unit && r.ConfirmedAt < before).MaxBy(r => r.ConfirmedAt);

    public int ConfirmedInYear(ReportKind kind, UnitId? unit, int year) =>
        _reports.Count(r => r.Kind == kind && r.Unit == unit && r.Revision == 1 && r.ConfirmedAt?.InUtc().Year == year);

    public Report Open(ReportKind kind, UnitId? unit, Slot slot, int revision, Instant from, Instant now)
    {
        _reports.Add(new(new(_reports.Count + 1), kind, unit, slot, revision, ReportState.Draft, from, null, null, null, null, null, null));
        return _reports[^1];
    }

    public IReadOnlyList<ReportEdit> Edits(ReportId id) => _edits.Where(e => e.Report == id).Select(e => e.Edit).ToList();

    public void Edit(ReportId id, ReportEdit edit, PersonId by, Instant at) => _edits.Add((id, edit));

    public Report Confirm(ReportId id, PersonId by, Instant at, string messageId, IReadOnlyList<ReportFile> files, byte[] letter, IReadOnlyList<LeadId> leads)
    {
        _printed[id] = leads;
        return Put(Get(id) with { State = ReportState.Confirmed, ConfirmedBy = by, ConfirmedAt = at, CutOff = at, MessageId = messageId });
    }

    public Report Accept(ReportId id, Instant at, string words) =>
        Put(Get(id) with { State = ReportState.Accepted, AcceptedAt = at, AcceptedWords = words });

    public IReadOnlyList<ReportFile> Files(ReportId id) => throw new NotSupportedException();

    public IReadOnlyList<LeadId> LeadsIn(ReportId id) => _printed.GetValueOrDefault(id) ?? [];

    public IReadOnlyList<Report> Printing(LeadId lead) => _reports.Where(r => LeadsIn(r.Id).Contains(lead)).ToList();

    public IReadOnlyList<DeliveryLine> Deliveries(ReportId id) => throw new NotSupportedException();

    public IReadOnlyList<Report> Undelivered(Slot slot) => _reports.Where(r => r.Slot == slot && r.State == ReportState.Confirmed).ToList();

    private Report Put(Report report)
    {
        _reports[(int)report.Id.Value - 1] = report;
        return report;
    }
}
