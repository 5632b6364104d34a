using Microsoft.Extensions.Configuration;
using OfficerBot.Settings;
using OfficerBot.Tests.House;

namespace OfficerBot.Tests.Settings;

public class SettingsReaderTests
{
    [Fact]
    public void With_nothing_configured_it_is_a_sample_on_loopback()
    {
        var (settings, problems) = Read();
        problems.Should().BeEmpty();
        settings!.Sample.Enabled.Should().BeTrue();
        settings.Urls.Should().Be("http://127.0.0.1:5080");
    }

    [Fact]
    public void A_mail_host_makes_it_an_installation() =>
        Read(("Mail:Host", "smtp.example.org"), ("Mail:From", "bot@example.org")).Settings!.Sample.Enabled.Should().BeFalse();

    [Fact]
    public void Sample_mode_cannot_be_asked_for_beyond_loopback() =>
        Read(("Sample:Enabled", "true"), ("Urls", "http://0.0.0.0:5080")).Problems.Should().ContainSingle(p => p.Contains("Sample:Enabled"));

    [Fact]
    public void Listening_beyond_loopback_is_never_a_sample_by_default() =>
        Read(("Urls", "http://0.0.0.0:5080"), ("Mail:Folder", "x")).Settings!.Sample.Enabled.Should().BeFalse();

    [Fact]
    public void An_unknown_name_is_refused_with_the_names_that_are_allowed() =>
        Read(("Mail:Hots", "x")).Problems.Should().ContainSingle(p => p.StartsWith("Mail:Hots is not a setting. Allowed in Mail: Host,"));

    [Theory]
    [InlineData("Mail:Port", "70000")]
    [InlineData("Mail:Security", "ssl")]
    [InlineData("DirectLine:TokenMinutes", "2")]
    [InlineData("DirectLine:Secret", "short")]
    [InlineData("PublicUrl", "bot.example.org")]
    [InlineData("Sample:Clock", "yesterday")]
    [InlineData("RateLimits:Enabled", "yes")]
    [InlineData("Proxies", "proxy.example.org")]
    [InlineData("Metrics:Token", "short")]
    [InlineData("Retention:MessageDays", "0")]
    public void A_wrong_value_is_refused_by_name(string key, string value) =>
        Read((key, value), ("Mail:Folder", "x")).Problems.Should().ContainSingle(p => p.StartsWith(key));

    [Fact]
    public void Mail_without_protection_is_for_this_machine_only()
    {
        Read(("Mail:Host", "smtp.example.org"), ("Mail:From", "a@example.org"), ("Mail:Security", "None")).Problems.Should().ContainSingle();
        Read(("Mail:Host", "127.0.0.1"), ("Mail:From", "a@example.org"), ("Mail:Security", "None")).Problems.Should().BeEmpty();
    }

    [Fact]
    public void The_example_file_holds_every_setting_and_nothing_else()
    {
        var example = new ConfigurationBuilder().AddJsonFile(Tree.At("deploy", "appsettings.example.json")).Build();
        SettingsReader.Read(example, Tree.Root).Problems.Should().BeEmpty();
        var shown = example.AsEnumerable().Where(p => p.Value is not null).Select(p => p.Key.TrimEnd('0').TrimEnd(':'));
        shown.Should().BeEquivalentTo(SettingsReader.AllNames);
    }

    private static (OfficerBotSettings? Settings, IReadOnlyList<string> Problems) Read(params (string Key, string Value)[] values) =>
        SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(v => v.Key, v => (string?)v.Value)).Build(), Tree.Root);
}
