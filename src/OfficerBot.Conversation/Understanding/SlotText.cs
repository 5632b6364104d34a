using NodaTime;
using NodaTime.Text;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Understanding;

/// <summary>Slots as the label manual writes them: one pair per value, names from the roster.</summary>
public static class SlotText
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd'T'HH:mm");

    /// <summary>All pairs; list slots give one pair a value. Items give their texts.</summary>
    public static IEnumerable<(string Slot, string Value)> Of(Slots slots, RosterBook roster)
        => Single(slots).Concat(Listed(slots, roster)).Concat(slots.Other.SelectMany(Split));

    /// <summary>A stretch as ISO interval, half open, days without time: 2020-09-14/2020-09-21.</summary>
    public static string Interval(TimeSpanSaid span) => End(span, span.Start) + "/" + End(span, span.End);

    /// <summary>A moment to the minute.</summary>
    public static string Moment(LocalDateTime moment) => Minute.Format(moment);

    /// <summary>A lead as it is written: 3, 0921-02, last.</summary>
    public static string Lead(LeadSaid lead)
        => lead.IsLast ? "last" : lead.Day is { } day ? $"{day.Month:00}{day.Day:00}-{lead.Sequence:00}" : lead.Sequence.ToString();

    private static string End(TimeSpanSaid span, LocalDateTime? end)
    {
        if (end is not { } moment)
        {
            return "";
        }

        var days = (span.Start?.TimeOfDay ?? LocalTime.Midnight) == LocalTime.Midnight && (span.End?.TimeOfDay ?? LocalTime.Midnight) == LocalTime.Midnight;
        return days ? LocalDatePattern.Iso.Format(moment.Date) : Moment(moment);
    }

    private static IEnumerable<(string Slot, string Value)> Split(KeyValuePair<string, string> pair)
        => Content.SlotNames.Lists.Contains(pair.Key) ? pair.Value.Split(',').Select(v => (pair.Key, v)) : [(pair.Key, pair.Value)];

    private static IEnumerable<(string Slot, string Value)> Single(Slots s)
    {
        (string Slot, string? Value)[] all =
        [
            ("range", s.Range is null ? null : Interval(s.Range)), ("at", s.At?.Start is { } at ? Moment(at) : null), ("recur", s.Recur), ("event", s.Event),
            ("title", s.Title), ("phone", s.Phone), ("field", s.Field), ("text", s.Text), ("scope", s.Scope), ("kind", s.Kind), ("format", s.Format),
            ("what", s.What), ("op", s.Op), ("agg", s.Agg), ("reason", s.Reason), ("standing", s.Standing), ("address", s.Address),
            ("choice", s.Choice?.ToString()),
        ];
        return all.Where(p => p.Value is not null).Select(p => (p.Slot, p.Value!)); // nulls left out on the line
    }

    private static IEnumerable<(string Slot, string Value)> Listed(Slots s, RosterBook roster)
        => s.Units.Select(u => ("units", UnitName(u, roster)))
            .Concat(s.Groups.Select(g => ("groups", g)))
            .Concat(s.Persons.Select(p => ("persons", PersonName(p, roster))))
            .Concat(s.Leads.Select(l => ("lead_nos", Lead(l))))
            .Concat(s.Categories.Select(c => ("categories", c.ToString())))
            .Concat(s.Items.Select(i => ("items", i.Text)))
            .Concat(s.Media is null ? [] : s.Media.Split(',').Select(m => ("media", m)));

    internal static string UnitName(UnitSaid unit, RosterBook roster)
        => unit.Candidates.Count == 1 && roster.Find(unit.Candidates[0]) is { } known ? known.Name : unit.Words;

    /// <summary>The roster name when all candidates bear the same one; else as written.</summary>
    private static string PersonName(PersonSaid person, RosterBook roster)
    {
        var names = person.Candidates.Select(c => roster.Find(c)?.Name).Distinct().ToList();
        return names is [{ } one] ? one : person.Words;
    }
}
