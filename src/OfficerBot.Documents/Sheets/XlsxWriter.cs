using System.Xml;
using OfficerBot.Documents.Packages;

namespace OfficerBot.Documents.Sheets;

/// <summary>
/// Writes sheets as .xlsx: merged title, frozen grey header with a filter, A4 landscape one page wide, header repeated in print.
/// Rows stream, so 50,000 of them need no tree in memory. Equal workbooks give equal bytes; user text is never a formula.
/// </summary>
public static class XlsxWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    internal const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    public static byte[] Write(Workbook workbook)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        var (package, relations) = (new OfficePackage(), new Relations());
        var names = SheetNames.Allowed(workbook.Sheets.Select(sheet => sheet.Name));
        for (var i = 0; i < workbook.Sheets.Count; i++)
        {
            var (path, sheet, isFirst) = ($"worksheets/sheet{i + 1}.xml", workbook.Sheets[i], i == 0);
            relations.AddOffice("worksheet", path);
            package.Add("xl/" + path, Spreadsheet + "worksheet+xml", xml => new XlsxSheet(xml, sheet).Write(isFirst));
        }

        AddStyles(package, relations);
        package.Add("xl/workbook.xml", Spreadsheet + "sheet.main+xml", xml => WriteWorkbook(xml, workbook, names));
        package.Add("xl/_rels/workbook.xml.rels", relations);
        AddRoot(package, workbook);
        return package.Build();
    }

    private static void AddStyles(OfficePackage package, Relations relations)
    {
        using var part = typeof(XlsxWriter).Assembly.GetManifestResourceStream("sheetStyles.xml")
            ?? throw new InvalidOperationException("Missing embedded part sheetStyles.xml");
        using var buffer = new MemoryStream();
        part.CopyTo(buffer);
        package.Add("xl/styles.xml", Spreadsheet + "styles+xml", buffer.ToArray());
        relations.AddOffice("styles", "styles.xml");
    }

    private static void AddRoot(OfficePackage package, Workbook workbook)
    {
        var root = new Relations();
        root.AddOffice("officeDocument", "xl/workbook.xml");
        root.Add(CoreProperties.Relation, CoreProperties.Path);
        package.Add("_rels/.rels", root);
        package.Add(CoreProperties.Path, CoreProperties.ContentType, xml => CoreProperties.Write(xml, workbook.Sheets[0].Title, workbook.Author, workbook.Created));
    }

    private static void WriteWorkbook(XmlWriter xml, Workbook workbook, IReadOnlyList<string> names)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteAttributeString("xmlns", "r", null, "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
        xml.WriteStartElement("sheets");
        for (var i = 0; i < names.Count; i++)
        {
            xml.WriteStartElement("sheet");
            xml.WriteAttributeString("name", names[i]);
            xml.WriteAttributeString("sheetId", XmlConvert.ToString(i + 1));
            xml.WriteAttributeString("r", "id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "rId" + (i + 1));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("definedNames");
        for (var i = 0; i < names.Count; i++)
        {
            var quoted = "'" + names[i].Replace("'", "''") + "'!";
            WriteName(xml, "_xlnm._FilterDatabase", i, isHidden: true, quoted + XlsxSheet.FilterRange(workbook.Sheets[i], absolute: true));
            WriteName(xml, "_xlnm.Print_Titles", i, isHidden: false, quoted + $"$1:${XlsxSheet.HeaderRow}");
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteName(XmlWriter xml, string name, int sheet, bool isHidden, string range)
    {
        xml.WriteStartElement("definedName");
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("localSheetId", XmlConvert.ToString(sheet));
        if (isHidden)
        {
            xml.WriteAttributeString("hidden", "1");
        }

        xml.WriteString(range);
        xml.WriteEndElement();
    }
}
