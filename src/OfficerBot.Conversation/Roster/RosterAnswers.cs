using OfficerBot.Conversation.Replies;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Roster;

/// <summary>Words what an import would change.</summary>
internal static class RosterAnswers
{
    /// <summary>Lines shown of each part.</summary>
    private const int MostLines = 15;

    public static RosterPreview Preview(string file, RosterPlan plan, RosterBook book, bool hasMovedOn) => new(
        file, hasMovedOn ? new RosterMovedOn() : null, plan.Added.Count, plan.Changed.Count, plan.Removed.Count, plan.Doubts.Count, Parts(plan, book));

    public static IReadOnlyList<Reply> Parts(RosterPlan plan, RosterBook book)
    {
        var parts = new List<Reply>();
        if (plan.Units.Count > 0)
        {
            parts.Add(new RosterNewUnits(plan.Units.Count, [.. plan.Units.Take(MostLines).Select(u => u.Name)]));
        }

        Add(parts, plan.ChangedUnits, Line, (count, lines, more) => new RosterChangedUnits(count, lines, more));
        Add(parts, plan.Added, Line, (count, lines, more) => new RosterAdded(count, lines, more));
        Add(parts, plan.Changed, c => Line(c, book), (count, lines, more) => new RosterChanged(count, lines, more));
        Add(parts, plan.Removed, p => Line(p, book), (count, lines, more) => new RosterRemoved(count, lines, more));
        Add(parts, plan.Doubts, Line, (count, lines, more) => new RosterDoubtful(count, lines, more));
        return parts;
    }

    private static UnitChanges Line(UnitChange change)
    {
        var (before, after) = (change.Before, change.After);
        var changes = new List<Reply>();
        void If(bool differs, Func<Reply> line) => changes.AddRange(differs ? [line()] : []);
        If(!before.Aliases.SequenceEqual(after.Aliases), () => new ChangedAliases(Dash(string.Join('、', before.Aliases)), string.Join('、', after.Aliases)));
        If(!before.EnglishNames.SequenceEqual(after.EnglishNames), () => new ChangedEnglishName(Dash(string.Join("; ", before.EnglishNames)), string.Join("; ", after.EnglishNames)));
        If(before.Kind != after.Kind, () => new ChangedKind(Dash(before.Kind), after.Kind));
        return new(before.Name, changes);
    }

    public static PersonLine Line(Person person, RosterBook book) =>
        new(book[person.Unit].ShortName, person.Name, Dash(person.Title), Dash(person.Phone), Words(person.Roles));

    public static PersonLine Line(NewPerson person) => new(person.Unit, person.Name, Dash(person.Title), Dash(person.Phone), Words(person.Roles));

    public static PersonChanges Line(PersonChange change, RosterBook book)
    {
        var (before, after) = (change.Before, change.After);
        var unit = book[before.Unit];
        var changes = new List<Reply>();
        void If(bool differs, Func<Reply> line) => changes.AddRange(differs ? [line()] : []);
        If(before.Name != after.Name, () => new ChangedName(before.Name, after.Name));
        If(unit.Name != change.Unit, () => new ChangedUnit(unit.Name, change.Unit));
        If(before.Title != after.Title, () => new ChangedTitle(Dash(before.Title), Dash(after.Title)));
        If(before.Phone != after.Phone, () => new ChangedPhone(Dash(before.Phone), Dash(after.Phone)));
        If(before.EnglishName != after.EnglishName, () => new ChangedEnglishName(Dash(before.EnglishName), Dash(after.EnglishName)));
        If(before.Roles != after.Roles, () => new ChangedRoles(Words(before.Roles), Words(after.Roles)));
        return new(unit.ShortName, before.Name, changes);
    }

    public static IReadOnlyList<Reply> Words(Roles roles)
    {
        (Roles Role, Reply Word)[] all =
        [
            (Roles.Officer, new RoleOfficer()), (Roles.Deputy, new RoleDeputy()), (Roles.Liaison, new RoleLiaison()), (Roles.Leader, new RoleLeader()),
            (Roles.Reviewer, new RoleReviewer()),
        ];
        return roles == Roles.None ? [new RoleNone()] : [.. all.Where(w => roles.HasFlag(w.Role)).Select(w => w.Word)];
    }

    public static Reply Why(TableRefusal refusal) => refusal switch
    {
        TableRefusal.Empty => new FileEmpty(),
        TableRefusal.TooBig => new FileTooBig(),
        TableRefusal.Encrypted => new FileEncrypted(),
        TableRefusal.OldExcel => new FileOldExcel(),
        TableRefusal.NotASheet => new FileNotASheet(),
        TableRefusal.Damaged => new FileDamaged(),
        _ => throw new NotSupportedException($"No words for {refusal}."),
    };

    private static Reply Line(RosterDoubt doubt) => doubt.Kind switch
    {
        RosterDoubtKind.LastLiaison => new LastLiaisonKept(doubt.Words),
        RosterDoubtKind.UnitMissing => new DoubtfulRow(doubt.Row, new RowWithoutUnit(doubt.Words)),
        RosterDoubtKind.NameMissing => new DoubtfulRow(doubt.Row, new RowWithoutName(doubt.Words)),
        RosterDoubtKind.UnitAmbiguous => new DoubtfulRow(doubt.Row, new RowUnitAmbiguous(doubt.Words)),
        RosterDoubtKind.PhoneLost => new DoubtfulRow(doubt.Row, new RowPhoneLost(doubt.Words)),
        RosterDoubtKind.PhoneUnreadable => new DoubtfulRow(doubt.Row, new RowPhoneUnreadable(doubt.Words)),
        RosterDoubtKind.PhoneShared => new DoubtfulRow(doubt.Row, new RowPhoneShared(doubt.Words)),
        RosterDoubtKind.Repeated => new DoubtfulRow(doubt.Row, new RowRepeated(doubt.Words)),
        RosterDoubtKind.TwoOfOneName => new DoubtfulRow(doubt.Row, new RowTwoOfOneName(doubt.Words)),
        RosterDoubtKind.LeadingZero => new DoubtfulRow(doubt.Row, new RowLeadingZero(doubt.Words)),
        RosterDoubtKind.SeveralPhones => new DoubtfulRow(doubt.Row, new RowSeveralPhones(doubt.Words)),
        RosterDoubtKind.RoleUnknown => new DoubtfulRow(doubt.Row, new RowRoleUnknown(doubt.Words)),
        _ => throw new NotSupportedException($"No words for {doubt.Kind}."),
    };

    private static void Add<T>(List<Reply> parts, IReadOnlyList<T> all, Func<T, Reply> line, Func<int, IReadOnlyList<Reply>, Reply?, Reply> part)
    {
        if (all.Count > 0)
        {
            parts.Add(part(all.Count, [.. all.Take(MostLines).Select(line)], all.Count > MostLines ? new MoreLines(all.Count - MostLines) : null));
        }
    }

    private static string Dash(string? text) => string.IsNullOrEmpty(text) ? "—" : text;
}
