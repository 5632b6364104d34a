using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Leads;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.RollCalls;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.RollCalls;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Contacts;

/// <summary>A choice between people of one name is open.</summary>
/// <param name="People">Row ids in the order offered.</param>
public sealed record ContactChoice(IReadOnlyList<long> People) : DialogState
{
    /// <inheritdoc/>
    public override string Pending => "choice";
}

/// <summary>
/// Contacts by unit, name, title, pinyin or number (000-22). Everyone on the roster may ask, in private or in the group; each look-up is audited;
/// the card to save goes only into a private chat.
/// </summary>
/// <param name="press">Makes the card.</param>
/// <param name="missing">Who has not reported, for 他们电话呢 after a roll call.</param>
public sealed class FindContact(IPress press, WhoIsMissing missing) : IDialog
{
    private const int MostLines = 20;

    // Posts of the group, beside the titles people hold in their units.
    private static readonly Dictionary<Roles, string[]> RoleWords = new()
    {
        [Roles.Officer] = ["信息员", "officer", "information officer"],
        [Roles.Deputy] = ["B角", "deputy"],
        [Roles.Liaison] = ["联络员", "liaison"],
        [Roles.Leader] = ["领导", "leader"],
        [Roles.Reviewer] = ["审核人", "reviewer"],
    };

    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["find_contact"];

    /// <inheritdoc/>
    public bool Owns(DialogState state) => state is ContactChoice;

    /// <inheritdoc/>
    public bool Takes(Turn turn) => turn.Understood.Intent == "choice";

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        if (turn.Pending is ContactChoice choice && turn.Understood.Intent == "choice")
        {
            Chosen(turn, choice, PersonChoices.Picked(turn, choice.People));
            return;
        }

