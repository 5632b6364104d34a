namespace OfficerBot.Tests.Conversation.Content;

public class ReplyContentTests
{
    private const string Contract = """
        intents:
          report_lead: Submits a lead.
        replies:
          lead_filed:
            meaning: A lead was filed.
            values:
              number: text = 0916-01
              count: number = 2
            buttons: [undo]
        """;

    private const string Zh = """
        intents:
          report_lead: 报线索
        replies:
          lead_filed:
            text: 已登记 {number}，今天{count}条。
            buttons:
              undo: 登记错了
        """;

    private const string En = """
        intents:
          report_lead: report a lead
        replies:
          lead_filed:
            text: Filed {number}; {count:lead|leads} today.
            buttons:
              undo: That was wrong
        """;

    [Fact]
    public void Whole_content_has_no_problem()
    {
        using var folder = new ContentFolder(Contract, Zh, En);
        folder.Problems().Should().BeEmpty();
        folder.Load().Book.Previews().Select(p => p.Rendered.Text).Should().Equal("已登记 0916-01，今天2条。", "Filed 0916-01; 2 leads today.");
    }

    [Fact]
    public void Every_problem_is_told_at_once_with_its_line()
    {
        using var folder = new ContentFolder(
            Contract.Replace("number: text", "number: txt").Replace("meaning:", "meening:"),
            Zh.Replace("{count}", "{cuont}").Replace("report_lead:", "report_laed:"),
            En.Replace("undo:", "undoo:"));
        folder.Problems().Should().BeEquivalentTo(
            "leads/contract.yaml:5: \"meaning:\" is missing. For example: meaning: What the reply tells.",
            "leads/contract.yaml:5: \"meening\" is not known here. Allowed: meaning, values, buttons, card, subject. Did you mean \"meaning\"?",
            "leads/contract.yaml:7: \"txt\" is no type of value. Allowed: text, number, date, time, moment, span, words, names, namelist, intents, reply, "
                + "lines. Did you mean \"text\"?",
            "leads/en.yaml:7: \"undoo\" is not known here. Allowed: undo. Did you mean \"undo\"?",
            "leads/en.yaml:7: The button \"undo\" of \"lead_filed\" has no words.",
            "leads/zh.yaml:0: The intent \"report_lead\" has no words here (leads/contract.yaml:2).",
            "leads/zh.yaml:2: The contract of \"leads\" has no intent \"report_laed\". Did you mean \"report_lead\"?",
            "leads/zh.yaml:4: \"lead_filed\" never says its value {count}.",
            "leads/zh.yaml:5: \"lead_filed\" has no value {cuont}. Did you mean \"count\"?");
    }

    [Fact]
    public void A_reply_without_words_in_a_locale_is_told()
    {
        using var folder = new ContentFolder(Contract, Zh, "intents:\n  report_lead: report a lead\n");
        folder.Problems().Should().Equal("leads/en.yaml:0: The reply \"lead_filed\" has no words here (leads/contract.yaml:4).");
    }

    [Fact]
    public void Words_like_no_and_on_and_a_time_stay_words()
    {
        using var folder = new ContentFolder("replies:\n  a: x", "replies:\n  a: no", "replies:\n  a: 09:42");
        folder.Load().Book.Previews().Select(p => p.Rendered.Text).Should().Equal("no", "09:42");
    }

    [Fact]
    public void A_text_that_begins_with_a_brace_gets_a_hint()
    {
        using var folder = new ContentFolder(Contract, "replies:\n  lead_filed: {number} 已登记\n", En);
        folder.Problems().Should().Contain(p => p.StartsWith("leads/zh.yaml:2: ") && p.Contains("put a text in quotes that begins with {"));
    }

    [Fact]
    public void A_key_given_twice_is_told()
    {
        using var folder = new ContentFolder(Contract, Zh + "\n  lead_filed: 再来\n", En);
        folder.Problems().Should().ContainSingle().Which.Should().Be("leads/zh.yaml:8: \"lead_filed\" stands here a second time; the first one counts.");
    }

    [Fact]
    public void A_name_used_by_two_topics_is_told()
    {
        using var folder = new ContentFolder("replies:\n  a: x", "replies:\n  a: 一", "replies:\n  a: one");
        folder.Write("other", "contract", "replies:\n  a: y");
        folder.Write("other", "zh", "replies:\n  a: 二");
        folder.Write("other", "en", "replies:\n  a: two");
        folder.Problems().Should().Equal("other/contract.yaml:2: \"a\" stands in another topic's contract already; names are shared by all topics.");
    }

    [Fact]
    public void A_text_over_the_shortest_channel_limit_is_told()
    {
        using var folder = new ContentFolder("replies:\n  a: x", "replies:\n  a: " + new string('长', 2_001), "replies:\n  a: one");
        folder.Problems().Should().Equal("leads/zh.yaml:2: \"a\" has 2001 characters with its samples; 1 to 2000 can be sent.");
    }

    [Fact]
    public void A_mail_subject_stays_on_one_line()
    {
        using var folder = new ContentFolder(
            "replies:\n  a:\n    meaning: x\n    subject: true", "replies:\n  a: |\n    一\n    二", "replies:\n  a: one");
        folder.Problems().Should().Equal("leads/zh.yaml:2: \"a\" is the subject of a mail and must stay on one line.");
    }

    [Fact]
    public void Samples_that_lead_in_a_circle_are_told()
    {
        using var folder = new ContentFolder(
            "replies:\n  a:\n    meaning: x\n    values:\n      rest: reply = b\n  b:\n    meaning: y\n    values:\n      rest: reply = a\n",
            "replies:\n  a: 一{rest}\n  b: 二{rest}\n",
            "replies:\n  a: one {rest}\n  b: two {rest}\n");
        folder.Problems().Should().BeEquivalentTo(
            "leads/contract.yaml:2: The samples of \"a\" lead back to itself.", "leads/contract.yaml:6: The samples of \"b\" lead back to itself.");
    }

    [Fact]
    public void A_button_the_bot_would_not_understand_is_told()
    {
        using var folder = new ContentFolder(Contract, Zh, En);
        var result = folder.Load(understands: (text, _) => text is "报线索" or "report a lead" ? "report_lead" : text == "登记错了" ? "withdraw_lead" : null);
        result.Problems.Select(p => p.ToString()).Should().Equal("leads/en.yaml:4: The bot itself would not understand its button \"That was wrong\".");
    }

    [Fact]
    public void An_intent_whose_words_mean_another_intent_is_told()
    {
        using var folder = new ContentFolder(Contract, Zh, En);
        folder.Load(understands: (_, _) => "help").Problems.Select(p => p.ToString()).Should().Contain(
            "leads/zh.yaml:2: \"报线索\" should be understood as report_lead, but is understood as help.");
    }
}
