using System.Text.RegularExpressions;
using System.Xml;
using NodaTime;
using OfficerBot.Documents.Packages;

namespace OfficerBot.Documents.Sheets;

/// <summary>Writes single cells. Text is always an inline string, never a formula.</summary>
internal sealed partial class XlsxCells(XmlWriter xml)
{
    /// <summary>UTF-16 units; Excel calls a file with a longer cell damaged.</summary>
    public const int LongestText = 32_767;

    /// <summary>A number of more digits would be rounded by Excel, so it is written as text.</summary>
    private const decimal ExactNumber = 1_000_000_000_000_000m;

    // Day 61 of Excel's calendar; before it Excel counts the 29 February 1900 that never was.
    private static readonly LocalDate FirstSafeDate = new(1900, 3, 1);
    private static readonly LocalDate DayZero = new(1899, 12, 30);

    /// <summary>A for 0, Z for 25, AA for 26.</summary>
    public static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters(column / 26 - 1) + (char)('A' + column % 26);

    /// <param name="isCut">The row cannot show all of its text, which therefore stands at the top.</param>
    public void Write((int Column, int Row) at, ColumnKind kind, CellValue? value, bool isCut)
    {
        var (column, row) = at;
        switch (value)
        {
            case null:
                Empty(column, row, StyleOf(kind, "", isCut));
                break;
            case TextValue text:
                Text(column, row, text.Text, StyleOf(kind, text.Text, isCut));
                break;
            case NumberValue number when kind == ColumnKind.Phone || Math.Abs(number.Number) >= ExactNumber:
                Text(column, row, number.Number.ToString(CultureInfo.InvariantCulture), SheetStyle.Phone);
                break;
            case NumberValue number:
                Number(column, row, XmlConvert.ToString(number.Number), SheetStyle.Number);
                break;
            case DateValue date:
                Moment(column, row, date.Date.AtMidnight(), SheetStyle.Date);
                break;
            case TimeValue time:
                Moment(column, row, time.Time, SheetStyle.Time);
                break;
            default:
                throw new NotSupportedException(value.GetType().Name);
        }
    }

    public void Text(int column, int row, string text, SheetStyle style)
    {
        Open(column, row, style);
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is");
        xml.WriteStartElement("t");
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(Escape(LegalText.Cut(LegalText.Clean(text), LongestText)));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>ST_Xstring reads _x0041_ as A; text that happens to hold such a thing must say so.</summary>
    private static string Escape(string text) => text.Contains("_x", StringComparison.Ordinal) ? Escaped().Replace(text, "_x005F_") : text;

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escaped();

    private static SheetStyle StyleOf(ColumnKind kind, string text, bool isCut) => (kind, FormulaLead.IsAt(text), isCut) switch
    {
        (ColumnKind.Phone, true, _) => SheetStyle.QuotedPhone,
        (ColumnKind.Phone, false, _) => SheetStyle.Phone,
        (_, true, true) => SheetStyle.QuotedTopText,
        (_, true, false) => SheetStyle.QuotedText,
        (_, false, true) => SheetStyle.TopText,
        _ => SheetStyle.Text,
    };

    private void Moment(int column, int row, LocalDateTime time, SheetStyle style)
    {
        if (time.Date < FirstSafeDate)
        {
            Text(column, row, time.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), SheetStyle.Text);
            return;
        }

        var days = Period.DaysBetween(DayZero, time.Date);
        // Whole seconds: Excel shows no finer, and 86,400 keeps the fraction inside a double's digits.
        var fraction = (decimal)(time.TimeOfDay.TickOfDay / NodaConstants.TicksPerSecond) / 86_400m;
        Number(column, row, XmlConvert.ToString(Math.Round(days + fraction, 10)), style);
    }

    private void Number(int column, int row, string number, SheetStyle style)
    {
        Open(column, row, style);
        xml.WriteElementString("v", number);
        xml.WriteEndElement();
    }

    private void Empty(int column, int row, SheetStyle style)
    {
        Open(column, row, style);
        xml.WriteEndElement();
    }

    private void Open(int column, int row, SheetStyle style)
    {
        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", Letters(column) + XmlConvert.ToString(row));
        xml.WriteAttributeString("s", XmlConvert.ToString((int)style));
    }
}
