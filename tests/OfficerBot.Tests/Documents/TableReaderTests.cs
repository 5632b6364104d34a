using OfficerBot.Documents.Sheets;

namespace OfficerBot.Tests.Documents;

public sealed class TableReaderTests
{
    private const string Inline = "<row r='1'><c r='A1' t='inlineStr'><is><t>单位</t></is></c><c r='B1' t='inlineStr'><is><t>姓名</t></is></c></row>"
        + "<row r='2'><c r='A2' t='inlineStr'><is><t>白沙镇</t></is></c><c r='B2' t='inlineStr'><is><t>李　丹</t></is></c></row>";

    private static readonly string[] Expected = ["单位|姓名", "白沙镇|李　丹"];

    [Fact]
    public void Inline_strings_are_read() => Cells(new RawXlsx().Sheet(Inline)).Should().Equal(Expected);

    [Fact]
    public void Absolute_targets_are_followed_inside_the_file() => Cells(new RawXlsx(prefix: "/xl/").Sheet(Inline)).Should().Equal(Expected);

    [Fact]
    public void Strict_namespaces_read_as_transitional_ones() => Cells(new RawXlsx(RawXlsx.Strict).Sheet(Inline)).Should().Equal(Expected);

    [Fact]
    public void Rows_and_cells_without_references_follow_one_another() =>
        Cells(new RawXlsx().Sheet(Inline.Replace(" r='A1'", "").Replace(" r='B1'", "").Replace(" r='A2'", "").Replace(" r='B2'", "").Replace(" r='1'", "").Replace(" r='2'", "")))
            .Should().Equal(Expected);

    [Fact]
    public void Shared_rich_text_is_joined_and_its_reading_aid_left_out()
    {
        var shared = "<si><r><rPr><b/></rPr><t>李</t></r><r><t xml:space='preserve'> 丹</t></r><rPh sb='0' eb='1'><t>li</t></rPh><phoneticPr fontId='1'/></si>\n<si><t>a_x000D_b</t></si>";
        var rows = "<row r='3'><c r='A3' t='s'><v>0</v></c><c r='C3' t='s'><v>1</v></c></row>";
        Cells(new RawXlsx().Sheet(rows).Shared(shared)).Should().Equal("李 丹||a\nb");
    }

    [Theory]
    [InlineData("13800138000", "13800138000")]
    [InlineData("1.3800138E10", "13800138000")]
    [InlineData("1.9900001234E+10", "19900001234")]
    [InlineData("55.600000000000001", "55.6")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("-7.50", "-7.5")]
    [InlineData("0", "0")]
    [InlineData("1E-05", "0.00001")]
    [InlineData("1E+300", "1E+300")]
    public void A_number_is_read_as_exact_decimal_text(string stored, string text) =>
        Cells(new RawXlsx().Sheet($"<row r='1'><c r='A1'><v>{stored}</v></c></row>"))[0].Should().Be(text);

    [Theory]
    [InlineData("", 1, "44090", "2020-09-16")]
    [InlineData("", 1, "44090.465277777781", "2020-09-16 11:10")]
    [InlineData("", 2, "44090", "2020-09-16")]
    [InlineData("", 3, "44090", "44090")]
    [InlineData("", 1, "0.5", "12:00")]
    [InlineData("", 1, "60", "1900-02-29")]
    [InlineData("<workbookPr date1904='1'/>", 1, "42628", "2020-09-16")]
    [InlineData("", 1, "999999999", "999999999")]
    public void A_number_in_a_date_format_is_read_as_a_date(string workbook, int format, string stored, string text)
    {
        var styles = "<numFmts><numFmt numFmtId='176' formatCode='yyyy\"年\"m\"月\"d\"日\";@'/><numFmt numFmtId='177' formatCode='[Red]0\"days\"'/></numFmts>"
            + "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='176'/><xf numFmtId='177'/></cellXfs>";
        // Excel's 29 February 1900 never was; day 60 is read as the day before 1 March.
        text = text == "1900-02-29" ? "1900-03-01" : text;
        Cells(new RawXlsx(workbook: workbook).Sheet($"<row r='1'><c r='A1' s='{format}'><v>{stored}</v></c></row>").Styles(styles))[0].Should().Be(text);
    }

