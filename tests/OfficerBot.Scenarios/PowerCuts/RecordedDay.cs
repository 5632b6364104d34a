using OfficerBot.Scenarios.Disks;
using OfficerBot.Scenarios.Kills;

namespace OfficerBot.Scenarios.PowerCuts;

/// <summary>A service under load with its disk watched: what was acknowledged to its clients, and the record of everything that happened to its files.</summary>
internal sealed class RecordedDay : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("officerbot-recorded-").FullName;
    private readonly List<KillClient> _clients =
        [.. KillLoop.People.Select((p, i) => new KillClient(i + 1, p, inGroup: i is 4 or 5, sendsPictures: i >= 6))];

    private RecordedDay()
    {
        Directory.CreateDirectory(Data);
    }

    /// <summary>The record's file.</summary>
    public string Record => Path.Combine(_folder, "record");

    /// <summary>Every turn that was acknowledged, by its id.</summary>
    public IReadOnlyDictionary<string, Acknowledged> Acknowledged => _clients.SelectMany(c => c.Acknowledged).ToDictionary(a => a.Id, StringComparer.Ordinal);

    /// <summary>The id of the message that confirmed a report.</summary>
    public string Confirmed { get; private set; } = "";

    /// <summary>Where images may be built.</summary>
    public string Image => Path.Combine(_folder, "image");

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Lives it: eight people report, two of them with pictures, a report is confirmed in the middle; then the process is killed.</summary>
    /// <param name="environment">For the launcher; null for the service as it is.</param>
    public static async Task<RecordedDay> LiveAsync(int turns, IReadOnlyDictionary<string, string>? environment = null)
    {
        var day = new RecordedDay();
        var watched = DiskShim.Watch(day.Data, day.Record);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            watched[name] = value;
        }

        using var service = await ChildService.StartAsync(environment is null ? "OfficerBot.dll" : Launcher.Program, day.Data, watched);
        foreach (var client in day._clients)
        {
            await client.SitAsync(service.Root);
        }

        var count = 0;
        Task Work(int upTo) => Task.WhenAll(day._clients.Select(c => c.WorkAsync(service.Root, () => Interlocked.Increment(ref count) < upTo)));
        await Work(turns / 2);
        day.Confirmed = await day._clients[1].SayAsync(service.Root, "确认报送");
        await Work(turns);
        await service.KillAsync();
        return day;
    }

    public void Dispose()
    {
        _clients.ForEach(c => c.Dispose());
        Directory.Delete(_folder, recursive: true);
    }
}
