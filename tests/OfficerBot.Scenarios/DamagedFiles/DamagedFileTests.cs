using OfficerBot.Domain.Ledger;
using OfficerBot.Scenarios.Campaigns;
using OfficerBot.Scenarios.Kills;
using OfficerBot.Storage;
using OfficerBot.Wiring;
using Xunit.Abstractions;

namespace OfficerBot.Scenarios.DamagedFiles;

/// <summary>Data folders damaged in every way we could think of: plain words or everything as it was, never a silent start on less.</summary>
[Trait(Campaign.Trait, "corrupt-files")]
public sealed class DamagedFileTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Turns = 60;

    private readonly string _root = Directory.CreateTempSubdirectory("officerbot-damaged-").FullName;
    private readonly Dictionary<string, int> _fates = [];
    private List<string> _leads = [];

    private string Whole => Path.Combine(_root, "whole");

    /// <summary>A service works on the folder, and is killed, so that a part of its books lies in the log.</summary>
    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Whole);
        using var client = new KillClient(1, "周晓燕", false, sendsPictures: true);
        for (var life = 1; life <= 2; life++)
        {
            using var service = await ChildService.StartAsync("OfficerBot.dll", Whole);
            await client.SitAsync(service.Root);
            await client.WorkAsync(service.Root, () => client.Acknowledged.Count < life * Turns / 2);
            await (life == 1 ? service.StopAsync() : service.KillAsync());
        }

        foreach (var rest in Directory.GetFiles(Whole, "*-shm"))
        {
            File.Delete(rest);
        }

        _leads = [.. client.Acknowledged.Select(a => a.Mark)];
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_damaged_folder_is_refused_in_plain_words_or_holds_everything()
    {
        var random = new Random(Campaign.Seed(11));
        var size = Campaign.Size(2 * Damage.All.Count);
        for (var i = 0; i < size; i++)
        {
            var damage = Damage.All[i % Damage.All.Count];
            await JudgeAsync(Damaged(damage, random), damage);
        }

        Campaign.Tell(output, $"damaged folders: {size} (seed {Campaign.Seed(11)}), {string.Join(", ", _fates.OrderBy(f => f.Key).Select(f => $"{f.Value} {f.Key}"))}; 0 started on less without a word");
        _fates.Keys.Should().Contain("refused at start", "the damage is there to be found");
    }

    [Fact]
    public async Task The_service_says_plainly_why_it_does_not_start_and_how_to_go_on()
    {
        var random = new Random(Campaign.Seed(12));
        foreach (var name in (string[])["the books are empty", "the files are gone", "a folder stands where the books should be"])
        {
            var folder = Damaged(Damage.All.Single(d => d.Name == name), random);
            var refused = await FluentActions.Awaiting(() => ChildService.StartAsync("OfficerBot.dll", folder)).Should().ThrowAsync<InvalidOperationException>(name);
            refused.Which.Message.Should().Contain("officerbot.").And.Contain("Restore a backup").And.NotContain("   at ");
        }
    }

    private string Damaged(Damage damage, Random random)
    {
        var folder = Path.Combine(_root, "damaged");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(Whole, "officerbot.*"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        damage.Do(folder, random);
        return folder;
    }

    private async Task JudgeAsync(string folder, Damage damage)
    {
        var path = Path.Combine(folder, "officerbot.db");
        try
        {
            await using var store = SqliteStore.Open(new(path, Contents.ReadNotice));
            var there = store.Read(s => s.Ledger(s.Notices.Groups()[0]).Leads.Find(new LeadQuery())).Count;
            var report = StoreBackup.Check(path);
            if (damage.MayShorten && there < _leads.Count)
            {
                there.Should().BeGreaterThanOrEqualTo(Turns / 2, "{0}: what was moved into the books before is there", damage.Name);
                Count(report.IsWhole ? "as after a crash" : "found by the check");
                return;
            }

            there.Should().Be(_leads.Count, "{0}: nothing is missing without a word", damage.Name);
            Count(report.IsWhole ? "unharmed" : "found by the check");
        }
        catch (StoreUnavailableException refused)
        {
            refused.Message.Length.Should().BeGreaterThan(20);
            Count("refused at start");
        }
    }

    private void Count(string fate) => _fates[fate] = _fates.GetValueOrDefault(fate) + 1;
}
