using OfficerBot.Conversation.Turns;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.Leads;

/// <summary>
/// A message was edited on the platform: its leads follow it item by item. Items that were added are not filed and items that vanished are not
/// withdrawn: an edit is no report of its own, and who makes one of a message that was none is told so.
/// A message that was deleted and is there again brings back what its deletion withdrew.
/// </summary>
/// <param name="calendar">Working days.</param>
/// <param name="reader">Reads the lines of a message that was parted.</param>
public sealed class EditedMessage(WorkingCalendar calendar, ReadMessage reader) : IDialog
{
    private readonly RestoreLead _restoring = new(calendar);
    private readonly ZeroMessage _zeros = new(calendar);

    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["message_edited"];

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        var edited = (Said.Edited)turn.Said;
        if (edited.IsBack)
        {
            _restoring.Restore(turn, TakenBackLast(turn, LeadsOf(turn, edited)));
            RestoreZero(turn, edited);
            return; // its words are those of before; what was corrected since stays corrected
        }

        var leads = LeadsOf(turn, edited);
        if (leads.Count == 0 && turn.Understood.Intent == "report_lead")
        {
            LeadAnswers.Receipt(turn, new EditNotFiled()); // else he would wait for a number
            return;
        }

        var places = leads.ToDictionary(l => l.Id, l => turn.Ledger.Leads.SourceOf(l.Id).Item);
        var texts = Texts(turn, edited.Text.Trim(), places.Values.Any(i => i > 0));
        var desk = LeadAnswers.Desk(turn, calendar);
        foreach (var lead in leads.Where(l => l.Status == LeadStatus.Filed && places[l.Id] < texts.Count && texts[places[l.Id]] != l.Text))
        {
            LeadAnswers.Receipt(turn, AmendLead.Answer(turn, lead, desk.Amend(lead, new LeadChange(Text: texts[places[lead.Id]]), turn.Speaker!, turn.Now)));
        }
    }

    private void RestoreZero(Turn turn, Said.Edited edited)
    {
        if (edited.Message is { } message)
        {
            _zeros.Restore(turn, message);
        }
    }

    private static IReadOnlyList<Lead> LeadsOf(Turn turn, Said.Edited edited) =>
        edited.Message is { } message ? turn.Ledger.Leads.OfMessage(edited.Where.Id, message) : [];

    // All that a deletion withdraws, it withdraws in one moment; what was withdrawn before that stays so.
    private static IReadOnlyList<Lead> TakenBackLast(Turn turn, IReadOnlyList<Lead> leads)
    {
        var withdrawn = leads.Where(l => l.Status == LeadStatus.Withdrawn).Select(l => (Lead: l, turn.Ledger.Leads.Versions(l.Id)[^1].At)).ToList();
        return [.. withdrawn.Where(w => w.At == withdrawn.Max(o => o.At)).Select(w => w.Lead)];
    }

    // Lines without numbers are one item; where a lead has a later place, they were parted line by line.
    private IReadOnlyList<string> Texts(Turn turn, string text, bool isParted)
    {
        var items = turn.Understood.Slots.Items.Select(i => i.Text.Trim()).ToList();
        return isParted ? (items.Count > 1 ? items : [.. new SeparateLines(reader).All(turn, items is [var only] ? only : text).Select(l => l.Text.Trim())])
            : items.Count == 1 ? items
            : [text];
    }
}
