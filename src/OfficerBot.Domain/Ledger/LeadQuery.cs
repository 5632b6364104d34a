using NodaTime;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.Ledger;

/// <summary>Which leads. All conditions given must hold.</summary>
/// <param name="ForDayFrom">First day they count for, inclusive.</param>
/// <param name="ForDayTo">Last day they count for, inclusive.</param>
/// <param name="FiledFrom">Filed at or after.</param>
/// <param name="FiledBefore">Filed strictly before.</param>
/// <param name="Text">Contained in title or text.</param>
/// <param name="WithWithdrawn">Withdrawn ones too.</param>
public sealed record LeadQuery(
    LocalDate? ForDayFrom = null, LocalDate? ForDayTo = null, Instant? FiledFrom = null, Instant? FiledBefore = null,
    IReadOnlyCollection<UnitId>? Units = null, int? Category = null, string? Text = null, bool WithWithdrawn = false, int Limit = 10_000)
{
    /// <summary>Units left out; empty for none.</summary>
    public IReadOnlyCollection<UnitId> Except { get; init; } = [];
}
