using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using OfficerBot.Protocol.Activities;
using OfficerBot.Storage;
using OfficerBot.Storage.Rows;

namespace OfficerBot.Doors;

/// <summary>
/// Answers a <c>command</c>, of which the bot knows none, with a <c>commandResult</c> that says so (Activity specification, command result). Programs read
/// it, so its words are no reply of the bot's. It leaves like any message: a row first, in order, once.
/// </summary>
internal static class UnsupportedCommand
{
    private const string Name = "unsupported_command";

    /// <summary>Takes it, inside one job of the writer.</summary>
    /// <param name="now">Machine time.</param>
    public static ChannelTaken Take(WriteSession session, ChannelPost post, Instant now)
    {
        if (post.ExpectsReplies)
        {
            return new([], [Addressed(post)], null);
        }

        if (post.Mark is null || session.Dedupe.IsFirst(post.Place.Channel, post.Place.Wire, post.Mark, now))
        {
            var chat = ChannelChats.Of(session, post.Place, post.Activity, null, post.At);
            session.Outbox.Add(new(null, $"{post.TurnKey}:0>{chat.Id.Value}", null, chat.Id, Name, "{}", "en", ActivityJson.Write(ResultOf(post)), post.At));
        }

        return ChannelTaken.Nothing;
    }

    private static JsonObject ResultOf(ChannelPost post)
    {
        var result = new JsonObject
        {
            ["type"] = ActivityTypes.CommandResult,
            ["name"] = post.Activity.Name,
            ["value"] = new JsonObject
            {
                ["commandId"] = CommandId(post),
                ["error"] = new JsonObject { ["code"] = "NotSupported", ["message"] = "This bot supports no commands" },
            },
            ["conversation"] = new JsonObject { ["id"] = post.Place.Wire },
            ["recipient"] = new JsonObject { ["id"] = post.Activity.From!.Id }, // refused before without
        };
        if (post.Activity.Id is { Length: > 0 } id)
        {
            result["replyToId"] = id;
        }

        return result;
    }

    private static JsonObject Addressed(ChannelPost post)
    {
        var result = ResultOf(post);
        result["channelId"] = post.Activity.ChannelId;
        if (post.Activity.Recipient?.Id is { } bot)
        {
            result["from"] = new JsonObject { ["id"] = bot };
        }

        return result;
    }

    private static string CommandId(ChannelPost post) =>
        post.Activity.Value is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty("commandId", out var id) && id.ValueKind == JsonValueKind.String
            ? id.GetString()!
            : post.Id;
}
