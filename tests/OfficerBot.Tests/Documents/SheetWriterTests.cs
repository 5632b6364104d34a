using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using OfficerBot.Documents.Sheets;

namespace OfficerBot.Tests.Documents;

public sealed class SheetWriterTests
{
    [Fact]
    public void A_weekly_sheet_has_no_fault_in_the_vendors_validator() => PackageChecks.Xlsx(Xlsx(SheetSamples.Week())).Should().BeEmpty();

    [Fact]
    public void A_sheet_without_rows_and_with_one_column_has_no_fault() =>
        PackageChecks.Xlsx(Xlsx(new Sheet("空", "空", [new("甲", ColumnKind.Date, 5)], [], "注"))).Should().BeEmpty();

    [Fact]
    public void Equal_workbooks_give_equal_bytes() => Xlsx(SheetSamples.Week()).Should().Equal(Xlsx(SheetSamples.Week()));

    [Fact]
    public void The_header_is_frozen_filtered_and_printed_on_every_page()
    {
        var file = Xlsx(SheetSamples.Week());
        PackageChecks.Part(file, "xl/workbook.xml").Should().ContainAll("_xlnm.Print_Titles", "'本周线索'!$1:$2", "'本周线索'!$A$2:$H$6");
        PackageChecks.Part(file, "xl/worksheets/sheet1.xml").Should().ContainAll(
            "ySplit=\"2\"", "<autoFilter ref=\"A2:H6\"", "<mergeCell ref=\"A1:H1\"", "<mergeCell ref=\"A8:H8\"", "paperSize=\"9\" orientation=\"landscape\"", "fitToHeight=\"0\"", "&amp;C第 &amp;P 页 共 &amp;N 页");
    }

    [Fact]
    public void Dates_are_numbers_and_phones_are_text()
    {
        var xml = PackageChecks.Part(Xlsx(SheetSamples.Week()), "xl/worksheets/sheet1.xml");
        xml.Should().Contain("<c r=\"E3\" s=\"7\"><v>44088.3833333333</v>").And.Contain("<c r=\"G3\" s=\"8\" t=\"inlineStr\"").And.Contain("<c r=\"H4\" s=\"3\" />");
    }

    [Fact]
    public void What_looks_like_a_formula_is_a_quoted_string()
    {
        var xml = PackageChecks.Part(Xlsx(SheetSamples.OfTexts(SheetSamples.Payloads)), "xl/worksheets/sheet1.xml");
        xml.Should().NotContain("<f>");
        xml.Split(" s=\"4\" t=\"inlineStr\"").Should().HaveCount(SheetSamples.Payloads.Length + 1);
    }

    [Theory]
    [InlineData("白沙镇/草尾镇:[9月]", "白沙镇-草尾镇--9月-")]
    [InlineData("'单位'", "单位")]
    [InlineData("", "Sheet1")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一")]
    public void A_tabs_name_is_made_one_that_Excel_allows(string name, string allowed) => SheetNames.Allowed([name]).Should().Equal(allowed);

    [Fact]
    public void A_sheet_of_narrow_columns_is_as_wide_as_its_title()
    {
        var sheet = PackageChecks.Part(Xlsx(new Sheet("逐日", "宣传工作周报 第1期 逐日线索情况", [new("日期", ColumnKind.Text, 22), new("线索", ColumnKind.Number, 8)], [])), "xl/worksheets/sheet1.xml");
        Widths(sheet).Sum().Should().BeGreaterThan(15.5 * 2 * 18 / 11, "its title of fifteen and a half hanzi of 18 pt takes that many digits of 11 pt");
        Widths(sheet).First().Should().BeGreaterThan(2 * Widths(sheet).Last(), "the columns keep their proportions");
    }

    [Theory]
    [InlineData(200, 60, 3)]
    [InlineData(1000, 85, 3)] // wider, so that it is shown whole
    [InlineData(4000, 90, 11)] // no row is high enough: it begins at the top
    public void A_long_text_is_shown_from_its_beginning(int length, double width, int style)
    {
        var sheet = PackageChecks.Part(Xlsx(new Sheet("线索", "线索", [new("内容", ColumnKind.Text, 60)], [[CellValue.Of(new string('长', length))]])), "xl/worksheets/sheet1.xml");
        Widths(sheet).Should().Equal(width);
        sheet.Should().Contain($"<c r=\"A3\" s=\"{style}\"");
    }

    private static double[] Widths(string sheet) =>
        [.. System.Text.RegularExpressions.Regex.Matches(sheet, "<col [^>]* width=\"([0-9.]+)\"").Select(m => double.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))];

    [Fact]
    public void Tabs_of_one_name_are_numbered() => SheetNames.Allowed(["Week", "week", "Week"]).Should().Equal("Week", "week(2)", "Week(3)");

