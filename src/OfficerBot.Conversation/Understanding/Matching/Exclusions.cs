using System.Buffers;
using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Scan;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>What is named only to leave it out: 除了白沙、双桥, 苇场不算, apart from Chengxi and Hubin.</summary>
internal sealed class Exclusions(Reading reading)
{
    /// <summary>How far a list of what is left out may go, in characters.</summary>
    private const int LongestList = 24;
    private static readonly SearchValues<char> Ends = SearchValues.Create(",。?!;:的外");
    private readonly List<Hit> _before = reading.Hits[Entity.LeavingOut];
    private readonly List<Hit> _after = reading.Hits[Entity.LeftOut];

    /// <summary>The slots with the units and kinds of unit that are named only to be left out; as they were where none are.</summary>
    public Slots Into(Slots slots) => _before.Count + _after.Count == 0 ? slots : slots with { ExceptUnits = [.. Units(), .. StrangeNames.LeftOut(reading, _before, _after)], ExceptGroups = Groups() };

    /// <summary>True when the name or group from start to end is left out.</summary>
    public bool Covers(int start, int end) => (_before.Count > 0 && IsBehind(start)) || (_after.Count > 0 && IsAhead(end));

    private List<UnitSaid> Units() =>
        [.. reading.NameHits.Where(n => n.IsUnit && Covers(n.Start, n.End)).Select(n => new UnitSaid(reading.Folded.Slice(n.Start, n.End), n.Units))];

    // 城东街道 says no 街道, and of 乡镇街道 and 街道 the longer is said.
    private List<string> Groups()
    {
        var groups = reading.Content.Values["groups"].SelectMany(v => reading.Hits[v.Class].Where(h => !InUnit(h) && Covers(h.Start, h.End)).Select(h => (v.Value, Hit: h))).ToList();
        groups.RemoveAll(v => groups.Exists(w => w.Hit.Start <= v.Hit.Start && w.Hit.End >= v.Hit.End && w.Hit.Length > v.Hit.Length));
        return [.. groups.Select(g => g.Value).Distinct()];
    }

    private bool InUnit(Hit hit) => reading.NameHits.Exists(n => n.IsUnit && n.Start < hit.End && hit.Start < n.End);

    private bool IsBehind(int start)
    {
        foreach (var word in _before)
        {
            if (word.End <= start && start - word.End <= LongestList && IsList(reading.Text.AsSpan(word.End, start - word.End), atEnd: true))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAhead(int end)
    {
        foreach (var word in _after)
        {
            if (word.Start >= end && word.Start - end <= LongestList && (reading.SkipFrom(end) >= word.Start || IsList(reading.Text.AsSpan(end, word.Start - end), atEnd: false)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Nothing, or words of one sentence part that a join parts from the name.</summary>
    private bool IsList(ReadOnlySpan<char> between, bool atEnd)
    {
        between = between.Trim();
        if (between.IsEmpty)
        {
            return true;
        }

        var joins = reading.Content.Spots.Joins;
        return (atEnd ? joins.Before(between) : joins.At(between)) > 0 && between.IndexOfAny(Ends) < 0;
    }
}
