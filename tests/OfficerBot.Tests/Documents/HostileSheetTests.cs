using OfficerBot.Documents.Sheets;

namespace OfficerBot.Tests.Documents;

/// <summary>Files made to exhaust a reader. Each is built here by streaming, refused by name, and cheaply.</summary>
public sealed class HostileSheetTests
{
    private const string Head = "<worksheet xmlns='" + RawXlsx.Transitional + "'><sheetData>";
    private const string Tail = "</sheetData></worksheet>";
    private const string Cell = "<row><c t='inlineStr'><is><t>甲</t></is></c></row>";

    [Fact]
    public void A_cell_of_a_gigabyte_is_refused_in_its_first_kilobytes()
    {
        var file = new RawXlsx().Repeat("xl/worksheets/sheet1.xml", Head + "<row r='7'><c t='inlineStr'><is><t>", new string('0', 1024), 256_000, "</t></is></c></row>" + Tail).Build();
        file.Length.Should().BeLessThan(SheetLimits.FileBytes);
        Refusal(file).Should().Be(new TableRefused(ReadRefusal.CellTooLong, 7, "名单"));
    }

    [Fact]
    public void A_part_that_swells_and_holds_nothing_is_refused_by_the_bytes_it_really_gives()
    {
        var file = new RawXlsx().Repeat("xl/worksheets/sheet1.xml", Head, "<a b='" + new string('0', 90) + "'/>", 400_000, Tail).Build();
        Refusal(file).Should().Be(new TableRefused(ReadRefusal.TooBig, null, "名单"));
    }

    [Fact]
    public void A_million_rows_are_refused_at_the_first_too_many() =>
        Refusal(new RawXlsx().Repeat("xl/worksheets/sheet1.xml", Head, Cell, 1_000_000, Tail).Build())
            .Should().Be(new TableRefused(ReadRefusal.TooManyRows, SheetLimits.Rows + 1, "名单"));

    [Fact]
    public void A_million_shared_strings_are_refused() =>
        Refusal(new RawXlsx().Sheet(Cell).Repeat("xl/sharedStrings.xml", "<sst>", "<si><t>a</t></si>", 1_000_000, "</sst>").Build())
            .Should().Be(new TableRefused(ReadRefusal.TooManyTexts));

    [Fact]
    public void Too_many_merges_are_refused() =>
        Refusal(new RawXlsx().Repeat("xl/worksheets/sheet1.xml", Head + Cell + "</sheetData><mergeCells>", "<mergeCell ref='A1:A9'/>", 200_000, "</mergeCells></worksheet>").Build())
            .Should().Be(new TableRefused(ReadRefusal.TooManyMerges, null, "名单"));

    [Fact]
    public void Merges_that_cover_one_another_cost_no_more_than_honest_ones() =>
        Refusal(new RawXlsx().Repeat(
                "xl/worksheets/sheet1.xml",
                Head + string.Concat(Enumerable.Repeat(Cell, 4_900)) + "</sheetData><mergeCells>",
                "<mergeCell ref='A1:A1048576'/>",
                5_000,
                "</mergeCells></worksheet>").Build())
            .Should().Be(new TableRefused(ReadRefusal.TooManyMerges, null, "名单"));

    [Fact]
    public void A_cell_far_to_the_right_is_refused_with_its_row() =>
        Refusal(new RawXlsx().Sheet("<row r='9'><c r='BM9'><v>1</v></c></row>").Build()).Should().Be(new TableRefused(ReadRefusal.TooManyColumns, 9, "名单"));

    [Theory]
    [InlineData("<row r='1048577'><c r='A1048577'><v>1</v></c></row>")]
    [InlineData("<row r='-1'><c><v>1</v></c></row>")]
    [InlineData("<row r='1'><c r='AAAAAAAAAAAA1'><v>1</v></c></row>")]
    [InlineData("<row r='1'><c r='1'><v>1</v></c></row>")]
    [InlineData("<row r='1'><c t='s'><v>0</v></c></row>")]
    [InlineData("<row r='1'><c t='s'><v>-1</v></c></row>")]
    [InlineData("<row r='1'><c>")]
    public void References_outside_the_sheet_are_damage(string rows) => Refusal(new RawXlsx().Sheet(rows).Build()).Reason.Should().Be(ReadRefusal.Damaged);

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;&b;'>]><worksheet><sheetData><row><c><v>&c;</v></c></row></sheetData></worksheet>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>")]
    public void A_document_type_is_refused(string xml) => Refusal(new RawXlsx().With("xl/worksheets/sheet1.xml", xml).Build()).Reason.Should().Be(ReadRefusal.Damaged);

    [Fact]
    public void Deep_nesting_is_refused() =>
        Refusal(new RawXlsx().Repeat("xl/worksheets/sheet1.xml", Head, "<a>", 1_000_000, Tail).Build()).Reason.Should().Be(ReadRefusal.Damaged);

    [Fact]
    public void A_tag_of_megabytes_is_refused() =>
        Refusal(new RawXlsx().Repeat("xl/worksheets/sheet1.xml", Head + "<row ", "abcdefgh='1' ", 1_000_000, "/>" + Tail).Build()).Reason.Should().Be(ReadRefusal.Damaged);

    [Fact]
    public void Too_many_parts_are_refused()
    {
        var file = new RawXlsx().Sheet(Cell);
        for (var i = 0; i <= SheetLimits.Parts; i++)
        {
            file.With($"junk/{i}", "");
        }

        Refusal(file.Build()).Should().Be(new TableRefused(ReadRefusal.TooManyParts));
    }

    [Fact]
    public void A_file_over_five_megabytes_is_not_even_opened() =>
        Refusal(new byte[SheetLimits.FileBytes + 1]).Should().Be(new TableRefused(ReadRefusal.TooBig));

    [Fact]
    public void A_damaged_file_is_refused_and_never_throws()
    {
        var file = new RawXlsx().Sheet(Cell).Shared("<si><t>a</t></si>").Styles("<cellXfs><xf numFmtId='14'/></cellXfs>").Build();
        var random = new Random(20200916);
        for (var round = 0; round < 1_000; round++)
        {
            var broken = file.ToArray();
            for (var i = random.Next(1, 8); i > 0; i--)
            {
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
            }

            var read = () => TableReader.Read(broken[..random.Next(broken.Length / 2, broken.Length + 1)], "名单.xlsx");
            read.Should().NotThrow();
        }
    }

    /// <summary>Every refusal also has to come cheaply. Allocation is measured and not time, which depends on what else the machine does.</summary>
    private static TableRefused Refusal(byte[] file)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = TableReader.Read(file, "名单.xlsx");
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(128L << 20);
        return result.Should().BeOfType<TableRefused>().Subject;
    }
}
