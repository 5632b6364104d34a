using OfficerBot.Domain.Roster;

namespace OfficerBot.Tests.Domain.Rosters;

public class RosterImportTests
{
    private static readonly Unit Baisha = new(new(1), "白沙镇", "镇", ["白沙"], []);
    private static readonly Unit Branch = new(new(2), "益阳市生态环境局沅江分局", "垂管单位", ["沅江分局", "分局"], []);
    private static readonly Person Xiaoyan = new(new(1), Baisha.Id, "周晓燕", "信息员", "19900000012", null, Roles.Officer);
    private static readonly Person Jianjun = new(new(2), Baisha.Id, "王建军", "宣传委员", "19900000013", null, Roles.Deputy);
    private static readonly Person Yichao = new(new(3), Branch.Id, "刘艺超", "股长", "19900000001", "Liu Yichao", Roles.Liaison);
    private static readonly RosterBook Book = new(7, [Baisha, Branch], [Xiaoyan, Jianjun, Yichao]);

    [Theory]
    [InlineData("13800138000", "13800138000", null)]
    [InlineData("１３８００１３８０００", "13800138000", null)]
    [InlineData("+86 138-0013-8000", "13800138000", null)]
    [InlineData("8613800138000", "13800138000", null)]
    [InlineData("1.3800138E10", null, RosterDoubtKind.PhoneLost)]
    [InlineData("1.3800138000E10", "13800138000", null)]
    [InlineData("1.38E+10", null, RosterDoubtKind.PhoneLost)]
    [InlineData("13800138000、0737-2721234", "13800138000", RosterDoubtKind.SeveralPhones)]
    [InlineData("0737-2721234 13800138000", "13800138000", RosterDoubtKind.SeveralPhones)]
    [InlineData("0737—2721234", "07372721234", null)]
    [InlineData("7372721234", "07372721234", RosterDoubtKind.LeadingZero)]
    [InlineData("2721234", "2721234", null)]
    [InlineData("12345", null, RosterDoubtKind.PhoneUnreadable)]
    [InlineData("同上", null, RosterDoubtKind.PhoneUnreadable)]
    [InlineData("", null, null)]
    public void A_phone_is_read_as_people_write_it(string cell, string? phone, RosterDoubtKind? doubt) =>
        PhoneCell.Read(cell).Should().Be(new PhoneCell(phone, doubt));

