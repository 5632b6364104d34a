using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Leads;

/// <summary>代报: the officer a lead is credited to learns of it, so that he can take it back; and the receipt says that he was told.</summary>
internal static class FiledForOthers
{
    /// <summary>Tells them, a note a lead.</summary>
    public static void Tell(Turn turn, IEnumerable<LeadResult.Filed> filed)
    {
        foreach (var (lead, officer) in Credited(turn, filed))
        {
            var note = new FiledForYou(turn.Speaker!.Names(), lead.Number.ToString(), lead.Title, LeadAnswers.UnitName(turn, lead.Unit));
            turn.Send(new Outgoing(new Route.One(officer.Id), note, $"filed-for:{lead.Id.Value}"));
        }
    }

    /// <summary>For the receipt: who was told, everybody once.</summary>
    public static IEnumerable<Reply> Notes(Turn turn, IEnumerable<LeadResult.Filed> filed) =>
        Credited(turn, filed).Select(c => c.Officer).DistinctBy(o => o.Id).Select(o => new ForAnotherUnit(o.Names()));

    private static IEnumerable<(Lead Lead, Person Officer)> Credited(Turn turn, IEnumerable<LeadResult.Filed> filed) =>
        from lead in filed.Where(f => f.ForAnother).Select(f => f.Lead)
        where lead.Officer is not null && lead.Officer != turn.Speaker!.Id
        let officer = turn.Roster.Find(lead.Officer!.Value) // checked by the filter
        where officer is not null
        select (lead, officer);
}
