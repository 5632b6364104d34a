using NodaTime;
using OfficerBot.Clocks;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Roster;
using OfficerBot.Jobs;
using OfficerBot.Mailing;
using OfficerBot.Protocol.DirectLine;
using OfficerBot.Requests;
using OfficerBot.Sample;
using OfficerBot.Scenarios.DirectLine;
using OfficerBot.Storage;
using OfficerBot.Wiring;

namespace OfficerBot.Scenarios.Office;

/// <summary>
/// The real service in sample mode on a free loopback port, over a data folder of its own. A post is answered when its turn is on disk, so what the
/// bot said to it can be read at once.
/// </summary>
internal sealed class OfficeUnderTest : IServiceUnderTest
{
    private readonly string _folder;
    private readonly OfficeSettings _settings;
    private readonly HttpClient _http = new();
    private WebApplication? _app;
    private string _url = "http://127.0.0.1:0";

    private OfficeUnderTest(OfficeSettings settings)
    {
        _settings = settings;
        _folder = settings.Folder ?? Directory.CreateTempSubdirectory("officerbot-scenario-").FullName;
    }

    /// <summary>Machine time, standing still unless the settings let it run.</summary>
    public ManualTime Machine { get; } = new();

    /// <summary>What the service logged as errors.</summary>
    public LoggedErrors Errors { get; } = new();

    /// <summary>The root address; it survives restarts.</summary>
    public Uri Root => new(_url);

    /// <summary>Master key of Direct Line.</summary>
    public string Secret => Services.GetRequiredService<DirectLineSettings>().Secret;

    /// <summary>The database file.</summary>
    public string DatabasePath => Path.Combine(_folder, "officerbot.db");

    /// <summary>Where mail goes in sample mode.</summary>
    public string MailFolder => Path.Combine(_folder, "mail");

    /// <summary>The sample's people and rooms.</summary>
    public SampleRoom Sample => Services.GetRequiredService<SampleRoom>();

    /// <summary>Everything sent so far.</summary>
    public Outgoings Sent => new(DatabasePath);

    /// <summary>The store of the running process.</summary>
    public SqliteStore Store => Services.GetRequiredService<SqliteStore>();

    /// <summary>The group's roster.</summary>
    public RosterBook Roster => Read(l => l.Roster);

    private IServiceProvider Services => (_app ?? throw new InvalidOperationException("The office is closed.")).Services;

    /// <summary>Opens an office; ready to be used.</summary>
    public static async Task<OfficeUnderTest> OpenAsync(OfficeSettings? settings = null)
    {
        var office = new OfficeUnderTest(settings ?? new());
        await office.StartAsync();
        return office;
    }

    /// <summary>Sits down as somebody on the roster, or as the sample's stranger.</summary>
    /// <param name="person">A name, or a row id, or <c>stranger</c>.</param>
    public async Task<Seat> SitAsync(string person, bool inGroup)
    {
        var answer = await _http.PostAsJsonAsync(new Uri(Root, "sample/sit"), new { person, room = inGroup ? "group" : "private" });
        answer.EnsureSuccessStatusCode();
        var seat = await answer.Content.ReadFromJsonAsync<SampleSeat>() ?? throw new InvalidDataException("No seat.");
        return new Seat(this, _http, seat.ConversationId, seat.Token);
    }

    /// <summary>Asks for a private seat, whatever comes of it: the HTTP status.</summary>
    public async Task<int> TrySitAsync(string person)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(Root, "sample/sit"), new { person, room = "private" });
        return (int)answer.StatusCode;
    }

    /// <summary>Sits down as somebody on no roster, with an account of his own.</summary>
    public async Task<Seat> SitAsStrangerAsync(string name, bool inGroup)
    {
        var group = inGroup ? (await SitAsync(SampleRoom.Stranger, true)).Conversation : ConversationIds.New();
        var user = new DirectLineUser($"dl_stranger_{name}", name);
        return new Seat(this, _http, group, Services.GetRequiredService<DirectLineTokens>().Mint(group, user).Token);
    }

    /// <summary>Moves the office clock, over the same endpoint as the page.</summary>
    /// <param name="to"><c>11:12</c> today, or <c>2020-09-17T09:00</c>.</param>
    public async Task MoveClockAsync(string to)
    {
        var answer = await _http.PostAsJsonAsync(new Uri(Root, "sample/clock"), new { to });
        (await answer.Content.ReadAsStringAsync()).Should().Contain("now");
    }

    /// <summary>Lets every job do what is due, as the timer does once a second; what that says to channels is sent, or rests for a later try.</summary>
    public async Task BeatAsync()
    {
        await Services.GetRequiredService<Pulse>().BeatAsync(CancellationToken.None);
        await SettledAsync();
    }

    /// <summary>Done when nothing is on its way to channels any more: sent and marked, given up, or resting until a later machine time.</summary>
    public Task SettledAsync() => Services.GetRequiredService<ConnectorSender>().SettledAsync();

    /// <summary>Does what an operator asks for, as the command does.</summary>
    public Task DoAsync(OperatorRequest request) => Services.GetRequiredService<RequestJob>().DoAsync(request, CancellationToken.None);

    /// <summary>Local office time.</summary>
    public LocalDateTime Now => Read(l => l.Notice.Local(Services.GetRequiredService<OfficeClock>().GetCurrentInstant()));

    /// <summary>Reads the group's books.</summary>
    public T Read<T>(Func<ILedger, T> query) => Store.Read(s => query(s.Ledger(s.Notices.Groups()[0])));

    /// <summary>A page or a file of the service.</summary>
    public Task<byte[]> GetAsync(string path) => _http.GetByteArrayAsync(new Uri(Root, path));

    /// <inheritdoc/>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    /// <summary>Ends the process; the data stay.</summary>
    public async Task StopAsync()
    {
        if (_app is { } app)
        {
            _app = null;
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }

    /// <summary>Starts the process, again over the same data.</summary>
    public async Task StartAsync()
    {
        var (app, problems) = await Service.BuildAsync(Arguments(), Replace, CancellationToken.None);
        _app = app ?? throw new InvalidOperationException(string.Join('\n', problems));
        await app.StartAsync();
        _url = app.Urls.First();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string[] Arguments() =>
    [
        "--Urls", _url, "--Storage:Path", DatabasePath, "--Sample:Enabled", "true", "--Sample:Clock", _settings.Clock, "--RateLimits:Enabled", "false",
        .. _settings.More,
    ];

    private void Replace(IServiceCollection services)
    {
        services.AddLogging(l => l.ClearProviders().AddProvider(Errors));
        if (!_settings.RunsByItself)
        {
            services.AddSingleton<TimeProvider>(Machine);
        }

        _settings.Replace?.Invoke(services);
    }
}
