using NodaTime;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Tests.Conversation.Understanding;

public class ReaderTests
{
    private static readonly LocalDateTime Wednesday = new(2020, 9, 16, 10, 20);

    [Theory]
    [InlineData("提醒一下", "remind_now")]
    [InlineData("登记错了", "withdraw_lead")]
    [InlineData("我还欠什么", "my_status")]
    [InlineData("今天谁还没报", "who_missing")]
    [InlineData("几点截止", "deadline_query")]
    [InlineData("今日无线索", "nil_report")]
    [InlineData("导出本周线索", "export")]
    [InlineData("帮助", "help")]
    [InlineData("确认报送", "confirm_send")]
    [InlineData("看看报告", "preview_report")]
    [InlineData("已发邮箱", "mark_submitted")]
    [InlineData("今天的线索", "list_leads")]
    [InlineData("Who hasn't reported today?", "who_missing")]
    [InlineData("What do I still owe?", "my_status")]
    [InlineData("Nothing to report today", "nil_report")]
    [InlineData("When is the deadline?", "deadline_query")]
    [InlineData("Confirm and send", "confirm_send")]
    [InlineData("Already sent to the mailbox", "mark_submitted")]
    [InlineData("Show the report", "preview_report")]
    [InlineData("Remind them", "remind_now")]
    [InlineData("Export this week's leads", "export")]
    [InlineData("Today's leads", "list_leads")]
    public void A_button_says_words_that_are_understood(string words, string intent) => Private(words).Intent.Should().Be(intent);

    [Fact]
    public void Two_people_of_one_post_stay_ambiguous()
        => Private("何主任电话").Slots.Persons.Should().ContainSingle().Which.Candidates.Should().HaveCount(2);

    [Fact]
    public void A_unit_beside_the_name_settles_it()
        => Private("信息中心何主任电话").Slots.Persons.Should().ContainSingle().Which.Candidates.Should().HaveCount(1);

    [Fact]
    public void A_unit_written_by_sound_is_marked_as_fuzzy()
        => Private("莲胡镇信息员是谁").Slots.Units.Should().ContainSingle().Which.IsFuzzy.Should().BeTrue();

    [Theory]
    [InlineData("lyc电话", "刘艺超")]
    [InlineData("liuyichao电话", "刘艺超")]
    [InlineData("Liu Yichao phone", "刘艺超")]
    public void A_person_is_found_by_letters(string text, string name)
        => Name(Private(text).Slots.Persons.Should().ContainSingle().Which).Should().Be(name);

    [Fact]
    public void An_impossible_date_is_found_and_marked()
        => Private("2月30日谁没报").Slots.Range.Should().NotBeNull().And.Match<TimeSpanSaid>(r => r.IsImpossible);

    [Fact]
    public void An_item_is_an_exact_part_of_the_message()
    {
        const string Message = "【白沙镇】线索1：拆除围网３处，清理 12 亩。\n线索2：栽植水生植物5000株。请审核";
        var items = Group(Message).Slots.Items;
        items.Should().HaveCount(2);
        items.Should().OnlyContain(i => Message.Contains(i.Text));
        items[1].Text.Should().Be("栽植水生植物5000株。");
    }

    [Theory]
    [InlineData("收到")]
    [InlineData("好的👌")]
    [InlineData("线索我下午补上")]
    [InlineData("食堂今天有剁椒鱼头")]
    [InlineData("撤回了一条消息")]
    [InlineData("@何丽梅 你们中心今天报了没？")]
    public void Talk_in_the_group_is_left_alone(string text) => Group(text).Intent.Should().Be("none");

    [Fact]
    public void A_pasted_record_is_recognised()
        => Private("周晓燕 09:12\n清理沟渠3公里\n\n彭海波 09:15\n取缔废品站2家").Intent.Should().Be("chat_record");

    [Fact]
    public void Reading_twice_gives_the_same()
        => Private("把宣传部周一的迟报改为按时，邮件故障").Should().BeEquivalentTo(Private("把宣传部周一的迟报改为按时，邮件故障"));

    [Fact]
    public void No_text_throws()
    {
        var random = new Random(20200916);
        const string Alphabet = "报线索没谁今天周一三五前后月日号第条12:：，。\n@「」【】《》“”（） \ud83d\ude00\ud800\udc00\0abz白沙镇改成-~.#％　";
        for (var i = 0; i < 3000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(80)).Select(_ => random.Next(20) == 0 ? (char)random.Next(char.MaxValue + 1) : Alphabet[random.Next(Alphabet.Length)]));
            Private(text).Should().NotBeNull();
            Group(text).Should().NotBeNull();
        }
    }

    [Theory]
    [InlineData("报")]
    [InlineData("一")]
    [InlineData("1")]
    [InlineData("第1、")]
    [InlineData("周一、")]
    [InlineData("谁没报改成")]
    [InlineData("lead ")]
    public void A_long_paste_is_read_in_short_time(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 20_000 / part.Length));
        Private(text);
        var before = Environment.CpuUsage.UserTime;
        Private(text);
        (Environment.CpuUsage.UserTime - before).Should().BeLessThan(TimeSpan.FromMilliseconds(500));
    }

    /// <summary>Read again from each place, such lists took 250 to 930 KB.</summary>
    [Theory]
    [InlineData("2和第1、")]
    [InlineData("第1、1号、")]
    [InlineData("1、")]
    [InlineData("1.")]
    public void A_long_list_of_numbers_that_are_no_leads_is_read_once(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 700 / part.Length));
        Private(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Private(text);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(200_000);
    }

    [Theory]
    [InlineData("3、5、8号通过", new[] { 3, 5, 8 })]
    [InlineData("1到4号都过", new[] { 1, 2, 3, 4 })]
    [InlineData("第2条、第7条退回", new[] { 2, 7 })]
    public void A_list_of_leads_is_read_whole(string text, int[] numbers) => Private(text).Slots.Leads.Select(l => l.Sequence).Should().Equal(numbers);

    private static Understood Private(string text) => Read(text, false);

    private static Understood Group(string text) => Read(text, true);

    private static Understood Read(string text, bool group)
        => Corpora.Reader.Read(text, new ReadingContext(Wednesday, group, !group, null, Roles.None, null, Corpora.Roster, "zh"));

    private static string Name(PersonSaid person) => Corpora.Roster[person.Candidates[0]].Name;
}
