namespace OfficerBot.Conversation.Turns;

/// <summary>One thing a person can ask for. Stateless: everything lives in the turn.</summary>
public interface IDialog
{
    /// <summary>The intents it answers, as the contract files name them.</summary>
    IReadOnlyList<string> Intents { get; }

    /// <summary>Decides. Called when the intent was understood, or when <see cref="Turn.Pending"/> is a state this dialog owns (<see cref="Owns"/>).</summary>
    void Run(Turn turn);

    /// <summary>True for states this dialog left behind.</summary>
    bool Owns(DialogState state) => false;

    /// <summary>True when what was said answers the question this dialog left pending, so that it runs although the intent is another's.</summary>
    bool Takes(Turn turn) => IsAnswer(turn.Understood.Intent);

    /// <summary>True for intents that only answer a question.</summary>
    static bool IsAnswer(string intent) => intent is "confirm_yes" or "confirm_no" or "cancel" or "choice";
}
