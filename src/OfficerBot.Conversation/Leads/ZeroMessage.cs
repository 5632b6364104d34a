using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Roster;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.Leads;

/// <summary>A zero report goes with the message that made it, and comes back with it.</summary>
/// <param name="calendar">Working days.</param>
internal sealed class ZeroMessage(WorkingCalendar calendar)
{
    /// <summary>The message of the turn was deleted.</summary>
    public void Withdraw(Turn turn, string message)
    {
        var desk = LeadAnswers.Desk(turn, calendar);
        foreach (var zero in turn.Ledger.Filings.OfMessage(turn.Said.Where.Id, message))
        {
            Answer(turn, zero, desk.WithdrawZero(zero, turn.Speaker!, turn.Now)); // strangers do not come so far
        }
    }

    /// <summary>The message is there again.</summary>
    public void Restore(Turn turn, string message)
    {
        var desk = LeadAnswers.Desk(turn, calendar);
        foreach (var zero in turn.Ledger.Filings.TakenBack(turn.Said.Where.Id, message, LeadDesk.MessageDeleted))
        {
            var result = desk.RestoreZero(zero, turn.Speaker!, turn.Now);
            Note(turn, result, message);
            Answer(turn, zero, result);
        }
    }

    /// <summary>Keeps by which message a zero report was made; one made otherwise has none.</summary>
    public static void Note(Turn turn, LeadResult result, string? message)
    {
        if (result is LeadResult.ZeroFiled filed && message is not null)
        {
            turn.Ledger.Filings.MadeBy(filed.Filing.Id, turn.Said.Where.Id, message);
        }
    }

    private static void Answer(Turn turn, Filing zero, LeadResult result) => LeadAnswers.Receipt(turn, Worded(turn, zero.Unit, result));

    private static Reply Worded(Turn turn, UnitId unit, LeadResult result) => result switch
    {
        LeadResult.ZeroWithdrawn gone => new ZeroWithdrawn(LeadAnswers.UnitName(turn, unit), LeadAnswers.Day(turn, gone.Zero.Slot.At.Date)),
        LeadResult.ZeroFiled filed => new ZeroFiled(LeadAnswers.UnitName(turn, unit), LeadAnswers.Day(turn, filed.Day)),
        LeadResult.ZeroAlready already => new ZeroAlready(LeadAnswers.UnitName(turn, unit), LeadAnswers.Day(turn, already.Day)),
        LeadResult.Refusal refusal => LeadAnswers.Refused(turn, refusal, unit),
        _ => throw new NotSupportedException($"No words for {result.GetType().Name}."),
    };
}
