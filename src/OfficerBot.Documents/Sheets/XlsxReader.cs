using System.IO.Compression;
using System.Xml;

namespace OfficerBot.Documents.Sheets;

/// <summary>Reads every sheet of an .xlsx as text, streaming, within <see cref="SheetLimits"/>.</summary>
internal sealed class XlsxReader
{
    private readonly SheetZip zip;
    private readonly List<(string Name, string Id, bool IsHidden)> sheets = [];
    private readonly XlsxRows.Context context = new();

    private XlsxReader(SheetZip zip) => this.zip = zip;

    public static ReadResult Read(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        return new XlsxReader(new SheetZip(archive)).Read();
    }

    private ReadResult Read()
    {
        var workbook = zip.Relations("").FirstOrDefault(relation => relation.Kind == "officeDocument").Target;
        if (workbook is null || !zip.Has(workbook) || !ReadWorkbook(workbook))
        {
            return new TableRefused(ReadRefusal.NotASheet);
        }

        var relations = zip.Relations(workbook);
        ReadShared(relations.FirstOrDefault(relation => relation.Kind == "sharedStrings").Target);
        ReadStyles(relations.FirstOrDefault(relation => relation.Kind == "styles").Target);
        var read = new List<ReadSheet>();
        foreach (var (name, id, isHidden) in sheets)
        {
            // A chart sheet is a sheet without a worksheet part.
            if (relations.FirstOrDefault(relation => relation.Id == id && relation.Kind == "worksheet").Target is not { } target)
            {
                continue;
            }

            if (ReadSheet(name, isHidden, target, read) is { } refused)
            {
                return refused;
            }
        }

        return new TablesRead(read);
    }

    private TableRefused? ReadSheet(string name, bool isHidden, string target, List<ReadSheet> read)
    {
        try
        {
            using var xml = zip.Open(target);
            read.Add(new ReadSheet(name, isHidden, XlsxRows.Read(xml, context)));
            return null;
        }
        catch (RefusedFileException refused)
        {
            return new TableRefused(refused.Reason, refused.Row, name);
        }
    }

    /// <summary>False when the part is no workbook, as in a .docx.</summary>
    private bool ReadWorkbook(string path)
    {
        using var xml = zip.Open(path);
        var isWorkbook = false;
        foreach (var element in SheetXml.Elements(xml))
        {
            isWorkbook |= element == "workbook";
            if (element == "workbookPr")
            {
                context.Is1904 = SheetXml.IsTrue(xml.GetAttribute("date1904"));
            }
            else if (element == "sheet")
            {
                sheets.Add((xml.GetAttribute("name") ?? "", RelationId(xml), xml.GetAttribute("state") is "hidden" or "veryHidden"));
            }
        }

        return isWorkbook;
    }

    /// <summary>r:id, whose namespace differs between transitional and strict files.</summary>
    private static string RelationId(XmlReader xml)
    {
        var id = "";
        while (xml.MoveToNextAttribute())
        {
            id = xml.LocalName == "id" ? xml.Value : id;
        }

        xml.MoveToElement();
        return id;
    }

    private void ReadShared(string? path)
    {
        if (path is null || !zip.Has(path))
        {
            return;
        }

        using var xml = zip.Open(path);
        foreach (var name in SheetXml.Elements(xml))
        {
            if (name == "si")
            {
                context.Shared.Add(SheetXml.Text(xml, row: null));
                if (context.Shared.Count > SheetLimits.SharedStrings)
                {
                    throw new RefusedFileException(ReadRefusal.TooManyTexts);
                }
            }
        }
    }

    private void ReadStyles(string? path)
    {
        if (path is not null && zip.Has(path))
        {
            using var xml = zip.Open(path);
            context.Dates = DateStyles.Read(xml);
        }
    }
}
