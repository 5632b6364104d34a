using System.Text.Json.Nodes;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.People;
using OfficerBot.Protocol.Activities;
using OfficerBot.Storage;

namespace OfficerBot.Doors;

/// <summary>Finds the message that something said replies to: in our own log, in what the channel tells of it, or among what was sent there lately.</summary>
internal static class Quotes
{
    /// <summary>How many of the newest messages of the bot are looked through for one that a channel names only by its id.</summary>
    internal const int LookedThrough = 2_000;

    /// <summary>What was said, with the message it replies to as far as it is known.</summary>
    public static Said With(Session session, Said said, Activity activity)
    {
        if (said is not Said.Words words)
        {
            return said;
        }

        var told = QuotedReply.Of(activity);
        var id = told?.MessageId ?? words.RepliesTo;
        if (told is null && id is null)
        {
            return said;
        }

        var known = id is null ? null
            : words.Where.Channel == DirectLineWriter.Channel ? InOurLog(session, words.Where.Conversation, id) : Ours(session, words.Where, id);
        var isRoot = told is null && activity.Conversation?.Id?.EndsWith($";messageid={id}", StringComparison.Ordinal) == true;
        return words with { RepliesTo = id, Quoted = known is not null ? known with { IsRoot = isRoot } : told is null ? null : Told(session, words, activity, told) };
    }

    private static QuotedMessage? InOurLog(Session session, string conversation, string id)
    {
        if (DirectLineWriter.SequenceOf(id) is not { } sequence || session.DirectLine.At(conversation, sequence) is not { } stored)
        {
            return null;
        }

        var activity = JsonNode.Parse(stored.Json)!.AsObject(); // we wrote it
        var isOurs = (string?)activity["from"]?["role"] == RoleTypes.Bot;
        var by = isOurs || (string?)activity["from"]?["id"] is not { } user ? null : session.Accounts.Find(DirectLineWriter.Channel, user);
        return new(TextOf(activity), by?.Id, isOurs) { Request = isOurs ? Request(session, conversation, activity) : null };
    }

    // What our answer answered.
    private static string? Request(Session session, string conversation, JsonObject answer) =>
        (string?)answer["replyToId"] is { } id && DirectLineWriter.SequenceOf(id) is { } sequence && session.DirectLine.At(conversation, sequence) is { } asked
            ? TextOf(JsonNode.Parse(asked.Json)!.AsObject()) // we wrote it
            : null;

    private static QuotedMessage? Ours(Session session, Chat chat, string id) =>
        session.Outbox.SentAs(chat.Id, id, LookedThrough) is { Rendered.Length: > 0 } sent ? new(TextOf(JsonNode.Parse(sent.Rendered)!.AsObject()), null, true) : null; // we wrote it

    private static QuotedMessage Told(Session session, Said.Words words, Activity activity, QuotedReply told)
    {
        var isOurs = told.SenderId is not null && told.SenderId == activity.Recipient?.Id;
        return new(told.Text, isOurs || told.SenderId is null ? null : session.Accounts.Find(words.Where.Channel, told.SenderId)?.Id, isOurs);
    }

    private static string TextOf(JsonObject activity) =>
        activity["text"] is JsonValue text && text.TryGetValue<string>(out var words) ? words
        : activity["summary"] is JsonValue summary && summary.TryGetValue<string>(out var said) ? said : "";
}
