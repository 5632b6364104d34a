using NodaTime;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Conversation.Understanding.Items;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Tests.Conversation.Understanding;

public class ItemsTests
{
    [Theory]
    [InlineData("今天谁还没报", "zh")]
    [InlineData("who hasn't reported", "en")]
    [InlineData("export 本周线索 please", "zh")]
    [InlineData("123", null)]
    [InlineData("https://example.org/a/very/long/path", null)]
    [InlineData("看看 https://example.org/a-b c d", "zh")]
    [InlineData("see http://example.org", "en")]
    public void The_language_of_a_message_is_told(string text, string? language) => MessageLanguage.Of(text).Should().Be(language);

    [Theory]
    [InlineData("周晓燕 09:12\n清理沟渠3公里\n彭海波 09:15:33\n取缔2家", "周晓燕|彭海波")]
    [InlineData("周晓燕 9/16 09:12:33\n清理沟渠3公里\n彭海波 9/16 09:15:01\n取缔2家", "周晓燕|彭海波")]
    [InlineData("2020-09-16 09:12 周晓燕\n清理沟渠3公里\n2020-09-16 09:15 彭海波\n取缔2家", "周晓燕|彭海波")]
    [InlineData("群聊的聊天记录\n周晓燕：\n清理沟渠3公里\n彭海波：取缔2家", "周晓燕|彭海波")]
    [InlineData("—— 2020年9月16日 ——\n白沙镇 周晓燕 上午09:12\n清理沟渠：3公里\n第二行\n彭海波 下午3:15\n取缔2家", "白沙镇 周晓燕|彭海波")]
    public void A_record_is_split_by_sender(string text, string senders)
    {
        var lines = ChatRecord.Split(text, 2020);
        string.Join('|', lines.Select(l => l.Sender)).Should().Be(senders);
        lines[0].Text.Should().StartWith("清理沟渠");
        ChatRecord.Is(text).Should().BeTrue();
    }

    [Theory]
    [InlineData("线索：渔政、水警收缴地笼63条、电鱼机1台。对了，撤回一条要怎么操作来着", "渔政、水警收缴地笼63条、电鱼机1台")]
    [InlineData("报一条 莲湖镇组织拆旱厕120座 对了那个周报哪天交", "莲湖镇组织拆旱厕120座")]
    [InlineData("线索：双桥镇收集农药瓶2300个。顺便清理沟渠2公里。", "双桥镇收集农药瓶2300个。顺便清理沟渠2公里")]
    [InlineData("Lead: crews removed 12 tons of reeds from the canal. Many thanks! - Power Supply Company", "crews removed 12 tons of reeds from the canal")]
    public void A_turn_to_a_question_of_another_thing_is_no_part_of_a_lead(string text, string item)
    {
        var context = new ReadingContext(new(2020, 9, 16, 10, 20), true, false, null, Roles.None, null, Corpora.Roster, "zh");
        Corpora.Reader.Read(text, context).Slots.Items.Should().ContainSingle().Which.Text.TrimEnd('。', '.').Should().Be(item);
    }

    [Fact]
    public void A_record_gives_time_and_day()
        => ChatRecord.Split("周晓燕 9/16 09:12:33\n清理沟渠", 2020).Should().ContainSingle()
            .Which.Should().Be(new ChatLine("周晓燕", new LocalTime(9, 12, 33), new LocalDate(2020, 9, 16), "清理沟渠"));

    [Fact]
    public void A_report_with_numbered_lines_is_no_record()
        => ChatRecord.Is("白沙镇9月18日线索：\n1.组织党员清理沟渠3公里；\n2.查处焚烧垃圾1起。").Should().BeFalse();
}
