using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.ChatRecords;

/// <summary>
/// Finds who of the roster a sender of a chat record is: by the name, with unit, title or post beside it (白沙镇-周晓燕, 周晓燕（信息员）), or by the English
/// name. A nickname is nobody: it is not guessed at.
/// </summary>
internal sealed class SenderNames(RosterBook roster)
{
    private static readonly string[] Posts = ["信息员", "联络员", "B角", "b角", "A角"];

    /// <summary>One: found. Several: of one name. None: unknown.</summary>
    public IReadOnlyList<Person> Find(string sender)
    {
        var name = Squeeze(sender);
        var named = roster.People.Where(p => IsNamed(p, name, sender)).ToList();
        if (named.Count < 2)
        {
            return named;
        }

        var longest = named.Max(p => p.Name.Length); // 李丹 stands inside 李丹丹
        named.RemoveAll(p => p.Name.Length < longest);
        var inUnit = named.Where(p => Forms(roster[p.Unit]).Any(f => name.Contains(f, StringComparison.Ordinal))).ToList();
        return inUnit.Count > 0 ? inUnit : named;
    }

    private bool IsNamed(Person person, string name, string sender)
    {
        if (person.EnglishName is { } english && string.Equals(english.Replace(" ", ""), name, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var at = name.IndexOf(person.Name, StringComparison.Ordinal);
        return at >= 0 && (IsApart(sender, person.Name) || IsKnown(name.Remove(at, person.Name.Length), person));
    }

    // Beside the name only marks, its unit, title or post; so 李丹妮 is not 李丹.
    private bool IsKnown(string rest, Person person)
    {
        string[] known = [.. Forms(roster[person.Unit]).OrderByDescending(f => f.Length), person.Title, .. Posts];
        var left = known.Where(k => k.Length > 0).Aggregate(rest, (text, k) => text.Replace(k, "", StringComparison.Ordinal));
        return !left.Any(char.IsLetterOrDigit);
    }

    private static bool IsApart(string sender, string name) =>
        sender.Split([' ', '-', '—', '_', '－', '/', '|', '·', '(', ')', '（', '）', '【', '】', '[', ']', '@', '\u3000', '　', '+'], StringSplitOptions.RemoveEmptyEntries).Contains(name);

    private static IEnumerable<string> Forms(Unit unit) => unit.Aliases.Prepend(unit.Name);

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('@' or '\u2005')));
}
