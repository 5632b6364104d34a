namespace OfficerBot.Domain.Roster;

/// <summary>One row of a table somebody sent.</summary>
/// <param name="Number">As the spreadsheet program shows it, 1 first.</param>
/// <param name="Cells">From column A on; rows differ in length.</param>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>Empty beyond the row's last cell.</summary>
    public string this[int column] => column < Cells.Count ? Cells[column] : "";
}

/// <summary>What a roster file says: the rows that can be used, and what is doubtful about it.</summary>
/// <param name="Entries">In the file's order; one without a name stands for a unit that has named nobody.</param>
/// <param name="Doubts">Rows left out or taken with a warning.</param>
public sealed record RosterSheet(IReadOnlyList<RosterEntry> Entries, IReadOnlyList<RosterDoubt> Doubts);

/// <summary>One usable row. Blank cells mean "not said": what is known stays.</summary>
/// <param name="Row">Row number in the file.</param>
/// <param name="Unit">As written, without blanks.</param>
/// <param name="Name">Without padding; empty for a unit alone.</param>
/// <param name="Phone">Digits; null when not said.</param>
/// <param name="Roles">Null in a file without a column of roles.</param>
/// <param name="IsNamedOfficer">The name column is headed 信息员, or the title is that word.</param>
public sealed record RosterEntry(
    int Row, string Unit, string Name, string Title, string? Phone, Roles? Roles, bool IsNamedOfficer, string Kind, IReadOnlyList<string> Aliases,
    IReadOnlyList<string> EnglishNames, string? EnglishName);

/// <summary>Why a row is doubtful.</summary>
public enum RosterDoubtKind
{
    /// <summary>Left out: no unit.</summary>
    UnitMissing,

    /// <summary>Left out: no name, and nothing that says the row is a unit.</summary>
    NameMissing,

    /// <summary>Left out: a short form that several units bear.</summary>
    UnitAmbiguous,

    /// <summary>Left out: the spreadsheet program has rounded the number away (1.38E+10).</summary>
    PhoneLost,

    /// <summary>Left out: no number can be read.</summary>
    PhoneUnreadable,

    /// <summary>Left out: the same mobile number stands at another name of the file.</summary>
    PhoneShared,

    /// <summary>Left out: an earlier row names the same person.</summary>
    Repeated,

    /// <summary>Left out: two people of this name in the unit, and no number that tells them apart.</summary>
    TwoOfOneName,

    /// <summary>Taken, with the zero put back that the spreadsheet program has dropped.</summary>
    LeadingZero,

    /// <summary>Taken, with the first of several numbers.</summary>
    SeveralPhones,

    /// <summary>Taken without the role, whose word is unknown.</summary>
    RoleUnknown,

    /// <summary>Kept against the file: nobody else would be liaison.</summary>
    LastLiaison,
}

/// <summary>Something doubtful about a row.</summary>
/// <param name="Row">Row number; 0 when it concerns no row.</param>
/// <param name="Words">The cell it is about, or the names.</param>
/// <param name="Unit">Of a row left out: its unit, so that nobody of that name is taken off the roster.</param>
/// <param name="Name">Likewise.</param>
public sealed record RosterDoubt(int Row, RosterDoubtKind Kind, string Words, string Unit = "", string Name = "")
{
    /// <summary>True when the row counts for nothing.</summary>
    public bool IsLeftOut => Kind < RosterDoubtKind.LeadingZero;
}
