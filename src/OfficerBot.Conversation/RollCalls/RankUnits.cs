using NodaTime;
using OfficerBot.Conversation.Leads;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.RollCalls;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.RollCalls;

/// <summary>
/// 本周报送排名, 倒数三名是谁, 白沙镇排第几: units by the leads filed for the days asked about, this month's, since the work began, without a day. Ranked are the units that owe leads, and
/// whoever filed some. Points and adoption are not kept, and the answer says so.
/// </summary>
public sealed class RankUnits : IDialog
{
    /// <summary>谁垫底, without a number: so many of the last.</summary>
    private const int Lowest = 3;

    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["ranking"];

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        var today = turn.Local.Date;
        var asked = turn.Understood.Slots.When is { } said ? AskedDays.Of(said, today) : new(LocalDate.Min(today, LocalDate.Max(turn.Notice.Begins, new(today.Year, today.Month, 1))), today, null);
        if (asked.Refusal is { } refusal)
        {
            turn.Answer(refusal);
        }
        else if (UnitAnswers.Unclear(turn.Understood.Slots, turn.Roster) is { } unclear)
        {
            turn.Answer(unclear);
        }
        else
        {
            turn.Answer(Ranked(turn, asked));
        }
    }

    /// <summary>A unit's place among all on those days; none while it has no lead.</summary>
    internal static IEnumerable<Reply> PlaceOf(Turn turn, UnitId unit, AskedDays asked)
    {
        var counts = turn.Ledger.Leads.CountByUnit(new LeadQuery(asked.First, asked.Last));
        var units = turn.Roster.Units.Where(u => IsRanked(turn, counts, u)).ToList();
        return Ranking.Of(units, counts).Where(p => p.Count > 0 && p.Units.Any(u => u.Id == unit)).Select(p => new StatusPlace(p.Place, units.Count, p.Count));
    }

    private static bool IsRanked(Turn turn, IReadOnlyDictionary<UnitId, int> counts, Unit unit) =>
        counts.ContainsKey(unit.Id) || (turn.Notice.LeadDuty is { } duty && Owing.Owes(duty, turn.Roster, unit.Id));

    private static Reply Ranked(Turn turn, AskedDays asked)
    {
        var slots = turn.Understood.Slots;
        var counts = turn.Ledger.Leads.CountByUnit(new LeadQuery(asked.First, asked.Last, Category: slots.Categories is [var category, ..] ? category : null));
        var units = Compared(turn, counts);
        var places = Ranking.Of(units, counts);
        var named = slots.Units.Select(u => u.Candidates[0]).ToHashSet();
        if (places.All(p => p.Count == 0))
        {
            return new NothingToRank(LeadLists.Days(asked), KindOf(turn), LeadLists.LeftOut(turn));
        }

        var shown = named.Count > 0 ? Only(places, named) : Ranking.Cut(places, Top(turn) ?? (IsFromBottom(turn) ? Lowest : null), IsFromBottom(turn));
        return new RankingShown(
            LeadLists.Days(asked), KindOf(turn), units.Count, [.. shown.Select(p => Line(turn, p, named.Count > 0)), .. Unranked(turn, places, named)], named.Count > 0 ? null : Own(turn, places, shown), LeadLists.LeftOut(turn));
    }

    // Of the kinds asked for and not left out; a unit that is asked for by name is compared with all, or with its kind where that was said.
    private static IReadOnlyList<Unit> Compared(Turn turn, IReadOnlyDictionary<UnitId, int> counts)
    {
        var slots = turn.Understood.Slots;
        var leftOut = LeftOutUnits.Of(slots);
        return [.. turn.Roster.Units.Where(u => UnitKinds.IsAny(u, [.. slots.Groups]) && !leftOut.Holds(u) && IsRanked(turn, counts, u))];
    }

    private static IReadOnlyList<RankedPlace> Only(IReadOnlyList<RankedPlace> places, HashSet<UnitId> named) =>
        [.. places.Select(p => p with { Units = [.. p.Units.Where(u => named.Contains(u.Id))] }).Where(p => p.Units.Count > 0)];

    private static int? Top(Turn turn) =>
        int.TryParse(turn.Understood.Slots.Other.GetValueOrDefault("top"), CultureInfo.InvariantCulture, out var top) && top > 0 ? top : null;

    private static bool IsFromBottom(Turn turn) => turn.Understood.Slots.Other.GetValueOrDefault("order") == "asc";

    private static Reply? KindOf(Turn turn) => turn.Understood.Slots.Categories is [var category, ..] ? new RankedCategory(LeadAnswers.CategoryName(turn.Notice, category)) : null;

    // 宣传部排第几: it owes no leads and filed none.
    private static IEnumerable<Reply> Unranked(Turn turn, IReadOnlyList<RankedPlace> places, HashSet<UnitId> named)
    {
        IReadOnlyList<IReadOnlyDictionary<string, string>> names = [.. named.Where(n => !places.Any(p => p.Units.Any(u => u.Id == n))).Select(n => LeadAnswers.UnitName(turn, n))];
        return names.Count > 0 ? [new NotRanked(names)] : [];
    }

    private static Reply Line(Turn turn, RankedPlace place, bool isNamed)
    {
        IReadOnlyList<IReadOnlyDictionary<string, string>> names = [.. place.Units.Select(u => u.Names())];
        return place.Count == 0 && !isNamed ? new RankedNone(place.Units.Count, names)
            : IsFromBottom(turn) ? new RankedFromBottom(place.FromBottom, names, place.Count)
            : new RankedLine(place.Place, names, place.Count);
    }

    // An officer who asks in private sees where his own unit stands, where it is not among those shown.
    private static Reply? Own(Turn turn, IReadOnlyList<RankedPlace> places, IReadOnlyList<RankedPlace> shown)
    {
        var own = turn.Speaker!.Unit;
        return !turn.InGroup && turn.Speaker.ReportsForUnit && !shown.Any(p => p.Units.Any(u => u.Id == own)) && places.FirstOrDefault(p => p.Units.Any(u => u.Id == own)) is { } place
            ? new RankedOwn(LeadAnswers.UnitName(turn, own), place.Place, place.Count)
            : null;
    }
}
