using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using NodaTime;
using OfficerBot.Conversation.Replies;
using OfficerBot.Domain.People;
using OfficerBot.Doors;
using OfficerBot.Settings;
using OfficerBot.Turns;

namespace OfficerBot.Tests.Doors;

public sealed class ChannelPartsTests
{
    private static readonly IReadOnlyList<Button> Buttons = [new("yes", "是"), new("no", "否")];
    private static readonly KeptFile File = new("k3y", "线索.xlsx", "application/x");

    [Fact]
    public void A_short_reply_is_one_message_with_whole_addresses_of_its_files()
    {
        var part = Of("webchat", new("好", Buttons, null), File).Should().ContainSingle().Which;
        part["attachments"]![0]!["contentUrl"]!.ToString().Should().StartWith("https://bot.example.org/");
        part["suggestedActions"]!["actions"]!.AsArray().Should().HaveCount(2);
    }

    [Fact]
    public void A_long_one_comes_in_parts_below_Teams_limit_the_last_with_links_to_files_and_buttons()
    {
        var text = string.Join('\n', Enumerable.Range(1, 2_000).Select(i => $"{i}. 组织志愿者清理河道垃圾{i}吨，群众点赞"));
        var parts = Of("msteams", new(text, Buttons, null), File);
        parts.Count.Should().BeGreaterThan(1);
        parts.Should().AllSatisfy(p => (2 * p.ToJsonString(OfficerBot.Protocol.Activities.ActivityJson.Options).Length).Should().BeLessThan(80 * 1024));
        parts.SkipLast(1).Should().AllSatisfy(p => (p["attachments"] ?? p["suggestedActions"]).Should().BeNull());
        parts[^1]["text"]!.ToString().Should().Contain("线索.xlsx\nhttps://bot.example.org/");
        parts[^1]["suggestedActions"].Should().NotBeNull();
        string.Join('\n', parts.Select(p => p["text"]!.ToString())).Should().StartWith(text);
    }

    [Fact]
    public void A_card_too_big_for_Teams_is_said_as_text()
    {
        var rows = Enumerable.Range(1, 1_000).Select(i => new CardRow($"单位{i}", "组织志愿者清理河道垃圾", "✓")).ToList();
        var parts = Of("msteams", new("一、二、三", [], new CardView("标题", "", rows, "")));
        parts.Should().ContainSingle().Which["text"]!.ToString().Should().Be("一、二、三");
        parts[0]["attachments"].Should().BeNull();
        Of("msteams", new("一、二、三", [], new CardView("标题", "", [.. rows.Take(20)], "")))[0]["attachments"].Should().NotBeNull();
    }

    [Fact]
    public void Where_suggestions_are_not_shown_their_words_stand_below_the_text()
    {
        var part = Of("sms", new("确定吗？", Buttons, null))[0];
        part["text"]!.ToString().Should().Be("确定吗？\n[是]  [否]");
        part["suggestedActions"].Should().BeNull();
    }

    [Fact]
    public void Of_more_suggestions_than_a_channel_shows_all_words_stand_below_the_text()
    {
        var part = Of("facebook", new("哪个？", Many(20), null))[0];
        part["suggestedActions"]!["actions"]!.AsArray().Should().HaveCount(11);
        part["text"]!.ToString().Should().StartWith("哪个？\n[1]  [2]").And.EndWith("[20]");
    }

    [Fact]
    public void What_Teams_would_not_show_as_suggestions_is_a_card()
    {
        Of("msteams", new("哪个？", Many(3), null))[0]["suggestedActions"]!["actions"]!.AsArray().Should().HaveCount(3);

        var many = Of("msteams", new("哪个？", Many(4), null))[0];
        many["suggestedActions"].Should().BeNull();
        Actions(many).Should().HaveCount(4);
        Actions(Of("msteams", new("哪张？", Many(2), null), new KeptFile("k", "图.png", "image/png"))[0]).Should().HaveCount(2, "Teams shows no suggestions beside pictures");
        Of("msteams", new("这个？", Many(2), null), File)[0]["suggestedActions"].Should().NotBeNull("a link is no attachment");
        var tooBig = Of("msteams", new(string.Join('\n', Enumerable.Repeat("组织志愿者清理河道垃圾", 4_000)), Many(5), null));
        tooBig.Should().AllSatisfy(p => (2 * p.ToJsonString(OfficerBot.Protocol.Activities.ActivityJson.Options).Length).Should().BeLessThan(80 * 1024));
        tooBig[^1]["text"]!.ToString().Should().EndWith("[5]");
    }

    private static IReadOnlyList<Button> Many(int count) => [.. Enumerable.Range(1, count).Select(i => new Button($"b{i}", $"{i}"))];

    private static JsonArray Actions(JsonObject activity) =>
        activity["attachments"]!.AsArray()[0]!["content"]!["body"]!.AsArray().Single(b => b!["type"]!.ToString() == "ActionSet")!["actions"]!.AsArray();

    private static List<JsonObject> Of(string channel, Rendered rendered, params KeptFile[] files)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["PublicUrl"] = "https://bot.example.org/", ["Mail:Folder"] = "m",
        }).Build();
        var settings = SettingsReader.Read(configuration, ".").Settings!; // these are right
        var chat = new Chat(new(1), channel, "c", false, null, null, true, true);
        var letter = new Letter(chat, "zh", "k", null, new LocalDateTime(2020, 9, 16, 8, 30));
        return [.. new ChannelParts(new FileRoot(settings, null!)).Of(rendered, letter, files).Select(p => JsonNode.Parse(p)!.AsObject())]; // a public address needs no server
    }
}
