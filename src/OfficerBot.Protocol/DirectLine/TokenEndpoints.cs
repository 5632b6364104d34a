using Microsoft.AspNetCore.Http;

namespace OfficerBot.Protocol.DirectLine;

/// <summary>tokens/generate (with the secret) and tokens/refresh (with a living token).</summary>
internal sealed class TokenEndpoints(DirectLineTokens tokens, DirectLineHub hub, RateGate rates)
{
    /// <summary>A token for a conversation that does not exist yet: nothing is stored, and the bot hears of it when it is started.</summary>
    public async Task<IResult> GenerateAsync(HttpContext context, Caller caller)
    {
        if (!caller.HasSecret)
        {
            return Refusal.Forbidden("Only the secret makes tokens");
        }

        if (rates.Arrival(context) is { } slowDown)
        {
            return slowDown;
        }

        var (body, refused) = (await WireBody.ReadAsync(context.Request.Body, context.RequestAborted)).AsObject();
        if (refused is not null)
        {
            return refused;
        }

        var (wish, wrong) = TokenWish.Read(body);
        return wrong ?? Answer(tokens.LifeFor(ConversationIds.New(), wish.User, wish.Origins));
    }

    /// <summary>The same conversation, user and origins for another while; open sockets of the user live on with it.</summary>
    public Task<IResult> RefreshAsync(HttpContext context, Caller caller)
    {
        if (caller.Token is not { } token)
        {
            return Task.FromResult<IResult>(Refusal.Forbidden("A secret does not expire"));
        }

        var life = tokens.LifeFor(token.ConversationId, token.User, token.Origins);
        hub.Extend(life);
        return Task.FromResult(Answer(life));
    }

    private IResult Answer(DirectLineToken life) =>
        Answers.Json(new TokenAnswer(life.ConversationId, tokens.Mint(life).Token, tokens.ExpiresInSeconds), AnswersContext.Default.TokenAnswer);
}
