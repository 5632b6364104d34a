using System.Collections.Concurrent;
using OfficerBot.Jobs;
using OfficerBot.Scenarios.Office;

namespace OfficerBot.Scenarios.Operating;

/// <summary>Words and rules changed in the operator's folder while the service runs.</summary>
public sealed class ChangedWordsTests : IDisposable
{
    private const string Question = "今天谁掉链子";

    private readonly string _folder = Directory.CreateTempSubdirectory("officerbot-words-").FullName;
    private readonly ContentLog _log = new();

    public ChangedWordsTests()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "dialogs");
        foreach (var path in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(_folder, Path.GetRelativePath(source, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target) ?? _folder);
            File.Copy(path, target);
        }
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _log.Dispose();
    }

    [Fact]
    public async Task A_new_word_is_understood_without_a_restart_and_a_mistake_leaves_the_last_good_in_force()
    {
        await using var office = await OpenAsync();
        var liaison = await office.SitAsync("苏赛飞", inGroup: false);
        (await AnswerAsync(liaison)).Should().NotContain("roll_call_shown");

        Write("words.zh.txt", t => t + "\n没报 = 掉链子\n");
        await LookAsync(office, times: 2);
        (await AnswerAsync(liaison)).Should().Contain("roll_call_shown");

        Write("words.zh.txt", t => t.Replace("没报 = 掉链子", "没报", StringComparison.Ordinal));
        await LookAsync(office, times: 4);
        (await AnswerAsync(liaison)).Should().Contain("roll_call_shown");
        _log.Lines.Should().ContainSingle(l => l.Contains("words.zh.txt:", StringComparison.Ordinal) && l.Contains("is not a word class", StringComparison.Ordinal));

        Write("words.zh.txt", t => t.Replace("\n没报\n", "\n", StringComparison.Ordinal));
        await LookAsync(office, times: 2);
        (await AnswerAsync(liaison)).Should().NotContain("roll_call_shown");
        office.Errors.Lines.Should().BeEmpty();
    }

    [Fact]
    public async Task A_file_is_taken_only_when_it_has_stood_still()
    {
        await using var office = await OpenAsync();
        var liaison = await office.SitAsync("苏赛飞", inGroup: false);

        Write("words.zh.txt", t => t + "\n没报 = 掉链子\n");
        await LookAsync(office, times: 1);
        (await AnswerAsync(liaison)).Should().NotContain("roll_call_shown");
        await LookAsync(office, times: 1);
        (await AnswerAsync(liaison)).Should().Contain("roll_call_shown");
    }

    [Fact]
    public async Task A_mistake_in_a_reply_is_told_once_and_takes_nobody_out_of_service()
    {
        await using var office = await OpenAsync();
        Write(Path.Combine("roll-call", "zh.yaml"), t => t + "\n  no_such_reply: 没有\n");
        await LookAsync(office, times: 4);

        _log.Lines.Should().ContainSingle(l => l.Contains("roll-call/zh.yaml:", StringComparison.Ordinal) && l.Contains("no_such_reply", StringComparison.Ordinal));
        (await office.GetAsync("readyz")).Should().NotBeEmpty("the words of before are whole");
    }

    [Fact]
    public async Task A_mistake_that_is_there_from_the_start_is_told_in_the_log()
    {
        Write(Path.Combine("roll-call", "zh.yaml"), t => t + "\n  no_such_reply: 没有\n");
        await using var office = await OpenAsync();
        await LookAsync(office, times: 3);

        _log.Lines.Should().ContainSingle(l => l.Contains("roll-call/zh.yaml:", StringComparison.Ordinal) && l.Contains("no_such_reply", StringComparison.Ordinal));
    }

    private async Task<OfficeUnderTest> OpenAsync() => await OfficeUnderTest.OpenAsync(new()
    {
        More = ["--Content:Path", _folder],
        Replace = s => s.AddLogging(l => l.AddProvider(_log)),
    });

    /// <summary>Which replies, named, a question gets.</summary>
    private static async Task<string> AnswerAsync(Seat seat) => string.Join(' ', (await seat.SayAsync(Question)).Replies.Select(r => r.Reply));

    private static async Task LookAsync(OfficeUnderTest office, int times)
    {
        for (var i = 0; i < times; i++)
        {
            office.Machine.Advance(TimeSpan.FromSeconds(2));
            await office.BeatAsync();
        }
    }

    private void Write(string file, Func<string, string> change)
    {
        var path = Path.Combine(_folder, file);
        File.WriteAllText(path, change(File.ReadAllText(path)));
    }

    /// <summary>What the watch says.</summary>
    private sealed class ContentLog : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyList<string> Lines => [.. _lines];

        public ILogger CreateLogger(string categoryName) =>
            categoryName == typeof(ContentWatch).FullName ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                _lines.Enqueue(formatter(state, exception));
            }
        }

        public void Dispose()
        {
            // Outlives the services it listens to.
        }
    }
}
