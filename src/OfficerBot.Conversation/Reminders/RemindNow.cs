using NodaTime;
using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.RollCalls;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.RollCalls;
using OfficerBot.Domain.Roster;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.Reminders;

/// <summary>Asked to remind in quiet hours: waits for a yes.</summary>
/// <param name="Scope"><c>lead</c>, <c>publicity</c>, or null for both.</param>
/// <param name="Units">Row ids; empty for all who owe.</param>
public sealed record RemindAsked(string? Scope, IReadOnlyList<long> Units, IReadOnlyList<string> Groups) : DialogState
{
    /// <inheritdoc/>
    public override string Pending => "remind";
}

/// <summary>
/// 提醒一下: liaison or leader let those be nudged in private who still owe, for the leads of the day, the mailbox report due today, or both. One person
/// gets it by hand once in half an hour. In quiet hours the bot asks first.
/// </summary>
/// <param name="calendar">Working days.</param>
public sealed class RemindNow(WorkingCalendar calendar) : IDialog
{
    private const int BucketMinutes = 30;

    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["remind_now"];

    /// <inheritdoc/>
    public bool Owns(DialogState state) => state is RemindAsked;

    /// <inheritdoc/>
    public bool Takes(Turn turn) => turn.Understood.Intent is "confirm_yes" or "confirm_no" or "cancel";

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
        else if (slots.At?.Start is { } at && at > turn.Local)
        {
            turn.Answer(new RemindOnlyNow());
        }
        else if (slots.Units.FirstOrDefault(u => u.Candidates.Count != 1) is { } unclear)
        {
            turn.Answer(UnitAnswers.Unclear(unclear, turn.Roster));
        }
        else
        {
            Begin(turn, new(slots.Scope, [.. slots.Units.Select(u => u.Candidates[0].Value)], slots.Groups));
        }
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
        var owing = Open(turn, occurrences, asked.Scope)
            .SelectMany(d => desk.StillOwing(d.Duty, d.Occurrence).Where(u => IsMeant(u, asked)).Select(u => (d.Duty, d.Occurrence, Unit: u))).ToList();
        var bucket = $"hand-{turn.Now.ToUnixTimeSeconds() / (60 * BucketMinutes)}";
        foreach (var (duty, occurrence, unit) in owing)
        {
            desk.ByHand(duty, occurrence, unit, bucket).ToList().ForEach(turn.Send);
        }

        var units = owing.Select(o => o.Unit).DistinctBy(u => u.Id).ToList();
        Tell(turn, desk, [.. units.Where(u => desk.ToTell(u, false).Any())], [.. units.Where(u => !desk.ToTell(u, false).Any())]);
    }

    // Leads are owed all day; the mailbox report until it falls due today.
    private static IEnumerable<(Duty Duty, Occurrence Occurrence)> Open(Turn turn, Occurrences occurrences, string? scope)
    {
        if (scope != "publicity" && turn.Notice.LeadDuty is { } leads && occurrences.OpenAt(leads, turn.Now) is { } day)
        {
            yield return (leads, day);
        }

        if (scope != "lead" && turn.Notice.ReportDuty is { } reports && occurrences.NextAfter(reports, turn.Now) is { } next && next.Day == turn.Local.Date)
        {
            yield return (reports, next);
        }
    }

    private static bool IsMeant(Unit unit, RemindAsked asked) =>
        (asked.Units.Count == 0 || asked.Units.Contains(unit.Id.Value)) && UnitKinds.IsAny(unit, asked.Groups);

    private static void Tell(Turn turn, ReminderDesk desk, List<Unit> reached, List<Unit> unreached)
    {
        if (reached.Count + unreached.Count == 0)
        {
            turn.Answer(new NobodyToRemind());
            return;
        }

        Reply? rest = unreached.Count == 0 ? null : turn.InGroup ? new UnreachedCount(unreached.Count) : Phones(turn, unreached);
        turn.Answer(reached.Count > 0 ? new RemindedPrivately(reached.Count, [.. reached.Select(u => u.Names())], rest) : new NobodyReached(rest!)); // somebody is unreached
        if (turn.InGroup && unreached.Count > 0)
        {
            turn.Roster.Holding(Roles.Liaison).ToList().ForEach(l => turn.Send(new(new Route.One(l.Id), Phones(turn, unreached))));
        }
    }

    private static UnreachedUnits Phones(Turn turn, List<Unit> units) => new([.. units.Select(u => Phone(turn, u))]);

    private static Reply Phone(Turn turn, Unit unit)
    {
        var person = turn.Roster.OfficerOf(unit.Id) ?? turn.Roster.PeopleOf(unit.Id).FirstOrDefault();
        return person is null ? new UnreachedNobody(unit.Names()) : new UnreachedUnit(unit.Names(), person.Names(), person.Phone ?? "—");
    }
}
