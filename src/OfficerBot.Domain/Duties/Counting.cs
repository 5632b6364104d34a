using OfficerBot.Domain.Ledger;

namespace OfficerBot.Domain.Duties;

/// <summary>Which filings discharge which duty.</summary>
public static class Counting
{
    /// <summary>True when something counts: for a lead duty a lead, for a report duty an accepted report or a tick. A zero report is asked for apart.</summary>
    public static bool IsIn(Duty duty, FiledKinds kinds) => (kinds & Counted(duty.Evidence)) != 0;

    /// <summary>True when the unit said "nothing today"; only a lead duty knows that, a report with nothing to say is still a report (000-01).</summary>
    public static bool IsZero(Duty duty, FiledKinds kinds) => duty.Evidence == Evidence.Lead && !IsIn(duty, kinds) && kinds.HasFlag(FiledKinds.Zero);

    /// <summary>True when the unit was excused and nothing came in nevertheless.</summary>
    public static bool IsExcused(Duty duty, FiledKinds kinds) => kinds.HasFlag(FiledKinds.Excuse) && !IsIn(duty, kinds) && !IsZero(duty, kinds);

    private static FiledKinds Counted(Evidence evidence) => evidence switch
    {
        Evidence.Lead => FiledKinds.Lead,
        Evidence.Report => FiledKinds.Report | FiledKinds.Tick,
        _ => throw new NotSupportedException($"No such evidence: {evidence}."),
    };
}
