using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Storage.Rows;

/// <summary>Something to be done later: one rung of one duty's ladder at one slot.</summary>
/// <param name="Rung">Id of the rung inside its duty.</param>
/// <param name="At">Office time.</param>
/// <param name="NoticeRevision">The revision it was computed from.</param>
public sealed record DueRow(GroupId Group, Slot Slot, string Rung, Instant At, int NoticeRevision);

/// <summary>What became of a due row.</summary>
/// <param name="DoneAt">Null while it is open.</param>
/// <param name="Outcome">A fixed word of whoever closed it, for example <c>sent</c>, <c>nobody-owes</c>, <c>too-late</c>.</param>
public sealed record DueFate(DueRow Row, Instant? DoneAt, string? Outcome);
