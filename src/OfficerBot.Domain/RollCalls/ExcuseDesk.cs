using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.RollCalls;

/// <summary>What became of an excuse (免报).</summary>
public abstract record ExcuseResult
{
    private ExcuseResult()
    {
    }

    /// <summary>Excused.</summary>
    /// <param name="Open">Occurrences it does not owe any more.</param>
    /// <param name="Corrected">Closed ones whose standing is 免报 now.</param>
    public sealed record Excused(IReadOnlyList<Occurrence> Open, IReadOnlyList<Occurrence> Corrected) : ExcuseResult;

    /// <summary>Refused: only the liaison or a leader excuses.</summary>
    public sealed record NotAllowed : ExcuseResult;

    /// <summary>Refused: an excuse needs a reason.</summary>
    public sealed record ReasonMissing : ExcuseResult;

    /// <summary>Refused: the unit owes nothing on these days, or nothing is due.</summary>
    public sealed record NothingOwed : ExcuseResult;

    /// <summary>All of it is in, or excused, already.</summary>
    public sealed record NothingToExcuse : ExcuseResult;
}

/// <summary>Excuses a unit from a duty on days, ahead or afterwards; by the liaison or a leader, with a reason.</summary>
public static class ExcuseDesk
{
    /// <summary>Excuses a unit from the occurrences of a duty on days, both inclusive.</summary>
    public static ExcuseResult Excuse(
        ILedger ledger, Occurrences occurrences, Duty duty, UnitId unit, (LocalDate First, LocalDate Last) days, Person by, string? reason, Instant now)
    {
        if (!by.KeepsBooks)
        {
            return new ExcuseResult.NotAllowed();
        }

        var owed = Owing.Owes(duty, ledger.Roster, unit) ? occurrences.OnDays(duty, days.First, days.Last) : [];
        return 0 switch
        {
            _ when owed.Count == 0 => new ExcuseResult.NothingOwed(),
            _ when !owed.Any(o => IsLacking(ledger, o.Slot, unit)) => new ExcuseResult.NothingToExcuse(), // nobody is asked why for nothing
            _ when string.IsNullOrWhiteSpace(reason) => new ExcuseResult.ReasonMissing(),
            _ => Excuse(ledger, owed, unit, by, reason.Trim(), now),
        };
    }

    /// <summary>Takes back the excuses of a unit on days, as far as they are open; gives the occurrences it owes again.</summary>
    /// <returns>Null when <paramref name="by"/> may not.</returns>
    public static IReadOnlyList<Occurrence>? Revoke(
        ILedger ledger, Occurrences occurrences, Duty duty, UnitId unit, (LocalDate First, LocalDate Last) days, Person by, Instant now)
    {
        if (!by.KeepsBooks)
        {
            return null;
        }

        var open = occurrences.OnDays(duty, days.First, days.Last).Where(o => ledger.Filings.StandingsOf(o.Slot).Count == 0);
        return open.Where(o => VoidExcuses(ledger, o.Slot, unit, by, now)).ToList();
    }

    private static bool IsLacking(ILedger ledger, Slot slot, UnitId unit) => ledger.Filings.StandingsOf(slot) is { Count: > 0 } closed
        ? closed.Any(s => s.Unit == unit && s.Kind == StandingKind.Missed) // a unit's late report stays
        : ledger.Filings.Of(slot, unit).Count == 0;

    private static ExcuseResult Excuse(ILedger ledger, IReadOnlyList<Occurrence> owed, UnitId unit, Person by, string reason, Instant now)
    {
        var open = new List<Occurrence>();
        var corrected = new List<Occurrence>();
        foreach (var occurrence in owed)
        {
            if (ledger.Filings.StandingsOf(occurrence.Slot).Count > 0)
            {
                AddIf(corrected, occurrence, CorrectMissed(ledger, occurrence.Slot, unit, by, reason, now));
            }
            else
            {
                AddIf(open, occurrence, FileExcuse(ledger, occurrence.Slot, unit, by, reason, now));
            }
        }

        return open.Count + corrected.Count == 0 ? new ExcuseResult.NothingToExcuse() : new ExcuseResult.Excused(open, corrected);
    }

    private static bool FileExcuse(ILedger ledger, Slot slot, UnitId unit, Person by, string reason, Instant now)
    {
        if (ledger.Filings.Of(slot, unit).Count > 0)
        {
            return false;
        }

        ledger.Filings.Add(new Filing(0, slot, unit, FilingKind.Excuse, by.Id, now, now, null, null, reason));
        return true;
    }

    // Only what was missed: who reported late keeps his report.
    private static bool CorrectMissed(ILedger ledger, Slot slot, UnitId unit, Person by, string reason, Instant now) =>
        ledger.Filings.StandingOf(slot, unit) is { Kind: StandingKind.Missed }
        && CorrectionDesk.Correct(ledger, by, slot, unit, (StandingKind.Excused, 0), reason, now) is CorrectionResult.Corrected;

    private static bool VoidExcuses(ILedger ledger, Slot slot, UnitId unit, Person by, Instant now)
    {
        var excuses = ledger.Filings.Of(slot, unit).Where(f => f.Kind == FilingKind.Excuse).ToList();
        excuses.ForEach(e => ledger.Filings.Void(e.Id, by.Id, now, "revoked"));
        return excuses.Count > 0;
    }

    private static void AddIf(List<Occurrence> list, Occurrence occurrence, bool done)
    {
        if (done)
        {
            list.Add(occurrence);
        }
    }
}
