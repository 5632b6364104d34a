namespace OfficerBot.Domain.Roster;

/// <summary>What a person may do in a group; one person may hold several.</summary>
[Flags]
public enum Roles
{
    /// <summary>On the roster without a role: may ask, not report.</summary>
    None = 0,

    /// <summary>信息员: reports for the unit.</summary>
    Officer = 1,

    /// <summary>B角: stands in for the officer.</summary>
    Deputy = 2,

    /// <summary>联络员: keeps the roster, chases, excuses, corrects.</summary>
    Liaison = 4,

    /// <summary>领导: asks, excuses, corrects.</summary>
    Leader = 8,

    /// <summary>审核人.</summary>
    Reviewer = 16,
}

/// <summary>A person on the roster (000-22: 单位、姓名、职务、联系电话).</summary>
/// <param name="Id">Row id.</param>
/// <param name="Unit">The unit the person belongs to.</param>
/// <param name="Name">The name as written, without padding.</param>
/// <param name="Title">职务, possibly empty.</param>
/// <param name="Phone">Digits only, or null when none is known.</param>
/// <param name="EnglishName">For example <c>Liu Yichao</c>; null when none is known.</param>
/// <param name="Roles">Roles in this group.</param>
public sealed record Person(PersonId Id, UnitId Unit, string Name, string Title, string? Phone, string? EnglishName, Roles Roles)
{
    /// <summary>True for those who report for their unit: officer or deputy.</summary>
    public bool ReportsForUnit => (Roles & (Roles.Officer | Roles.Deputy)) != 0;

    /// <summary>True for those who keep the group's books: liaison or leader.</summary>
    public bool KeepsBooks => (Roles & (Roles.Liaison | Roles.Leader)) != 0;
}
