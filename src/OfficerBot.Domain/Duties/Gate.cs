using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.Duties;

/// <summary>The gate's answer: send, or the first question that stopped it.</summary>
public enum GateAnswer
{
    /// <summary>Send it.</summary>
    Send,

    /// <summary>The calendar does not hold the slot any more.</summary>
    NotDue,

    /// <summary>The unit does not owe this duty.</summary>
    DoesNotOwe,

    /// <summary>Something counts already.</summary>
    Counted,

    /// <summary>Its report is confirmed and on its way: the mail's own warning speaks if it does not arrive.</summary>
    OnItsWay,

    /// <summary>A zero report, or an excuse.</summary>
    ZeroOrExcused,

    /// <summary>This very nudge went out already.</summary>
    AlreadySent,
}

/// <summary>
/// The five-fold gate before any nudge, asked when it is sent and not when it was planned (interaction.md): due that day AND the unit owes it AND
/// nothing counted AND neither excused nor zero AND not sent already.
/// </summary>
public static class Gate
{
    /// <summary>Asks.</summary>
    /// <param name="due">The occurrence as the calendar stands now (<see cref="Occurrences.Find"/>); null when it holds none.</param>
    /// <param name="kinds">What the unit has filed for the slot.</param>
    /// <param name="onItsWay">A report for the slot is confirmed and not yet accepted.</param>
    /// <param name="alreadySent">A message of this rung, slot and person exists.</param>
    public static GateAnswer Ask(Duty duty, Occurrence? due, RosterBook roster, UnitId unit, FiledKinds kinds, bool onItsWay, bool alreadySent) => 0 switch
    {
        _ when due is null => GateAnswer.NotDue,
        _ when !Owing.Owes(duty, roster, unit) => GateAnswer.DoesNotOwe,
        _ when Counting.IsIn(duty, kinds) => GateAnswer.Counted,
        _ when onItsWay => GateAnswer.OnItsWay,
        _ when Counting.IsZero(duty, kinds) || Counting.IsExcused(duty, kinds) => GateAnswer.ZeroOrExcused,
        _ when alreadySent => GateAnswer.AlreadySent,
        _ => GateAnswer.Send,
    };
}
