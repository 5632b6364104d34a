using System.IO.Compression;
using System.Text;
using OfficerBot.Tests.Documents;

namespace OfficerBot.Scenarios.Fuzz;

/// <summary>Roster files, as xlsx and csv, changed in their zip, in their XML, in their text; uploaded by somebody whose files are read.</summary>
internal sealed class SheetInputs(UploadInputs uploads)
{
    private const string Csv = "单位,姓名,职务,联系电话\n白沙镇,某甲,镇长,19900000101\n石桥镇,某乙,书记,19900000102\n\"青山镇\",\"某\"\"丙\",,\"19900000103\"\n";

    private static readonly string[] Cells =
    [
        "<c r='A1' t='inlineStr'><is><t>单位</t></is></c>", "<c t='s'><v>0</v></c>", "<c t='s'><v>99999999999</v></c>", "<c t='s'><v>-1</v></c>", "<c><v>44090.5</v></c>", "<c s='1'><v>44090</v></c>", "<c><v>1e308</v></c>",
        "<c><v>NaN</v></c>", "<c t='e'><v>#REF!</v></c>", "<c t='b'><v>2</v></c>", "<c t='d'><v>2020-13-45</v></c>", "<c t='str'><f>1+1</f><v>2</v></c>", "<c r='XFD1048577'><v>1</v></c>", "<c r=''><v>1</v></c>", "<c r='A0'/>",
        "<c t='zz'><v>1</v></c>", "<c s='-5'><v>1</v></c>", "<c s='99999999999'><v>1</v></c>", "<c t='inlineStr'><is><r><t>富</t></r><r><t xml:space='preserve'> 文本</t></r><rPh><t>x</t></rPh></is></c>", "<x/>", "<![CDATA[]]>", "&#0;", "&#x110000;", "&amp;", "&lol;",
        "<!-- -- -->", "<?php ?>", "</row>", "<c", "<c><c><c><c>",
    ];

    /// <summary>One of any sort.</summary>
    public FuzzInput Make(Chance chance, string id)
    {
        var (file, name, how) = Any(chance);
        return uploads.With(file, name, how, chance, id);
    }

    /// <summary>Only the bytes.</summary>
    public static byte[] AnyFile(Chance chance) => Any(chance).File;

    private static (byte[] File, string Name, string How) Any(Chance chance) => chance.Below(10) switch
    {
        < 3 => (ByteChanges.Apply(Xlsx(chance).Build(), chance), "名单.xlsx", "xlsx bytes"),
        < 6 => (Xlsx(chance).Build(), "名单.xlsx", "xlsx XML"),
        6 => (Swollen(chance), "名单.xlsx", "xlsx that swells"),
        7 => (Lying(chance), "名单.xlsx", "xlsx whose sizes lie"),
        8 => (ByteChanges.Apply(Encoding.UTF8.GetBytes(Csv), chance), "名单.csv", "csv bytes"),
        _ => (Table(chance), "名单.csv", "csv text"),
    };

    private static RawXlsx Xlsx(Chance chance)
    {
        var rows = string.Concat(Enumerable.Range(1, chance.Of(0, 1, 3, 20)).Select(n => $"<row {chance.Of($"r='{n}'", "", "r='-1'", "r='1048577'", $"r='{n}' r='{n}'", "hidden='1'")}>{string.Concat(Enumerable.Range(0, chance.Of(1, 4, 9, 70)).Select(_ => chance.Of(Cells)))}</row>"));
        var file = new RawXlsx(chance.Of(RawXlsx.Transitional, RawXlsx.Strict, "urn:other"), sheetState: chance.Of("visible", "hidden", "x"))
            .Sheet(rows, chance.Of("", "<mergeCells><mergeCell ref='A1:A3'/><mergeCell ref='B9:A1'/></mergeCells>", "<mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>", "<mergeCells><mergeCell ref=''/></mergeCells>"))
            .Shared(chance.Of("<si><t>单位</t></si><si><t>姓名</t></si>", "", "<si/>", "<si><t>x</t>", new string('x', 5000)))
            .Styles(chance.Of("<cellXfs><xf numFmtId='14'/></cellXfs>", "<numFmts><numFmt numFmtId='200' formatCode='yyyy\"年\"m\"月\"'/></numFmts><cellXfs><xf/><xf numFmtId='200'/></cellXfs>", "<cellXfs><xf numFmtId='x'/></cellXfs>", ""));
        if (chance.OneIn(4))
        {
            file.With(
                chance.Of("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "../x", "[Content_Types].xml"),
                chance.Of("", "x", "<a/>", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", "<?xml version='1.0' encoding='utf-16'?><a/>", "<?xml version='1.1'?><a/>", "<?xml version='1.0' encoding='nonsense'?><a/>",
                    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='rId1' Type='x' Target='http://127.0.0.1/' TargetMode='External'/></Relationships>", "\ufeff\ufeff<a/>"));
        }

        return file;
    }

    private static byte[] Swollen(Chance chance)
    {
        const string head = "<worksheet xmlns='" + RawXlsx.Transitional + "'><sheetData>";
        var (piece, tail) = chance.Of(("<row><c><v>1</v></c></row>", "</sheetData></worksheet>"), ("<a>", ""), ("<row><c t='inlineStr'><is><t>0000000000", ""), ("<mergeCell ref='A1:A9'/>", ""), (" ", ""), ("<a b='000000'/>", ""));
        return new RawXlsx().Repeat("xl/worksheets/sheet1.xml", head, piece, chance.Of(1_000, 20_000, 400_000), tail).Build();
    }

    // The sizes and checks in the zip's own directory, which is at its end.
    private static byte[] Lying(Chance chance)
    {
        var file = Xlsx(chance).Build();
        for (var times = chance.Between(1, 4); times > 0; times--)
        {
            var at = file.Length - 1 - chance.Below(Math.Min(file.Length - 1, 600));
            file[at] = (byte)chance.Of(0, 1, 0x7F, 0xFF, chance.Below(256));
        }

        return chance.OneIn(6) ? Twice(file) : file;
    }

    private static byte[] Twice(byte[] file)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        stream.Write(file);
        return stream.ToArray();
    }

    private static byte[] Table(Chance chance)
    {
        var encoding = chance.Of<Encoding>(Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.Latin1);
        var separator = chance.Of(",", ";", "\t", "，");
        var text = new StringBuilder("单位,姓名,联系电话\n");
        for (var rows = chance.Of(1, 5, 100, 6_000); rows > 0 && text.Length < 2_000_000; rows--)
        {
            text.Append(string.Join(separator, Enumerable.Range(0, chance.Of(1, 3, 3, 80)).Select(_ => chance.Of("白沙镇", "某甲", "19900000101", "\"", "\"\"", "\"a\nb\"", "=1+1", "", new string('长', chance.Of(1, 5_000)))))).Append(chance.Of("\n", "\r\n", "\r"));
        }

        return [.. encoding.GetPreamble(), .. encoding.GetBytes(text.ToString())];
    }
}
