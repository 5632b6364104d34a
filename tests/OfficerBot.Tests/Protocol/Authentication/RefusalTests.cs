using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using OfficerBot.Mailing;
using OfficerBot.Protocol.Authentication;
using OfficerBot.Tests.Protocol.Host;
using OfficerBot.Tokens;

namespace OfficerBot.Tests.Protocol.Authentication;

public sealed class RefusalTests
{
    [Fact]
    public async Task What_strangers_write_is_logged_as_one_short_readable_line()
    {
        await using var house = await AuthenticatorUnderTest.OpenAsync();
        var log = new LineLog();
        using var authenticator = house.New(logger: log);
        var nasty = "a\r\nINFO forged\u001b[31m\u202e\u2028\u0000" + new string('k', 500);
        var token = house.Forge.Token(header: h => h["kid"] = nasty, claims: c => c["aud"] = nasty);

        await authenticator.AuthenticateAsync("Bearer " + token, default);

        var line = log.Lines.Should().ContainSingle().Subject;
        line.Should().Contain("unknown-key").And.Contain("a??INFO forged?[31m???kkk").And.Contain(TokenForge.ChannelIssuer);
        line.Should().NotContainAny("\n", "\r", "\u001b", "\u202e", "\u2028", token[..40]);
        line.Length.Should().BeLessThan(450);
    }

    [Fact]
    public async Task A_flood_of_bad_tokens_is_written_down_in_part_and_counted_whole()
    {
        await using var house = await AuthenticatorUnderTest.OpenAsync();
        var (log, machine) = (new LineLog(), new ManualTime());
        using var authenticator = new ChannelAuthenticator(house.Settings, machine, log, house.Meters);
        async Task FloodAsync(int count)
        {
            for (var i = 0; i < count; i++)
            {
                (await authenticator.AuthenticateAsync("Bearer x", default)).Should().BeOfType<OfficerBot.Protocol.Authentication.Authentication.Refused>();
            }
        }

        await FloodAsync(350);
        log.Lines.Should().HaveCount(100, "the first hundred of a minute are written one by one");
        machine.Advance(TimeSpan.FromMinutes(1));
        log.Lines.Skip(100).Should().ContainSingle().Which.Should().StartWith("250 more requests");
        await FloodAsync(3);
        log.Lines.Should().HaveCount(104, "a new minute begins");
        machine.Advance(TimeSpan.FromMinutes(1));
        log.Lines.Should().HaveCount(104, "nothing was left out");

        await FloodAsync(101);
        authenticator.Dispose();
        log.Lines[^1].Should().StartWith("1 more requests", "the end of the service leaves nothing untold");
    }

    [Fact]
    public async Task Refusals_are_counted_by_reason()
    {
        await using var house = await AuthenticatorUnderTest.OpenAsync();
        using var authenticator = house.New();
        var counted = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "officerbot.channel.refused" && instrument.Meter.Scope == house.Meters)
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => counted.Add(tags[0].Value!.ToString()!)); // the counter's only tag
        listener.Start();
        var bad = BadTokens.Of(house.Forge, "x");
        foreach (var one in bad)
        {
            await AuthenticatorUnderTest.RefusalOfAsync(authenticator, one);
        }

        counted.Should().Equal(bad.Select(b => b.Reason));
    }

    private sealed class LineLog : ILogger<ChannelAuthenticator>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }
}
