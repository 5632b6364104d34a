using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Roster;

/// <summary>How a roster is imported, for somebody who asked without a file.</summary>
public sealed record ImportHow : Reply;

/// <summary>A roster file sent in a group, where phones would be shown.</summary>
public sealed record ImportInPrivate : Reply;

/// <summary>A file of an officer, who most likely means it as a lead: only the liaison's tables are read.</summary>
public sealed record FileNotRead(string File) : Reply;

/// <summary>A file that cannot be read as a table; why.</summary>
public sealed record TableUnreadable(string File, Reply Why) : Reply;

/// <summary>Why: nothing in it.</summary>
public sealed record FileEmpty : Reply;

/// <summary>Why: too big.</summary>
public sealed record FileTooBig : Reply;

/// <summary>Why: password.</summary>
public sealed record FileEncrypted : Reply;

/// <summary>Why: .xls or .et.</summary>
public sealed record FileOldExcel : Reply;

/// <summary>Why: no table.</summary>
public sealed record FileNotASheet : Reply;

/// <summary>Why: broken.</summary>
public sealed record FileDamaged : Reply;

/// <summary>Why: no row names a column of units and one of names.</summary>
public sealed record FileWithoutHeader : Reply;

/// <summary>What an import would do: counts first, then lines; asked for a yes.</summary>
/// <param name="Note">Set when the roster has changed since the last preview.</param>
public sealed record RosterPreview(string File, Reply? Note, int Added, int Changed, int Removed, int Doubtful, IReadOnlyList<Reply> Parts) : Reply;

/// <summary>The roster has changed since the last preview.</summary>
public sealed record RosterMovedOn : Reply;

/// <summary>A file that changes nothing.</summary>
public sealed record RosterUnchanged(string File, int People, IReadOnlyList<Reply> Parts) : Reply;

/// <summary>Imported.</summary>
/// <param name="Units">Set when something about units changed, too.</param>
public sealed record RosterImported(int Added, int Changed, int Removed, int People, Reply? Units) : Reply;

/// <summary>Part of it: how many units changed.</summary>
public sealed record RosterUnitsChanged(int Count) : Reply;

/// <summary>Part of a preview: units whose short forms, English names or kind change.</summary>
public sealed record RosterChangedUnits(int Count, IReadOnlyList<Reply> Lines, Reply? More) : Reply;

/// <summary>One such unit.</summary>
public sealed record UnitChanges(string Unit, IReadOnlyList<Reply> Changes) : Reply;

/// <summary>A change of short forms.</summary>
public sealed record ChangedAliases(string Before, string After) : Reply;

/// <summary>A change of kind.</summary>
public sealed record ChangedKind(string Before, string After) : Reply;

/// <summary>Part of a preview: units that are new.</summary>
public sealed record RosterNewUnits(int Count, IReadOnlyList<string> Units) : Reply;

/// <summary>Part of a preview: people added.</summary>
public sealed record RosterAdded(int Count, IReadOnlyList<Reply> Lines, Reply? More) : Reply;

/// <summary>Part of a preview: people changed.</summary>
public sealed record RosterChanged(int Count, IReadOnlyList<Reply> Lines, Reply? More) : Reply;

/// <summary>Part of a preview: people taken off.</summary>
public sealed record RosterRemoved(int Count, IReadOnlyList<Reply> Lines, Reply? More) : Reply;

/// <summary>Part of a preview: doubtful rows.</summary>
public sealed record RosterDoubtful(int Count, IReadOnlyList<Reply> Lines, Reply? More) : Reply;

/// <summary>More lines than shown.</summary>
public sealed record MoreLines(int Count) : Reply;

/// <summary>Somebody with all of his entry.</summary>
public sealed record PersonLine(string Unit, string Name, string Title, string Phone, IReadOnlyList<Reply> Roles) : Reply;

/// <summary>Somebody with what changes about him.</summary>
public sealed record PersonChanges(string Unit, string Name, IReadOnlyList<Reply> Changes) : Reply;

/// <summary>A change: name.</summary>
public sealed record ChangedName(string Before, string After) : Reply;

/// <summary>A change: unit.</summary>
public sealed record ChangedUnit(string Before, string After) : Reply;

/// <summary>A change: title.</summary>
public sealed record ChangedTitle(string Before, string After) : Reply;

/// <summary>A change: phone.</summary>
public sealed record ChangedPhone(string Before, string After) : Reply;

/// <summary>A change: English name.</summary>
public sealed record ChangedEnglishName(string Before, string After) : Reply;

/// <summary>A change: roles.</summary>
public sealed record ChangedRoles(IReadOnlyList<Reply> Before, IReadOnlyList<Reply> After) : Reply;

/// <summary>Role word.</summary>
public sealed record RoleOfficer : Reply;

/// <summary>Role word.</summary>
public sealed record RoleDeputy : Reply;

/// <summary>Role word.</summary>
public sealed record RoleLiaison : Reply;

/// <summary>Role word.</summary>
public sealed record RoleLeader : Reply;

/// <summary>Role word.</summary>
public sealed record RoleReviewer : Reply;

/// <summary>Word for no role.</summary>
public sealed record RoleNone : Reply;

/// <summary>A doubtful row with the reason.</summary>
public sealed record DoubtfulRow(int Row, Reply Why) : Reply;

/// <summary>Reason: no unit.</summary>
public sealed record RowWithoutUnit(string Words) : Reply;

/// <summary>Reason: no name.</summary>
public sealed record RowWithoutName(string Words) : Reply;

/// <summary>Reason: a short form of several units.</summary>
public sealed record RowUnitAmbiguous(string Words) : Reply;

/// <summary>Reason: the phone's digits are lost.</summary>
public sealed record RowPhoneLost(string Words) : Reply;

/// <summary>Reason: no phone can be read.</summary>
public sealed record RowPhoneUnreadable(string Words) : Reply;

/// <summary>Reason: the phone is another's in this file.</summary>
public sealed record RowPhoneShared(string Words) : Reply;

/// <summary>Reason: the same person as in an earlier row.</summary>
public sealed record RowRepeated(string Words) : Reply;

/// <summary>Reason: two of one name in the unit.</summary>
public sealed record RowTwoOfOneName(string Words) : Reply;

/// <summary>Warning: a leading zero was put back.</summary>
public sealed record RowLeadingZero(string Words) : Reply;

/// <summary>Warning: the first of several numbers was taken.</summary>
public sealed record RowSeveralPhones(string Words) : Reply;

/// <summary>Warning: a role nobody knows.</summary>
public sealed record RowRoleUnknown(string Words) : Reply;

/// <summary>The last liaison stays.</summary>
public sealed record LastLiaisonKept(string Words) : Reply;
