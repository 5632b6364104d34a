using System.Text.Json;
using NodaTime.Text;
using OfficerBot.Conversation.Understanding.Dates;
using Xunit.Abstractions;

namespace OfficerBot.Tests.Conversation.Understanding;

/// <summary>
/// Date phrases with their expected stretch. The own sets were written from the label manual and scored once before a rule was changed for them:
/// dates-own.jsonl 94.1 %, dates-own-2.jsonl 97.9 %, dates-own-3.jsonl 89.4 % (it looks for what is seldom said), dates-own-4.jsonl 91.3 % (d-…) and,
/// after mending, 97.4 % (e-…), dates-own-5.jsonl 93.8 % (f-…) and, after mending, 99.1 % (g-…, which stays close to the style of dates-dev.jsonl).
/// </summary>
public class DateCorpusTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("dates-dev.jsonl", 0.99)]
    [InlineData("dates-own.jsonl", 0.99)]
    [InlineData("dates-own-2.jsonl", 0.99)]
    [InlineData("dates-own-3.jsonl", 0.99)]
    [InlineData("dates-own-4.jsonl", 0.99)]
    [InlineData("dates-own-5.jsonl", 0.99)]
    public void Date_phrases_give_the_expected_stretch(string file, double atLeast)
    {
        var rows = Corpora.Rows(file).ToList();
        var wrong = rows.Where(r => !IsRight(r)).Select(r => r.GetProperty("phrase").GetString()).ToList();
        output.WriteLine($"{rows.Count - wrong.Count}/{rows.Count} wrong: {string.Join(" | ", wrong)}");
        ((rows.Count - wrong.Count) / (double)rows.Count).Should().BeGreaterThanOrEqualTo(atLeast, "wrong were {0}", string.Join(" | ", wrong));
    }

    [Fact]
    public void A_repetition_is_told_as_a_rule()
    {
        var rows = Corpora.Rows("dates-dev.jsonl").Concat(Corpora.Rows("dates-own.jsonl")).Where(r => r.TryGetProperty("recur", out _)).ToList();
        rows.Should().HaveCountGreaterThan(8);
        rows.Where(r => Found(r) is not [{ Recur: { } rule }, ..] || rule != r.GetProperty("recur").GetString()).Select(r => r.GetProperty("phrase").GetString()).Should().BeEmpty();
    }

    private static EventDays Days(string stretch)
    {
        var days = stretch.Split('/').Select(d => LocalDatePattern.Iso.Parse(d).Value).ToList();
        return new(days[0], days.Count > 1 ? days[1] : null);
    }

    private static IReadOnlyList<DateSaid> Found(JsonElement row)
    {
        var events = row.TryGetProperty("context", out var context)
            ? context.EnumerateObject().ToDictionary(p => p.Name, p => Days(p.Value.GetString() ?? ""))
            : [];
        var prefer = row.TryGetProperty("prefer", out var p) ? p.GetString() : null;
        var now = Corpora.Time(row, "reference") ?? default;
        return Corpora.Content.Dates.Read(row.GetProperty("phrase").GetString() ?? "", new DateContext(now, prefer, Corpora.Calendar, events));
    }

    private static bool IsRight(JsonElement row)
    {
        var found = Found(row);
        return row.GetProperty("kind").GetString() == "none"
            ? found.Count == 0
            : found.Count > 0 && found[0].Span.Start == Corpora.Time(row, "start") && found[0].Span.End == Corpora.Time(row, "end");
    }
}
