using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.RollCalls;

/// <summary>A unit that was missing several times in a row. 零报, 免报 and 补报 end a row: a unit that gave one of them was not missing.</summary>
/// <param name="Since">Day of the first of them.</param>
public sealed record MissedRow(Unit Unit, int Times, LocalDate Since);

/// <summary>Who was missing several times in a row: 连续三天没报的有哪些.</summary>
/// <param name="Looked">The days of the occurrences looked at, in order; fewer than asked for when the duty has not been closed so often yet.</param>
/// <param name="Rows">In roster order.</param>
public sealed record MissedInARow(IReadOnlyList<LocalDate> Looked, IReadOnlyList<MissedRow> Rows)
{
    /// <summary>A row is counted back no further than this.</summary>
    public const int Furthest = 62;

    /// <summary>Who was missing at each of the last occurrences that were closed by a moment, with how often in a row by then.</summary>
    /// <param name="times">At least 1.</param>
    /// <param name="only">Narrows a roll call to the units asked about.</param>
    public static MissedInARow Last(ILedger ledger, Occurrences occurrences, Duty duty, int times, Instant until, Func<RollCall, RollCall> only)
    {
        // What was never closed was not judged: days before the bot kept the books are nobody's fault.
        var closed = Back(ledger, occurrences, duty, until).SkipWhile(c => !c.IsClosed).TakeWhile(c => c.IsClosed).Select(only);
        var calls = new List<RollCall>();
        foreach (var call in closed)
        {
            calls.Insert(0, call);
            if (calls.Count >= times && call.Missing.Count == 0)
            {
                break; // no row reaches further back
            }
        }

        return Last(calls, times);
    }

    /// <summary>The same from roll calls in order of time, the last ones first to be looked at.</summary>
    public static MissedInARow Last(IReadOnlyList<RollCall> calls, int times)
    {
        IReadOnlyList<LocalDate> looked = [.. calls.TakeLast(times).Select(c => c.Occurrence.Day)];
        var rows = calls.Count < times ? [] : calls[^1].Missing.Select(u => RowOf(u, calls)).Where(r => r.Times >= times).ToList();
        return new(looked, rows);
    }

    /// <summary>Who was missing so often in a row anywhere among roll calls, with the longest row.</summary>
    public static MissedInARow Within(IReadOnlyList<RollCall> calls, int times)
    {
        var rows = Enumerable.Range(1, calls.Count).SelectMany(n => Last([.. calls.Take(n)], times).Rows).ToLookup(r => r.Unit.Id);
        var order = calls.SelectMany(c => c.Lines).Select(l => l.Unit.Id).Distinct();
        return new([.. calls.Select(c => c.Occurrence.Day)], [.. order.Where(rows.Contains).Select(u => rows[u].MaxBy(r => r.Times)!)]); // a key has a row
    }

    private static IEnumerable<RollCall> Back(ILedger ledger, Occurrences occurrences, Duty duty, Instant until)
    {
        var next = occurrences.LastDue(duty, until);
        for (var count = 0; next is not null && count < Furthest; count++)
        {
            yield return RollCall.Take(ledger, duty, next);
            next = occurrences.Before(duty, next);
        }
    }

    private static MissedRow RowOf(Unit unit, IReadOnlyList<RollCall> calls)
    {
        var row = calls.Reverse().TakeWhile(c => c.Missing.Any(u => u.Id == unit.Id)).ToList();
        return new(unit, row.Count, row[^1].Occurrence.Day);
    }
}
