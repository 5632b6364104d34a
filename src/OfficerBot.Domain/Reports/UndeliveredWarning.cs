using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Time;

namespace OfficerBot.Domain.Reports;

/// <summary>When unit and liaison are told that a confirmed report has not been accepted by the mail server: ten minutes after confirming, or at the
/// duty's warning time (11:50) when that comes first, and in any case by the due time.</summary>
public static class UndeliveredWarning
{
    private static readonly Duration Patience = Duration.FromMinutes(10);

    /// <summary>When to look; null for a report that was never confirmed.</summary>
    /// <param name="duty">The duty it answers; null for the weekly report, which is due at no time.</param>
    public static Instant? LookAt(Report report, Duty? duty, Occurrence? due, DateTimeZone zone)
    {
        if (report.ConfirmedAt is not { } confirmed)
        {
            return null;
        }

        var candidates = new[] { confirmed + Patience, WarningTime(duty, due, zone), DueTime(due, zone) };
        return candidates.Where(c => c > confirmed).Min();
    }

    /// <summary>True when it must be told now.</summary>
    public static bool IsDue(Report report, Duty? duty, Occurrence? due, DateTimeZone zone, Instant now) =>
        report.State == ReportState.Confirmed && LookAt(report, duty, due, zone) is { } at && now >= at;

    private static Instant? WarningTime(Duty? duty, Occurrence? due, DateTimeZone zone) =>
        due is not null && duty?.Ladder.FirstOrDefault(r => r.Act == RungAct.UndeliveredWarning)?.At is { } time
            ? LocalTimes.ToInstant(due.Day.At(time), zone)
            : null;

    private static Instant? DueTime(Occurrence? due, DateTimeZone zone) => due is null ? null : LocalTimes.ToInstant(due.Due, zone);
}
