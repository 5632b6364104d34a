using System.Text.Json.Nodes;
using NodaTime;
using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Content;
using OfficerBot.Conversation.Replies;
using OfficerBot.Protocol.DirectLine;
using OfficerBot.Storage;
using OfficerBot.Storage.Rows;

namespace OfficerBot.Doors;

/// <summary>Appends to Direct Line conversations inside a job of the writer.</summary>
/// <param name="machine">Wire timestamps are machine time, never office time.</param>
internal sealed class DirectLineWriter(TimeProvider machine, DirectLineSettings settings, ReplyShelf shelf)
{
    /// <summary>The channel's name in accounts and chats.</summary>
    public const string Channel = "directline";

    /// <summary>The bot, by the name it had at the start: a conversation is read by people of both languages, and the office's is Chinese.</summary>
    public DirectLineUser Bot { get; } = new(settings.BotId, shelf.Current.Render(new BotName(), Locales.Chinese).Text);

    /// <summary>Writes a message of the bot; an earlier one of the same card is replaced in place.</summary>
    /// <param name="earlier">Id of that activity, or null.</param>
    /// <returns>The activity's id; null when the conversation is over.</returns>
    public string? Write(WriteSession session, string conversationId, JsonObject activity, string? earlier)
    {
        if (session.DirectLine.Find(conversationId) is not { IsOver: false } conversation)
        {
            return null;
        }

        if (earlier is not null && SequenceOf(earlier) is { } sequence && session.DirectLine.At(conversationId, sequence) is { } before)
        {
            session.DirectLine.Update(conversationId, sequence, ActivityStamp.ForUpdate(before.Json, activity));
            return earlier;
        }

        return Append(session, conversation, place => ActivityStamp.ForBot(activity, place, Bot), null);
    }

    /// <summary>Appends an activity at the next place.</summary>
    public string Append(WriteSession session, DirectLineConversation conversation, Func<StampPlace, string> stamp, string? clientActivityId)
    {
        var at = ActivityStamp.NextTimestamp(machine.GetUtcNow(), conversation.LastTimestamp?.ToDateTimeOffset());
        var place = new StampPlace(conversation.Id, conversation.NextSequence, at);
        session.DirectLine.Append(conversation.Id, place.Sequence, Instant.FromDateTimeOffset(at), stamp(place), clientActivityId);
        return place.ActivityId;
    }

    /// <summary>The place an activity's id names, or null.</summary>
    public static long? SequenceOf(string activityId) =>
        long.TryParse(activityId.AsSpan(activityId.LastIndexOf('|') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : null;
}
