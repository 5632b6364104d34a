using Microsoft.AspNetCore.Http;

namespace OfficerBot.Protocol.DirectLine;

/// <summary>
/// An error answer, <c>{"error":{"code","message"}}</c>. To DirectLineJS 403 means "token expired" and 404 "conversation over",
/// so neither may stand for anything that passes.
/// </summary>
internal sealed record Refusal(int Status, string Code, string Message) : IResult
{
    public TimeSpan? RetryAfter { get; init; }

    public static Refusal BadSyntax(string message) => new(400, "BadSyntax", message);

    public static Refusal BadArgument(string message) => new(400, "BadArgument", message);

    public static Refusal MissingProperty(string message) => new(400, "MissingProperty", message);

    public static Refusal Unauthorized { get; } = new(401, "Unauthorized", "Authorization: Bearer with a token or secret is required");

    public static Refusal Forbidden(string message) => new(403, "BadArgument", message);

    public static Refusal TokenExpired { get; } = new(403, "TokenExpired", "The token has expired");

    public static Refusal NotFound { get; } = new(404, "NotFound", "There is nothing here");

    public static Refusal ConversationNotFound { get; } = new(404, "ConversationNotFound", "The conversation has not started or is over");

    public static Refusal TooLarge(string message) => new(413, "MessageSizeTooBig", message);

    public static Refusal TooMany(TimeSpan retryAfter) => new(429, "LimitExceeded", "Too many requests") { RetryAfter = retryAfter };

    public static Refusal Busy(TimeSpan retryAfter) => new(503, "ServiceUnavailable", "Busy; nothing was done") { RetryAfter = retryAfter };

    public static Refusal OurFault { get; } = new(500, "ServiceError", "The request failed here; nothing was done");

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (RetryAfter is { } wait)
        {
            httpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        if (Status == StatusCodes.Status401Unauthorized)
        {
            httpContext.Response.Headers.WWWAuthenticate = "Bearer";
        }

        return Answers.Json(new ErrorAnswer(new ErrorBody(Code, Message)), AnswersContext.Default.ErrorAnswer, Status).ExecuteAsync(httpContext);
    }
}
