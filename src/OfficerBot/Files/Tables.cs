using OfficerBot.Conversation.Roster;
using OfficerBot.Documents.Sheets;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Files;

/// <summary>Reads the tables people send, with the hardened readers of Documents.</summary>
internal sealed class Tables : IReadTables
{
    public TableRead Read(byte[] file, string name) => TableReader.Read(file, name) switch
    {
        TablesRead tables when tables.Sheets.Any(s => s.Rows.Count > 0) => new TableRead.Sheets([.. tables.Sheets.Where(s => !s.IsHidden).Select(RowsOf)]),
        TablesRead => new TableRead.Refused(TableRefusal.Empty),
        TableRefused refused => new TableRead.Refused(WhyOf(refused.Reason)),
        _ => throw new NotSupportedException("A file is read or refused."),
    };

    private static IReadOnlyList<SheetRow> RowsOf(ReadSheet sheet) => [.. sheet.Rows.Select(r => new SheetRow(r.Number, r.Cells))];

    private static TableRefusal WhyOf(ReadRefusal reason) => reason switch
    {
        ReadRefusal.Empty => TableRefusal.Empty,
        ReadRefusal.Encrypted => TableRefusal.Encrypted,
        ReadRefusal.OldExcel => TableRefusal.OldExcel,
        ReadRefusal.NotASheet => TableRefusal.NotASheet,
        ReadRefusal.Damaged => TableRefusal.Damaged,
        _ => TableRefusal.TooBig, // each of the others is one of the limits
    };
}
