using NodaTime;

namespace OfficerBot.Domain.Duties;

/// <summary>Hours in which nobody is nudged (20:00–08:00 in 沅江); they may pass midnight.</summary>
/// <param name="From">First quiet moment.</param>
/// <param name="Until">First moment that is not quiet any more; equal to <paramref name="From"/> means no quiet hours.</param>
public readonly record struct QuietHours(LocalTime From, LocalTime Until)
{
    /// <summary>True inside the quiet hours.</summary>
    public bool Contains(LocalTime time) => From <= Until ? time >= From && time < Until : time >= From || time < Until;
}
