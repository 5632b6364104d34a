using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Reports;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.Leads;

/// <summary>Where a unit stands with one duty.</summary>
public enum OpenState
{
    /// <summary>It owes, and nothing came in.</summary>
    Owes,

    /// <summary>In.</summary>
    In,

    /// <summary>Said zero.</summary>
    Zero,

    /// <summary>Excused.</summary>
    Excused,

    /// <summary>Its report is confirmed; the mail server has not taken it yet.</summary>
    OnItsWay,

    /// <summary>Closed as 漏报; it can still be made up.</summary>
    Missed,
}

/// <summary>One duty of a unit, as an answer to "what do I still owe".</summary>
/// <param name="Due">When it falls, or fell, due.</param>
public sealed record OpenDuty(Duty Duty, Occurrence Occurrence, Instant Due, OpenState State);

/// <summary>Where a unit stands on one day with its leads, for the receipt.</summary>
/// <param name="Leads">Leads in force for the day.</param>
/// <param name="State">Null when the unit owes no leads.</param>
public sealed record UnitDay(LocalDate Day, int Leads, OpenState? State);

/// <summary>Answers where a unit stands.</summary>
public static class StatusOfUnit
{
    /// <summary>The unit's leads of a day.</summary>
    public static UnitDay On(ILedger ledger, Occurrences occurrences, UnitId unit, LocalDate day)
    {
        var count = ledger.Leads.Count(new LeadQuery(day, day, Units: [unit]));
        var state = ledger.Notice.LeadDuty is { } duty && Owing.Owes(duty, ledger.Roster, unit) && occurrences.CoveringDay(duty, day) is { } due
            ? StateAt(ledger, duty, due.Slot, unit)
            : (OpenState?)null;
        return new(day, count, state);
    }

    /// <summary>我还欠什么: the open occurrence of each duty the unit owes, whatever its state, and what it missed in the days before.</summary>
    /// <param name="back">How many days back missed ones are told.</param>
    public static IReadOnlyList<OpenDuty> Owed(ILedger ledger, Occurrences occurrences, UnitId unit, Instant now, int back = 7)
    {
        var owed = ledger.Notice.Duties.Where(d => Owing.Owes(d, ledger.Roster, unit)).ToList();
        var missed = owed.SelectMany(d => occurrences.DueWithin(d, now - Duration.FromDays(back), now).Select(o => Open(ledger, occurrences, d, o, unit)))
            .Where(o => o.State == OpenState.Missed);
        var open = owed.Select(d => (Duty: d, Next: occurrences.NextAfter(d, now))).Where(x => x.Next is not null)
            .Select(x => Open(ledger, occurrences, x.Duty, x.Next!, unit)); // checked by the filter
        return missed.Concat(open).OrderBy(o => o.Due).ToList();
    }

    /// <summary>What the unit owes, or owed, on the days of a range, both inclusive, and where it stands with it.</summary>
    public static IReadOnlyList<OpenDuty> Within(ILedger ledger, Occurrences occurrences, UnitId unit, LocalDate first, LocalDate last) =>
        [.. ledger.Notice.Duties.Where(d => Owing.Owes(d, ledger.Roster, unit))
            .SelectMany(d => occurrences.OnDays(d, first, last).Select(o => Open(ledger, occurrences, d, o, unit))).OrderBy(o => o.Due)];

    private static OpenDuty Open(ILedger ledger, Occurrences occurrences, Duty duty, Occurrence occurrence, UnitId unit) =>
        new(duty, occurrence, occurrences.DueAt(occurrence), StateAt(ledger, duty, occurrence.Slot, unit));

    private static OpenState StateAt(ILedger ledger, Duty duty, Slot slot, UnitId unit)
    {
        if (ledger.Filings.StandingOf(slot, unit) is { Kind: StandingKind.Missed })
        {
            return IsOnItsWay(ledger, duty, slot, unit) ? OpenState.OnItsWay : OpenState.Missed;
        }

        var kinds = ledger.Filings.Of(slot, unit).Aggregate(FiledKinds.None, (all, f) => all | (FiledKinds)(1 << (int)f.Kind));
        return 0 switch
        {
            _ when Counting.IsIn(duty, kinds) => OpenState.In,
            _ when Counting.IsZero(duty, kinds) => OpenState.Zero,
            _ when IsOnItsWay(ledger, duty, slot, unit) => OpenState.OnItsWay,
            _ when Counting.IsExcused(duty, kinds) => OpenState.Excused,
            _ => OpenState.Owes,
        };
    }

    private static bool IsOnItsWay(ILedger ledger, Duty duty, Slot slot, UnitId unit) =>
        duty.Evidence == Evidence.Report && ReportSlot.IsOnItsWay(ledger, slot, unit);
}
