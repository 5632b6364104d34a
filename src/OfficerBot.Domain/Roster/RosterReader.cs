using System.Buffers;

namespace OfficerBot.Domain.Roster;

/// <summary>Reads the rows of a roster file (单位、姓名、职务、联系电话 and what else stands there).</summary>
public static class RosterReader
{
    private static readonly SearchValues<char> Stops = SearchValues.Create("。，：；:;");

    private static readonly string[] NoteHeads = ["注", "备注", "说明", "填表"];

    /// <summary>Reads them; null when no row names a column of units and one of names.</summary>
    public static RosterSheet? Read(IReadOnlyList<SheetRow> rows)
    {
        if (RosterHeader.Find(rows) is not { } header)
        {
            return null;
        }

        var entries = new List<RosterEntry>();
        var doubts = new List<RosterDoubt>();
        foreach (var row in rows.Skip(header.At + 1))
        {
            ReadRow(row, header, entries, doubts);
        }

        return new(entries, doubts);
    }

    private static void ReadRow(SheetRow row, RosterHeader header, List<RosterEntry> entries, List<RosterDoubt> doubts)
    {
        string Cell(RosterColumn column) => header.Columns.TryGetValue(column, out var at) ? row[at].Trim() : "";
        var unit = CellWords.Squeeze(Cell(RosterColumn.Unit));
        var name = CellWords.Name(Cell(RosterColumn.Name));
        if ((unit.Length == 0 || IsFootNote(row)) && name.Length == 0)
        {
            return; // a foot note, or a row of numbers only
        }

        var phone = PhoneCell.Read(Cell(RosterColumn.Phone));
        var roles = RosterRoles.Read(Cell(RosterColumn.Role));
        var entry = new RosterEntry(
            row.Number, unit, name, Cell(RosterColumn.Title), phone.Phone, header.Columns.ContainsKey(RosterColumn.Role) ? roles.Roles : null,
            header.NamesOfficers || Cell(RosterColumn.Title) == "信息员", Cell(RosterColumn.Kind), CellWords.Several(Cell(RosterColumn.Alias)),
            CellWords.Several(Cell(RosterColumn.English)), Cell(RosterColumn.Pinyin) is { Length: > 0 } pinyin ? pinyin : null);
        var own = DoubtsOf(entry, phone.Doubt, Cell(RosterColumn.Phone), roles.Unknown).ToList();
        doubts.AddRange(own);
        if (!own.Exists(d => d.IsLeftOut))
        {
            entries.Add(entry);
        }
    }

    // Below a table, or merged over its width: a sentence and nothing beside it. Names of units have no stops.
    private static bool IsFootNote(SheetRow row) =>
        row.Cells.Select(c => c.Trim()).Where(c => c.Length > 0).Distinct().ToList() is [var only]
        && (only.AsSpan().ContainsAny(Stops) || NoteHeads.Any(h => only.StartsWith(h, StringComparison.Ordinal)));

    private static IEnumerable<RosterDoubt> DoubtsOf(RosterEntry entry, RosterDoubtKind? phone, string phoneCell, IReadOnlyList<string> unknownRoles)
    {
        if (entry.Unit.Length == 0)
        {
            yield return new(entry.Row, RosterDoubtKind.UnitMissing, entry.Name, entry.Unit, entry.Name);
            yield break;
        }

        if (entry.Name.Length == 0 && entry.Kind.Length == 0)
        {
            yield return new(entry.Row, RosterDoubtKind.NameMissing, entry.Unit, entry.Unit);
            yield break;
        }

        if (phone is { } kind)
        {
            yield return new(entry.Row, kind, phoneCell, entry.Unit, entry.Name);
        }

        if (unknownRoles.Count > 0)
        {
            yield return new(entry.Row, RosterDoubtKind.RoleUnknown, string.Join('、', unknownRoles), entry.Unit, entry.Name);
        }
    }
}
