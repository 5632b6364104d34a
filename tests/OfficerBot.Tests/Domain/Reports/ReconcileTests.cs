using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Reports;
using OfficerBot.Domain.Roster;
using static OfficerBot.Tests.Domain.Yuanjiang;

namespace OfficerBot.Tests.Domain.Reports;

public class ReconcileTests
{
    [Fact]
    public void A_lead_that_no_section_holds_makes_the_paper_refused()
    {
        var result = SituationComposer.Compose(Facts([LeadOf(1, 3), LeadOf(2, 99)]));
        result.Should().BeOfType<SituationResult.Unreconciled>().Which.Mismatches.Should().Contain(new Mismatch("categories", 2, 1));
    }

    [Fact]
    public void A_picture_that_cannot_be_found_makes_the_paper_refused() =>
        SituationComposer.Compose(Facts([LeadOf(1, 3) with { Pictures = 2 }])).Should().BeOfType<SituationResult.Unreconciled>()
            .Which.Mismatches.Should().Equal(new Mismatch("pictures", 2, 0));

    [Fact]
    public void A_number_that_stands_twice_makes_the_paper_refused() =>
        SituationComposer.Compose(Facts([LeadOf(1, 3), LeadOf(1, 4)])).Should().BeOfType<SituationResult.Unreconciled>();

    [Fact]
    public void Sections_follow_the_notice_and_add_up()
    {
        var report = ((SituationResult.Composed)SituationComposer.Compose(Facts([LeadOf(1, 4), LeadOf(2, 1), LeadOf(3, 4)]))).Report;
        report.Sections.Select(s => (s.Category.Number, s.Items.Count)).Should().Equal((1, 1), (4, 2));
        report.Sections.Sum(s => s.Items.Count).Should().Be(report.Totals.Leads);
    }

    [Fact]
    public void A_weekly_lead_of_an_unknown_category_makes_the_paper_refused() =>
        WeeklyComposer.Compose(Weekly([LeadOf(1, 99)], [])).Should().BeOfType<WeeklyResult.Unreconciled>()
            .Which.Mismatches.Should().Equal(new Mismatch("categories", 1, 0));

    [Fact]
    public void A_standing_of_a_unit_that_cannot_be_named_makes_the_paper_refused()
    {
        var standing = new Standing(1, new(DailyLead.Id, new(2020, 9, 16, 0, 0)), new(99), StandingKind.OnTime, 0, null, null, At(2020, 9, 17));
        WeeklyComposer.Compose(Weekly([], [standing])).Should().BeOfType<WeeklyResult.Unreconciled>()
            .Which.Mismatches.Should().Equal(new Mismatch("standings", 1, 0));
    }

    private static Lead LeadOf(int sequence, int category) => new(
        new(sequence), new(new(2020, 9, 16), sequence), Branch, null, Officer.Id, new(2020, 9, 16), At(2020, 9, 16, 9), "题", "文", category, 1,
        LeadStatus.Filed, 0);

    private static SituationFacts Facts(IReadOnlyList<Lead> leads) => new(
        Roster[Branch], Dues.OnDay(NoonReport, new(2020, 9, 16))!, 1, 1, At(2020, 9, 14, 12), At(2020, 9, 16, 10), Yuanjiang.Notice.Categories, leads,
        Array.Empty<(LeadId Id, Picture Picture)>().ToLookup(p => p.Id, p => p.Picture), []);

    private static WeeklyFacts Weekly(IReadOnlyList<Lead> leads, IReadOnlyList<Standing> standings) => new(
        Ladder.WeeklySlot(new(2020, 9, 18), new(16, 0)), 1, 1, At(2020, 9, 11, 16), At(2020, 9, 18, 16), Yuanjiang.Notice, Roster, leads,
        standings.Select(s => (DailyLead, Dues.OnDay(DailyLead, s.Slot.At.Date)!, s)).ToList(), []);
}
