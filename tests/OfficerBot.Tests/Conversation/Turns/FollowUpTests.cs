using OfficerBot.Conversation.Understanding;
using OfficerBot.Domain.Roster;
using OfficerBot.Tests.Conversation.Understanding;

namespace OfficerBot.Tests.Conversation.Turns;

/// <summary>
/// The samples of follow-ups, corrections and interruptions, each with a turn that reading it alone gets wrong. That the service gets them right the
/// samples show; here, that it does not without what was said before.
/// </summary>
public class FollowUpTests
{
    [Theory]
    [InlineData("roll-call/samples/then-another-day.zh.chat", "那昨天呢", "who_missing")]
    [InlineData("roll-call/samples/then-another-day.zh.chat", "换成莲湖镇", "who_missing")]
    [InlineData("roll-call/samples/not-that-day.zh.chat", "不是今天，是昨天", "who_missing")]
    [InlineData("contacts/samples/one-of-two.zh.chat", "都要", "choice")]
    [InlineData("contacts/samples/one-of-two.zh.chat", "双桥镇的那个", "choice")]
    [InlineData("contacts/samples/not-that-unit.zh.chat", "不是，是城东街道", "find_contact")]
    [InlineData("leads/samples/lists-one-after-another.zh.chat", "昨天的呢", "list_leads")]
    [InlineData("leads/samples/lists-one-after-another.zh.chat", "还有呢", "list_leads")]
    [InlineData("common/samples/once-more.zh.chat", "再发一遍", "who_missing")]
    [InlineData("common/samples/long-ago.zh.chat", "那昨天呢", "who_missing")]
    [InlineData("common/samples/in-the-middle.zh.chat", "那昨天呢", "who_missing")]
    [InlineData("common/samples/whose-question.zh.chat", "那昨天呢", "who_missing")]
    [InlineData("common/samples/quoted-request.zh.chat", "那昨天呢", "who_missing")]
    [InlineData("duties/samples/then-tomorrow.zh.chat", "那明天呢", "deadline_query")]
    [InlineData("leads/samples/what-i-owed-then.zh.chat", "那昨天呢", "my_status")]
    [InlineData("leads/samples/what-i-owed-then.zh.chat", "都是哪些", "list_leads")]
    [InlineData("leads/samples/what-i-owed-then.en.chat", "and yesterday?", "my_status")]
    [InlineData("leads/samples/not-that-unit.zh.chat", "不是，是双桥镇的", "amend_lead")]
    [InlineData("leads/samples/not-that-unit.zh.chat", "把现场检查改成突击检查", "amend_lead")]
    [InlineData("leads/samples/not-that-unit.en.chat", "no, it's Shuangqiao Town", "amend_lead")]
    [InlineData("roll-call/samples/only-the-towns.zh.chat", "只看乡镇", "who_missing")]
    [InlineData("roll-call/samples/only-the-towns.zh.chat", "全部呢", "who_missing")]
    [InlineData("roll-call/samples/only-the-towns.en.chat", "just the towns", "who_missing")]
    [InlineData("contacts/samples/what-is-he-called.zh.chat", "他叫什么", "find_contact")]
    [InlineData("contacts/samples/what-is-he-called.en.chat", "what's her full name?", "find_contact")]
    [InlineData("leads/samples/in-reply.zh.chat", "15吨，不是12吨", "amend_lead")]
    [InlineData("leads/samples/in-reply.en.chat", "15 tonnes, not 12 tonnes", "amend_lead")]
    [InlineData("leads/samples/in-reply-to-the-receipt.zh.chat", "不是，是白沙镇的", "amend_lead")]
    [InlineData("roll-call/samples/in-reply-to-a-roll-call.zh.chat", "那昨天呢", "who_missing")]
    [InlineData("leads/samples/about-the-one-shown.zh.chat", "一共几条", "list_leads")]
    [InlineData("leads/samples/about-the-one-shown.zh.chat", "谁报的", "list_leads")]
    [InlineData("roll-call/samples/has-he-reported.zh.chat", "宣传情况呢", "who_missing")]
    [InlineData("leads/samples/about-the-one-shown.en.chat", "how many is that?", "list_leads")]
    [InlineData("roll-call/samples/and-yesterday.en.chat", "and yesterday?", "who_missing")]
    [InlineData("roll-call/samples/i-meant.en.chat", "no, I meant yesterday", "who_missing")]
    [InlineData("contacts/samples/her-number.en.chat", "sorry, I meant Chengdong Subdistrict", "find_contact")]
    [InlineData("contacts/samples/the-second-one.en.chat", "both please", "choice")]
    [InlineData("leads/samples/what-about.en.chat", "what about yesterday?", "list_leads")]
    [InlineData("common/samples/once-more.en.chat", "once more please", "who_missing")]
    public void A_turn_of_the_sample_read_alone_is_not_what_was_meant(string sample, string turn, string meant)
    {
        File.ReadAllText(Path.Combine(Corpora.Root, "dialogs", sample)).Should().Contain(turn);
        Read(turn, null).Intent.Should().NotBe(meant).And.NotStartWith("follow_");
    }

    [Theory]
    [InlineData("他电话呢")]
    [InlineData("what's her number?")]
    public void A_number_asked_for_with_a_pronoun_names_nobody_by_itself(string turn)
    {
        var alone = Read(turn, null);
        (alone.Slots.Persons.Count + alone.Slots.Units.Count).Should().Be(0);
        Read(turn, "find_contact").Intent.Should().Be("follow_contact");
    }

    [Theory]
    [InlineData("那昨天呢", "who_missing", "follow_up")]
    [InlineData("那环保局呢", "find_contact", "follow_up")]
    [InlineData("改成环保局", "who_missing", "follow_up")]
    [InlineData("乡镇呢", "list_leads", "follow_up")]
    [InlineData("上周的呢", "list_leads", "follow_up")]
    [InlineData("不对，我问的是双桥镇", "who_missing", "follow_correction")]
    [InlineData("下一页", "list_leads", "follow_more")]
    [InlineData("今天几点截止", "who_missing", "deadline_query")]
    [InlineData("报线索：白沙镇清理白沙河河道垃圾12吨。", "who_missing", "report_lead")]
    [InlineData("昨天的线索有几条", "who_missing", "list_leads")]
    [InlineData("李丹电话", "who_missing", "find_contact")]
    public void What_follows_a_request_is_told_from_a_new_one(string turn, string last, string intent) => Read(turn, last).Intent.Should().Be(intent);

    private static Understood Read(string text, string? last) => Corpora.Reader.Read(
        text, new ReadingContext(new(2020, 9, 16, 10, 20), false, true, null, Roles.None, null, Corpora.Roster, "zh") { LastIntent = last });
}
