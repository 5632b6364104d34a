using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.Leads;

/// <summary>One place of a ranking, shared by units of the same count.</summary>
/// <param name="Place">1 and up; after a place shared by two comes the next but one.</param>
/// <param name="FromBottom">The same counted from the end: 1 for the last.</param>
/// <param name="Count">Leads of each of them.</param>
/// <param name="Units">In the order of the roster.</param>
public sealed record RankedPlace(int Place, int FromBottom, int Count, IReadOnlyList<Unit> Units);

/// <summary>Units ranked by their leads.</summary>
public static class Ranking
{
    /// <summary>All places, the first first; units without leads share the last.</summary>
    public static IReadOnlyList<RankedPlace> Of(IReadOnlyList<Unit> units, IReadOnlyDictionary<UnitId, int> counts)
    {
        var places = new List<RankedPlace>();
        var before = 0;
        foreach (var level in units.GroupBy(u => counts.GetValueOrDefault(u.Id)).OrderByDescending(g => g.Key))
        {
            IReadOnlyList<Unit> sharing = [.. level];
            places.Add(new(before + 1, units.Count - before - sharing.Count + 1, level.Key, sharing));
            before += sharing.Count;
        }

        return places;
    }

    /// <summary>
    /// The first or last places, until as many units are named as were asked for; who shares the last of them is named too. Whoever has no lead is not
    /// among the first.
    /// </summary>
    /// <param name="top">How many units; null for all.</param>
    /// <param name="fromBottom">The last first.</param>
    public static IReadOnlyList<RankedPlace> Cut(IReadOnlyList<RankedPlace> places, int? top, bool fromBottom)
    {
        var ordered = fromBottom ? places.Reverse() : top is null ? places : places.Where(p => p.Count > 0);
        var named = 0;
        return [.. ordered.TakeWhile(p => (named += p.Units.Count) - p.Units.Count < (top ?? int.MaxValue))];
    }
}
