using System.Text.Json.Nodes;
using OfficerBot.Domain.Ledger;

namespace OfficerBot.Scenarios.Channels;

/// <summary>Tokens of the channel, signed by an implementation that is not ours. The validator's own table of cases is with its unit tests.</summary>
public sealed class TokenTests(ChannelOffice office) : ChannelScenario(office), IClassFixture<ChannelOffice>
{
    [Theory]
    [InlineData(401, """{"audience":"11111111-1111-4222-8333-444444444444"}""")]
    [InlineData(401, """{"audience":["a","b"]}""")]
    [InlineData(401, """{"issuer":"https://api.botframework.us"}""")]
    [InlineData(401, """{"issuer":"https://api.botframework.com/"}""")]
    [InlineData(401, """{"lasts":-330}""")]
    [InlineData(401, """{"lasts":null}""")]
    [InlineData(401, """{"since":330}""")]
    [InlineData(401, """{"algorithm":"none"}""")]
    [InlineData(401, """{"algorithm":"HS256"}""")]
    [InlineData(401, """{"algorithm":"PS256"}""")]
    [InlineData(401, """{"forged":true}""")]
    [InlineData(401, """{"forged":true,"kid":"never-published"}""")]
    [InlineData(401, """{"kid":"never-published"}""")]
    [InlineData(401, "\"not.a.token\"")]
    [InlineData(401, "\"\"")]
    [InlineData(401, "null")]
    [InlineData(403, """{"serviceUrl":"https://smba.trafficmanager.net/amer/"}""")]
    [InlineData(403, """{"claims":{"serviceurl":null}}""")]
    [InlineData(403, """{"claims":{"serviceurl":""}}""")]
    public async Task A_bad_token_is_refused_and_a_good_one_right_after_it_is_not(int status, string token)
    {
        var anna = await Meeting.MeetAsync("白沙镇周晓燕");
        var bad = await SendAsync(anna.Message("清理河道垃圾77吨"), JsonNode.Parse(token));

        bad["status"]!.GetValue<int>().Should().Be(status);
        JsonNode.Parse((string)bad["body"]!)!["error"]!["code"].Should().NotBeNull();
        bad["headers"]!.AsObject().ContainsKey("www-authenticate").Should().Be(status == 401);
        (await anna.AskAsync("我还欠什么")).Text.Should().Contain("白沙镇");
        Meeting.Office.Read(l => l.Leads.Find(new LeadQuery())).Should().NotContain(f => f.Text.Contains("77吨"));
    }

    [Theory]
    [InlineData("""{"lasts":-200}""")]
    [InlineData("""{"since":200}""")]
    [InlineData("""{"audience":["x","0F0F0F0F-1111-4222-8333-444444444444"]}""")]
    [InlineData("""{"algorithm":"RS256","claims":{"serviceurl_":"x","amr":null}}""")]
    public async Task What_is_within_the_rules_is_taken(string token)
    {
        var anna = await Meeting.MeetAsync("白沙镇王建军");
        (await SendAsync(anna.Message("我还欠什么"), JsonNode.Parse(token)))["status"]!.GetValue<int>().Should().BeInRange(200, 202);
    }

    [Fact]
    public async Task A_channel_the_key_is_not_endorsed_for_is_refused()
    {
        var anna = await Meeting.MeetAsync("莲湖镇肖雅琴", "kik");
        (await Channel.SendAsync(anna.Message("我还欠什么"))).Status.Should().Be(403);
    }

    private async Task<JsonNode> SendAsync(JsonObject activity, JsonNode? token) => (await Channel.AskAsync("send", new { activity, token }))[0]!;
}
