using OfficerBot.Documents.Papers;

namespace OfficerBot.Tests.Documents;

public sealed class PaperTextTests
{
    private static readonly string Preview = PaperText.Render(Samples.Report());

    [Fact]
    public void The_preview_holds_every_number_and_total_of_the_paper() =>
        Preview.Should().ContainAll("第2期（总第26期）", "0916-03", "0916-05", "0916-08", "｜合　计｜9｜5\n", "采用率55.6%", "附件：1. 新闻线索明细表", "2. 媒体采用稿件清单", "2020年9月16日印发");

    [Fact]
    public void An_items_title_runs_into_its_text_with_one_full_stop() =>
        Preview.Should().Contain("0916-03　黄茅洲镇完成河道保洁第三轮清理。组织保洁员46人次").And.Contain("0916-08　胭脂湖街道秸秆禁烧巡查\n");

    [Fact]
    public void A_picture_is_named_by_its_caption() =>
        PaperText.Render(Samples.Report(PictureFile.Read(Samples.Png(10, 10), out _))).Should().Contain("〔图1　黄茅洲镇河道保洁现场〕");

    [Fact]
    public void A_single_attachment_has_no_number() =>
        PaperText.Render(Samples.Report() with { Attachments = new AttachmentList("附件：", ["清单"]) }).Should().Contain("附件：清单\n");
}
