using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.RollCalls;
using OfficerBot.Domain.Roster;
using static OfficerBot.Tests.Domain.Yuanjiang;

namespace OfficerBot.Tests.Domain.Leads;

public class LeadDeskTests
{
    private static readonly Instant Morning = At(2020, 9, 16, 9);
    private static readonly LocalDate Today = new(2020, 9, 16);
    private static readonly LocalDate Yesterday = new(2020, 9, 15);

    private readonly PlainLedger _ledger = new();
    private readonly LeadDesk _desk;

    public LeadDeskTests() => _desk = new(_ledger, Dues);

    [Fact]
    public void A_lead_gets_the_next_number_of_the_day_and_counts_for_it()
    {
        File("清理河道三公里");
        var filed = File("拆除违建两处").Should().BeOfType<LeadResult.Filed>().Subject;
        filed.Lead.Number.ToString().Should().Be("0916-02");
        (filed.Lead.Officer, filed.Lead.Category, filed.ForAnother).Should().Be((TownOfficer.Id, 7, false));
        RollCall.Take(_ledger, DailyLead, Dues.OnDay(DailyLead, Today)!).Missing.Should().NotContain(u => u.Id == Town);
    }

    [Fact]
    public void The_same_text_twice_the_same_day_answers_with_the_old_number()
    {
        var first = (LeadResult.Filed)File("清理河道三公里");
        File("清理河道三公里").Should().Be(new LeadResult.Duplicate(first.Lead));
        File("清理河道三公里", unit: Reed).Should().BeOfType<LeadResult.Filed>("another unit's lead is another lead");
    }

    [Fact]
    public void A_lead_withdrawn_today_stands_again_under_its_number_and_counts()
    {
        var filed = (LeadResult.Filed)File("清理河道三公里");
        var gone = ((LeadResult.Withdrawn)_desk.Withdraw(filed.Lead, TownOfficer, Morning)).Lead;
        _desk.FileZero(Town, null, TownOfficer, Morning);

        var back = _desk.Restore(gone, TownOfficer, Morning + Duration.FromHours(1)).Should().BeOfType<LeadResult.Restored>().Subject;

        (back.Lead.Number, back.Lead.Status, back.Lead.Version, back.VoidedZero).Should().Be((filed.Lead.Number, LeadStatus.Filed, 3, true));
        _ledger.Versions(back.Lead.Id).Select(v => v.Status).Should().Equal(LeadStatus.Filed, LeadStatus.Withdrawn, LeadStatus.Filed);
        RollCall.Take(_ledger, DailyLead, Dues.OnDay(DailyLead, Today)!).Count(RollCallState.In).Should().Be(1);
        _desk.Restore(back.Lead, TownOfficer, Morning).Should().Be(new LeadResult.NotWithdrawn(back.Lead));
    }

    [Fact]
    public void A_withdrawn_lead_is_restored_by_who_withdrew_it_or_the_liaison_on_the_same_day_and_never_twice()
    {
        var filed = (LeadResult.Filed)File("清理河道三公里");
        var gone = ((LeadResult.Withdrawn)_desk.Withdraw(filed.Lead, Liaison, Morning)).Lead;

        _desk.Restore(gone, Officer, Morning).Should().Be(new LeadResult.NotYours());
        _desk.Restore(gone, TownOfficer, Morning).Should().Be(new LeadResult.WithdrawnByAnother(gone, Liaison.Id));
        _desk.Restore(gone, Liaison, At(2020, 9, 17)).Should().Be(new LeadResult.WithdrawnTooLongAgo(gone, Today));

        var anew = (LeadResult.Filed)File("清理河道三公里");
        _desk.Restore(gone, Liaison, Morning).Should().Be(new LeadResult.Duplicate(anew.Lead));
        _desk.Withdraw(anew.Lead, TownOfficer, Morning);
        _desk.Restore(gone, Liaison, Morning).Should().BeOfType<LeadResult.Restored>();
    }

    [Fact]
    public void A_lead_for_yesterday_makes_up_for_the_day_that_was_missed()
    {
        var yesterday = Dues.OnDay(DailyLead, Yesterday)!;
        Closing.Close(_ledger, Dues, DailyLead, yesterday, At(2020, 9, 16));
        var filed = (LeadResult.Filed)_desk.File(Item("补报的线索内容", Town) with { ForDay = Yesterday }, TownOfficer, Morning);
        filed.Standing!.Kind.Should().Be(StandingKind.MadeUp);
        filed.Lead.Number.Day.Should().Be(Today);
        RollCall.Take(_ledger, DailyLead, yesterday).Count(RollCallState.MadeUp).Should().Be(1);
        RollCall.Take(_ledger, DailyLead, Dues.OnDay(DailyLead, Today)!).Missing.Should().Contain(u => u.Id == Town);
    }

