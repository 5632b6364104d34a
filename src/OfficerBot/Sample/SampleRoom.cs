using NodaTime;
using OfficerBot.Clocks;
using OfficerBot.Doors;
using OfficerBot.Domain.People;
using OfficerBot.Domain.Roster;
using OfficerBot.Protocol.DirectLine;
using OfficerBot.Settings;
using OfficerBot.Storage;
using OfficerBot.Turns;

namespace OfficerBot.Sample;

/// <summary>
/// The sample: people of the sample roster, one group room, a private room each. A visitor is whoever he picks; the account he gets is bound by the
/// page. Everything is kept in the store, so a restart goes on where it was; "start over" empties the store.
/// </summary>
internal sealed class SampleRoom(SqliteStore store, OfficeClock office, OfficerBotSettings settings, DirectLineTokens tokens, DirectLineHub hub)
{
    /// <summary>Who is not on the roster.</summary>
    public const string Stranger = "stranger";

    private const string EpochKey = "sample.epoch";

    /// <summary>Changes when a new sample begins.</summary>
    public string Epoch => store.Read(s => s.Settings.Find(EpochKey)) ?? "";

    /// <summary>The group of the sample: the first notice's.</summary>
    public GroupId Group => store.Read(s => s.Notices.Groups()[0]);

    /// <summary>Fills an empty store; a store with a sample in it stays as it is.</summary>
    public async Task PrepareAsync(CancellationToken cancel)
    {
        var now = office.GetCurrentInstant();
        await store.WriteAsync(s => Fill(s, now), cancel);
    }

    /// <summary>Everybody a visitor may be, in roster order, the stranger last.</summary>
    public IReadOnlyList<SamplePerson> People()
    {
        var roster = store.Read(s => s.Ledger(Group).Roster);
        return [.. roster.People.Select(p => Of(p, roster[p.Unit])), new(Stranger, "路人", "Passer-by", "", "", "", [Stranger])];
    }

    /// <summary>Finds whom a visitor means: an id, a name, <c>unit name</c>, an English name, or a role.</summary>
    public SamplePerson? Find(string? person)
    {
        var wanted = (person ?? "").Replace(" ", "", StringComparison.Ordinal);
        var people = People();
        return people.FirstOrDefault(p => p.Id == wanted)
            ?? people.FirstOrDefault(p => Names(p).Contains(wanted, StringComparer.OrdinalIgnoreCase))
            ?? people.FirstOrDefault(p => p.Roles.Contains(wanted, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Seats a visitor: makes and binds the account, opens the room, and gives a token for it.</summary>
    public async Task<SampleSeat> SitAsync(SamplePerson person, bool inGroup, CancellationToken cancel)
    {
        var now = office.GetCurrentInstant();
        var seat = await store.WriteAsync(s => Seat(s, person, inGroup, now), cancel);
        return seat with { Token = tokens.Mint(seat.ConversationId, new DirectLineUser(seat.UserId, person.Name)).Token };
    }

    /// <summary>Empties the store and the mail folder and begins anew at the sample's first minute.</summary>
    public async Task StartOverAsync(Func<Task> bringNotices, CancellationToken cancel)
    {
        var conversations = store.Read(s => s.DirectLine.Ids());
        await store.WriteAsync(s => s.EraseAll(), cancel);
        foreach (var mail in Directory.Exists(settings.Mail.Folder) ? Directory.GetFiles(settings.Mail.Folder, "*.eml") : [])
        {
            File.Delete(mail);
        }

        office.Begin(office.DistanceTo(settings.Sample.Clock.InZoneStrictly(SampleClock.Zone).ToInstant()));
        await bringNotices();
        await PrepareAsync(cancel);
        foreach (var conversation in conversations)
        {
            hub.Ended(conversation);
        }
    }

    private static int Fill(WriteSession session, Instant now)
    {
        var group = session.Notices.Groups()[0];
        if (session.Settings.Find(EpochKey) is not null)
        {
            return 0;
        }

        session.Settings.Set(EpochKey, UnguessableKey.New()[..8]);
        return SampleRoster.Load(session.Ledger(group), now);
    }

    private static SampleSeat Seat(WriteSession session, SamplePerson person, bool inGroup, Instant now)
    {
        var group = session.Notices.Groups()[0];
        var user = Kept(session, $"sample.user.{person.Id}", () => "dl_" + UnguessableKey.New());
        var account = session.Accounts.FindOrCreate(DirectLineWriter.Channel, user, person.Name, "zh");
        Bind(session, group, account, person, now);
        var conversation = Room(session, inGroup ? "sample.group" : $"sample.private.{person.Id}");
        session.DirectLine.Start(conversation, inGroup ? DirectLineRooms.Group : DirectLineRooms.Private);
        var chat = session.Chats.FindOrCreate(DirectLineWriter.Channel, conversation, inGroup, inGroup ? null : account.Id, true, now);
        if (inGroup && chat.Group is null)
        {
            session.Ledger(group).People.Link(chat.Id, null, "sample", now);
        }

        return new("", user, conversation);
    }

    private static void Bind(WriteSession session, GroupId group, Account account, SamplePerson person, Instant now)
    {
        if (person.Id != Stranger && account.Person is null)
        {
            var id = new PersonId(long.Parse(person.Id, CultureInfo.InvariantCulture));
            session.Ledger(group).People.Bind(account.Id, id, null, "sample", now);
        }
    }

    // A room that has expired is another one next time.
    private static string Room(WriteSession session, string name)
    {
        var kept = Kept(session, name, ConversationIds.New);
        if (session.DirectLine.Find(kept) is { IsOver: true })
        {
            session.Settings.Set(name, null);
            return Kept(session, name, ConversationIds.New);
        }

        return kept;
    }

    private static string Kept(WriteSession session, string name, Func<string> make)
    {
        if (session.Settings.Find(name) is { } kept)
        {
            return kept;
        }

        var made = make();
        session.Settings.Set(name, made);
        return made;
    }

    private static SamplePerson Of(Person person, Unit unit) => new(
        person.Id.Value.ToString(CultureInfo.InvariantCulture), person.Name, person.EnglishName ?? person.Name, unit.ShortName,
        unit.EnglishNames.Count > 0 ? unit.EnglishNames[0] : unit.ShortName, person.Title, RolesOf(person.Roles));

    private static List<string> RolesOf(Roles roles) =>
        [.. Enum.GetValues<Roles>().Where(r => r != Roles.None && roles.HasFlag(r)).Select(r => r.ToString().ToLowerInvariant())];

    private static IEnumerable<string> Names(SamplePerson person) =>
    [
        person.Name, person.Unit + person.Name, person.NameEn.Replace(" ", "", StringComparison.Ordinal),
    ];
}
