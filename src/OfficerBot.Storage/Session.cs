using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Notices;
using OfficerBot.Domain.Roster;
using OfficerBot.Storage.Books;
using OfficerBot.Storage.Rows;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage;

/// <summary>
/// The books on one connection. Valid only inside the job or query it was given to. On a <see cref="ReadSession"/> every writing member throws
/// <see cref="InvalidOperationException"/>.
/// </summary>
public abstract class Session
{
    private readonly Dictionary<GroupId, GroupLedger> _ledgers = [];
    private readonly Statements _sql;
    private readonly FileStore _files;
    private readonly BookShelf _books;
    private readonly CallerMemory? _memory;

    private protected Session(Statements sql, FileStore files, Func<string, int, Notice> readNotice, CallerMemory? memory)
    {
        _memory = memory;
        _sql = sql;
        _files = files;
        _books = new BookShelf(sql, readNotice);
        Accounts = new AccountRows(sql, memory);
        Chats = new ChatRows(sql, Departing, memory);
        Outbox = new OutboxRows(sql, Departing);
        Due = new DueRows(sql);
        Dedupe = new DedupeRows(sql);
        States = new StateRows(sql);
        Recent = new RecentRows(sql);
        Notices = new NoticeRows(sql, _books);
        DirectLine = new DirectLineRows(sql);
        Mail = new MailRows(sql, files);
        Settings = new SettingRows(sql);
        Uploads = new UploadRows(sql, files);
        Audit = new AuditRows(sql);
        FileUse = new FileUse(sql);
    }

    /// <summary>The newest migration in force.</summary>
    public int SchemaVersion() => (int)(_sql.Number($"select max(version) from schema_version") ?? 0);

    /// <summary>Accounts on channels.</summary>
    public AccountRows Accounts { get; }

    /// <summary>Chats on channels.</summary>
    public ChatRows Chats { get; }

    /// <summary>Which rows point to files.</summary>
    public FileUse FileUse { get; }

    /// <summary>Who asked for what.</summary>
    public AuditRows Audit { get; }

    /// <summary>What is to be said.</summary>
    public OutboxRows Outbox { get; }

    /// <summary>What is to be done later.</summary>
    public DueRows Due { get; }

    /// <summary>Messages seen already.</summary>
    public DedupeRows Dedupe { get; }

    /// <summary>What the bot waits for, per chat and account.</summary>
    public StateRows States { get; }

    /// <summary>Last requests.</summary>
    public RecentRows Recent { get; }

    /// <summary>Notices and their revisions.</summary>
    public NoticeRows Notices { get; }

    /// <summary>Direct Line's conversations and log.</summary>
    public DirectLineRows DirectLine { get; }

    /// <summary>Letters on their way.</summary>
    public MailRows Mail { get; }

    /// <summary>Named values.</summary>
    public SettingRows Settings { get; }

    /// <summary>Files handed out by key.</summary>
    public UploadRows Uploads { get; }

    /// <summary>What the present transaction leaves to be sent.</summary>
    internal Departing Departing { get; } = new();

    /// <summary>The books of one group.</summary>
    public ILedger Ledger(GroupId group)
    {
        if (!_ledgers.TryGetValue(group, out var ledger))
        {
            _ledgers[group] = ledger = new GroupLedger(group, _sql, _books.Of(group), _files, _memory);
        }

        return ledger;
    }

    /// <summary>What was kept in memory may have been rolled back.</summary>
    internal void Forget()
    {
        _books.Forget();
        _memory?.Forget();
    }

    /// <summary>What was kept in memory may be older than the snapshot.</summary>
    internal void Recheck() => _books.Recheck();
}
