using OfficerBot.Domain.People;
using OfficerBot.Storage;
using OfficerBot.Storage.Rows;

namespace OfficerBot.Tests.Storage;

public sealed class DeparturesTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly List<Departures> _told = [];
    private SqliteStore _store = null!; // opened before each test
    private ChatId _chat;

    public async Task InitializeAsync()
    {
        _store = SqliteStore.Open(new StoreOptions(_folder.Of("o.db"), (_, _) => throw new InvalidOperationException("no notice is read here")));
        _chat = (await _store.WriteAsync(s => s.Chats.FindOrCreate("msteams", "c", false, null, true, Samples.Morning), default)).Id;
        _store.Departed = _told.Add;
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_commit_tells_what_it_left_to_be_sent_before_anybody_is_answered()
    {
        var id = await _store.WriteAsync(s => s.Outbox.Add(Message("k1")), default);
        _told.Should().ContainSingle().Which.Messages.Should().Equal(new PendingMessage(id!.Value, _chat, null, "{}"));
    }

    [Fact]
    public async Task What_a_job_left_that_failed_is_not_told_and_the_job_beside_it_is()
    {
        var gate = new TaskCompletionSource();
        var first = _store.WriteAsync(s => Wait(gate), default);
        var failing = _store.WriteAsync<long?>(
            s =>
            {
                s.Outbox.Add(Message("k1"));
                s.Chats.KeepReference(_chat, "{\"x\":1}");
                throw new InvalidDataException();
            },
            default);
        var whole = _store.WriteAsync(s => s.Outbox.Add(Message("k2")), default);
        gate.SetResult();
        await first;
        await failing.Invoking(f => f).Should().ThrowAsync<InvalidDataException>();
        var id = await whole;
        _told.SelectMany(d => d.Messages).Select(m => m.Id).Should().Equal(id!.Value);
        _told.SelectMany(d => d.References).Should().BeEmpty();
    }

    [Fact]
    public async Task What_was_settled_where_it_was_made_or_was_there_before_is_not_told()
    {
        await _store.WriteAsync(
            s =>
            {
                s.Outbox.Sent(s.Outbox.Add(Message("k1")).GetValueOrDefault(), null, Samples.Morning);
                s.Outbox.Add(Message("k2"), sentAs: "a");
                return 0;
            },
            default);
        await _store.WriteAsync(s => s.Outbox.Add(Message("k1")), default);
        _told.Should().BeEmpty();
    }

    [Fact]
    public async Task The_way_to_a_chat_is_told_when_it_is_new_changed_lost_or_open_again()
    {
        await Come("{\"a\":1}");
        await Come("{\"a\":1}");
        await Come("{\"a\":2}");
        await _store.WriteAsync(s => Do(() => s.Chats.SetReachable(_chat, false)), default);
        await Come("{\"a\":2}");
        await _store.WriteAsync(s => Do(() => s.Chats.Lose(_chat)), default);
        _told.SelectMany(d => d.References).Select(r => r.Json).Should().Equal("{\"a\":1}", "{\"a\":2}", "{\"a\":2}", null);
    }

    private Task<Chat> Come(string reference) =>
        _store.WriteAsync(s => s.Chats.FindOrCreate("msteams", "c", false, null, true, Samples.Morning, reference), default);

    private static int Do(Action action)
    {
        action();
        return 0;
    }

    // Holds the writer, so that the jobs behind it come into one transaction.
    private static int Wait(TaskCompletionSource gate)
    {
        gate.Task.GetAwaiter().GetResult();
        return 0;
    }

    private NewOutgoing Message(string key) => new(Samples.Group, key, null, _chat, "r", "{}", "zh", "{}", Samples.Morning);
}
