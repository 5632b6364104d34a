using NodaTime;
using OfficerBot.Domain.Notices;

namespace OfficerBot.Domain.Duties;

/// <summary>What to do with a due row when it is claimed, possibly long after its instant.</summary>
public enum RowVerdict
{
    /// <summary>Not due yet.</summary>
    Wait,

    /// <summary>Do it.</summary>
    Do,

    /// <summary>Too late to be useful: record it, and count it in the liaison's one line on what was caught up.</summary>
    TooLate,

    /// <summary>Inside quiet hours: record it only.</summary>
    Quiet,

    /// <summary>A later message of the same slot is due too and says more: record this one only.</summary>
    Overtaken,
}

/// <summary>
/// What an outage leaves to do. Closings and reports are always made up, because facts rest on them; messages only while they are still useful, and
/// of several missed nudges of one slot only the last one.
/// </summary>
public static class CatchUp
{
    /// <summary>The verdict on each row, in the rows' order.</summary>
    /// <param name="rows">All rows claimed together.</param>
    public static IReadOnlyList<(DueRow Row, RowVerdict Verdict)> Judge(IReadOnlyList<DueRow> rows, Occurrences occurrences, Instant now) =>
        rows.Select(r => (r, Judge(r, rows, occurrences, now))).ToList();

    /// <summary>The verdict on one row by itself.</summary>
    public static RowVerdict Judge(DueRow row, Occurrences occurrences, Instant now) => Judge(row, [row], occurrences, now);

    private static RowVerdict Judge(DueRow row, IReadOnlyList<DueRow> rows, Occurrences occurrences, Instant now)
    {
        var notice = occurrences.Notice;
        if (RungOf(row, notice) is not { } rung)
        {
            return RowVerdict.TooLate; // the notice was revised and has no such rung any more
        }

        if (row.At > now)
        {
            return RowVerdict.Wait;
        }

        return AlwaysDone(rung.Act) ? RowVerdict.Do : JudgeMessage(row, rung, rows, occurrences, now);
    }

    private static RowVerdict JudgeMessage(DueRow row, Rung rung, IReadOnlyList<DueRow> rows, Occurrences occurrences, Instant now)
    {
        var notice = occurrences.Notice;
        if (now - row.At > rung.Grace || IsPastItsUse(row, rung, occurrences, now))
        {
            return RowVerdict.TooLate;
        }

        if (IsNudge(rung.Act) && rows.Any(o => o != row && o.Duty == row.Duty && o.Slot == row.Slot && o.At > row.At && o.At <= now && IsNudge(RungOf(o, notice)?.Act)))
        {
            return RowVerdict.Overtaken;
        }

        var quiet = new QuietHours(notice.QuietFrom, notice.QuietUntil);
        return IsPrivate(rung.Act) && quiet.Contains(notice.Local(now).TimeOfDay) ? RowVerdict.Quiet : RowVerdict.Do;
    }

    // Whatever its grace, a message that asks for something before the due time is worthless after it.
    private static bool IsPastItsUse(DueRow row, Rung rung, Occurrences occurrences, Instant now)
    {
        var beforeDue = IsNudge(rung.Act) || rung.Act == RungAct.GroupCard;
        return beforeDue && occurrences.Notice.Find(row.Duty) is { } duty && occurrences.Find(duty, row.Slot) is { } due && now >= occurrences.DueAt(due);
    }

    // A stored row may know the weekly report by its slot only, whose duty id is none of the notice's.
    private static Rung? RungOf(DueRow row, Notice notice) => row.Slot.Duty == Ladder.Weekly
        ? notice.Duties.SelectMany(d => d.Ladder).FirstOrDefault(r => r.Act == RungAct.WeeklyReport && r.Id == row.Rung)
        : notice.Find(row.Duty)?.Ladder.FirstOrDefault(r => r.Id == row.Rung);

    private static bool AlwaysDone(RungAct act) => act is RungAct.Close or RungAct.WeeklyReport;

    private static bool IsNudge(RungAct? act) => act is RungAct.DraftReady or RungAct.Nudge or RungAct.LastCall;

    private static bool IsPrivate(RungAct act) => IsNudge(act) || act == RungAct.LiaisonNote;
}
