using NodaTime;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.People;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Tests.Storage;

/// <summary>What every store must do with leads, filings and standings.</summary>
public abstract class LedgerBehaviour : StoreBehaviour
{
    private Task<Lead> File(string text, Instant? at = null, string? message = null, int item = 0, LocalDate? forDay = null) =>
        Books(books => books.Leads.Add(Samples.Lead(Cast, text, at, message, item, forDay)));

    [Fact]
    public async Task Units_left_out_of_a_query_are_neither_found_nor_counted()
    {
        await Books(books => (books.Leads.Add(Samples.Lead(Cast, "分局的")), books.Leads.Add(Samples.Lead(Cast, "镇上的") with { Unit = Cast.Town.Id })));

        Look(books => books.Leads.Find(new LeadQuery { Except = [Cast.Town.Id] })).Should().ContainSingle().Which.Text.Should().Be("分局的");
        Look(books => books.Leads.Count(new LeadQuery { Except = [Cast.Town.Id, Cast.Branch.Id] })).Should().Be(0);
        Look(books => books.Leads.Count(new LeadQuery(Units: [Cast.Town.Id]) { Except = [Cast.Branch.Id] })).Should().Be(1);
        Look(books => books.Leads.CountByUnit(new LeadQuery())).Should().Equal(new Dictionary<UnitId, int> { [Cast.Branch.Id] = 1, [Cast.Town.Id] = 1 });
    }

    [Fact]
    public async Task The_lead_somebody_withdrew_last_is_found_since_a_time_and_no_other()
    {
        var (first, second) = await Books(books => (books.Leads.Add(Samples.Lead(Cast, "第一条")), books.Leads.Add(Samples.Lead(Cast, "第二条"))));
        var noon = Samples.Morning + Duration.FromHours(3);
        await Books(books => books.Leads.Amend(second with { Status = LeadStatus.Withdrawn }, Cast.Officer.Id, noon));
        await Books(books => books.Leads.Amend(first with { Status = LeadStatus.Withdrawn }, Cast.Officer.Id, noon + Duration.FromMinutes(1)));

        Look(books => books.Leads.NewestWithdrawnBy(Cast.Officer.Id, noon))!.Id.Should().Be(first.Id);
        Look(books => books.Leads.NewestWithdrawnBy(Cast.Officer.Id, noon + Duration.FromMinutes(2))).Should().BeNull();
        Look(books => books.Leads.NewestWithdrawnBy(Cast.Deputy.Id, noon)).Should().BeNull();
        await Books(books => books.Leads.Amend(Look(b => b.Leads.Get(first.Id)) with { Status = LeadStatus.Filed }, Cast.Officer.Id, noon + Duration.FromMinutes(2)));
        Look(books => books.Leads.NewestWithdrawnBy(Cast.Officer.Id, noon))!.Id.Should().Be(second.Id);
    }

    [Fact]
    public async Task Leads_of_a_day_are_numbered_from_one_in_the_order_of_filing()
    {
        var first = await File("第一条");
        var second = await File("第二条");
        var next = await Books(books => books.Leads.Add(Samples.Lead(Cast, "次日") with { FiledOn = Samples.Day.PlusDays(1) }));

        first.Number.ToString().Should().Be("0916-01");
        second.Number.ToString().Should().Be("0916-02");
        next.Number.ToString().Should().Be("0917-01");
        Look(books => books.Leads.Find(second.Number)).Should().Be(second);
    }

    [Fact]
    public async Task A_number_is_never_given_again_after_a_withdrawal()
    {
        var first = await File("登记错了的");
        await Books(books => books.Leads.Amend(first with { Status = LeadStatus.Withdrawn }, Cast.Officer.Id, Samples.Morning));

        (await File("下一条")).Number.Sequence.Should().Be(2);
        Look(books => books.Leads.Find(first.Number))!.Status.Should().Be(LeadStatus.Withdrawn);
    }

    [Fact]
    public async Task Every_version_of_a_lead_is_kept()
    {
        var lead = await File("原文");
        var later = Samples.Morning + Duration.FromMinutes(5);
        var amended = await Books(books => books.Leads.Amend(lead with { Text = "改文", Title = "改题", Category = 3 }, Cast.Deputy.Id, later));

        amended.Should().Be(lead with { Text = "改文", Title = "改题", Category = 3, Version = 2 });
        Look(books => books.Leads.Versions(lead.Id)).Should().Equal(
            new LeadVersion(lead.Id, 1, lead.Unit, "原文", "原文", 1, LeadStatus.Filed, Cast.Officer.Id, Samples.Morning),
            new LeadVersion(lead.Id, 2, lead.Unit, "改题", "改文", 3, LeadStatus.Filed, Cast.Deputy.Id, later));
    }

