using System.Text.RegularExpressions;
using OfficerBot.Documents.Papers;
using OfficerBot.Documents.Sheets;

namespace OfficerBot.Tests.Documents;

/// <summary>Our files as another program reads them.</summary>
public sealed partial class LibreOfficeTests : IDisposable
{
    private readonly LibreOffice office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task A_page_holds_22_lines_of_28_characters_and_its_number_on_the_outer_side()
    {
        var file = office.Add("grid.docx", DocxWriter.Write(Samples.Bare(new Paragraph(new string('督', 28 * 60)))));
        await office.ConvertAsync("pdf", file);
        var pages = Pages(await LibreOffice.TextAsync(Path.ChangeExtension(file, "pdf"), "-bbox-layout"));

        // The second page is full: 22 lines of body and the page number below them.
        var body = pages[1].Where(line => line.Text[0] == '督').ToList();
        body.Should().HaveCount(22).And.OnlyContain(line => line.Text.Length == 28);
        body.Zip(body.Skip(1), (upper, lower) => lower.Top - upper.Top).Should().OnlyContain(pitch => Math.Abs(pitch - 28.95) < 0.2);
        // Points from the left edge: 28 mm and 184 mm.
        body.Should().OnlyContain(line => Math.Abs(line.Left - 79.4) < 0.5 && Math.Abs(line.Right - 521.6) < 2);

        var (odd, even) = (pages[2].Single(line => line.Text == "—3—"), pages[1].Single(line => line.Text == "—2—"));
        even.Left.Should().BeApproximately(79.4 + 14, 1);
        odd.Right.Should().BeApproximately(521.6 - 14, 1);
        // The dash lies 7 mm (19.8 pt) under the text area, which ends 35 mm above the page's edge.
        ((even.Top + even.Bottom) / 2).Should().BeApproximately(841.9 - 99.2 + 19.8, 1.5);
    }

    [Fact]
    public async Task A_full_report_reads_as_its_preview_and_its_closing_stands_on_the_last_page()
    {
        var paper = Samples.Report(PictureFile.Read(Samples.Png(1600, 900), out _));
        var file = office.Add("report.docx", DocxWriter.Write(paper));
        await office.ConvertAsync("pdf", file);
        var text = Squeeze(await LibreOffice.TextAsync(Path.ChangeExtension(file, "pdf"), "-raw"));

        foreach (var line in PaperText.Render(paper).Split('\n').Where(line => !line.StartsWith("——", StringComparison.Ordinal) && !line.StartsWith('〔')))
        {
            foreach (var piece in line.Split(['｜', '　'], StringSplitOptions.RemoveEmptyEntries))
            {
                text.Should().Contain(Squeeze(piece));
            }
        }

        text.Split('\f')[^2].Should().Contain("2020年9月16日印发");
    }

    [Fact]
    public async Task The_closing_is_on_the_last_page_and_no_page_is_blank_whatever_the_length()
    {
        var lengths = Enumerable.Range(1, 23).ToList();
        var files = lengths.Select(count => office.Add($"{count}.docx", DocxWriter.Write(OfLines(count)))).ToArray();
        await office.ConvertAsync("pdf", files);
        foreach (var count in lengths)
        {
            var pages = Squeeze(await LibreOffice.TextAsync(Path.ChangeExtension(files[count - 1], "pdf"), "-raw")).Split('\f')[..^1];
            pages.Sum(page => Regex.Count(page, "行文字")).Should().Be(count);
            pages[^1].Should().Contain("印发", "{0} lines", count);
        }
    }

    /// <summary>Calc's own export is the enemy's way back to a formula, so what counts here is that the cells stayed text.</summary>
    [Fact]
    public async Task Phones_and_payloads_go_through_a_spreadsheet_as_text()
    {
        var file = office.Add("texts.xlsx", XlsxWriter.Write(SheetSamples.Book(SheetSamples.OfTexts(SheetSamples.Payloads))));
        // UTF-8, comma, all cells as shown.
        await office.ConvertAsync("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", file);
        var read = (TablesRead)TableReader.Read(File.ReadAllBytes(Path.ChangeExtension(file, "csv")), "texts.csv");
        var rows = read.Sheets.Single().Rows.Skip(2).ToList();
        rows.Select(row => row[0].TrimStart()).Should().Equal(SheetSamples.Payloads.Select(text => text.TrimStart()));
        rows.Should().OnlyContain(row => row[1] == "013800138000");
    }

    [Fact]
    public async Task A_weekly_sheet_prints_on_landscape_pages_with_their_numbers()
    {
        var file = office.Add("week.xlsx", XlsxWriter.Write(SheetSamples.Book(SheetSamples.Week())));
        await office.ConvertAsync("pdf", file);
        var pdf = Path.ChangeExtension(file, "pdf");
        (await LibreOffice.TextAsync(pdf, "-bbox")).Should().Contain("width=\"841.").And.Contain("height=\"595.");
        Squeeze(await LibreOffice.TextAsync(pdf)).Should().ContainAll("沅江市新闻线索明细表", "19900001201", "2020-09-1409:12", "第1页共1页");
    }

    private static Paper OfLines(int count) => Samples.Report() with
    {
        Blocks = [new Paragraph(string.Join('\n', Enumerable.Repeat("行文字", count)))],
        Attachments = null,
    };

    private static string Squeeze(string text) => text.Replace(" ", "").Replace("\u3000", "").Replace("\n", "");

    private static List<List<Line>> Pages(string layout) =>
        [.. layout.Split("<page ").Skip(1).Select(page => LinePattern().Matches(page).Select(Line.From).ToList())];

    [GeneratedRegex("<line xMin=\"([\\d.]+)\" yMin=\"([\\d.]+)\" xMax=\"([\\d.]+)\" yMax=\"([\\d.]+)\">(.*?)</line>", RegexOptions.Singleline)]
    private static partial Regex LinePattern();

    [GeneratedRegex("<word[^>]*>(.*?)</word>")]
    private static partial Regex WordPattern();

    /// <summary>Points from the page's upper left corner.</summary>
    private sealed record Line(double Left, double Top, double Right, double Bottom, string Text)
    {
        public static Line From(Match match) => new(
            double.Parse(match.Groups[1].Value),
            double.Parse(match.Groups[2].Value),
            double.Parse(match.Groups[3].Value),
            double.Parse(match.Groups[4].Value),
            string.Concat(WordPattern().Matches(match.Groups[5].Value).Select(word => word.Groups[1].Value)));
    }
}
