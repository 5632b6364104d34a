using System.Text;
using System.Text.Json.Nodes;
using OfficerBot.Jobs;

namespace OfficerBot.Tests.Jobs;

public sealed class ConnectorActivityTests
{
    private const string Reference = """
        {"from":{"id":"28:bot","name":"助手"},"recipient":{"id":"29:u"},"conversation":{"id":"a:1","tenantId":"t","odd":[1]},"channelId":"msteams","serviceUrl":"https://smba.trafficmanager.net/amer/"}
        """;

    [Fact]
    public void The_reference_is_put_before_the_message()
    {
        var activity = Made("""{"type":"message","text":"\"replyToId\":\"no\" 好","attachments":[{"content":{"replyToId":"no","recipient":1}}]}""", Reference);
        JsonNode.DeepEquals(Json(activity), JsonNode.Parse("""
            {"from":{"id":"28:bot","name":"助手"},"recipient":{"id":"29:u"},"conversation":{"id":"a:1","tenantId":"t","odd":[1]},"channelId":"msteams",
             "serviceUrl":"https://smba.trafficmanager.net/amer/","type":"message","text":"\"replyToId\":\"no\" 好","attachments":[{"content":{"replyToId":"no","recipient":1}}]}
            """)).Should().BeTrue();
        (activity.ReplyTo, activity.Conversation).Should().Be((null, null));
    }

    [Fact]
    public void What_the_message_says_itself_of_thread_and_receiver_stands_and_stands_once()
    {
        var activity = Made("""{"type":"message","replyToId":"m|1","conversation":{"id":"19:x;messageid=1"},"recipient":{"id":"29:other"},"text":"x"}""", Reference);
        var json = Encoding.UTF8.GetString(activity.Body.Span);
        json.Split("\"conversation\":").Should().HaveCount(2);
        json.Split("\"recipient\":").Should().HaveCount(2);
        Json(activity)["conversation"]!["id"]!.ToString().Should().Be("19:x;messageid=1");
        Json(activity)["recipient"]!["id"]!.ToString().Should().Be("29:other");
        (activity.ReplyTo, activity.Conversation).Should().Be(("m|1", "19:x;messageid=1"));
    }

    [Fact]
    public void A_group_has_no_receiver_and_a_wish_no_conversation()
    {
        var activity = Made("""{"text":"x"}""", """{"from":{"id":"28:bot"},"recipient":null,"channelId":"msteams","serviceUrl":"s"}""");
        Encoding.UTF8.GetString(activity.Body.Span).Should().Be("""{"from":{"id":"28:bot"},"channelId":"msteams","serviceUrl":"s","text":"x"}""");
    }

    [Fact]
    public void What_takes_the_place_of_another_carries_its_id()
    {
        var activity = ConnectorActivity.Of("""{"text":"x"}""", ConnectorReference.Parse(Reference), "a\"|1");
        Json(activity)["id"]!.ToString().Should().Be("a\"|1");
    }

    [Fact]
    public void A_reference_can_be_moved_and_a_wish_opened()
    {
        ConnectorReference.Parse(ConnectorReference.Parse(Reference).At("https://other/")).ServiceUrl.Should().Be("https://other/");
        var wish = ConnectorReference.Parse("""{"from":{"id":"b"},"recipient":{"id":"u"},"channelId":"msteams","serviceUrl":"s","tenantId":"t"}""");
        (wish.Conversation, wish.Tenant).Should().Be((null, "t"));
        var opened = ConnectorReference.Parse(wish.In("a:9", null));
        (opened.Conversation, opened.Tenant, opened.ServiceUrl, opened.User, opened.IsTeamsChannel).Should().Be(("a:9", "t", "s", "u", false));
    }

    private static ConnectorActivity Made(string rendered, string reference) => ConnectorActivity.Of(rendered, ConnectorReference.Parse(reference));

    private static JsonNode Json(ConnectorActivity activity) => JsonNode.Parse(activity.Body.Span)!;
}
