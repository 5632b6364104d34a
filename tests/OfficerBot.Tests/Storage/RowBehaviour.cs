using NodaTime;
using OfficerBot.Domain.People;
using OfficerBot.Domain.Roster;
using OfficerBot.Storage;
using OfficerBot.Storage.Rows;

namespace OfficerBot.Tests.Storage;

/// <summary>What every store must do with the service's own rows.</summary>
public abstract class RowBehaviour : StoreBehaviour
{
    private static readonly Instant Now = Samples.Morning;

    [Fact]
    public async Task A_message_of_a_key_is_added_once_for_ever_inside_its_group()
    {
        var chat = await ChatAsync("room");
        var first = await Write(s => s.Outbox.Add(Message(chat, "k1")));
        first.Should().NotBeNull();
        await Write(s => s.Outbox.Sent(first!.Value, "a1", Now));

        (await Write(s => s.Outbox.Add(Message(chat, "k1")))).Should().BeNull();
        (await Write(s => s.Outbox.Add(Message(chat, "k1") with { Group = new GroupId("other") }))).Should().NotBeNull();
        (await Write(s => s.Outbox.Add(Message(chat, "k1") with { Group = null }))).Should().NotBeNull();
        (await Write(s => s.Outbox.Add(Message(chat, "k1") with { Group = null }))).Should().BeNull();
        Read(s => s.Outbox.Has(Samples.Group, "k1")).Should().BeTrue();
        Read(s => s.Outbox.Has(Samples.Group, "k2")).Should().BeFalse();
    }

    [Fact]
    public async Task What_waits_in_a_chat_is_found_in_order_until_it_is_settled()
    {
        var room = await ChatAsync("room");
        var aside = await ChatAsync("aside");
        var ids = new List<long>();
        foreach (var key in new[] { "k1", "k2", "k3", "k4" })
        {
            ids.Add((await Write(s => s.Outbox.Add(Message(room, key)))).GetValueOrDefault());
        }

        await Write(s => s.Outbox.Add(Message(aside, "k5")));
        await Write(s => s.Outbox.Sent(ids[0], null, Now, 3));
        await Write(s => s.Outbox.Failed(ids[2]));
        Read(s => s.Outbox.WaitingIn(room, 0, 10)).Should().Equal(
            new PendingMessage(ids[1], room, null, "{\"text\":\"k2\"}"), new PendingMessage(ids[3], room, null, "{\"text\":\"k4\"}"));
        Read(s => s.Outbox.WaitingIn(room, ids[1], 10)).Should().ContainSingle().Which.Id.Should().Be(ids[3]);
        Read(s => s.Outbox.WaitingIn(room, 0, 1)).Should().ContainSingle().Which.Id.Should().Be(ids[1]);
        Read(s => s.Outbox.WaitingChats("msteams")).Should().BeEquivalentTo([room, aside]);
        Read(s => s.Outbox.WaitingChats("directline")).Should().BeEmpty();
        Read(s => s.Outbox.Get(ids[0]).Attempts).Should().Be(3);
    }

    [Fact]
    public async Task A_card_counts_as_shown_while_it_waits_and_once_it_is_sent()
    {
        var chat = await ChatAsync("room");
        var id = await Write(s => s.Outbox.Add(Message(chat, "k1") with { Card = "noon" }));
        Read(s => s.Outbox.HasCard(chat, "noon")).Should().BeTrue();
        await Write(s => s.Outbox.Failed(id!.Value));
        Read(s => s.Outbox.HasCard(chat, "noon")).Should().BeFalse();
    }

    [Fact]
    public async Task A_conversation_that_was_wished_for_is_named_once_and_never_twice()
    {
        var wished = await ChatAsync("wish:u");
        await ChatAsync("real");
        (await Write(s => s.Chats.SetConversation(wished, "real"))).Should().BeFalse();
        (await Write(s => s.Chats.SetConversation(wished, "a:1"))).Should().BeTrue();
        Read(s => s.Chats.Get(wished).Conversation).Should().Be("a:1");
    }

