namespace OfficerBot.Domain.Roster;

/// <summary>A column of a roster file.</summary>
internal enum RosterColumn
{
    Unit,
    Name,
    Title,
    Phone,
    Role,
    Alias,
    Kind,
    English,
    Pinyin,
}

/// <summary>The row that names the columns, found among titles and blank rows above it.</summary>
/// <param name="At">Its place among the rows; those after it are the table's.</param>
/// <param name="NamesOfficers">The name column is headed 信息员 or 联络员: everybody in it reports for his unit.</param>
internal sealed record RosterHeader(int At, IReadOnlyDictionary<RosterColumn, int> Columns, bool NamesOfficers)
{
    private const int Searched = 20;

    private static readonly Dictionary<RosterColumn, string[]> Words = new()
    {
        [RosterColumn.Unit] = ["单位", "单位名称", "部门", "部门名称", "报送单位", "责任单位", "工作单位", "所在单位", "UNIT"],
        [RosterColumn.Name] = ["姓名", "信息员", "联络员", "联系人", "信息员姓名", "联络员姓名", "人员姓名", "人员", "NAME"],
        [RosterColumn.Title] = ["职务", "职位", "职务职称", "TITLE"],
        [RosterColumn.Phone] = ["联系电话", "电话", "手机", "手机号", "手机号码", "电话号码", "联系方式", "联系电话(手机)", "PHONE"],
        [RosterColumn.Role] = ["角色", "身份", "ROLE"],
        [RosterColumn.Alias] = ["简称", "别名"],
        [RosterColumn.Kind] = ["类别", "单位类别", "类型"],
        [RosterColumn.English] = ["英文", "英文名称", "英文名"],
        [RosterColumn.Pinyin] = ["拼音", "姓名拼音", "英文姓名"],
    };

    private static readonly string[] OfficerHeads = ["信息员", "联络员", "信息员姓名", "联络员姓名"];

    /// <summary>The first row of the first twenty that names most columns, unit and name among them; null when none does.</summary>
    public static RosterHeader? Find(IReadOnlyList<SheetRow> rows) => rows.Take(Searched)
        .Select((row, at) => Of(row, at))
        .Where(h => h.Columns.ContainsKey(RosterColumn.Unit) && h.Columns.ContainsKey(RosterColumn.Name))
        .MaxBy(h => h.Columns.Count);

    private static RosterHeader Of(SheetRow row, int at)
    {
        var found = new Dictionary<RosterColumn, int>();
        for (var column = 0; column < row.Cells.Count; column++)
        {
            if (ColumnOf(row.Cells[column]) is { } known)
            {
                found.TryAdd(known, column); // of two columns of one name the first
            }
        }

        return new(at, found, found.TryGetValue(RosterColumn.Name, out var name) && OfficerHeads.Contains(Head(row[name])));
    }

    private static RosterColumn? ColumnOf(string cell)
    {
        var head = Head(cell);
        foreach (var (column, words) in Words)
        {
            if (words.Contains(head))
            {
                return column;
            }
        }

        return null;
    }

    private static string Head(string cell) => CellWords.Squeeze(cell).Trim(':', '*').ToUpperInvariant();
}
