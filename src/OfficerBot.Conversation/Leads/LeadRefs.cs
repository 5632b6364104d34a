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
        if (said.Count == 0)
        {
            return (Newest(turn) is { } newest ? [newest] : [], []);
        }

        var looked = said.Select(s => (Said: s, Lead: Find(turn, s))).ToList();
        if (looked.All(l => l.Said.IsLast && l.Lead is null))
        {
            return ([], []); // "the last one", and there is none
        }

        return ([.. looked.Select(l => l.Lead).OfType<Lead>()], [.. looked.Where(l => l.Lead is null).Select(l => Written(turn, l.Said))]);
    }

    /// <summary>The speaker's newest lead in force of today, or null.</summary>
    public static Lead? Newest(Turn turn) =>
        turn.Ledger.Leads.NewestBy(turn.Speaker!.Id, turn.Notice.Zone.AtStartOfDay(turn.Local.Date).ToInstant());

    private static Lead? Find(Turn turn, LeadSaid said) =>
        said.IsLast ? Newest(turn) : turn.Ledger.Leads.Find(new LeadNumber(said.Day ?? turn.Local.Date, said.Sequence));

    private static string Written(Turn turn, LeadSaid said) =>
        said.IsLast ? "—" : new LeadNumber(said.Day ?? turn.Local.Date, said.Sequence).ToString();
}
