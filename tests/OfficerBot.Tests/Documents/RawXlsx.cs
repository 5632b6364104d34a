using System.IO.Compression;
using System.Text;

namespace OfficerBot.Tests.Documents;

/// <summary>Builds .xlsx files as other programs, or enemies, write them; big parts are streamed so that the test itself stays small.</summary>
internal sealed class RawXlsx
{
    public const string Transitional = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";

    private readonly Dictionary<string, Action<Stream>> parts = [];
    private readonly string ns;
    private readonly string relation;

    public RawXlsx(string ns = Transitional, string prefix = "", string workbook = "", string sheetName = "名单", string sheetState = "visible")
    {
        this.ns = ns;
        relation = ns == Strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships" : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        With("_rels/.rels", Relations(("rId1", "officeDocument", prefix.Length > 0 ? prefix + "workbook.xml" : "xl/workbook.xml")));
        With("xl/workbook.xml", $"<workbook xmlns='{ns}' xmlns:r='{relation}'>{workbook}<sheets><sheet name='{sheetName}' sheetId='1' state='{sheetState}' r:id='rId1'/></sheets></workbook>");
        With("xl/_rels/workbook.xml.rels", Relations(("rId1", "worksheet", prefix + "worksheets/sheet1.xml"), ("rId2", "sharedStrings", prefix + "sharedStrings.xml"), ("rId3", "styles", prefix + "styles.xml")));
    }

    public RawXlsx With(string path, string xml) => With(path, stream => stream.Write(Encoding.UTF8.GetBytes(xml)));

    public RawXlsx With(string path, Action<Stream> write)
    {
        parts[path] = write;
        return this;
    }

    public RawXlsx Sheet(string rows, string after = "") =>
        With("xl/worksheets/sheet1.xml", $"<worksheet xmlns='{ns}'><sheetData>{rows}</sheetData>{after}</worksheet>");

    /// <summary>A sheet whose <paramref name="piece"/> stands <paramref name="times"/> times between head and tail.</summary>
    public RawXlsx Repeat(string path, string head, string piece, int times, string tail) => With(path, stream =>
    {
        stream.Write(Encoding.UTF8.GetBytes(head));
        var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, 1000)));
        for (var i = 0; i < times / 1000; i++)
        {
            stream.Write(block);
        }

        stream.Write(Encoding.UTF8.GetBytes(tail));
    });

    public RawXlsx Shared(string items) => With("xl/sharedStrings.xml", $"<sst xmlns='{ns}'>{items}</sst>");

    public RawXlsx Styles(string inner) => With("xl/styles.xml", $"<styleSheet xmlns='{ns}'>{inner}</styleSheet>");

    public byte[] Build()
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, write) in parts)
            {
                using var stream = zip.CreateEntry(path, CompressionLevel.Fastest).Open();
                write(stream);
            }
        }

        return buffer.ToArray();
    }

    private string Relations(params (string Id, string Kind, string Target)[] rows) =>
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        + string.Concat(rows.Select(row => $"<Relationship Id='{row.Id}' Type='{relation}/{row.Kind}' Target='{row.Target}'/>"))
        + "</Relationships>";
}
