using OfficerBot.Domain.Filings;
using OfficerBot.Mail;
using OfficerBot.Mail.Smtp;
using OfficerBot.Mailing;
using OfficerBot.Scenarios.Mail;
using OfficerBot.Scenarios.Office;
using OfficerBot.Settings;

namespace OfficerBot.Scenarios.Wednesdays;

/// <summary>
/// The same Wednesday with a mail server in trouble. The sample's folder is replaced by a real submission here, where no page could ask for it; machine
/// time is moved by hand, minute by minute, so that retries come as they would.
/// </summary>
public sealed class MailDownTests
{
    [Fact]
    public async Task Reports_confirmed_while_the_server_is_down_arrive_once_and_stand_as_late_by_mail()
    {
        await using var postfix = PostfixFixture.At("127.0.0.28");
        await using var office = await OpenAsync("2020-09-16T09:30", m => new SmtpSubmission(postfix.Settings(MailSecurity.Tls), m));
        var day = new OfficeDay(office);
        await ConfirmAsync(day);

        await day.PassAsync(180, () => office.Now.TimeOfDay >= new NodaTime.LocalTime(12, 20));
        postfix.Messages().Should().BeEmpty();
        office.Sent.Of("not_delivered").Should().Contain(n => n.Person == day.IdOf("刘艺超")).And.Contain(n => n.Person == day.IdOf("黄拥军"));
        (await day.PrivatelyAsync("黄拥军", "发了没")).Names.Should().Equal("mail_waiting");

        await postfix.StartAsync();
        await day.PassAsync(30, () => office.Sent.Of("report_delivered").Count(d => d.Person == day.IdOf("黄拥军") || d.Person == day.IdOf("苏赛飞")) == 2);

        await AssertProofAsync(postfix, day, "黄拥军");
        await AssertProofAsync(postfix, day, "苏赛飞");
        postfix.Messages().Select(m => m.MessageId).Should().HaveCount(2).And.OnlyHaveUniqueItems();
        foreach (var unit in new[] { "市委宣传部", "沅江分局" })
        {
            var standing = day.StandingOf(OfficeDay.Noon, unit);
            (standing.Kind, standing.Reason).Should().Be((StandingKind.Late, "mail-failure"));
        }

        office.Sent.Of("late_by_mail_note").Should().HaveCount(2).And.OnlyContain(n => n.Person == day.IdOf("刘艺超"));
        office.Errors.Lines.Should().BeEmpty();
    }

    [Fact]
    public async Task A_server_that_takes_the_letter_and_drops_the_line_gets_it_again_under_the_same_Message_ID()
    {
        await using var server = new ScriptedSmtpServer(new SmtpScript().At("dot", PeerAct.Drop));
        var settings = new SmtpSettings("127.0.0.1", server.Port, MailSecurity.None);
        await using var office = await OpenAsync("2020-09-16T09:30", m => new SmtpSubmission(settings, m));
        var day = new OfficeDay(office);
        await day.ArriveAsync("刘艺超", "黄拥军");
        await day.PrivatelyAsync("黄拥军", "确认报送");
        await day.BeatAsync();
        (await day.PrivatelyAsync("黄拥军", "发了没")).Names.Should().Equal("mail_unclear");

        server.Script = new SmtpScript();
        await day.PassAsync(15, () => office.Sent.Of("report_delivered").Count > 0);

        server.Taken.Should().HaveCount(2, "nobody knew whether the first one was kept");
        server.Taken.Select(t => t.Text).Distinct().Should().ContainSingle("the same bytes, so a mailbox shows it once by its Message-ID");
        var proof = (await day.PrivatelyAsync("黄拥军", "发了没")).Only;
        (proof.Reply, proof.Value("words")).Should().Be(("mail_accepted", "250 2.0.0 Ok: queued as 4XyZ0123"));
        proof.Value("twice").Should().Contain("may_be_twice");
        await day.PassAsync(180, () => office.Now.TimeOfDay > new NodaTime.LocalTime(12, 0));
        day.StandingOf(OfficeDay.Noon, "市委宣传部").Kind.Should().Be(StandingKind.OnTime);
        server.Taken.Should().HaveCount(2);
        office.Errors.Lines.Should().BeEmpty();
    }

    private static Task<OfficeUnderTest> OpenAsync(string clock, Func<TimeProvider, IMailSubmission> submission) => OfficeUnderTest.OpenAsync(new()
    {
        Clock = clock,
        Replace = services => services.AddSingleton(s => submission(s.GetRequiredService<TimeProvider>())),
    });

    private static async Task ConfirmAsync(OfficeDay day)
    {
        await day.ArriveAsync("刘艺超", "黄拥军", "苏赛飞");
        await day.InGroupAsync("黄拥军", "线索：市委宣传部组织媒体记者12人集中采访洞庭湖生态修复工程。");
        (await day.PrivatelyAsync("黄拥军", "确认报送")).Names.Should().Contain("report_confirmed");
        (await day.PrivatelyAsync("苏赛飞", "确认报送")).Names.Should().Contain("report_confirmed");
    }

    /// <summary>The words shown in chat name the queue id under which the server's own log has the letter.</summary>
    private static async Task AssertProofAsync(PostfixFixture postfix, OfficeDay day, string person)
    {
        var proof = (await day.PrivatelyAsync(person, "发了没")).Only;
        proof.Reply.Should().Be("mail_accepted");
        var queueId = proof.Value("words").Split(' ')[^1];
        var logged = postfix.Log().Split('\n').Single(l => l.Contains($"{queueId}: message-id=<", StringComparison.Ordinal));
        var messageId = logged[(logged.IndexOf('<', StringComparison.Ordinal) + 1)..].TrimEnd('>', ' ');
        var stored = await postfix.MessageAsync(messageId);
        (stored.QueueId, stored.Recipient).Should().Be((queueId, "report@example.org"));
        (await PythonLetter.ReadAsync(stored.Bytes)).GetProperty("defects").GetArrayLength().Should().Be(0);
    }
}
