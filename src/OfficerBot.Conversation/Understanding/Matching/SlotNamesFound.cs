using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Names;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>Picks units, people and posts for the slots of one message.</summary>
internal sealed class SlotNamesFound(Reading reading, Match match)
{
    private readonly Exclusions _exclusions = new(reading);

    /// <summary>Units named, exclusions and captured words left out.</summary>
    public List<UnitSaid> Units(Func<int, bool> captured)
    {
        var found = new List<UnitSaid>();
        var named = reading.NameHits.FindAll(n => n.IsUnit && !captured(n.Start));
        foreach (var hit in named)
        {
            var before = reading.Text.AsSpan(0, hit.Start);
            var excluded = IsExcluded(hit.Start, hit.End) || (named.Count > 1 && IsDenied(hit, before));

            var repeated = hit.Units.Count > 0 && found.Exists(u => u.Candidates.SequenceEqual(hit.Units));
            var isName = reading.NameHits.Exists(n => !n.IsUnit && n.Start <= hit.Start && n.End >= hit.End);
            if (!excluded && !repeated && !isName && !IsOfPost(hit, found.Count > 0))
            {
                found.Add(new(reading.Folded.Slice(hit.Start, hit.End), hit.Units, hit.IsFuzzy));
            }
        }

        return found;
    }

    /// <summary>The slots with who is named only to be left out.</summary>
    public Slots LeaveOut(Slots slots) => _exclusions.Into(slots);

    /// <summary>除了双桥镇, 苇场不算: what stands here is left out.</summary>
    public bool IsExcluded(int start, int end) => _exclusions.Covers(start, end);

    /// <summary>城东、湖滨两个街道: how many units were named, and no group.</summary>
    public bool IsCount(int start)
    {
        var counted = start > 1 && reading.Text[start - 1] is '个' or '家' ? start - 2 : -1;
        return counted > 0 && (Dates.Cursor.IsChineseNumeral(reading.Text[counted]) || reading.Text[counted] == '两' || char.IsAsciiDigit(reading.Text[counted]))
            && reading.NameHits.Exists(n => n.IsUnit && n.End <= counted && reading.SkipFrom(n.End) >= counted - 1);
    }

    /// <summary>各镇环保办主任: an office within the post of other units is none asked for.</summary>
    public bool IsOfPost(NameHit hit, bool ofUnit)
        => reading.Hits.Has(Entity.Post) && reading.Hits[Entity.Post].Exists(p => p.Start == hit.Start && p.End > hit.End)
            && (ofUnit || reading.Content.Values["groups"].Any(g => reading.Hits[g.Class].Exists(h => h.End <= hit.Start)));

    /// <summary>不是城东那个: told only to keep it apart from the one meant.</summary>
    private bool IsDenied(NameHit hit, ReadOnlySpan<char> before)
        => before.EndsWith("不是", StringComparison.Ordinal) && !before.EndsWith("是不是", StringComparison.Ordinal)
            && (hit.End >= reading.Text.Length || Reading.IsSoft(reading.Text[hit.End]) || reading.Text[hit.End] is '那' or '的');

    /// <summary>People named; of several of one name those of a named unit.</summary>
    public List<PersonSaid> Persons(Func<int, bool> captured, IReadOnlyList<UnitSaid> units)
    {
        var named = units.SelectMany(u => u.Candidates).ToHashSet();
        var found = new List<PersonSaid>();
        foreach (var hit in reading.NameHits.Where(n => !n.IsUnit && !captured(n.Start)))
        {
            var inUnit = hit.People.Where(p => named.Contains(reading.Names.Roster[p].Unit)).ToList();
            var candidates = inUnit.Count > 0 ? inUnit : hit.People;
            if (!found.Exists(p => p.Candidates.SequenceEqual(candidates)))
            {
                found.Add(new(reading.Folded.Slice(hit.Start, hit.End), candidates, hit.IsFuzzy));
            }
        }

        return found;
    }

