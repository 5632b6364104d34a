using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Turns;

/// <summary>What a message is about because of the one it replies to.</summary>
/// <param name="Leads">The leads of the quoted message; empty when it is none.</param>
/// <param name="Person">Who wrote it; null for the bot, and where it is not known.</param>
/// <param name="Request">What was asked there and may be followed; null when nothing was.</param>
/// <param name="IsOurs">The bot wrote it.</param>
public sealed record Quote(IReadOnlyList<Lead> Leads, Person? Person, RecentRequest? Request, bool IsOurs)
{
    /// <summary>A person's words that were never filed.</summary>
    public bool IsNoLead => Leads.Count == 0 && Person is not null;
}
