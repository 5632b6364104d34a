using OfficerBot.Scenarios.Campaigns;
using OfficerBot.Scenarios.Disks;
using OfficerBot.Scenarios.Kills;
using Xunit.Abstractions;

namespace OfficerBot.Scenarios.PowerCuts;

/// <summary>
/// Power cuts. Every write, truncation, sync and acknowledgement of a service under load is recorded in order; then the disk is rebuilt as it may be after
/// a cut at a random moment, in three models of what becomes of unconfirmed writes, and opened.
/// </summary>
[Trait(Campaign.Trait, "power-cuts")]
public sealed class PowerCutTests(ITestOutputHelper output)
{
    private static readonly int Cuts = Campaign.Size(12);
    private static readonly int Turns = Campaign.IsFull ? 2000 : 160;

    [Fact]
    public async Task Every_acknowledged_turn_survives_a_power_cut_whole()
    {
        using var day = await RecordedDay.LiveAsync(Turns);

        var verdicts = await CutAsync(day, "synchronous=FULL");

        verdicts.SelectMany(v => v.Lost).Should().BeEmpty();
        verdicts.SelectMany(v => v.Problems).Should().BeEmpty();
        verdicts.Max(v => v.Told).Should().BeGreaterThan(Turns / 2, "cuts come late, too");
    }

    [Fact]
    public async Task A_database_that_does_not_wait_for_the_disk_is_found_out()
    {
        using var day = await RecordedDay.LiveAsync(Turns, new Dictionary<string, string> { [Launcher.Fault] = Launcher.SynchronousNormal });

        var verdicts = await CutAsync(day, "synchronous=NORMAL");

        verdicts.Sum(v => v.Lost.Count).Should().BePositive();
    }

    private async Task<List<CutVerdict>> CutAsync(RecordedDay day, string what)
    {
        var random = new Random(Campaign.Seed(20));
        var events = DiskEvent.Read(day.Record).Count();
        var places = Enumerable.Range(0, Cuts).Select(_ => random.Next(events)).Append(events).Order().ToList();
        var (judge, disk, told) = (new CutJudge(day.Acknowledged, day.Confirmed), new DiskImage(), new List<string>());
        var verdicts = Enum.GetValues<CutModel>().ToDictionary(m => m, _ => new List<CutVerdict>());
        var at = 0;
        foreach (var next in DiskEvent.Read(day.Record).Append(new DiskEvent(DiskChange.Said, false, "", [], 0)))
        {
            for (; places is [var place, ..] && place == at; places.RemoveAt(0))
            {
                foreach (var (model, all) in verdicts)
                {
                    disk.Cut(model, random, day.Image);
                    all.Add(await judge.JudgeAsync(day.Image, told));
                }
            }

            disk.Apply(next);
            told.AddRange(next.Acknowledged is { } id && judge.IsPromised(id) ? [id] : Array.Empty<string>());
            at++;
        }

        foreach (var (model, all) in verdicts)
        {
            Campaign.Tell(output, $"power cuts, {what}, {model}: {all.Count} cuts, {all.Sum(v => v.Told)} acknowledged, {all.Sum(v => v.Lost.Count)} lost, "
                + $"{all.Count(v => v.Lost.Count > 0)} cuts with loss, {all.Count(v => v.Problems.Count > 0)} damaged or unreadable (seed {Campaign.Seed(20)})");
        }

        return [.. verdicts.Values.SelectMany(v => v)];
    }
}
