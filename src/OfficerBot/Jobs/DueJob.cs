using NodaTime;
using OfficerBot.Clocks;
using OfficerBot.Conversation.Reminders;
using OfficerBot.Conversation.Reports;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.RollCalls;
using OfficerBot.Domain.Roster;
using OfficerBot.Domain.Time;
using OfficerBot.Protocol.DirectLine;
using OfficerBot.Storage;
using OfficerBot.Turns;
using StoredRow = OfficerBot.Storage.Rows.DueRow;

namespace OfficerBot.Jobs;

/// <summary>
/// Does what fell due: each row's messages, facts, its end and its successor commit together, so a repeat finds nothing and a crash loses nothing.
/// After an outage what is still useful is sent, the rest recorded, and the liaison gets one line.
/// </summary>
internal sealed class DueJob(
    SqliteStore store, OfficeClock office, WorkingCalendar calendar, Dispatch dispatch, DirectLineHub hub, WeeklyDraft weekly) : IJob
{
    private const int MostAtOnce = 200;

    // Rows met later than this after their instant were not met because nobody was there.
    private static readonly Duration OutageAfter = Duration.FromMinutes(5);

    /// <inheritdoc/>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        var now = office.GetCurrentInstant();
        var outages = new Dictionary<GroupId, Outage>();
        var did = false;
        while (store.Read(s => s.Due.DueBy(now, MostAtOnce)) is { Count: > 0 } due) // after days, what follows a row may be due already too
        {
            did = true;
            foreach (var group in due.GroupBy(r => r.Group))
            {
                var done = await RunGroupAsync(group.Key, [.. group], now, cancel);
                outages[group.Key] = outages.GetValueOrDefault(group.Key, Outage.None).And(done);
            }
        }

        foreach (var (group, outage) in outages)
        {
            if (outage.From is { } from)
            {
                Publish(await store.WriteAsync(s => TellOfOutage(s, group, from, outage, now), cancel));
            }
        }

        return did;
    }

    private async Task<Outage> RunGroupAsync(GroupId group, IReadOnlyList<StoredRow> rows, Instant now, CancellationToken cancel)
    {
        var notice = store.Read(s => s.Ledger(group).Notice);
        var occurrences = Occurrences.Under(notice, calendar);
        var verdicts = CatchUp.Judge([.. rows.Select(r => new DueRow(r.Slot.Duty, r.Rung, r.Slot, r.At))], occurrences, now);
        var sent = 0;
        var recorded = 0;
        foreach (var (row, verdict) in rows.Zip(verdicts.Select(v => v.Verdict)))
        {
            var changed = await store.WriteAsync(s => Do(s, row, verdict, occurrences, now), cancel);
            Publish(changed);
            sent += changed.Count > 0 ? 1 : 0;
            recorded += verdict is RowVerdict.TooLate or RowVerdict.Quiet or RowVerdict.Overtaken ? 1 : 0;
        }

        var late = rows.Where(r => now - r.At > OutageAfter).Select(r => r.At).ToList();
        return new(late.Count > 0 ? late.Min() : null, sent, recorded);
    }

    private IReadOnlyCollection<string> Do(WriteSession session, StoredRow row, RowVerdict verdict, Occurrences occurrences, Instant now)
    {
        if (!session.Due.Close(row, WordOf(verdict), now))
        {
            return []; // somebody else did it
        }

        var duty = occurrences.Notice.Find(row.Slot.Duty) ?? DutyOfRung(occurrences, row.Rung);
        if (duty?.Ladder.FirstOrDefault(r => r.Id == row.Rung) is not { } rung)
        {
            return []; // the notice was revised
        }

        PutNext(session, row, duty, rung, occurrences);
        return verdict == RowVerdict.Do ? Act(session, row, duty, rung, occurrences, now) : [];
    }

    // The weekly report's slots have a duty id of their own; its rung belongs to a duty of the notice.
    private static Duty? DutyOfRung(Occurrences occurrences, string rung) => occurrences.Notice.Duties.FirstOrDefault(d => d.Ladder.Any(r => r.Id == rung));

    private static void PutNext(WriteSession session, StoredRow row, Duty duty, Rung rung, Occurrences occurrences)
    {
        if (new Ladder(occurrences).NextAfter(duty, rung, row.At) is { } next)
        {
            session.Due.Put(new StoredRow(row.Group, next.Slot, next.Rung, next.At, occurrences.Notice.Revision));
        }
    }

    private IReadOnlyCollection<string> Act(WriteSession session, StoredRow row, Duty duty, Rung rung, Occurrences occurrences, Instant now)
    {
        var ledger = session.Ledger(row.Group);
        var outgoing = OfSlot(ledger, row, duty, rung, occurrences, now);
        return dispatch.Send(session, row.Group, outgoing, null, $"due:{row.Slot.Duty}:{row.Slot.AtText}:{row.Rung}", now);
    }

    private IReadOnlyList<Outgoing> OfSlot(ILedger ledger, StoredRow row, Duty duty, Rung rung, Occurrences occurrences, Instant now)
    {
        if (rung.Act == RungAct.WeeklyReport)
        {
            return weekly.Compile(ledger, occurrences, row.Slot, now);
        }

        if (occurrences.Find(duty, row.Slot) is not { } occurrence)
        {
            return []; // the calendar was corrected since
        }

        if (rung.Act == RungAct.Close)
        {
            Closing.Close(ledger, occurrences, duty, occurrence, now);
        }

        return new ReminderDesk(ledger, occurrences, now).Messages(duty, rung, occurrence);
    }

    private IReadOnlyCollection<string> TellOfOutage(WriteSession session, GroupId group, Instant from, Outage outage, Instant now)
    {
        var ledger = session.Ledger(group);
        var line = new CaughtUp(ledger.Notice.Local(from), ledger.Notice.Local(now), outage.Sent, outage.Recorded);
        var outgoing = ledger.Roster.Holding(Roles.Liaison).Select(l => new Outgoing(new Route.One(l.Id), line)).ToList();
        return dispatch.Send(session, group, outgoing, null, $"outage:{from.ToUnixTimeMilliseconds()}:{now.ToUnixTimeMilliseconds()}", now);
    }

    private static string WordOf(RowVerdict verdict) => verdict switch
    {
        RowVerdict.Do => "done",
        RowVerdict.TooLate => "too-late",
        RowVerdict.Quiet => "quiet",
        RowVerdict.Overtaken => "overtaken",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };

    private void Publish(IReadOnlyCollection<string> changed)
    {
        foreach (var conversation in changed)
        {
            hub.Published(conversation);
        }
    }

    /// <summary>What one beat found due, for one group.</summary>
    /// <param name="From">The earliest row nobody had been there for; null when all were met in time.</param>
    private sealed record Outage(Instant? From, int Sent, int Recorded)
    {
        public static Outage None { get; } = new(null, 0, 0);

        public Outage And(Outage next) =>
            new(From is { } one && next.From is { } other ? Instant.Min(one, other) : From ?? next.From, Sent + next.Sent, Recorded + next.Recorded);
    }
}
