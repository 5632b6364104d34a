using OfficerBot.Protocol.Connector;

namespace OfficerBot.Tests.Protocol.Connector;

public sealed class ServiceUrlPolicyTests
{
    private static readonly ServiceUrlPolicy Policy = ServiceUrlPolicy.ForServices(["https://bot.gov.example/path", "http://127.0.0.1:5099", "*.partner.example"]);

    [Theory]
    [InlineData("https://smba.trafficmanager.net/amer/")]
    [InlineData("https://SMBA.TrafficManager.net./amer")]
    [InlineData("https://smba.trafficmanager.net:443/teams/")]
    [InlineData("https://smba。trafficmanager。net/")]
    [InlineData("https://webchat.botframework.com/")]
    [InlineData("https://a.b.botframework.com/")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/gcc")]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/gcch")]
    [InlineData("https://directline.botframework.azure.us/")]
    [InlineData("https://directline.botframework.azure.cn/")]
    [InlineData("https://bot.gov.example/other")]
    [InlineData("https://x.partner.example/")]
    [InlineData("http://127.0.0.1:5099/v3")]
    public void Channels_and_what_the_operator_names_are_called(string address) => Policy.Allowed(address).Should().NotBeNull();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData("/v3")]
    [InlineData("http://smba.trafficmanager.net/amer/")]
    [InlineData("https://smba.trafficmanager.net:8443/")]
    [InlineData("https://smba.trafficmanager.net:80/")]
    [InlineData("https://user" + "@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://other.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://xsmba.trafficmanager.net/")]
    [InlineData("https://botframework.com/")]
    [InlineData("https://evilbotframework.com/")]
    [InlineData("https://botframework.com.evil.example/")]
    [InlineData("https://evil.example/?botframework.com")]
    [InlineData("https://evil.example/#.botframework.com")]
    [InlineData("https://evil.example\\.botframework.com/")]
    [InlineData("https://ⓑotframework.com.evil.example/")]
    [InlineData("https://teams.microsoft.com/")]
    [InlineData("https://tenant.sharepoint.com/")]
    [InlineData("ftp://smba.trafficmanager.net/")]
    [InlineData("wss://smba.trafficmanager.net/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://127.0.0.1:5098/")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("https://127.0.0.1:5099/")]
    [InlineData("http://localhost:5099/")]
    [InlineData("http://[::1]:5099/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f.1/")]
    [InlineData("https://017700000001/")]
    [InlineData("https://127.1/")]
    [InlineData("https://169.254.169.254/")]
    [InlineData("https://100.100.100.200/")]
    [InlineData("https://10.0.0.1/")]
    [InlineData("https://[::ffff:169.254.169.254]/")]
    [InlineData("https://[fd00::1]/")]
    [InlineData("https://metadata.google.internal/")]
    public void Nobody_else_is_called(string? address) => Policy.Allowed(address).Should().BeNull();

    [Fact]
    public void Files_may_lie_with_Microsofts_file_hosts_which_are_no_channels() =>
        ServiceUrlPolicy.ForFiles([]).Allowed("https://tenant-my.sharepoint.com/f.docx").Should().NotBeNull();

    [Fact]
    public void Any_loopback_means_loopback_only()
    {
        var open = ServiceUrlPolicy.ForServices([], anyLoopback: true);
        open.Allowed("http://localhost:1234/").Should().NotBeNull();
        open.Allowed("http://10.0.0.1:1234/").Should().BeNull();
    }

    [Theory]
    [InlineData("smba.trafficmanager.net", true)]
    [InlineData("*.example.org", true)]
    [InlineData("https://bot.example.org/", true)]
    [InlineData("http://127.0.0.1:5099", true)]
    [InlineData("http://localhost:5099/", true)]
    [InlineData("*", false)]
    [InlineData("*.", false)]
    [InlineData("*.org", false)]
    [InlineData("http://bot.example.org", false)]
    [InlineData("https://bot.example.org:8443", false)]
    [InlineData("https://10.0.0.1/", false)]
    [InlineData("https://u:p@bot.example.org/", false)]
    [InlineData("10.0.0.1", false)]
    public void A_configured_entry_that_would_open_too_much_is_named(string entry, bool isRight) => (ServiceUrlPolicy.ProblemOf(entry) is null).Should().Be(isRight);
}
