using NodaTime;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.RollCalls;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.RollCalls;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Leads;

/// <summary>今天的线索, 本周报了多少条, 第3条: lists, counts and single leads.</summary>
public sealed class LeadLists : IDialog
{
    private const int MostLines = 30;

    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["list_leads"];

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        if (turn.Understood.Slots.Leads.Count > 0)
        {
            Single(turn);
            return;
        }

        var asked = AskedDays.Of(turn.Understood.Slots.When, turn.Local.Date);
        if (asked.Refusal is { } refusal)
        {
            turn.Answer(refusal);
            return;
        }

        if (UnitAnswers.Unclear(turn.Understood.Slots, turn.Roster) is { } unclear)
        {
            turn.Answer(unclear);
            return;
        }

        turn.Answer(Listed(turn, Query(turn, asked), asked));
    }

    internal static LeadQuery Query(Turn turn, AskedDays asked)
    {
        var slots = turn.Understood.Slots;
        var units = slots.Units.SelectMany(u => u.Candidates).ToList();
        if (slots.Groups.Count > 0)
        {
            units.AddRange(turn.Roster.Units.Where(u => UnitKinds.IsAny(u, [.. slots.Groups])).Select(u => u.Id));
        }

        var category = slots.Categories.Count > 0 ? slots.Categories[0] : (int?)null;
        return new LeadQuery(asked.First, asked.Last, Units: units.Count + slots.Groups.Count > 0 ? units : null, Category: category, Text: slots.Text)
        {
            Except = [.. turn.Roster.Units.Where(LeftOutUnits.Of(slots).Holds).Select(u => u.Id)],
        };
    }

    internal static Reply Days(AskedDays asked) => asked.First == asked.Last ? new OnDay(asked.First) : new OnDays(asked.First, asked.Last);

    /// <summary>Whose leads; null when nobody's in particular.</summary>
    internal static Reply? Of(Turn turn, IReadOnlyList<UnitId> units) => units.Count > 0 ? new LeadsOf([.. units.Select(u => LeadAnswers.UnitName(turn, u))]) : null;

    /// <summary>Whose leads are left out; null for nobody's.</summary>
    internal static Reply? LeftOut(Turn turn) => LeftOutUnits.Of(turn.Understood.Slots).Told(turn.Roster.Units);

    private static Reply Listed(Turn turn, LeadQuery query, AskedDays asked)
    {
        var days = Days(asked);
        var of = Of(turn, [.. turn.Understood.Slots.Units.SelectMany(u => u.Candidates)]);
        var count = turn.Ledger.Leads.Count(query);
        if (turn.Understood.Slots.Agg == "count" || count == 0)
        {
            return new LeadCount(of, days, count, LeftOut(turn));
        }

        var seen = turn.Understood.Slots.Page * MostLines;
        if (seen >= count)
        {
            return new NoMoreLeads(count);
        }

        var leads = turn.Ledger.Leads.Find(query with { Limit = seen + MostLines }).Skip(seen).ToList();
        return new LeadList(of, days, count, [.. leads.Select(l => Line(turn, l))], count > seen + leads.Count ? new MoreLeads(count - seen - leads.Count) : null, LeftOut(turn));
    }

    private static LeadLine Line(Turn turn, Lead lead) => new(
        lead.Number.ToString(), LeadAnswers.UnitName(turn, lead.Unit), lead.Title, LeadAnswers.CategoryName(turn.Notice, lead.Category));

    private static void Single(Turn turn)
    {
        var (found, unknown) = LeadRefs.Of(turn);
        foreach (var lead in found)
        {
            turn.Answer(Whole(turn, lead));
        }

        foreach (var number in unknown)
        {
            turn.Answer(new NoSuchLead(number));
        }

        if (found is [var only] && LeadRights.MayChange(turn.Speaker!, only))
        {
            turn.Pending = JustFiled.Of(turn, found, JustFiled.Amended); // who looks at one may set it right in the next words
        }
    }

    private static LeadShown Whole(Turn turn, Lead lead) => new(
        lead.Number.ToString(), LeadAnswers.UnitName(turn, lead.Unit), (turn.Roster.Find(lead.Officer ?? lead.FiledBy)?.Names()) ?? Naming.Both("—", "—"),
        turn.Notice.Local(lead.FiledAt), LeadAnswers.CategoryName(turn.Notice, lead.Category), lead.Version, lead.Pictures, lead.Text);
}
