using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.RollCalls;

/// <summary>Where a unit stands in a roll call. Every owing unit has exactly one.</summary>
public enum RollCallState
{
    /// <summary>Nothing yet, or 漏报 once closed.</summary>
    Missing,

    /// <summary>In, and in time.</summary>
    In,

    /// <summary>迟报.</summary>
    Late,

    /// <summary>补报.</summary>
    MadeUp,

    /// <summary>零报.</summary>
    Zero,

    /// <summary>免报.</summary>
    Excused,
}

/// <summary>One unit of a roll call.</summary>
/// <param name="Standing">The standing in force; null while the roll call is open.</param>
public sealed record RollCallLine(Unit Unit, RollCallState State, Standing? Standing)
{
    /// <summary>Minutes for <see cref="RollCallState.Late"/>; else 0.</summary>
    public int MinutesLate => State == RollCallState.Late ? Standing?.MinutesLate ?? 0 : 0;
}