    [Theory]
    [InlineData("今日 巡河  三次", "今日 巡河 三次", true)]
    [InlineData("今日巡河三次\n", "  今日巡河三次", true)]
    [InlineData("今日巡河三次", "今日巡河四次", false)]
    [InlineData("今日 巡河", "今日巡河", false)]
    public async Task The_same_text_is_found_after_folding_white_space(string filed, string asked, bool isSame)
    {
        var lead = await File(filed);

        var found = Look(books => books.Leads.WithSameText(Cast.Branch.Id, Samples.Day, asked));

        found.Should().Be(isSame ? lead : null);
    }

    [Fact]
    public async Task The_same_text_of_another_unit_another_day_or_taken_back_is_not_found()
    {
        var lead = await File("同文");

        Look(books => books.Leads.WithSameText(Cast.Town.Id, Samples.Day, "同文")).Should().BeNull();
        Look(books => books.Leads.WithSameText(Cast.Branch.Id, Samples.Day.PlusDays(1), "同文")).Should().BeNull();
        await Books(books => books.Leads.Amend(lead with { Status = LeadStatus.Withdrawn }, Cast.Officer.Id, Samples.Morning));
        Look(books => books.Leads.WithSameText(Cast.Branch.Id, Samples.Day, "同文")).Should().BeNull();
    }

    [Fact]
    public async Task Items_of_one_message_are_found_in_their_order()
    {
        var second = await File("乙", message: "m1", item: 1);
        var first = await File("甲", message: "m1", item: 0);
        await File("丙", message: "m2");

        Look(books => books.Leads.OfMessage(new ChatId(7), "m1")).Should().Equal(first, second);
        Look(books => books.Leads.SourceOf(second.Id)).Should().Be(new LeadSource(new ChatId(7), "m1", 1));
    }

    [Fact]
    public async Task A_lead_of_a_pasted_record_has_no_message()
    {
        var pasted = await File("甲");

        Look(books => books.Leads.SourceOf(pasted.Id)).Should().Be(new LeadSource(new ChatId(7), null, 0));
    }

    [Fact]
    public async Task The_newest_lead_of_a_person_is_one_in_force_and_not_older_than_asked()
    {
        var early = await File("早");
        var late = await File("晚", Samples.Morning + Duration.FromMinutes(20));

        Look(books => books.Leads.NewestBy(Cast.Officer.Id, Samples.Morning)).Should().Be(late);
        await Books(books => books.Leads.Amend(late with { Status = LeadStatus.Withdrawn }, Cast.Officer.Id, Samples.Morning));
        Look(books => books.Leads.NewestBy(Cast.Officer.Id, Samples.Morning)).Should().Be(early);
        Look(books => books.Leads.NewestBy(Cast.Officer.Id, Samples.Morning + Duration.FromMinutes(1))).Should().BeNull();
        Look(books => books.Leads.NewestBy(Cast.Deputy.Id, Samples.Morning)).Should().BeNull();
    }

    [Fact]
    public async Task A_query_gives_what_meets_every_condition_in_the_order_of_numbers()
    {
        var first = await File("防汛 100%_安全", Samples.Morning + Duration.FromHours(2));
        var second = await File("巡河", Samples.Morning, forDay: Samples.Day.PlusDays(-1));
        var third = await File("植树");
        await Books(books => books.Leads.Amend(third with { Status = LeadStatus.Withdrawn }, Cast.Officer.Id, Samples.Morning));

        Found(new()).Should().Equal(first, second);
        Found(new(ForDayFrom: Samples.Day)).Should().Equal(first);
        Found(new(ForDayTo: Samples.Day.PlusDays(-1))).Should().Equal(second);
        Found(new(FiledFrom: first.FiledAt)).Should().Equal(first);
        Found(new(FiledBefore: first.FiledAt)).Should().Equal(second);
        Found(new(Text: "0%_安")).Should().Equal(first);
        Found(new(Text: "0__安")).Should().BeEmpty();
        Found(new(Units: [Cast.Town.Id, new(77), new(78)])).Should().BeEmpty();
        Found(new(Units: [])).Should().BeEmpty();
        Found(new(Units: [Cast.Branch.Id], Category: 1, WithWithdrawn: true)).Should().HaveCount(3);
        Found(new(Limit: 1)).Should().Equal(first);
        Look(books => books.Leads.Count(new(Limit: 1))).Should().Be(2);

        IReadOnlyList<Lead> Found(LeadQuery query) => Look(books => books.Leads.Find(query));
    }

