using OfficerBot.Domain.Text;

namespace OfficerBot.Tests.Domain.Text;

public class CleanTextTests
{
    [Theory]
    [InlineData("防汛工作\t第一\n第二", "防汛工作\t第一\n第二")]
    [InlineData("a\0b\u0001c\u001bd", "abcd")]
    [InlineData("一\r\n二\r三", "一\n二\n三")]
    [InlineData("好\U0001F600", "好\U0001F600")]
    [InlineData("\uFFFE\uFFFFx", "x")]
    [InlineData("", "")]
    public void Text_is_kept_but_for_what_a_store_or_a_paper_cannot_hold(string said, string kept) => CleanText.Of(said).Should().Be(kept);

    [Fact]
    public void Lone_surrogates_become_the_replacement_character()
    {
        CleanText.Of("好" + '\ud83d').Should().Be("好\uFFFD");
        CleanText.Of('\ude00' + "好" + '\ud83d' + '\ud83d' + '\ude00').Should().Be("\uFFFD好\uFFFD\U0001F600");
    }
}
