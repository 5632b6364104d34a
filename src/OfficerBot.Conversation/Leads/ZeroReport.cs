using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.Leads;

/// <summary>今日无线索: said outright, it counts as reported (零报告).</summary>
/// <param name="calendar">Working days.</param>
public sealed class ZeroReport(WorkingCalendar calendar) : IDialog
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["nil_report"];

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        var slots = turn.Understood.Slots;
        if (DayAnswers.Refusal(slots.Range) is { } refusal)
        {
            turn.Answer(refusal);
            return;
        }

        if (slots.Units.FirstOrDefault(u => u.Candidates.Count != 1) is { } unclear)
        {
            turn.Answer(UnitAnswers.Unclear(unclear, turn.Roster));
            return;
        }

        var units = slots.Units.Count > 0 ? slots.Units.Select(u => u.Candidates[0]) : [turn.Speaker!.Unit];
        var desk = LeadAnswers.Desk(turn, calendar);
        foreach (var unit in units)
        {
            LeadAnswers.Receipt(turn, Answer(turn, desk.FileZero(unit, slots.Range?.Days.First, turn.Speaker!, turn.Now), unit));
        }
    }

    private static Reply Answer(Turn turn, LeadResult result, Domain.Roster.UnitId unit) => result switch
    {
        LeadResult.ZeroFiled filed => new ZeroFiled(LeadAnswers.UnitName(turn, unit), LeadAnswers.Day(turn, filed.Day)),
        LeadResult.ZeroAlready already => new ZeroAlready(LeadAnswers.UnitName(turn, unit), LeadAnswers.Day(turn, already.Day)),
        LeadResult.Refusal refusal => LeadAnswers.Refused(turn, refusal, unit),
        _ => throw new NotSupportedException($"No words for {result.GetType().Name}."),
    };
}
