using NodaTime;
using OfficerBot.Domain.Deliveries;
using OfficerBot.Mail;

namespace OfficerBot.Tests.Mail;

public class LetterStateTests
{
    private static readonly Instant At = Instant.FromUtc(2020, 9, 16, 3, 20);

    private static readonly DeliveryTries Tries = new(2, 1, true);

    public static TheoryData<DeliveryState> States =>
    [
        new DeliveryState.Queued(DeliveryTries.None, At),
        new DeliveryState.Sending(Tries, At),
        new DeliveryState.Accepted(Tries, At, "250 2.0.0 Ok: queued as 4F2A1"),
        new DeliveryState.WaitingRetry(Tries, At, "451 稍后再试"),
        new DeliveryState.Ambiguous(Tries, At, ""),
        new DeliveryState.Failed(Tries, At, DeliveryFailure.InDoubt, "-"),
        new DeliveryState.Halted(Tries, At, MailStopReason.Settings, "535"),
    ];

    [Theory]
    [MemberData(nameof(States))]
    public void A_state_comes_back_from_its_text_as_it_was(DeliveryState state) =>
        LetterState.Read(LetterState.Write(state).Json, At).Should().Be(state);

    [Fact]
    public void A_letter_just_confirmed_is_due_at_once() => Delivery.DueAt(LetterState.Read("", At)).Should().Be(At);

    [Fact]
    public void A_stop_comes_back_from_its_text_as_it_was()
    {
        var stop = new MailStop(At, MailStopReason.Login, "535 authentication failed", "mark");
        LetterState.ReadStop(LetterState.WriteStop(stop)).Should().Be(stop);
        LetterState.ReadStop(null).Should().BeNull();
    }
}
