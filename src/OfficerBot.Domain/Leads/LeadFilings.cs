using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.RollCalls;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.Leads;

/// <summary>What a lead counts for: the daily lead slot of its day (000-03, 000-04). The row is written even for a unit that owes nothing, so that it
/// counts should the unit come to owe.</summary>
internal sealed class LeadFilings
{
    private readonly ILedger _ledger;
    private readonly Occurrences _occurrences;

    public LeadFilings(ILedger ledger, Occurrences occurrences)
    {
        _ledger = ledger;
        _occurrences = occurrences;
    }

    /// <summary>The lead duty and its occurrence for a day; null when the notice has none or the day is exempt.</summary>
    public (Duty Duty, Occurrence Occurrence)? SlotOf(LocalDate day) =>
        _ledger.Notice.LeadDuty is { } duty && _occurrences.CoveringDay(duty, day) is { } occurrence ? (duty, occurrence) : null;

    /// <summary>Lets a lead count; gives the further standing row where its day is closed.</summary>
    public Standing? Count(Lead lead, PersonId by, Instant now) =>
        SlotOf(lead.ForDay) is { } due ? Add(due, new(0, due.Occurrence.Slot, lead.Unit, FilingKind.Lead, by, lead.FiledAt, now, lead.Id, null, null), now) : null;

    /// <summary>Appends a filing with what follows for a closed day.</summary>
    public Standing? Add((Duty Duty, Occurrence Occurrence) due, Filing filing, Instant now) =>
        Closing.After(_ledger, _occurrences, due.Duty, due.Occurrence, _ledger.Filings.Add(filing), now);

    /// <summary>A lead does not count any more.</summary>
    public void Uncount(LeadId lead, PersonId by, Instant now, string reason)
    {
        foreach (var filing in _ledger.Filings.OfLead(lead))
        {
            _ledger.Filings.Void(filing.Id, by, now, reason);
        }
    }

    /// <summary>A lead takes the place of the unit's zero report while the day is open; a closed day keeps its 零报.</summary>
    public bool VoidZero(LocalDate day, UnitId unit, PersonId by, Instant now)
    {
        if (SlotOf(day) is not { } due || !_ledger.Filings.KindsAt(due.Occurrence.Slot, unit).HasFlag(FiledKinds.Zero)
            || _ledger.Filings.StandingsOf(due.Occurrence.Slot).Count > 0)
        {
            return false;
        }

        var zeros = _ledger.Filings.Of(due.Occurrence.Slot, unit).Where(f => f.Kind == FilingKind.Zero).ToList();
        zeros.ForEach(z => _ledger.Filings.Void(z.Id, by, now, "lead-filed"));
        return zeros.Count > 0;
    }
}
