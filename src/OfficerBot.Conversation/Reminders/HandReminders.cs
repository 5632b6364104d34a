using NodaTime;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.RollCalls;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Notices;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Reminders;

/// <summary>Reminders by hand: one person gets the same one once in half an hour, however often it is asked for.</summary>
internal sealed class HandReminders(Turn turn, ReminderDesk desk)
{
    private static readonly Duration Pause = Duration.FromMinutes(30);

    /// <summary>Sends what was not sent a moment ago, and says who got something now.</summary>
    public RemindedUnits Send(IReadOnlyList<Owed> owing)
    {
        var anew = new List<Unit>();
        var before = new Dictionary<UnitId, (Unit Unit, Instant At)>();
        foreach (var owed in owing)
        {
            foreach (var (message, told) in Messages(owed))
            {
                if (told is null)
                {
                    turn.Send(message);
                    anew.Add(owed.Unit);
                }
                else if (!told.Value.IsLost)
                {
                    before[owed.Unit.Id] = (owed.Unit, told.Value.At);
                }
            }
        }

        anew = [.. anew.DistinctBy(u => u.Id)];
        var units = owing.Select(o => o.Unit).DistinctBy(u => u.Id).ToList();
        return new(
            anew, [.. before.Values.Where(b => !anew.Contains(b.Unit))], [.. units.Where(u => !anew.Contains(u) && !before.ContainsKey(u.Id))]);
    }

    // The key names the half hour it was sent in, so what was sent less than half an hour ago has the key of this one or of the last.
    // One that was refused in this half hour is not tried again in it; its unit counts as unreached.
    private IEnumerable<(Outgoing Message, Told? Before)> Messages(Owed owed)
    {
        var half = HalfHour(turn.Now);
        var (now, last) = (Of(owed, half), Of(owed, half - 1));
        return now.Zip(last, (n, l) => (n, Sent(n) ?? (Sent(l) is { IsLost: false } sent ? sent : (Told?)null)));
    }

    /// <summary>The half hour of a moment, counted from 1970: part of the keys of reminders by hand.</summary>
    public static long HalfHour(Instant at) => at.ToUnixTimeSeconds() / (long)Pause.TotalSeconds;

    private IEnumerable<Outgoing> Of(Owed owed, long half) => owed.Runs is { } runs
        ? desk.ByHand(owed.Duty, runs, owed.Unit, $"hand-{half}")
        : desk.Overdue(owed.Duty, owed.Over, owed.Unit, $"hand-{half}");

    private Told? Sent(Outgoing message) =>
        message is { Route: Route.One one, Key: { } key } && turn.Ledger.People.Told(one.Person, key) is { } told && turn.Now - told.At < Pause
            ? told
            : null;
}

/// <summary>What became of a round of reminders.</summary>
/// <param name="Anew">Who got one now.</param>
/// <param name="Before">Who got it a moment ago and gets nothing, with the time.</param>
/// <param name="Unreached">Who owes and cannot be reached.</param>
internal sealed record RemindedUnits(IReadOnlyList<Unit> Anew, IReadOnlyList<(Unit Unit, Instant At)> Before, IReadOnlyList<Unit> Unreached)
{
    /// <summary>Nobody owes.</summary>
    public bool IsEmpty => Anew.Count + Before.Count + Unreached.Count == 0;

    /// <summary>Who gets nothing again, by the minute; null for nobody.</summary>
    public Reply? Again(Notice notice) => Before.Count == 0 ? null : new RemindedBefore(
        Before.Count,
        [.. Before.GroupBy(b => Minute(notice.Local(b.At).TimeOfDay)).OrderBy(g => g.Key).Select(g => new RemindedThen([.. g.Select(b => b.Unit.Names())], g.Key))]);

    private static LocalTime Minute(LocalTime time) => new(time.Hour, time.Minute);
}