    [Fact]
    public void A_lead_filed_for_another_unit_is_credited_to_it_and_names_its_officer()
    {
        var filed = (LeadResult.Filed)_desk.File(Item("代报的线索内容", Town), Officer, Morning);
        filed.ForAnother.Should().BeTrue();
        (filed.Lead.Unit, filed.Lead.Officer, filed.Lead.FiledBy).Should().Be((Town, TownOfficer.Id, Officer.Id));
        _desk.Withdraw(filed.Lead, TownOfficer, Morning).Should().BeOfType<LeadResult.Withdrawn>("its officer can take it back");
    }

    [Fact]
    public void A_pasted_record_counts_when_its_sender_wrote_it()
    {
        var said = At(2020, 9, 15, 9, 12);
        var filed = (LeadResult.Filed)_desk.File(Item("群里说的线索", Town) with { SaidAt = said, Officer = TownOfficer.Id }, Liaison, Morning);
        (filed.Lead.FiledAt, filed.Lead.ForDay, filed.Lead.Number.Day).Should().Be((said, Yesterday, Today));
    }

    [Fact]
    public void What_cannot_be_filed_is_refused_by_name()
    {
        _desk.File(Item("内容内容", Town), Roster[new PersonId(8)], Morning).Should().BeOfType<LeadResult.NotYours>();
        _desk.File(Item("内容内容", new(99)), Officer, Morning).Should().BeOfType<LeadResult.UnitGone>();
        _desk.File(Item("  ", Town), Officer, Morning).Should().BeOfType<LeadResult.TextMissing>();
        _desk.File(Item("内容内容", Town) with { Category = 9 }, Officer, Morning).Should().BeOfType<LeadResult.NoSuchCategory>();
        _desk.File(Item("内容内容", Town) with { ForDay = new(2020, 9, 17) }, Officer, Morning).Should().BeOfType<LeadResult.DayAhead>();
        _desk.File(Item("内容内容", Town) with { ForDay = new(2019, 9, 17) }, Officer, Morning).Should().BeOfType<LeadResult.BeforeBegin>();
        _ledger.Count(new LeadQuery()).Should().Be(0);
    }

    [Fact]
    public void A_zero_report_counts_until_a_lead_takes_its_place()
    {
        _desk.FileZero(Town, null, TownOfficer, Morning).Should().BeOfType<LeadResult.ZeroFiled>();
        _desk.FileZero(Town, null, TownOfficer, Morning).Should().BeOfType<LeadResult.ZeroAlready>();
        Call().Count(RollCallState.Zero).Should().Be(1);
        ((LeadResult.Filed)File("又有线索了呢")).VoidedZero.Should().BeTrue();
        (Call().Count(RollCallState.Zero), Call().Count(RollCallState.In)).Should().Be((0, 1));
        _desk.FileZero(Town, null, TownOfficer, Morning).Should().BeOfType<LeadResult.HasLeads>();
    }

    [Fact]
    public void Zero_is_said_by_the_unit_itself_or_by_who_keeps_the_books()
    {
        _desk.FileZero(Town, null, Officer, Morning).Should().BeOfType<LeadResult.NotYours>();
        _desk.FileZero(Town, null, Liaison, Morning).Should().BeOfType<LeadResult.ZeroFiled>();
    }

    [Fact]
    public void A_withdrawn_lead_leaves_the_unit_owing_again_and_keeps_its_number()
    {
        var lead = ((LeadResult.Filed)File("登记错了的线索")).Lead;
        _desk.Withdraw(lead, Roster[new PersonId(6)], Morning).Should().BeOfType<LeadResult.NotYours>();
        var gone = (LeadResult.Withdrawn)_desk.Withdraw(lead, TownOfficer, Morning);
        gone.Lead.Status.Should().Be(LeadStatus.Withdrawn);
        Call().Missing.Should().Contain(u => u.Id == Town);
        _desk.Withdraw(gone.Lead, TownOfficer, Morning).Should().BeOfType<LeadResult.WithdrawnBefore>();
        ((LeadResult.Filed)File("登记错了的线索")).Lead.Number.ToString().Should().Be("0916-02");
    }

