using System.Text.RegularExpressions;
using System.Xml;

namespace OfficerBot.Documents.Sheets;

/// <summary>Which cell formats show a number as a date or time.</summary>
internal sealed partial class DateStyles
{
    private readonly Dictionary<int, bool> custom = [];
    private readonly List<bool> formats = [];

    public bool this[int format] => format >= 0 && format < formats.Count && formats[format];

    public static DateStyles Read(XmlReader xml)
    {
        var styles = new DateStyles();
        foreach (var name in SheetXml.Elements(xml))
        {
            if (name == "numFmt" && int.TryParse(xml.GetAttribute("numFmtId"), out var id))
            {
                styles.custom[id] = IsDate(xml.GetAttribute("formatCode") ?? "");
            }
            else if (name == "cellXfs")
            {
                styles.ReadFormats(xml);
            }
        }

        return styles;
    }

    /// <summary>The built-in numbers of dates, with those that Chinese and Japanese Excel add (ECMA-376 18.8.30).</summary>
    private static bool IsBuiltInDate(int id) => id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    private static bool IsDate(string code) => Letters().IsMatch(Literals().Replace(code, "")) && !code.Equals("General", StringComparison.OrdinalIgnoreCase);

    /// <summary>Quoted text, escaped characters, and brackets such as [Red] or [$-804]; [h] and its like stay.</summary>
    [GeneratedRegex("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*\\]", RegexOptions.IgnoreCase)]
    private static partial Regex Literals();

    [GeneratedRegex("[ymdhs]", RegexOptions.IgnoreCase)]
    private static partial Regex Letters();

    private void ReadFormats(XmlReader xml)
    {
        foreach (var name in SheetXml.Inside(xml))
        {
            if (name == "xf")
            {
                var id = int.TryParse(xml.GetAttribute("numFmtId"), out var number) ? number : 0;
                formats.Add(custom.TryGetValue(id, out var isDate) ? isDate : IsBuiltInDate(id));
            }
        }
    }
}
