using NodaTime;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.People;
using OfficerBot.Domain.Roster;
using OfficerBot.Storage;
using OfficerBot.Storage.Rows;

namespace OfficerBot.Tests.Storage;

/// <summary>What every store must do with roster, accounts, bindings and chats.</summary>
public abstract class PeopleBehaviour : StoreBehaviour
{
    private static readonly Instant Later = Samples.Morning + Duration.FromHours(1);

    [Fact]
    public void The_roster_lists_people_unit_by_unit_with_all_they_have()
    {
        var roster = Look(books => books.Roster);

        roster.Units.Should().BeEquivalentTo([Cast.Branch, Cast.Town], o => o.WithStrictOrdering());
        roster.People.Should().Equal(Cast.Officer, Cast.Deputy, Cast.TownOfficer);
        roster.Revision.Should().Be(5);
    }

    [Fact]
    public async Task A_change_of_a_person_is_seen_in_its_turn_and_after_it()
    {
        var changed = Cast.Officer with { Title = "科长", Phone = "19900001009", Roles = Roles.Leader, EnglishName = null };

        var within = await Books(books =>
        {
            books.RosterChanges.Change(changed, Cast.Deputy.Id, Later);
            return books.Roster[changed.Id];
        });

        within.Should().Be(changed);
        Look(books => books.Roster[changed.Id]).Should().Be(changed);
        Look(books => books.Roster.Revision).Should().Be(6);
    }

    [Fact]
    public async Task Whoever_is_removed_loses_his_binding_and_his_facts_stay()
    {
        var account = await BoundAsync("u1", Cast.Officer.Id);
        var lead = await Books(books => books.Leads.Add(Samples.Lead(Cast, "走前的")));

        await Books(books => books.RosterChanges.Remove(Cast.Officer.Id, Cast.Deputy.Id, Later));

        Look(books => books.Roster.Find(Cast.Officer.Id)).Should().BeNull();
        Look(books => books.People.Get(account.Id)).Person.Should().BeNull();
        Look(books => books.Leads.Get(lead.Id)).FiledBy.Should().Be(Cast.Officer.Id);
        await this.Awaiting(t => t.Books(b => b.RosterChanges.Remove(Cast.Officer.Id, null, Later))).Should().ThrowAsync<KeyNotFoundException>();
    }

    [Fact]
    public async Task A_new_binding_of_an_account_ends_the_earlier_one()
    {
        var account = await BoundAsync("u1", Cast.Officer.Id);
        await Books(books => books.People.Bind(account.Id, Cast.Deputy.Id, Cast.Deputy.Id, "liaison", Later));

        Look(books => books.People.Get(account.Id)).Person.Should().Be(Cast.Deputy.Id);
        Look(books => books.People.AccountsOf(Cast.Officer.Id)).Should().BeEmpty();
        Look(books => books.People.AccountsOf(Cast.Deputy.Id)).Should().ContainSingle().Which.Id.Should().Be(account.Id);
        Read(s => s.Accounts.Bindings(account.Id)).Should().Equal((Samples.Group, Cast.Deputy.Id));
        Read(s => s.Accounts.Find("directline", "u1"))!.Person.Should().Be(Cast.Deputy.Id);
    }

    [Fact]
    public async Task An_account_is_made_once_and_follows_the_name_on_its_channel()
    {
        var made = await Write(s => s.Accounts.FindOrCreate("directline", "u9", "小周", "zh"));
        await Write(s => s.Accounts.SetLocale(made, "en"));

        (await Write(s => s.Accounts.FindOrCreate("directline", "u9", string.Empty, "zh"))).Should().Be(made with { Locale = "en" });
        (await Write(s => s.Accounts.FindOrCreate("directline", "u9", "周周", "zh"))).Should().Be(made with { Locale = "en", Name = "周周" });
        Read(s => s.Accounts.Get(made.Id)).Name.Should().Be("周周");
        Read(s => s.Accounts.Find("msteams", "u9")).Should().BeNull();
    }

