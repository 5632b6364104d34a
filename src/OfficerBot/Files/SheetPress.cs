using NodaTime;
using OfficerBot.Conversation.Exports;
using OfficerBot.Conversation.Turns;
using OfficerBot.Documents.Sheets;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Notices;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Files;

/// <summary>Makes the tables of leads and of the roster as .xlsx; titles, columns and the foot note are the notice's.</summary>
internal sealed class SheetPress : ISheetPress
{
    private static readonly (ColumnKind Kind, double Width)[] LeadColumns =
    [
        (ColumnKind.Text, 10), (ColumnKind.Text, 24), (ColumnKind.Text, 10), (ColumnKind.Date, 12), (ColumnKind.Time, 17), (ColumnKind.Text, 18),
        (ColumnKind.Text, 36), (ColumnKind.Text, 60), (ColumnKind.Number, 7),
    ];

    private static readonly (ColumnKind Kind, double Width)[] RosterColumns =
    [
        (ColumnKind.Text, 28), (ColumnKind.Text, 10), (ColumnKind.Text, 22), (ColumnKind.Phone, 14), (ColumnKind.Text, 30), (ColumnKind.Text, 10),
        (ColumnKind.Text, 30), (ColumnKind.Text, 19), (ColumnKind.Text, 13),
    ];

    public ReplyFile Leads(Notice notice, RosterBook roster, IReadOnlyList<Lead> leads, ExportSaid said)
    {
        var title = notice.Papers.Phrases.Fill("leads-sheet", ("group", GroupOf(notice)), ("from", Day(said.First)), ("to", Day(said.Last)));
        return File(notice, roster, said, title, Columns(notice, "columns-leads", LeadColumns), [.. leads.Select(l => RowOf(l, notice, roster))]);
    }

    public ReplyFile Roster(Notice notice, RosterBook roster, ExportSaid said)
    {
        var title = notice.Papers.Phrases.Fill("roster-sheet", ("group", GroupOf(notice)));
        return File(notice, roster, said, title, Columns(notice, "columns-roster", RosterColumns), [.. roster.Units.SelectMany(u => RowsOf(u, roster))]);
    }

    private static IReadOnlyList<CellValue?> RowOf(Lead lead, Notice notice, RosterBook roster) =>
    [
        CellValue.Of(lead.Number.ToString()), CellValue.Of(roster.Find(lead.Unit)?.Name ?? ""),
        CellValue.Of(roster.Find(lead.Officer ?? lead.FiledBy)?.Name ?? ""), CellValue.Of(lead.ForDay), CellValue.Of(notice.Local(lead.FiledAt)),
        CellValue.Of(notice.Categories.FirstOrDefault(c => c.Number == lead.Category)?.Name.GetValueOrDefault("zh", "") ?? ""),
        CellValue.Of(lead.Title), CellValue.Of(lead.Text), CellValue.Of(lead.Pictures),
    ];

    // A unit that has named nobody keeps its row, so that the table can be filled in and imported.
    private static IEnumerable<IReadOnlyList<CellValue?>> RowsOf(Unit unit, RosterBook roster)
    {
        var people = roster.PeopleOf(unit.Id).ToList();
        return people.Count == 0 ? [RowOf(unit, null)] : people.Select(p => RowOf(unit, p));
    }

    // What the importer reads, in its own words: the same file imported again changes nothing.
    private static IReadOnlyList<CellValue?> RowOf(Unit unit, Person? person) =>
    [
        CellValue.Of(unit.Name), TextOf(person?.Name), TextOf(person?.Title), TextOf(person?.Phone), CellValue.Of(string.Join('、', unit.Aliases)),
        CellValue.Of(unit.Kind), CellValue.Of(string.Join(';', unit.EnglishNames)), TextOf(person?.EnglishName),
        TextOf(person is null ? null : RosterRoles.Write(person.Roles)),
    ];

    private static CellValue? TextOf(string? text) => text is null ? null : CellValue.Of(text);

    private static List<SheetColumn> Columns(Notice notice, string phrase, (ColumnKind Kind, double Width)[] columns) =>
        [.. notice.Papers.Phrases.Fill(phrase).Split('|').Zip(columns, (name, c) => new SheetColumn(name, c.Kind, c.Width))];

    private static ReplyFile File(
        Notice notice, RosterBook roster, ExportSaid said, string title, IReadOnlyList<SheetColumn> columns, IReadOnlyList<IReadOnlyList<CellValue?>> rows)
    {
        var phrases = notice.Papers.Phrases;
        var time = said.At.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var note = phrases.Fill("sheet-note", ("unit", roster.Find(said.By.Unit)?.ShortName ?? ""), ("name", said.By.Name), ("time", time));
        var sheet = new Sheet(title, title, columns, rows, note, phrases.Fill("print-footer"));
        var book = new Workbook(said.By.Name, said.At.InZoneLeniently(notice.Zone).ToInstant(), sheet);
        return new($"{title}.xlsx", XlsxWriter.ContentType, XlsxWriter.Write(book));
    }

    private static string GroupOf(Notice notice) => notice.GroupName.GetValueOrDefault("zh", "");

    private static string Day(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