    [Fact]
    public void An_amended_lead_keeps_its_number_and_a_moved_one_counts_elsewhere()
    {
        var lead = ((LeadResult.Filed)File("清理河道三公里")).Lead;
        var text = (LeadResult.Amended)_desk.Amend(lead, new(Text: "清理河道五公里"), TownOfficer, Morning);
        (text.After.Title, text.After.Version, text.After.Number).Should().Be(("清理河道五公里", 2, lead.Number));
        var moved = (LeadResult.Amended)_desk.Amend(text.After, new(Unit: Reed), Liaison, Morning);
        (moved.After.Unit, moved.After.Officer).Should().Be((Reed, (PersonId?)new PersonId(6)));
        Call().Missing.Select(u => u.Id).Should().Contain(Town).And.NotContain(Reed);
        _desk.Amend(moved.After, new(Unit: Reed), Liaison, Morning).Should().BeOfType<LeadResult.Unchanged>();
    }

    [Fact]
    public void A_title_changed_by_hand_outlives_a_change_of_the_text()
    {
        var lead = ((LeadResult.Filed)File("清理河道三公里")).Lead;
        var titled = ((LeadResult.Amended)_desk.Amend(lead, new(Title: "河道清了"), TownOfficer, Morning)).After;
        ((LeadResult.Amended)_desk.Amend(titled, new(Text: "清理河道五公里"), TownOfficer, Morning)).After.Title.Should().Be("河道清了");
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void A_picture_joins_the_lead_of_the_last_ten_minutes(int minutes, bool joins)
    {
        File("清理河道三公里");
        var result = _desk.JoinPicture(new("aa", "image/png", "1.png", 3), TownOfficer, Morning + Duration.FromMinutes(minutes));
        (result is LeadResult.PictureJoined { Lead.Pictures: 1 }).Should().Be(joins);
        (result is LeadResult.NoRecentLead).Should().Be(!joins);
    }

    [Fact]
    public void What_a_unit_still_owes_names_the_open_and_the_missed()
    {
        Closing.Close(_ledger, Dues, DailyLead, Dues.OnDay(DailyLead, Yesterday)!, At(2020, 9, 16));
        _desk.File(Item("分局今天的线索", Branch), Officer, Morning);
        var owed = StatusOfUnit.Owed(_ledger, Dues, Branch, Morning);
        owed.Select(o => (o.Occurrence.Day, o.State)).Should().Equal((Yesterday, OpenState.Missed), (Today, OpenState.Owes), (Today, OpenState.In));
        StatusOfUnit.On(_ledger, Dues, Branch, Today).Should().Be(new UnitDay(Today, 1, OpenState.In));
        StatusOfUnit.On(_ledger, Dues, Silent, Today).State.Should().BeNull();
    }

    [Theory]
    [InlineData("莲湖镇开展禁捕退捕，收缴地笼46条。现场群众点赞", "莲湖镇开展禁捕退捕，收缴地笼46条")]
    [InlineData("标题一行\n后面的正文。", "标题一行")]
    [InlineData("短。句子后面还有一句话在这里。", "短。句子后面还有一句话在这里")]
    [InlineData("Cleaned 3.5 km of river bank today. People are happy.", "Cleaned 3.5 km of river bank today")]
    public void A_title_is_the_first_sentence(string text, string title) => LeadTitle.From(text).Should().Be(title);

    [Fact]
    public void A_long_title_is_cut_at_a_comma_or_never_through_a_character()
    {
        LeadTitle.From(new string('清', 20) + "，" + new string('河', 80)).Should().Be(new string('清', 20));
        var cut = LeadTitle.From(string.Concat(Enumerable.Repeat("𠮷", 60)));
        cut.Length.Should().BeLessThanOrEqualTo(LeadTitle.Most);
        cut.Should().EndWith("𠮷…");
    }

    private LeadResult File(string text, UnitId? unit = null) =>
        _desk.File(Item(text, unit ?? Town), unit is null ? TownOfficer : Liaison, Morning);

    private static LeadToFile Item(string text, UnitId unit) => new(unit, text, null, new(1), "m1", 0);

    private RollCall Call() => RollCall.Take(_ledger, DailyLead, Dues.OnDay(DailyLead, Today)!);
}
