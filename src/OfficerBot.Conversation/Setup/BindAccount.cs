using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Contacts;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.People;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Setup;

/// <summary>Asked to bind an account that is somebody else's now, or to one of several people: waits for a yes or a number.</summary>
/// <param name="People">Row ids; several when one is to be chosen.</param>
public sealed record BindAsked(int Account, IReadOnlyList<long> People) : DialogState
{
    /// <inheritdoc/>
    public override string Pending => People.Count > 1 ? "choice" : "bind";
}

/// <summary>The liaison says whose account a number is ("27号是白沙镇周晓燕"): he vouches, and both are told.</summary>
public sealed class BindAccount : IDialog
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["bind_account"];

    /// <inheritdoc/>
    public bool Owns(DialogState state) => state is BindAsked;

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        if (!turn.Speaker!.Roles.HasFlag(Roles.Liaison)) // strangers never reach a dialog
        {
            turn.Answer(new NotAllowed(new AllowedLiaison()));
        }
        else if (turn.Pending is BindAsked asked && IDialog.IsAnswer(turn.Understood.Intent))
        {
            Answered(turn, asked);
        }
        else if (turn.Understood.Slots.Op == "remove")
        {
            turn.Answer(new AccountLeftAlone());
        }
        else
        {
            Begin(turn);
        }
    }

    private static void Begin(Turn turn)
    {
        var slots = turn.Understood.Slots;
        if (slots.Choice is not { } number)
        {
            turn.Answer(new WhichAccount());
        }
        else if (turn.Ledger.People.Find(new AccountId(number)) is not { } account)
        {
            turn.Answer(new NoSuchAccount(number));
        }
        else if (slots.Persons is not [var said, ..])
        {
            turn.Answer(new AccountOfWhom(number));
        }
        else if (said.Candidates.Count == 0)
        {
            turn.Answer(new UnknownPerson(said.Words));
        }
        else if (said.Candidates.Count > 1)
        {
            turn.Pending = new BindAsked(number, [.. said.Candidates.Select(c => c.Value)]);
            turn.Answer(PersonChoices.Ask(turn, said.Words, [.. said.Candidates.Select(p => p.Value)]));
        }
        else
        {
            Propose(turn, account, turn.Roster[said.Candidates[0]]);
        }
    }

    private static void Answered(Turn turn, BindAsked asked)
    {
        var choice = turn.Understood.Slots.Choice;
        var index = asked.People.Count == 1 ? 0 : (choice ?? 0) - 1;
        turn.Pending = null;
        if (turn.Understood.Intent is "confirm_no" or "cancel" || index < 0 || index >= asked.People.Count
            || turn.Ledger.People.Find(new AccountId(asked.Account)) is not { } account || turn.Roster.Find(new PersonId(asked.People[index])) is not { } person)
        {
            turn.Answer(new LeftAsIs());
        }
        else if (asked.People.Count > 1)
        {
            Propose(turn, account, person);
        }
        else
        {
            Bind(turn, account, person);
        }
    }

    private static void Propose(Turn turn, Account account, Person person)
    {
        var number = (int)account.Id.Value;
        if (account.Person == person.Id)
        {
            turn.Answer(new AccountBoundAlready(number, person.Names(), turn.Roster[person.Unit].Names()));
        }
        else if (account.Id == turn.Said.By.Id)
        {
            turn.Answer(new OwnAccount(number)); // he would lose the role that could undo it
        }
        else if (account.Person is { } other && turn.Roster.Find(other) is { } present)
        {
            turn.Pending = new BindAsked(number, [person.Id.Value]);
            turn.Answer(new AccountOfAnother(number, present.Names(), person.Names()));
        }
        else
        {
            Bind(turn, account, person);
        }
    }

    private static void Bind(Turn turn, Account account, Person person)
    {
        turn.Ledger.People.Bind(account.Id, person.Id, turn.Speaker!.Id, "vouched", turn.Now);
        turn.Ledger.Audit(turn.Speaker.Id, "account.bind", $"{account.Id.Value}:{person.Id.Value}", turn.Now);
        turn.Answer(new AccountBound((int)account.Id.Value, account.Name, person.Names(), turn.Roster[person.Unit].Names()));
        Welcome.Newcomer(turn, person);
    }
}
