using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace OfficerBot.Benchmarks;

/// <summary>The published program as a process, asked over HTTP.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _http;

    private RunningService(Process process, HttpClient http) => (_process, _http) = (process, http);

    /// <summary>From the process's start to its first 200, in milliseconds.</summary>
    public double ReadyAfter { get; private init; }

    /// <summary>Resident memory now, in MB.</summary>
    public double Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => _http.BaseAddress!; // set when it was started

    /// <summary>Processor time used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts the program on a folder of data.</summary>
    /// <param name="settings">Further settings as arguments.</param>
    public static Task<RunningService> StartAsync(string program, string data, params string[] settings)
    {
        Directory.CreateDirectory(data);
        return StartAsync(address => [program, "--Urls", address, "--Storage:Path", Path.Combine(data, "officerbot.db"), "--RateLimits:Enabled", "false", .. settings]);
    }

    /// <summary>Starts another program that answers at its root when it is ready.</summary>
    /// <param name="arguments">The program and its arguments, given the address it is to listen at.</param>
    public static async Task<RunningService> StartAsync(Func<string, string[]> arguments)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var http = new HttpClient { BaseAddress = new Uri(address) };
        var watch = Stopwatch.StartNew();
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments(address)) { RedirectStandardOutput = true })!; // no shell is used, so a process is given
        while (!await AnswersAsync(http))
        {
            ObjectDisposedException.ThrowIf(process.HasExited, process);
        }

        return new(process, http) { ReadyAfter = watch.Elapsed.TotalMilliseconds };
    }

    /// <summary>The mean of one of the service's histograms so far, in its own unit.</summary>
    public async Task<double> MeanAsync(string histogram)
    {
        var page = (await _http.GetStringAsync("/metrics")).Split('\n');
        return Value("_sum") / Value("_count");

        double Value(string suffix) => page.Where(l => l.StartsWith(histogram + suffix, StringComparison.Ordinal))
            .Sum(l => double.Parse(l.AsSpan(l.LastIndexOf(' ') + 1), CultureInfo.InvariantCulture));
    }

    /// <summary>Sits down in the private room of somebody of the sample.</summary>
    public async Task<Seat> SitAsync(string person)
    {
        using var answer = await _http.PostAsJsonAsync("/sample/sit", new { person, room = "private" });
        var seat = (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>())!; // a success has a body
        return new((string)seat["token"]!, (string)seat["userId"]!, (string)seat["conversationId"]!); // as do its members
    }

    /// <summary>Says something. The answer lies in the log when this returns.</summary>
    /// <returns>Milliseconds.</returns>
    public async Task<double> SayAsync(Seat seat, string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{seat.Conversation}/activities");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", seat.Token);
        request.Content = JsonContent.Create(new { type = "message", from = new { id = seat.User }, text });
        var watch = Stopwatch.StartNew();
        using var answer = await _http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>The newest message of a room.</summary>
    public async Task<string> NewestAsync(Seat seat)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v3/directline/conversations/{seat.Conversation}/activities");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", seat.Token);
        using var answer = await _http.SendAsync(request);
        var set = await answer.Content.ReadFromJsonAsync<JsonObject>();
        return (string?)set!["activities"]!.AsArray()[^1]!["text"] ?? ""; // there is at least what was just said
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        using var stop = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync("/");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>A place in a room.</summary>
internal sealed record Seat(string Token, string User, string Conversation);
