using System.Diagnostics;
using Xunit.Abstractions;

namespace OfficerBot.Tests.Conversation.Understanding;

/// <summary>A campaign (tests/campaigns/run hostile-text): 5,000 texts in a test run, 100,000 at full size.</summary>
[Trait("Campaign", "hostile-text")]
public class HostileMessageTests(ITestOutputHelper output)
{
    /// <summary>What a text may take, in milliseconds: of several readings the quickest, since other tests run beside this one.</summary>
    private static readonly double Most = Number("SIZE") is null ? 250 : 20;

    /// <summary>Readings of the corpus after which the code has its final form.</summary>
    private const int Warming = 40;

    [Fact]
    public void No_text_throws_and_none_takes_long()
    {
        var seed = Number("SEED") ?? 4;
        var context = Corpora.Messages[0].Context;
        var size = Number("SIZE") ?? 5_000;
        for (var round = 0; round < Warming; round++)
        {
            Corpora.Messages.ToList().ForEach(m => Corpora.Reader.Read(m.Text, m.Context)); // what is measured is reading, not making the machine code
        }

        var slow = new List<string>();
        var worst = 0.0;
        for (var i = 0; i < size; i++)
        {
            var text = HostileMessages.Any(seed, i);
            var taken = Quickest(() => Corpora.Reader.Read(text, context with { IsGroup = i % 2 == 0, IsAddressed = i % 3 == 0 }));
            worst = Math.Max(worst, taken);
            if (taken > Most)
            {
                slow.Add($"text {i} of seed {seed}, {text.Length} characters: {taken:0} ms");
            }
        }

        Tell($"hostile text: {size} texts, seed {seed}, none threw, worst {worst:0.0} ms");
        slow.Should().BeEmpty();
    }

    private static double Quickest(Action read)
    {
        const double Unhurried = 5;
        var best = double.MaxValue;
        for (var times = 0; times < 5 && best > Unhurried; times++)
        {
            var from = Stopwatch.GetTimestamp();
            read();
            best = Math.Min(best, Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }

        return best;
    }

    private void Tell(string figures)
    {
        output.WriteLine(figures);
        if (Environment.GetEnvironmentVariable("OFFICERBOT_CAMPAIGN_FIGURES") is { Length: > 0 } file)
        {
            File.AppendAllText(file, figures + "\n");
        }
    }

    private static int? Number(string name)
        => int.TryParse(Environment.GetEnvironmentVariable($"OFFICERBOT_CAMPAIGN_{name}"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
