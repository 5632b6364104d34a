using NodaTime;
using OfficerBot.Conversation.Roster;
using OfficerBot.Domain.Roster;
using OfficerBot.Files;
using OfficerBot.Storage;

namespace OfficerBot.Requests;

/// <summary>
/// The first roster of a group, from a file. Later ones are sent to the bot in chat, where the liaison sees what would change and says yes to it.
/// </summary>
internal static class FirstRoster
{
    /// <summary>Carries it into an empty roster.</summary>
    public static RequestAnswer Import(WriteSession session, OperatorRequest.Import wish, Instant now)
    {
        var ledger = session.Ledger(new GroupId(wish.Group));
        if (ledger.Roster.People.Count > 0)
        {
            return RequestAnswer.Refused($"The group {wish.Group} has a roster of {ledger.Roster.People.Count} people. Send the file to the bot in chat: it shows what would change first.");
        }

        var read = new Tables().Read(wish.Bytes, wish.Name);
        if (read is not TableRead.Sheets sheets)
        {
            return RequestAnswer.Refused($"{wish.Name} cannot be read: {(read as TableRead.Refused)?.Why}. Allowed: .xlsx and .csv.");
        }

        if (sheets.All.Select(RosterReader.Read).FirstOrDefault(s => s is not null) is not { } sheet)
        {
            return RequestAnswer.Refused($"{wish.Name} has no header row with 单位、姓名、职务、联系电话.");
        }

        var plan = RosterImport.Plan(sheet, ledger.Roster);
        plan.Carry(ledger, null, now);
        return new(true, [.. plan.Doubts.Select(d => $"row {d.Row}: {d.Kind} {d.Words}".TrimEnd()), $"{ledger.Roster.Units.Count} units, {ledger.Roster.People.Count} people."]);
    }
}
