using System.Text;
using OfficerBot.Conversation.Roster;
using OfficerBot.Scenarios.Office;

namespace OfficerBot.Scenarios.Operating;

/// <summary>A table that takes long to read holds up its sender and nobody else.</summary>
public sealed class SlowSheetTests
{
    private static readonly (string, string, byte[]) Sheet = ("名单.csv", "text/csv", Encoding.UTF8.GetBytes("单位,姓名\n白沙镇,周晓燕\n"));

    [Fact]
    public async Task Others_are_answered_while_a_table_is_read_and_the_turn_uses_what_was_read()
    {
        using var tables = new SlowTables();
        await using var office = await OfficeUnderTest.OpenAsync(new() { Replace = s => s.AddSingleton<IReadTables>(tables) });
        var liaison = await office.SitAsync("刘艺超", inGroup: false);
        var officer = await office.SitAsync("周晓燕", inGroup: false);
        await liaison.OpenAsync();
        var sending = liaison.SayAsync("更新通讯录", Sheet);
        await tables.Begun;

        (await officer.SayAsync("我还欠什么")).Replies.Should().NotBeEmpty("the writer waits for no table");
        sending.IsCompleted.Should().BeFalse();
        tables.GoOn();
        (await sending).Replies.Should().Contain(r => r.Reply == "table_unreadable" && r.Values.Contains("file_encrypted"), "that is what reading it gave");
        tables.Count.Should().Be(1);
    }

    [Fact]
    public async Task Nothing_is_read_for_who_may_not_import()
    {
        using var tables = new SlowTables();
        tables.GoOn();
        await using var office = await OfficeUnderTest.OpenAsync(new() { Replace = s => s.AddSingleton<IReadTables>(tables) });
        var officer = await office.SitAsync("周晓燕", inGroup: false);
        (await officer.SayAsync("更新通讯录", Sheet)).Names.Should().Contain("file_not_read");
        tables.Count.Should().Be(0);
    }

    /// <summary>Reads until it is told to go on, and then finds a password in the way.</summary>
    private sealed class SlowTables : IReadTables, IDisposable
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _goOn = new();
        private int _count;

        public Task Begun => _begun.Task;

        public int Count => Volatile.Read(ref _count);

        public void GoOn() => _goOn.Set();

        public TableRead Read(byte[] file, string name)
        {
            Interlocked.Increment(ref _count);
            _begun.TrySetResult();
            _goOn.Wait();
            return new TableRead.Refused(TableRefusal.Encrypted);
        }

        public void Dispose() => _goOn.Dispose();
    }
}
