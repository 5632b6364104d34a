using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using OfficerBot.Clocks;
using OfficerBot.Protocol;
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
internal sealed partial class ChannelDoor(
    SqliteStore store, OfficeClock office, ChannelTurns turns, IncomingFiles files, DirectLineHub hub, ChannelAuthenticator authenticator, ILogger<ChannelDoor> log)
{
    private const int MostBytes = 1024 * 1024;

    /// <summary>Requests under way at once, some of them waiting for the disk. Beyond, a channel had better come again: it gives up after 15 s.</summary>
    private const int MostAtOnce = 256;

    private readonly InOrder _order = new();
    private int _underWay;

    /// <summary>Takes one activity.</summary>
    public async Task<IResult> PostAsync(HttpContext http)
    {
        if (Interlocked.Increment(ref _underWay) > MostAtOnce)
        {
            Interlocked.Decrement(ref _underWay);
            return Unavailable(http, 1);
        }

        try
        {
            return await LetInAsync(http);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private async Task<IResult> LetInAsync(HttpContext http)
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
        var (activity, refused) = await ReadAsync(http.Request, http.RequestAborted);
        if (activity is null)
        {
            return refused!; // one of the two is set
        }

        if (caller.MayBring(activity) is { } refusal)
        {
            return Turned(http, refusal.Status);
        }

        return Missing(activity) is { } name ? Refused(400, "MissingProperty", $"{name} is required") : await TakeAsync(http, activity with { CallerId = caller.CallerId }); // what the wire says of it is worth nothing
    }

    // While nobody has to prove anything: this machine's programs, and no page. A page of another site has an origin; a channel never has one.
    private bool IsOpenTo(HttpContext http) => !authenticator.IsAnonymous
        || (http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from) && http.Request.Headers.Origin.Count == 0);

    private static string? Missing(Activity activity) => activity switch
    {
        { ChannelId: null or "" } => "channelId",
        { Type: ActivityTypes.Message or ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete or ActivityTypes.Invoke or ActivityTypes.Command, From: null or { Id: null or "" } } => "from.id",
        _ => null,
    };

    private async Task<IResult> TakeAsync(HttpContext http, Activity activity)
    {
        CardPress? press = null;
        if (activity.Type == ActivityTypes.Invoke)
        {
            if (activity.Name != CardPress.Invoke)
            {
                return Results.StatusCode(501);
            }

            (press, var refused) = CardPress.Of(activity);
            if (press is null)
            {
                return Json(400, refused!.ToJson()); // one of the two is set
            }
        }

        var post = ChannelPost.Of(activity, press, office.GetCurrentInstant(), $"{http.Request.Scheme}://{http.Request.Host}");
        var isTurn = post.Kind is ActivityTypes.Message or ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete or ActivityTypes.ConversationUpdate
            or ActivityTypes.InstallationUpdate or ActivityTypes.Invoke or ActivityTypes.Command;
        return isTurn ? await RunAsync(http, post) : Answer(ChannelTaken.Nothing, post); // reactions, typing, events, traces, what is not known yet
    }

    private async Task<IResult> RunAsync(HttpContext http, ChannelPost post)
    {
        try
        {
            var brings = post.Kind == ActivityTypes.Message && IncomingFiles.AreIn(post.Activity) && !store.Read(s => ChannelTurns.Knows(s, post));
            var fetched = brings ? new Lazy<Task<FetchedFiles>>(() => files.FetchAsync(post.Activity, post.Place.Channel, post.Activity.From!.Id!, http.RequestAborted)) : null;
            var turn = _order.RunAsync($"{post.Place.Channel} {post.Place.Conversation}", !brings, () => TurnAsync(post, fetched?.Value, http.RequestAborted));
            _ = fetched?.Value; // begun once its place in the order is taken, whoever is before it
            var taken = await turn;
            foreach (var conversation in taken.Changed)
            {
                hub.Published(conversation);
            }

            return Answer(taken, post);
        }
        catch (StoreUnavailableException e)
        {
            NotStored(e.Reason, LoggedCause.Of(e));
            return Unavailable(http, 30);
        }
    }

    private async Task<ChannelTaken> TurnAsync(ChannelPost post, Task<FetchedFiles>? fetched, CancellationToken cancel)
    {
        try
        {
            var whole = fetched is null ? post : post with { Files = await fetched };
            return await store.WriteAsync(s => turns.Take(s, whole), cancel);
        }
        catch (Exception e) when (e is not (StoreUnavailableException or OperationCanceledException))
        {
            var failed = post with { Fault = UnguessableKey.New()[..6] };
            TurnFailed(failed.Fault!, LoggedCause.Of(e)); // one of the four edges: the person always gets an answer, the log the cause
            return await store.WriteAsync(s => turns.Take(s, failed), cancel);
        }
    }

    private static IResult Answer(ChannelTaken taken, ChannelPost post) =>
        taken.Body(post.ExpectsReplies) is { } body ? Json(200, body) : Results.StatusCode(200);

    private static async Task<(Activity? Activity, IResult? Refused)> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        var known = request.ContentLength is { } told and <= MostBytes ? (int)told : 16 * 1024;
        if (request.ContentLength > MostBytes)
        {
            return (null, TooBig());
        }

        var buffer = ArrayPool<byte>.Shared.Rent(known + 1);
        try
        {
            var length = 0;
            for (int count; (count = await request.Body.ReadAsync(buffer.AsMemory(length), cancel)) > 0;)
            {
                length += count;
                if (length > MostBytes)
                {
                    return (null, TooBig());
                }

                buffer = length == buffer.Length ? Grown(buffer) : buffer;
            }

            var (activity, refused) = ChannelReader.Read(buffer.AsSpan(0, length));
            return (activity, refused is null ? null : Refused(400, refused.Code, refused.Message));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grown(byte[] full)
    {
        var bigger = ArrayPool<byte>.Shared.Rent(full.Length * 2);
        full.CopyTo(bigger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return bigger;
    }

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
            _ => Unavailable(http, 5),
        };
    }

    private static IResult Unavailable(HttpContext http, int seconds)
    {
        http.Response.Headers.RetryAfter = seconds.ToString();
        return Refused(503, "ServiceUnavailable", "Nothing was done; try again later");
    }

    private static IResult TooBig() => Refused(413, "MessageSizeTooBig", "An activity has at most 1 MB");

    private static IResult Refused(int status, string code, string message) =>
        Json(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });

    private static IResult Json(int status, JsonObject body) => Results.Text(ActivityJson.Write(body), "application/json; charset=utf-8", Encoding.UTF8, status);

    [LoggerMessage(104, LogLevel.Error, "A channel's activity could not be stored: {Reason}. {Cause}")]
    private partial void NotStored(UnavailableReason reason, string cause);

    [LoggerMessage(105, LogLevel.Error, "A channel's turn failed; the person was told fault {Number}. {Cause}")]
    private partial void TurnFailed(string number, string cause);
}
