using NodaTime;

namespace OfficerBot.Domain.Duties;

/// <summary>One thing to be done later: a rung of a duty's ladder for one slot. Stored once per (group, duty, rung, slot); who gets what is decided when
/// it is claimed.</summary>
/// <param name="Duty">The duty whose ladder holds the rung.</param>
/// <param name="Rung">Id of the rung inside that duty.</param>
/// <param name="Slot">The slot it is about; for the weekly report its own slot, see <see cref="Ladder.WeeklySlot"/>.</param>
/// <param name="At">When it is due.</param>
public sealed record DueRow(DutyId Duty, string Rung, Slot Slot, Instant At);
