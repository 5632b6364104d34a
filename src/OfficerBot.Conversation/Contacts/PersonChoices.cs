using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Contacts;

/// <summary>Of several people of one name the one that is meant.</summary>
internal static class PersonChoices
{
    /// <summary>The question, with a number for each.</summary>
    /// <param name="people">Row ids; who has left the roster is not offered.</param>
    public static AmbiguousPerson Ask(Turn turn, string words, IReadOnlyList<long> people)
    {
        var known = people.Select(id => turn.Roster.Find(new PersonId(id))).OfType<Person>().ToList();
        return new(
            words.Length > 0 ? words : "—",
            [.. known.Select((p, i) => new PersonChoice(i + 1, p.Names(), turn.Roster[p.Unit].Names(), p.Title))],
            [.. known.Select((_, i) => new ChoicePick(i + 1))]);
    }

    /// <summary>The place of the one picked, from 1; 0 for all of them, −1 when none or several fit.</summary>
    public static int Picked(Turn turn, IReadOnlyList<long> people) => turn.Understood.Slots.Choice ?? Named(turn, people);

    // 双桥镇的那个, 主任那个.
    private static int Named(Turn turn, IReadOnlyList<long> people)
    {
        var slots = turn.Understood.Slots;
        var units = slots.Units.SelectMany(u => u.Candidates).ToHashSet();
        var fitting = people.Select((id, i) => (Person: turn.Roster.Find(new PersonId(id)), Place: i + 1))
            .Where(p => p.Person is { } person && (units.Count == 0 || units.Contains(person.Unit))
                && (slots.Title is not { } title || person.Title.Contains(title, StringComparison.Ordinal) || FindContact.HasRole(person, title))).ToList();
        return fitting is [var only] ? only.Place : -1;
    }
}
