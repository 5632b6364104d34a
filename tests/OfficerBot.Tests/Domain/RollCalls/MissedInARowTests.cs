using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.RollCalls;

namespace OfficerBot.Tests.Domain.RollCalls;

/// <summary>Each letter is one day of a unit, the last one the newest: M missing, Z zero, X excused, U made up, R reported, - did not owe.</summary>
public class MissedInARowTests
{
    private static readonly Duty Daily = Yuanjiang.Notice.LeadDuty!; // 沅江 has one

    [Theory]
    [InlineData("MMM", 3, 3)]
    [InlineData("RMM", 2, 2)]
    [InlineData("MMMMM", 3, 5)]
    [InlineData("RMM", 3, 0)]
    [InlineData("MMZ", 2, 0)]
    [InlineData("MZM", 2, 0)]
    [InlineData("MXM", 2, 0)]
    [InlineData("MUM", 2, 0)]
    [InlineData("MMR", 2, 0)]
    [InlineData("-MM", 3, 0)]
    [InlineData("M-M", 2, 0)]
    [InlineData("MM", 3, 0)]
    public void A_row_reaches_the_last_day_without_a_break(string days, int asked, int times)
    {
        var found = MissedInARow.Last(Calls(days), asked);
        found.Rows.Select(r => r.Times).Should().Equal(times == 0 ? [] : [times]);
        found.Looked.Should().HaveCount(Math.Min(asked, days.Length)).And.EndWith(Day(days.Length - 1));
    }

    [Fact]
    public void The_day_a_row_began_is_told() => MissedInARow.Last(Calls("MRMM"), 2).Rows.Should().ContainSingle().Which.Since.Should().Be(Day(2));

    [Theory]
    [InlineData("MMRMMM", 2, 3, 3)]
    [InlineData("MMRM", 2, 2, 0)]
    [InlineData("MRMR", 2, 0, 0)]
    public void Within_days_the_longest_row_counts_wherever_it_stands(string days, int asked, int times, int since)
    {
        var rows = MissedInARow.Within(Calls(days), asked).Rows;
        rows.Select(r => (r.Times, r.Since)).Should().Equal(times == 0 ? [] : [(times, Day(since))]);
    }

    private static List<RollCall> Calls(string days) => [.. days.Select((state, i) => new RollCall(Daily, OccurrenceOn(Day(i)), true, Lines(state)))];

    private static List<RollCallLine> Lines(char state) => state == '-' ? [] : [new(Yuanjiang.Roster.Units[0], StateOf(state), null)];

    private static RollCallState StateOf(char letter) => letter switch
    {
        'M' => RollCallState.Missing,
        'Z' => RollCallState.Zero,
        'X' => RollCallState.Excused,
        'U' => RollCallState.MadeUp,
        _ => RollCallState.In,
    };

    private static LocalDate Day(int index) => new LocalDate(2020, 9, 14).PlusDays(index);

    private static Occurrence OccurrenceOn(LocalDate day) => new(new(Daily.Id, day.AtMidnight()), day, day.AtMidnight(), day.PlusDays(1).AtMidnight(), null);
}
