using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.Leads;

/// <summary>
/// Who may do what with leads. Liaison and leaders may for every unit. An officer or deputy files for his own unit, and as a stand-in (代报) for any
/// other: the lead is credited to that unit, carries both names, its officer is told and can take it back. A zero report says that a whole unit has
/// nothing, so it is never a stand-in's to give.
/// </summary>
public static class LeadRights
{
    /// <summary>May file a lead (for any unit).</summary>
    public static bool MayFile(Person by) => by.ReportsForUnit || by.KeepsBooks;

    /// <summary>May say "nothing today" for a unit.</summary>
    public static bool MayFileZero(Person by, UnitId unit) => by.KeepsBooks || (by.ReportsForUnit && by.Unit == unit);

    /// <summary>May amend or withdraw: who said it, who reports for the unit it is credited to, liaison and leaders.</summary>
    public static bool MayChange(Person by, Lead lead) =>
        by.KeepsBooks || by.Id == lead.FiledBy || by.Id == lead.Officer || (by.ReportsForUnit && by.Unit == lead.Unit);
}
