using OfficerBot.Documents.Packages;

namespace OfficerBot.Documents.Papers;

/// <summary>An inline picture, never wider than the text area or higher than 85 mm, never enlarged.</summary>
internal static class DocxPicture
{
    private const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private const string Main = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private const string Pic = "http://schemas.openxmlformats.org/drawingml/2006/picture";

    // English Metric Units: 36,000 to the millimetre, 9,525 to a pixel of 96 to the inch.
    private const long Widest = 156 * 36_000L;
    private const long Highest = 85 * 36_000L;
    private const long PerPixel = 9_525;

    public static void Write(WordXml word, Picture picture, (int Number, string Id) resource)
    {
        word.OpenParagraph("PictureLine");
        word.Open("r");
        word.Open("drawing");
        WriteInline(word, picture, resource);
        word.Close();
        word.Close();
        word.Close();
        word.Paragraph("PictureCaption", picture.Caption);
    }

    /// <summary>EMU, in the picture's own proportions.</summary>
    internal static (long Width, long Height) Fit(int width, int height)
    {
        var scale = Math.Min(1.0, Math.Min(Widest / (double)(width * PerPixel), Highest / (double)(height * PerPixel)));
        return (Math.Max(1, (long)(width * PerPixel * scale)), Math.Max(1, (long)(height * PerPixel * scale)));
    }

    /// <summary>EMU before turning, as the format counts; what has to fit the page is the picture upright.</summary>
    private static (long Width, long Height) Size(PictureFile file)
    {
        if (file.QuarterTurns % 2 == 0)
        {
            return Fit(file.Width, file.Height);
        }

        var (width, height) = Fit(file.Height, file.Width);
        return (height, width);
    }

    /// <summary>A turned picture is higher than its extent says; the line is given the room above and below.</summary>
    private static void WriteOverhang(WordXml word, (long Width, long Height) size, int quarterTurns)
    {
        var overhang = quarterTurns % 2 == 0 ? 0 : Math.Max(0, (size.Width - size.Height) / 2);
        word.Xml.WriteStartElement("wp", "effectExtent", Drawing);
        foreach (var (side, room) in (ReadOnlySpan<(string, long)>)[("l", 0), ("t", overhang), ("r", 0), ("b", overhang)])
        {
            word.Xml.WriteAttributeString(side, room.ToString(CultureInfo.InvariantCulture));
        }

        word.Xml.WriteEndElement();
    }

    private static void WriteInline(WordXml word, Picture picture, (int Number, string Id) resource)
    {
        var (xml, size) = (word.Xml, Size(picture.File));
        xml.WriteStartElement("wp", "inline", Drawing);
        foreach (var side in (ReadOnlySpan<string>)["distT", "distB", "distL", "distR"])
        {
            xml.WriteAttributeString(side, "0");
        }

        WriteSize(word, "wp", "extent", Drawing, size);
        WriteOverhang(word, size, picture.File.QuarterTurns);
        WriteNaming(word, "wp", "docPr", Drawing, resource.Number, picture.Alt);
        xml.WriteStartElement("a", "graphic", Main);
        xml.WriteStartElement("a", "graphicData", Main);
        xml.WriteAttributeString("uri", Pic);
        WritePicture(word, picture, resource, size);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WritePicture(WordXml word, Picture picture, (int Number, string Id) resource, (long Width, long Height) size)
    {
        var xml = word.Xml;
        xml.WriteStartElement("pic", "pic", Pic);
        xml.WriteStartElement("pic", "nvPicPr", Pic);
        WriteNaming(word, "pic", "cNvPr", Pic, resource.Number, picture.Alt);
        xml.WriteElementString("pic", "cNvPicPr", Pic, null);
        xml.WriteEndElement();
        xml.WriteStartElement("pic", "blipFill", Pic);
        xml.WriteStartElement("a", "blip", Main);
        xml.WriteAttributeString("r", "embed", WordXml.Relation, resource.Id);
        xml.WriteEndElement();
        xml.WriteStartElement("a", "stretch", Main);
        xml.WriteElementString("a", "fillRect", Main, null);
        xml.WriteEndElement();
        xml.WriteEndElement();
        WriteShape(word, size, picture.File.QuarterTurns);
        xml.WriteEndElement();
    }

    private static void WriteShape(WordXml word, (long Width, long Height) size, int quarterTurns)
    {
        var xml = word.Xml;
        xml.WriteStartElement("pic", "spPr", Pic);
        xml.WriteStartElement("a", "xfrm", Main);
        if (quarterTurns > 0)
        {
            // Sixty-thousandths of a degree.
            xml.WriteAttributeString("rot", (quarterTurns * 90 * 60_000).ToString(CultureInfo.InvariantCulture));
        }

        xml.WriteStartElement("a", "off", Main);
        xml.WriteAttributeString("x", "0");
        xml.WriteAttributeString("y", "0");
        xml.WriteEndElement();
        WriteSize(word, "a", "ext", Main, size);
        xml.WriteEndElement();
        xml.WriteStartElement("a", "prstGeom", Main);
        xml.WriteAttributeString("prst", "rect");
        xml.WriteElementString("a", "avLst", Main, null);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteSize(WordXml word, string prefix, string name, string space, (long Width, long Height) size)
    {
        word.Xml.WriteStartElement(prefix, name, space);
        word.Xml.WriteAttributeString("cx", size.Width.ToString(CultureInfo.InvariantCulture));
        word.Xml.WriteAttributeString("cy", size.Height.ToString(CultureInfo.InvariantCulture));
        word.Xml.WriteEndElement();
    }

    private static void WriteNaming(WordXml word, string prefix, string name, string space, int number, string alt)
    {
        word.Xml.WriteStartElement(prefix, name, space);
        word.Xml.WriteAttributeString("id", number.ToString(CultureInfo.InvariantCulture));
        word.Xml.WriteAttributeString("name", "Picture " + number.ToString(CultureInfo.InvariantCulture));
        word.Xml.WriteAttributeString("descr", LegalText.OneLine(alt));
        word.Xml.WriteEndElement();
    }
}
