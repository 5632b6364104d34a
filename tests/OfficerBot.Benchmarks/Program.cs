using System.Diagnostics;
using OfficerBot.Benchmarks;

// One command, no arguments: dotnet run -c Release --project tests/OfficerBot.Benchmarks [number of leads]
var leads = args is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 1_000_000;
var folder = Directory.CreateTempSubdirectory("officerbot-benchmarks-").FullName;
try
{
    var program = await Published.MakeAsync(Path.Combine(folder, "published"));
    var table = new ResultTable();
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
