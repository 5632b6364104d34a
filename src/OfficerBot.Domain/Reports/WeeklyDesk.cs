using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.Reports;

/// <summary>What became of something asked about the weekly report.</summary>
public abstract record WeeklyDeskResult
{
    private WeeklyDeskResult()
    {
    }

    /// <summary>The draft as it stands now.</summary>
    public sealed record Drafted(Report Row, WeeklyReport Report) : WeeklyDeskResult;

    /// <summary>May be confirmed: render it, then call <see cref="IReportRows.Confirm"/> with these leads in the same turn.</summary>
    public sealed record Ready(Report Row, WeeklyReport Report, IReadOnlyList<LeadId> Leads, string MessageIdLeft) : WeeklyDeskResult;

    /// <summary>Refused: the weekly report is the liaison's.</summary>
    public sealed record NotYours : WeeklyDeskResult;

    /// <summary>Refused: none has been compiled yet.</summary>
    public sealed record NotCompiled : WeeklyDeskResult;

    /// <summary>Refused: confirmed already; ask for a 更正版.</summary>
    public sealed record AlreadyConfirmed(Report Row) : WeeklyDeskResult;

    /// <summary>Refused: the sums do not agree.</summary>
    public sealed record Unreconciled(IReadOnlyList<Mismatch> Mismatches) : WeeklyDeskResult;
}

/// <summary>The weekly report in the books of one turn: compiled by the clock on the last working day, confirmed by the liaison.</summary>
public sealed class WeeklyDesk
{
    private readonly ILedger _ledger;
    private readonly Occurrences _occurrences;

    /// <summary>A desk over the books of one turn.</summary>
    public WeeklyDesk(ILedger ledger, Occurrences occurrences)
    {
        _ledger = ledger;
        _occurrences = occurrences;
    }

    /// <summary>Compiles the draft of a weekly slot (the slot of its due row, see <see cref="Ladder.WeeklySlot"/>); twice gives the same one.</summary>
    public WeeklyDeskResult Compile(Slot slot, Instant now) => Compose(_ledger.Reports.Newest(slot, null) ?? Open(slot, 1, now), now);

    /// <summary>The weekly report compiled last: the draft, or that it is confirmed.</summary>
    public WeeklyDeskResult Show(Person by, Instant now) => by.KeepsBooks ? OnLatest(now, row => Compose(row, now)) : new WeeklyDeskResult.NotYours();

    /// <summary>Whether the liaison may confirm it now, with all that is to be frozen.</summary>
    public WeeklyDeskResult AskConfirm(Person by, Instant now) =>
        ReportRights.MayConfirmWeekly(by) ? OnLatest(now, row => Freeze(row, now)) : new WeeklyDeskResult.NotYours();

    /// <summary>Opens a 更正版 of the weekly report compiled last, which must have been confirmed.</summary>
    public WeeklyDeskResult Correct(Person by, Instant now)
    {
        if (!ReportRights.MayConfirmWeekly(by))
        {
            return new WeeklyDeskResult.NotYours();
        }

        return Latest(now) is not { } row ? new WeeklyDeskResult.NotCompiled()
            : Compose(row.State == ReportState.Draft ? row : Open(row.Slot, row.Revision + 1, now), now);
    }

    private WeeklyDeskResult OnLatest(Instant now, Func<Report, WeeklyDeskResult> work) => Latest(now) switch
    {
        null => new WeeklyDeskResult.NotCompiled(),
        { State: ReportState.Draft } draft => work(draft),
        { } confirmed => new WeeklyDeskResult.AlreadyConfirmed(confirmed),
    };

    private WeeklyDeskResult Compose(Report row, Instant now) => WeeklyComposer.Compose(WeeklyFacts.Gather(_ledger, _occurrences, row, now)) switch
    {
        WeeklyResult.Composed composed => new WeeklyDeskResult.Drafted(row, composed.Report),
        WeeklyResult.Unreconciled wrong => new WeeklyDeskResult.Unreconciled(wrong.Mismatches),
        _ => throw new NotSupportedException("A report is composed or refused."),
    };

    private WeeklyDeskResult Freeze(Report row, Instant now)
    {
        var leads = WeeklyFacts.Gather(_ledger, _occurrences, row, now).Leads.Select(l => l.Id).ToList();
        return Compose(row, now) switch
        {
            WeeklyDeskResult.Drafted drafted => new WeeklyDeskResult.Ready(row, drafted.Report, leads, ReportNames.MessageIdLeft(row)),
            var refused => refused,
        };
    }

    // The newest slot that was compiled, looking back over the weeks from today.
    private Report? Latest(Instant now)
    {
        var rows = new Ladder(_occurrences).Within(now - Duration.FromDays(28), now).Where(r => r.Slot.Duty == Ladder.Weekly);
        return rows.Reverse().Select(r => _ledger.Reports.Newest(r.Slot, null)).FirstOrDefault(r => r is not null);
    }

    private Report Open(Slot slot, int revision, Instant now) =>
        _ledger.Reports.Open(ReportKind.Weekly, null, slot, revision, WeeklyPeriod.From(_occurrences, slot), now);
}
