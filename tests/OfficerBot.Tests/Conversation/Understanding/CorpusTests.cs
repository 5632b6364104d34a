using Xunit.Abstractions;

namespace OfficerBot.Tests.Conversation.Understanding;

public class CorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void The_content_loads_and_every_example_is_understood() => Corpora.Load.Problems.Should().BeEmpty();

    [Theory]
    [InlineData(null, 0.99, 0.98)]
    [InlineData("zh", 0.99, 0.98)]
    [InlineData("en", 0.97, 0.95)]
    public void Messages_of_the_corpus_are_understood(string? language, double intent, double frame)
    {
        Judge([.. Corpora.Messages.Where(m => language is null || m.Context.Locale == language)], intent, frame, leadsMissed: 1);
    }

    [Theory]
    [InlineData(null, 0.97, 0.91)]
    [InlineData("zh", 0.97, 0.91)]
    [InlineData("en", 0.97, 0.90)]
    public void Messages_written_before_the_reader_saw_them_are_understood(string? language, double intent, double frame)
    {
        Judge([.. Corpora.ForeignMessages.Where(m => language is null || m.Context.Locale == language)], intent, frame, leadsMissed: 1);
    }

    [Theory]
    [InlineData(1, 0.99, 0.98)]
    [InlineData(2, 0.99, 0.98)]
    [InlineData(3, 0.97, 0.95)]
    [InlineData(4, 0.97, 0.95)]
    [InlineData(5, 0.99, 0.98)]
    [InlineData(6, 0.99, 0.98)]
    [InlineData(7, 0.99, 0.98)]
    [InlineData(8, 0.97, 0.96)]
    [InlineData(9, 0.99, 0.98)]
    [InlineData(10, 0.99, 0.98)]
    [InlineData(11, 0.99, 0.98)]
    [InlineData(12, 0.99, 0.98)]
    [InlineData(13, 0.99, 0.98)]
    [InlineData(14, 0.98, 0.96)]
    public void Messages_of_people_who_never_saw_the_rules_are_understood(int batch, double intent, double frame)
    {
        Judge(Corpora.BlindMessages(batch), intent, frame);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Messages_written_to_find_where_the_rules_fail_are_understood(string language)
    {
        Judge([.. Corpora.StyleMessages.Where(m => m.Context.Locale == language)], 0.99, 0.97);
    }

    [Fact]
    public void Rules_are_not_made_of_the_messages_they_are_judged_by()
    {
        var lines = Directory.GetFiles(Path.Combine(Corpora.Root, "dialogs"), "*.rule", SearchOption.AllDirectories)
            .SelectMany(File.ReadLines).Where(l => l.Length > 0 && l[0] is not ('=' or '!' or '#')).ToList();
        var copied = Corpora.Messages.Where(m => m.Text.Length >= 8 && lines.Exists(l => l.Contains(m.Text, StringComparison.OrdinalIgnoreCase))).Select(m => m.Text);
        copied.Should().BeEmpty();
    }

    [Fact]
    public void Slots_of_our_own_messages_are_filled_where_a_row_names_them()
    {
        var rows = Corpora.OwnMessages.Where(m => m.Row.TryGetProperty("slots", out _)).ToList();
        rows.Should().NotBeEmpty();
        rows.Where(r => Scorer.Score([r]).Frame < 1).Select(r => r.Text).Should().BeEmpty();
    }

    [Fact]
    public void Messages_in_other_peoples_styles_are_understood()
    {
        var wrong = Corpora.OwnMessages.Select(m => (m, Said: Corpora.Reader.Read(m.Text, m.Context).Intent)).Where(x => x.Said != x.m.Intent)
            .Select(x => $"{x.m.Text}: {x.m.Intent}, not {x.Said}").ToList();
        output.WriteLine($"{Corpora.OwnMessages.Count - wrong.Count}/{Corpora.OwnMessages.Count}\n{string.Join('\n', wrong)}");
        wrong.Count.Should().BeLessThanOrEqualTo(2);
    }

    /// <summary>Reads the messages and compares with their floors; chatter is never filed.</summary>
    private void Judge(IReadOnlyList<LabelledRow> messages, double intent, double frame, int leadsMissed = 0)
    {
        var figures = Scorer.Score(messages);
        output.WriteLine(figures.ToString());
        figures.Intent.Should().BeGreaterThanOrEqualTo(intent);
        figures.Frame.Should().BeGreaterThanOrEqualTo(frame);
        figures.FalseCaptures.Should().Be(0);
        figures.LeadsMissed.Should().BeLessThanOrEqualTo(leadsMissed);
    }
}
