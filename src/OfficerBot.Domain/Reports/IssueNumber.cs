using NodaTime;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Time;

namespace OfficerBot.Domain.Reports;

/// <summary>第N期: one series per kind, unit and calendar year, counted by confirmed reports; a 更正版 keeps the number of what it corrects.</summary>
public static class IssueNumber
{
    /// <summary>The number of a report: the one it has, or would get if it were confirmed now.</summary>
    public static int Of(ILedger ledger, Report report, Instant now)
    {
        var first = ReportPeriod.Confirmed(ledger, report.Unit, now).FirstOrDefault(r => r.Slot == report.Slot && r.Kind == report.Kind && r.Revision == 1);
        var year = LocalTimes.DateOf(first?.ConfirmedAt ?? now, ledger.Notice.Zone).Year;
        var confirmed = ledger.Reports.ConfirmedInYear(report.Kind, report.Unit, year);
        return first is null ? confirmed + 1 : confirmed - After(ledger, first, year, now);
    }

    private static int After(ILedger ledger, Report first, int year, Instant now) => ReportPeriod.Confirmed(ledger, first.Unit, now)
        .TakeWhile(r => r.ConfirmedAt > first.ConfirmedAt)
        .Count(r => r.Revision == 1 && r.Kind == first.Kind && LocalTimes.DateOf(r.ConfirmedAt!.Value, ledger.Notice.Zone).Year == year); // confirmed ones only
}
