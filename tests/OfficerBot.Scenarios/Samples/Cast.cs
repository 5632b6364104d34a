using OfficerBot.Conversation.Samples;
using OfficerBot.Domain.Roster;
using OfficerBot.Scenarios.Office;

namespace OfficerBot.Scenarios.Samples;

/// <summary>Who is who in a sample, and their seats.</summary>
internal sealed class Cast(OfficeUnderTest office)
{
    private readonly Dictionary<(string Who, bool InGroup), Seat> _seats = [];

    /// <summary>The seat of a speaker, taken when it is first wanted.</summary>
    /// <param name="opens">Whether the room is opened with it, so that the greeting is over when he speaks.</param>
    public async Task<Seat> SeatAsync(Speaker who, bool inGroup, bool opens)
    {
        var key = (Find(who)?.Id.Value.ToString(CultureInfo.InvariantCulture) ?? $"stranger {who.Name}", inGroup);
        if (_seats.TryGetValue(key, out var known))
        {
            return known;
        }

        var seat = _seats[key] = Find(who) is null && who.Name is { } name
            ? await office.SitAsStrangerAsync(name, inGroup)
            : await office.SitAsync(Find(who)?.Id.Value.ToString(CultureInfo.InvariantCulture) ?? Speaker.Stranger, inGroup);
        if (opens)
        {
            await seat.OpenAsync();
        }

        return seat;
    }

    /// <summary>The person of the roster; null for a stranger.</summary>
    /// <exception cref="InvalidOperationException">Nobody, or several, are meant.</exception>
    public Person? Find(Speaker who)
    {
        if (who.Role == Speaker.Stranger)
        {
            return null;
        }

        var roster = office.Roster;
        var people = roster.People.Where(p => (who.Name is null || p.Name == who.Name) && HoldsRole(p, who.Role) && IsOf(roster[p.Unit], who.Unit)).ToList();
        return people.Count == 1 || (people.Count > 1 && who.Name is null)
            ? people[0]
            : throw new InvalidOperationException($"“{who}” means {people.Count} people of the sample's roster.");
    }

    private static bool HoldsRole(Person person, string? role) =>
        role is null || person.Roles.HasFlag(Enum.Parse<Roles>(role, ignoreCase: true));

    private static bool IsOf(Unit unit, string? said) =>
        said is null || unit.Name == said || unit.Aliases.Contains(said) || unit.EnglishNames.Contains(said, StringComparer.OrdinalIgnoreCase);
}
