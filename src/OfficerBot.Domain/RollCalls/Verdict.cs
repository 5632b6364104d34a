using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;

namespace OfficerBot.Domain.RollCalls;

/// <summary>What filings are worth at an occurrence, before a row is made of it.</summary>
/// <param name="MinutesLate">For 迟报, at least 1: 12:00:00 sharp is one minute late.</param>
/// <param name="Reason"><see cref="MailFailure"/>, or null.</param>
public readonly record struct Verdict(StandingKind Kind, int MinutesLate = 0, string? Reason = null)
{
    /// <summary>邮件故障: confirmed in time, accepted late.</summary>
    public const string MailFailure = "mail-failure";

    /// <summary>Judges the filings in force of one unit at one occurrence.</summary>
    /// <param name="confirmedAt">When the unit's report was confirmed; null when none was.</param>
    public static Verdict Of(DueTimes due, IEnumerable<Filing> filings, Instant? confirmedAt)
    {
        var all = filings.OrderBy(f => f.At).ToList();
        var counted = all.Find(f => Counts(due.Duty, f.Kind));
        var zero = due.Duty.Evidence == Evidence.Lead ? all.Find(f => f.Kind == FilingKind.Zero) : null;
        return 0 switch
        {
            _ when counted?.At < due.Due => new(StandingKind.OnTime),
            _ when zero?.At < due.Due => new(StandingKind.Zero),
            _ when all.Exists(f => f.Kind == FilingKind.Excuse) => new(StandingKind.Excused),
            _ when (counted ?? zero) is { } late => AfterDue(due, late, confirmedAt),
            _ => new(StandingKind.Missed),
        };
    }

    private static Verdict AfterDue(DueTimes due, Filing filing, Instant? confirmedAt)
    {
        var minutes = Math.Max(1, (int)Math.Ceiling((filing.At - due.Due).TotalMinutes));
        if (filing.Kind == FilingKind.Report && confirmedAt < due.Due)
        {
            return new(StandingKind.Late, minutes, MailFailure);
        }

        return filing.At < due.LateUntil ? new(StandingKind.Late, minutes) : new(StandingKind.MadeUp);
    }

    private static bool Counts(Duty duty, FilingKind kind) =>
        duty.Evidence == Evidence.Lead ? kind == FilingKind.Lead : kind is FilingKind.Report or FilingKind.Tick;
}
