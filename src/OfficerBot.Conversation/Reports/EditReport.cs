using OfficerBot.Conversation.Leads;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.Turns;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Reports;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.Reports;

/// <summary>加一段, 去掉第2条, 恢复第2条, 标题改成…, a picture for the report: changes of the draft; the leads themselves stay as they are.</summary>
/// <param name="calendar">Working days.</param>
/// <param name="restore">Takes 恢复第2条 where that lead is withdrawn, and not only left out of the draft.</param>
public sealed class EditReport(WorkingCalendar calendar, RestoreLead restore) : IDialog
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["add_paragraph", "drop_item", "restore_item", "retitle_item", "add_report_picture"];

    /// <inheritdoc/>
    public bool Owns(DialogState state) => state is ReportShown or WeeklyDraftShown;

    /// <inheritdoc/>
    public bool Takes(Turn turn) => Intents.Contains(turn.Understood.Intent) || (turn.Pending is ReportShown && BringsPictures(turn));

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        if (turn.Understood.Intent == "restore_item" && RestoreLead.IsMeant(turn, NumbersInDraft.Of(turn, calendar)))
        {
            restore.Run(turn);
            return;
        }

        // What is meant for the weekly report may not end up in a unit's own.
        if (turn.Understood.Slots.Kind == "weekly" || turn.Pending is WeeklyDraftShown)
        {
            turn.Answer(new WeeklyIsCompiled());
            return;
        }

        if (ReportTarget.Of(turn) is not { } target)
        {
            return;
        }

        var desk = ReportAnswers.Desk(turn, calendar);
        if (desk.Draft(target.Unit, turn.Speaker!, turn.Now, target.Asked) is not ReportResult.Drafted draft)
        {
            turn.Answer(ReportAnswers.Refused(turn, desk.Draft(target.Unit, turn.Speaker!, turn.Now, target.Asked), target.Unit));
            return;
        }

        var (edits, refusal) = Edits(turn, draft.Report);
        if (refusal is not null)
        {
            turn.Answer(refusal);
            return;
        }

        ReportResult result = draft;
        foreach (var edit in edits.TakeWhile(_ => result is ReportResult.Drafted))
        {
            result = desk.Edit(target.Unit, edit, turn.Speaker!, turn.Now, draft.Row.Id);
        }

        Answer(turn, target, result, edits, draft.Report);
    }

    // A picture alone, or with words that are no request of their own, while a draft is being worked on.
    private static bool BringsPictures(Turn turn) => turn.Said is Said.Words { Pictures.Count: > 0 } && turn.Understood is
        { Intent: "none" or "picture_received" } or { Intent: "attach_media", Slots.Leads.Count: 0 };

    private static void Answer(Turn turn, ReportTarget target, ReportResult result, IReadOnlyList<ReportEdit> edits, SituationReport before)
    {
        if (result is not ReportResult.Drafted drafted)
        {
            turn.Answer(ReportAnswers.Refused(turn, result, target.Unit));
            return;
        }

        var report = drafted.Report;
        turn.AnswerPrivately(new ReportEdited(
            report.Unit.Names(), Done(edits, before), report.Totals.Leads, report.Totals.Pictures, report.Paragraphs.Count));
        ReportAnswers.Expect(turn, ReportAnswers.StateOf(drafted));
    }

    private static (IReadOnlyList<ReportEdit> Edits, Reply? Refusal) Edits(Turn turn, SituationReport report)
    {
        IReadOnlyList<ReportEdit> pictures = turn.Said is Said.Words words ? [.. words.Pictures.Select(p => new ReportEdit.AddPicture(p))] : [];
        var text = turn.Understood.Slots.Text?.Trim() ?? "";
        return turn.Understood.Intent switch
        {
            "add_paragraph" when text.Length > 0 => ([new ReportEdit.Paragraph(Sentence(text)), .. pictures], null),
            "drop_item" => Numbered(turn, report, n => new ReportEdit.Drop(n)),
            "restore_item" => Numbered(turn, report, n => new ReportEdit.Restore(n)),
            "retitle_item" when text.Length > 0 && turn.Understood.Slots.Leads.Count == 0 => ([new ReportEdit.Heading(text)], null),
            "retitle_item" when text.Length > 0 => Numbered(turn, report, n => new ReportEdit.Retitle(n, text)),
            not ("add_paragraph" or "retitle_item") when pictures.Count > 0 => (pictures, null),
            _ => ([], new ReportChangeWhat()),
        };
    }

    private static (IReadOnlyList<ReportEdit> Edits, Reply? Refusal) Numbered(Turn turn, SituationReport report, Func<LeadNumber, ReportEdit> edit)
    {
        var known = report.Items.Select(i => i.Number).Concat(report.Left).ToList();
        var said = turn.Understood.Slots.Leads;
        if (said.Count == 0)
        {
            return ([], new WhichItem([.. known.Select(n => n.ToString())]));
        }

        var found = said.Select(s => (Said: s, Number: Meant(turn, s, known) ?? Placed(s, report))).ToList();
        return found.FirstOrDefault(f => f.Number is null) is { Said: { } unknown }
            ? ([], new NotInReport(Written(turn, unknown), turn.Notice.Local(report.From)))
            : ([.. found.Select(f => edit(f.Number!.Value))], null); // none is null here
    }

    // A paragraph is printed, so it ends as a sentence.
    private static string Sentence(string text) => char.IsLetterOrDigit(text[^1]) || text[^1] is '”' or '）' ? text + "。" : text;

    // 第2条 is today's number 2 where the report has it, else the newest of that number in the report.
    private static LeadNumber? Meant(Turn turn, LeadSaid said, IReadOnlyList<LeadNumber> known)
    {
        if (said.IsLast)
        {
            return known.Count > 0 ? known.MaxBy(n => (n.Day, n.Sequence)) : null;
        }

        var fitting = known.Where(n => n.Sequence == said.Sequence && (said.Day is null || n.Day == said.Day)).ToList();
        return fitting.Count == 0 ? null
            : fitting.Contains(new(turn.Local.Date, said.Sequence)) ? new(turn.Local.Date, said.Sequence) : fitting.MaxBy(n => n.Day);
    }

    // 去掉第一条, where the report has no number 1: the first one printed.
    private static LeadNumber? Placed(LeadSaid said, SituationReport report) =>
        !said.IsLast && said.Day is null && said.Sequence >= 1 ? report.Items.ElementAtOrDefault(said.Sequence - 1)?.Number : null;

    private static string Written(Turn turn, LeadSaid said) => said.IsLast ? "—" : new LeadNumber(said.Day ?? turn.Local.Date, said.Sequence).ToString();

    private static List<Reply> Done(IReadOnlyList<ReportEdit> edits, SituationReport before)
    {
        var done = edits.Select(e => DoneOf(e, before)).OfType<Reply>().ToList();
        var pictures = edits.Count(e => e is ReportEdit.AddPicture);
        return pictures > 0 ? [.. done, new ReportPicturesAdded(pictures)] : done;
    }

    private static Reply? DoneOf(ReportEdit edit, SituationReport before) => edit switch
    {
        ReportEdit.Drop e => new ItemDropped(e.Number.ToString(), before.Items.FirstOrDefault(i => i.Number == e.Number)?.Title ?? ""),
        ReportEdit.Restore e => new ItemRestored(e.Number.ToString()),
        ReportEdit.Retitle e => new ItemRetitled(e.Number.ToString(), e.Title),
        ReportEdit.Heading e => new ReportRetitled(e.Title),
        ReportEdit.Paragraph e => new ParagraphAdded(e.Text),
        _ => null,
    };
}
