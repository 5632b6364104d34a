using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using OfficerBot.Scenarios.Kills;
using OfficerBot.Tokens;

namespace OfficerBot.Scenarios.Fuzz;

/// <summary>A service as a process of its own, with everything around it: keys, a channel, people on their seats, good tokens.</summary>
internal sealed class FuzzWorld : IAsyncDisposable
{
    /// <summary>Bytes of managed memory the service may have: what it keeps alive has to fit, however lazy its collector is. Native memory is set as in the unit file.</summary>
    public const long MostHeap = 256L << 20;

    private const int MostTokens = 64;

    private static readonly string[] People = ["刘艺超", "苏赛飞", "周晓燕", "stranger"];

    private readonly string _folder;
    private readonly KeyServer _keys;
    private readonly FuzzChannel _channel;

    private FuzzWorld(KeyServer keys, FuzzChannel channel, string folder) => (_keys, _channel, _folder) = (keys, channel, folder);

    /// <summary>Where answers go.</summary>
    public Uri Channel => _channel.Root;

    /// <summary>How many came.</summary>
    public int Answers => _channel.Posts;

    public required TokenForge Forge { get; init; }

    /// <summary>The service.</summary>
    public required ChildService Service { get; init; }

    /// <summary>Good for <see cref="Channel"/>: whole headers.</summary>
    public required IReadOnlyList<string> Bearers { get; init; }

    /// <summary>Rooms of Direct Line with tokens for them.</summary>
    public IReadOnlyList<FuzzSeat> Seats { get; private set; } = [];

    /// <summary>Those of the other test, as they are; but for the one that needs two headers, and those that time makes good.</summary>
    public required IReadOnlyList<TokenCase> BadTokens { get; init; }

    /// <summary>Bytes of the process in memory.</summary>
    public long Memory
    {
        get
        {
            using var process = Process.GetProcessById(Service.Id);
            return process.WorkingSet64;
        }
    }

    /// <summary>Starts all of it.</summary>
    public static async Task<FuzzWorld> OpenAsync()
    {
        var (keys, channel) = (await KeyServer.OpenAsync(), await FuzzChannel.OpenAsync());
        TokenForge.Publish(keys);
        var forge = new TokenForge(Wiring.Wiring.Machine.GetUtcNow());
        var folder = Directory.CreateTempSubdirectory("officerbot-fuzz-").FullName;
        string[] settings =
        [
            .. TokenForge.Arguments(keys), "--BotFramework:AppPassword", "secret", "--BotFramework:TokenUrl", new Uri(channel.Root, "token").ToString(),
            "--BotFramework:AllowedServiceUrls:0", channel.Root.ToString(), "--DirectLine:TokenMinutes", "1440",
        ];
        var world = new FuzzWorld(keys, channel, folder)
        {
            Forge = forge,
            Service = await ChildService.StartAsync("OfficerBot.dll", folder, new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = $"{MostHeap:x}", ["MALLOC_ARENA_MAX"] = "2" }, settings),
            Bearers = [.. Enumerable.Range(0, MostTokens).Select(n => "Bearer " + forge.Token(c => (c["jti"], c["serviceurl"], c["exp"]) = ($"{n}", channel.Root.ToString(), forge.Now + 80_000)))],
            BadTokens = [.. OfficerBot.Tokens.BadTokens.Of(forge, "x").Where(t => t.Reason is not ("several-authorizations" or "not-yet"))],
        };
        await world.SeatAsync();
        return world;
    }

    /// <summary>What the channel would post, with a serviceUrl that the good tokens vouch for.</summary>
    public byte[] PlainMessage(string id)
    {
        var message = TokenForge.Message("今天谁还没报");
        (message["id"], message["serviceUrl"]) = (id, Channel.ToString());
        return JsonSerializer.SerializeToUtf8Bytes(message);
    }

    public async ValueTask DisposeAsync()
    {
        Service.Dispose();
        await _keys.DisposeAsync();
        await _channel.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task SeatAsync()
    {
        using var http = new HttpClient { BaseAddress = Service.Root };
        var seats = new List<FuzzSeat>();
        foreach (var (person, room) in People.SelectMany(_ => (string[])["group", "private"], (p, r) => (p, r)))
        {
            using var answer = await http.PostAsJsonAsync("sample/sit", new { person, room });
            var seat = await answer.Content.ReadFromJsonAsync<JsonElement>();
            seats.Add(new(seat.GetProperty("conversationId").GetString()!, seat.GetProperty("token").GetString()!)); // the sample gives both
        }

        Seats = seats;
        await BindAsync(_folder, "29:liaison", "刘艺超");
        await BindAsync(_folder, "29:reporter", "周晓燕");
    }

    private static async Task BindAsync(string folder, string user, string person)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "OfficerBot.dll"), "bind", "--channel", "msteams", "--user", user, "--person", person,
            "--Storage:Path", Path.Combine(folder, "officerbot.db"), "--Sample:Enabled", "true",
        ];
        using var bind = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder })!; // dotnet runs this test
        await bind.WaitForExitAsync();
        bind.ExitCode.Should().Be(0, await bind.StandardError.ReadToEndAsync());
    }
}

/// <summary>A room somebody sits in.</summary>
internal sealed record FuzzSeat(string Conversation, string Token);
