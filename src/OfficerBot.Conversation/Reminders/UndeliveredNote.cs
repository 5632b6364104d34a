using NodaTime;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Reports;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Reminders;

/// <summary>A confirmed report that the mail server has not accepted: its unit and the liaison are told once, with the file to send by hand.</summary>
public static class UndeliveredNote
{
    /// <summary>The messages; their keys make sure that each person is told once per report, whichever clock noticed first.</summary>
    /// <param name="due">Local time by which it should be in.</param>
    public static IReadOnlyList<Outgoing> Messages(ILedger ledger, Report report, LocalTime due)
    {
        if (report is not { Unit: { } unit, ConfirmedAt: { } confirmed } || ledger.Roster.Find(unit) is not { } named)
        {
            return [];
        }

        var words = ledger.Reports.Deliveries(report.Id).LastOrDefault(d => d.Words.Length > 0)?.Words ?? "—";
        var note = new NotDelivered(named.Names(), ledger.Notice.Local(confirmed).TimeOfDay, due, words);
        ReplyFile[] files = [.. ledger.Reports.Files(report.Id).Select(f => new ReplyFile(f.Name, f.ContentType, f.Bytes))];
        var people = ledger.Roster.PeopleOf(unit).Where(p => p.ReportsForUnit).Concat(ledger.Roster.Holding(Roles.Liaison)).DistinctBy(p => p.Id);
        return [.. people.Select(p => new Outgoing(new Route.One(p.Id), note, $"undelivered:{report.Id.Value}:{p.Id.Value}", Files: files))];
    }
}
