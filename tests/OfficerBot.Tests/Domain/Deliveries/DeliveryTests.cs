using NodaTime;
using OfficerBot.Domain.Deliveries;

namespace OfficerBot.Tests.Domain.Deliveries;

public sealed class DeliveryTests
{
    private static readonly Instant Now = Instant.FromUtc(2020, 9, 16, 3, 20); // 11:20 in the office

    private static readonly DeliveryTries Third = new(3, 0, false);

    [Theory]
    [InlineData(RetryPace.Soon, 1, "2020-09-16T03:22:00Z")]
    [InlineData(RetryPace.Soon, 2, "2020-09-16T03:24:00Z")]
    [InlineData(RetryPace.Soon, 3, "2020-09-16T03:28:00Z")]
    [InlineData(RetryPace.Soon, 4, "2020-09-16T03:35:00Z")]
    [InlineData(RetryPace.Soon, 199, "2020-09-16T03:35:00Z")]
    [InlineData(RetryPace.QuarterHour, 1, "2020-09-16T03:35:00Z")]
    [InlineData(RetryPace.Hour, 1, "2020-09-16T04:20:00Z")]
    [InlineData(RetryPace.Tomorrow, 1, "2020-09-16T16:05:00Z")]
    public void A_letter_that_is_put_off_waits_as_its_class_says(RetryPace pace, int attempts, string until)
    {
        var sending = new DeliveryState.Sending(new DeliveryTries(attempts, 0, false), Now - Duration.FromSeconds(2));

        var next = Delivery.After(sending, new AttemptResult.PutOff(pace, "451 later"), Now);

        next.Should().BeOfType<DeliveryState.WaitingRetry>();
        Delivery.DueAt(next).ToString().Should().Be(until);
    }

    [Fact]
    public void A_days_allowance_used_up_just_before_Beijings_midnight_comes_back_right_after_it() =>
        Delivery.RetryAt(RetryPace.Tomorrow, 1, Instant.FromUtc(2020, 9, 30, 15, 59, 59)).Should().Be(Instant.FromUtc(2020, 9, 30, 16, 5));

    [Fact]
    public void A_letter_put_off_for_two_days_is_given_up()
    {
        var sending = new DeliveryState.Sending(new DeliveryTries(200, 0, false), Now);

        Delivery.After(sending, new AttemptResult.PutOff(RetryPace.Soon, "421 no"), Now)
            .Should().BeOfType<DeliveryState.Failed>().Which.Why.Should().Be(DeliveryFailure.GaveUp);
    }

    [Fact]
    public void An_accepted_letter_is_at_its_end_with_the_servers_words_and_the_office_time()
    {
        var sending = Delivery.Begin(Delivery.Start(Now), Now);
        var officeTime = Instant.FromUtc(2020, 9, 16, 3, 59, 59);

        var next = Delivery.After(sending, new AttemptResult.Taken(officeTime, "250 2.0.0 Ok: queued as 4X"), Now);

        next.Should().Be(new DeliveryState.Accepted(new DeliveryTries(1, 0, false), officeTime, "250 2.0.0 Ok: queued as 4X"));
        Delivery.DueAt(next).Should().BeNull();
        Delivery.SendNow(next, Now).Should().Be(next);
    }

    [Fact]
    public void A_silent_end_is_sent_again_once_after_ten_minutes_and_marked_then_left_to_a_person()
    {
        var first = Delivery.After(Delivery.Begin(Delivery.Start(Now), Now), new AttemptResult.OpenEnd("dropped"), Now);

        first.Should().BeOfType<DeliveryState.Ambiguous>().Which.Until.Should().Be(Now + Duration.FromMinutes(10));
        var again = Delivery.Begin(first, Now + Duration.FromMinutes(10));
        again.Tries.Should().Be(new DeliveryTries(2, 1, true));

        Delivery.After(again, new AttemptResult.OpenEnd("dropped"), Now)
            .Should().BeOfType<DeliveryState.Failed>().Which.Why.Should().Be(DeliveryFailure.InDoubt);
        Delivery.After(again, new AttemptResult.Taken(Now, "250"), Now).Tries.MayBeDuplicate.Should().BeTrue();
    }

