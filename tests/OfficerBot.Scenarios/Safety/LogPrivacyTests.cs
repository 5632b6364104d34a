using NodaTime;
using OfficerBot.Conversation.Reports;
using OfficerBot.Domain.Papers;
using OfficerBot.Scenarios.Office;
using OfficerBot.Wiring;

namespace OfficerBot.Scenarios.Safety;

/// <summary>The log says that something happened and by which ids; never what was said, by whom by name, to which number, or with which key.</summary>
public sealed class LogPrivacyTests
{
    private const string Planted = "白沙河老渡口的蓝色水泵";

    [Fact]
    public async Task A_day_of_leads_contacts_imports_strangers_and_mail_leaves_no_word_of_anybody_in_the_log()
    {
        var log = new EveryLogLine();
        await using var office = await OpenAsync(log, _ => { });
        await SayAsync(office, "周晓燕", true, $"线索：{Planted}昨夜被人拆走。");
        await SayAsync(office, "苏赛飞", false, $"线索：沅江分局查看{Planted}。");
        await SayAsync(office, "刘艺超", false, "周晓燕电话");
        await SayAsync(office, "刘艺超", false, "导出通讯录");
        await SayAsync(office, "刘艺超", false, "白沙镇信息员换成张小慧，19900000099");
        await SayAsync(office, "刘艺超", false, "是");
        await SayAsync(office, "刘艺超", false, $"周晓燕 09:12\n{Planted}已复位。");
        var stranger = await office.SitAsStrangerAsync("河边过客", false);
        await stranger.OpenAsync();
        await stranger.SayAsync($"我看见{Planted}了，电话19900000098");
        await office.MoveClockAsync("11:20");
        (await SayAsync(office, "苏赛飞", false, "确认报送")).Names.Should().Contain("report_confirmed");
        await office.BeatAsync();
        Directory.GetFiles(office.MailFolder, "*.eml").Should().NotBeEmpty();
        await (await office.SitAsync("周晓燕", false)).TryAsync(new { type = "nonsense", text = Planted });

        AssertNothingOfAnybody(log, office, "张小慧", "河边过客", "19900000099", "19900000098");
    }

    [Fact]
    public async Task A_turn_that_fails_leaves_its_fault_number_in_the_log_and_no_word_of_it()
    {
        var log = new EveryLogLine();
        await using var office = await OpenAsync(log, s => s.AddSingleton<IPaperPress>(new TalkativePress()));
        await SayAsync(office, "苏赛飞", false, $"线索：沅江分局查看{Planted}。");

        var heard = await SayAsync(office, "苏赛飞", false, "看看报告");

        heard.Names.Should().Equal("something_went_wrong");
        log.Lines.Should().Contain(l => l.Contains(heard.Only.Value("fault"), StringComparison.Ordinal) && l.Contains(nameof(TalkativePress), StringComparison.Ordinal));
        AssertNothingOfAnybody(log, office);
    }

    [Fact]
    public async Task A_request_that_nobody_caught_is_logged_without_its_words_too()
    {
        var log = new EveryLogLine();
        await using var services = new ServiceCollection().AddLogging(l => l.AddProvider(log)).BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services };

        await Faults.AnswerAsync(context, _ => throw new FormatException(Planted));

        context.Response.StatusCode.Should().Be(500);
        log.Lines.Should().ContainSingle().Which.Should().Contain(nameof(FormatException)).And.NotContain(Planted);
    }

    private static Task<OfficeUnderTest> OpenAsync(EveryLogLine log, Action<IServiceCollection> replace) => OfficeUnderTest.OpenAsync(new()
    {
        More = ["--Logging:LogLevel:Default", "Trace", "--Logging:LogLevel:OfficerBot", "Trace"],
        Replace = s =>
        {
            s.AddLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
            replace(s);
        },
    });

    private static async Task<Heard> SayAsync(OfficeUnderTest office, string person, bool inGroup, string text) =>
        await (await office.SitAsync(person, inGroup)).SayAsync(text);

    private static void AssertNothingOfAnybody(EveryLogLine log, OfficeUnderTest office, params string[] more)
    {
        var people = office.Roster.People;
        string[] secrets = [Planted, Planted[..6], office.Secret, .. people.Select(p => p.Name), .. people.Select(p => p.Phone).OfType<string>(), .. more, "eyJ"];
        foreach (var secret in secrets)
        {
            log.Lines.Should().NotContain(l => l.Contains(secret, StringComparison.Ordinal), secret);
        }
    }

    /// <summary>Fails, and quotes in its message what it was given, as parsers do.</summary>
    private sealed class TalkativePress : IPaperPress
    {
        public PrintedPaper Print(OfficePaper paper, Instant at) => throw Failure(paper);

        public SealedPaper? Seal(OfficePaper paper, Sealing sealing) => throw Failure(paper);

        private static FormatException Failure(OfficePaper paper) =>
            new($"Cannot print “{string.Join('，', paper.Parts)}{Planted}” for 苏赛飞 19900000002.", new KeyNotFoundException(Planted));
    }
}
