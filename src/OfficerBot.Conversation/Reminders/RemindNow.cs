using NodaTime;
using NodaTime.Text;
using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Contacts;
using OfficerBot.Conversation.Leads;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.RollCalls;
using OfficerBot.Conversation.Turns;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.RollCalls;
using OfficerBot.Domain.Roster;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.Reminders;

/// <summary>Asked to remind in quiet hours: waits for a yes.</summary>
/// <param name="Scope"><c>lead</c>, <c>publicity</c>, or null for both.</param>
/// <param name="Units">Row ids; empty for all who owe.</param>
/// <param name="First">The first day asked for, as <c>2020-09-15</c>; null for what is open when it is sent.</param>
/// <param name="Last">The last such day.</param>
/// <param name="LeftOut">Who is not to be reminded; null for nobody.</param>
public sealed record RemindAsked(
    string? Scope, IReadOnlyList<long> Units, IReadOnlyList<string> Groups, string? First = null, string? Last = null,
    LeftOutUnits? LeftOut = null) : DialogState
{
    /// <inheritdoc/>
    public override string Pending => "remind";
}

/// <summary>Of several people of one name it was asked whose unit is to be reminded.</summary>
/// <param name="Asked">What was asked, without them.</param>
/// <param name="People">Row ids.</param>
public sealed record RemindWhom(RemindAsked Asked, IReadOnlyList<long> People) : DialogState
{
    /// <inheritdoc/>
    public override string Pending => "choice";
}

