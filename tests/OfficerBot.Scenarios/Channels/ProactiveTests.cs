using System.Text.Json.Nodes;

namespace OfficerBot.Scenarios.Channels;

/// <summary>What the bot says unasked, by what it kept of the chat. Office time is moved by hand, so each scenario has an office of its own.</summary>
public sealed class ProactiveTests
{
    private const string Bot = "28:0f0f0f0f-1111-4222-8333-444444444444";

    [Fact]
    public async Task A_reminder_reaches_a_private_chat_by_its_stored_reference_once_also_after_a_restart()
    {
        var office = await ChannelOffice.OpenAsync("2020-09-16T16:30");
        var anna = await office.MeetAsync("白沙镇周晓燕", "msteams", "a:1x/..|%;=@+ ü");
        var first = anna.Activity("conversationUpdate", new() { ["membersAdded"] = new JsonArray(new JsonObject { ["id"] = anna.User }) });
        await anna.SendAsync(first);
        await anna.HeardAsync(1);
        await office.RestartAsync();

        await office.Office.MoveClockAsync("17:00");
        var reminder = (await anna.HeardAsync(2))[1];
        reminder.Operation.Should().Be("send");
        reminder.Url.Should().Be($"/amer/v3/conversations/{Uri.EscapeDataString(anna.Conversation)}/activities");
        reminder.Json.ContainsKey("replyToId").Should().BeFalse();
        ((string)reminder.Json["recipient"]!["id"]!).Should().Be(anna.User);
        ((string)reminder.Json["conversation"]!["tenantId"]!).Should().NotBeEmpty();
        await office.Office.MoveClockAsync("17:20");
        await anna.AnswersAsync(await anna.SayAsync("我还欠什么"));
        (await anna.AttemptsAsync(3)).Should().HaveCount(3);
        await EndAsync(office);
    }

    [Fact]
    public async Task Nobody_is_reminded_where_the_bot_was_removed()
    {
        var office = await ChannelOffice.OpenAsync("2020-09-16T16:30");
        var anna = await office.MeetAsync("白沙镇周晓燕");
        var bo = await office.MeetAsync("莲湖镇肖雅琴");
        await anna.AskAsync("我还欠什么");
        await bo.AskAsync("我还欠什么");
        await anna.SendAsync(anna.Activity("installationUpdate", new() { ["action"] = "remove" }));

        await office.Office.MoveClockAsync("17:00");
        await bo.HeardAsync(2);
        (await anna.AttemptsAsync(1)).Should().ContainSingle();
        await EndAsync(office);
    }

    [Fact]
    public async Task The_groups_card_is_updated_in_place_in_Teams()
    {
        var office = await ChannelOffice.OpenAsync("2020-09-16T08:50");
        var hu = await office.MeetInGroupAsync("市委宣传部黄拥军", "19:group@thread.v2");
        await hu.SendAsync(hu.Activity("conversationUpdate", new() { ["membersAdded"] = new JsonArray(new JsonObject { ["id"] = Bot }) }));
        await office.Office.MoveClockAsync("09:00");
        var card = (await office.Channel.CallsAsync(new { conversation = hu.Conversation, operation = "send", accepted = true }, 2))[^1]; // after the greeting
        await office.Office.MoveClockAsync("12:00");

        var updates = await office.Channel.CallsAsync(new { conversation = hu.Conversation, operation = "update", accepted = true }, 1);
        updates.Select(u => u.Target).Should().AllBe(card.Id);
        card.Text.Should().Contain("12:00");
        updates[^1].Text.Should().NotBe(card.Text);
        await EndAsync(office);
    }

    [Fact]
    public async Task Where_a_card_cannot_be_replaced_after_all_it_is_sent_anew()
    {
        var office = await ChannelOffice.OpenAsync("2020-09-16T08:50");
        var hu = await office.MeetInGroupAsync("市委宣传部黄拥军", "19:group@thread.v2");
        await hu.SendAsync(hu.Activity("conversationUpdate", new() { ["membersAdded"] = new JsonArray(new JsonObject { ["id"] = Bot }) }));
        await office.Office.MoveClockAsync("09:00");
        await hu.HeardAsync(2);
        await office.Channel.AskAsync("fault", new { conversation = hu.Conversation, operation = "update", fault = new { status = 405 } });
        await office.Office.MoveClockAsync("12:00");

        (await hu.HeardAsync(3))[^1].Operation.Should().Be("send");
        await EndAsync(office);
    }

    [Fact]
    public async Task In_a_Teams_channel_a_card_begins_a_thread_and_an_answer_stays_in_its_own()
    {
        var office = await ChannelOffice.OpenAsync("2020-09-16T08:50");
        var hu = await office.MeetInGroupAsync("市委宣传部黄拥军", "19:abc@thread.tacv2", conversationType: "channel");
        await hu.SendAsync(hu.Activity("conversationUpdate", new() { ["membersAdded"] = new JsonArray(new JsonObject { ["id"] = Bot }) }));
        await office.Office.MoveClockAsync("09:00");
        var made = (await office.Channel.CallsAsync(new { operation = "create", accepted = true }, 2))[^1];
        await office.Office.MoveClockAsync("12:00");
        (await office.Channel.CallsAsync(new { operation = "update", accepted = true }, 1))[^1].Target.Should().Be(made.Id);

        var asked = hu.Message("<at>信息员助手</at> 今天谁还没报");
        asked["conversation"]!["id"] = "19:abc@thread.tacv2;messageid=1612340000001";
        asked["entities"] = new JsonArray(new JsonObject { ["type"] = "mention", ["mentioned"] = new JsonObject { ["id"] = Bot }, ["text"] = "<at>信息员助手</at>" });
        var id = (await hu.SendAsync(asked)).Id;
        var answer = (await office.Channel.CallsAsync(new { operation = "reply", target = id }, 1))[0];
        answer.Conversation.Should().Be("19:abc@thread.tacv2;messageid=1612340000001");
        await EndAsync(office);
    }

    [Fact]
    public async Task Who_spoke_only_in_the_group_is_reminded_in_a_private_chat_that_is_made_for_it()
    {
        var office = await ChannelOffice.OpenAsync("2020-09-16T16:30");
        var anna = await office.MeetInGroupAsync("白沙镇周晓燕", "19:group@thread.v2");
        await anna.SayAsync("大家下午好");
        await office.Office.MoveClockAsync("17:00");

        var made = (await office.Channel.CallsAsync(new { operation = "create", accepted = true }, 1))[0];
        ((string)made.Json["members"]![0]!["id"]!).Should().Be(anna.User);
        var reminder = (await office.Channel.CallsAsync(new { conversation = made.Id, operation = "send", accepted = true }, 1))[0];
        ((string)reminder.Json["recipient"]!["id"]!).Should().Be(anna.User);
        await EndAsync(office);
    }

    private static async Task EndAsync(ChannelOffice office)
    {
        (await office.Channel.StateAsync()).Complaints.Should().BeEmpty();
        office.Office.Errors.Lines.Should().BeEmpty();
        await office.DisposeAsync();
    }
}
