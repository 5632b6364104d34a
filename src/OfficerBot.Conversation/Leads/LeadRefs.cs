using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Turns;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Domain.Leads;

namespace OfficerBot.Conversation.Leads;

/// <summary>Finds the lead somebody refers to: 第3条 alone is that number today, 0916-03 any day, 刚才那条 his newest, and none said the same.</summary>
internal static class LeadRefs
{
    /// <summary>The leads referred to, and the numbers that are none.</summary>
    public static (IReadOnlyList<Lead> Found, IReadOnlyList<string> Unknown) Of(Turn turn)
    {
        var said = turn.Understood.Slots.Leads;
        if (said.All(s => s.IsLast))
        {
            return (Spoken(turn), []);
        }

        var looked = said.Select(s => (Said: s, Lead: Find(turn, s))).ToList();
        return ([.. looked.Select(l => l.Lead).OfType<Lead>()], [.. looked.Where(l => l.Lead is null).Select(l => Written(turn, l.Said))]);
    }

    /// <summary>Said when no lead is meant that there is.</summary>
    public static Reply None(Turn turn) => turn.Quote is { Leads.Count: 0 } ? new QuotedIsNoLead() : new NoLeadOfYours();

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
        return spoken.Exists(l => l.Number.Sequence == said.Sequence) ? null : spoken[said.Sequence - 1];
    }

    private static Lead? Find(Turn turn, LeadSaid said) =>
        said.IsLast ? Newest(turn) : Placed(turn, said) is { } placed ? placed : turn.Ledger.Leads.Find(new LeadNumber(said.Day ?? turn.Local.Date, said.Sequence));

    private static string Written(Turn turn, LeadSaid said) =>
        said.IsLast ? "—" : new LeadNumber(said.Day ?? turn.Local.Date, said.Sequence).ToString();
}
