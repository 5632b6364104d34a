using System.Xml;
using OfficerBot.Documents.Packages;

namespace OfficerBot.Documents.Papers;

/// <summary>The few WordprocessingML shapes our papers need, over an XmlWriter; styles carry all looks.</summary>
internal sealed class WordXml(XmlWriter xml)
{
    public const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public XmlWriter Xml => xml;

    public void Open(string name) => xml.WriteStartElement("w", name, Main);

    public void Close() => xml.WriteEndElement();

    public void Attribute(string name, string value) => xml.WriteAttributeString("w", name, Main, value);

    public void Attribute(string name, int value) => Attribute(name, value.ToString(CultureInfo.InvariantCulture));

    public void Empty(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Open(name);
        foreach (var (attribute, value) in attributes)
        {
            Attribute(attribute, value);
        }

        Close();
    }

    public void Value(string name, string value, string attribute = "val") => Empty(name, (attribute, value));

    public void Width(string name, int twips) => Empty(name, ("w", twips.ToString(CultureInfo.InvariantCulture)), ("type", "dxa"));

    /// <summary>Opens w:p with its style; <paramref name="properties"/> adds what must follow pStyle, in schema order.</summary>
    public void OpenParagraph(string style, Action? properties = null)
    {
        Open("p");
        Open("pPr");
        Value("pStyle", style);
        properties?.Invoke();
        Close();
    }

    public void Paragraph(string style, string text, Action? properties = null)
    {
        OpenParagraph(style, properties);
        Run(text);
        Close();
    }

    /// <summary>Line feeds become breaks, tabs become tabs, characters that XML cannot hold are dropped.</summary>
    /// <param name="style">A character style.</param>
    /// <param name="look">Adds run properties that come after rFonts, in schema order.</param>
    public void Run(string text, string? style = null, Action? look = null)
    {
        if (text.Length == 0)
        {
            return;
        }

        Open("r");
        Open("rPr");
        if (style is not null)
        {
            Value("rStyle", style);
        }

        // Without the hint Word draws “ ” — … in the Latin font, half as wide.
        Empty("rFonts", ("hint", "eastAsia"));
        look?.Invoke();
        Close();
        Text(LegalText.Clean(text));
        Close();
    }

    private void Text(string clean)
    {
        var lines = clean.Split('\n');
        for (var line = 0; line < lines.Length; line++)
        {
            if (line > 0)
            {
                Empty("br");
            }

            var pieces = lines[line].Split('\t');
            for (var piece = 0; piece < pieces.Length; piece++)
            {
                if (piece > 0)
                {
                    Empty("tab");
                }

                Plain(pieces[piece]);
            }
        }
    }

    private void Plain(string text)
    {
        if (text.Length > 0)
        {
            Open("t");
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(text);
            Close();
        }
    }
}
