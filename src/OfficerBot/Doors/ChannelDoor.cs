using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
using OfficerBot.Clocks;
using OfficerBot.Conversation.Turns;
using OfficerBot.Conversation.Understanding.Items;
using OfficerBot.Domain.People;
using OfficerBot.Protocol.Activities;
using OfficerBot.Protocol.Authentication;
using OfficerBot.Protocol.DirectLine;
using OfficerBot.Storage;
using OfficerBot.Turns;

namespace OfficerBot.Doors;

/// <summary>
/// <c>POST /api/messages</c>, the Bot Framework's door. <see cref="ChannelAuthenticator"/> says who calls; in sample mode it takes anybody's word, so
/// the door is then open to this machine only. 2xx means that message, turn and answers are on the disk.
/// </summary>
internal sealed class ChannelDoor(
    SqliteStore store, OfficeClock office, TimeProvider machine, TurnRunner turns, DirectLineHub hub, ChannelAuthenticator authenticator)
{
    private const int MostBytes = 1024 * 1024;

    /// <summary>Takes one activity.</summary>
    public async Task<IResult> PostAsync(HttpContext http)
    {
        if (!IsOpenTo(http))
        {
            return Turned(http, 401);
        }

        return await authenticator.AuthenticateAsync(http.Request.Headers.Authorization, http.RequestAborted) switch
        {
            Authentication.Refused refused => Turned(http, refused.Status),
            Authentication.Accepted { Caller: var caller } => await ReadAsync(http, caller),
            _ => throw new InvalidOperationException("A caller is accepted or refused."),
        };
    }

    private async Task<IResult> ReadAsync(HttpContext http, Caller caller)
    {
        if (await TextOfAsync(http.Request.Body, http.RequestAborted) is not { } text)
        {
            return Refused(413, "MessageSizeTooBig", "An activity has at most 1 MB");
        }

        return ActivityReader.ReadFromChannel(text) switch
        {
            ActivityReading.Refused refused => Refused(400, refused.Code, refused.Message),
            ActivityReading.Accepted { Activity: var activity } when caller.MayBring(activity) is { } refusal => Turned(http, refusal.Status),
            ActivityReading.Accepted { Activity: var activity } => Missing(activity) is { } name
                ? Refused(400, "MissingProperty", $"{name} is required")
                : await TakeAsync(activity with { CallerId = caller.CallerId }, $"{http.Request.Scheme}://{http.Request.Host}", http.RequestAborted),
            _ => throw new InvalidOperationException("An activity is accepted or refused."),
        };
    }

    // While nobody has to prove anything: this machine's programs, and no page. A page of another site has an origin; a channel never has one.
    private bool IsOpenTo(HttpContext http) => !authenticator.IsAnonymous
        || (http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from) && http.Request.Headers.Origin.Count == 0);

    // Why is in the log, and nowhere else.
    private static IResult Turned(HttpContext http, int status)
    {
        if (status == 401)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
        }

        return status switch
        {
            401 => Refused(status, "Unauthorized", "Authorization is required"),
            403 => Refused(status, "Forbidden", "Not allowed"),
            _ => Refused(status, "ServiceUnavailable", "Try again later"),
        };
    }

    private static string? Missing(Activity activity) => activity switch
    {
        { ChannelId: null or "" } => "channelId",
        { Type: ActivityTypes.Message or ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete, From: null or { Id: null or "" } } => "from.id",
        _ => null,
    };

    private async Task<IResult> TakeAsync(Activity activity, string root, CancellationToken cancel)
    {
        var now = office.GetCurrentInstant();
        try
        {
            var (changed, replies) = await store.WriteAsync(s => Take(s, activity, root, now), cancel);
            foreach (var conversation in changed)
            {
                hub.Published(conversation);
            }

            return activity.DeliveryMode == DeliveryModes.ExpectReplies
                ? Results.Text(ActivityJson.Write(new JsonObject { ["activities"] = new JsonArray([.. replies]) }), "application/json; charset=utf-8", Encoding.UTF8)
                : Results.StatusCode(200);
        }
        catch (StoreUnavailableException)
        {
            return Refused(503, "ServiceUnavailable", "Not stored; nothing was done");
        }
    }

    private (IReadOnlyCollection<string> Changed, IReadOnlyList<JsonNode> Replies) Take(WriteSession session, Activity activity, string root, Instant now)
    {
        var channel = ConnectorChats.ChannelOf(activity);
        var conversation = activity.Conversation!.Id!; // the reader refuses activities without it
        if (Who(activity) is not { } user || IsRepeat(session, channel, conversation, activity))
        {
            return ([], []);
        }

        var account = Speaker(session, channel, user, activity);
        var chat = ConnectorChats.Of(session, channel, activity, account, now);
        var id = activity.Id ?? UnguessableKey.New();
        Said? said = activity.Type == ActivityTypes.ConversationUpdate
            ? new Said.Joined(account, chat, now)
            : ActivityWords.Of(activity, account, chat, now, id, ReceivedFiles.None);
        var key = activity.Type == ActivityTypes.ConversationUpdate ? $"join:{chat.Id.Value}:{account.Id.Value}" : $"turn:{channel}:{conversation}:{activity.Type}:{id}";
        var changed = said is null ? [] : turns.Run(session, said, key, activity.Id);
        return (changed, activity.DeliveryMode == DeliveryModes.ExpectReplies ? Collect(session, chat, root, now) : []);
    }

    // Whose turn it is; null when it is nobody's. The bot's own coming into a private chat is its user's.
    private static ChannelAccount? Who(Activity activity) => activity.Type switch
    {
        ActivityTypes.Message or ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete => activity.From,
        ActivityTypes.ConversationUpdate when activity.MembersAdded is { Count: > 0 } added =>
            added.Append(activity.From).FirstOrDefault(m => m?.Id is { Length: > 0 } id && id != activity.Recipient?.Id),
        _ => null,
    };

    private bool IsRepeat(WriteSession session, string channel, string conversation, Activity activity) =>
        activity.Id is { } id && activity.Type != ActivityTypes.ConversationUpdate && !session.Dedupe.IsFirst(
            channel, conversation, activity.Type == ActivityTypes.Message ? id : $"{activity.Type}:{id}:{activity.Timestamp}", Instant.FromDateTimeOffset(machine.GetUtcNow()));

    private static Account Speaker(WriteSession session, string channel, ChannelAccount user, Activity activity)
    {
        var spoken = activity.Locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? "en" : "zh";
        var account = session.Accounts.FindOrCreate(channel, user.Id!, user.Name ?? "", spoken); // asked for by the caller
        if (MessageLanguage.Of(activity.Text ?? "") is not { } locale || locale == account.Locale)
        {
            return account;
        }

        session.Accounts.SetLocale(account.Id, locale);
        return account with { Locale = locale };
    }

    private static List<JsonNode> Collect(WriteSession session, Chat chat, string root, Instant now)
    {
        var waiting = session.Outbox.WaitingIn(chat.Id);
        var reference = session.Chats.Reference(chat.Id);
        foreach (var row in waiting)
        {
            session.Outbox.Sent(row.Id, null, now);
        }

        return [.. waiting.Select(row => ConnectorChats.Addressed(row.Rendered, reference, root))];
    }

    private static async Task<string?> TextOfAsync(Stream body, CancellationToken cancel)
    {
        using var all = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int count;
        while ((count = await body.ReadAsync(buffer, cancel)) > 0)
        {
            if (all.Length + count > MostBytes)
            {
                return null;
            }

            all.Write(buffer, 0, count);
        }

        return Encoding.UTF8.GetString(all.GetBuffer(), 0, (int)all.Length);
    }

    private static IResult Refused(int status, string code, string message) => Results.Json(new { error = new { code, message } }, statusCode: status);
}
