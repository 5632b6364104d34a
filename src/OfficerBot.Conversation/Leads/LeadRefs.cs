using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Turns;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Leads;

/// <summary>Finds the lead somebody refers to: 第3条 alone is that number today, 0916-03 any day, 刚才那条 his newest, and none said the same.</summary>
internal static class LeadRefs
{
    /// <summary>The leads referred to, and the numbers that are none.</summary>
    public static (IReadOnlyList<Lead> Found, IReadOnlyList<string> Unknown) Of(Turn turn)
    {
        var said = turn.Understood.Slots.Leads;
        var kept = Excepted(turn);
        if (said.All(s => s.IsLast))
        {
            return (said.Count == 0 && turn.Understood.Slots.ExceptLeads.Count > 0 ? [] : [.. OfUnitNamed(turn).Where(l => !kept.Contains(l.Id))], []);
        }

        var looked = said.Select(s => (Said: s, Lead: Find(turn, s))).ToList();
        return ([.. looked.Select(l => l.Lead).OfType<Lead>().Where(l => !kept.Contains(l.Id))], [.. looked.Where(l => l.Lead is null).Select(l => Written(turn, l.Said))]);
    }

    /// <summary>The leads that are named only to be left alone, as far as there are such.</summary>
    public static IReadOnlyList<LeadId> Excepted(Turn turn) =>
        [.. turn.Understood.Slots.ExceptLeads.Where(s => !s.IsLast).Select(s => Find(turn, s)).OfType<Lead>().Select(l => l.Id)];

    /// <summary>Those numbers, as they are written.</summary>
    public static IReadOnlyList<string> ExceptedNumbers(Turn turn) => [.. turn.Understood.Slots.ExceptLeads.Select(s => Find(turn, s)?.Number.ToString() ?? Written(turn, s))];

    /// <summary>The first of those numbers that is no lead's; null when all are.</summary>
    public static string? UnknownException(Turn turn) =>
        turn.Understood.Slots.ExceptLeads.FirstOrDefault(s => Find(turn, s) is null) is { } unknown ? Written(turn, unknown) : null;

    /// <summary>Said when no lead is meant that there is.</summary>
    public static Reply None(Turn turn) => turn.Understood.Slots.ExceptLeads.Count > 0 ? new SayWhichLeads()
        : turn.Quote is { Leads.Count: 0 } ? new QuotedIsNoLead()
        : UnitNamed(turn) is { } unit && unit != turn.Speaker!.Unit ? NoneOf(turn, unit)
        : new NoLeadOfYours();

    private static Reply NoneOf(Turn turn, UnitId unit) => Todays(turn, unit) is { Count: > 0 } theirs
        ? new WhichOfUnit(LeadAnswers.UnitName(turn, unit), [.. theirs.Select(l => l.Number.ToString())])
        : new UnitHasNone(LeadAnswers.UnitName(turn, unit));

    /// <summary>白沙镇那条: the unit whose lead is meant. Null where none is named, or where it is what the lead is to be changed to.</summary>
    public static UnitId? UnitNamed(Turn turn) => turn.Understood.Slots is { Field: not "unit", Units: [{ Candidates: [var unit] }] } ? unit : null;

    /// <summary>True when these can be meant: no unit is named, or it is theirs.</summary>
    public static bool FitUnitNamed(Turn turn, IEnumerable<LeadId> leads) => UnitNamed(turn) is not { } unit || leads.All(id => turn.Ledger.Leads.Get(id).Unit == unit);

    // Those just spoken of, if they are that unit's; else its only one of today. 刚才那条应该是白沙镇的 speaks of his own and of theirs: it is asked which.
    private static IReadOnlyList<Lead> OfUnitNamed(Turn turn)
    {
        var spoken = Spoken(turn);
        if (turn.Quote is not null || UnitNamed(turn) is null || (spoken.Count > 0 && FitUnitNamed(turn, spoken.Select(l => l.Id))))
        {
            return spoken;
        }

        return turn.Understood.Slots.Leads.Count == 0 && Todays(turn, UnitNamed(turn)!.Value) is [var only] ? [only] : []; // one is named
    }

    private static IReadOnlyList<Lead> Todays(Turn turn, UnitId unit) => turn.Ledger.Leads.Find(new LeadQuery(turn.Local.Date, turn.Local.Date, Units: [unit]));

    // What is quoted, what was just spoken of, else his newest; of several filed together only the last one where words are changed.
    private static IReadOnlyList<Lead> Spoken(Turn turn)
    {
        var spoken = turn.SpokenOf.Select(turn.Ledger.Leads.Get).ToList();
        return spoken.Count == 0 ? (turn.Quote is null && Newest(turn) is { } newest ? [newest] : [])
            : turn.Quote is not null || turn.Understood.Slots.Field is "unit" or "date" or "category" ? spoken
            : [spoken[^1]];
    }

    /// <summary>The speaker's newest lead in force of today, or null.</summary>
    public static Lead? Newest(Turn turn) =>
        turn.Ledger.Leads.NewestBy(turn.Speaker!.Id, turn.Notice.Zone.AtStartOfDay(turn.Local.Date).ToInstant());

    // 第二条 right after two were filed together is the second of them, unless one of them bears that number.
    private static Lead? Placed(Turn turn, LeadSaid said)
    {
        if (said.Day is not null || turn.SpokenOf.Count < 2 || said.Sequence > turn.SpokenOf.Count)
        {
            return null;
        }

        var spoken = turn.SpokenOf.Select(turn.Ledger.Leads.Get).ToList();
        var together = spoken.Index().All(l => l.Item.Number == new LeadNumber(spoken[0].Number.Day, spoken[0].Number.Sequence + l.Index)); // 1 and 3 restored are not
        return !together || spoken.Exists(l => l.Number.Sequence == said.Sequence) ? null : spoken[said.Sequence - 1];
    }

    private static Lead? Find(Turn turn, LeadSaid said) =>
        said.IsLast ? Newest(turn) : Placed(turn, said) is { } placed ? placed : turn.Ledger.Leads.Find(new LeadNumber(said.Day ?? turn.Local.Date, said.Sequence));

    private static string Written(Turn turn, LeadSaid said) =>
        said.IsLast ? "—" : new LeadNumber(said.Day ?? turn.Local.Date, said.Sequence).ToString();
}
