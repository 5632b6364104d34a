using System.Diagnostics;

namespace OfficerBot.Scenarios.Kills;

/// <summary>An officer who reports through a channel: each activity is posted to the bot until it is answered 200, always under the same id.</summary>
internal sealed class ChannelClient(int number, PlainChannel channel) : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };
    private readonly List<string> _acknowledged = [];
    private string? _unanswered;
    private int _next;

    /// <summary>Marks of the leads that were acknowledged; a mark's activity is <see cref="IdOf"/>.</summary>
    public IReadOnlyList<string> Acknowledged => _acknowledged;

    /// <summary>The activity's id of a mark.</summary>
    public static string IdOf(string mark) => $"activity-{mark}";

    /// <summary>Says who the channel's user is, by the operator's command, beside the running service.</summary>
    public async Task BindAsync(string folder, string person)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "OfficerBot.dll"), "bind", "--channel", PlainChannel.Name, "--user", $"user-{number}", "--person", person,
            "--Storage:Path", Path.Combine(folder, "officerbot.db"),
        ];
        using var bind = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true }) ?? throw new InvalidOperationException("dotnet did not start.");
        await bind.StandardOutput.ReadToEndAsync();
        await bind.WaitForExitAsync();
        bind.ExitCode.Should().Be(0);
    }

    /// <summary>Posts again what stayed without an answer, and for good measure what was answered last.</summary>
    public async Task SettleAsync(Uri root)
    {
        _http.CancelPendingRequests();
        if (_acknowledged is [.., var last])
        {
            await SendAsync(root, last);
        }

        if (_unanswered is { } open)
        {
            await PostAsync(root, open);
        }
    }

    /// <summary>Posts until the service dies or there is enough.</summary>
    public async Task WorkAsync(Uri root, Func<bool> onAcknowledged)
    {
        try
        {
            do
            {
                _unanswered = $"编号{number}号{++_next}次";
                await PostAsync(root, _unanswered);
            }
            while (onAcknowledged());
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException)
        {
            // Killed with this request in flight.
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task PostAsync(Uri root, string mark)
    {
        await SendAsync(root, mark);
        _acknowledged.Add(mark);
        _unanswered = null;
    }

    private async Task SendAsync(Uri root, string mark)
    {
        var activity = new
        {
            type = "message",
            id = IdOf(mark),
            channelId = PlainChannel.Name,
            serviceUrl = channel.Address,
            from = new { id = $"user-{number}", name = "某人" },
            recipient = new { id = "bot", name = "bot" },
            conversation = new { id = $"private-{number}", isGroup = false },
            locale = "zh-CN",
            text = $"报线索：组织志愿者巡查河道，清理河道垃圾12吨，{mark}。",
        };
        using var answer = await _http.PostAsJsonAsync(new Uri(root, "api/messages"), activity);
        answer.EnsureSuccessStatusCode();
    }
}
