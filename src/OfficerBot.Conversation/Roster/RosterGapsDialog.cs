using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.RollCalls;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Roster;

/// <summary>哪些单位还没有信息员，谁还没进群: units without an officer, and those who report and whom the bot has not met or cannot call.</summary>
public sealed class RosterGapsDialog : IDialog
{
    private const int MostNames = 30;

    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["roster_missing"];

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        var kinds = turn.Understood.Slots.Groups;
        var units = turn.Roster.Units.Where(u => UnitKinds.IsAny(u, kinds)).ToList();
        var people = units.SelectMany(u => turn.Roster.PeopleOf(u.Id)).Where(p => p.ReportsForUnit).ToList();
        var parts = new List<Reply>();
        AddUnless(parts, [.. units.Where(u => turn.Roster.OfficerOf(u.Id) is null).Select(u => u.Names())], (n, names) => new UnitsWithoutOfficer(n, names));
        AddUnless(parts, [.. people.Where(p => turn.Ledger.People.AccountsOf(p.Id).Count == 0).Select(p => WithUnit(p, turn.Roster))], (n, names) => new PeopleUnmet(n, names));
        AddUnless(parts, [.. people.Where(p => p.Phone is null).Select(p => WithUnit(p, turn.Roster))], (n, names) => new PeopleWithoutPhone(n, names));
        turn.Answer(parts.Count > 0 ? new RosterGaps(parts) : new RosterWithoutGaps());
    }

    private static IReadOnlyDictionary<string, string> WithUnit(Person person, RosterBook roster)
    {
        var (name, unit) = (person.Names(), roster[person.Unit].Names());
        return Naming.Both($"{name["zh"]}（{unit["zh"]}）", $"{name["en"]} ({unit["en"]})");
    }

    private static void AddUnless(
        List<Reply> parts, IReadOnlyList<IReadOnlyDictionary<string, string>> names, Func<int, IReadOnlyList<IReadOnlyDictionary<string, string>>, Reply> part)
    {
        if (names.Count > 0)
        {
            parts.Add(part(names.Count, [.. names.Take(MostNames)]));
        }
    }
}