    [Fact]
    public void The_header_is_found_below_titles_under_its_other_names()
    {
        var sheet = Read("附件1", "", "信息员名单", "序号|单 位|信息员|职　务|联系\n电 话：", "1|白沙镇|周　晓 燕|干事|19900000012");

        sheet.Entries.Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Row = 5, Unit = "白沙镇", Name = "周晓燕", Title = "干事", Phone = "19900000012", Roles = (Roles?)null, IsNamedOfficer = true,
        });
    }

    [Fact]
    public void A_table_without_units_is_no_roster() => RosterReader.Read(Rows("姓名|电话", "周晓燕|19900000012")).Should().BeNull();

    [Fact]
    public void Names_lose_padding_and_keep_the_dot_of_minority_names() =>
        Read("单位|姓名", "白沙镇|阿依·古丽 ", "白沙镇|阿依•古丽").Entries.Select(e => e.Name).Should().Equal("阿依·古丽", "阿依·古丽");

    [Fact]
    public void A_file_that_says_what_the_roster_says_changes_nothing() =>
        Plan("单位|姓名|职务|联系电话", "白沙镇|周晓燕|信息员|19900000012", "白沙|王建军|宣传委员|", "沅江分局|刘艺超||").IsEmpty.Should().BeTrue();

    [Fact]
    public void A_short_form_written_in_any_row_of_its_unit_is_added()
    {
        var plan = Plan("单位|姓名|简称", "白沙镇|周晓燕|沙窝子、白沙", "白沙镇|王建军|白沙", "益阳市生态环境局沅江分局|刘艺超|");

        plan.ChangedUnits.Should().ContainSingle().Which.After.Should().BeEquivalentTo(Baisha with { Aliases = ["沙窝子", "白沙"] });
        plan.IsEmpty.Should().BeFalse();
        (plan.Changed.Count + plan.Added.Count + plan.Removed.Count).Should().Be(0);
    }

    [Fact]
    public void A_file_without_the_column_keeps_the_short_forms() =>
        Plan("单位|姓名|职务|联系电话", "白沙镇|周晓燕|信息员|19900000098").ChangedUnits.Should().BeEmpty();

    [Fact]
    public void Added_changed_and_removed_are_told_apart()
    {
        var plan = Plan("单位|姓名|职务|联系电话", "白沙镇|周晓燕|信息员|19900000098", "白沙镇|张小慧|干事|19900000099", "河口镇|李春生|干事|19900000097");

        plan.Changed.Should().ContainSingle().Which.After.Phone.Should().Be("19900000098");
        plan.Added.Select(p => (p.Unit, p.Name, p.Roles)).Should().Equal(("白沙镇", "张小慧", Roles.None), ("河口镇", "李春生", Roles.Officer));
        plan.Removed.Should().Equal(Jianjun); // the branch is not in the file
        plan.Units.Select(u => u.Name).Should().Equal("河口镇");
    }

    [Fact]
    public void Whoever_takes_over_an_officers_number_is_somebody_new_and_becomes_officer()
    {
        var plan = Plan("单位|姓名|联系电话", "白沙镇|张小慧|19900000012", "白沙镇|王建军|19900000013");

        plan.Removed.Should().Equal(Xiaoyan);
        plan.Added.Should().ContainSingle().Which.Roles.Should().Be(Roles.Officer);
    }

    [Fact]
    public void One_wrong_character_with_the_same_number_is_a_spelling() =>
        Plan("单位|姓名|联系电话", "白沙镇|周小燕|19900000012", "白沙镇|王建军|").Changed.Should().ContainSingle().Which.After.Should().Be(Xiaoyan with { Name = "周小燕" });

    [Fact]
    public void A_row_left_out_takes_nobody_off_the_roster()
    {
        var plan = Plan("单位|姓名|联系电话", "白沙镇|周晓燕|1.99E+10", "白沙镇|王建军|19900000013");

        plan.IsEmpty.Should().BeTrue();
        plan.Doubts.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Row = 2, Kind = RosterDoubtKind.PhoneLost, Words = "1.99E+10" });
    }

    [Fact]
    public void Repeated_rows_and_shared_mobiles_are_doubtful()
    {
        var plan = Plan("单位|姓名|联系电话", "白沙镇|周晓燕|19900000012", "白沙镇|周晓燕|", "白沙镇|王建军|19900000012");

        plan.Doubts.Select(d => (d.Row, d.Kind)).Should().Equal((3, RosterDoubtKind.Repeated), (4, RosterDoubtKind.PhoneShared));
        plan.IsEmpty.Should().BeTrue();
    }

    [Fact]
    public void The_last_liaison_stays()
    {
        var plan = Plan("单位|姓名|角色", "沅江分局|苏赛飞|信息员");

        plan.Removed.Should().BeEmpty();
        plan.Doubts.Should().ContainSingle().Which.Kind.Should().Be(RosterDoubtKind.LastLiaison);
    }

    [Fact]
    public void Nobody_becomes_liaison_without_the_word_in_a_column_of_roles() =>
        Plan("单位|联络员|职务", "河口镇|李春生|联络员", "河口镇|陈国强|联络员").Added.Select(p => p.Roles).Should().Equal(Roles.Officer, Roles.Deputy);

    [Fact]
    public void A_short_form_of_two_units_is_doubtful()
    {
        var other = new Unit(new(9), "市水利局沅江分局", "垂管单位", ["分局"], []);
        var plan = RosterImport.Plan(Read("单位|姓名", "分局|钟灵"), new(1, [Baisha, Branch, other], [Xiaoyan]));

        plan.IsEmpty.Should().BeTrue();
        plan.Doubts.Should().ContainSingle().Which.Kind.Should().Be(RosterDoubtKind.UnitAmbiguous);
    }

    private static RosterPlan Plan(params string[] rows) => RosterImport.Plan(Read(rows), Book);

    private static RosterSheet Read(params string[] rows) => RosterReader.Read(Rows(rows))!; // each has a header

    private static IReadOnlyList<SheetRow> Rows(params string[] rows) => [.. rows.Select((r, i) => new SheetRow(i + 1, r.Split('|')))];
}
