using System.Text.Json.Nodes;

namespace OfficerBot.Tests.Doors;

/// <summary>What a reply on a channel is about, in each form in which channels tell of it. A second lead is newer each time, so that guessing would err.</summary>
public sealed class ChannelQuotesTests(ChannelBench bench) : IClassFixture<ChannelBench>
{
    private static int _figure;

    [Fact]
    public async Task A_reply_to_the_message_of_a_lead_means_that_lead()
    {
        var (room, first, _) = await TwoLeadsAsync();
        var reply = bench.Personal(ChannelBench.Officer, room, "撤回");
        reply["replyToId"] = first.Message;
        (await bench.RepliesAsync(reply)).Should().ContainSingle().Which["summary"]!.ToString().Should().Contain("已撤回").And.Contain(first.Number);
    }

    [Fact]
    public async Task A_quoted_receipt_means_its_lead()
    {
        var (room, first, _) = await TwoLeadsAsync();
        var reply = bench.Personal(ChannelBench.Officer, room, "<quoted messageId=\"77\"/> 撤回");
        reply["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "quotedReply", ["quotedReply"] = new JsonObject { ["messageId"] = "77", ["senderId"] = ChannelBench.Bot, ["preview"] = first.Receipt[..12] },
        });
        (await bench.RepliesAsync(reply)).Should().ContainSingle().Which["summary"]!.ToString().Should().Contain("已撤回").And.Contain(first.Number);
    }

    [Fact]
    public async Task A_receipt_quoted_in_html_means_its_lead()
    {
        var (room, first, _) = await TwoLeadsAsync();
        var reply = bench.Personal(ChannelBench.Officer, room, "撤回");
        reply["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "text/html",
            ["content"] = $"<blockquote itemtype=\"http://schema.skype.com/Reply\" itemid=\"78\"><strong itemprop=\"mri\" itemid=\"{ChannelBench.Bot}\">助手</strong><p itemprop=\"preview\">{first.Receipt}</p></blockquote><p>撤回</p>",
        });
        (await bench.RepliesAsync(reply)).Should().ContainSingle().Which["summary"]!.ToString().Should().Contain("已撤回").And.Contain(first.Number);
    }

    [Fact]
    public async Task A_receipt_named_by_its_id_alone_means_its_lead()
    {
        var room = bench.New("a:quotes");
        await bench.PostAsync(bench.Personal(ChannelBench.Officer, room, Lead()));
        var receipt = (await bench.SentAsync(room, 1))[0].Activity;
        var sentAs = await SentAsAsync(room);
        await bench.PostAsync(bench.Personal(ChannelBench.Officer, room, Lead()));
        await bench.SentAsync(room, 2);

        var reply = bench.Personal(ChannelBench.Officer, room, "撤回");
        reply["replyToId"] = sentAs;
        (await bench.RepliesAsync(reply)).Should().ContainSingle().Which["summary"]!.ToString().Should().Contain(Number(receipt["text"]!.ToString())).And.Contain("已撤回");
    }

    [Fact]
    public async Task The_first_message_of_a_thread_is_no_quote_unless_it_is_a_lead()
    {
        var (room, _, second) = await TwoLeadsAsync();
        var reply = bench.Personal(ChannelBench.Officer, room, "撤回刚才那条");
        reply["replyToId"] = "1600000000000";
        (await bench.RepliesAsync(reply)).Should().ContainSingle().Which["summary"]!.ToString().Should().Contain("已撤回").And.Contain(second.Number);
    }

    private static string Lead() => $"组织志愿者清理河道垃圾{Interlocked.Increment(ref _figure) + 20}吨";

    private static string Number(string receipt) => receipt.Split(' ', '（')[1];

    private async Task<(string Room, Filed First, Filed Second)> TwoLeadsAsync()
    {
        var room = bench.New("a:quotes");
        return (room, await FileAsync(room), await FileAsync(room));
    }

    private async Task<Filed> FileAsync(string room)
    {
        var message = bench.Personal(ChannelBench.Officer, room, Lead());
        var receipt = (await bench.RepliesAsync(message)).Should().ContainSingle().Which["text"]!.ToString();
        return new((string)message["id"]!, receipt, Number(receipt));
    }

    // The channel's answer is kept after the message has left.
    private async Task<string> SentAsAsync(string room)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!limit.IsCancellationRequested)
        {
            if (bench.Read(s => s.Chats.Find("msteams", room) is { } chat && s.Outbox.Under(bench.TheGroup, "turn", chat.Id) is [.., var sent] ? sent.ActivityId : null) is { } id)
            {
                return id;
            }

            await Task.Yield();
        }

        throw new InvalidOperationException("The receipt was never sent.");
    }

    private sealed record Filed(string Message, string Receipt, string Number);
}
