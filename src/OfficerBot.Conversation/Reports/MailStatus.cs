using NodaTime;
using OfficerBot.Conversation.Leads;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Reports;
using OfficerBot.Domain.Roster;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.Reports;

/// <summary>发了没: where the mail of a unit's report stands, in the server's own words.</summary>
/// <param name="calendar">Working days.</param>
public sealed class MailStatus(WorkingCalendar calendar) : IDialog
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["mail_status"];

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        var said = turn.Understood.Slots.Units;
        if (said.FirstOrDefault(u => u.Candidates.Count != 1) is { } unclear)
        {
            turn.Answer(UnitAnswers.Unclear(unclear, turn.Roster));
            return;
        }

        var units = Asked(turn, [.. said.Select(u => u.Candidates[0])]);
        var lines = units.Select(u => Of(turn, u)).ToList();
        if (said.Count == 0 && turn.Speaker!.KeepsBooks && Weekly(turn) is { } weekly)
        {
            lines.Add(weekly);
        }

        turn.Answer(lines.Count == 1 ? lines[0] : new MailStatuses(lines));
    }

    // The liaison and leaders ask for all who owe.
    private static IReadOnlyList<UnitId> Asked(Turn turn, IReadOnlyList<UnitId> said) => 0 switch
    {
        _ when said.Count > 0 => said,
        _ when turn.Speaker!.KeepsBooks && turn.Notice.ReportDuty is { } duty =>
            [.. Owing.Units(duty, turn.Roster).Select(u => u.Id)],
        _ => [turn.Speaker!.Unit],
    };

    private Reply Of(Turn turn, UnitId unit)
    {
        if (!ReportRights.MayRead(turn.Speaker!, unit))
        {
            return ReportAnswers.Refused(turn, new ReportResult.NotYours(), unit);
        }

        if (!ReportTarget.Owes(turn, unit))
        {
            return ReportAnswers.Refused(turn, new ReportResult.DoesNotOwe(), unit);
        }

        return OfToday(turn, unit)
            ?? (ReportPeriod.Confirmed(turn.Ledger, unit, turn.Now).FirstOrDefault() is { } last ? OfReport(turn, last) : new NoReportDue());
    }

    // What is due today and not confirmed comes first: an answer about Monday's would mislead.
    private Reply? OfToday(Turn turn, UnitId unit)
    {
        var occurrences = Occurrences.Under(turn.Notice, calendar);
        var duty = turn.Notice.ReportDuty!; // owes, so there is one
        var meant = occurrences.OnDay(duty, turn.Local.Date) ?? occurrences.NextAfter(duty, turn.Now);
        if (meant is null)
        {
            return null;
        }

        if (turn.Ledger.Filings.Of(meant.Slot, unit).FirstOrDefault(f => f.Kind == FilingKind.Tick) is { } tick)
        {
            return new MailTicked(LeadAnswers.UnitName(turn, unit), ReportAnswers.PersonName(turn.Ledger, tick.By), turn.Notice.Local(tick.At));
        }

        var hasLast = ReportPeriod.Confirmed(turn.Ledger, unit, turn.Now).Any();
        var isConfirmed = ReportPeriod.NewestConfirmed(turn.Ledger, unit, meant.Slot, turn.Now) is not null;
        return isConfirmed || (hasLast && meant.Day != turn.Local.Date)
            ? null
            : new MailNotConfirmed(LeadAnswers.UnitName(turn, unit), meant.Day, meant.Due.TimeOfDay);
    }

    private static Reply? Weekly(Turn turn) =>
        ReportPeriod.Confirmed(turn.Ledger, null, turn.Now).FirstOrDefault() is { ConfirmedAt: { } at } last && turn.Now - at < Duration.FromDays(7)
            ? OfReport(turn, last)
            : null;

    private static Reply OfReport(Turn turn, Report report)
    {
        var what = ReportAnswers.NameOf(turn.Ledger, report, turn.Now);
        var confirmed = turn.Notice.Local(report.ConfirmedAt ?? turn.Now);
        var lines = turn.Ledger.Reports.Deliveries(report.Id);
        if (report is { AcceptedAt: { } accepted, AcceptedWords: { } words })
        {
            var twice = lines.Any(l => l.State == "ambiguous") ? new MayBeTwice() : null;
            return new MailAccepted(what, confirmed, ReportAnswers.PersonName(turn.Ledger, report.ConfirmedBy), turn.Notice.Local(accepted), words, twice);
        }

        var last = lines.Count > 0 ? lines[^1] : null;
        var at = turn.Notice.Local(last?.At ?? report.ConfirmedAt ?? turn.Now);
        var said = lines.LastOrDefault(l => l.Words.Length > 0)?.Words ?? "—";
        return last?.State switch
        {
            "sending" => new MailSending(what, confirmed),
            "waiting" => new MailWaiting(what, confirmed, last.Attempt, at, said),
            "ambiguous" => new MailUnclear(what, confirmed, at),
            "failed" => new MailFailed(what, confirmed, at, said),
            "halted" => new MailHalted(what, confirmed, at, said),
            _ => new MailQueued(what, confirmed),
        };
    }
}