        var slots = turn.Understood.Slots;
        if (slots.Phone is { } phone)
        {
            Show(turn, [.. turn.Roster.People.Where(p => p.Phone == phone)], new UnknownPhone(phone));
        }
        else if (slots.Leads.Count > 0)
        {
            var leads = LeadRefs.Of(turn);
            Show(turn, [.. leads.Found.Select(l => turn.Roster.Find(l.Officer ?? l.FiledBy)).DistinctBy(p => p?.Id)], leads.Unknown.Count > 0 ? new NoSuchLead(leads.Unknown[0]) : new NoLeadOfYours());
        }
        else if (slots.Persons.Count > 0)
        {
            ByName(turn);
        }
        else if (slots.What == WhoIsMissing.Found && slots.Other.ContainsKey(WhoMissedOften.Slot) && missing.Units(turn).Count == 0)
        {
            missing.Run(turn); // that it cannot be said yet, or that nobody did
        }
        else if (slots.What == WhoIsMissing.Found)
        {
            Show(turn, [.. missing.Units(turn).SelectMany(u => turn.Roster.PeopleOf(u.Id).Where(p => p.Roles.HasFlag(Roles.Officer)))], new NobodyMissing());
        }
        else
        {
            ByUnit(turn);
        }
    }

    private void Chosen(Turn turn, ContactChoice choice, int number)
    {
        if (number == 0)
        {
            turn.Pending = null;
            Show(turn, [.. choice.People.Select(id => turn.Roster.Find(new PersonId(id)))], new WhoseContact());
            return;
        }

        if (number < 1 || number > choice.People.Count)
        {
            turn.Answer(PersonChoices.Ask(turn, "", choice.People));
            return;
        }

        turn.Pending = choice; // 第二个呢, and then the other
        Show(turn, [turn.Roster.Find(new PersonId(choice.People[number - 1]))], new WhoseContact());
    }

    private void ByName(Turn turn)
    {
        var unknown = turn.Understood.Slots.Persons.FirstOrDefault(p => p.Candidates.Count == 0);
        var ambiguous = turn.Understood.Slots.Persons.FirstOrDefault(p => p.Candidates.Count > 1);
        if (ambiguous is not null)
        {
            var ids = ambiguous.Candidates.Select(c => c.Value).ToList();
            turn.Pending = new ContactChoice(ids);
            turn.Answer(PersonChoices.Ask(turn, ambiguous.Words, ids));
            return;
        }

        Show(turn, [.. turn.Understood.Slots.Persons.SelectMany(p => p.Candidates).Select(turn.Roster.Find)], new UnknownPerson(unknown?.Words ?? ""));
    }

    private void ByUnit(Turn turn)
    {
        var said = turn.Understood.Slots.Units;
        if (UnitAnswers.Unclear(turn.Understood.Slots, turn.Roster) is { } unclear)
        {
            turn.Answer(unclear);
            return;
        }

        if (said.Count == 0)
        {
            Show(turn, ByKind(turn), new WhoseContact(), LeadLists.LeftOut(turn));
            return;
        }

        if (said.Count == 1)
        {
            OfUnit(turn, turn.Roster[said[0].Candidates[0]]);
            return;
        }

        Show(turn, [.. said.SelectMany(u => Fitting(turn, turn.Roster[u.Candidates[0]]))], new WhoseContact());
    }

    private void OfUnit(Turn turn, Unit unit)
    {
        var fitting = Fitting(turn, unit);
        if (fitting.Count == 1)
        {
            Show(turn, fitting, new WhoseContact());
            return;
        }

        var named = fitting.Count > 0 ? fitting : [.. turn.Roster.PeopleOf(unit.Id)];
        Audit(turn, named);
        IReadOnlyList<Reply> lines = [.. named.Take(MostLines).Select(p => Line(turn, p))];
        turn.Answer(fitting.Count > 0 ? new ContactsOfUnit(unit.Names(), lines)
            : turn.Understood.Slots.Title is { } title && !HasRole(Roles.Officer, title) ? new NobodyInPost(unit.Names(), title, lines)
            : new NoOfficerNamed(unit.Names(), lines));
    }

    // A post asked for by name; without one, who reports for the unit.
    private static List<Person> Fitting(Turn turn, Unit unit)
    {
        var people = turn.Roster.PeopleOf(unit.Id).ToList();
        return turn.Understood.Slots.Title is { } title && !HasRole(Roles.Officer, title)
            ? [.. people.Where(p => p.Title.Contains(title, StringComparison.Ordinal) || HasRole(p, title))]
            : [.. people.Where(p => p.ReportsForUnit)];
    }

    // 各镇信息员电话: of the kinds of unit that were said, and not of those left out.
    private static List<Person?> ByKind(Turn turn)
    {
        var slots = turn.Understood.Slots;
        var leftOut = LeftOutUnits.Of(slots);
        var title = slots.Title ?? (slots.Groups.Count > 0 || slots.LeavesOut ? "信息员" : null);
        return title is null ? []
            : [.. turn.Roster.People.Where(p => (p.Title.Contains(title, StringComparison.Ordinal) || HasRole(p, title))
                && turn.Roster.Find(p.Unit) is { } unit && UnitKinds.IsAny(unit, [.. slots.Groups]) && !leftOut.Holds(unit))];
    }

    internal static bool HasRole(Person person, string title) =>
        Enum.GetValues<Roles>().Any(r => r != Roles.None && person.Roles.HasFlag(r) && HasRole(r, title));

    private static bool HasRole(Roles role, string title) => RoleWords[role].Contains(title, StringComparer.OrdinalIgnoreCase);

    private void Show(Turn turn, IReadOnlyList<Person?> found, Reply otherwise, Reply? leftOut = null)
    {
        var people = found.OfType<Person>().ToList();
        Audit(turn, people);
        if (people.Count == 1 && leftOut is null)
        {
            One(turn, people[0]);
            return;
        }

        turn.Answer(people.Count == 0 ? otherwise : new ContactsFound(people.Count, [.. people.Take(MostLines).Select(p => Line(turn, p))], leftOut));
    }

    // The answer goes where it was asked; the card to save is a file and stays private.
    private void One(Turn turn, Person person)
    {
        if (turn.InGroup || person.Phone is null)
        {
            turn.Answer(Line(turn, person));
            return;
        }

        turn.Answer(Line(turn, person), press.ContactCard(person, turn.Roster[person.Unit]));
    }

    private static Reply Line(Turn turn, Person person) => person.Phone is { } phone
        ? new ContactFound(person.Names(), turn.Roster[person.Unit].Names(), person.Title, phone)
        : new ContactWithoutPhone(person.Names(), turn.Roster[person.Unit].Names(), person.Title);

    private static void Audit(Turn turn, IReadOnlyList<Person> people) =>
        turn.Ledger.Audit(turn.Speaker?.Id, "contact.lookup", string.Join(',', people.Select(p => p.Id.Value)), turn.Now);
}
