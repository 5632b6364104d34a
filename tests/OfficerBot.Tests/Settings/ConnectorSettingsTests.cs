using Microsoft.Extensions.Configuration;
using OfficerBot.Protocol.Connector;
using OfficerBot.Settings;

namespace OfficerBot.Tests.Settings;

public sealed class ConnectorSettingsTests
{
    [Theory]
    [InlineData("BotFramework:TokenUrl", "http://login.example.org/token", "https://")]
    [InlineData("BotFramework:AllowedServiceUrls", "http://channel.example.org/", "AllowedServiceUrls")]
    [InlineData("BotFramework:AllowedServiceUrls", "https://10.0.0.1/", "AllowedServiceUrls")]
    [InlineData("BotFramework:ManagedIdentity", "true", "one of the three")]
    [InlineData("BotFramework:ProxyUrl", "https://proxy.example.org:3128", "ProxyUrl")]
    [InlineData("BotFramework:ProxyUrl", "http://bot:secret@proxy.example.org:3128", "ProxyUser")]
    [InlineData("BotFramework:ProxyUrl", "proxy.example.org:3128", "ProxyUrl")]
    [InlineData("BotFramework:ProxyPassword", "x", "ProxyUrl is not set")]
    public void What_would_let_a_token_out_or_leave_open_which_is_meant_is_refused(string key, string value, string said) =>
        Read(("BotFramework:AppPassword", "x"), (key, value)).Problems.Should().ContainSingle().Which.Should().Contain(said);

    [Theory]
    [InlineData("office-bot")]
    [InlineData("Zm8~a-secret-pasted-by-mistake")]
    [InlineData("5c0ffee0aaaa4bbb8ccc0123456789ab")]
    [InlineData("5c0ffee0-aaaa-4bbb-8ccc-0123456789a")]
    public void An_app_id_that_is_none_is_refused_in_one_sentence_that_does_not_repeat_it(string id) =>
        Read(("BotFramework:AppPassword", "x"), ("BotFramework:AppId", id)).Problems.Should().ContainSingle()
            .Which.Should().StartWith("BotFramework:AppId ").And.Contain("GUID").And.NotContain(id);

    [Fact]
    public void A_channel_of_ones_own_may_know_the_bot_under_any_name()
    {
        Read(("BotFramework:AppId", "office-bot"), ("BotFramework:OpenIdMetadataUrl", "https://channel.example.org/openid")).Problems.Should().BeEmpty();
        Read(("BotFramework:AppId", "5C0FFEE0-AAAA-4BBB-8CCC-0123456789AB")).Problems.Should().BeEmpty();
    }

    [Fact]
    public void Addresses_of_this_machine_are_taken_as_they_are_written() =>
        Read(("BotFramework:ProxyUrl", "http://10.1.2.3:3128"), ("BotFramework:ProxyUser", "u"), ("BotFramework:TokenUrl", "http://127.0.0.1:1/token"), ("BotFramework:AllowedServiceUrls", "http://127.0.0.1:2/ *.example.org")).Problems.Should().BeEmpty();

    [Fact]
    public void A_managed_identity_is_asked_where_App_Service_says_and_else_at_the_fixed_address()
    {
        Read(("BotFramework:ManagedIdentity", "true")).Settings!.BotFramework.ManagedIdentity.Should().Be(new IdentityEndpoint(ManagedIdentity.InstanceMetadata, null));
        Read(("BotFramework:ManagedIdentity", "true"), ("IDENTITY_ENDPOINT", "http://127.0.0.1:41/msi"), ("IDENTITY_HEADER", "h")).Settings!
            .BotFramework.ManagedIdentity.Should().Be(new IdentityEndpoint(new Uri("http://127.0.0.1:41/msi"), "h"));
    }

    [Fact]
    public void Advice_names_what_was_most_probably_forgotten()
    {
        Advice.On(Read().Settings!).Should().HaveCount(2);
        Advice.On(Read(("BotFramework:AppPassword", "x"), ("PublicUrl", "https://bot.example.org")).Settings!).Should().BeEmpty();
        Advice.On(Read(("PublicUrl", "https://bot.example.org"), ("BotFramework:CertificatePath", "/nowhere/bot.pfx")).Settings!)
            .Should().ContainSingle().Which.Should().Contain("/nowhere/bot.pfx");
    }

    private static (OfficerBotSettings? Settings, IReadOnlyList<string> Problems) Read(params (string Key, string Value)[] values) => SettingsReader.Read(
        new ConfigurationBuilder().AddInMemoryCollection([new("BotFramework:AppId", "5c0ffee0-aaaa-4bbb-8ccc-0123456789ab"), new("Mail:Folder", "m")])
            .AddInMemoryCollection(values.Select(v => KeyValuePair.Create(v.Key, (string?)v.Value))).Build(),
        ".");
}
