namespace OfficerBot.Domain.Roster;

/// <summary>A single change of the roster.</summary>
public enum RosterOp
{
    /// <summary>Somebody new.</summary>
    Add,

    /// <summary>Somebody else becomes officer of the unit; who was stays on the roster without that role.</summary>
    Replace,

    /// <summary>Takes somebody off.</summary>
    Remove,

    /// <summary>A new phone.</summary>
    SetPhone,

    /// <summary>A new title.</summary>
    SetTitle,
}

/// <summary>A single change that the liaison asked for in words.</summary>
/// <param name="Unit">Full name of the unit; for Add and Replace.</param>
/// <param name="Person">Whom it is about, for the others; for Replace the officer to be relieved, or null.</param>
/// <param name="Name">Of the new one; for Add and Replace.</param>
public sealed record RosterWish(RosterOp Op, string? Unit, Person? Person, string? Name, string? Title, string? Phone)
{
    /// <summary>What it changes, for one state of the roster.</summary>
    public RosterPlan Plan(RosterBook book) => Op switch
    {
        RosterOp.Add => Empty(book) with { Added = [Newcomer(book.FindUnit(Unit!) is { } u && book.OfficerOf(u.Id) is not null ? Roles.Deputy : Roles.Officer)] },
        RosterOp.Replace => Replaced(book),
        RosterOp.Remove when IsLastLiaison(book) => Empty(book) with { Doubts = [new(0, RosterDoubtKind.LastLiaison, Person!.Name)] },
        RosterOp.Remove => Empty(book) with { Removed = [Person!] },
        RosterOp.SetPhone => Empty(book) with { Changed = Changes(book, Person!, Person! with { Phone = Phone }) },
        RosterOp.SetTitle => Empty(book) with { Changed = Changes(book, Person!, Person! with { Title = Title! }) },
        _ => throw new NotSupportedException($"No plan for {Op}."),
    };

    private RosterPlan Replaced(RosterBook book)
    {
        var relieved = Person is { } old ? Changes(book, old, old with { Roles = old.Roles & ~Roles.Officer }) : [];
        var unit = book.FindUnit(Unit!)!; // the dialog names known units only
        if (book.PeopleOf(unit.Id).FirstOrDefault(p => p.Name == Name) is not { } known)
        {
            return Empty(book) with { Changed = relieved, Added = [Newcomer(Roles.Officer)] };
        }

        var risen = known with { Roles = (known.Roles | Roles.Officer) & ~Roles.Deputy, Phone = Phone ?? known.Phone, Title = Title ?? known.Title };
        return Empty(book) with { Changed = [.. relieved, .. Changes(book, known, risen)] };
    }

    private bool IsLastLiaison(RosterBook book) => Person!.Roles.HasFlag(Roles.Liaison) && book.Holding(Roles.Liaison).Count() == 1;

    private NewPerson Newcomer(Roles roles) => new(Unit!, Name!, Title ?? "", Phone, null, roles);

    private static IReadOnlyList<PersonChange> Changes(RosterBook book, Person before, Person after) =>
        before == after ? [] : [new(before, after, book[before.Unit].Name)];

    private static RosterPlan Empty(RosterBook book) => new(book.Revision, [], [], [], [], []);
}
