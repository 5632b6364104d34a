using OfficerBot.Conversation.Content;
using OfficerBot.Tests.House;

namespace OfficerBot.Tests.Conversation.Content;

public class CheckerTests
{
    [Fact]
    public void A_sample_that_expects_what_no_contract_has_is_told()
    {
        using var folder = new ContentFolder(
            "replies:\n  lead_filed:\n    meaning: x\n    values:\n      number: text = 1", "replies:\n  lead_filed: 已登记{number}", "replies:\n  lead_filed: filed {number}");
        WriteSample(folder, "clock: 2020-09-16 09:00\nliaison: 一\n> lead_fild\nliaison: 二\n> lead_filed numbr=2");
        var report = Checker.Run(folder.Path, null, Tree.At("deploy", "notices"));
        report.Problems.Select(p => p.ToString()).Where(p => p.Contains(".chat")).Should().Equal(
            "leads/samples/a.zh.chat:3: No contract has the reply \"lead_fild\". Did you mean \"lead_filed\"?",
            "leads/samples/a.zh.chat:5: \"lead_filed\" has no value \"numbr\". Did you mean \"number\"?");
    }

    [Fact]
    public void A_reply_that_no_sample_reaches_is_noted()
    {
        using var folder = new ContentFolder(
            "replies:\n  a:\n    meaning: x\n    values:\n      rest: reply = b\n  b: y\n  c: z", "replies:\n  a: 一{rest}\n  b: 二\n  c: 三", "replies:\n  a: 1 {rest}\n  b: '2'\n  c: '3'");
        WriteSample(folder, "clock: 2020-09-16 09:00\nliaison: 一\n> a");
        Checker.Run(folder.Path, null, Tree.At("deploy", "notices")).Unreached.Should().Equal("c");
    }

    [Fact]
    public void What_is_wrong_is_printed_and_gives_another_exit_code()
    {
        using var folder = new ContentFolder("replies:\n  a: x", "replies:\n  a: 一", "replies: {}");
        var printed = new StringWriter();
        Checker.Run(folder.Path, null, Tree.At("deploy", "notices")).Print(printed).Should().Be(1);
        printed.ToString().Should().Contain("leads/en.yaml:0: The reply \"a\" has no words here");
    }

    [Fact]
    public void A_preview_shows_text_buttons_and_card()
    {
        var printed = new StringWriter();
        PreviewText.Write(ReplyContent.Load(Tree.At("dialogs")).Book, printed, "first_contact");
        printed.ToString().Should().Contain("周晓燕，你好").And.Contain("[今日无线索]").And.Contain("┌ 信息员助手").And.Contain("[What do I still owe?]");
    }

    private static void WriteSample(ContentFolder folder, string text)
    {
        var samples = Directory.CreateDirectory(Path.Combine(folder.Path, "leads", "samples"));
        File.WriteAllText(Path.Combine(samples.FullName, "a.zh.chat"), text);
    }
}