    [Fact]
    public async Task The_newest_sent_message_of_a_card_is_the_one_to_update()
    {
        var chat = await ChatAsync("room");
        await Write(s => s.Outbox.Add(Message(chat, "k1") with { Card = "noon" }, sentAs: "a1"));
        await Write(s => s.Outbox.Add(Message(chat, "k2") with { Card = "noon" }, sentAs: "a2"));
        await Write(s => s.Outbox.Add(Message(chat, "k3") with { Card = "noon" }));
        await Write(s => s.Outbox.Add(Message(chat, "k4") with { Card = "other" }, sentAs: "a4"));

        Read(s => s.Outbox.NewestOfCard(chat, "noon"))!.ActivityId.Should().Be("a2");
        Read(s => s.Outbox.NewestOfCard(chat, "none")).Should().BeNull();
        Read(s => s.Outbox.Waiting()).Should().Be(1);
    }

    [Fact]
    public async Task A_due_row_is_stored_once_taken_when_due_and_closed_once()
    {
        var row = new DueRow(Samples.Group, Samples.Noon, "group-card", Now, 1);
        (await Write(s => s.Due.Put(row))).Should().BeTrue();
        (await Write(s => s.Due.Put(row with { At = Now + Duration.FromHours(1) }))).Should().BeFalse();
        Read(s => s.Due.NextAt()).Should().Be(Now);
        Read(s => s.Due.DueBy(Now - Duration.FromMilliseconds(1), 10)).Should().BeEmpty();
        Read(s => s.Due.DueBy(Now, 10)).Should().Equal(row);

        (await Write(s => s.Due.Close(row, "sent", Now))).Should().BeTrue();
        (await Write(s => s.Due.Close(row, "again", Now))).Should().BeFalse();
        (await Write(s => s.Due.Put(row))).Should().BeFalse("a closed row is not opened again");
        Read(s => s.Due.NextAt()).Should().BeNull();
        Read(s => s.Due.Of(Samples.Group, Samples.Noon)).Should().Equal(new DueFate(row, Now, "sent"));
    }

    [Fact]
    public async Task A_new_notice_recomputes_open_due_rows_and_leaves_closed_ones()
    {
        var closed = new DueRow(Samples.Group, Samples.Noon, "group-card", Now, 1);
        var open = closed with { Rung = "close", At = Now + Duration.FromHours(1) };
        var other = open with { Group = new GroupId("other") };
        await Write(s => new[] { closed, open, other }.Select(s.Due.Put).ToList());
        await Write(s => s.Due.Close(closed, "sent", Now));
        var moved = new[] { closed with { At = Now + Duration.FromHours(2), NoticeRevision = 2 }, open with { Rung = "last-call", NoticeRevision = 2 } };

        await Write(s => s.Due.Recompute(Samples.Group, moved));

        Read(s => s.Due.DueBy(Now + Duration.FromDays(1), 10)).Should().BeEquivalentTo([moved[1], other]);
        Read(s => s.Due.Of(Samples.Group, Samples.Noon)).Should().Contain(new DueFate(closed, Now, "sent"));
    }

    [Fact]
    public async Task A_message_is_new_once_until_it_is_forgotten()
    {
        (await Write(s => s.Dedupe.IsFirst("directline", "room", "m1", Now))).Should().BeTrue();
        (await Write(s => s.Dedupe.IsFirst("directline", "room", "m1", Now))).Should().BeFalse();
        (await Write(s => s.Dedupe.IsFirst("directline", "aside", "m1", Now))).Should().BeTrue();
        Read(s => s.Dedupe.HasOlder(Now)).Should().BeFalse();
        Read(s => s.Dedupe.HasOlder(Now + Duration.FromMilliseconds(1))).Should().BeTrue();
        (await Write(s => s.Dedupe.Prune(Now))).Should().Be(0);
        (await Write(s => s.Dedupe.Prune(Now + Duration.FromMilliseconds(1)))).Should().Be(2);
        (await Write(s => s.Dedupe.IsFirst("directline", "room", "m1", Now))).Should().BeTrue();
    }

    [Fact]
    public async Task A_dialog_state_is_the_one_put_last_for_chat_and_account()
    {
        var (chat, account) = (new ChatId(1), new AccountId(2));
        var state = new StateRow("import", 1, "{\"rows\":3}", Now);
        await Write(s => s.States.Put(chat, account, state with { Name = "older" }));
        await Write(s => s.States.Put(chat, account, state));

        Read(s => s.States.Find(chat, account)).Should().Be(state);
        Read(s => s.States.Find(chat, new AccountId(3))).Should().BeNull();
        await Write(s => s.States.Remove(chat, account));
        Read(s => s.States.Find(chat, account)).Should().BeNull();
    }

