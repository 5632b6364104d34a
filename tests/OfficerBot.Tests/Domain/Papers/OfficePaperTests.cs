using NodaTime;
using OfficerBot.Conversation.Notices;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Notices;
using OfficerBot.Domain.Papers;
using OfficerBot.Domain.Reports;
using OfficerBot.Domain.Roster;
using OfficerBot.Tests.House;
using static OfficerBot.Tests.Domain.Yuanjiang;

namespace OfficerBot.Tests.Domain.Papers;

public class OfficePaperTests
{
    private static readonly Notice Worded = Yuanjiang.Notice with { Papers = Sample().Papers };

    [Fact]
    public void The_situation_report_reads_as_an_office_writes_it()
    {
        var paper = SituationPaper.Of(Report(At(2020, 9, 16, 10, 32), [LeadOf(1, 3), LeadOf(2, 1), LeadOf(3, 3)], [new ReportEdit.Paragraph("另有两家媒体采访。")]), Worded);
        paper.Head.Should().Be(new PaperHead(
            "内部资料 注意保存", "新闻宣传情况报告", "第3期", "益阳市生态环境局沅江分局", "2020年9月16日", "关于新闻宣传情况的报告", "9月14日12:00至9月16日10:32"));
        Text(paper).Should().Equal(
            "9月14日12:00至9月16日10:32，益阳市生态环境局沅江分局共收集报送新闻线索3条，其中重点11条、重点32条；附图片0张。",
            "# 一、重点1", "0916-02 题2", "# 二、重点3", "0916-01 题1", "0916-03 题3", "# 三、其他情况", "另有两家媒体采访。");
        paper.Foot.Lines.Should().StartWith("报：省环保督察“回头看”宣传工作组");
        paper.Foot.PrintedOn.Should().Be("2020年9月16日印发");
        paper.Mail.FileName.Should().Be("2020年第3期沅江分局情况报告");
        paper.Mail.Subject.Should().Be("益阳市生态环境局沅江分局新闻宣传情况报告 2020年9月16日（周三）第3期");
    }

    [Fact]
    public void With_nothing_to_say_it_is_one_line() =>
        Text(SituationPaper.Of(Report(At(2020, 9, 16, 10), [], []), Worded)).Should().ContainSingle().Which.Should().Contain("无新增");

    [Fact]
    public void A_title_given_by_hand_is_printed_and_a_correction_says_so()
    {
        var report = Report(At(2020, 9, 16, 10), [LeadOf(1, 3)], [new ReportEdit.Heading("专题报告")]) with { Revision = 2 };
        var paper = SituationPaper.Of(report, Worded);
        paper.Head.Title.Should().Be("专题报告");
        paper.Mail.Subject.Should().EndWith("（更正版）");
        paper.Mail.FileName.Should().EndWith("（更正版）");
        paper.Mail.FileName.Sum(c => c < 128 ? 1 : 2).Should().BeLessThanOrEqualTo(2 * PaperNames.Most);
    }

