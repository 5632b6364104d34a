using NodaTime;
using NodaTime.Text;
using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Roster;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.Leads;

/// <summary>Whether a zero report is meant was asked: 今天不报了 gives no reason.</summary>
/// <param name="Units">Row ids.</param>
/// <param name="Day">The day it is for, as <c>2020-09-15</c>; null for the day of the answer.</param>
public sealed record AskedZero(IReadOnlyList<long> Units, string? Day) : DialogState
{
    /// <summary>The channel's id of the message that brought it up, or null.</summary>
    public string? Message { get; init; }

    /// <inheritdoc/>
    public override string Pending => "confirm";
}

/// <summary>今日无线索: said outright, it counts as reported (零报告); 今天不报了 is asked about first.</summary>
/// <param name="calendar">Working days.</param>
public sealed class ZeroReport(WorkingCalendar calendar) : IDialog
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["nil_report"];

    /// <inheritdoc/>
    public bool Owns(DialogState state) => state is AskedZero;

    /// <inheritdoc/>
    public bool Takes(Turn turn) => turn.Understood.Intent is "confirm_yes" or "confirm_no" or "cancel";

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        if (turn.Pending is AskedZero asked && Takes(turn))
        {
            Answered(turn, asked);
            return;
        }

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

        IReadOnlyList<UnitId> units = slots.Units.Count > 0 ? [.. slots.Units.Select(u => u.Candidates[0])] : [turn.Speaker!.Unit];
        if (slots.Other.ContainsKey("doubt"))
        {
            Ask(turn, units, slots.Range?.Days.First);
        }
        else
        {
            File(turn, units, slots.Range?.Days.First, turn.Said.Message);
        }
    }

    // Who has reported already means that there will be no more: that changes nothing, and what stands is said.
    private void Ask(Turn turn, IReadOnlyList<UnitId> units, LocalDate? day)
    {
        var on = day ?? turn.Local.Date;
        if (units.Any(u => LeadAnswers.CountOf(turn, u, on) > 0 || !LeadRights.MayFileZero(turn.Speaker!, u)))
        {
            File(turn, units, day, turn.Said.Message);
            return;
        }

        turn.Pending = new AskedZero([.. units.Select(u => u.Value)], day is { } said ? LocalDatePattern.Iso.Format(said) : null) { Message = turn.Said.Message };
        turn.Answer(new ZeroAsked(LeadAnswers.UnitName(turn, units[0]), LeadAnswers.Day(turn, on)));
    }

    private void Answered(Turn turn, AskedZero asked)
    {
        turn.Pending = null;
        if (turn.Understood.Intent == "confirm_yes")
        {
            File(turn, [.. asked.Units.Select(u => new UnitId(u))], asked.Day is { } day ? LocalDatePattern.Iso.Parse(day).Value : null, asked.Message);
        }
        else
        {
            turn.Answer(new LeftAsIs());
        }
    }

    private void File(Turn turn, IReadOnlyList<UnitId> units, LocalDate? day, string? message)
    {
        var desk = LeadAnswers.Desk(turn, calendar);
        foreach (var unit in units)
        {
            var result = desk.FileZero(unit, day, turn.Speaker!, turn.Now);
            ZeroMessage.Note(turn, result, message);
            LeadAnswers.Receipt(turn, Answer(turn, result, unit));
        }
    }

    private static Reply Answer(Turn turn, LeadResult result, UnitId unit) => result switch
    {
        LeadResult.ZeroFiled filed => new ZeroFiled(LeadAnswers.UnitName(turn, unit), LeadAnswers.Day(turn, filed.Day)),
        LeadResult.ZeroAlready already => new ZeroAlready(LeadAnswers.UnitName(turn, unit), LeadAnswers.Day(turn, already.Day)),
        LeadResult.Refusal refusal => LeadAnswers.Refused(turn, refusal, unit),
        _ => throw new NotSupportedException($"No words for {result.GetType().Name}."),
    };
}