    [Fact]
    public void A_text_longer_than_a_cell_is_cut_without_splitting_a_character()
    {
        var file = Xlsx(SheetSamples.OfTexts(new string('甲', 32_766) + "𠮷乙"));
        PackageChecks.Part(file, "xl/worksheets/sheet1.xml").Should().Contain(new string('甲', 32_766) + "</t>");
        PackageChecks.Xlsx(file).Should().BeEmpty();
    }

    [Fact]
    public void A_workbook_refuses_a_row_with_a_missing_cell()
    {
        var act = () => SheetSamples.Book(new Sheet("a", "a", [new("a", ColumnKind.Text, 5)], [[]]));
        act.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_csv_has_a_mark_crlf_and_quotes_and_defuses_formulas()
    {
        var file = CsvWriter.Write(SheetSamples.OfTexts("a,\"b\"\nc", "=1+1", "正常", "\0=1"));
        file.Should().StartWith([0xEF, 0xBB, 0xBF]);
        Encoding.UTF8.GetString(file[3..]).Should().Be("内容,电话\r\n\"a,\"\"b\"\"\nc\",013800138000\r\n'=1+1,013800138000\r\n正常,013800138000\r\n'=1,013800138000\r\n");
        CsvWriter.Write(SheetSamples.OfTexts(SheetSamples.Payloads)).Should().NotBeEmpty();
    }

    [Fact]
    public void Every_payload_gets_an_apostrophe_in_csv() =>
        Encoding.UTF8.GetString(CsvWriter.Write(SheetSamples.OfTexts(SheetSamples.Payloads))).Split("\r\n").Skip(1).SkipLast(1)
            .Should().HaveCount(SheetSamples.Payloads.Length).And.OnlyContain(line => line.StartsWith('\'') || line.StartsWith("\"'", StringComparison.Ordinal));

    [Fact]
    public void A_csv_in_GB18030_reads_back()
    {
        var read = (TablesRead)TableReader.Read(CsvWriter.Write(SheetSamples.Week(), asGb18030: true), "a.csv");
        read.Sheets[0].Rows[2][2].Should().StartWith("河道保洁第三轮清理");
        read.Sheets[0].Rows[4][2].Should().Be("=夜市油烟问题办结");
    }

    [Fact]
    public void An_exported_sheet_imports_as_itself()
    {
        var sheet = ((TablesRead)TableReader.Read(Xlsx(SheetSamples.Week()), "a.xlsx")).Sheets.Single();
        sheet.Name.Should().Be("本周线索");
        sheet.Rows[1].Cells.Should().Equal("编号", "报送单位", "标　题", "类别", "报送时间", "报送人", "联系电话", "图片（张）");
        sheet.Rows[2].Cells.Should().Equal("0914-01", "琼湖街道", "餐饮油烟专项检查现场整改6家", "边督边改", "2020-09-14 09:12", "周晓燕", "19900001201", "2");
        sheet.Rows[5].Cells[2].Should().Be("=夜市油烟问题办结");
    }

    [Fact]
    public void A_date_before_Excels_calendar_is_text()
    {
        var sheet = new Sheet("a", "a", [new("日期", ColumnKind.Date, 12)], [[CellValue.Of(new LocalDate(1900, 1, 1))], [CellValue.Of(new LocalDate(1900, 3, 1))]]);
        ((TablesRead)TableReader.Read(Xlsx(sheet), "a.xlsx")).Sheets[0].Rows.Select(row => row[0]).Should().Equal("a", "日期", "1900-01-01", "1900-03-01");
    }

    [Fact]
    public void Any_text_gives_a_file_without_fault_that_reads_back_as_itself() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => RoundTrips(text ?? "")).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Theory]
    [InlineData("_x0041_")]
    [InlineData("_x005F_x0041_")]
    [InlineData("__x0041__x")]
    [InlineData(" 前后空格 ")]
    [InlineData("'=1+1")]
    [InlineData("''-1")]
    [InlineData("'quoted'")]
    [InlineData("\0a")]
    public void Text_that_looks_like_an_escape_or_a_guard_reads_back_as_itself(string text) => RoundTrips(text).Should().BeTrue();

    private static bool RoundTrips(string text)
    {
        var file = Xlsx(SheetSamples.OfTexts(text) with { Name = text, Title = "标题" });
        var cell = ((TablesRead)TableReader.Read(file, "a.xlsx")).Sheets[0].Rows[2][0];
        var csv = ((TablesRead)TableReader.Read(CsvWriter.Write(SheetSamples.OfTexts(text)), "a.csv")).Sheets[0].Rows[1][0];
        var clean = OfficerBot.Documents.Packages.LegalText.Clean(text);
        return PackageChecks.Xlsx(file).Count == 0 && cell == clean && csv == clean;
    }

    private static byte[] Xlsx(Sheet sheet) => XlsxWriter.Write(SheetSamples.Book(sheet));
}