    [Fact]
    public async Task A_notice_takes_a_new_revision_only_when_its_text_changes()
    {
        (await Write(s => s.Notices.Store(Samples.Group, "第一版", Now))).Should().Be(1);
        (await Write(s => s.Notices.Store(Samples.Group, "第二版", Now))).Should().Be(2);
        (await Write(s => s.Notices.Store(Samples.Group, "第一版", Now))).Should().Be(3);

        Read(s => s.Notices.Current(Samples.Group)).Should().Be(new NoticeText(3, "第一版"));
        Read(s => s.Notices.Groups()).Should().Equal(Samples.Group);
        Look(books => books.Notice.Revision).Should().Be(3);
    }

    [Fact]
    public async Task A_direct_line_log_gives_appends_and_updates_in_the_order_of_changes()
    {
        await Write(s => s.DirectLine.Start("c1", "room"));
        await Write(s => s.DirectLine.Append("c1", 0, Now, "{\"n\":0}", "client-1"));
        await Write(s => s.DirectLine.Append("c1", 1, Now + Duration.FromMilliseconds(1), "{\"n\":1}", null));
        (await Write(s => s.DirectLine.Update("c1", 0, "{\"n\":2}"))).Should().Be(3);

        Read(s => s.DirectLine.Find("c1")).Should().Be(new DirectLineConversation("c1", "room", 2, 3, Now + Duration.FromMilliseconds(1), false));
        Read(s => s.DirectLine.After("c1", 0, 10)).Should().Equal(new DirectLineActivity(1, 2, "{\"n\":1}"), new DirectLineActivity(0, 3, "{\"n\":2}"));
        Read(s => s.DirectLine.After("c1", 2, 10)).Should().ContainSingle();
        Read(s => s.DirectLine.At("c1", 1)).Should().Be(new DirectLineActivity(1, 2, "{\"n\":1}"));
        Read(s => s.DirectLine.FindByClientId("c1", "client-1", Now)).Should().Be(0);
        Read(s => s.DirectLine.FindByClientId("c1", "client-1", Now + Duration.FromMilliseconds(1))).Should().BeNull();
        await this.Awaiting(t => t.Write(s => s.DirectLine.Append("c1", 1, Now, "{}", null))).Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task A_conversation_keeps_its_members_and_its_end()
    {
        await Write(s => s.DirectLine.Start("c1", "room"));
        (await Write(s => s.DirectLine.Join("c1", "u1"))).Should().BeTrue();
        (await Write(s => s.DirectLine.Join("c1", "u1"))).Should().BeFalse();
        await Write(s => s.DirectLine.End("c1"));

        (await Write(s => s.DirectLine.Start("c1", "other"))).Should().Match<DirectLineConversation>(c => c.IsOver && c.Kind == "room");
        Read(s => s.DirectLine.Members("c1")).Should().Equal("u1");
        Read(s => s.DirectLine.Find("c2")).Should().BeNull();
    }

    [Fact]
    public async Task Idle_conversations_leave_out_the_one_in_which_a_bound_person_is_reached()
    {
        var day = Duration.FromDays(1);
        var cast = await Write(s => Samples.Fill(s.Ledger(Samples.Group)));
        var account = (await Write(s => s.Accounts.FindOrCreate("directline", "dl_1", "", "zh"))).Id;
        await Write(s => { s.Ledger(Samples.Group).People.Bind(account, cast.Officer.Id, null, "test", Now); return 0; });
        foreach (var (id, kind, used) in new[] { ("old", "private", Now), ("last", "private", Now + Duration.FromHours(1)), ("group", "group", Now) })
        {
            await Write(s => s.DirectLine.Start(id, kind, used));
            await Write(s => s.Chats.FindOrCreate("directline", id, kind == "group", kind == "group" ? null : account, true, used));
        }

        await Write(s => s.DirectLine.Start("nobodys", "private", Now));
        await Write(s => s.DirectLine.Start("fresh", "private", Now + day));
        Read(s => s.DirectLine.Idle("directline", "private", Now + day, 10)).Should().BeEquivalentTo("old", "nobodys");

        await Write(s => { s.Chats.SetReachable(s.Chats.Find("directline", "last")!.Id, false); return 0; });
        Read(s => s.DirectLine.Idle("directline", "private", Now + day, 10)).Should().BeEquivalentTo("last", "nobodys");
    }

    [Fact]
    public async Task A_conversation_that_is_over_loses_its_log_at_once_and_its_name_when_no_token_can_know_it_any_more()
    {
        await Write(s => s.DirectLine.Start("c1", "private", Now));
        await Write(s => s.DirectLine.Append("c1", 0, Now, "{}", null));
        await Write(s => s.DirectLine.Append("c1", 1, Now, "{}", null));
        await Write(s => s.DirectLine.Join("c1", "u1"));
        (await Write(s => s.DirectLine.PruneOver(Now + Duration.FromDays(9), 10))).Should().Be(0, "it is not over");
        await Write(s => { s.DirectLine.End("c1"); return 0; });

        (await Write(s => s.DirectLine.PruneOver(Now, 1))).Should().Be(1);
        (await Write(s => s.DirectLine.PruneOver(Now, 10))).Should().Be(1);
        Read(s => s.DirectLine.Find("c1")).Should().Match<DirectLineConversation>(c => c.IsOver);
        (await Write(s => s.DirectLine.PruneOver(Now, 10))).Should().Be(0);
        (await Write(s => s.DirectLine.PruneOver(Now + Duration.FromMilliseconds(1), 10))).Should().Be(1);
        Read(s => s.DirectLine.Find("c1")).Should().BeNull();
        Read(s => s.DirectLine.Members("c1")).Should().BeEmpty();
    }

    [Fact]
    public async Task Words_of_messages_are_forgotten_in_order_and_not_of_those_that_wait()
    {
        var chat = await ChatAsync("room");
        foreach (var key in new[] { "a", "b", "c" })
        {
            await Write(s => s.Outbox.Add(Message(chat, key), key == "b" ? null : key));
        }

        var first = await Write(s => s.Outbox.Forget(0, Now + Duration.FromMilliseconds(1), 2));
        (await Write(s => s.Outbox.Forget(first!.Value, Now + Duration.FromMilliseconds(1), 2))).Should().Be(first + 1);
        (await Write(s => s.Outbox.Forget(first!.Value + 1, Now + Duration.FromMilliseconds(1), 2))).Should().BeNull();

        Read(s => Enumerable.Range(0, 3).Select(i => s.Outbox.Get(first!.Value - 1 + i).Rendered.Length > 0).ToList()).Should().Equal(false, true, false);
        (await Write(s => s.Outbox.Add(Message(chat, "a"), "again"))).Should().BeNull("its key is known for ever");
    }

    [Fact]
    public async Task A_setting_is_what_was_set_last()
    {
        await Write(s => s.Settings.Set("clock", "1"));
        await Write(s => s.Settings.Set("clock", "2"));
        Read(s => s.Settings.Find("clock")).Should().Be("2");
        await Write(s => s.Settings.Set("clock", null));
        Read(s => s.Settings.Find("clock")).Should().BeNull();
    }

    [Fact]
    public async Task A_file_is_handed_out_by_its_key_until_it_expires()
    {
        var upload = await Write(s => s.Uploads.Add("key1", Samples.Group, "周报.xlsx", "application/zip", [5, 6], Now));

        Read(s => s.Uploads.Find("key1", Now - Duration.FromMilliseconds(1))).Should().Be(upload);
        Read(s => s.Uploads.Bytes(upload)).Should().Equal(5, 6);
        Read(s => s.Uploads.Find("key1", Now)).Should().BeNull();
        Read(s => s.Uploads.Find("key2", Now)).Should().BeNull();
    }

    private async Task<ChatId> ChatAsync(string conversation) =>
        (await Write(s => s.Chats.FindOrCreate("directline", conversation, true, null, true, Now))).Id;

    private static NewOutgoing Message(ChatId chat, string key) =>
        new(Samples.Group, key, null, chat, "lead.filed", "{}", "zh", $"{{\"text\":\"{key}\"}}", Now);
}