    [Fact]
    public void A_clear_no_between_two_silent_ends_does_not_grant_a_third_copy()
    {
        var tries = new DeliveryTries(2, 1, true);

        var putOff = Delivery.After(new DeliveryState.Sending(tries, Now), new AttemptResult.PutOff(RetryPace.Soon, "421"), Now);
        var last = Delivery.After(Delivery.Begin(putOff, Now + Duration.FromMinutes(4)), new AttemptResult.OpenEnd(""), Now);

        last.Should().BeOfType<DeliveryState.Failed>();
    }

    [Fact]
    public void However_often_the_process_dies_while_sending_the_letter_is_sent_again()
    {
        DeliveryState state = Delivery.Start(Now);
        var at = Now;
        for (var death = 1; death <= 5; death++)
        {
            var waiting = Delivery.AfterRestart(Delivery.Begin(state, at));
            waiting.Until.Should().Be(at + Duration.FromMinutes(10));
            waiting.Tries.Should().Be(new DeliveryTries(death, 0, true));
            (state, at) = (waiting, waiting.Until);
        }

        Delivery.DueAt(state).Should().Be(at);
    }

    [Fact]
    public void A_wrong_login_halts_the_letter_and_raises_one_alarm_until_the_settings_change()
    {
        var halted = (DeliveryState.Halted)Delivery.After(
            Delivery.Begin(Delivery.Start(Now), Now), new AttemptResult.Stopped(MailStopReason.Login, "535 no"), Now);

        Delivery.DueAt(halted).Should().BeNull();
        var stop = MailStop.Begin(null, halted, "settings 1");
        stop.Should().Be(new MailStop(Now, MailStopReason.Login, "535 no", "settings 1"));
        MailStop.Begin(stop, halted, "settings 1").Should().BeNull("it is known");
        stop!.Holds("settings 2").Should().BeFalse();
        MailStop.Begin(stop, halted, "settings 2").Should().NotBeNull("the new settings are wrong too");
        Delivery.DueAt(Delivery.Resume(halted, Now)).Should().Be(Now);
    }

    [Fact]
    public void A_letter_refused_for_good_is_not_tried_again_unless_a_person_asks()
    {
        var failed = Delivery.After(Delivery.Begin(Delivery.Start(Now), Now), new AttemptResult.Refused("554 DT:SPM"), Now);

        Delivery.DueAt(failed).Should().BeNull();
        Delivery.DueAt(Delivery.SendNow(failed, Now)).Should().Be(Now);
    }

    [Fact]
    public void A_waiting_letter_can_be_hurried_but_not_sent_before_it_is_due()
    {
        var waiting = new DeliveryState.WaitingRetry(Third, Now + Duration.FromMinutes(8), "451");

        FluentActions.Invoking(() => Delivery.Begin(waiting, Now)).Should().Throw<InvalidOperationException>();
        Delivery.Begin(Delivery.SendNow(waiting, Now), Now).Tries.Attempts.Should().Be(4);
    }

    public static TheoryData<DeliveryState> States => new()
    {
        new DeliveryState.Queued(Third, Now),
        new DeliveryState.Sending(Third, Now),
        new DeliveryState.Accepted(Third, Now, "250 Ok"),
        new DeliveryState.WaitingRetry(Third, Now, "451"),
        new DeliveryState.Ambiguous(Third with { OpenEnds = 1, MayBeDuplicate = true }, Now, "dropped"),
        new DeliveryState.Failed(Third, Now, DeliveryFailure.GaveUp, "421"),
        new DeliveryState.Halted(Third, Now, MailStopReason.Settings, "Certificate"),
    };

    [Theory]
    [MemberData(nameof(States))]
    public void Every_state_comes_back_from_its_row(DeliveryState state) => DeliveryRow.Of(state).ToState().Should().Be(state);

    [Fact]
    public void What_is_sending_taken_failed_or_halted_cannot_be_begun() =>
        ((IEnumerable<object[]>)States).Select(row => (DeliveryState)row[0]).Where(state => Delivery.DueAt(state) is null).Should().HaveCount(4).And.AllSatisfy(
            state => FluentActions.Invoking(() => Delivery.Begin(state, Now)).Should().Throw<InvalidOperationException>());

    [Theory]
    [InlineData("lost", 0)]
    [InlineData("failed", 9)]
    public void A_row_that_no_state_wrote_is_refused(string word, int reason) =>
        FluentActions.Invoking(() => new DeliveryRow(word, Now, Third, reason, "").ToState()).Should().Throw<InvalidOperationException>();
}
