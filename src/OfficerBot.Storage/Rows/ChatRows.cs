using NodaTime;
using OfficerBot.Domain.People;
using OfficerBot.Domain.Roster;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage.Rows;

/// <summary>Chats on channels, with what is needed to write into them unasked.</summary>
public sealed class ChatRows
{
    internal static readonly Raw Columns = new("c.id, c.channel, c.conversation, c.is_group, c.group_id, c.owner_id, c.can_update, c.reachable");

    /// <summary>How old "last used" may become before it is written again; a row less in most turns.</summary>
    private const long UseIsKeptForMs = 60_000;

    private readonly Statements _sql;
    private readonly Departing _departing;
    private readonly CallerMemory? _memory;

    internal ChatRows(Statements sql, Departing departing, CallerMemory? memory)
    {
        _sql = sql;
        _departing = departing;
        _memory = memory;
    }

    /// <summary>The chat, made (reachable, of no group) when it is new. Coming from a chat makes it the last used one and reachable again.</summary>
    /// <param name="isGroup">Several people can read it.</param>
    /// <param name="owner">The account on the other side of a private chat; kept when it was not known before.</param>
    /// <param name="at">When something was said in it.</param>
    /// <param name="reference">The channel's own reference as JSON text, for writing unasked; null: as it was.</param>
    public Chat FindOrCreate(string channel, string conversation, bool isGroup, AccountId? owner, bool canUpdate, Instant at, string? reference = null)
    {
        if ((_memory?.Chat(channel, conversation) ?? FindUsed(channel, conversation)) is not { } known)
        {
            var id = _sql.Insert($"""
                insert into chat (channel, conversation, is_group, owner_id, can_update, reachable, reference, last_used_at)
                values ({channel}, {conversation}, {isGroup}, {owner}, {canUpdate}, 1, {reference}, {at})
                """);
            var made = new ChatId(id!.Value); // an insert always returns its row
            Tell(made, reference);
            return Kept(new(new Chat(made, channel, conversation, isGroup, null, owner, canUpdate, true), at.ToUnixTimeMilliseconds(), reference));
        }

        var present = known.Chat with { Owner = known.Chat.Owner ?? owner, CanUpdate = canUpdate, Reachable = true };
        var kept = reference ?? known.Reference;
        var usedAt = known.UsedAt;
        if (present != known.Chat || kept != known.Reference || at.ToUnixTimeMilliseconds() - usedAt > UseIsKeptForMs)
        {
            usedAt = at.ToUnixTimeMilliseconds();
            _sql.Write($"""
                update chat set owner_id = {present.Owner}, can_update = {canUpdate}, reachable = 1, reference = {kept}, last_used_at = {at} where id = {present.Id}
                """);
        }

        if (kept != known.Reference || !known.Chat.Reachable)
        {
            Tell(present.Id, kept);
        }

        return Kept(new(present, usedAt, kept));
    }

    /// <summary>The chat, or null.</summary>
    public Chat? Find(string channel, string conversation) =>
        _sql.FirstOrNull($"select {Columns} from chat c where c.channel = {channel} and c.conversation = {conversation}", Read);

    /// <summary>The chat; throws when unknown.</summary>
    public Chat Get(ChatId id) =>
        _sql.FirstOrNull($"select {Columns} from chat c where c.id = {id}", Read) ?? throw new KeyNotFoundException($"No chat {id.Value}.");

    /// <summary>The private chats of an account, the one last used first.</summary>
    public IReadOnlyList<Chat> PrivateOf(AccountId owner) => _sql.List(
        $"select {Columns} from chat c where c.owner_id = {owner} and c.is_group = 0 order by c.last_used_at desc, c.id desc", Read);

    /// <summary>The channel's own reference as JSON text, for writing unasked; null when none was kept.</summary>
    public string? Reference(ChatId id) =>
        _sql.FirstOrNull($"select reference from chat where id = {id} and reference is not null", r => r.GetString(0));

    /// <summary>Keeps the reference as it last came. False when it is known already.</summary>
    public bool KeepReference(ChatId id, string json)
    {
        if (_sql.Write($"update chat set reference = {json} where id = {id} and reference is distinct from {json}") == 0)
        {
            return false;
        }

        _memory?.Forget();
        _departing.Add(new ChatReference(id, json));
        return true;
    }

    /// <summary>The channel has named a conversation that was only wished for. False when it is known already as another chat.</summary>
    public bool SetConversation(ChatId id, string conversation)
    {
        _memory?.Forget();
        return _sql.Write($"""
            update chat set conversation = {conversation}
            where id = {id} and not exists (select 1 from chat other where other.channel = chat.channel and other.conversation = {conversation} and other.id <> chat.id)
            """) > 0;
    }

    /// <summary>A channel said that nothing can be written here any more, or that it can again.</summary>
    public void SetReachable(ChatId id, bool isReachable)
    {
        _memory?.Forget();
        _sql.Write($"update chat set reachable = {isReachable} where id = {id}");
    }

    /// <summary>We are no longer in it: unreachable until something comes from it, and what was known of the way to it is dropped.</summary>
    public void Lose(ChatId id)
    {
        _memory?.Forget();
        _sql.Write($"update chat set reachable = 0, reference = null where id = {id}");
        _departing.Add(new ChatReference(id, null));
    }

    private void Tell(ChatId id, string? reference)
    {
        if (reference is not null)
        {
            _departing.Add(new ChatReference(id, reference));
        }
    }

    internal static Chat Read(SqlRow row) => new(
        new(row.GetInt64(0)),
        row.GetString(1),
        row.GetString(2),
        row.Flag(3),
        row.TextOrNull(4) is { } group ? new GroupId(group) : null,
        row.LongOrNull(5) is { } owner ? new AccountId(owner) : null,
        row.Flag(6),
        row.Flag(7));

    private UsedChat? FindUsed(string channel, string conversation) => _sql.FirstOrNull(
        $"select {Columns}, c.last_used_at, c.reference from chat c where c.channel = {channel} and c.conversation = {conversation}",
        r => new UsedChat(Read(r), r.GetInt64(8), r.TextOrNull(9)));

    private Chat Kept(UsedChat chat)
    {
        _memory?.Keep(chat);
        return chat.Chat;
    }
}
