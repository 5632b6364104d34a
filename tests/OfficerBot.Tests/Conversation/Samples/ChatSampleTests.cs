using NodaTime;
using OfficerBot.Conversation.Content;
using OfficerBot.Conversation.Samples;
using OfficerBot.Tests.House;

namespace OfficerBot.Tests.Conversation.Samples;

public class ChatSampleTests
{
    [Fact]
    public void Every_sample_of_the_tree_can_be_read()
    {
        var (samples, problems) = ChatSampleFile.ReadFolder(Tree.At("dialogs"));
        problems.Select(p => p.ToString()).Should().BeEmpty();
        samples.Should().HaveCountGreaterThanOrEqualTo(5);
        samples.Should().OnlyContain(s => s.Steps.Any(t => t.Expected.Count > 0) && s.About.Length > 0);
    }

    [Fact]
    public void People_speak_by_name_or_role_in_group_or_in_private()
    {
        var steps = Read("周晓燕 in group: 你好\n李丹 of 双桥镇: 在吗\nofficer of 白沙镇: 一\nliaison in group：二\nstranger 老王: 三").Steps.Cast<ChatStep.Says>();
        steps.Select(s => (s.Who.Role, s.Who.Name, s.Who.Unit, s.InGroup, s.Text)).Should().Equal(
            (null, "周晓燕", null, true, "你好"), (null, "李丹", "双桥镇", false, "在吗"), ("officer", null, "白沙镇", false, "一"),
            ("liaison", null, null, true, "二"), ("stranger", "老王", null, false, "三"));
    }

    [Fact]
    public void A_message_goes_on_in_indented_lines_and_carries_attachments()
    {
        var said = (ChatStep.Says)Read("周晓燕 #a: 报2条：\n  1. 一\n  2. 二：好 [picture 河道.png][file 名单.csv]\n").Steps.Single();
        said.Text.Should().Be("报2条：\n1. 一\n2. 二：好");
        said.Label.Should().Be("a");
        said.Attachments.Should().Equal(new ChatAttachment(true, "河道.png"), new ChatAttachment(false, "名单.csv"));
    }

    [Fact]
    public void Messages_are_edited_deleted_and_buttons_tapped()
    {
        var steps = Read("周晓燕 in group edits #a: 新的\n周晓燕 in group deletes\n周晓燕 taps choices-2\n周晓燕 joins").Steps;
        steps.Should().SatisfyRespectively(
            s => s.Should().BeOfType<ChatStep.Edits>().Which.Should().Match<ChatStep.Edits>(e => e.InGroup && e.Label == "a" && e.Text == "新的"),
            s => s.Should().BeOfType<ChatStep.Deletes>().Which.Should().Match<ChatStep.Deletes>(d => d.InGroup && d.Label == null),
            s => s.Should().BeOfType<ChatStep.Taps>().Which.Should().Match<ChatStep.Taps>(t => !t.InGroup && t.Button == "choices-2"),
            s => s.Should().BeOfType<ChatStep.Joins>().Which.InGroup.Should().BeFalse());
    }

    [Fact]
    public void The_clock_moves_by_amounts_and_to_times() =>
        Read("later: 1h30m\nat 11:12\nat 2020-09-17 08:00").Steps.Cast<ChatStep.Clock>().Select(c => c.To).Should().Equal(
            new LocalDateTime(2020, 9, 16, 10, 30), new LocalDateTime(2020, 9, 16, 11, 12), new LocalDateTime(2020, 9, 17, 8, 0));

    [Fact]
    public void Expectations_name_a_reply_with_values_place_and_words()
    {
        var step = Read("liaison: 你好\n> lead_filed number=0916-01 unit=\"Baisha Town\" to group\n>> 已登记\n>> 0916\n> filed_for_you to officer of 白沙镇\n> …").Steps.Single();
        step.AllowsMore.Should().BeTrue();
        step.Expected[0].InGroup.Should().BeTrue();
        step.Expected[0].Words.Should().Equal("已登记", "0916");
        step.Expected[0].Values.Should().Equal(KeyValuePair.Create("number", "0916-01"), KeyValuePair.Create("unit", "Baisha Town"));
        step.Expected[1].To.Should().Be(new Speaker("officer", null, "白沙镇"));
    }

    [Theory]
    [InlineData("later: soon", "leads/a.zh.chat:2: Write how much later as 45m, 2h or 1d.")]
    [InlineData("at 08:00", "leads/a.zh.chat:2: Write a time after the one before, as 11:12 or 2020-09-17 09:00.")]
    [InlineData("> lead_filed", "leads/a.zh.chat:2: Nothing has happened yet that this could be the answer to.")]
    [InlineData("hello", "leads/a.zh.chat:2: This line is none of: *")]
    [InlineData("周晓燕: 一\n> Lead Filed", "leads/a.zh.chat:3: An expectation is: *")]
    public void A_mistake_is_told_with_its_line(string text, string problem)
    {
        var problems = new List<Problem>();
        ChatSampleFile.Read("clock: 2020-09-16 09:00\n" + text, "leads/a.zh.chat", problems).Should().BeNull();
        problems.Select(p => p.ToString()).Should().ContainSingle().Which.Should().Match(problem);
    }

    private static ChatSample Read(string text)
    {
        var problems = new List<Problem>();
        var sample = ChatSampleFile.Read("clock: 2020-09-16 09:00\n" + text, "leads/a.zh.chat", problems);
        problems.Select(p => p.ToString()).Should().BeEmpty();
        return sample!; // No problems, so a sample.
    }
}
