using System.Diagnostics;
using OfficerBot.Benchmarks;
using OfficerBot.Benchmarks.ReportTurns;

if (args is [BareEndpoint.Command, var url, var channel, var reply, .. var store])
{
    await using var least = store is [var own] ? new LeastTurn(own) : null;
    await BareEndpoint.RunAsync(url, channel, reply, least);
    return 0;
}

if (args is ["messages", .. var many])
{
    var read = new ResultTable();
    MessagesRead.Measure(read);
    read.Print(Console.Out);
    MessagesRead.List(Console.Out, many is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 12);
    return read.IsWithinAims ? 0 : 1;
}

if (args is ["turns", .. var steady])
{
    var turns = new ResultTable();
    var place = Directory.CreateTempSubdirectory("officerbot-benchmarks-").FullName;
    try
    {
        await ReportTurnsRun.MeasureAsync(
            await Published.MakeAsync(Path.Combine(place, "published")), Path.Combine(place, "turns"), steady is [var span] ? int.Parse(span, CultureInfo.InvariantCulture) : 15, turns);
    }
    finally
    {
        Directory.Delete(place, recursive: true);
    }

    turns.Print(Console.Out);
    return turns.IsWithinAims ? 0 : 1;
}

// One command, no arguments: dotnet run -c Release --project tests/OfficerBot.Benchmarks [number of leads] [seconds at 300 turns a second]
// Only the report turns: … -- turns [seconds at 300 turns a second]
// Only the reading of messages, with the dearest of them: … -- messages [how many]
var leads = args is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 1_000_000;
var seconds = args is [_, var time] ? int.Parse(time, CultureInfo.InvariantCulture) : 60;
var folder = Directory.CreateTempSubdirectory("officerbot-benchmarks-").FullName;
try
{
    var program = await Published.MakeAsync(Path.Combine(folder, "published"));
    var table = new ResultTable();
    MessagesRead.Measure(table);
    await ReportTurnsRun.MeasureAsync(program, Path.Combine(folder, "turns"), seconds, table);
    if (leads == 0)
    {
        table.Print(Console.Out);
        return table.IsWithinAims ? 0 : 1;
    }

    await Starts.MeasureAsync(program, Path.Combine(folder, "empty"), "empty store", table);

    var data = Path.Combine(folder, "big");
    await BigStore.BeginAsync(program, data);
    var watch = Stopwatch.StartNew();
    BigStore.Fill(Path.Combine(data, "officerbot.db"), leads);
    table.Add($"store of {leads:N0} leads, 500 units made", watch.Elapsed.TotalSeconds, "s");

    await Starts.MeasureAsync(program, data, "big store", table);
    await RollCallAsks.MeasureAsync(program, data, table);
    await RollCallAsks.MeasureQueryAsync(data, table);
    table.Print(Console.Out);
    return table.IsWithinAims ? 0 : 1;
}
finally
{
    Directory.Delete(folder, recursive: true);
}
