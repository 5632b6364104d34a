using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace OfficerBot.Scenarios.Fuzz;

/// <summary>Sends inputs one after the other from several hands, and judges what comes of each.</summary>
internal sealed class FuzzRun(FuzzWorld world, int seed) : IDisposable
{
    private const int Hands = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<string> _wrong = new();
    private readonly ConcurrentDictionary<string, int> _answers = new();
    private readonly ConcurrentBag<(TimeSpan Took, string What)> _slow = [];
    private readonly ActivityInputs _activities = new(world);
    private readonly TokenInputs _tokens = new(world);
    private readonly UploadInputs _uploads = new(world);
    private readonly HttpClient _http = new(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8, AllowAutoRedirect = false, UseCookies = false }) { Timeout = Patience };
    private SheetInputs Sheets => new(_uploads);

    /// <summary>How long one answer may take.</summary>
    public required TimeSpan Limit { get; init; }

    /// <summary>What must not have happened, each with the number that makes it again.</summary>
    public IReadOnlyCollection<string> Wrong => _wrong;

    /// <summary>How often each kind was answered how.</summary>
    public IReadOnlyDictionary<string, int> Answers => _answers;

    /// <summary>The slowest answers, slowest first.</summary>
    public IReadOnlyList<(TimeSpan Took, string What)> Slowest => [.. _slow.OrderByDescending(s => s.Took).Take(5)];

    /// <summary>Sends the inputs of these numbers.</summary>
    public Task SendAsync(int from, int count) => Parallel.ForEachAsync(
        Enumerable.Range(from, count), new ParallelOptions { MaxDegreeOfParallelism = Hands }, async (n, cancel) => await JudgeAsync(n, cancel));

    public void Dispose() => _http.Dispose();

    private FuzzInput Make(int number, string id)
    {
        var chance = new Chance(seed, number);
        return chance.Below(20) switch
        {
            < 6 => _activities.ForChannel(chance, id),
            < 9 => _activities.ForDirectLine(chance, id),
            < 13 => _tokens.Make(chance, id),
            < 16 => _uploads.Make(chance, id),
            _ => Sheets.Make(chance, id),
        };
    }

    // What took long on a machine that others use too is only slow when it is slow each time.
    private async Task JudgeAsync(int number, CancellationToken cancel)
    {
        var input = Make(number, $"{seed}-{number}");
        var (status, took) = await SendAsync(input, number, cancel);
        for (var again = 0; took > Limit && again < 3; again++)
        {
            took = TimeSpan.FromTicks(Math.Min(took.Ticks, (await SendAsync(Make(number, $"{seed}-{number}-{again}"), number, cancel)).Took.Ticks));
        }

        _answers.AddOrUpdate($"{input.Kind} {status}", 1, (_, n) => n + 1);
        _slow.Add((took, $"{number} {input}"));
        if (took > Limit)
        {
            _wrong.Enqueue($"{number} took {took.TotalMilliseconds:0} ms each time. {input}");
        }
    }

    private async Task<(string Status, TimeSpan Took)> SendAsync(FuzzInput input, int number, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            using var request = input.Request(world.Service.Root);
            using var answer = await _http.SendAsync(request, cancel);
            var text = await answer.Content.ReadAsStringAsync(cancel);
            var status = (int)answer.StatusCode;
            if ((status >= 500 && !IsUnknownInvoke(input, status)) || (input.MustBeRefused && status < 400))
            {
                _wrong.Enqueue($"{number} was answered {status}. {input}");
            }

            return ($"{status}{CodeIn(text)}", watch.Elapsed);
        }
        catch (HttpRequestException e) when (IsCutOff(input))
        {
            return ($"cut off ({e.HttpRequestError})", watch.Elapsed); // too big, and told so before it was all sent
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            _wrong.Enqueue($"{number} was not answered: {e.GetType().Name} {e.Message} {e.InnerException?.Message}. {input}");
            return ("none", watch.Elapsed);
        }
    }

    // {"error":{"code":"BadSyntax", …
    private static string CodeIn(string text) =>
        text.Split('"') is ["{", "error", _, "code", _, { Length: < 40 } code, ..] ? $" {code}" : "";

    private static bool IsCutOff(FuzzInput input) => input.Body.Length > 200_000 || input.Headers.Sum(h => h.Value.Length) > 30_000;

    // The one answer above 500 that the protocol asks for.
    private static bool IsUnknownInvoke(FuzzInput input, int status) => status == 501 && input.Kind == "activity";
}
