using System.IO.Compression;
using System.Text;
using System.Xml;

namespace OfficerBot.Documents.Packages;

/// <summary>
/// An Open Packaging zip written by hand: ordinal part order, fixed timestamps, no random names, so that equal input gives
/// equal bytes and the sha-256 kept with a sent report proves what was sent. (The SDK writes random part names and the wall clock.)
/// </summary>
internal sealed class OfficePackage
{
    public const string Relationships = "application/vnd.openxmlformats-package.relationships+xml";
    public const string OfficeRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private static readonly XmlWriterSettings Xml = new() { Encoding = new UTF8Encoding(false), CloseOutput = false };

    /// <summary>Room for texts and the zip's own lists.</summary>
    private const int Overhead = 64 * 1024;

    private readonly SortedDictionary<string, (string Type, Action<Stream> Write)> parts = new(StringComparer.Ordinal);

    private int pictures; // bytes of parts that are hardly packed

    public void Add(string path, string contentType, byte[] bytes)
    {
        parts.Add(path, (contentType, stream => stream.Write(bytes)));
        pictures += bytes.Length;
    }

    /// <summary>The writer is called while the zip is being made, so a part of any length streams through.</summary>
    public void Add(string path, string contentType, Action<XmlWriter> write) => parts.Add(path, (contentType, stream => Write(stream, write)));

    public void Add(string path, Relations relations) => Add(path, Relationships, relations.Write);

    public static byte[] ToBytes(Action<XmlWriter> write)
    {
        using var buffer = new MemoryStream();
        Write(buffer, write);
        return buffer.ToArray();
    }

    public byte[] Build()
    {
        Add("[Content_Types].xml", "", WriteContentTypes);
        using var buffer = new MemoryStream(pictures + Overhead); // one that doubles would need three times as much for a moment
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, part) in parts)
            {
                var entry = zip.CreateEntry(path, CompressionLevel.Optimal);
                // The earliest instant a zip can hold.
                entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                part.Write(stream);
            }
        }

        return buffer.ToArray();
    }

    private static void Write(Stream stream, Action<XmlWriter> write)
    {
        using var xml = XmlWriter.Create(stream, Xml);
        xml.WriteStartDocument(standalone: true);
        write(xml);
        xml.WriteEndDocument();
    }

    private void WriteContentTypes(XmlWriter xml)
    {
        xml.WriteStartElement("Types", "http://schemas.openxmlformats.org/package/2006/content-types");
        Default(xml, "rels", Relationships);
        Default(xml, "xml", "application/xml");
        foreach (var (path, part) in parts.Where(part => part.Value.Type is not ("" or Relationships)))
        {
            xml.WriteStartElement("Override");
            xml.WriteAttributeString("PartName", "/" + path);
            xml.WriteAttributeString("ContentType", part.Type);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Default(XmlWriter xml, string extension, string type)
    {
        xml.WriteStartElement("Default");
        xml.WriteAttributeString("Extension", extension);
        xml.WriteAttributeString("ContentType", type);
        xml.WriteEndElement();
    }
}
