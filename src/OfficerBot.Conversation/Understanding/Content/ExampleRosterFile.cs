using System.Text;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Understanding.Content;

/// <summary>
/// Reads a roster csv of the plain form 单位,姓名,职务,联系电话,简称,类别,英文,拼音 (lists parted by 、 or ;): the roster that the examples of the
/// rule files talk about.
/// </summary>
public static class ExampleRosterFile
{
    /// <summary>The roster; an empty one when the file is missing.</summary>
    public static RosterBook Read(string path)
    {
        var units = new List<Unit>();
        var people = new List<Person>();
        foreach (var line in File.Exists(path) ? File.ReadAllLines(path, Encoding.UTF8).Skip(1) : [])
        {
            var cells = line.Split(',');
            if (cells.Length < 8)
            {
                continue;
            }

            var unit = units.Find(u => u.Name == cells[0]);
            if (unit is null)
            {
                unit = new(new(units.Count + 1), cells[0], cells[5], Parts(cells[4]), Parts(cells[6]));
                units.Add(unit);
            }

            if (cells[1].Length > 0)
            {
                people.Add(new(new(people.Count + 1), unit.Id, cells[1], cells[2], cells[3].Length > 0 ? cells[3] : null, cells[7].Length > 0 ? cells[7] : null, Roles.Officer));
            }
        }

        return new(1, units, people);
    }

    private static string[] Parts(string cell) => cell.Split(['、', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
