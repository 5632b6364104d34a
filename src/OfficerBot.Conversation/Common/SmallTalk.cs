using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Common;

/// <summary>Greeting, help by role, and yes, no or cancel when nothing was asked.</summary>
public sealed class SmallTalk : IDialog
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["greeting", "help", "confirm_yes", "confirm_no", "cancel", "choice"];

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        var isAddressed = turn.Said is Said.Words { Mentioned: true } || !turn.InGroup;
        if (isAddressed)
        {
            turn.Answer(AnswerTo(turn));
        }
    }

    private static Reply AnswerTo(Turn turn) => turn.Understood.Intent switch
    {
        "greeting" when turn.Understood.Slots.Tone == "thanks" => new ThanksAnswer(),
        "greeting" => new GreetingAnswer(),
        "help" => HelpFor(turn.Speaker!), // strangers never reach a dialog
        _ => new NothingPending(),
    };

    private static Reply HelpFor(Person person) => person.Roles switch
    {
        var r when r.HasFlag(Roles.Liaison) => new HelpLiaison(),
        var r when r.HasFlag(Roles.Leader) => new HelpLeader(),
        _ when person.ReportsForUnit => new HelpOfficer(),
        _ => new HelpMember(),
    };
}
