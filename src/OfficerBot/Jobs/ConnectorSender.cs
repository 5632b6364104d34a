using NodaTime;
using OfficerBot.Domain.People;
using OfficerBot.Doors;
using OfficerBot.Protocol;
using OfficerBot.Protocol.Connector;
using OfficerBot.Storage;

namespace OfficerBot.Jobs;

/// <summary>
/// Posts what waits for channels to their service addresses: woken by the commit that left it, in order per chat, many chats at once. The rows are the
/// truth: a chat's queue is what was just committed, or what the store says after a start. A message that has to wait holds back its chat alone.
/// </summary>
internal sealed partial class ConnectorSender : IHostedService, IDisposable
{
    private const int MostAtOnce = 48;

    /// <summary>Of one chat before others have their turn.</summary>
    private const int MostInTurn = 16;

    private static readonly TimeSpan GraceAtEnd = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(5);

    private readonly ConnectorLanes _lanes = new();
    private readonly ConnectorReady _ready;
    private readonly ConnectorBusy _busy = new();
    private readonly CancellationTokenSource _stopping = new(); // no new message
    private readonly CancellationTokenSource _cutting = new(); // nor the one under way
    private readonly SqliteStore _store;
    private readonly ConnectorPost _post;
    private readonly ConnectorMarks _marks;
    private readonly ConnectorSettings _settings;
    private readonly TimeProvider _machine;
    private readonly ConnectorMeter _meter;
    private readonly ILogger<ConnectorSender> _log;
    private Task _working = Task.CompletedTask;
    private Task _marking = Task.CompletedTask;

