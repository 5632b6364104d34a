using NodaTime;
using OfficerBot.Conversation.Roster;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Roster;
using OfficerBot.Files;
using OfficerBot.Wiring;

namespace OfficerBot.Sample;

/// <summary>Loads <c>deploy/sample/roster.csv</c> into an empty roster, as an import would.</summary>
internal static class SampleRoster
{
    /// <summary>Adds its units and people; says how many people.</summary>
    public static int Load(ILedger ledger, Instant now)
    {
        var path = Path.Combine(Contents.ProgramFolder, "deploy", "sample", "roster.csv");
        if (new Tables().Read(File.ReadAllBytes(path), "roster.csv") is not TableRead.Sheets { All: [var rows] } || RosterReader.Read(rows) is not { } sheet)
        {
            throw new InvalidDataException($"{path} is not a readable roster.");
        }

        RosterImport.Plan(sheet, ledger.Roster).Carry(ledger, null, now);
        return ledger.Roster.People.Count;
    }
}
