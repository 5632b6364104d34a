using System.Diagnostics.Metrics;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Ledger;
using OfficerBot.Storage;

namespace OfficerBot.Tests.Storage;

/// <summary>One writer, many to a commit, each failing alone; readers beside it.</summary>
public class StoreTests
{
    [Fact]
    public async Task Nobody_is_answered_before_the_commit_of_the_whole_batch()
    {
        using var folder = new TempFolder();
        await using var store = Open(folder);
        using var gate = new ManualResetEventSlim();
        using var last = new ManualResetEventSlim();
        var started = new TaskCompletionSource();
        var opener = Blocked(store, gate);
        var quick = store.WriteAsync(s => s.Dedupe.IsFirst("c", "v", "m", Samples.Morning), default);
        var slow = store.WriteAsync(
            _ =>
            {
                started.SetResult();
                last.Wait();
                return 0;
            },
            default);
        gate.Set();
        await started.Task;

        quick.IsCompleted.Should().BeFalse("its rows are written, but not yet on the disk");
        store.Read(s => s.Settings.Find("none")).Should().BeNull("readers are not held up");

        last.Set();
        (await quick).Should().BeTrue();
        await Task.WhenAll(opener, slow);
    }

    [Fact]
    public async Task When_the_writer_itself_fails_nobody_waits_for_ever_and_the_store_says_that_it_stopped()
    {
        using var folder = new TempFolder();
        using var meter = new Meter(nameof(StoreTests));
        using var listener = new MeterListener();
        listener.SetMeasurementEventCallback<long>((_, _, _, _) => throw new InvalidOperationException("in the middle of dealing with a failure"));
        await using var store = SqliteStore.Open(new(folder.Of("officerbot.db"), Samples.ReadNotice) { Meter = meter });
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter == meter && instrument.Name == "officerbot.store.failures")
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.Start();
        using var gate = new ManualResetEventSlim();
        var opener = Blocked(store, gate);
        var failing = store.WriteAsync<int>(_ => throw new StoreUnavailableException(UnavailableReason.Io, "x"), default);
        var behind = store.WriteAsync(_ => 1, default);
        gate.Set();

