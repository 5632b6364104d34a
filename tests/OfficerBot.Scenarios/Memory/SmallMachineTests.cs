using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using OfficerBot.Scenarios.Campaigns;
using OfficerBot.Scenarios.Kills;
using Xunit.Abstractions;

namespace OfficerBot.Scenarios.Memory;

/// <summary>
/// The service as deploy/systemd starts it, on a machine that has 256 MiB for it: the heap gets the share that is set there, and what the process cannot give
/// back stays below. Twenty messages a second, twice the busiest minute of 600 officers; the liaison sends pictures and large files, and exports.
/// </summary>
[Trait(Campaign.Trait, "memory")]
public sealed class SmallMachineTests(ITestOutputHelper output) : IDisposable
{
    private const long Machine = 256L * 1024 * 1024;

    /// <summary>More do not go into one mail.</summary>
    private const int MostPictures = 20;

    private static readonly string[] People = ["周晓燕", "王建军", "肖雅琴", "黄拥军", "易娟"];
    private static readonly string[] Asks = ["我还欠什么", "今天谁还没报", "预览", "几点截止", "本周线索"];

    private readonly string _folder = Directory.CreateTempSubdirectory("officerbot-memory-").FullName;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };

    public void Dispose()
    {
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_days_work_fits_into_256_MiB()
    {
        var shipped = Shipped();
        var environment = shipped.Where(s => s.Key != "DOTNET_GCHeapHardLimitPercent").ToDictionary();
        var percent = Convert.ToInt64(shipped["DOTNET_GCHeapHardLimitPercent"], 16);
        environment["DOTNET_GCHeapHardLimit"] = $"0x{Machine * percent / 100:X}"; // the share as it would be there
        using var service = await ChildService.StartAsync("OfficerBot.dll", _folder, environment);
        using var end = new CancellationTokenSource();
        var watching = PeakAsync(service.Id, end.Token);
        var time = TimeSpan.FromSeconds(Campaign.Size(15));
        var work = Task.WhenAll([.. People.Select(p => ReportAsync(service.Root, p, time)), SendFilesAsync(service.Root, "刘艺超", time)]);
        await work.ContinueWith(_ => end.Cancel(), TaskScheduler.Default);
        var (code, words) = await service.StopAsync();
        work.Exception.Should().BeNull($"what it wrote last was: {words[^Math.Min(words.Length, 3000)..]}");
        var counts = await work;

        var peak = await watching;
        Campaign.Tell(output, $"memory: {time.TotalSeconds:0} s, {counts.Sum()} messages answered, at most {peak / 1e6:0} MB that cannot be given back, of {Machine / 1e6:0}");
        code.Should().Be(0);
        words.Should().NotContain("OutOfMemory").And.NotContain(" ERR ");
        peak.Should().BeLessThan(Machine * 95 / 100, "pages of code need room, too");
    }

    // What the unit file sets about memory.
    private static Dictionary<string, string> Shipped() => File.ReadLines(Path.Combine(Root(), "deploy", "systemd", "officerbot.service"))
        .Where(l => l.StartsWith("Environment=", StringComparison.Ordinal))
        .SelectMany(l => l["Environment=".Length..].Split(' ')).Select(v => v.Split('=', 2))
        .Where(v => v[0].StartsWith("DOTNET_GC", StringComparison.Ordinal) || v[0].StartsWith("MALLOC", StringComparison.Ordinal))
        .ToDictionary(v => v[0], v => v[1]);

    private static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at!.FullName, "OfficerBot.sln"))) // run inside the repository
        {
            at = at.Parent;
        }

        return at.FullName;
    }

    private static async Task<long> PeakAsync(int process, CancellationToken end)
    {
        var peak = 0L;
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!end.IsCancellationRequested)
        {
            var kept = File.ReadLines($"/proc/{process}/status").Where(l => l.StartsWith("RssAnon:", StringComparison.Ordinal) || l.StartsWith("RssShmem:", StringComparison.Ordinal))
                .Sum(l => long.Parse(l.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024);
            peak = Math.Max(peak, kept);
            await looks.WaitForNextTickAsync(CancellationToken.None);
        }

        return peak;
    }

    private Task<int> ReportAsync(Uri root, string person, TimeSpan time) => PacedAsync(root, person, time, TimeSpan.FromMilliseconds(250), async (seat, n) =>
    {
        await PostAsync(root, seat, n % 3 == 0 ? Asks[n % Asks.Length] : $"组织志愿者清理渡口码头垃圾{n}吨，出动{n % 90}人");
        return 1;
    });

    private Task<int> SendFilesAsync(Uri root, string person, TimeSpan time) => PacedAsync(root, person, time, TimeSpan.FromSeconds(1), async (seat, n) =>
    {
        var hasPicture = n <= MostPictures;
        if (hasPicture)
        {
            await PostAsync(root, seat, $"清理河道垃圾{n}吨，附图", FileOf([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], 300_000, n));
        }

        await PostAsync(root, seat, "", FileOf("%PDF-"u8, 9_000_000, -n));
        await PostAsync(root, seat, "导出本周线索");
        await PostAsync(root, seat, "导出通讯录");
        return hasPicture ? 4 : 3;
    });

    /// <summary>Lets one person act at a pace, the nth time from 1, until the time is over. Gives the sum of the messages sent.</summary>
    private async Task<int> PacedAsync(Uri root, string person, TimeSpan time, TimeSpan every, Func<(string Conversation, string Token), int, Task<int>> act)
    {
        var seat = await SitAsync(root, person);
        var watch = Stopwatch.StartNew();
        var sent = 0;
        using var pace = new PeriodicTimer(every);
        for (var n = 1; watch.Elapsed < time; n++)
        {
            await pace.WaitForNextTickAsync();
            sent += await act(seat, n);
        }

        return sent;
    }

    private static byte[] FileOf(ReadOnlySpan<byte> start, int length, int number)
    {
        var bytes = new byte[length];
        new Random(number).NextBytes(bytes);
        start.CopyTo(bytes);
        return bytes;
    }

    private async Task<(string Conversation, string Token)> SitAsync(Uri root, string person)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(root, "sample/sit"), new { person, room = "private" });
        var seat = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        return (seat.GetProperty("conversationId").GetString()!, seat.GetProperty("token").GetString()!); // a seat has both
    }

    private async Task PostAsync(Uri root, (string Conversation, string Token) seat, string text, params byte[][] files)
    {
        HttpContent content = JsonContent.Create(new { type = "message", text, locale = "zh-CN" });
        if (files.Length > 0)
        {
            content.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.microsoft.activity");
            var form = new MultipartFormDataContent { { content, "activity", "blob" } };
            foreach (var file in files)
            {
                form.Add(new ByteArrayContent(file), "file", "a");
            }

            content = form;
        }

        var verb = files.Length > 0 ? "upload" : "activities";
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(root, $"v3/directline/conversations/{seat.Conversation}/{verb}")) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", seat.Token);
        using var answer = await _http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }
}
