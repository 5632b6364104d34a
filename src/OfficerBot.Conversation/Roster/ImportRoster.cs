using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Roster;

/// <summary>An import was shown and waits for a yes. Kept are the file's rows, so that the plan can be made anew for the roster of that moment.</summary>
/// <param name="Revision">The roster the preview was made for.</param>
public sealed record ImportAsked(string File, RosterSheet Sheet, long Revision) : DialogState
{
    /// <inheritdoc/>
    public override string Pending => "import";
}

/// <summary>A roster file in private, from the liaison or a leader: a preview first, written after a yes, and only for the roster that was shown.</summary>
/// <param name="tables">Reads a file that was not read before the turn.</param>
public sealed class ImportRoster(IReadTables tables) : IDialog
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["file_received", "roster_import"];

    /// <inheritdoc/>
    public bool Owns(DialogState state) => state is ImportAsked;

    /// <inheritdoc/>
    public bool Takes(Turn turn) => turn.Understood.Intent is "confirm_yes" or "confirm_no" or "cancel";

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        var said = (Said.Words)turn.Said;
        if (turn.Pending is ImportAsked asked && Takes(turn) && said.Files.Count == 0)
        {
            Answered(turn, asked);
        }
        else if (!turn.Speaker!.KeepsBooks) // strangers never reach a dialog
        {
            Refuse(turn, said);
        }
        else if (said.Files.Count == 0)
        {
            turn.Answer(new ImportHow());
        }
        else if (turn.InGroup)
        {
            turn.AnswerPrivately(new ImportInPrivate());
        }
        else
        {
            Show(turn, said.Files[0]);
        }
    }

    // A file in the group that is not for the bot concerns nobody.
    private static void Refuse(Turn turn, Said.Words said)
    {
        if (!turn.InGroup || said.Mentioned)
        {
            turn.Answer(said.Files.Count > 0 && turn.Speaker!.ReportsForUnit ? new FileNotRead(said.Files[0].Name) : new NotAllowed(new AllowedBooks()));
        }
    }

    private void Show(Turn turn, SaidFile file)
    {
        turn.Pending = null;
        switch (file.Table ?? tables.Read(file.Bytes, file.Name))
        {
            case TableRead.Refused refused:
                turn.Answer(new TableUnreadable(file.Name, RosterAnswers.Why(refused.Why)));
                break;
            case TableRead.Sheets sheets when sheets.All.Select(RosterReader.Read).FirstOrDefault(s => s is not null) is { } sheet:
                Propose(turn, file.Name, sheet, hasMovedOn: false);
                break;
            default:
                turn.Answer(new TableUnreadable(file.Name, new FileWithoutHeader()));
                break;
        }
    }

    private static void Propose(Turn turn, string file, RosterSheet sheet, bool hasMovedOn)
    {
        var plan = RosterImport.Plan(sheet, turn.Roster);
        if (plan.IsEmpty)
        {
            turn.Pending = null;
            turn.Answer(new RosterUnchanged(file, turn.Roster.People.Count, RosterAnswers.Parts(plan, turn.Roster)));
            return;
        }

        turn.Pending = new ImportAsked(file, sheet, turn.Roster.Revision);
        turn.Answer(RosterAnswers.Preview(file, plan, turn.Roster, hasMovedOn));
    }

    private static void Answered(Turn turn, ImportAsked asked)
    {
        if (turn.Understood.Intent != "confirm_yes")
        {
            turn.Pending = null;
            turn.Answer(new Cancelled());
            return;
        }

        if (!turn.Speaker!.KeepsBooks)
        {
            turn.Pending = null;
            turn.Answer(new NotAllowed(new AllowedBooks())); // his role ended between question and answer
            return;
        }

        if (asked.Revision != turn.Roster.Revision)
        {
            Propose(turn, asked.File, asked.Sheet, hasMovedOn: true);
            return;
        }

        turn.Pending = null;
        var plan = RosterImport.Plan(asked.Sheet, turn.Roster);
        plan.Carry(turn.Ledger, turn.Speaker.Id, turn.Now);
        turn.Ledger.Audit(turn.Speaker.Id, "roster.import", $"+{plan.Added.Count} ~{plan.Changed.Count} -{plan.Removed.Count} units {plan.ChangedUnits.Count}", turn.Now);
        turn.Answer(new RosterImported(plan.Added.Count, plan.Changed.Count, plan.Removed.Count, turn.Roster.People.Count,
            plan.ChangedUnits.Count > 0 ? new RosterUnitsChanged(plan.ChangedUnits.Count) : null));
    }
}
