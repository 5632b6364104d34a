using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using OfficerBot.Documents.Packages;

namespace OfficerBot.Documents.Sheets;

/// <summary>Steps through SpreadsheetML by local names, so that transitional and strict namespaces read alike; always stops on an element's own end.</summary>
internal static partial class SheetXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CloseInput = true,
    };

    public static XmlReader Open(Stream stream) => XmlReader.Create(stream, Settings);

    public static bool Next(XmlReader xml)
    {
        if (!xml.Read())
        {
            return false;
        }

        return xml.Depth <= SheetLimits.Depth ? true : throw new RefusedFileException(ReadRefusal.Damaged);
    }

    /// <summary>The elements inside the current one that no deeper call has consumed; the caller reads on while it looks at them.</summary>
    public static IEnumerable<string> Inside(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            yield break;
        }

        var depth = xml.Depth;
        while (Next(xml) && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                yield return xml.LocalName;
            }
        }
    }

    public static IEnumerable<string> Elements(XmlReader xml)
    {
        while (Next(xml))
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                yield return xml.LocalName;
            }
        }
    }

    public static void Skip(XmlReader xml)
    {
        foreach (var _ in Inside(xml))
        {
            // Passed over.
        }
    }

    /// <summary>All text of the current element, without phonetic readings (rPh); refuses more than a cell may hold before it is in memory.</summary>
    public static string Text(XmlReader xml, int? row)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var (text, depth) = (new StringBuilder(), xml.Depth);
        while (Next(xml) && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
            {
                Skip(xml);
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            {
                Append(xml, text, row);
            }
        }

        return LegalText.Clean(Unescape(text.ToString()));
    }

    public static bool IsTrue(string? attribute) => attribute is "1" or "true";

    /// <summary>ST_Xstring: _x000D_ stands for the character of that number.</summary>
    private static string Unescape(string text) =>
        text.Contains("_x", StringComparison.Ordinal)
            ? Escaped().Replace(text, match => ((char)int.Parse(match.ValueSpan[2..6], NumberStyles.HexNumber)).ToString())
            : text;

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escaped();

    private static void Append(XmlReader xml, StringBuilder text, int? row)
    {
        var chunk = ArrayPool<char>.Shared.Rent(1024);
        for (var count = xml.ReadValueChunk(chunk, 0, chunk.Length); count > 0; count = xml.ReadValueChunk(chunk, 0, chunk.Length))
        {
            text.Append(chunk, 0, count);
            if (text.Length > SheetLimits.CellCharacters)
            {
                throw new RefusedFileException(ReadRefusal.CellTooLong, row);
            }
        }

        ArrayPool<char>.Shared.Return(chunk);
    }
}
