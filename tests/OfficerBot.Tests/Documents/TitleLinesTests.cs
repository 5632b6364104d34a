using OfficerBot.Documents.Packages;
using OfficerBot.Documents.Papers;

namespace OfficerBot.Tests.Documents;

public sealed class TitleLinesTests
{
    [Theory]
    [InlineData("宣传工作情况", "宣传工作情况")]
    [InlineData("关于配合省生态环境保护督察“回头看”宣传工作的情况报告", "关于配合省生态环境保护督察|“回头看”宣传工作的情况报告")]
    [InlineData("2020年9月14日至2020年9月16日宣传工作情况报告", "2020年9月14日至2020年9月16日|宣传工作情况报告")]
    [InlineData("关于配合\n宣传工作的报告", "关于配合|宣传工作的报告")]
    public void A_long_title_is_broken_between_words_into_balanced_lines(string title, string lines) =>
        string.Join('|', TitleLines.Break(title)).Should().Be(lines);

    [Fact]
    public void No_line_is_wider_than_the_page_and_nothing_is_lost()
    {
        var title = "沅江市生态环境保护委员会办公室关于做好配合省生态环境保护督察“回头看”期间新闻线索报送（含每日舆情专报、工作简报、宣传工作周报）有关工作的通知";
        var lines = TitleLines.Break(title);
        string.Concat(lines).Should().Be(title);
        lines.Should().HaveCountGreaterThan(3).And.OnlyContain(line => TextCells.Count(line) <= TitleLines.Cells);
    }

    [Fact]
    public void A_word_longer_than_the_line_is_left_to_the_writer_rather_than_cut() =>
        TitleLines.Break(new string('x', 60)).Should().Equal(new string('x', 60));
}