        var stopped = await store.Stopped.WaitAsync(TimeSpan.FromSeconds(30));
        stopped.Reason.Should().Be(UnavailableReason.Stopped);
        foreach (var asked in new Task[] { opener, failing, behind, store.WriteAsync(_ => 1, default) })
        {
            await asked.WaitAsync(TimeSpan.FromSeconds(30)).Invoking(a => a).Should().ThrowAsync<StoreUnavailableException>();
        }
    }

    [Fact]
    public async Task What_queued_up_behind_a_commit_shares_commits()
    {
        using var folder = new TempFolder();
        await using var store = Open(folder);
        using var gate = new ManualResetEventSlim();
        var opener = Blocked(store, gate);
        var jobs = Enumerable.Range(0, 200).Select(i => store.WriteAsync(s => s.Dedupe.IsFirst("c", "v", $"m{i}", Samples.Morning), default)).ToList();
        var before = store.Commits;
        gate.Set();

        await Task.WhenAll([opener, .. jobs]);

        (store.Commits - before).Should().Be(17, "201 jobs at 12 a commit");
    }

    [Fact]
    public async Task A_failing_job_leaves_nothing_and_spoils_no_other()
    {
        using var folder = new TempFolder();
        await using var store = Open(folder);
        var cast = await store.WriteAsync(s => Samples.Fill(s.Ledger(Samples.Group)), default);
        using var gate = new ManualResetEventSlim();
        var opener = Blocked(store, gate);
        var before = store.WriteAsync(s => s.Ledger(Samples.Group).Leads.Add(Samples.Lead(cast, "之前")), default);
        var failing = store.WriteAsync<int>(
            s =>
            {
                var books = s.Ledger(Samples.Group);
                books.Leads.Add(Samples.Lead(cast, "不留"));
                books.RosterChanges.AddUnit("不留镇", "镇", [], [], Samples.Morning);
                books.Roster.Units.Should().HaveCount(3, "a turn sees what it wrote");
                throw new InvalidTimeZoneException("this turn fails");
            },
            default);
        var after = store.WriteAsync(
            s => (Lead: s.Ledger(Samples.Group).Leads.Add(Samples.Lead(cast, "之后")), Units: s.Ledger(Samples.Group).Roster.Units.Count), default);
        gate.Set();

        await opener;
        await failing.Invoking(t => t).Should().ThrowAsync<InvalidTimeZoneException>();
        (await before).Number.Sequence.Should().Be(1);
        (await after).Should().Match<(Lead Lead, int Units)>(a => a.Lead.Number.Sequence == 2 && a.Units == 2);
        store.Read(s => s.Ledger(Samples.Group).Leads.Count(new LeadQuery())).Should().Be(2);
    }

    [Fact]
    public async Task A_job_cancelled_before_its_turn_is_not_begun()
    {
        using var folder = new TempFolder();
        await using var store = Open(folder);
        using var gate = new ManualResetEventSlim();
        using var cancel = new CancellationTokenSource();
        var opener = Blocked(store, gate);
        var job = store.WriteAsync(s => s.Dedupe.IsFirst("c", "v", "m", Samples.Morning), cancel.Token);
        await cancel.CancelAsync();
        gate.Set();

        await opener;
        await job.Invoking(t => t).Should().ThrowAsync<OperationCanceledException>();
        (await store.WriteAsync(s => s.Dedupe.IsFirst("c", "v", "m", Samples.Morning), default)).Should().BeTrue();
    }

    [Fact]
    public async Task A_reader_keeps_its_snapshot_while_the_writer_goes_on()
    {
        using var folder = new TempFolder();
        await using var store = Open(folder);
        await store.WriteAsync(Put("1"), default);
        using var read = new ManualResetEventSlim();
        using var written = new ManualResetEventSlim();
        var reader = Task.Run(() => store.Read(s =>
        {
            var first = s.Settings.Find("n");
            read.Set();
            written.Wait();
            return (first, s.Settings.Find("n"));
        }));
        read.Wait();

        await store.WriteAsync(Put("2"), default);
        written.Set();

        (await reader).Should().Be(("1", "1"));
        store.Read(s => s.Settings.Find("n")).Should().Be("2");
    }

    [Fact]
    public async Task Readers_see_a_changed_roster_and_a_new_notice_at_once()
    {
        using var folder = new TempFolder();
        await using var store = Open(folder);
        for (var round = 1; round <= 3; round++)
        {
            var text = $"第{round}版";
            await store.WriteAsync(s => s.Notices.Store(Samples.Group, text, Samples.Morning), default);
            await store.WriteAsync(s => s.Ledger(Samples.Group).RosterChanges.AddUnit(text, "镇", [], [], Samples.Morning), default);

            store.Read(s => (s.Ledger(Samples.Group).Notice.Title, s.Ledger(Samples.Group).Notice.Revision)).Should().Be((text, round));
            store.Read(s => s.Ledger(Samples.Group).Roster.Units[^1].Name).Should().Be(text);
        }
    }

    [Fact]
    public async Task Every_writing_member_of_a_read_only_session_throws()
    {
        using var folder = new TempFolder();
        await using var store = Open(folder);
        var cast = await store.WriteAsync(s => Samples.Fill(s.Ledger(Samples.Group)), default);

        store.Read(s =>
        {
            var books = s.Ledger(Samples.Group);
            Action[] writes =
            [
                () => books.Leads.Add(Samples.Lead(cast, "不可")),
                () => books.Filings.Add(Samples.Filing(cast, OfficerBot.Domain.Filings.FilingKind.Zero)),
                () => books.RosterChanges.Remove(cast.Officer.Id, null, Samples.Morning),
                () => books.Audit(null, "contact.phone", "1", Samples.Morning),
                () => s.Settings.Set("n", "1"),
                () => s.Dedupe.IsFirst("c", "v", "m", Samples.Morning),
            ];
            writes.Should().AllSatisfy(write => write.Should().Throw<InvalidOperationException>());
            return 0;
        });
    }

    [Fact]
    public async Task What_was_written_is_there_after_a_restart()
    {
        using var folder = new TempFolder();
        var options = new StoreOptions(folder.Of("deep/officerbot.db"), Samples.ReadNotice);
        await using (var store = SqliteStore.Open(options))
        {
            var cast = await store.WriteAsync(s => Samples.Fill(s.Ledger(Samples.Group)), default);
            await store.WriteAsync(s => s.Ledger(Samples.Group).Leads.Add(Samples.Lead(cast, "留下")), default);
        }

        await using var again = SqliteStore.Open(options);
        again.Read(s => s.Ledger(Samples.Group).Leads.Find(new LeadQuery())).Should().ContainSingle().Which.Text.Should().Be("留下");
    }

    private static SqliteStore Open(TempFolder folder) => SqliteStore.Open(new(folder.Of("officerbot.db"), Samples.ReadNotice));

    private static Task<int> Blocked(SqliteStore store, ManualResetEventSlim gate) => store.WriteAsync(
        _ =>
        {
            gate.Wait();
            return 0;
        },
        default);

    private static Func<WriteSession, int> Put(string value) => s =>
    {
        s.Settings.Set("n", value);
        return 0;
    };
}
