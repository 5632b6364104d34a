using System.Text;
using NodaTime;
using OfficerBot.Documents.Mail;
using OfficerBot.Domain.Deliveries;
using OfficerBot.Mail;
using OfficerBot.Mail.Smtp;
using OfficerBot.Mailing;
using OfficerBot.Settings;

namespace OfficerBot.Tests.Mail;

/// <summary>Lines that drop, hang or fill with rubbish: what matters is only whether the server may have the letter.</summary>
public sealed class SmtpBreakTests
{
    [Theory]
    [InlineData("connect")]
    [InlineData("EHLO")]
    [InlineData("AUTH")]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    [InlineData("body")]
    public async Task A_line_that_drops_before_the_final_dot_leaves_no_doubt(string point)
    {
        await using var server = new ScriptedSmtpServer(new SmtpScript().At(point, PeerAct.Drop));

        (await SubmitAsync(server, fileBytes: 9_000_000)).Should().BeOfType<SmtpOutcome.Transient>();

        server.Taken.Should().BeEmpty();
    }

    public static TheoryData<string, PeerAct> Breaks => new()
    {
        { "drop", PeerAct.Drop },
        { "garbage", PeerAct.Say("\u0001\u0002 HTTP/1.1 200 OK") },
        { "no code", PeerAct.Say("OK") },
        { "a code that is none", PeerAct.Say("999 2.0.0 Ok") },
        { "a question", PeerAct.Say("354 go on") },
        { "half a reply", PeerAct.SayThenDrop("250-2.0.0 Ok: queued as X") },
        { "half a line", new PeerAct("250 2.0.0 Ok"u8.ToArray(), Drops: true) },
        { "two codes in one reply", PeerAct.Say("250-yes\r\n550 no") },
        { "a line of 10 MB", new PeerAct(Encoding.ASCII.GetBytes("250 " + new string('x', 10_000_000)), Drops: true) },
        { "100,000 lines", new PeerAct(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("250-x\r\n", 100_000))), Drops: true) },
    };

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task What_breaks_after_the_final_dot_leaves_the_fate_open(string what, PeerAct act)
    {
        await using var server = new ScriptedSmtpServer(new SmtpScript().At("dot", act));

        (await SubmitAsync(server)).Should().BeOfType<SmtpOutcome.Ambiguous>(what);

        server.Taken.Should().ContainSingle();
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task The_same_breaks_before_it_do_not(string what, PeerAct act)
    {
        await using var server = new ScriptedSmtpServer(new SmtpScript().At("MAIL", act));

        (await SubmitAsync(server)).Should().BeOfType<SmtpOutcome.Transient>(what);
    }

    [Fact]
    public async Task A_server_that_hangs_after_the_final_dot_is_left_after_ten_minutes()
    {
        await using var server = new ScriptedSmtpServer(new SmtpScript().At("dot", PeerAct.Hang));
        var time = new ManualTime();
        var sending = SubmitAsync(server, time: time);
        await server.Reached("dot");

        time.Advance(TimeSpan.FromMinutes(9));
        sending.IsCompleted.Should().BeFalse();
        time.Advance(TimeSpan.FromMinutes(1));

        (await sending).Should().BeOfType<SmtpOutcome.Ambiguous>();
    }

    [Fact]
    public async Task A_server_that_never_greets_is_left_after_ten_seconds()
    {
        await using var server = new ScriptedSmtpServer(new SmtpScript().At("connect", PeerAct.Hang));
        var time = new ManualTime();
        var sending = SubmitAsync(server, time: time);
        await time.Awaiting(TimeSpan.FromSeconds(10));

        time.Advance(TimeSpan.FromSeconds(10));

        (await sending).Should().BeOfType<SmtpOutcome.Transient>().Which.Stage.Should().Be(SmtpStage.Greeting);
    }

    [Theory]
    [InlineData("MAIL", typeof(SmtpOutcome.Transient))]
    [InlineData("dot", typeof(SmtpOutcome.Ambiguous))]
    public async Task A_shutdown_in_the_middle_still_says_where_the_letter_is(string point, Type outcome)
    {
        await using var server = new ScriptedSmtpServer(new SmtpScript().At(point, PeerAct.Hang));
        using var stop = new CancellationTokenSource();
        var sending = SubmitAsync(server, stop: stop.Token);
        await server.Reached(point);

        await stop.CancelAsync();

        (await sending).Should().BeOfType(outcome);
    }

    [Fact]
    public async Task A_server_that_takes_the_letter_and_leaves_without_goodbye_has_taken_it()
    {
        await using var server = new ScriptedSmtpServer(new SmtpScript().At("dot", PeerAct.SayThenDrop("250 OK: queued as.")));

        var accepted = (await SubmitAsync(server)).Should().BeOfType<SmtpOutcome.Accepted>().Subject;

        (accepted.Words, accepted.QueueId).Should().Be(("250 OK: queued as.", null));
    }

    [Fact]
    public async Task No_server_at_all_is_tried_again()
    {
        var server = new ScriptedSmtpServer(new SmtpScript());
        var port = server.Port;
        await server.DisposeAsync();

        var outcome = await SubmitAsync(new SmtpSettings("127.0.0.1", port, MailSecurity.Tls));

        outcome.Should().BeOfType<SmtpOutcome.Transient>().Which.Stage.Should().Be(SmtpStage.Connect);
    }

    [Fact]
    public async Task A_letter_whose_end_was_not_seen_goes_out_once_more_with_the_same_bytes()
    {
        await using var server = new ScriptedSmtpServer(new SmtpScript().At("dot", PeerAct.Drop));
        var now = Instant.FromUtc(2020, 9, 16, 3, 20);

        var first = Delivery.Begin(Delivery.Start(now), now);
        var doubt = Delivery.After(first, AttemptResults.Of(await SubmitAsync(server), now), now);
        server.Script = new SmtpScript();
        var second = Delivery.Begin(doubt, Delivery.DueAt(doubt)!.Value); // an open end is due again
        var end = Delivery.After(second, AttemptResults.Of(await SubmitAsync(server), now), now);

        end.Should().Be(new DeliveryState.Accepted(new DeliveryTries(2, 1, true), now, "250 2.0.0 Ok: queued as 4XyZ0123"));
        server.Taken.Should().HaveCount(2).And.OnlyContain(mail => mail == server.Taken.First());
    }

    private static Task<SmtpOutcome> SubmitAsync(
        ScriptedSmtpServer server, int fileBytes = 100_000, ManualTime? time = null, CancellationToken stop = default) =>
        SubmitAsync(new SmtpSettings("127.0.0.1", server.Port, MailSecurity.None, "officerbot@example.org", "secret"), fileBytes, time, stop);

    private static Task<SmtpOutcome> SubmitAsync(
        SmtpSettings settings, int fileBytes = 1_000, ManualTime? time = null, CancellationToken stop = default) =>
        new SmtpSubmission(settings, time ?? new ManualTime()).SubmitAsync(
            new Envelope(SampleLetter.Bot, [SampleLetter.Office], "a"), MimeWriter.Write(SampleLetter.Report(fileBytes: fileBytes)), stop);
}
