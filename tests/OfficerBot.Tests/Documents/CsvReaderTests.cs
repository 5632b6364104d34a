using System.Text;
using OfficerBot.Documents.Sheets;

namespace OfficerBot.Tests.Documents;

public sealed class CsvReaderTests
{
    private const string Roster = "单位,姓名,职务,联系电话\r\n白沙镇,李丹,宣传委员,19900001234\r\n";

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static TheoryData<string, byte[]> Encoded => new()
    {
        { "UTF-8 without a mark", Encoding.UTF8.GetBytes(Roster) },
        { "UTF-8 with a mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Roster)] },
        { "GB18030, as Excel in China writes it", Gb18030.GetBytes(Roster) },
        { "UTF-16 with tabs, Excel's Unicode text", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Roster.Replace(',', '\t'))] },
        { "UTF-16 of the other order", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Roster)] },
    };

    [Theory]
    [MemberData(nameof(Encoded))]
    public void Every_encoding_that_Excel_writes_reads_alike(string encoding, byte[] file)
    {
        var rows = Rows(file);
        rows.Should().HaveCount(2, encoding);
        rows[1].Cells.Should().Equal("白沙镇", "李丹", "宣传委员", "19900001234");
    }

    [Fact]
    public void Rare_characters_of_four_bytes_survive_GB18030() =>
        Rows(Gb18030.GetBytes("单位,姓名\n琼湖街道,王䲁𠮷\n"))[1][1].Should().Be("王䲁𠮷");

    /// <summary>一 is D2 BB in GBK, which is also a Cyrillic letter in UTF-8.</summary>
    [Fact]
    public void Short_GBK_text_that_is_valid_UTF_8_still_reads_as_Chinese()
    {
        byte[] file = [.. "1,"u8, 0xD2, 0xBB, .. "\r\n"u8];
        Encoding.UTF8.GetString(file).Should().Contain("\u04BB");
        Rows(file)[0].Cells.Should().Equal("1", "一");
    }

    [Fact]
    public void Quotes_may_hold_commas_line_ends_and_quotes() =>
        Rows("a,\"b,\"\"c\"\"\r\nd\",e\nf,,\n\n\"\",\"\"\ng"u8.ToArray()).Select(row => (row.Number, string.Join('|', row.Cells)))
            .Should().Equal((1, "a|b,\"c\"\nd|e"), (2, "f||"), (5, "g"));

    [Fact]
    public void A_tsv_and_semicolons_are_parted_as_they_stand()
    {
        Rows("a,b\tc\n"u8.ToArray(), "a.tsv")[0].Cells.Should().Equal("a,b", "c");
        Rows("单位;姓名\n甲;乙\n"u8.ToArray())[1].Cells.Should().Equal("甲", "乙");
    }

    [Fact]
    public void The_sheet_bears_the_files_name() =>
        ((TablesRead)TableReader.Read(Encoding.UTF8.GetBytes(Roster), "名单2020.csv")).Sheets.Single().Name.Should().Be("名单2020");

    [Fact]
    public void Limits_hold_for_text_too()
    {
        Refusal(string.Concat(Enumerable.Repeat("甲\n", 5_001))).Should().Be(new TableRefused(ReadRefusal.TooManyRows, 5_001));
        Refusal("a\n" + new string(',', 64) + "b").Should().Be(new TableRefused(ReadRefusal.TooManyColumns, 2));
        Refusal("a\n" + new string('x', 4_001)).Should().Be(new TableRefused(ReadRefusal.CellTooLong, 2));
        Refusal("a\nb,\"never closed\n").Should().Be(new TableRefused(ReadRefusal.Damaged, 2));
    }

    [Fact]
    public void Bytes_of_no_encoding_are_not_a_sheet() =>
        TableReader.Read([0x41, 0xFF, 0xFF, 0x80, 0x0A], "a.csv").Should().Be(new TableRefused(ReadRefusal.NotASheet));

    private static TableRefused Refusal(string text) => TableReader.Read(Encoding.UTF8.GetBytes(text), "a.csv").Should().BeOfType<TableRefused>().Subject;

    private static IReadOnlyList<ReadRow> Rows(byte[] file, string name = "a.csv") =>
        TableReader.Read(file, name).Should().BeOfType<TablesRead>().Subject.Sheets.Single().Rows;
}
