using NodaTime;
using OfficerBot.Documents.Sheets;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Roster;
using OfficerBot.Wiring;

namespace OfficerBot.Sample;

/// <summary>Loads <c>deploy/sample/roster.csv</c> into an empty roster.</summary>
internal static class SampleRoster
{
    private static readonly char[] Separators = ['、', ';', '；'];

    private static readonly Dictionary<string, Roles> RoleWords = new()
    {
        ["信息员"] = Roles.Officer,
        ["B角"] = Roles.Deputy,
        ["联络员"] = Roles.Liaison,
        ["领导"] = Roles.Leader,
        ["审核人"] = Roles.Reviewer,
    };

    /// <summary>Adds its units and people; says how many people.</summary>
    public static int Load(ILedger ledger, Instant now)
    {
        var path = Path.Combine(Contents.ProgramFolder, "deploy", "sample", "roster.csv");
        if (TableReader.Read(File.ReadAllBytes(path), "roster.csv") is not TablesRead { Sheets: [var sheet] })
        {
            throw new InvalidDataException($"{path} is not a readable roster.");
        }

        var columns = sheet.Rows[0].Cells.Select((name, index) => (name, index)).ToDictionary(c => c.name, c => c.index);
        foreach (var row in sheet.Rows.Skip(1))
        {
            Add(ledger, name => row[columns[name]].Trim(), now);
        }

        return ledger.Roster.People.Count;
    }

    private static void Add(ILedger ledger, Func<string, string> cell, Instant now)
    {
        var unit = ledger.Roster.FindUnit(cell("单位"))
            ?? ledger.RosterChanges.AddUnit(cell("单位"), cell("类别"), Several(cell("简称")), Several(cell("英文")), now);
        if (cell("姓名").Length == 0)
        {
            return; // a unit that has named nobody
        }

        var phone = cell("联系电话") is { Length: > 0 } number ? number : null;
        var english = cell("拼音") is { Length: > 0 } pinyin ? pinyin : null;
        var roles = Several(cell("角色")).Aggregate(Roles.None, (all, word) => all | RoleWords[word]);
        ledger.RosterChanges.AddPerson(unit.Id, cell("姓名"), cell("职务"), phone, english, roles, null, now);
    }

    private static string[] Several(string cell) => cell.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
