using OfficerBot.Scenarios.Disks;
using OfficerBot.Scenarios.Kills;
using OfficerBot.Scenarios.PowerCuts;

namespace OfficerBot.Scenarios.DiskFaults;

/// <summary>
/// A short life of the service, from an empty folder to an orderly end, in which one call to the disk fails; then what the disk really holds is opened and
/// judged, and what the machine still sees of it.
/// </summary>
internal sealed class FaultyDay : IDisposable
{
    private const int Posts = 3;

    private static readonly string[] Plain = ["disk", "A file or folder cannot be used"];

    private readonly string _folder = Directory.CreateTempSubdirectory("officerbot-faulty-").FullName;
    private readonly KillClient[] _clients = [new(1, "周晓燕", false), new(2, "肖雅琴", true, sendsPictures: true)];

    private FaultyDay() => Directory.CreateDirectory(Data);

    private string Data => Path.Combine(_folder, "data");

    private string Record => Path.Combine(_folder, "record");

    /// <summary>How many writes and how many syncs a day has in which none fails.</summary>
    public static async Task<(int Writes, int Syncs)> CountAsync()
    {
        using var day = new FaultyDay();
        await day.LiveAsync(null);
        var events = DiskEvent.Read(day.Record).ToLookup(e => e.Change);
        return (events[DiskChange.Write].Count(), events[DiskChange.Sync].Count());
    }

    /// <summary>Lives a day with a fault and judges it.</summary>
    /// <param name="fail">As <see cref="DiskShim.Watch"/> takes it.</param>
    public static async Task<FaultFate> TryAsync(string fail)
    {
        using var day = new FaultyDay();
        var (code, words, asked) = await day.LiveAsync(fail);
        var problems = await day.JudgeAsync(code, words, asked);
        return new(fail, day._clients.Sum(c => c.Acknowledged.Count), code, problems);
    }

    public void Dispose()
    {
        foreach (var client in _clients)
        {
            client.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <returns>The exit code, what was written, and whether it ended because it was asked to.</returns>
    private async Task<(int Code, string Words, bool Asked)> LiveAsync(string? fail)
    {
        ChildService service;
        try
        {
            service = await ChildService.StartAsync("OfficerBot.dll", Data, DiskShim.Watch(Data, Record, fail));
        }
        catch (InvalidOperationException refused)
        {
            return (1, refused.Message, false);
        }

        using (service)
        {
            for (var i = 0; i < Posts; i++)
            {
                await Task.WhenAll(_clients.Select(c => PostAsync(c, service.Root)));
            }

            var asked = !DiskEvent.Read(Record).Any(IsStop);
            var (code, words) = asked ? await service.StopAsync() : await service.EndAsync();
            return (code, words, asked);
        }
    }

    private static async Task PostAsync(KillClient client, Uri root)
    {
        try
        {
            await client.SitAsync(root);
            await client.WorkAsync(root, () => false);
        }
        catch (Exception refused) when (refused is HttpRequestException or IOException or OperationCanceledException)
        {
            // Not stored, and told so; the next time it is posted again under the same id.
        }
    }

    private async Task<List<string>> JudgeAsync(int code, string words, bool asked)
    {
        var problems = new List<string>();
        if (words.Contains("Unhandled exception", StringComparison.Ordinal) || (code != 0 && words.Length == 0))
        {
            problems.Add($"it ended without plain words: {words}");
        }

        if (!asked && (code == 0 || !Plain.Any(p => words.Contains(p, StringComparison.Ordinal))))
        {
            problems.Add($"it did not say that the disk failed (exit code {code}): {words}");
        }

        var acknowledged = _clients.SelectMany(c => c.Acknowledged).ToDictionary(a => a.Id, StringComparer.Ordinal);
        var judge = new CutJudge(acknowledged, null);
        var (disk, told) = (new DiskImage(), new List<string>());
        foreach (var next in DiskEvent.Read(Record))
        {
            disk.Apply(next);
            told.AddRange(next.Acknowledged is { } id && judge.IsPromised(id) ? [id] : Array.Empty<string>());
        }

        var image = Path.Combine(_folder, "image");
        disk.Cut(CutModel.Lost, new Random(0), image);
        var onDisk = await judge.JudgeAsync(image, told);
        var inMemory = await judge.JudgeAsync(Data, told); // the files as the machine still sees them, with the pages that did not reach the disk
        return
        [
            .. problems, .. onDisk.Lost.Select(id => $"{id} is lost"), .. onDisk.Problems, .. inMemory.Lost.Select(id => $"{id} is not found at the next start"),
            .. inMemory.Problems.Select(p => $"at the next start: {p}"),
        ];
    }

    // A database that was not confirmed ends the service; .NET hides it for other files, which hold nothing that was promised.
    private static bool IsStop(DiskEvent one) => one is { Change: DiskChange.Sync, Failed: true } && one.Path.Contains(".db", StringComparison.Ordinal);
}

/// <summary>What came of one fault.</summary>
/// <param name="Problems">Empty when every promise was kept.</param>
internal sealed record FaultFate(string Fault, int Acknowledged, int Code, IReadOnlyList<string> Problems)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Fault}: {string.Join("; ", Problems)}";
}