    [Fact]
    public async Task A_picture_belongs_to_a_lead_once()
    {
        var lead = await File("有图");
        var picture = new Picture(new string('a', 64), "image/png", "河道.png", 10);
        await Books(books => books.Leads.AddPicture(lead.Id, picture, Cast.Officer.Id, Samples.Morning));
        await Books(books => books.Leads.AddPicture(lead.Id, picture, Cast.Officer.Id, Samples.Morning));

        Look(books => books.Leads.Pictures(lead.Id)).Should().Equal(picture);
        Look(books => books.Leads.Get(lead.Id)).Pictures.Should().Be(1);
    }

    [Fact]
    public async Task Kinds_at_a_slot_follow_what_is_filed_and_voided()
    {
        var lead = await File("有据");
        var filed = await Books(books => books.Filings.Add(Samples.Filing(Cast, FilingKind.Lead, lead: lead.Id)));
        await Books(books => books.Filings.Add(Samples.Filing(Cast, FilingKind.Zero)));
        await Books(books => books.Filings.Add(Samples.Filing(Cast, FilingKind.Excuse, Cast.Town)));
        await Books(books => books.Filings.Add(Samples.Filing(Cast, FilingKind.Tick, slot: Samples.Noon)));

        Look(books => books.Filings.KindsAt(Samples.Today)).Should().BeEquivalentTo(new Dictionary<UnitId, FiledKinds>
        {
            [Cast.Branch.Id] = FiledKinds.Lead | FiledKinds.Zero,
            [Cast.Town.Id] = FiledKinds.Excuse,
        });

        await Books(books => books.Filings.Void(filed.Id, Cast.Officer.Id, Samples.Morning, "撤回"));
        await Books(books => books.Filings.Void(filed.Id, Cast.Officer.Id, Samples.Morning, "再撤"));

        Look(books => books.Filings.KindsAt(Samples.Today))[Cast.Branch.Id].Should().Be(FiledKinds.Zero);
        Look(books => books.Filings.OfLead(lead.Id)).Should().BeEmpty();
        Look(books => books.Filings.Of(Samples.Today, Cast.Branch.Id)).Should().ContainSingle().Which.Kind.Should().Be(FilingKind.Zero);
        Look(books => books.Filings.Of(Samples.Today)).Should().HaveCount(2);
    }

    [Fact]
    public async Task The_last_voided_filing_leaves_no_kind()
    {
        var zero = await Books(books => books.Filings.Add(Samples.Filing(Cast, FilingKind.Zero)));
        await Books(books => books.Filings.Void(zero.Id, null, Samples.Morning, "更正"));

        Look(books => books.Filings.KindsAt(Samples.Today)).Should().BeEmpty();
    }

    [Fact]
    public async Task The_newest_standing_of_a_unit_and_slot_is_in_force()
    {
        var missed = new Standing(0, Samples.Noon, Cast.Branch.Id, StandingKind.Missed, 0, null, null, Samples.Morning);
        await Books(books => books.Filings.Add(missed));
        await Books(books => books.Filings.Add(missed with { Unit = Cast.Town.Id }));
        var corrected = await Books(books => books.Filings.Add(missed with { Kind = StandingKind.Late, MinutesLate = 5, By = Cast.Deputy.Id, Reason = "mail-failure" }));

        var standings = Look(books => books.Filings.StandingsOf(Samples.Noon));
        standings.Should().HaveCount(2).And.Contain(corrected);
        var duty = Samples.Noon.Duty;
        Look(books => books.Filings.Standings(duty, Samples.Noon.At, Samples.Noon.At.PlusMinutes(1))).Should().Equal(standings);
        Look(books => books.Filings.Standings(duty, Samples.Noon.At.PlusDays(-7), Samples.Noon.At)).Should().BeEmpty();
    }

    [Fact]
    public async Task Another_group_sees_none_of_it()
    {
        var lead = await File("群内");
        var filed = await Books(books => books.Filings.Add(Samples.Filing(Cast, FilingKind.Lead, lead: lead.Id)));

        await Write(session =>
        {
            var other = session.Ledger(new GroupId("other"));
            other.Roster.Units.Should().BeEmpty();
            other.Leads.Find(lead.Number).Should().BeNull();
            other.Leads.Find(new LeadQuery()).Should().BeEmpty();
            other.Filings.KindsAt(Samples.Today).Should().BeEmpty();
            FluentActions.Invoking(() => other.Leads.Get(lead.Id)).Should().Throw<KeyNotFoundException>();
            FluentActions.Invoking(() => other.Filings.Void(filed.Id, null, Samples.Morning, "外")).Should().Throw<KeyNotFoundException>();
            FluentActions.Invoking(() => other.Leads.Amend(lead, Cast.Officer.Id, Samples.Morning)).Should().Throw<KeyNotFoundException>();
            return 0;
        });
        Look(books => books.Leads.Versions(lead.Id)).Should().ContainSingle("the failed amendment left no version");
    }
}