/// <summary>
/// 提醒一下: liaison or leader let those be nudged in private who still owe, for the leads of the day, the mailbox report due today, or both; or for the
/// days that were named (催昨天没报的). One person gets it by hand once in half an hour. In quiet hours the bot asks first.
/// </summary>
/// <param name="calendar">Working days.</param>
public sealed class RemindNow(WorkingCalendar calendar) : IDialog
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["remind_now"];

    /// <inheritdoc/>
    public bool Owns(DialogState state) => state is RemindAsked or RemindWhom;

    /// <inheritdoc/>
    public bool Takes(Turn turn) => turn.Understood.Intent is "confirm_yes" or "confirm_no" or "cancel" || (turn.Pending is RemindWhom && turn.Understood.Intent == "choice");

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        var slots = turn.Understood.Slots;
        if (!turn.Speaker!.KeepsBooks) // strangers never reach a dialog
        {
            turn.Answer(new NotAllowed(new AllowedBooks()));
        }
        else if (turn.Pending is RemindAsked asked && Takes(turn))
        {
            Answered(turn, asked);
        }
        else if (turn.Pending is RemindWhom whom && Takes(turn))
        {
            Picked(turn, whom);
        }
        else if (slots.At?.Start is { } at && at > turn.Local)
        {
            turn.Answer(new RemindOnlyNow());
        }
        else if (UnitAnswers.Unclear(slots, turn.Roster) is { } unclear)
        {
            turn.Answer(unclear);
        }
        else if (slots.Persons.FirstOrDefault(p => p.Candidates.Count == 0) is { } stranger)
        {
            turn.Answer(new UnknownPerson(stranger.Words));
        }
        else
        {
            Begin(turn, slots.Other.ContainsKey(WhoMissedOften.Slot) ? default : RemindDays.Of(slots.Range, turn.Local)); // who missed days in a row owes today's now
        }
    }

    private void Begin(Turn turn, RemindDays days)
    {
        if (days.Refusal is { } refusal)
        {
            turn.Answer(refusal);
            return;
        }

        var slots = turn.Understood.Slots;
        var doubtful = slots.Persons.FirstOrDefault(p => UnitsOf(turn, p.Candidates).Count() > 1);
        var clear = slots.Persons.Where(p => p != doubtful).SelectMany(p => p.Candidates);
        var isOfRollCall = slots.What == WhoIsMissing.Found;
        IReadOnlyList<UnitId> named = isOfRollCall ? [.. new WhoIsMissing(calendar).Units(turn).Select(u => u.Id)] : [.. slots.Units.Select(u => u.Candidates[0]), .. UnitsOf(turn, clear)];
        if (isOfRollCall && named.Count == 0 && slots.Other.ContainsKey(WhoMissedOften.Slot))
        {
            new WhoIsMissing(calendar).Run(turn); // that it cannot be said yet, or that nobody did
            return;
        }

        if (isOfRollCall && named.Count == 0)
        {
            turn.Answer(new NoneMeantOwe(LeftOutUnits.Of(slots).Told(turn.Roster.Units)));
            return;
        }

        var asked = new RemindAsked(slots.Scope, [.. named.Distinct().Select(u => u.Value)], slots.Groups, Text(days.First), Text(days.Last), LeftOutUnits.Of(slots));
        if (doubtful is null)
        {
            Begin(turn, asked);
        }
        else
        {
            turn.Pending = new RemindWhom(asked, [.. doubtful.Candidates.Select(c => c.Value)]);
            turn.Answer(PersonChoices.Ask(turn, doubtful.Words, ((RemindWhom)turn.Pending).People));
        }
    }

    // Who names a person means what that person's unit owes.
    private static IEnumerable<UnitId> UnitsOf(Turn turn, IEnumerable<PersonId> people) =>
        people.Select(p => turn.Roster.Find(p)?.Unit).OfType<UnitId>().Distinct();

    private void Picked(Turn turn, RemindWhom whom)
    {
        turn.Pending = null;
        if (turn.Understood.Intent != "choice")
        {
            turn.Answer(new LeftAsIs());
            return;
        }

        var place = PersonChoices.Picked(turn, whom.People);
        if (place < 0 || place > whom.People.Count)
        {
            turn.Pending = whom;
            turn.Answer(PersonChoices.Ask(turn, "", whom.People));
            return;
        }

        var people = place == 0 ? whom.People : [whom.People[place - 1]];
        Begin(turn, whom.Asked with { Units = [.. whom.Asked.Units, .. UnitsOf(turn, people.Select(p => new PersonId(p))).Select(u => u.Value)] });
    }

    private void Begin(Turn turn, RemindAsked asked)
    {
        var quiet = new QuietHours(turn.Notice.QuietFrom, turn.Notice.QuietUntil);
        if (quiet.Contains(turn.Local.TimeOfDay) && turn.Understood.Slots.Other.GetValueOrDefault("urgency") != "now")
        {
            turn.Pending = asked;
            turn.Answer(new RemindAtNight(quiet.From, quiet.Until));
            return;
        }

        Remind(turn, asked);
    }

    private void Answered(Turn turn, RemindAsked asked)
    {
        turn.Pending = null;
        if (turn.Understood.Intent == "confirm_yes")
        {
            Remind(turn, asked);
        }
        else
        {
            turn.Answer(new LeftAsIs());
        }
    }

    private void Remind(Turn turn, RemindAsked asked)
    {
        var occurrences = Occurrences.Under(turn.Notice, calendar);
        var desk = new ReminderDesk(turn.Ledger, occurrences, turn.Now);
        var turns = new OwedTurns(turn, occurrences, desk);
        var due = turns.Asked(asked.Scope, Day(asked.First), Day(asked.Last));
        if (due.Count == 0 && Day(asked.First) is { } day && asked.First == asked.Last && Duty(turn, asked.Scope) is { } duty)
        {
            turn.Answer(new NotDueThen(duty.Name, day));
            return;
        }

        var owing = turns.Of(due, u => IsMeant(u, asked));
        Tell(turn, new HandReminders(turn, desk).Send(owing), asked, About(owing));
    }

    private static Duty? Duty(Turn turn, string? scope) => scope == "publicity" ? turn.Notice.ReportDuty : turn.Notice.LeadDuty ?? turn.Notice.ReportDuty;

    // Said only where it is not simply today's that runs.
    private static RemindedAbout? About(IReadOnlyList<Owed> owing) => owing.All(o => o.Over.Count == 0)
        ? null
        : new([.. owing.SelectMany(o => o.Over.Append(o.Runs)).OfType<Occurrence>().Select(o => o.Day).Distinct().Order().Select(d => new OwedDay(d))]);

    private static LocalDate? Day(string? text) => text is null ? null : LocalDatePattern.Iso.Parse(text).Value;

    private static string? Text(LocalDate? day) => day is { } said ? LocalDatePattern.Iso.Format(said) : null;

    private static bool IsMeant(Unit unit, RemindAsked asked) =>
        (asked.Units.Count == 0 || asked.Units.Contains(unit.Id.Value)) && UnitKinds.IsAny(unit, asked.Groups) && asked.LeftOut?.Holds(unit) != true;

    private static void Tell(Turn turn, RemindedUnits told, RemindAsked asked, Reply? about)
    {
        var leftOut = asked.LeftOut?.Told(turn.Roster.Units);
        if (told.IsEmpty)
        {
            turn.Answer(asked.Units.Count > 0 ? new OwesNothingNow([.. asked.Units.Select(u => LeadAnswers.UnitName(turn, new UnitId(u)))])
                : asked.Groups.Count > 0 || leftOut is not null ? new NoneMeantOwe(leftOut)
                : new NobodyToRemind());
            return;
        }

        var unreached = told.Unreached;
        Reply? rest = unreached.Count == 0 ? null : turn.InGroup ? new UnreachedCount(unreached.Count) : Phones(turn, unreached);
        turn.Answer(told switch
        {
            { Anew.Count: > 0 } => new RemindedPrivately(told.Anew.Count, [.. told.Anew.Select(u => u.Names())], told.Again(turn.Notice), about, leftOut, rest),
            _ when told.Again(turn.Notice) is { } again => new NoneRemindedAnew(again, about, leftOut, rest),
            _ => new NobodyReached(rest!), // somebody is unreached
        });
        if (turn.InGroup && unreached.Count > 0)
        {
            turn.Roster.Holding(Roles.Liaison).ToList().ForEach(l => turn.Send(new(new Route.One(l.Id), Phones(turn, unreached))));
        }
    }

    private static UnreachedUnits Phones(Turn turn, IReadOnlyList<Unit> units) => new([.. units.Select(u => Phone(turn, u))]);

    private static Reply Phone(Turn turn, Unit unit)
    {
        var person = turn.Roster.OfficerOf(unit.Id) ?? turn.Roster.PeopleOf(unit.Id).FirstOrDefault();
        return person is null ? new UnreachedNobody(unit.Names()) : new UnreachedUnit(unit.Names(), person.Names(), person.Phone ?? "—");
    }
}
