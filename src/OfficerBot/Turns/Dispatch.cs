using System.Text.Json.Nodes;
using NodaTime;
using OfficerBot.Conversation.Content;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Turns;
using OfficerBot.Doors;
using OfficerBot.Domain.People;
using OfficerBot.Domain.Roster;
using OfficerBot.Metrics;
using OfficerBot.Protocol.Activities;
using OfficerBot.Storage;
using OfficerBot.Storage.Rows;

namespace OfficerBot.Turns;

/// <summary>
/// Makes rows of what a turn or a job decided: finds the chats of each route, renders for the receiver, and keeps the bytes under a key that makes a
/// repeat harmless. For Direct Line, whose log lies in the same transaction, the row is sent at once.
/// </summary>
/// <param name="shelf">The words in force.</param>
/// <param name="directLine">Appends to conversations.</param>
/// <param name="channelParts">Makes of a reply what a channel takes.</param>
/// <param name="meter">Counts what is sent at once.</param>
/// <param name="keeping">How long files are handed out.</param>
internal sealed class Dispatch(ReplyShelf shelf, DirectLineWriter directLine, ChannelParts channelParts, OfficeMeter meter, Keeping keeping)
{
    private const string GroupLocale = "zh";

    /// <summary>Sends all of it.</summary>
    /// <param name="origin">Where an answer goes back to; null for jobs, which have no <see cref="Route.Back"/>.</param>
    /// <param name="keys">Prefix of keys for messages without one of their own; unique for the turn or job.</param>
    /// <returns>The Direct Line conversations that changed.</returns>
    public IReadOnlyCollection<string> Send(WriteSession session, GroupId group, IReadOnlyList<Outgoing> outgoing, Origin? origin, string keys, Instant now)
    {
        var changed = new HashSet<string>();
        var local = session.Ledger(group).Notice.Local(now);
        for (var i = 0; i < outgoing.Count; i++)
        {
            foreach (var (chat, locale) in Receivers(session, group, outgoing[i].Route, origin))
            {
                var key = OutboxRows.KeyIn(chat.Id, outgoing[i].Key ?? $"{keys}:{i}");
                Send(session, group, outgoing[i], new Letter(chat, locale, key, Answered(outgoing[i], origin, chat), local), now, changed);
            }
        }

        return changed;
    }

    private void Send(WriteSession session, GroupId group, Outgoing outgoing, Letter letter, Instant now, HashSet<string> changed)
    {
        var isOurs = letter.Chat.Channel == DirectLineWriter.Channel;
        if (isOurs && session.Outbox.Has(group, letter.Key))
        {
            return; // our log takes whatever is appended to it; for other channels the row's key alone makes a repeat harmless
        }

        var earlier = isOurs && outgoing.Card is { } card ? session.Outbox.NewestOfCard(letter.Chat.Id, card) : null;
        if (outgoing.OnlyUpdates && (isOurs ? earlier is null : !CanReplace(session, outgoing, letter.Chat)))
        {
            return;
        }

        var rendered = shelf.Current.Render(outgoing.Reply, letter.Locale);
        var files = (outgoing.Files ?? []).Select(f => Keep(session, group, f)).ToList();
        if (!isOurs)
        {
            Leave(session, group, outgoing, letter, channelParts.Of(rendered, letter, files), now);
        }
        else if (AppendOurs(session, group, outgoing, letter, RenderedActivity.Of(rendered, letter, files), earlier, now))
        {
            changed.Add(letter.Chat.Conversation);
            meter.Sent(letter.Chat.Channel, "sent");
        }
    }

    // What was sent last may still be on its way; the sender, which keeps the order, knows its id by then.
    private static bool CanReplace(WriteSession session, Outgoing outgoing, Chat chat) =>
        outgoing.Card is { } card && chat.CanUpdate && session.Outbox.HasCard(chat.Id, card);

    // One row a part, each with a key of its own; only a card that is whole can be replaced later.
    private static void Leave(WriteSession session, GroupId group, Outgoing outgoing, Letter letter, IReadOnlyList<string> parts, Instant now)
    {
        var row = Row(group, outgoing, letter, "", now);
        for (var i = 0; i < parts.Count; i++)
        {
            session.Outbox.Add(row with { Key = i == 0 ? row.Key : $"{row.Key}~{i + 1}", Card = parts.Count == 1 ? row.Card : null, Rendered = parts[i] });
        }
    }

    private bool AppendOurs(WriteSession session, GroupId group, Outgoing outgoing, Letter letter, JsonObject activity, OutgoingRow? earlier, Instant now)
    {
        var sentAs = directLine.Write(session, letter.Chat.Conversation, activity, earlier?.ActivityId);
        var row = session.Outbox.Add(Row(group, outgoing, letter, ActivityJson.Write(activity), now), sentAs);
        if (sentAs is null && row is { } unsent)
        {
            session.Outbox.Dropped(unsent); // the conversation is over
        }

        return sentAs is not null;
    }

    private static NewOutgoing Row(GroupId group, Outgoing outgoing, Letter letter, string rendered, Instant now) => new(
        group, letter.Key, outgoing.Card, letter.Chat.Id, ReplyShape.Of(outgoing.Reply).Name, ReplyValues.ToJson(outgoing.Reply), letter.Locale, rendered, now);

    private KeptFile Keep(WriteSession session, GroupId group, ReplyFile file)
    {
        var key = UnguessableKey.New();
        session.Uploads.Add(key, group, file.Name, file.ContentType, file.Bytes, keeping.HandedOutUntil());
        return new(key, file.Name, file.ContentType);
    }

    private static Origin? Answered(Outgoing outgoing, Origin? origin, Chat chat) => outgoing.Route is Route.Back && origin?.Chat.Id == chat.Id ? origin : null;

    private static IEnumerable<(Chat Chat, string Locale)> Receivers(WriteSession session, GroupId group, Route route, Origin? origin) => route switch
    {
        Route.Back when origin is not null => [(origin.Chat, origin.Locale)],
        Route.Group => session.Ledger(group).People.GroupChats().Where(c => c.Reachable).Select(c => (c, GroupLocale)),
        Route.One one => session.Ledger(group).People.ReachableChat(one.Person) is { } chat ? [(chat, LocaleOf(session, chat))] : [],
        _ => [],
    };

    private static string LocaleOf(WriteSession session, Chat chat) => chat.Owner is { } owner ? session.Accounts.Get(owner).Locale : GroupLocale;
}

/// <summary>Where a turn came from.</summary>
/// <param name="By">Who is answered.</param>
/// <param name="Message">The channel's id of the message answered, or null.</param>
/// <param name="Locale">The language it was said in.</param>
/// <param name="Thread">The channel's id of the thread it was said in, where that is not the chat's own conversation; else null.</param>
internal sealed record Origin(Chat Chat, Account By, string? Message, string Locale, string? Thread = null);

/// <summary>One message to one chat.</summary>
/// <param name="Answers">What it answers in this chat; null when it is said unasked.</param>
/// <param name="Local">Local office time, which people see beside it.</param>
internal sealed record Letter(Chat Chat, string Locale, string Key, Origin? Answers, LocalDateTime Local);

/// <summary>A file that is handed out by its unguessable key.</summary>
internal sealed record KeptFile(string Key, string Name, string ContentType);
