using Microsoft.AspNetCore.Http;
using OfficerBot.Protocol.Activities;

namespace OfficerBot.Protocol.DirectLine;

/// <summary>Takes in what a client posts: decides who the sender is, and hands it to the host.</summary>
internal sealed class PostDesk(IDirectLineDoor door, IConversationLog log, DirectLineHub hub, DirectLineSettings settings)
{
    /// <summary>Only a channel may say these; from a client they are taken without effect.</summary>
    private static readonly string[] NotForClients =
    [
        ActivityTypes.ConversationUpdate, ActivityTypes.InstallationUpdate, ActivityTypes.ContactRelationUpdate, ActivityTypes.Trace,
        ActivityTypes.Invoke, ActivityTypes.InvokeResponse, ActivityTypes.Command, ActivityTypes.CommandResult, ActivityTypes.Handoff,
    ];

    public async Task<IResult> TakeAsync(Letter letter, ActivityReading reading, CancellationToken cancel)
    {
        if (reading is not ActivityReading.Accepted accepted)
        {
            return Refused((ActivityReading.Refused)reading);
        }

        if (await log.FindAsync(letter.ConversationId, cancel) is null)
        {
            return Refusal.ConversationNotFound;
        }

        var (user, unnamed) = SenderOf(letter, accepted.Activity);
        return user is null ? unnamed! : await PostAsync(letter, accepted, user, cancel); // one of the two is set
    }

    private async Task<IResult> PostAsync(Letter letter, ActivityReading.Accepted accepted, DirectLineUser user, CancellationToken cancel)
    {
        if (accepted.Activity.Type == ActivityTypes.Typing)
        {
            hub.Pass(letter.ConversationId, ActivityStamp.ForPassing(accepted.Raw, letter.ConversationId, user, RoleTypes.User));
            return Posted(null);
        }

        if (NotForClients.Contains(accepted.Activity.Type))
        {
            return Posted(null);
        }

        UploadPlacement.Place(accepted.Raw, letter.Uploads);
        var activity = letter.Uploads.Count > 0 ? ActivityJson.Read(accepted.Raw) : accepted.Activity;
        var post = new IncomingPost(letter.ConversationId, user, activity, accepted.Raw, letter.Uploads);
        return Answer(await door.PostAsync(post, cancel));
    }

    /// <summary>
    /// The token's user, silently, whatever the activity says. Without one the client's from.id, which may be neither empty, nor the bot's,
    /// nor (unless the secret vouches for it) one of those that only tokens carry.
    /// </summary>
    private (DirectLineUser? User, Refusal? Refused) SenderOf(Letter letter, Activity activity)
    {
        if (letter.Caller.User is { } vouched)
        {
            return (vouched, null);
        }

        var id = activity.From?.Id is { Length: > 0 } said ? said : letter.ClaimedUserId;
        return id switch
        {
            null or "" => (null, Refusal.MissingProperty("from.id is required")),
            { Length: > TokenWish.LongestId } => (null, Refusal.BadArgument($"from.id is longer than {TokenWish.LongestId} characters")),
            _ when id == settings.BotId => (null, Refusal.BadArgument("from.id is the bot's")),
            _ when TokenWish.IsReserved(id) && !letter.Caller.HasSecret => (null, Refusal.BadArgument("This from.id needs a token that says so")),
            _ => (new DirectLineUser(id), null),
        };
    }

    private static IResult Answer(PostResult result) => result switch
    {
        PostResult.Accepted accepted => Posted(accepted.ActivityId),
        PostResult.NotLogged => Posted(null),
        PostResult.ConversationEnded => Refusal.ConversationNotFound,
        PostResult.Refused refused => Refusal.BadArgument(refused.Message),
        PostResult.Busy busy => Refusal.Busy(busy.RetryAfter),
        _ => throw new InvalidOperationException($"Unknown result {result.GetType().Name}"),
    };

    private static IResult Posted(string? id) => Answers.Json(new PostAnswer(id), AnswersContext.Default.PostAnswer);

    private static Refusal Refused(ActivityReading.Refused refused) => new(StatusCodes.Status400BadRequest, refused.Code, refused.Message);
}
