namespace OfficerBot.Documents.Sheets;

/// <summary>Places in cellXfs of Parts/sheetStyles.xml. A quoted style keeps text that looks like a formula text after F2 and Enter.</summary>
internal enum SheetStyle
{
    Default,
    Title,
    Header,
    Text,
    QuotedText,
    Number,
    Date,
    Time,
    Phone,
    QuotedPhone,
    Note,
    TopText,
    QuotedTopText,
}
