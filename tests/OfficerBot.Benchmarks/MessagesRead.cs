using System.Diagnostics;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Benchmarks;

/// <summary>
/// What reading a message costs: over the shuffled corpus of tests/OfficerBot.Tests/Corpora, for a long paste, and with a large roster. One thread; of
/// each message the quickest of several readings counts, so that what else runs on the machine does not.
/// </summary>
internal static class MessagesRead
{
    private const int Rounds = 60;
    private const string Corpora = "tests/OfficerBot.Tests/Corpora";
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd'T'HH:mm");

    /// <summary>Measures and adds the figures with their aims (issue 4).</summary>
    /// <exception cref="InvalidOperationException">The content does not load, or this runs outside the repository.</exception>
    public static void Measure(ResultTable table)
    {
        var (reader, messages) = Corpus();
        var costs = Costs(reader, messages);
        var average = costs.Average(c => c.Time);
        table.Add($"reading a message of the corpus, average of {costs.Count}", average, "µs", 50);
        table.Add("reading a message of the corpus, p99", costs.Select(c => c.Time).Order().ElementAt(costs.Count * 99 / 100), "µs", 100);
        table.Add("memory taken for a message of the corpus, average", costs.Average(c => c.Memory) / 1024, "KiB");

        var prose = string.Concat(messages.Where(m => m.Text.Length > 60).Select(m => m.Text));
        table.Add("reading a paste of 2,000 characters", Costs(reader, [(prose[..2000], messages[0].Context)])[0].Time, "µs", 300);

        var large = Large(Path.Combine(Root(), Corpora, "roster.csv"), 1_000, 3_000);
        var among = Costs(reader, [.. messages.Select(m => (m.Text, m.Context with { Roster = large }))]);
        table.Add($"the same with {large.Units.Count:N0} units and {large.People.Count:N0} people, times as much", among.Average(c => c.Time) / average, "x", 2);
    }

    /// <summary>Writes the dearest messages of the corpus with what they cost.</summary>
    public static void List(TextWriter to, int count)
    {
        var (reader, messages) = Corpus();
        foreach (var (cost, message) in Costs(reader, messages).Zip(messages).OrderByDescending(m => m.First.Time).Take(count))
        {
            to.WriteLine($"{cost.Time,7:0.0} µs {cost.Memory / 1024,4} KiB {message.Text.Length,4} characters  {message.Text.ReplaceLineEndings("⏎")}");
        }
    }

    /// <summary>A reader of the content in the repository, and the roster of its corpora.</summary>
    /// <exception cref="InvalidOperationException">The content does not load, or this runs outside the repository.</exception>
    public static (Reader Reader, RosterBook Roster) Sample()
    {
        var load = LanguageContent.Load(Path.Combine(Root(), "dialogs"));
        var reader = new Reader(load.Content ?? throw new InvalidOperationException(string.Join('\n', load.Problems)));
        return (reader, ExampleRosterFile.Read(Path.Combine(Root(), Corpora, "roster.csv")));
    }

    private static (Reader Reader, List<(string Text, ReadingContext Context)> Messages) Corpus()
    {
        var (reader, roster) = Sample();
        return (reader, Messages(Path.Combine(Root(), Corpora, "dev.jsonl"), roster));
    }

    /// <summary>Of each message the quickest reading, in µs, and the bytes its last one took.</summary>
    private static List<(double Time, long Memory)> Costs(Reader reader, IReadOnlyList<(string Text, ReadingContext Context)> messages)
    {
        var best = Enumerable.Repeat((Time: double.MaxValue, Memory: 0L), messages.Count).ToList();
        for (var round = 0; round < Math.Max(Rounds, 2_000 / messages.Count); round++)
        {
            for (var i = 0; i < messages.Count; i++)
            {
                var (taken, from) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
                _ = reader.Read(messages[i].Text, messages[i].Context);
                best[i] = (Math.Min(best[i].Time, Stopwatch.GetElapsedTime(from).TotalMicroseconds), GC.GetAllocatedBytesForCurrentThread() - taken);
            }
        }

        return best;
    }

    private static List<(string Text, ReadingContext Context)> Messages(string file, RosterBook roster)
    {
        var messages = File.ReadLines(file).Select(l => JsonDocument.Parse(l).RootElement).Select(row =>
        {
            var group = Text(row, "conversation") == "group";
            var now = Minute.Parse(Text(row, "now")[..16]).Value;
            return (Text(row, "text"), new ReadingContext(now, group, !group || row.GetProperty("mentioned").GetBoolean(), null, Roles.None, null, roster, Text(row, "lang")));
        }).ToArray();
        new Random(4).Shuffle(messages);
        return [.. messages];
    }

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString() ?? "";

    /// <summary>The sample roster, whose names the messages hold, and invented units and people beside it.</summary>
    private static RosterBook Large(string sample, int units, int people)
    {
        const string First = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏";
        const string Second = "松柏梅兰竹菊江河湖海山川云雨风雪春夏秋冬东南西北红黄蓝白青紫";
        var file = Path.GetTempFileName();
        try
        {
            var names = Enumerable.Range(0, units).Select(u => $"{Second[u % 30]}{Second[u / 30 % 30]}{First[((u * 7) + (u / 900)) % 30]}镇").ToList();
            var rows = Enumerable.Range(0, people).Select(p => $"{names[p % units]},{First[p % 30]}{Second[p / 30 % 30]}{Second[p * 11 / 7 % 30]},信息员,1990000{p:0000},,乡镇,,");
            File.WriteAllLines(file, [.. File.ReadLines(sample), .. rows]);
            return ExampleRosterFile.Read(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "OfficerBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The benchmarks run inside the repository.");
    }
}
