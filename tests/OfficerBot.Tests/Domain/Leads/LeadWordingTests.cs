using OfficerBot.Domain.Leads;

namespace OfficerBot.Tests.Domain.Leads;

public class LeadWordingTests
{
    private const string Text = "白沙镇对3家养殖场开展检查，责令1家整改，清理垃圾十二吨。";

    [Theory]
    [InlineData("3家", "4家", "白沙镇对4家养殖场开展检查，责令1家整改，清理垃圾十二吨。")]
    [InlineData("1家", "责令2家", "白沙镇对3家养殖场开展检查，责令2家整改，清理垃圾十二吨。")]
    [InlineData("3家", "4家养殖场", "白沙镇对4家养殖场开展检查，责令1家整改，清理垃圾十二吨。")]
    [InlineData(null, "15吨", "白沙镇对3家养殖场开展检查，责令1家整改，清理垃圾15吨。")]
    [InlineData("1家", "2家", "白沙镇对3家养殖场开展检查，责令2家整改，清理垃圾十二吨。")]
    [InlineData("检查", "突击检查", "白沙镇对3家养殖场开展突击检查，责令1家整改，清理垃圾十二吨。")]
    [InlineData("13吨", "15吨", "白沙镇对3家养殖场开展检查，责令1家整改，清理垃圾15吨。")]
    public void What_was_wrong_is_replaced_in_its_place(string? old, string now, string expected) => LeadWording.Replaced(Text, old, now).Should().Be(expected);

    [Theory]
    [InlineData(null, "4家")]
    [InlineData(null, "6人")]
    [InlineData("镇政府", "村委会")]
    [InlineData("家", "户")]
    [InlineData(null, "清理干净")]
    public void Where_the_place_is_not_plain_nothing_is_replaced(string? old, string now) => LeadWording.Replaced(Text, old, now).Should().BeNull();

    [Fact]
    public void A_figure_does_not_stand_in_a_longer_one() => LeadWording.Replaced("检查12家，责令2家整改。", "2家", "3家").Should().Be("检查12家，责令3家整改。");

    [Theory]
    [InlineData("白沙镇清理垃圾。", "另有6人参加", "白沙镇清理垃圾。另有6人参加")]
    [InlineData("白沙镇清理垃圾", "另有6人参加", "白沙镇清理垃圾。另有6人参加")]
    [InlineData("Baisha cleared rubbish.", "40 took part", "Baisha cleared rubbish. 40 took part")]
    [InlineData("Baisha cleared rubbish", "40 took part", "Baisha cleared rubbish. 40 took part")]
    public void A_supplement_stands_behind_the_text(string text, string more, string expected) => LeadWording.Supplemented(text, more).Should().Be(expected);

    [Theory]
    [InlineData("15吨", true)]
    [InlineData("三家", true)]
    [InlineData("12 tonnes", true)]
    [InlineData("92%", true)]
    [InlineData("白沙镇清理垃圾15吨", false)]
    public void A_figure_is_no_whole_lead(string words, bool isFigure) => LeadWording.IsFigure(words).Should().Be(isFigure);
}