    public ConnectorSender(
        SqliteStore store, ConnectorClient client, ConnectorSettings settings, TimeProvider machine, ConnectorMeter meter, LostMessages lost, ILoggerFactory logs)
    {
        _store = store;
        _post = new ConnectorPost(client, store);
        _marks = new ConnectorMarks(store, machine, _busy, lost, logs.CreateLogger<ConnectorMarks>());
        _ready = new ConnectorReady(machine, _busy, meter);
        _settings = settings;
        _machine = machine;
        _meter = meter;
        _log = logs.CreateLogger<ConnectorSender>();
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _store.Departed = Take;
        _marking = Task.Run(() => _marks.RunAsync(CancellationToken.None), CancellationToken.None);
        _working = Task.WhenAll(Enumerable.Range(0, MostAtOnce).Select(_ => Task.Run(WorkAsync, CancellationToken.None)));
        foreach (var chat in _store.Read(s => s.Outbox.WaitingChats(DirectLineWriter.Channel)))
        {
            _ready.Resume(_lanes.Of(chat), _store.Read(s => s.Outbox.RestsUntil(chat)));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _store.Departed = null; // the rows stay
        await _stopping.CancelAsync();
        _ready.Complete();
        _cutting.CancelAfter(GraceAtEnd);
        await _working;
        _marks.Close();
        await _marking.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Done when nothing is on its way any more: sent and marked, given up, or resting until a later machine time.</summary>
    public Task SettledAsync() => _busy.IdleAsync();

    /// <inheritdoc/>
    public void Dispose()
    {
        _lanes.Dispose();
        _stopping.Dispose();
        _cutting.Dispose();
    }

    // On the thread that waits for the disk: what is taken here is in the books for good.
    private void Take(Departures departures)
    {
        foreach (var reference in departures.References)
        {
            _lanes.Of(reference.Chat).News = reference;
        }

        foreach (var message in departures.Messages)
        {
            var lane = _lanes.Of(message.Chat);
            _ready.Begin(lane, lane.Add(message));
        }

        _lanes.ForgetIdle();
    }

    private async Task WorkAsync()
    {
        await foreach (var lane in _ready.ReadAllAsync())
        {
            try
            {
                await DrainAsync(lane);
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                // the rows are still there after the next start
            }
            catch (Exception e)
            {
                SendingFailed(lane.Chat.Value, LoggedCause.Of(e)); // one of the four edges: outbound send
                _ready.Rest(lane, AfterFault);
            }
        }
    }

    private async Task DrainAsync(ConnectorLane lane)
    {
        for (var i = 0; i < MostInTurn; i++)
        {
            if (_stopping.IsCancellationRequested)
            {
                return;
            }

            if (lane.Head(_store) is not { } message)
            {
                _busy.End();
                return;
            }

            if (!await TryAsync(lane, message))
            {
                return;
            }
        }

        _ready.Again(lane);
    }

    /// <summary>Tries the head. False when the lane rests.</summary>
    private async Task<bool> TryAsync(ConnectorLane lane, PendingMessage message)
    {
        var tries = lane.Tries ??= new ConnectorTries(_machine.GetUtcNow());
        var (answer, id) = await _post.SendAsync(lane, message, _cutting.Token);
        switch (tries.After(answer, _machine.GetUtcNow()))
        {
            case ConnectorVerdict.Sent:
                _meter.Sent(lane.Channel);
                await SettleAsync(lane, message, tries, answer, id, isDead: false);
                return true;
            case ConnectorVerdict.Again { Wait: var wait }:
                _meter.Retried(lane.Channel);
                LogRetry(message.Id, answer, wait);
                await _marks.KeepRestAsync(message, tries.Count, wait, _cutting.Token);
                return !_ready.Rest(lane, wait);
            case ConnectorVerdict.Moved:
                await MoveAsync(lane);
                return true;
            case ConnectorVerdict.Failed { IsDead: var isDead, Rest: var rest }:
                _meter.Failed(lane.Channel);
                GivenUp(message.Id, lane.Chat.Value, answer.Outcome, answer.Status, answer.Error, tries.Count, answer.Correlation);
                await SettleAsync(lane, message, tries, answer, null, isDead);
                return !_ready.Rest(lane, rest);
            default:
                throw new InvalidOperationException("A verdict is one of four.");
        }
    }

    private async ValueTask SettleAsync(ConnectorLane lane, PendingMessage message, ConnectorTries tries, ConnectorAnswer answer, string? id, bool isDead)
    {
        if (isDead)
        {
            lane.IsDead = true;
            ChatIsDead(lane.Chat.Value);
        }

        var isSent = answer.Outcome == ConnectorOutcome.Taken;
        if (isSent && message.Card is { } card && id is not null)
        {
            lane.Remember(card, id);
        }

        var mark = new ConnectorMark(message.Id, lane.Chat, isSent, id, tries.Count, isDead, Instant.FromDateTimeOffset(_machine.GetUtcNow()))
        {
            Outcome = answer.Outcome, Status = answer.Status, Error = answer.Error,
        };
        await _marks.PutAsync(mark, _cutting.Token);
        lane.Next();
    }

    private async Task MoveAsync(ConnectorLane lane)
    {
        var moved = lane.Reference(_store)!.At(_settings.GovernmentCloud); // it has just been sent by it
        lane.Replace(ConnectorReference.Parse(moved));
        await _store.WriteAsync(s => s.Chats.KeepReference(lane.Chat, moved), _cutting.Token);
    }

    private void LogRetry(long row, ConnectorAnswer answer, TimeSpan wait)
    {
        if (answer.Outcome == ConnectorOutcome.Ambiguous)
        {
            Doubtful(row, wait.TotalSeconds);
            return;
        }

        TriedAgain(row, answer.Outcome, answer.Status, answer.Error, wait.TotalSeconds, answer.Correlation);
    }

    [LoggerMessage(211, LogLevel.Information, "Message {Row} is tried again in {Seconds} s: {Outcome}, HTTP {Status} {Error}. Service ids: {Correlation}")]
    private partial void TriedAgain(long row, ConnectorOutcome outcome, int status, string? error, double seconds, string? correlation);

    [LoggerMessage(212, LogLevel.Warning, "Message {Row} may have arrived or not: the line broke after it was sent. It is sent once more in {Seconds} s, with the same content.")]
    private partial void Doubtful(long row, double seconds);

    [LoggerMessage(213, LogLevel.Error, "Message {Row} to chat {Chat} is given up: {Outcome}, HTTP {Status} {Error}, {Tries} tries. Service ids: {Correlation}")]
    private partial void GivenUp(long row, long chat, ConnectorOutcome outcome, int status, string? error, int tries, string? correlation);

    [LoggerMessage(214, LogLevel.Warning, "Nothing can be written into chat {Chat} any more, until somebody writes in it.")]
    private partial void ChatIsDead(long chat);

    [LoggerMessage(215, LogLevel.Error, "Sending to chat {Chat} failed; it is tried again. {Cause}")]
    private partial void SendingFailed(long chat, string cause);
}