    [Fact]
    public async Task A_person_is_reached_in_the_reachable_private_chat_used_last()
    {
        var account = await BoundAsync("u1", Cast.Officer.Id);
        var old = await ChatAsync("p1", account, Samples.Morning);
        var used = await ChatAsync("p2", account, Later);
        await ChatAsync("room", account, Later + Duration.FromHours(1), isGroup: true);

        Look(books => books.People.ReachableChat(Cast.Officer.Id)).Should().Be(used);
        await Write(s => s.Chats.SetReachable(used.Id, false));
        Look(books => books.People.ReachableChat(Cast.Officer.Id)).Should().Be(old);
        await ChatAsync("p2", account, Later + Duration.FromHours(2));
        Look(books => books.People.ReachableChat(Cast.Officer.Id)).Should().Be(used, "writing from it makes it reachable again");
        Look(books => books.People.ReachableChat(Cast.Deputy.Id)).Should().BeNull();
    }

    [Fact]
    public async Task A_linked_room_is_a_chat_of_the_group_and_a_private_chat_cannot_be_linked()
    {
        var account = await BoundAsync("u1", Cast.Officer.Id);
        var room = await ChatAsync("room", null, Later, isGroup: true);
        var aside = await ChatAsync("p1", account, Later);
        await Books(books => books.People.Link(room.Id, Cast.Deputy.Id, "said", Later));

        Look(books => books.People.GroupChats()).Should().Equal(room with { Group = Samples.Group });
        Read(s => s.Chats.Find("directline", "room"))!.Group.Should().Be(Samples.Group);
        await this.Awaiting(t => t.Books(b => b.People.Link(aside.Id, null, "said", Later))).Should().ThrowAsync<KeyNotFoundException>();
    }

    [Fact]
    public async Task The_reference_of_a_chat_is_the_one_that_came_last()
    {
        var room = await ChatAsync("room", null, Later, isGroup: true);
        Read(s => s.Chats.Reference(room.Id)).Should().BeNull();
        await Write(s => s.Chats.KeepReference(room.Id, "{\"a\":1}"));
        await Write(s => s.Chats.KeepReference(room.Id, "{\"a\":2}"));

        Read(s => s.Chats.Reference(room.Id)).Should().Be("{\"a\":2}");
    }

    [Fact]
    public async Task The_writer_takes_nobody_for_what_he_was_before()
    {
        var account = await BoundAsync("u1", Cast.Officer.Id);
        var room = await ChatAsync("room", null, Later, isGroup: true);
        (await Write(s => s.Accounts.Bindings(account.Id))).Should().Equal((Samples.Group, Cast.Officer.Id));

        await Write(s => s.Chats.Lose(room.Id));
        await Books(books => books.People.Link(room.Id, null, "said", Later));
        await Books(books => books.People.Bind(account.Id, Cast.Deputy.Id, null, "liaison", Later));
        (await Write(s => s.Accounts.Bindings(account.Id))).Should().Equal((Samples.Group, Cast.Deputy.Id));
        (await Write(s => s.Accounts.FindOrCreate("directline", "u1", "", "zh"))).Person.Should().Be(Cast.Deputy.Id);
        (await ChatAsync("room", null, Later, isGroup: true)).Should().Be(room with { Group = Samples.Group });

        await Books(books => books.RosterChanges.Remove(Cast.Deputy.Id, null, Later));
        (await Write(s => s.Accounts.Bindings(account.Id))).Should().BeEmpty();
    }

