using System.Text.Json;
using OfficerBot.Protocol.Activities;

namespace OfficerBot.Tests.Protocol.Activities;

public class QuotedReplyTests
{
    private const string Block =
        "<div><blockquote itemscope=\"\" itemtype=\"http://schema.skype.com/Reply\" itemid=\"1600457867820\">\n<strong itemprop=\"mri\" itemid=\"28:bot\">信息员助手</strong>"
        + "<span itemprop=\"time\" itemid=\"1600457867820\"></span>\n<p itemprop=\"preview\">已登记 0916-01 &amp; <b>更多</b></p>\n</blockquote>\n<p>撤回</p></div>";

    [Fact]
    public void A_quote_is_read_from_the_entity() =>
        QuotedReply.Of(Read("""{"entities":[{"type":"mention"},{"type":"quotedReply","quotedReply":{"messageId":"17","senderId":"28:bot","preview":"已登记 0916-01"}}]}"""))
            .Should().Be(new QuotedReply("17", "28:bot", "已登记 0916-01"));

    [Fact]
    public void A_quote_is_read_from_the_block_of_html() =>
        QuotedReply.Of(Html(Block)).Should().Be(new QuotedReply("1600457867820", "28:bot", "已登记 0916-01 & 更多"));

    [Theory]
    [InlineData("<p>撤回</p>")]
    [InlineData("<blockquote>不是回复</blockquote>")]
    [InlineData("<blockquote itemtype=\"http://schema.skype.com/Reply\" itemid=\"1\">没有结尾")]
    public void Other_html_quotes_nothing(string html) => QuotedReply.Of(Html(html)).Should().BeNull();

    [Theory]
    [InlineData("""{"entities":[{"type":"quotedReply"}]}""")]
    [InlineData("""{"entities":[{"type":"quotedReply","quotedReply":"17"}]}""")]
    [InlineData("""{"attachments":[{"contentType":"text/html"}]}""")]
    [InlineData("""{"attachments":[{"contentType":"text/html","content":{"a":1}}]}""")]
    [InlineData("{}")]
    public void What_is_not_of_the_form_quotes_nothing(string json) => QuotedReply.Of(Read(json)).Should().BeNull();

    [Theory]
    [InlineData("<quoted messageId=\"17\"/> 撤回", "撤回")]
    [InlineData("<quoted messageId=\"17\"></quoted>撤回", "撤回")]
    [InlineData("他说 <quoted", "他说 <quoted")]
    [InlineData("撤回", "撤回")]
    public void The_mark_in_the_text_is_left_out(string text, string expected) => QuotedReply.WithoutMark(text).Should().Be(expected);

    private static Activity Html(string html) => Read(JsonSerializer.Serialize(new { attachments = new[] { new { contentType = "text/html", content = html } } }));

    private static Activity Read(string json) => JsonSerializer.Deserialize<Activity>(json, JsonSerializerOptions.Web)!;
}