    /// <summary>The best name by sound, one character or initials, outside the words of the rule.</summary>
    public NameHit? Fuzzy(bool units, bool people) => match.Rule.Weight > 0 ? reading.Names.Fuzzy.Find(reading.Text, units, people) : null;

    /// <summary>A person of a named unit by sound or one character, where only the unit was found: 大气科张传坡.</summary>
    public NameHit? FuzzyIn(IReadOnlyList<UnitSaid> units)
        => units.Count > 0 && !reading.NameHits.Exists(n => !n.IsUnit) && Fuzzy(false, true) is { } hit
            && hit.People.Any(p => units.Any(u => u.Candidates.Contains(reading.Names.Roster[p].Unit)))
            && !reading.NameHits.Exists(n => n.Start < hit.End && hit.Start < n.End) ? hit : null;

    /// <summary>The unit by sound of a person who was found: 卫建局万玲.</summary>
    public NameHit? FuzzyOf(IReadOnlyList<PersonSaid> persons)
        => Fuzzy(true, false) is { IsUnit: true } hit && persons.Any(p => p.Candidates.Any(c => hit.Units.Contains(reading.Names.Roster[c].Unit)))
            && !reading.NameHits.Exists(n => n.Start < hit.End && hit.Start < n.End) ? hit : null;

    /// <summary>市监局方科, 公安局马队: the one person of the unit of that surname, by what an office calls its heads for short.</summary>
    public NameHit? Addressed(IReadOnlyList<UnitSaid> units)
    {
        foreach (var unit in reading.NameHits.Where(n => n.IsUnit && units.Count > 0))
        {
            var at = reading.SkipFrom(unit.End);
            var people = reading.Names.Roster.People.Where(p => unit.Units.Contains(p.Unit) && string.CompareOrdinal(reading.Text, at, NameForms.SurnameOf(p.Name), 0, NameForms.SurnameOf(p.Name).Length) == 0).Select(p => p.Id).ToList();
            var end = people.Count == 1 ? at + NameForms.SurnameOf(reading.Names.Roster[people[0]].Name).Length : reading.Text.Length;
            if (end < reading.Text.Length && ("科局股所队站工总办".Contains(reading.Text[end], StringComparison.Ordinal) || reading.Hits.At(Entity.Post, end) is not null) && !reading.NameHits.Exists(n => n.Start < end && at < n.End))
            {
                return new(at, end + 1, [], people, true);
            }
        }

        return null;
    }

    /// <summary>The post asked for or given, as written; none where it belongs to a name (何主任).</summary>
    public string? Post(Func<int, bool> captured)
    {
        foreach (var hit in reading.Hits[Entity.Post])
        {
            if (reading.Text[hit.Start] == '领' && reading.Hits[Entity.Post].Exists(p => p.Start > hit.End && reading.Text[p.Start] != '领'))
            {
                continue; // 领导叫我问公安局宣传科科长的电话
            }

            if (!captured(hit.Start) && !reading.Hits[Entity.BotName].Exists(b => b.Start <= hit.Start && b.End >= hit.End) && !reading.NameHits.Exists(n => n.Start < hit.End && hit.Start < n.End))
            {
                var post = reading.Folded.Slice(InFull(hit.Start, hit.End), hit.End);
                return post.EndsWith("officer", StringComparison.OrdinalIgnoreCase) || post.EndsWith("officers", StringComparison.OrdinalIgnoreCase) ? "信息员" : post; // what every officer is
            }
        }

        return null;
    }

    /// <summary>Where the post begins in full: 新闻部主任, when somebody of the unit right before it bears that post.</summary>
    private int InFull(int start, int end)
    {
        var unit = reading.NameHits.FindLast(n => n.IsUnit && n.End <= start && start - n.End <= 10);
        if (unit is null)
        {
            return start;
        }

        var from = reading.SkipFrom(unit.End);
        var post = from < start ? reading.Text[from..end] : "";
        return post.Length > 0 && reading.Names.Roster.People.Any(p => unit.Units.Contains(p.Unit) && p.Title.Contains(post, StringComparison.Ordinal)) ? from : start;
    }
}
