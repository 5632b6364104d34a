using NodaTime;
using OfficerBot.Conversation.Leads;
using OfficerBot.Conversation.Notices;
using OfficerBot.Conversation.Reports;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Turns;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Documents.Mail;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Notices;
using OfficerBot.Domain.People;
using OfficerBot.Domain.Roster;
using OfficerBot.Domain.Time;
using OfficerBot.Files;
using OfficerBot.Storage;
using OfficerBot.Tests.House;
using Yuanjiang = OfficerBot.Tests.Domain.Yuanjiang;

namespace OfficerBot.Tests.Conversation.Reports;

/// <summary>
/// The real notice over a real store in a temporary folder, with the four people of the report story. Messages are given as what understanding makes
/// of them; state is kept per person as the service keeps it.
/// </summary>
internal sealed class Office : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("officerbot-reports-").FullName;
    private readonly Dictionary<long, DialogState?> _pending = [];

    private Office()
    {
        Text = File.ReadAllText(Tree.At("deploy", "notices", "yuanjiang-2020-38.yaml"));
        Store = SqliteStore.Open(new(Path.Combine(_folder, "officerbot.db"), (yaml, revision) => NoticeYaml.Read(yaml, "notice").Notice! with { Revision = revision }));
        Press = new PaperPress(Store.Files.Read, MailAddress.Parse("bot@example.org"));
    }

    public string Text { get; }

    public SqliteStore Store { get; }

    public IPaperPress Press { get; }

    public GroupId Group { get; } = new("yuanjiang-2020-38");

    /// <summary>Office time of the next message.</summary>
    public Instant Now { get; set; } = At(16, 8, 30);

    public Person Liaison { get; private set; } = null!; // OpenAsync sets the people

    public Person Officer { get; private set; } = null!;

    public Person Deputy { get; private set; } = null!;

    public Person TownOfficer { get; private set; } = null!;

    public static WorkingCalendar Calendar => Yuanjiang.WorkDays;

    /// <summary>A moment of September 2020 in Beijing.</summary>
    public static Instant At(int day, int hour, int minute = 0) => Yuanjiang.At(2020, 9, day, hour, minute);

    public static async Task<Office> OpenAsync()
    {
        var office = new Office();
        await office.Store.WriteAsync(office.Fill, default);
        return office;
    }

    /// <summary>Says something in private; gives what is sent.</summary>
    public Task<IReadOnlyList<Outgoing>> Say(Person who, IDialog dialog, string intent, Slots? slots = null, string text = "", params Picture[] pictures) =>
        Store.WriteAsync(
            session =>
            {
                var account = session.Accounts.FindOrCreate("test", $"u{who.Id.Value}", who.Name, "zh");
                var chat = session.Chats.FindOrCreate("test", $"p{who.Id.Value}", false, account.Id, true, Now);
                var said = new Said.Words(account, chat, Now, null, text, pictures, [], true, null);
                var turn = new Turn(said, who, Now, session.Ledger(Group), _pending.GetValueOrDefault(who.Id.Value))
                {
                    Understood = new Understood(intent, slots ?? new Slots(), 1, [], []),
                };
                dialog.Run(turn);
                _pending[who.Id.Value] = turn.Pending;
                return turn.Outgoing;
            },
            default);

    /// <summary>Files a lead of the officer's unit at <see cref="Now"/>; a minute passes.</summary>
    public Task<Lead> Lead(Person who, string text, int category = 3) => Write(ledger =>
    {
        Now += Duration.FromMinutes(1);
        var desk = new LeadDesk(ledger, new OfficerBot.Domain.Duties.Occurrences(ledger.Notice, Calendar));
        return ((LeadResult.Filed)desk.File(new LeadToFile(who.Unit, text, category, new ChatId(1), null, 0), who, Now - Duration.FromMinutes(1))).Lead;
    });

    public Task<T> Write<T>(Func<ILedger, T> job) => Store.WriteAsync(s => job(s.Ledger(Group)), default);

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private int Fill(WriteSession session)
    {
        session.Notices.Store(Group, Text, Now);
        var ledger = session.Ledger(Group);
        var roster = ledger.RosterChanges;
        var office = roster.AddUnit("沅江市生态环境保护委员会办公室", "市直单位", ["市生环委办"], ["Ecology Office"], Now);
        var publicity = roster.AddUnit("市委宣传部", "市直单位", ["宣传部"], ["Publicity Department"], Now);
        roster.AddUnit("市融媒体中心", "市直单位", ["融媒体中心"], ["Media Center"], Now);
        var branch = roster.AddUnit("益阳市生态环境局沅江分局", "垂管单位", ["沅江分局"], ["Yuanjiang Branch"], Now);
        var town = roster.AddUnit("白沙镇", "镇", [], ["Baisha Town"], Now);
        Liaison = roster.AddPerson(office.Id, "邓志远", "联络员", "19900000001", null, Roles.Liaison, null, Now);
        roster.AddPerson(publicity.Id, "黄拥军", "新闻通讯组组长", "19900000004", null, Roles.Officer, null, Now);
        Officer = roster.AddPerson(branch.Id, "刘艺超", "法宣股股长", "19900000002", null, Roles.Officer, null, Now);
        Deputy = roster.AddPerson(branch.Id, "苏赛飞", "法宣股副股长", "19900000003", null, Roles.Deputy, null, Now);
        TownOfficer = roster.AddPerson(town.Id, "周晓燕", "信息员", "19900000005", null, Roles.Officer, null, Now);
        foreach (var person in new[] { Liaison, Officer, Deputy, TownOfficer })
        {
            var account = session.Accounts.FindOrCreate("test", $"u{person.Id.Value}", person.Name, "zh");
            ledger.People.Bind(account.Id, person.Id, null, "test", Now);
            session.Chats.FindOrCreate("test", $"p{person.Id.Value}", false, account.Id, true, Now);
        }

        return 0;
    }
}
