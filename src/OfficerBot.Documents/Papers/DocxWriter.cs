using System.Xml;
using OfficerBot.Documents.Packages;

namespace OfficerBot.Documents.Papers;

/// <summary>
/// Writes a paper as a .docx in the office's form (GB/T 9704-2012 measures; a 简报 is freer in its head). Equal papers give equal bytes.
/// </summary>
public static class DocxWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private static readonly (string Path, string Relation, string Type)[] FixedParts =
    [
        ("styles.xml", "styles", Word + "styles+xml"),
        ("settings.xml", "settings", Word + "settings+xml"),
        ("fontTable.xml", "fontTable", Word + "fontTable+xml"),
    ];

    public static byte[] Write(Paper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var (package, relations) = (new OfficePackage(), new Relations());
        foreach (var (path, relation, type) in FixedParts)
        {
            AddFixed(package, relations, path, relation, type);
        }

        var odd = AddFixed(package, relations, "footerOdd.xml", "footer", Word + "footer+xml");
        var even = AddFixed(package, relations, "footerEven.xml", "footer", Word + "footer+xml");
        // Written before the zip is made, because pictures and links join the relations on the way.
        var document = OfficePackage.ToBytes(xml => WriteDocument(xml, paper, new DocxResources(package, relations), (odd, even)));
        package.Add("word/document.xml", Word + "document.main+xml", document);
        package.Add("word/_rels/document.xml.rels", relations);
        AddRoot(package, paper);
        return package.Build();
    }

    private static string AddFixed(OfficePackage package, Relations relations, string path, string relation, string type)
    {
        using var part = typeof(DocxWriter).Assembly.GetManifestResourceStream(path)
            ?? throw new InvalidOperationException("Missing embedded part " + path);
        using var buffer = new MemoryStream();
        part.CopyTo(buffer);
        package.Add("word/" + path, type, buffer.ToArray());
        return relations.AddOffice(relation, path);
    }

    private static void AddRoot(OfficePackage package, Paper paper)
    {
        var root = new Relations();
        root.AddOffice("officeDocument", "word/document.xml");
        root.Add(CoreProperties.Relation, CoreProperties.Path);
        package.Add("_rels/.rels", root);
        var (title, properties) = (paper.Title, paper.Properties);
        package.Add(CoreProperties.Path, CoreProperties.ContentType, xml => CoreProperties.Write(xml, title, properties.Author, properties.Created));
    }

    private static void WriteDocument(XmlWriter xml, Paper paper, DocxResources resources, (string Odd, string Even) footers)
    {
        var word = new WordXml(xml);
        word.Open("document");
        xml.WriteAttributeString("xmlns", "r", null, WordXml.Relation);
        word.Open("body");
        DocxHead.Write(word, paper);
        new DocxBody(word, resources).Write(paper.Blocks, keepLast: paper.Closing is not null);
        DocxFoot.Write(word, paper);
        WriteSection(word, footers);
        word.Close();
        word.Close();
    }

    /// <summary>A4 with 37 mm above, 28 mm left, 26 mm right, 35 mm below: the text area of 156 x 225 mm; twips.</summary>
    private static void WriteSection(WordXml word, (string Odd, string Even) footers)
    {
        word.Open("sectPr");
        WriteFooter(word, "default", footers.Odd);
        WriteFooter(word, "even", footers.Even);
        word.Empty("pgSz", ("w", "11906"), ("h", "16838"));
        // The footer's own line of 14 pt ends 25.6 mm above the edge, so that its dash lies 7 mm under the text area.
        word.Empty("pgMar", ("top", "2098"), ("right", "1474"), ("bottom", "1984"), ("left", "1587"), ("header", "851"), ("footer", "1450"), ("gutter", "0"));
        word.Empty("docGrid", ("type", "lines"), ("linePitch", "579"));
        word.Close();
    }

    private static void WriteFooter(WordXml word, string kind, string id)
    {
        word.Open("footerReference");
        word.Attribute("type", kind);
        word.Xml.WriteAttributeString("r", "id", WordXml.Relation, id);
        word.Close();
    }
}
