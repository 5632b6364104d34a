using NodaTime;
using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Notices;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Leads;

/// <summary>Words what the lead desk decided.</summary>
internal static class LeadAnswers
{
    /// <summary>A changed text is shown whole up to this many characters.</summary>
    private const int LongestShown = 200;

    public static IReadOnlyDictionary<string, string> CategoryName(Notice notice, int number) =>
        notice.Categories.FirstOrDefault(c => c.Number == number)?.Name ?? Naming.Both($"{number}", $"{number}");

    public static int CountOf(Turn turn, UnitId unit, LocalDate day) => turn.Ledger.Leads.Count(new(day, day, Units: [unit]));

    public static IReadOnlyDictionary<string, string> UnitName(Turn turn, UnitId unit) => turn.Roster.Find(unit)?.Names() ?? Naming.Both("—", "—");

    public static Reply Day(Turn turn, LocalDate day) => day == turn.Local.Date ? new Today() : new OnDay(day);

    public static Reply Refused(Turn turn, LeadResult.Refusal refusal, UnitId unit) => refusal switch
    {
        LeadResult.NotYours => new NotAllowed(new AllowedUnit(UnitName(turn, unit))),
        LeadResult.UnitGone => new UnknownUnitPlain(UnitName(turn, unit)["zh"]),
        LeadResult.DayAhead r => new DayAhead(r.Day),
        LeadResult.BeforeBegin r => new BeforeBegin(r.Day, r.Begins),
        LeadResult.TextMissing => new TextMissing(),
        LeadResult.NoSuchCategory => new NoSuchCategory([.. turn.Notice.Categories.Select(c => c.Name)]),
        LeadResult.HasLeads r => new ZeroBesideLeads(UnitName(turn, unit), Day(turn, r.Day), r.Leads.Count, [.. r.Leads.Select(l => l.Number.ToString())]),
        LeadResult.NothingDue r => new NothingDueOn(r.Day),
        LeadResult.WithdrawnBefore r => new WithdrawnBefore(r.Lead.Number.ToString()),
        LeadResult.NotWithdrawn r => new NotWithdrawn(r.Lead.Number.ToString()),
        LeadResult.WithdrawnByAnother r => new WithdrawnByAnother(r.Lead.Number.ToString(), turn.Roster.Find(r.By)?.Names() ?? Naming.Both("—", "—")),
        LeadResult.WithdrawnTooLongAgo r => new WithdrawnTooLongAgo(r.Lead.Number.ToString(), r.Day),
        LeadResult.NoRecentLead => new PictureAlone(),
        _ => throw new NotSupportedException($"No words for {refusal.GetType().Name}."),
    };

    public static Reply Withdrawn(Turn turn, LeadResult.Withdrawn done) => new LeadWithdrawn(
        done.Lead.Number.ToString(), done.Lead.Title, UnitName(turn, done.Lead.Unit), Day(turn, done.Lead.ForDay), CountOf(turn, done.Lead.Unit, done.Lead.ForDay),
        done.Printed.Count > 0 ? new PrintedBefore() : null);

    public static Reply Amended(Turn turn, LeadResult.Amended done) => new LeadAmended(
        done.After.Number.ToString(), done.After.Version, CategoryName(turn.Notice, done.After.Category), Shown(done),
        done.After.Unit != done.Before.Unit || done.After.ForDay != done.Before.ForDay
            ? new LeadMoved(UnitName(turn, done.After.Unit), Day(turn, done.After.ForDay))
            : null,
        done.Printed.Count > 0 ? new PrintedBefore() : null);

    // A title is the first sentence; who has added another wants to see that one.
    private static string Shown(LeadResult.Amended done) =>
        done.After.Text != done.Before.Text && done.After.Text.Length <= LongestShown && done.After.Text.StartsWith(done.After.Title, StringComparison.Ordinal)
            ? done.After.Text
            : done.After.Title;

    /// <summary>A receipt, where the notice wants receipts.</summary>
    public static void Receipt(Turn turn, Reply receipt)
    {
        if (turn.InGroup && turn.Notice.Receipts == ReceiptPlace.Private)
        {
            turn.AnswerPrivately(receipt);
        }
        else
        {
            turn.Answer(receipt);
        }
    }

    /// <summary>The category a person names by number or by one of its words, and nothing beside it; null when it is none.</summary>
    public static int? CategoryNamed(Notice notice, string text)
    {
        var word = text.Trim().TrimEnd('。', '.', '！').Trim();
        return notice.Categories.FirstOrDefault(c =>
            c.Name.Values.Contains(word, StringComparer.OrdinalIgnoreCase) || c.Words.Contains(word) || word == c.Number.ToString(CultureInfo.InvariantCulture))?.Number;
    }

    public static LeadDesk Desk(Turn turn, Domain.Time.WorkingCalendar calendar) => new(turn.Ledger, Occurrences.Under(turn.Notice, calendar));
}
