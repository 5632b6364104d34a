using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Contacts;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Turns;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Roster;

/// <summary>A single change of the roster was shown, or waits for one of several people to be chosen.</summary>
/// <param name="People">Row ids of whom it may be about.</param>
public sealed record UpdateAsked(
    RosterOp Op, string? Unit, IReadOnlyList<long> People, string? Name, string? Title, string? Phone, long Revision) : DialogState
{
    /// <inheritdoc/>
    public override string Pending => People.Count > 1 ? "choice" : "import";
}

/// <summary>Single changes by words ("白沙镇信息员换成张小慧，19900000099"): liaison or leader, shown first, written after a yes.</summary>
public sealed class UpdateRoster : IDialog
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["roster_update"];

    /// <inheritdoc/>
    public bool Owns(DialogState state) => state is UpdateAsked;

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        if (!turn.Speaker!.KeepsBooks) // strangers never reach a dialog
        {
            Refuse(turn);
        }
        else if (turn.Pending is UpdateAsked asked && IDialog.IsAnswer(turn.Understood.Intent))
        {
            Answered(turn, asked);
        }
        else if (Unclear(turn, turn.Understood.Slots) is { } unclear)
        {
            turn.Answer(unclear);
        }
        else
        {
            Begin(turn, turn.Understood.Slots);
        }
    }

    // Officers write such lines to each other in the group; only when they mean the bot they are told who may.
    private static void Refuse(Turn turn)
    {
        if (!turn.InGroup || ((Said.Words)turn.Said).Mentioned)
        {
            turn.Answer(new NotAllowed(new AllowedBooks()));
        }
    }

    private static Reply? Unclear(Turn turn, Slots slots) => slots.Units.FirstOrDefault(u => u.Candidates.Count != 1) is { } unit
        ? UnitAnswers.Unclear(unit, turn.Roster)
        : null;

    private static void Begin(Turn turn, Slots slots)
    {
        var op = slots.Op switch
        {
            "replace" => RosterOp.Replace,
            "remove" => RosterOp.Remove,
            "set_phone" => RosterOp.SetPhone,
            "set_title" => RosterOp.SetTitle,
            _ => RosterOp.Add,
        };
        var unit = slots.Units is [{ Candidates: [var only] }, ..] ? turn.Roster[only] : null;
        var asked = op is RosterOp.Add or RosterOp.Replace ? Newcomer(turn, slots, op, unit) : Known(slots, op, unit);
        if (asked is null)
        {
            turn.Answer(new UpdateHow());
        }
        else if (asked.People.Count > 1)
        {
            turn.Pending = asked with { Revision = turn.Roster.Revision };
            turn.Answer(PersonChoices.Ask(turn, slots.Persons[0].Words, asked.People));
        }
        else
        {
            Propose(turn, asked, hasMovedOn: false);
        }
    }

    private static UpdateAsked? Newcomer(Turn turn, Slots slots, RosterOp op, Unit? unit)
    {
        var relieved = unit is null ? null : turn.Roster.OfficerOf(unit.Id);
        var name = slots.Persons.Select(p => p.Candidates is [var id, ..] ? turn.Roster[id].Name : CellWords(p.Words)).LastOrDefault(n => n != relieved?.Name || op == RosterOp.Add);
        return unit is null || name is null
            ? null
            : new(op, unit.Name, op == RosterOp.Replace && relieved is not null ? [relieved.Id.Value] : [], name, slots.Title, slots.Phone, 0);
    }

    // Chinese names without padding, others with single blanks.
    private static string CellWords(string words) =>
        string.Join(words.Any(char.IsAsciiLetter) ? " " : "", words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static UpdateAsked? Known(Slots slots, RosterOp op, Unit? unit)
    {
        var people = slots.Persons.FirstOrDefault(p => p.Candidates.Count > 0)?.Candidates.Select(c => c.Value).ToList() ?? [];
        var isWhole = op switch
        {
            RosterOp.SetPhone => slots.Phone is not null,
            RosterOp.SetTitle => slots.Title is not null,
            _ => true,
        };
        return people.Count > 0 && isWhole ? new(op, unit?.Name, people, null, slots.Title, slots.Phone, 0) : null;
    }

    private static void Propose(Turn turn, UpdateAsked asked, bool hasMovedOn)
    {
        turn.Pending = null;
        if (Plan(turn, asked) is not { } plan)
        {
            turn.Answer(new LeftAsIs()); // who it was about has left the roster
        }
        else if (plan.IsEmpty)
        {
            turn.Answer(new UpdateUnchanged(RosterAnswers.Parts(plan, turn.Roster)));
        }
        else
        {
            turn.Pending = asked with { Revision = turn.Roster.Revision };
            IReadOnlyList<Reply> parts = plan.Removed.Count > 0
                ? [new EntryRemoved([.. plan.Removed.Select(p => RosterAnswers.Line(p, turn.Roster))])]
                : RosterAnswers.Parts(plan, turn.Roster);
            turn.Answer(new UpdatePreview(hasMovedOn ? new RosterMovedOn() : null, parts));
        }
    }

    private static RosterPlan? Plan(Turn turn, UpdateAsked asked)
    {
        var person = asked.People is [var id] ? turn.Roster.Find(new PersonId(id)) : null;
        return asked.People.Count == 1 && person is null
            ? null
            : new RosterWish(asked.Op, asked.Unit, person, asked.Name, asked.Title, asked.Phone).Plan(turn.Roster);
    }

    private static void Answered(Turn turn, UpdateAsked asked)
    {
        var choice = turn.Understood.Slots.Choice;
        if (asked.People.Count > 1 && choice > 0 && choice <= asked.People.Count)
        {
            Propose(turn, asked with { People = [asked.People[choice.Value - 1]] }, hasMovedOn: false);
        }
        else if (turn.Understood.Intent != "confirm_yes" || asked.People.Count > 1)
        {
            turn.Pending = null;
            turn.Answer(new Cancelled());
        }
        else if (asked.Revision != turn.Roster.Revision)
        {
            Propose(turn, asked, hasMovedOn: true);
        }
        else
        {
            Carry(turn, asked);
        }
    }

    private static void Carry(Turn turn, UpdateAsked asked)
    {
        turn.Pending = null;
        Plan(turn, asked)!.Carry(turn.Ledger, turn.Speaker!.Id, turn.Now); // the same roster as when it was shown
        turn.Ledger.Audit(turn.Speaker.Id, "roster.update", asked.Op.ToString(), turn.Now);
        turn.Answer(new RosterUpdated());
    }
}
