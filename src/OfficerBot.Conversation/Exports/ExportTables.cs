using NodaTime;
using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Leads;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.RollCalls;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Exports;

/// <summary>
/// 导出本周线索, 导出通讯录: tables, given in private only. The liaison and leaders get all, officers the leads of their unit; every export is audited, and
/// the table says who asked for it and when.
/// </summary>
/// <param name="press">Makes the files.</param>
public sealed class ExportTables(ISheetPress press) : IDialog
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["export"];

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        if (turn.InGroup && turn.Ledger.People.ReachableChat(turn.Speaker!.Id) is null)
        {
            turn.Answer(new ExportNeedsPrivate());
            return;
        }

        switch (turn.Understood.Slots.What)
        {
            case "roster":
                ExportRoster(turn);
                break;
            case null or "leads":
                ExportLeads(turn);
                break;
            default:
                turn.Answer(new ExportWhat());
                break;
        }
    }

    private void ExportRoster(Turn turn)
    {
        if (!turn.Speaker!.KeepsBooks)
        {
            turn.Answer(new NotAllowed(new AllowedBooks()));
            return;
        }

        if (UnclearUnit(turn) is { } unclear)
        {
            turn.Answer(unclear);
            return;
        }

        if (turn.Understood.Slots is { LeavesOut: true } or { Groups.Count: > 0 } or { Units.Count: > 0 })
        {
            turn.Answer(new RosterOnlyWhole()); // the whole is not handed out to who asked for a part
            return;
        }

        var file = press.Roster(turn.Notice, turn.Roster, new ExportSaid(turn.Speaker, turn.Local, turn.Local.Date, turn.Local.Date));
        turn.Ledger.Audit(turn.Speaker.Id, "export.roster", $"{turn.Roster.People.Count}", turn.Now);
        HandOut(turn, new RosterExported(turn.Roster.Units.Count, turn.Roster.People.Count), file);
    }

    private void ExportLeads(Turn turn)
    {
        var days = DaysOf(turn);
        if ((days.Refusal ?? UnclearUnit(turn)) is { } refusal)
        {
            turn.Answer(refusal);
            return;
        }

        var query = LeadLists.Query(turn, days);
        if (!turn.Speaker!.KeepsBooks)
        {
            if (!turn.Speaker.ReportsForUnit || query.Units is { } asked && asked.Any(u => u != turn.Speaker.Unit))
            {
                turn.Answer(new NotAllowed(new AllowedBooks()));
                return;
            }

            query = query with { Units = [turn.Speaker.Unit] };
        }

        HandOutLeads(turn, query, days);
    }

    private void HandOutLeads(Turn turn, LeadQuery query, AskedDays days)
    {
        var leads = turn.Ledger.Leads.Find(query);
        if (leads.Count == 0)
        {
            turn.Answer(new NoLeadsToExport(Whose(turn, query), days.First, days.Last, LeadLists.LeftOut(turn)));
            return;
        }

        var file = press.Leads(turn.Notice, turn.Roster, leads, new ExportSaid(turn.Speaker!, turn.Local, days.First, days.Last));
        turn.Ledger.Audit(turn.Speaker!.Id, "export.leads", $"{days.First:uuuu-MM-dd}..{days.Last:uuuu-MM-dd} {leads.Count}", turn.Now);
        HandOut(turn, new LeadsExported(Whose(turn, query), leads.Count, days.First, days.Last, LeadLists.LeftOut(turn)), file);
    }

    // Named where the table holds one unit's leads only, asked for or not.
    private static Reply? Whose(Turn turn, LeadQuery query) =>
        query.Units is { } units && turn.Understood.Slots.Groups.Count == 0 ? LeadLists.Of(turn, [.. units]) : null;

    // Without a date: this week up to today.
    private static AskedDays DaysOf(Turn turn)
    {
        var today = turn.Local.Date;
        return turn.Understood.Slots.When is { } said
            ? AskedDays.Of(said, today)
            : new(today.PlusDays(1 - (int)today.DayOfWeek), today, null);
    }

    private static Reply? UnclearUnit(Turn turn) =>
        UnitAnswers.Unclear(turn.Understood.Slots, turn.Roster);

    private static void HandOut(Turn turn, Reply reply, ReplyFile file)
    {
        turn.AnswerPrivately(reply, file);
        if (turn.InGroup)
        {
            turn.Answer(new ExportedInPrivate());
        }
    }
}
