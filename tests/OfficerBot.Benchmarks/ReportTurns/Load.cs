using System.Diagnostics;
using System.Net.Http.Headers;

namespace OfficerBot.Benchmarks.ReportTurns;

/// <summary>Posts turns at one address.</summary>
internal sealed class Load(Uri address, FakeChannel channel, string[] tokens) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = address };
    private int _next;
    private int _errors;
    private string _lastError = "nothing";

    /// <summary>Answers that were not 2xx, and requests that failed.</summary>
    public int Errors => Volatile.Read(ref _errors);

    /// <summary>Closed loop: each connection posts its next turn when the last was answered. Ends when every reply has come.</summary>
    /// <returns>Turns a second, replies included.</returns>
    public async Task<double> FlatOutAsync(int connections, int turns)
    {
        var bodies = Bodies(turns);
        var replies = channel.Replies;
        var next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            int i;
            while ((i = Interlocked.Increment(ref next)) < turns)
            {
                await PostAsync(bodies[i]);
            }
        }));
        await RepliesAsync(replies + turns);
        return turns / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Open loop: a turn is due at fixed moments, whether or not the earlier ones were answered; its time counts from that moment.</summary>
    /// <returns>Milliseconds of each.</returns>
    public async Task<double[]> AtRateAsync(int perSecond, int turns)
    {
        var replies = channel.Replies;
        var times = new double[turns];
        var open = new List<Task>();
        var watch = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        for (var i = 0; i < turns; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / perSecond);
            while (watch.Elapsed < due)
            {
                await timer.WaitForNextTickAsync();
            }

            open.Add(TimedAsync(i, due));
            if (open.Count > 1000)
            {
                open.RemoveAll(t => t.IsCompletedSuccessfully);
            }
        }

        await Task.WhenAll(open);
        await RepliesAsync(replies + turns);
        return times;

        async Task TimedAsync(int i, TimeSpan due)
        {
            await PostAsync(Bodies(1)[0]);
            times[i] = (watch.Elapsed - due).TotalMilliseconds;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private (byte[] Body, string Token)[] Bodies(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => _next++).Select(n => (Turns.Body(n, channel.Root + "/", ChannelKeys.App), tokens[n % tokens.Length]))];

    private async Task PostAsync((byte[] Body, string Token) turn)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new ByteArrayContent(turn.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", turn.Token);
        try
        {
            using var answer = await _http.SendAsync(request);
            if (!answer.IsSuccessStatusCode)
            {
                Fail(answer.StatusCode.ToString());
            }
        }
        catch (HttpRequestException e)
        {
            Fail(e.HttpRequestError.ToString());
        }
    }

    private void Fail(string why)
    {
        Interlocked.Increment(ref _errors);
        _lastError = why;
    }

    private async Task RepliesAsync(int wanted)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        while (channel.Replies < wanted)
        {
            if (limit.IsCancellationRequested)
            {
                throw new InvalidOperationException($"{wanted - channel.Replies} replies never came; {Errors} turns were refused or failed, the last with {_lastError}.");
            }

            await timer.WaitForNextTickAsync();
        }
    }
}