    [Fact]
    public void Every_figure_of_the_weekly_paper_is_the_reports()
    {
        var standings = new[] { Stands(Branch, StandingKind.OnTime), Stands(Town, StandingKind.Late, 18), Stands(Reed, StandingKind.Missed) };
        var facts = new WeeklyFacts(
            Ladder.WeeklySlot(new(2020, 9, 30), new(16, 0)), 2, 1, At(2020, 9, 27, 16), At(2020, 9, 30, 16), Worded, Yuanjiang.Roster, [LeadOf(1, 3)],
            standings.Select(s => (NoonReport, Dues.OnDay(NoonReport, new(2020, 9, 30))!, s)).ToList(),
            [new(NoonReport, Dues.OnDay(NoonReport, new(2020, 10, 2))!, null)]);
        var paper = WeeklyPaper.Of(((WeeklyResult.Composed)WeeklyComposer.Compose(facts)).Report, Worded, At(2020, 9, 30, 16, 20));
        Text(paper)[0].Should().Be("9月27日16:00至9月30日16:00，应报3次，其中按时1次、迟报1次、补报0次、零报0次、免报0次、漏报1次；共收到新闻线索1条。");
        var units = paper.Parts.OfType<PaperPart.Table>().First();
        units.Total.Should().Equal("合计", "3", "1", "1", "0", "0", "0", "1", "1");
        units.Rows[0].Should().Equal("益阳市生态环境局沅江分局", "1", "1", "0", "0", "0", "0", "0", "1");
        paper.Parts.OfType<PaperPart.Table>().Should().OnlyContain(t => t.Rows.All(r => r.Count == t.Columns.Count));
        paper.Parts.OfType<PaperPart.Table>().Last().Rows[0].Should().Equal("2020年9月30日", "白沙镇", "周晓燕", "情况报告", "迟报18分钟", "");
        Text(paper)[^1].Should().Be("2020年10月2日（周五）12:00前报送情况报告。2020年10月2日为国庆节、中秋节假期，按方案照常报送。");
    }

    [Fact]
    public void A_mistake_in_the_phrases_is_found_when_they_are_read()
    {
        var phrases = PaperPhrases.Keys.Keys.ToDictionary(k => k, _ => "一|二|三|四|五|六|七|八|九");
        phrases["situation-zero"] = "{unti}无";
        phrases["nonsense"] = "x";
        phrases.Remove("total");
        PaperPhrases.Problems(phrases).Should().Contain(p => p.Contains("{unti}")).And.Contain(p => p.Contains("\"nonsense\""))
            .And.Contain(p => p.Contains("\"total\" is missing")).And.Contain(p => p.Contains("\"columns-days\" needs 2"));
    }

    [Theory]
    [InlineData("沅江分局", "2020年第12期沅江分局情况报告")]
    [InlineData("一个名字非常非常长的单位名称", "2020年第12期一个名字非常非常长的情况报告")]
    [InlineData("a/b:c\u202e", "2020年第12期abc情况报告")]
    public void A_file_name_is_short_and_safe(string unit, string name) => PaperNames.Fit(u => $"2020年第12期{u}情况报告", unit).Should().Be(name);

    private static List<string> Text(OfficePaper paper) => paper.Parts.Select(p => p switch
    {
        PaperPart.Heading heading => $"# {heading.Text}",
        PaperPart.Paragraph paragraph => paragraph.Text,
        PaperPart.Item item => $"{item.Number} {item.Title}",
        PaperPart.Table table => table.Caption,
        _ => "picture",
    }).ToList();

    private static SituationReport Report(Instant to, IReadOnlyList<Lead> leads, IReadOnlyList<ReportEdit> edits)
    {
        var pictures = Array.Empty<(LeadId Id, Picture Picture)>().ToLookup(p => p.Id, p => p.Picture);
        var facts = new SituationFacts(
            Yuanjiang.Roster[Branch], Dues.OnDay(NoonReport, new(2020, 9, 16))!, 3, 1, At(2020, 9, 14, 12), to, Worded.Categories, leads, pictures, edits);
        return ((SituationResult.Composed)SituationComposer.Compose(facts)).Report;
    }

    private static Lead LeadOf(int sequence, int category) => new(
        new(sequence), new(new(2020, 9, 16), sequence), Branch, null, Officer.Id, new(2020, 9, 16), At(2020, 9, 16, 9), $"题{sequence}", "文", category, 1,
        LeadStatus.Filed, 0);

    private static Standing Stands(UnitId unit, StandingKind kind, int minutes = 0) =>
        new(0, new(NoonReport.Id, new(2020, 9, 30, 12, 0)), unit, kind, minutes, null, null, At(2020, 9, 30, 12));

    private static Notice Sample() => NoticeYaml.Open(Tree.At("deploy", "notices", "yuanjiang-2020-38.yaml")).Notice!; // it reads without a problem
}
