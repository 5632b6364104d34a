using OfficerBot.Jobs;
using OfficerBot.Protocol.Connector;

namespace OfficerBot.Tests.Jobs;

public sealed class ConnectorTriesTests
{
    private static readonly DateTimeOffset Start = new(2020, 9, 16, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(ConnectorOutcome.Unavailable, 3)]
    [InlineData(ConnectorOutcome.Faulty, 1)]
    [InlineData(ConnectorOutcome.Ambiguous, 1)]
    [InlineData(ConnectorOutcome.Refused, 0)]
    [InlineData(ConnectorOutcome.Unauthorized, 0)]
    [InlineData(ConnectorOutcome.Forbidden, 0)]
    public void It_is_tried_again_so_often_and_then_given_up(object outcome, int again)
    {
        var tries = new ConnectorTries(Start);
        for (var i = 0; i < again; i++)
        {
            tries.After(Answer((ConnectorOutcome)outcome, 500), Start).Should().BeOfType<ConnectorVerdict.Again>();
        }

        tries.After(Answer((ConnectorOutcome)outcome, 500), Start).Should().Be(new ConnectorVerdict.Failed(false));
        tries.Count.Should().Be(again + 1);
    }

    [Theory]
    [InlineData(ConnectorOutcome.Throttled, 5)]
    [InlineData(ConnectorOutcome.Conflict, 5)]
    [InlineData(ConnectorOutcome.NotSent, 120)]
    public void It_is_tried_until_its_time_is_over(object outcome, int minutes)
    {
        var tries = new ConnectorTries(Start);
        var at = Start;
        var waits = new List<double>();
        while (tries.After(Answer((ConnectorOutcome)outcome), at) is ConnectorVerdict.Again again)
        {
            at += again.Wait;
            waits.Add(again.Wait.TotalSeconds);
        }

        (at - Start).Should().BeLessThanOrEqualTo(TimeSpan.FromMinutes(minutes)).And.BeGreaterThan(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(36));
        waits.Take(6).Zip([1d, 2, 4, 8, 16, 30]).Should().AllSatisfy(p => p.First.Should().BeInRange(p.Second * 0.8, p.Second * 1.2));
        waits.Max().Should().BeLessThanOrEqualTo(36);
    }

    [Theory]
    [InlineData(ConnectorOutcome.Throttled, 429)]
    [InlineData(ConnectorOutcome.Unavailable, 503)]
    public void A_wait_that_is_told_is_kept_to_the_letter_and_for_an_hour_at_most(object outcome, int status)
    {
        var tries = new ConnectorTries(Start);
        tries.After(Answer((ConnectorOutcome)outcome, status, after: 17), Start).Should().Be(new ConnectorVerdict.Again(TimeSpan.FromSeconds(17)));
        tries.After(Answer((ConnectorOutcome)outcome, status, after: 301), Start).Should().Be(new ConnectorVerdict.Again(TimeSpan.FromSeconds(301)));
        tries.After(Answer((ConnectorOutcome)outcome, status, after: 86_400), Start).Should().Be(new ConnectorVerdict.Again(TimeSpan.FromHours(1)));
    }

    [Theory]
    [InlineData(ConnectorOutcome.Throttled, 429)]
    [InlineData(ConnectorOutcome.Unavailable, 503)]
    public void Who_is_told_to_wait_again_and_again_has_two_hours_and_the_next_message_waits_as_told(object outcome, int status)
    {
        var tries = new ConnectorTries(Start);
        var at = Start;
        ConnectorVerdict verdict;
        while ((verdict = tries.After(Answer((ConnectorOutcome)outcome, status, after: 700), at)) is ConnectorVerdict.Again again)
        {
            at += again.Wait;
        }

        (at - Start).Should().Be(TimeSpan.FromSeconds(7000));
        verdict.Should().Be(new ConnectorVerdict.Failed(false) { Rest = TimeSpan.FromSeconds(700) });
    }

    [Fact]
    public void A_channel_that_says_soon_for_long_is_asked_as_seldom_as_one_that_says_nothing()
    {
        var tries = new ConnectorTries(Start);
        var at = Start;
        while (tries.After(Answer(ConnectorOutcome.Throttled, 429, after: 1), at) is ConnectorVerdict.Again again)
        {
            at += again.Wait;
        }

        (at - Start).Should().BeGreaterThan(TimeSpan.FromMinutes(119));
        tries.Count.Should().BeInRange(300 + 190, 300 + 310);
    }

    [Fact]
    public void A_gateway_that_may_have_passed_it_on_has_three_more_tries_whatever_it_tells()
    {
        var tries = new ConnectorTries(Start);
        var verdicts = Enumerable.Range(0, 4).Select(_ => tries.After(Answer(ConnectorOutcome.Unavailable, 504, after: 1), Start)).ToList();
        verdicts.Take(3).Should().AllBeOfType<ConnectorVerdict.Again>();
        verdicts[3].Should().BeOfType<ConnectorVerdict.Failed>();
    }

    [Fact]
    public void At_once_is_believed_three_times()
    {
        var tries = new ConnectorTries(Start);
        var waits = Enumerable.Range(0, 4).Select(_ => ((ConnectorVerdict.Again)tries.After(Answer(ConnectorOutcome.Throttled, 429, after: 0), Start)).Wait).ToList();
        waits.Take(3).Should().AllBeEquivalentTo(TimeSpan.Zero);
        waits[3].Should().BeGreaterThan(TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData(403, "BotNotInConversationRoster", true)]
    [InlineData(403, "ConversationBlockedByUser", true)]
    [InlineData(403, "BotDisabledByAdmin", true)]
    [InlineData(403, "MessageWritesBlocked", true)]
    [InlineData(403, "ForbiddenOperationException", true)]
    [InlineData(404, "ConversationNotFound", true)]
    [InlineData(404, "ActivityNotFoundInConversation", false)]
    [InlineData(404, null, false)]
    [InlineData(403, "Forbidden", false)]
    [InlineData(413, "MessageSizeTooBig", false)]
    public void Some_refusals_say_that_the_chat_is_closed(int status, string? code, bool isDead) =>
        new ConnectorTries(Start).After(Answer(ConnectorOutcome.Refused, status, code), Start).Should().Be(new ConnectorVerdict.Failed(isDead));

    [Fact]
    public void The_other_cloud_is_tried_once()
    {
        var tries = new ConnectorTries(Start);
        tries.After(Answer(ConnectorOutcome.Refused, 403, "InvalidBotApiHost"), Start).Should().BeOfType<ConnectorVerdict.Moved>();
        tries.After(Answer(ConnectorOutcome.Refused, 403, "InvalidBotApiHost"), Start).Should().Be(new ConnectorVerdict.Failed(false));
    }

    private static ConnectorAnswer Answer(ConnectorOutcome outcome, int status = 0, string? code = null, int? after = null) =>
        new(outcome, status, default, code, after is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
}
