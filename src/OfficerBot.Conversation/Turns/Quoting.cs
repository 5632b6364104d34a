using OfficerBot.Conversation.Leads;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Domain.Leads;

namespace OfficerBot.Conversation.Turns;

/// <summary>Reads a message that replies to another: what it leaves out stands there.</summary>
internal static class Quoting
{
    // What can be said of a lead, or of the person who wrote it, without naming them.
    private static readonly HashSet<string> OfLeads =
        ["amend_lead", "withdraw_lead", "restore_lead", "attach_media", "picture_received", "approve_lead", "return_lead", "mark_published", "list_leads", "find_contact"];

    // 没问题 after a look at a lead is no verdict; in reply to it, it is.
    private static readonly HashSet<string> Verdicts = ["approve_lead", "return_lead", "mark_published"];

    private static readonly HashSet<string> Idle = ["none", "report_lead", "greeting", "help", "confirm_yes", "confirm_no", "cancel", "choice", "clock"];

    /// <summary>What it says of what it quotes; null when it is to be read by itself.</summary>
    /// <param name="context">The context it is read in.</param>
    public static Understood? Understood(ReadMessage reader, string text, ReadingContext context, Turn turn)
    {
        if (turn.Quote is not { } quote)
        {
            return null;
        }

        var isLead = quote.Leads.Count > 0;
        var said = reader(text, context with
        {
            IsAddressed = context.IsAddressed || quote.IsOurs || isLead, LastIntent = quote.Request?.Intent ?? (quote.IsOurs ? context.LastIntent : null),
            Pending = isLead ? JustFiled.Amended : context.Pending, Quoting = isLead ? "lead" : quote.Person is not null ? "person" : "other",
        });
        return isLead && OfLeads.Contains(said.Intent) ? said with { Slots = WithLeads(said, quote) }
            : quote.Person is { } person && said.Intent == "find_contact" && IsBare(said.Slots) ? said with { Slots = said.Slots with { Persons = [new(person.Name, [person.Id])] } }
            : !Idle.Contains(said.Intent) && (quote.IsOurs || quote.Request is not null) ? said
            : null;
    }

    /// <summary>What it says of a lead that was just spoken of; null when it says nothing of it.</summary>
    public static Understood? OfLead(ReadMessage reader, string text, ReadingContext context, Lead lead)
    {
        var said = reader(text, context with { Pending = JustFiled.Amended, Quoting = "lead" });
        return OfLeads.Contains(said.Intent) && !Verdicts.Contains(said.Intent) ? said with { Slots = WithLeads(said, new([lead], null, null, false)) } : null;
    }

    /// <summary>The slots of a picture sent in reply to a lead, or of words about it.</summary>
    public static Slots WithLeads(Understood said, Quote quote)
    {
        var slots = said.Slots;
        var names = slots.Leads.Count > 0 ? slots.Leads.All(l => l.IsLast) : said.Intent is not ("list_leads" or "find_contact") || IsBare(slots);
        return names ? slots with { Leads = [.. quote.Leads.Select(l => new LeadSaid(l.Number.Day, l.Number.Sequence))] } : slots;
    }

    private static bool IsBare(Slots slots) => slots is { When: null, Text: null, Agg: null, Phone: null, Units.Count: 0, Groups.Count: 0, Persons.Count: 0, Categories.Count: 0, Leads.Count: 0 };
}
