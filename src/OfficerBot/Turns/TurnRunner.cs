using System.Text.Json;
using NodaTime;
using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Content;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Notices;
using OfficerBot.Domain.People;
using OfficerBot.Domain.Roster;
using OfficerBot.Metrics;
using OfficerBot.Storage;
using OfficerBot.Storage.Rows;

namespace OfficerBot.Turns;

/// <summary>Runs one turn inside a job of the writer: books, state, desk, rows of everything to be sent.</summary>
internal sealed partial class TurnRunner(Desk desk, Dispatch dispatch, ReplyShelf shelf, OfficeMeter meter, ILogger<TurnRunner> log)
{
    /// <summary>Runs it.</summary>
    /// <param name="turnKey">Unique for ever: prefix of the keys of what is sent.</param>
    /// <param name="replyTo">The channel's id of the message to answer to, or null.</param>
    /// <param name="thread">See <see cref="Origin"/>.</param>
    /// <returns>The Direct Line conversations that changed.</returns>
    public IReadOnlyCollection<string> Run(WriteSession session, Said said, string turnKey, string? replyTo, string? thread = null)
    {
        if (Groups.Of(session, said.By, said.Where) is not { } group)
        {
            return []; // no notice in force: nothing to serve
        }

        var began = meter.Moment();
        var ledger = session.Ledger(group);
        var binding = session.Accounts.Bindings(said.By.Id).FirstOrDefault(b => b.Group == group);
        var speaker = ledger.Roster.Find(binding.Person);
        var (state, lapsed) = Load(session, said, ledger.Notice);
        var recent = LoadRecent(session, said);
        var turn = new Turn(said, speaker, said.At, ledger, state) { Recent = recent, HasLapsed = lapsed };
        desk.Take(turn);
        if (turn.Pending is not null || state is not null || lapsed)
        {
            Save(session, said.Where, said.By.Id, turn.Pending, said.At);
        }

        if (turn.Recent is not null || recent is not null)
        {
            SaveRecent(session, said, turn.Recent);
        }

        SaveElsewhere(session, turn, said.At);
        if (speaker is null)
        {
            TurnedAway(said.By.Id.Value, said.Where.Id.Value, said.Where.Channel);
        }

        var changed = dispatch.Send(session, group, turn.Outgoing, new Origin(said.Where, said.By, replyTo, said.By.Locale, thread), turnKey, said.At);
        meter.Turned(said.Where.Channel, began);
        return changed;
    }

    /// <summary>After a failed turn: nothing of it stands, and the person is told so under a fault number.</summary>
    public IReadOnlyCollection<string> Apologise(WriteSession session, Said said, string turnKey, string? replyTo, string fault, string? thread = null)
    {
        meter.TurnFailed(said.Where.Channel);
        var apology = new Outgoing(new Route.Back(), new SomethingWentWrong(fault));
        return Groups.Of(session, said.By, said.Where) is { } group
            ? dispatch.Send(session, group, [apology], new Origin(said.Where, said.By, replyTo, said.By.Locale, thread), turnKey, said.At)
            : [];
    }

    /// <summary>Words that cannot be kept, such as that the disk is full.</summary>
    public string Words(Reply reply, string locale) => shelf.Current.Render(reply, locale).Text;

    /// <summary>Name and unit of whoever an account is bound to; null for a stranger.</summary>
    public static (string Name, string Unit)? PersonOf(WriteSession session, Account account) =>
        session.Accounts.Bindings(account.Id) is [var (group, id), ..] && session.Ledger(group).Roster is { } roster && roster.Find(id) is { } person
            ? (person.Name, roster[person.Unit].ShortName)
            : null;

    /// <summary>Local office time as the account's group has it.</summary>
    public static LocalDateTime Local(WriteSession session, Account account, Instant now) =>
        session.Accounts.Bindings(account.Id) is [var (bound, _), ..] ? session.Ledger(bound).Notice.Local(now)
        : session.Notices.Groups() is [var any, ..] ? session.Ledger(any).Notice.Local(now)
        : now.InUtc().LocalDateTime;

    // A question left overnight is not answered by tomorrow's first 好的.
    private static (DialogState? State, bool Lapsed) Load(WriteSession session, Said said, Notice notice)
    {
        if (session.States.Find(said.Where.Id, said.By.Id) is not { } row)
        {
            return (null, false);
        }

        var lapsed = notice.Local(row.SavedAt).Date < notice.Local(said.At).Date && said.At - row.SavedAt > DialogState.Overnight;
        return lapsed ? (null, true) : (DialogStates.Read(row.Name, row.Version, row.Json), false);
    }

    private static RecentRequest? LoadRecent(WriteSession session, Said said) =>
        session.Recent.Find(said.Where.Id, said.By.Id, said.At - RecentRequest.Lasts) is { } json ? JsonSerializer.Deserialize<RecentRequest>(json) : null;

    private static void SaveRecent(WriteSession session, Said said, RecentRequest? recent)
    {
        if (recent is null)
        {
            session.Recent.Remove(said.Where.Id, said.By.Id);
            return;
        }

        session.Recent.Put(said.Where.Id, said.By.Id, JsonSerializer.Serialize(recent), said.At);
    }

    private static void SaveElsewhere(WriteSession session, Turn turn, Instant at)
    {
        if (turn.PendingElsewhere is { Chat: { Owner: { } owner } chat, State: var state })
        {
            Save(session, chat, owner, state, at);
        }
    }

    private static void Save(WriteSession session, Chat chat, AccountId account, DialogState? state, Instant at)
    {
        if (state is null)
        {
            session.States.Remove(chat.Id, account);
            return;
        }

        var (name, json) = DialogStates.Write(state);
        session.States.Put(chat.Id, account, new StateRow(name, DialogStates.Version, json, at));
    }

    [LoggerMessage(903, LogLevel.Information, "Security: account {Account} is nobody on the roster; its turn in chat {Chat} of {Channel} got no data.")]
    private partial void TurnedAway(long account, long chat, string channel);
}