    [Fact]
    public void A_formula_gives_its_stored_value_and_never_its_text() =>
        Cells(new RawXlsx().Sheet("<row r='1'><c r='A1' t='str'><f>CONCATENATE(\"a\",\"b\")</f><v>ab</v></c><c r='B1'><f>1+1</f><v>2</v></c><c r='C1'><f>1+1</f></c><c r='D1' t='b'><v>1</v></c></row>"))
            .Should().Equal("ab|2||TRUE");

    [Fact]
    public void Only_a_merge_down_one_column_is_repeated_in_the_rows_it_covers()
    {
        string Row(int number, params string[] cells) =>
            $"<row r='{number}'>" + string.Concat(cells.Select((cell, i) => cell.Length == 0 ? "" : $"<c r='{(char)('A' + i)}{number}' t='inlineStr'><is><t>{cell}</t></is></c>")) + "</row>";
        var rows = Row(1, "通讯录") + Row(2, "单位", "姓名") + Row(3, "白沙镇", "甲") + Row(4, "", "乙") + Row(6, "", "丙") + Row(7, "", "丁");
        var sheet = new RawXlsx().Sheet(rows, "<mergeCells><mergeCell ref='A1:B1'/><mergeCell ref='A3:A6'/><mergeCell ref='ZZZZ1:A2'/></mergeCells>");
        Cells(sheet).Should().Equal("通讯录", "单位|姓名", "白沙镇|甲", "白沙镇|乙", "白沙镇|丙", "|丁");
    }

    [Fact]
    public void Hidden_rows_and_sheets_are_kept_and_marked()
    {
        var sheet = Sheets(new RawXlsx(sheetState: "veryHidden").Sheet(Inline.Replace("<row r='2'>", "<row r='2' hidden='1'>")).Build(), "a.xlsx").Single();
        sheet.IsHidden.Should().BeTrue();
        sheet.Rows.Select(row => row.IsHidden).Should().Equal(false, true);
        sheet.Rows.Select(row => row.Number).Should().Equal(1, 2);
    }

    [Fact]
    public void Thousands_of_empty_formatted_rows_do_not_count() =>
        Cells(new RawXlsx().Sheet(Inline + string.Concat(Enumerable.Range(3, 60_000).Select(n => $"<row r='{n}'><c r='A{n}' s='1'/><c r='ZZ{n}' s='1'/></row>"))))
            .Should().HaveCount(2);

    [Theory]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 1, 2, 3 }, ReadRefusal.OldExcel)]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0 }, ReadRefusal.NotASheet)]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 1, 2, 3 }, ReadRefusal.Damaged)]
    [InlineData(new byte[0], ReadRefusal.Empty)]
    [InlineData(new byte[] { 0x20, 0x0A }, ReadRefusal.Empty)]
    public void Other_files_are_refused_by_kind(byte[] file, ReadRefusal reason) =>
        TableReader.Read(file, "名单.xlsx").Should().Be(new TableRefused(reason));

    [Fact]
    public void An_encrypted_workbook_is_told_from_an_old_one()
    {
        byte[] file = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. System.Text.Encoding.Unicode.GetBytes("EncryptedPackage")];
        TableReader.Read(file, "名单.xlsx").Should().Be(new TableRefused(ReadRefusal.Encrypted));
    }

    [Fact]
    public void A_docx_is_not_a_sheet() =>
        TableReader.Read(OfficerBot.Documents.Papers.DocxWriter.Write(Samples.Report()), "名单.xlsx").Should().Be(new TableRefused(ReadRefusal.NotASheet));

    [Fact]
    public void A_page_saved_as_xls_is_not_a_sheet() =>
        TableReader.Read("<html><table><tr><td>单位</td></tr></table></html>"u8.ToArray(), "名单.xls").Should().Be(new TableRefused(ReadRefusal.NotASheet));

    /// <summary>One line a row, its cells parted by bars.</summary>
    private static string[] Cells(RawXlsx file) => [.. Sheets(file.Build(), "名单.xlsx").Single().Rows.Select(row => string.Join('|', row.Cells))];

    private static IReadOnlyList<ReadSheet> Sheets(byte[] file, string name) => TableReader.Read(file, name).Should().BeOfType<TablesRead>().Subject.Sheets;
}
