using OfficerBot.Protocol.Activities;

namespace OfficerBot.Tests.Protocol.Activities;

public class MentionsTests
{
    [Theory]
    [InlineData("<at>Bot</at> 今天谁还没报", "<at>Bot</at>", "今天谁还没报")]
    [InlineData("<at>Bot</at>&nbsp;今天谁还没报\n", "<at>Bot</at>", "今天谁还没报")]
    [InlineData("请 <AT>bot</AT> 提醒 <at>Bot</at> 一下", "<at>Bot</at>", "请 提醒 一下")]
    [InlineData("<at>Bot</at>，帮助", "<at>Bot</at>", "帮助")]
    [InlineData("第一条\n<at>Bot</at>\n第二条", "<at>Bot</at>", "第一条\n\n第二条")]
    [InlineData("<at>Bot</at>", "<at>Bot</at>", "")]
    [InlineData("<at>A &amp; B</at> PM2.5 &lt; 35 &amp; 达标", "<at>A &amp; B</at>", "PM2.5 < 35 & 达标")]
    [InlineData("<at>Bot</at> a.b(c)[d]", "<at>Bot</at>", "a.b(c)[d]")]
    [InlineData("<at>A &amp; B</at> 帮助", null, "帮助")]
    [InlineData("aaa", "a", "")]
    public void The_bots_own_mention_is_taken_out_wherever_it_stands(string text, string? mark, string plain) =>
        Mentions.PlainText(Teams(text, Entity("mention", "28:bot", "A & B", mark))).Should().Be(plain);

    [Theory]
    [InlineData("代<at>周晓燕</at>报：清理河道", "<at>周晓燕</at>", "代周晓燕报：清理河道")]
    [InlineData("代<at id=\"0\">周晓燕</at>报", null, "代周晓燕报")]
    public void Other_peoples_mentions_become_their_names(string text, string? mark, string plain) =>
        Mentions.PlainText(Teams(text, Entity("Mention", "29:zhou", "周晓燕", mark))).Should().Be(plain);

    [Theory]
    [InlineData("mention", "28:bot", true)]
    [InlineData("Mention", "28:bot", true)]
    [InlineData("mention", "28:BOT", false)]
    [InlineData("mention", "29:zhou", false)]
    [InlineData("clientInfo", "28:bot", false)]
    public void Only_an_entity_of_the_receivers_id_mentions_him(string type, string id, bool isMentioned) =>
        Mentions.OfReceiver(Teams("<at>Bot</at> 帮助", Entity(type, id, "Bot", "<at>Bot</at>"))).Should().Be(isMentioned);

    [Fact]
    public void A_typed_tag_mentions_nobody_and_keeps_its_words()
    {
        var typed = Teams("<at>Bot</at> 帮助 &lt;at&gt;Bot&lt;/at&gt;");
        Mentions.OfReceiver(typed).Should().BeFalse();
        Mentions.PlainText(typed).Should().Be("Bot 帮助 <at>Bot</at>");
    }

    [Fact]
    public void Outside_Teams_text_stays_as_it_came()
    {
        const string Text = " a &amp; b <at>c</at> ";
        Mentions.PlainText(Teams(Text) with { ChannelId = "webchat" }).Should().Be(Text);
    }

    [Fact]
    public void Entities_of_any_form_do_no_harm()
    {
        var odd = ActivityJson.Read("""
            {"type":"message","channelId":"msteams","text":"<at>x</at> y <at>","recipient":{"id":"b"},
             "entities":[{"type":"mention"},{"type":"mention","mentioned":5,"text":7},{"mentioned":{"id":"b"}},{"type":"mention","mentioned":{"id":"b","name":""},"text":""}]}
            """);
        Mentions.PlainText(odd).Should().Be("x y <at>");
        Mentions.OfReceiver(odd).Should().BeTrue();
    }

    [Theory]
    [InlineData("周晓燕", "<at>周晓燕</at>")]
    [InlineData("<b>&\"周</b>", "<at>b周/b</at>")]
    public void A_tag_that_is_sent_holds_nothing_that_would_end_it(string name, string tag) => Mentions.Tag(name).Should().Be(tag);

    private static Activity Teams(string text, params Entity[] entities) =>
        new() { Type = "message", ChannelId = "msteams", Text = text, Recipient = new ChannelAccount { Id = "28:bot", Name = "Bot" }, Entities = entities };

    private static Entity Entity(string type, string id, string name, string? mark) => ActivityJson.Read(
        System.Text.Json.JsonSerializer.Serialize(new { type = "x", entities = new[] { new { type, mentioned = new { id, name }, text = mark } } })).Entities![0];
}
