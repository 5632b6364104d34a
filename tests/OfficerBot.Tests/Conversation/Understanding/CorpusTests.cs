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
}
