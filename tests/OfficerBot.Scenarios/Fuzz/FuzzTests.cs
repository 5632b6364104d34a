using System.Net;
using OfficerBot.Scenarios.Campaigns;
using Xunit.Abstractions;

namespace OfficerBot.Scenarios.Fuzz;

/// <summary>Activities, tokens, uploads and sheets that are wrong in every way chance finds, against the service as a process of its own.</summary>
[Trait(Campaign.Trait, "fuzz")]
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Quarters = 4;

    /// <summary>Fewer inputs only fill the caches.</summary>
    private const int Settled = 50_000;

    /// <summary>What the process may grow by in the second half, its caches being full.</summary>
    private const long Growth = 96L << 20;

    [Fact]
    public async Task Whatever_is_sent_the_service_answers_in_time_keeps_its_memory_and_goes_on()
    {
        var (size, seed) = (Campaign.Size(400), Campaign.Seed(20200916));
        await using var world = await FuzzWorld.OpenAsync();
        using var run = new FuzzRun(world, seed) { Limit = TimeSpan.FromSeconds(Campaign.IsFull ? 1 : 10) };
        var memory = new List<long>();
        for (var quarter = 0; quarter < Quarters; quarter++)
        {
            await run.SendAsync(quarter * size / Quarters, size / Quarters);
            memory.Add(world.Memory);
            (await OrdinaryAsync(world, quarter)).Should().Be(HttpStatusCode.OK, "an ordinary message is answered as ever");
        }

        Tell(run, seed, size, memory, world.Answers);
        var (code, words) = await world.Service.StopAsync();
        var faults = Faults(words);
        faults.ForEach(f => Campaign.Tell(output, $"fuzz: logged: {f}"));
        run.Wrong.Should().BeEmpty();
        code.Should().Be(0);
        words.Should().Contain("Z WRN 2202 ", "refusals are logged in the form in which faults are looked for");
        faults.Should().BeEmpty();
        if (size >= Settled)
        {
            (memory[^1] - memory[1]).Should().BeLessThan(Growth);
        }
    }

    private static async Task<HttpStatusCode> OrdinaryAsync(FuzzWorld world, int number)
    {
        using var http = new HttpClient();
        var input = new FuzzInput("ordinary", "", HttpMethod.Post, "api/messages", world.PlainMessage($"ordinary-{number}"), [("Authorization", world.Bearers[0]), ("Content-Type", "application/json")]);
        using var request = input.Request(world.Service.Root);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    // A turn that fails is answered with a sentence and 200; only the log tells.
    private static List<string> Faults(string words)
    {
        var lines = words.Split('\n');
        return [.. lines.Select((line, n) => (line, n)).Where(l => IsFault(l.line)).DistinctBy(l => string.Concat(lines.Skip(l.n + 1).Take(3))).Take(12).Select(l => string.Join('\n', lines.Skip(l.n).Take(12)))];
    }

    // 2026-11-22T03:44:52.194Z ERR 102 …; a crash is told by the runtime itself. 213: the channel does not take an answer, as when its conversation's
    // name, which chance made, is longer than any address may be.
    private static bool IsFault(string line) => (line.Contains("Z ERR ", StringComparison.Ordinal) && !line.Contains("Z ERR 213 ", StringComparison.Ordinal)) || line.Contains("Z CRT ", StringComparison.Ordinal)
        || line.StartsWith("Unhandled exception", StringComparison.Ordinal);

    private void Tell(FuzzRun run, int seed, int size, List<long> memory, int answers)
    {
        Campaign.Tell(output, $"fuzz: {size} inputs, seed {seed}, {run.Wrong.Count} wrong; {answers} answers posted; memory at each quarter {string.Join(", ", memory.Select(m => $"{m >> 20} MiB"))}");
        Campaign.Tell(output, $"fuzz: {string.Join(", ", run.Answers.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}: {a.Value}"))}");
        foreach (var (took, what) in run.Slowest)
        {
            Campaign.Tell(output, $"fuzz: {took.TotalMilliseconds:0} ms for {what}");
        }

        foreach (var wrong in run.Wrong.Take(20))
        {
            Campaign.Tell(output, $"fuzz: wrong: {wrong}");
        }
    }
}
