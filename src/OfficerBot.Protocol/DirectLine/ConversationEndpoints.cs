using Microsoft.AspNetCore.Http;

namespace OfficerBot.Protocol.DirectLine;

/// <summary>Starting a conversation, and coming back to one.</summary>
internal sealed class ConversationEndpoints(
    DirectLineTokens tokens, IDirectLineDoor door, IConversationLog log, RateGate rates, DirectLineSettings settings)
{
    private static readonly TimeSpan RetryStart = TimeSpan.FromSeconds(30);

    /// <summary>
    /// 201 the first time, 200 again. DirectLineJS does not try twice when this fails, so it does little.
    /// With a token the conversation and user are the token's; with the secret a new conversation for whom the body names.
    /// </summary>
    public async Task<IResult> StartAsync(HttpContext context, Caller caller)
    {
        if (rates.Arrival(context) is { } slowDown)
        {
            return slowDown;
        }

        var (body, refused) = (await WireBody.ReadAsync(context.Request.Body, context.RequestAborted)).AsObject();
        if (refused is not null)
        {
            return refused;
        }

        var (wish, wrong) = TokenWish.ReadLoosely(body);
        return wrong ?? await StartAsync(context, caller, wish);
    }

    /// <summary>A fresh token, and a stream that replays from the watermark: for page reloads and after a lost socket.</summary>
    public async Task<IResult> ReconnectAsync(HttpContext context, Caller caller, string conversationId)
    {
        if (await log.FindAsync(conversationId, context.RequestAborted) is null)
        {
            return Refusal.ConversationNotFound;
        }

        var life = tokens.LifeFor(conversationId, caller.User, caller.Token?.Origins);
        return Answer(context, life, Watermark.Read(context.Request), StatusCodes.Status200OK);
    }

    private async Task<IResult> StartAsync(HttpContext context, Caller caller, TokenWish wish)
    {
        if (!caller.HasSecret && caller.User is null && wish.User is { } claimed && IsTaken(claimed.Id))
        {
            return Refusal.BadArgument("This user id needs a token that says so");
        }

        var conversationId = caller.Token?.ConversationId ?? ConversationIds.New();
        var user = caller.User ?? wish.User;
        var result = await door.StartedAsync(new StartedConversation(conversationId, user, wish.Locale), context.RequestAborted);
        if (result is StartResult.Ended or StartResult.Busy)
        {
            return result == StartResult.Ended ? Refusal.ConversationNotFound : Refusal.Busy(RetryStart);
        }

        var vouched = caller.HasSecret && user is not null && TokenWish.IsReserved(user.Id) ? user : caller.User;
        var life = tokens.LifeFor(conversationId, vouched, caller.Token?.Origins ?? wish.Origins);
        return Answer(context, life, null, result == StartResult.New ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private bool IsTaken(string userId) => TokenWish.IsReserved(userId) || userId == settings.BotId;

    private IResult Answer(HttpContext context, DirectLineToken life, long? watermark, int status)
    {
        var stream = PublicAddress.StreamOf(
            PublicAddress.RootOf(context.Request, settings), life.ConversationId, tokens.MintStream(life),
            watermark is { } change ? Watermark.Write(change) : "-");
        return Answers.Json(
            new ConversationAnswer(life.ConversationId, tokens.Mint(life).Token, tokens.ExpiresInSeconds, stream),
            AnswersContext.Default.ConversationAnswer,
            status);
    }
}
