using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Leads;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Reminders;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Papers;
using OfficerBot.Domain.Reports;
using OfficerBot.Domain.Roster;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.Reports;

/// <summary>Words what the report desk decided.</summary>
internal static class ReportAnswers
{
    /// <summary>Characters of a paper said in chat; the rest is in the file.</summary>
    public const int MostText = 1_500;

    public static ReportDesk Desk(Turn turn, WorkingCalendar calendar) => new(turn.Ledger, Occurrences.Under(turn.Notice, calendar));

    /// <summary>Shows a draft: its text with the file, then its figures with buttons; 确认 then means this one.</summary>
    public static void Show(Turn turn, ReportResult.Drafted drafted, IPaperPress press)
    {
        var printed = press.Print(SituationPaper.Of(drafted.Report, turn.Notice), turn.Now);
        turn.AnswerPrivately(TextOf(printed), FilesOf(printed));
        turn.AnswerPrivately(Figures(drafted));
        Expect(turn, StateOf(drafted));
    }

    /// <summary>The text of a paper, cut at the end of a line when it is long.</summary>
    public static ReportText TextOf(PrintedPaper printed)
    {
        if (printed.Text.Length <= MostText)
        {
            return new(printed.Text, null);
        }

        var end = printed.Text.LastIndexOf('\n', MostText);
        return new(printed.Text[..(end > 0 ? end : MostText)], new ReportCut());
    }

    public static ReplyFile[] FilesOf(PrintedPaper printed) => [.. printed.Files.Select(f => new ReplyFile(f.Name, f.ContentType, f.Bytes))];

    /// <summary>Waits for the speaker where the answer went: in private if he was answered there.</summary>
    public static void Expect(Turn turn, DialogState state)
    {
        if (turn.InGroup && turn.Ledger.People.ReachableChat(turn.Speaker!.Id) is { } chat)
        {
            turn.PendingElsewhere = (chat, state);
        }
        else
        {
            turn.Pending = state;
        }
    }

    public static ReportShown StateOf(ReportResult.Drafted drafted) =>
        new(drafted.Row.Id.Value, drafted.Report.Unit.Id.Value, drafted.Report.Totals.Leads);

    /// <summary>The report by its name, with its issue.</summary>
    public static Reply NameOf(ILedger ledger, Report report, NodaTime.Instant now)
    {
        var issue = IssueNumber.Of(ledger, report, now);
        return report.Unit is not { } unit ? new NameOfWeekly(issue)
            : report.Revision > 1 ? new NameOfCorrection(UnitName(ledger, unit), issue)
            : new NameOfReport(UnitName(ledger, unit), issue);
    }

    public static IReadOnlyDictionary<string, string> UnitName(ILedger ledger, UnitId unit) => ledger.Roster.Find(unit)?.Names() ?? Naming.Both("—", "—");

    public static IReadOnlyDictionary<string, string> PersonName(ILedger ledger, PersonId? person) =>
        (person is { } id ? ledger.Roster.Find(id)?.Names() : null) ?? Naming.Both("—", "—");

    /// <summary>The group's card follows what was changed.</summary>
    public static void UpdateCard(Turn turn, WorkingCalendar calendar, Slot slot)
    {
        var occurrences = Occurrences.Under(turn.Notice, calendar);
        if (turn.Notice.Find(slot.Duty) is not { } duty || occurrences.Find(duty, slot) is not { } occurrence)
        {
            return;
        }

        foreach (var update in new ReminderDesk(turn.Ledger, occurrences, turn.Now).Card(duty, occurrence))
        {
            turn.Send(update);
        }
    }

    public static Reply Refused(Turn turn, ReportResult result, UnitId unit) => result switch
    {
        ReportResult.NotYours => new NotAllowed(new AllowedUnit(LeadAnswers.UnitName(turn, unit))),
        ReportResult.DoesNotOwe => new OwesNoReport(LeadAnswers.UnitName(turn, unit), ReportTarget.OwingNames(turn)),
        ReportResult.NothingDue => new NoReportDue(),
        ReportResult.AlreadyConfirmed r => ConfirmedBefore(turn, r.Row),
        ReportResult.NothingToCorrect r => new NothingToCorrect(LeadAnswers.UnitName(turn, unit), r.Occurrence.Day, r.Occurrence.Due.TimeOfDay),
        ReportResult.NotInPeriod r => new NotInReport(r.Number.ToString(), turn.Notice.Local(r.From)),
        ReportResult.AlreadyIn r => new ReportAlreadyIn(
            LeadAnswers.UnitName(turn, unit), turn.Notice.Local(r.Existing.At), PersonName(turn.Ledger, r.Existing.By),
            r.Existing.Kind == FilingKind.Tick ? new InByTick() : new InByReport()),
        ReportResult.Unreconciled r => Unreconciled(r.Mismatches),
        _ => throw new NotSupportedException($"No words for {result.GetType().Name}."),
    };

    public static ReportConfirmedBefore ConfirmedBefore(Turn turn, Report row) => new(
        NameOf(turn.Ledger, row, turn.Now), turn.Notice.Local(row.ConfirmedAt ?? turn.Now), PersonName(turn.Ledger, row.ConfirmedBy));

    public static ReportUnreconciled Unreconciled(IReadOnlyList<Mismatch> mismatches) =>
        new([.. mismatches.Select(m => new SumMismatch(m.What, m.Expected, m.Found))]);

    private static ReportDraftShown Figures(ReportResult.Drafted drafted)
    {
        var report = drafted.Report;
        return new(
            report.Unit.Names(), report.Occurrence.Day, report.Occurrence.Due.TimeOfDay, report.Issue, report.Totals.Leads, report.Totals.Pictures,
            report.Left.Count > 0 ? new ReportLeft([.. report.Left.Select(n => n.ToString())]) : null,
            report.Revision > 1 ? new IsCorrection() : null);
    }
}
