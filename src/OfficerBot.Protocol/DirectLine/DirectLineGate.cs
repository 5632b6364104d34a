using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OfficerBot.Protocol.DirectLine;

/// <summary>The way into every endpoint: CORS headers, authentication, origin; and the one place where a failure of ours becomes an answer.</summary>
internal sealed partial class DirectLineGate(DirectLineTokens tokens, OriginPolicy origins, DirectLineMeter meter, ILogger<DirectLineGate> logger)
{
    /// <summary>For callers with a valid token or the secret.</summary>
    public RequestDelegate ForCallers(Func<HttpContext, Caller, Task<IResult>> endpoint) => context => GuardAsync(context, async () =>
    {
        var (caller, refused) = await AuthenticateAsync(context.Request);
        if (caller is null)
        {
            return refused!; // one of the two is set
        }

        origins.Allow(context, caller.Token?.Origins ?? []);
        return origins.Admits(context.Request, caller.Token?.Origins ?? []) ? await endpoint(context, caller) : OtherPage();
    });

    /// <summary>The same inside a conversation: its id is in the path, and the token must be for it.</summary>
    public RequestDelegate ForConversation(Func<HttpContext, Caller, string, Task<IResult>> endpoint)
    {
        return ForCallers(EnterAsync);

        async Task<IResult> EnterAsync(HttpContext context, Caller caller)
        {
            var conversationId = (string)context.Request.RouteValues["conversationId"]!; // part of every such pattern
            return caller.MayEnter(conversationId) ? await endpoint(context, caller, conversationId) : OtherConversation();
        }
    }

    /// <summary>For anybody; the address itself is the key.</summary>
    public RequestDelegate ForAnybody(Func<HttpContext, Task<IResult>> endpoint)
    {
        return AnswerAsync;

        Task AnswerAsync(HttpContext context) => GuardAsync(context, () => endpoint(context));
    }

    /// <summary>A token in the address instead of the header: browsers cannot set headers on a socket.</summary>
    public async Task<(DirectLineToken? Token, Refusal? Refused)> ReadStreamTokenAsync(HttpRequest request)
    {
        var (token, refused) = Judge(await tokens.ReadStreamAsync(request.Query["t"].ToString()));
        return token is not null && !origins.Admits(request, token.Origins) ? (null, OtherPage()) : (token, refused);
    }

    /// <summary>The answer to a good token in the wrong place.</summary>
    public Refusal OtherConversation()
    {
        meter.Refused("conversation");
        return Refusal.Forbidden("The token is for another conversation");
    }

    private Refusal OtherPage()
    {
        meter.Refused("origin");
        return Refusal.Forbidden("This page may not use the token");
    }

    private async Task GuardAsync(HttpContext context, Func<Task<IResult>> endpoint)
    {
        origins.Allow(context, []);
        try
        {
            await (await endpoint()).ExecuteAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone; there is nobody to answer.
        }
#pragma warning disable CA1031 // the message door: the person gets an answer, the log the cause
        catch (Exception problem) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            EndpointFailed(logger, LoggedCause.Of(problem));
            await Refusal.OurFault.ExecuteAsync(context);
        }
    }

    private async Task<(Caller? Caller, Refusal? Refused)> AuthenticateAsync(HttpRequest request)
    {
        if (request.Headers.Authorization is not [{ } header] || BearerOf(header) is not { } bearer)
        {
            meter.Refused("missing");
            return (null, Refusal.Unauthorized);
        }

        if (tokens.IsSecret(bearer))
        {
            return (new Caller(null), null);
        }

        var (token, refused) = Judge(await tokens.ReadAsync(bearer));
        return (token is null ? null : new Caller(token), refused);
    }

    private (DirectLineToken? Token, Refusal? Refused) Judge(TokenReading reading)
    {
        if (reading is TokenReading.Valid valid)
        {
            return (valid.Token, null);
        }

        var isExpired = reading is TokenReading.Expired;
        meter.Refused(isExpired ? "expired" : "invalid");
        return (null, isExpired ? Refusal.TokenExpired : Refusal.Forbidden("Invalid token or secret"));
    }

    private static string? BearerOf(string header) =>
        header.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var scheme, var value]
        && scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            ? value
            : null;

    [LoggerMessage(2101, LogLevel.Error, "A Direct Line request failed. {Cause}")]
    private static partial void EndpointFailed(ILogger logger, string cause);
}
