using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.Leads;

/// <summary>
/// A message was edited on the platform: its leads follow it item by item. Items that were added are not filed and items that vanished are not
/// withdrawn: an edit is no report of its own.
/// </summary>
/// <param name="calendar">Working days.</param>
public sealed class EditedMessage(WorkingCalendar calendar) : IDialog
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["message_edited"];

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        var edited = (Said.Edited)turn.Said;
        var leads = edited.Message is { } message
            ? turn.Ledger.Leads.OfMessage(edited.Where.Id, message).Where(l => l.Status == LeadStatus.Filed).ToList()
            : [];
        var items = turn.Understood.Slots.Items.Select(i => i.Text.Trim()).ToList();
        if (leads.Count == 1 && items.Count != 1)
        {
            items = [edited.Text.Trim()];
        }

        var desk = LeadAnswers.Desk(turn, calendar);
        foreach (var (lead, text) in leads.Zip(items).Where(p => p.First.Text != p.Second))
        {
            LeadAnswers.Receipt(turn, AmendLead.Answer(turn, lead, desk.Amend(lead, new LeadChange(Text: text), turn.Speaker!, turn.Now)));
        }
    }
}
