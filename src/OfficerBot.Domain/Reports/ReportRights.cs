using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.Reports;

/// <summary>Who may work on a unit's report and confirm it: an officer or deputy of the unit, or the liaison for it; the weekly report is the liaison's.</summary>
public static class ReportRights
{
    /// <summary>May edit, confirm, tick or correct the report of a unit.</summary>
    public static bool MayConfirm(Person by, UnitId unit) => by.Roles.HasFlag(Roles.Liaison) || (by.ReportsForUnit && by.Unit == unit);

    /// <summary>May confirm the weekly report.</summary>
    public static bool MayConfirmWeekly(Person by) => by.Roles.HasFlag(Roles.Liaison);

    /// <summary>May look at it: also leaders.</summary>
    public static bool MayRead(Person by, UnitId unit) => by.KeepsBooks || MayConfirm(by, unit);
}
