using System.Diagnostics;
using NodaTime;
using OfficerBot.Conversation.Notices;
using OfficerBot.Domain.Duties;
using OfficerBot.Storage;

namespace OfficerBot.Benchmarks;

/// <summary>谁还没报, right after a new lead.</summary>
internal static class RollCallAsks
{
    private const int WarmUp = 200;
    private const int Asks = 600;

    /// <summary>Through the endpoint: a lead, then the question, one after the other.</summary>
    public static async Task MeasureAsync(string program, string data, ResultTable table)
    {
        await using var service = await RunningService.StartAsync(program, data);
        var officer = await service.SitAsync("白沙镇周晓燕");
        var liaison = await service.SitAsync("liaison");
        var filing = new List<double>();
        var asking = new List<double>();
        for (var i = 0; i < WarmUp + Asks; i++)
        {
            var filed = await service.SayAsync(officer, $"白沙镇组织志愿者清理河道垃圾{i + 1}吨，出动{i % 40 + 10}人");
            var asked = await service.SayAsync(liaison, "今天谁还没报");
            if (i >= WarmUp)
            {
                filing.Add(filed);
                asking.Add(asked);
            }
        }

        Console.WriteLine((await service.NewestAsync(liaison)).Split('\n') is [var head, var counts, ..] ? $"{head} / {counts}" : "no roll call");
        table.AddTimes("a report turn, by HTTP", filing, 20);
        table.AddTimes("谁还没报 right after a lead, by HTTP", asking, 5);
        table.Add("memory after all this", service.Memory, "MB");
    }

    /// <summary>The query alone.</summary>
    public static async Task MeasureQueryAsync(string data, ResultTable table)
    {
        var path = Path.Combine(data, "officerbot.db");
        await using var store = SqliteStore.Open(new StoreOptions(path, (yaml, _) => NoticeYaml.Read(yaml, path).Notice!)); // it was checked when it was stored
        var group = store.Read(s => s.Notices.Groups()[0]);
        var slot = new Slot(new DutyId(BigStore.Duty), BigStore.SlotOf(path));
        var times = new List<double>();
        var units = 0;
        for (var i = 0; i < WarmUp + 5000; i++)
        {
            var took = store.Read(s =>
            {
                var ledger = s.Ledger(group);
                var watch = Stopwatch.GetTimestamp();
                units = ledger.Filings.KindsAt(slot).Count;
                return Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
            });
            if (i >= WarmUp)
            {
                times.Add(took);
            }
        }

        table.AddTimes($"the query behind it ({units} units have filed)", times, 0.5);
    }
}
