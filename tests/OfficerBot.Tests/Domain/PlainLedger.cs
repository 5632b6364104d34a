using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Notices;
using OfficerBot.Domain.People;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Tests.Domain;

/// <summary>Books in lists, for tables of decisions that read what they wrote. Stores are judged elsewhere.</summary>
internal sealed class PlainLedger : ILedger, ILeadRows, IFilingRows
{
    private readonly List<(Lead Lead, NewLead Source)> _leads = [];
    private readonly List<(LeadId Lead, Picture Picture)> _pictures = [];
    private readonly List<Filing> _filings = [];
    private readonly List<Standing> _standings = [];
    private readonly List<LeadVersion> _versions = [];
    private readonly HashSet<long> _void = [];

    public Notice Notice { get; init; } = Yuanjiang.Notice;

    public RosterBook Roster => Yuanjiang.Roster;

    public ILeadRows Leads => this;

    public IFilingRows Filings => this;

    public IReportRows Reports => ReportRows;

    public PlainReports ReportRows { get; } = new();

    public IRosterRows RosterChanges => throw new NotSupportedException();

    public IPeopleRows People => throw new NotSupportedException();

    public void Audit(PersonId? who, string what, string about, Instant at) => throw new NotSupportedException();

    public Lead Add(NewLead lead)
    {
        var sequence = _leads.Count(l => l.Lead.Number.Day == lead.FiledOn) + 1;
        _leads.Add((new(
            new(_leads.Count + 1), new(lead.FiledOn, sequence), lead.Unit, lead.Officer, lead.FiledBy, lead.ForDay, lead.FiledAt, lead.Title, lead.Text,
            lead.Category, 1, LeadStatus.Filed, 0), lead));
        _versions.Add(new(_leads[^1].Lead.Id, 1, lead.Unit, lead.Title, lead.Text, lead.Category, LeadStatus.Filed, lead.FiledBy, lead.FiledAt));
        return _leads[^1].Lead;
    }

    public Lead Amend(Lead amended, PersonId by, Instant at)
    {
        var index = (int)amended.Id.Value - 1;
        _leads[index] = (amended with { Version = _leads[index].Lead.Version + 1 }, _leads[index].Source);
        _versions.Add(new(amended.Id, amended.Version + 1, amended.Unit, amended.Title, amended.Text, amended.Category, amended.Status, by, at));
        return _leads[index].Lead;
    }

    public Lead? Find(LeadNumber number) => All.FirstOrDefault(l => l.Number == number);

    public Lead Get(LeadId id) => All.Single(l => l.Id == id);

    public IReadOnlyList<Lead> Find(LeadQuery query) => All.Where(l => Matches(l, query)).OrderBy(l => (l.Number.Day, l.Number.Sequence)).ToList();

    public int Count(LeadQuery query) => Find(query).Count;

    public IReadOnlyDictionary<UnitId, int> CountByUnit(LeadQuery query) => Find(query).CountBy(l => l.Unit).ToDictionary();

    public IReadOnlyList<Lead> OfMessage(ChatId chat, string message) =>
        _leads.Where(l => l.Source.SourceChat == chat.Value && l.Source.SourceMessage == message).Select(l => l.Lead).ToList();

    public LeadSource SourceOf(LeadId id) =>
        _leads.Where(l => l.Lead.Id == id).Select(l => new LeadSource(new(l.Source.SourceChat), l.Source.SourceMessage, l.Source.Item)).Single();

    public Lead? WithSameText(UnitId unit, LocalDate forDay, string text) =>
        All.FirstOrDefault(l => l.Status == LeadStatus.Filed && l.Unit == unit && l.ForDay == forDay && l.Text == text);

    public Lead? NewestBy(PersonId filedBy, Instant since) =>
        All.LastOrDefault(l => l.Status == LeadStatus.Filed && l.FiledBy == filedBy && l.FiledAt >= since);

    public Lead? NewestWithdrawnBy(PersonId by, Instant since) => throw new NotSupportedException();

    public IReadOnlyList<LeadVersion> Versions(LeadId id) => [.. _versions.Where(v => v.Lead == id)];

    public void AddPicture(LeadId lead, Picture picture, PersonId by, Instant at)
    {
        _pictures.Add((lead, picture));
        var index = (int)lead.Value - 1;
        _leads[index] = (_leads[index].Lead with { Pictures = Pictures(lead).Count }, _leads[index].Source);
    }

    public IReadOnlyList<Picture> Pictures(LeadId lead) => _pictures.Where(p => p.Lead == lead).Select(p => p.Picture).ToList();

    public Filing Add(Filing filing)
    {
        _filings.Add(filing with { Id = _filings.Count + 1 });
        return _filings[^1];
    }

    public void Void(long filing, PersonId? by, Instant at, string reason) => _void.Add(filing);

    public IReadOnlyList<Filing> Of(Slot slot) => InForce.Where(f => f.Slot == slot).ToList();

    public IReadOnlyList<Filing> Of(Slot slot, UnitId unit) => Of(slot).Where(f => f.Unit == unit).ToList();

    public void MadeBy(long filing, ChatId chat, string message) => throw new NotSupportedException();

    IReadOnlyList<Filing> IFilingRows.OfMessage(ChatId chat, string message) => throw new NotSupportedException();

    public IReadOnlyList<Filing> TakenBack(ChatId chat, string message, string reason) => throw new NotSupportedException();

    public IReadOnlyList<Filing> OfLead(LeadId lead) => InForce.Where(f => f.Lead == lead).ToList();

    public FiledKinds KindsAt(Slot slot, UnitId unit) => KindsAt(slot).GetValueOrDefault(unit);

    public IReadOnlyDictionary<UnitId, FiledKinds> KindsAt(Slot slot) =>
        Of(slot).GroupBy(f => f.Unit).ToDictionary(g => g.Key, g => g.Aggregate(FiledKinds.None, (all, f) => all | (FiledKinds)(1 << (int)f.Kind)));

    public IReadOnlyList<Standing> StandingsOf(Slot slot) => _standings.Where(s => s.Slot == slot).GroupBy(s => s.Unit).Select(g => g.Last()).ToList();

    public Standing? StandingOf(Slot slot, UnitId unit) => _standings.LastOrDefault(s => s.Slot == slot && s.Unit == unit);

    public IReadOnlyList<Standing> Standings(DutyId duty, LocalDateTime from, LocalDateTime to) =>
        _standings.Where(s => s.Slot.Duty == duty && s.Slot.At >= from && s.Slot.At < to).GroupBy(s => (s.Slot, s.Unit)).Select(g => g.Last()).ToList();

    public Standing Add(Standing standing)
    {
        _standings.Add(standing with { Id = _standings.Count + 1 });
        return _standings[^1];
    }

    private IEnumerable<Lead> All => _leads.Select(l => l.Lead);

    private IEnumerable<Filing> InForce => _filings.Where(f => !_void.Contains(f.Id)).OrderBy(f => f.At);

    private static bool Matches(Lead lead, LeadQuery query) =>
        (query.WithWithdrawn || lead.Status == LeadStatus.Filed)
        && !(lead.ForDay < query.ForDayFrom) && !(lead.ForDay > query.ForDayTo)
        && !(lead.FiledAt < query.FiledFrom) && !(lead.FiledAt >= query.FiledBefore)
        && (query.Units is null || query.Units.Contains(lead.Unit)) && !query.Except.Contains(lead.Unit)
        && (query.Category is null || query.Category == lead.Category);
}
