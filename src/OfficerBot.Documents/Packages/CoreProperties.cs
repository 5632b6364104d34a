using System.Xml;
using NodaTime;
using NodaTime.Text;

namespace OfficerBot.Documents.Packages;

/// <summary>docProps/core.xml: title, author and the instant the caller gives; the machine's clock is never read.</summary>
internal static class CoreProperties
{
    public const string Path = "docProps/core.xml";
    public const string ContentType = "application/vnd.openxmlformats-package.core-properties+xml";
    public const string Relation = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

    private const string Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string Elements = "http://purl.org/dc/elements/1.1/";
    private const string Terms = "http://purl.org/dc/terms/";
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";

    private static readonly InstantPattern Seconds = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'Z'");

    public static void Write(XmlWriter xml, string title, string author, Instant created)
    {
        xml.WriteStartElement("cp", "coreProperties", Core);
        xml.WriteElementString("dc", "title", Elements, LegalText.OneLine(title));
        xml.WriteElementString("dc", "creator", Elements, LegalText.OneLine(author));
        xml.WriteElementString("cp", "lastModifiedBy", Core, LegalText.OneLine(author));
        WriteInstant(xml, "created", created);
        WriteInstant(xml, "modified", created);
        xml.WriteEndElement();
    }

    private static void WriteInstant(XmlWriter xml, string name, Instant instant)
    {
        xml.WriteStartElement("dcterms", name, Terms);
        xml.WriteAttributeString("xsi", "type", Instance, "dcterms:W3CDTF");
        xml.WriteString(Seconds.Format(instant));
        xml.WriteEndElement();
    }
}