    [Fact]
    public async Task What_a_failed_job_changed_of_a_caller_is_not_remembered()
    {
        var account = await BoundAsync("u1", Cast.Officer.Id);

        await this.Awaiting(t => t.Write<int>(s =>
        {
            s.Accounts.SetLocale(account, "en");
            s.Chats.FindOrCreate("directline", "p9", false, account.Id, true, Later);
            s.Ledger(Samples.Group).People.Bind(account.Id, Cast.Deputy.Id, null, "liaison", Later);
            s.Accounts.Bindings(account.Id).Should().Equal((Samples.Group, Cast.Deputy.Id));
            throw new InvalidTimeZoneException("this turn fails");
        })).Should().ThrowAsync<InvalidTimeZoneException>();

        (await Write(s => s.Accounts.FindOrCreate("directline", "u1", "", "zh"))).Should().Be(account);
        (await Write(s => s.Accounts.Bindings(account.Id))).Should().Equal((Samples.Group, Cast.Officer.Id));
        var made = await ChatAsync("p9", account, Later);
        Read(s => s.Chats.Find("directline", "p9")).Should().Be(made);
    }

    [Fact]
    public async Task What_a_person_was_told_is_known_by_its_key_whatever_chat_he_used_since()
    {
        var account = await BoundAsync("u1", Cast.Officer.Id);
        var first = await ChatAsync("p1", account, Samples.Morning);
        await TellAsync(first, "k1");
        var later = await ChatAsync("p2", account, Later);

        Look(b => b.People.ReachableChat(Cast.Officer.Id)).Should().Be(later);
        Look(b => b.People.Told(Cast.Officer.Id, "k1")).Should().Be(new Told(Samples.Morning, false));
        Look(b => b.People.Told(Cast.Officer.Id, "k2")).Should().BeNull();
        Look(b => b.People.Told(Cast.Deputy.Id, "k1")).Should().BeNull();
    }

    [Fact]
    public async Task What_the_channel_refused_is_lost_until_another_chat_took_it()
    {
        var account = await BoundAsync("u1", Cast.Officer.Id);
        var refused = await TellAsync(await ChatAsync("p1", account, Samples.Morning), "k1");
        await Write(s => s.Outbox.Failed(refused));
        Look(b => b.People.Told(Cast.Officer.Id, "k1"))!.Value.IsLost.Should().BeTrue();

        await TellAsync(await ChatAsync("p2", account, Later), "k1");
        Look(b => b.People.Told(Cast.Officer.Id, "k1"))!.Value.IsLost.Should().BeFalse();
    }

    [Fact]
    public async Task What_was_told_is_found_by_the_beginning_of_its_key_in_private_chats_of_this_group()
    {
        var account = await BoundAsync("u1", Cast.Officer.Id);
        var chat = await ChatAsync("p1", account, Samples.Morning);
        await TellAsync(chat, "hand-1:daily:2020-09-16T00:00:5");
        var lost = await TellAsync(chat, "hand-1:daily:2020-09-16T00:00:6");
        await Write(s => s.Outbox.Failed(lost));
        await TellAsync(chat, "hand-12:daily:2020-09-16T00:00:5");

        Look(b => b.People.ToldUnder("hand-1:")).Should().Equal(
            new KeyedTold("hand-1:daily:2020-09-16T00:00:5", Samples.Morning, false), new KeyedTold("hand-1:daily:2020-09-16T00:00:6", Samples.Morning, true));
        Look(b => b.People.ToldUnder("hand-2:")).Should().BeEmpty();
    }

    private async Task<long> TellAsync(Chat chat, string key) => (await Write(s => s.Outbox.Add(
        new(Samples.Group, OutboxRows.KeyIn(chat.Id, key), null, chat.Id, "lead_nudge", "{}", "zh", "{}", Samples.Morning))))!.Value; // the key is new

    private Task<Account> BoundAsync(string user, PersonId person) => Write((Session s) =>
    {
        var account = s.Accounts.FindOrCreate("directline", user, "名", "zh");
        s.Ledger(Samples.Group).People.Bind(account.Id, person, null, "sample", Samples.Morning);
        return s.Ledger(Samples.Group).People.Get(account.Id);
    });

    private Task<Chat> ChatAsync(string conversation, Account? owner, Instant at, bool isGroup = false) =>
        Write(s => s.Chats.FindOrCreate("directline", conversation, isGroup, isGroup ? null : owner?.Id, true, at));
}
