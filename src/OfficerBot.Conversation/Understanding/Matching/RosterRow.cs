namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>Completes the slots of a roster change from a typed row: 白沙镇 李春生 党建办副主任 19900012001; new names are not on the roster yet.</summary>
internal static class RosterRow
{
    /// <summary>The slots with person, title and phone from the row, for roster_update only.</summary>
    public static Slots Complete(string intent, Slots slots, Reading reading)
    {
        if (intent != "roster_update" || slots.Op is not ("add" or "replace" or null))
        {
            return slots.Op == "remove" ? slots with { Title = null } : slots with { Title = slots.Title?.Split(RosterCells.Breaks, 2)[0] };
        }

        var spots = reading.Content.Spots.Roster;
        var labelled = spots.PostLabels.IsIn(reading.Text);
        slots = slots with { Title = labelled || !spots.Everybodys.Is(slots.Title) ? slots.Title : null };
        var cells = new RosterCells(reading, slots);
        return slots.Op == "replace" ? Replaced(labelled ? slots with { Title = cells.Title } : slots, cells, reading) : Added(slots, cells);
    }

    private static Slots Added(Slots slots, RosterCells cells)
    {
        // 市统计局 刘洋 综合科科长: a section named in the post is no second unit.
        var title = cells.Title;
        var within = title is null ? null : slots.Units.FirstOrDefault(u => title.StartsWith(u.Words, StringComparison.Ordinal));
        title = within is not null && slots.Units.Count == 1 ? null : title;
        slots = within is not null && slots.Units.Count > 1 ? slots with { Units = [.. slots.Units.Where(u => u != within)] } : slots;
        var persons = slots.Persons.Count == 0 && cells.Name is { } name ? [new PersonSaid(name, [])] : slots.Persons;
        var other = slots.Other.Where(o => o.Key != "delegate").ToDictionary();
        return slots with { Title = slots.Phone is not null || title is not null ? title : slots.Title, Persons = persons, Other = other };
    }

    /// <summary>Who goes and who comes: the first name goes, unless only a new one is told (由宋佳接替).</summary>
    private static Slots Replaced(Slots slots, RosterCells cells, Reading reading)
    {
        var come = cells.NameIn(slots.Other.GetValueOrDefault("delegate"));
        var known = slots.Persons.Where(p => p.Words != come).ToList();
        slots = slots.Units.Count > 1 ? slots with { Units = [.. slots.Units.Where(u => !IsNewPlace(u, reading))] } : slots;
        var other = slots.Other.Where(o => o.Key != "delegate").ToDictionary();
        var old = come is null && known.Count < 2 ? null : known.FirstOrDefault();
        old ??= Gone(reading, come);
        old ??= other.TryGetValue("old_person", out var said) ? slots.Persons.FirstOrDefault(p => said.Contains(p.Words, StringComparison.Ordinal)) : null; // 原来的段志刚调走了
        if (old is not null)
        {
            other["old_person"] = NameOf(old, reading);
        }

        var fresh = come is null ? known.Skip(old is null ? 0 : 1).ToList() : [slots.Persons.FirstOrDefault(p => p.Words == come) ?? new PersonSaid(come, [])];
        return slots with { Persons = fresh, Other = other, Title = slots.Phone is null ? null : slots.Title };
    }

    /// <summary>王建军调到宣传部去了: where who leaves has gone is not the unit that changes its officer.</summary>
    private static bool IsNewPlace(UnitSaid unit, Reading reading)
        => reading.NameHits.Find(n => n.IsUnit && n.Units.SequenceEqual(unit.Candidates)) is { } hit && reading.Content.Spots.GoneTo.Before(reading.Text.AsSpan(0, hit.Start)) > 0;

    /// <summary>换成周立德，孙浩调走了: who has left is told behind who comes.</summary>
    private static PersonSaid? Gone(Reading reading, string? come)
    {
        var left = reading.Names.Words.Find("离开") is { } id ? reading.Hits[id] : [];
        var gone = reading.NameHits.Find(n => !n.IsUnit && left.Exists(h => h.Start >= n.End && h.Start <= reading.SkipFrom(n.End)) && reading.Folded.Slice(n.Start, n.End) != come);
        return gone is null ? null : new(reading.Folded.Slice(gone.Start, gone.End), gone.People);
    }

    private static string NameOf(PersonSaid person, Reading reading)
        => person.Candidates.Count > 0 ? reading.Names.Roster[person.Candidates[0]].Name : person.Words;
}
