using NodaTime;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Papers;
using OfficerBot.Domain.Reports;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Reports;

/// <summary>The clock compiles the weekly report on the last working day and sends the draft, with its files, to the liaison.</summary>
/// <param name="press">Prints the paper.</param>
public sealed class WeeklyDraft(IPaperPress press)
{
    /// <summary>Compiles the draft of a weekly slot. Each liaison gets it once, however often this runs.</summary>
    public IReadOnlyList<Outgoing> Compile(ILedger ledger, Occurrences occurrences, Slot slot, Instant now)
    {
        return new WeeklyDesk(ledger, occurrences).Compile(slot, now) switch
        {
            WeeklyDeskResult.Drafted drafted => Messages(ledger, slot, drafted.Report, now),
            WeeklyDeskResult.Unreconciled wrong =>
                [.. Liaisons(ledger).Select(l => new Outgoing(new Route.One(l.Id), ReportAnswers.Unreconciled(wrong.Mismatches), $"weekly-wrong:{slot.AtText}:{l.Id.Value}"))],
            _ => [],
        };
    }

    private List<Outgoing> Messages(ILedger ledger, Slot slot, WeeklyReport report, Instant now)
    {
        var printed = press.Print(WeeklyPaper.Of(report, ledger.Notice, now), now);
        var (text, files) = (ReportAnswers.TextOf(printed), ReportAnswers.FilesOf(printed));
        var figures = WeeklyTalk.Figures(ledger.Notice, report);
        return
        [
            .. Liaisons(ledger).SelectMany(l => new[]
            {
                new Outgoing(new Route.One(l.Id), text, $"weekly-text:{slot.AtText}:{l.Id.Value}", Files: files),
                new Outgoing(new Route.One(l.Id), figures, $"weekly:{slot.AtText}:{l.Id.Value}"),
            }),
        ];
    }

    private static IEnumerable<Person> Liaisons(ILedger ledger) => ledger.Roster.Holding(Roles.Liaison);
}
