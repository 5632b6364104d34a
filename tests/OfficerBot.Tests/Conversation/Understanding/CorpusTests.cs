using System.Text.Json;
using NodaTime.Text;
using OfficerBot.Conversation.Understanding.Dates;
using Xunit.Abstractions;

namespace OfficerBot.Tests.Conversation.Understanding;

public class CorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void The_content_loads_and_every_example_is_understood() => Corpora.Load.Problems.Should().BeEmpty();

    [Fact]
    public void Messages_that_rules_were_written_with_are_understood()
    {
        var figures = Scorer.Score([.. Corpora.Messages.Where(m => !m.HeldBack)]);
        output.WriteLine(figures.ToString());
        figures.Intent.Should().BeGreaterThanOrEqualTo(0.99);
        figures.Frame.Should().BeGreaterThanOrEqualTo(0.98);
        figures.FalseCaptures.Should().Be(0);
        figures.LeadsMissed.Should().BeLessThanOrEqualTo(1);
    }

    [Fact]
    public void Messages_held_back_are_understood_too()
    {
        var figures = Scorer.Score([.. Corpora.Messages.Where(m => m.HeldBack)]);
        output.WriteLine(figures.ToString());
        figures.Intent.Should().BeGreaterThanOrEqualTo(0.87);
        figures.Frame.Should().BeGreaterThanOrEqualTo(0.73);
        figures.FalseCaptures.Should().Be(0);
        figures.LeadsMissed.Should().BeLessThanOrEqualTo(3);
    }

    [Fact]
    public void Messages_in_other_peoples_styles_are_understood()
    {
        var wrong = Corpora.OwnMessages.Select(m => (m, Said: Corpora.Reader.Read(m.Text, m.Context).Intent)).Where(x => x.Said != x.m.Intent)
            .Select(x => $"{x.m.Text}: {x.m.Intent}, not {x.Said}").ToList();
        output.WriteLine($"{Corpora.OwnMessages.Count - wrong.Count}/{Corpora.OwnMessages.Count}\n{string.Join('\n', wrong)}");
        wrong.Count.Should().BeLessThanOrEqualTo(2);
    }

    [Theory]
    [InlineData(false, 0.98)]
    [InlineData(true, 0.93)]
    public void Date_phrases_give_the_expected_stretch(bool heldBack, double atLeast)
    {
        var rows = Corpora.Rows("dates-dev.jsonl").Where(r => Corpora.IsHeldBack(r.GetProperty("id").GetString() ?? "") == heldBack).ToList();
        var wrong = rows.Where(r => !IsRight(r)).Select(r => r.GetProperty("phrase").GetString()).ToList();
        output.WriteLine($"{rows.Count - wrong.Count}/{rows.Count}{(heldBack ? "" : " wrong: " + string.Join(" | ", wrong))}");
        ((rows.Count - wrong.Count) / (double)rows.Count).Should().BeGreaterThanOrEqualTo(atLeast);
    }

    private static EventDays Days(string stretch)
    {
        var days = stretch.Split('/').Select(d => LocalDatePattern.Iso.Parse(d).Value).ToList();
        return new(days[0], days.Count > 1 ? days[1] : null);
    }

    private static bool IsRight(JsonElement row)
    {
        var events = row.TryGetProperty("context", out var context)
            ? context.EnumerateObject().ToDictionary(p => p.Name, p => Days(p.Value.GetString() ?? ""))
            : [];
        var prefer = row.TryGetProperty("prefer", out var p) ? p.GetString() : null;
        var now = Corpora.Time(row, "reference") ?? default;
        var found = Corpora.Content.Dates.Read(row.GetProperty("phrase").GetString() ?? "", new DateContext(now, prefer, Corpora.Calendar, events));
        return row.GetProperty("kind").GetString() == "none"
            ? found.Count == 0
            : found.Count > 0 && found[0].Span.Start == Corpora.Time(row, "start") && found[0].Span.End == Corpora.Time(row, "end");
    }
}
