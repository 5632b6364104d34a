using NodaTime;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Turns;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Dates;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.People;
using OfficerBot.Domain.Roster;
using OfficerBot.Domain.Time;
using OfficerBot.Files;
using OfficerBot.Storage;
using OfficerBot.Tests.House;
using OfficerBot.Wiring;

namespace OfficerBot.Tests.Conversation.Turns;

/// <summary>The office of the sample over a real store: people say things to the desk, states are kept as text between turns.</summary>
internal sealed class DialogRoom : IAsyncDisposable
{
    public const string GroupName = "yuanjiang-2020-38";

    private static readonly LanguageContent Language = Load();

    private readonly string _folder;
    private readonly Dictionary<(long, long), (string, string)> _states = [];
    private readonly SqliteStore _store;
    private readonly Desk _desk;

    private DialogRoom(string folder, SqliteStore store, WorkingCalendar calendar, Func<WorkingCalendar, Reader, IReadOnlyList<IDialog>> dialogs)
    {
        (_folder, _store) = (folder, store);
        var reader = new Reader(Language, new CalendarDays(calendar), new Dictionary<string, EventDays>());
        _desk = new(reader.Read, dialogs(calendar, reader));
    }

    /// <summary>Office time of the next turn.</summary>
    public Instant Now { get; set; } = Instant.FromUtc(2020, 9, 16, 2, 0); // Wednesday 10:00

    public static async Task<DialogRoom> OpenAsync(Func<WorkingCalendar, Reader, IReadOnlyList<IDialog>> dialogs)
    {
        using var file = File.OpenRead(Tree.At("deploy", "holidays-cn.json"));
        var folder = Directory.CreateTempSubdirectory("officerbot-room-").FullName;
        var store = SqliteStore.Open(new(Path.Combine(folder, "officerbot.db"), Contents.ReadNotice));
        var room = new DialogRoom(folder, store, HolidayFile.Read(file), dialogs);
        await store.WriteAsync(s => s.Notices.Store(new(GroupName), File.ReadAllText(Tree.At("deploy", "notices", "yuanjiang-2020-38.yaml")), room.Now), default);
        await room.Write(l =>
        {
            RosterImport.Plan(RosterReader.Read(Rows(File.ReadAllBytes(Tree.At("deploy", "sample", "roster.csv"))))!, l.Roster).Carry(l, null, room.Now);
            return 0;
        });
        return room;
    }

    public static IReadOnlyList<SheetRow> Rows(byte[] file) =>
        ((OfficerBot.Conversation.Roster.TableRead.Sheets)new Tables().Read(file, "roster.csv")).All[0];

    public Task<T> Write<T>(Func<ILedger, T> job) => _store.WriteAsync(s => job(s.Ledger(new(GroupName))), default);

    public Task<IReadOnlyList<Outgoing>> Say(string person, string text, bool inGroup = false, bool mentioned = false, params SaidFile[] files) =>
        _store.WriteAsync(s => Take(s, person, text, inGroup, mentioned, files), default);

    /// <summary>The one answer of this type among what is sent.</summary>
    public async Task<T> Ask<T>(string person, string text, bool inGroup = false, params SaidFile[] files)
        where T : Reply
    {
        var sent = await Say(person, text, inGroup, files: files);
        var others = string.Join(", ", sent.Select(o => o.Reply.GetType().Name));
        return sent.Select(o => o.Reply).OfType<T>().Should().ContainSingle("the answer to “{0}” was {1}", text, others).Subject;
    }

    /// <summary>Opens a private chat, so that the person can be reached.</summary>
    public Task<AccountId> Seat(string person) => _store.WriteAsync(s => Places(s, person).Account.Id, default);

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static LanguageContent Load()
    {
        var (content, problems) = LanguageContent.Load(Tree.At("dialogs"));
        return content ?? throw new InvalidDataException(string.Join(Environment.NewLine, problems));
    }

    private IReadOnlyList<Outgoing> Take(WriteSession session, string person, string text, bool inGroup, bool mentioned, SaidFile[] files)
    {
        var ledger = session.Ledger(new(GroupName));
        var (account, own) = Places(session, person);
        var group = inGroup ? session.Chats.FindOrCreate("test", "group", true, null, true, Now) : null;
        var where = group ?? own;
        var said = new Said.Words(account, where, Now, null, text, [], files, mentioned, null);
        var state = _states.TryGetValue((where.Id.Value, account.Id.Value), out var kept) ? DialogStates.Read(kept.Item1, DialogStates.Version, kept.Item2) : null;
        var speaker = ledger.People.Get(account.Id).Person is { } id ? ledger.Roster.Find(id) : null;
        var turn = new Turn(said, speaker, Now, ledger, state);
        _desk.Take(turn);
        Keep(where, account.Id, turn.Pending);
        if (turn.PendingElsewhere is { } elsewhere)
        {
            Keep(elsewhere.Chat, account.Id, elsewhere.State);
        }

        return turn.Outgoing;
    }

    private void Keep(Chat chat, AccountId account, DialogState? state)
    {
        _states.Remove((chat.Id.Value, account.Value));
        if (state is not null)
        {
            _states[(chat.Id.Value, account.Value)] = DialogStates.Write(state);
        }
    }

    private (Account Account, Chat Own) Places(WriteSession session, string person)
    {
        var ledger = session.Ledger(new(GroupName));
        var account = session.Accounts.FindOrCreate("test", person, person, "zh");
        if (ledger.People.Get(account.Id).Person is null && ledger.Roster.People.FirstOrDefault(p => p.Name == person) is { } known)
        {
            ledger.People.Bind(account.Id, known.Id, null, "test", Now);
        }

        return (account, session.Chats.FindOrCreate("test", "private:" + person, false, account.Id, true, Now));
    }
}
