using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using OfficerBot.Documents.Papers;

namespace OfficerBot.Tests.Documents;

public sealed class DocxWriterTests
{
    private static readonly PictureFile Photo = PictureFile.Read(Samples.Png(320, 180), out _)!;

    [Fact]
    public void A_full_report_has_no_fault_in_the_vendors_validator() =>
        PackageChecks.Docx(DocxWriter.Write(Samples.Report(Photo))).Should().BeEmpty();

    [Fact]
    public void A_one_line_report_has_no_fault_in_the_vendors_validator() =>
        PackageChecks.Docx(DocxWriter.Write(Samples.Bare(new Paragraph("本期无新闻线索。")))).Should().BeEmpty();

    [Fact]
    public void Equal_papers_give_equal_bytes_and_another_instant_other_bytes()
    {
        var paper = Samples.Report(Photo);
        var later = paper with { Properties = paper.Properties with { Created = paper.Properties.Created.Plus(NodaTime.Duration.FromSeconds(1)) } };
        SHA256.HashData(DocxWriter.Write(Samples.Report(Photo))).Should().Equal(SHA256.HashData(DocxWriter.Write(paper)));
        DocxWriter.Write(later).Should().NotEqual(DocxWriter.Write(paper));
    }

    [Fact]
    public void The_created_instant_is_the_callers() =>
        PackageChecks.Part(DocxWriter.Write(Samples.Report()), "docProps/core.xml").Should().Contain(">2020-09-16T03:42:10Z<").And.Contain("沅江市委宣传部");

    [Fact]
    public void Parts_stand_in_ordinal_order() =>
        PackageChecks.Names(DocxWriter.Write(Samples.Report(Photo))).Should().BeInAscendingOrder(StringComparer.Ordinal).And.Contain("word/media/image1.png");

    [Theory]
    [InlineData("https://news.example.org/a?b=1&c=2", true)]
    [InlineData("http://news.example.org/", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("mailto:a@example.org", false)]
    [InlineData("/relative", false)]
    public void Only_absolute_http_addresses_become_links(string address, bool isLink)
    {
        var row = new TableRow([new TableCell("稿件", new Uri(address, UriKind.RelativeOrAbsolute))]);
        var file = DocxWriter.Write(Samples.Bare(new Table("表1　稿件", [new("标题", 1)], [row])));
        PackageChecks.Part(file, "word/document.xml").Contains("<w:hyperlink", StringComparison.Ordinal).Should().Be(isLink);
        PackageChecks.Part(file, "word/_rels/document.xml.rels").Contains("TargetMode=\"External\"", StringComparison.Ordinal).Should().Be(isLink);
        PackageChecks.Docx(file).Should().BeEmpty();
    }

    [Fact]
    public void The_caption_and_header_of_a_table_repeat_and_a_short_table_is_kept_whole()
    {
        var xml = PackageChecks.Part(DocxWriter.Write(Samples.Bare(Samples.Table())), "word/document.xml");
        xml.Split("<w:tblHeader />").Should().HaveCount(3);
        // Five rows and a total of five cells each: every row but the last holds on to the next; the header does so by its style.
        xml.Split("<w:keepNext />").Should().HaveCount(1 + 6 * 5);
    }

    [Fact]
    public void A_picture_carries_its_alternative_text_and_keeps_its_proportions()
    {
        var wide = PictureFile.Read(Samples.Png(4000, 1000), out _)!;
        var xml = PackageChecks.Part(DocxWriter.Write(Samples.Bare(new Picture(wide, "图1", "两人<在>\"河边\""))), "word/document.xml");
        xml.Should().Contain("descr=\"两人&lt;在&gt;&quot;河边&quot;\"").And.Contain("<wp:extent cx=\"5616000\" cy=\"1404000\"");
    }

    [Fact]
    public void A_small_picture_is_not_enlarged() => DocxPicture.Fit(100, 50).Should().Be((952_500L, 476_250L));

    [Fact]
    public void A_table_refuses_a_row_with_a_missing_cell()
    {
        var act = () => new Table("表1", [new("甲", 1), new("乙", 1)], [TableRow.Of("只有一格")]);
        act.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Characters_that_xml_cannot_hold_are_dropped_and_the_rest_stays()
    {
        var file = DocxWriter.Write(Samples.Bare(new Paragraph("河\u000B边\uD800垃\uFFFE圾\0 & <b>𠮷")));
        PackageChecks.Part(file, "word/document.xml").Should().Contain("河边垃圾 &amp; &lt;b&gt;𠮷");
        PackageChecks.Docx(file).Should().BeEmpty();
    }

    [Fact]
    public void Any_text_in_any_place_gives_a_file_without_fault() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => Validates(text ?? "")).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    private static bool Validates(string text)
    {
        var masthead = new Masthead(text, text, text, text, text);
        var paper = new Paper(
            masthead,
            text,
            text,
            [
                new Heading(1, text), new Paragraph(text), new Note(text), new ItemList([new Item(text, text, text)]),
                new Table(text, [new(text, 1)], [TableRow.Of(text)], TableRow.Of(text)), new Picture(Photo, text, text),
            ],
            new AttachmentList(text, [text, text]),
            new Closing([text], text, text),
            Samples.Properties with { Author = text });
        return PackageChecks.Docx(DocxWriter.Write(paper)).Count == 0 && PaperText.Render(paper) is not null;
    }
}
