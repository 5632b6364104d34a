using System.Text;
using OfficerBot.Documents.Sheets;

namespace OfficerBot.Tests.Documents;

public sealed class HeaderRowTests
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Words = new()
    {
        ["unit"] = ["单位", "单位名称", "部门", "报送单位"],
        ["name"] = ["姓名", "信息员", "联络员", "联系人"],
        ["title"] = ["职务", "职位"],
        ["phone"] = ["联系电话", "电话", "手机", "手机号", "联系方式"],
    };

    [Theory]
    [InlineData("单位,姓名,职务,联系电话", "unit=0 name=1 title=2 phone=3", 1)]
    [InlineData("附件1\n沅江市信息员名单\n\n\"单 位\",信息员,\"联系\n电 话\"", "unit=0 name=1 phone=2", 4)]
    [InlineData("序号,报送　单位,姓 名：,职\u00A0位,手机号*", "unit=1 name=2 title=3 phone=4", 1)]
    [InlineData("部门,联络员,电话,联系方式", "unit=0 name=1 phone=2", 1)]
    public void The_header_is_found_among_titles_and_blanks(string csv, string columns, int number)
    {
        var header = HeaderRow.Find(Sheet(csv + "\n甲,乙,丙,丁\n"), Words)!;
        header.Number.Should().Be(number);
        string.Join(' ', header.Columns.OrderBy(column => column.Value).Select(column => $"{column.Key}={column.Value}")).Should().Be(columns);
    }

    [Fact]
    public void A_sheet_without_a_header_has_none() => HeaderRow.Find(Sheet("白沙镇,李丹\n单位,王强\n"), Words).Should().BeNull();

    private static ReadSheet Sheet(string csv) => ((TablesRead)TableReader.Read(Encoding.UTF8.GetBytes(csv), "a.csv")).Sheets[0];
}
