using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.Reports;

/// <summary>把报告发给…: recipients come from the notice alone; whoever asks for the mailbox gets the draft to confirm.</summary>
/// <param name="calendar">Working days.</param>
/// <param name="press">Prints the paper.</param>
public sealed class SendReport(WorkingCalendar calendar, IPaperPress press) : IDialog
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["send_report"];

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        var slots = turn.Understood.Slots;
        if (slots.Address is { } address && !string.Equals(address, turn.Notice.Mailbox, StringComparison.OrdinalIgnoreCase))
        {
            turn.Answer(new AddressRefused(address, turn.Notice.Mailbox));
        }
        else if (slots.Persons.Count > 0)
        {
            turn.Answer(new OnlyToMailbox(turn.Notice.Mailbox));
        }
        else
        {
            new PreviewReport(calendar, press).Run(turn);
        }
    }
}
