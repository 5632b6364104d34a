using OfficerBot.Protocol;

namespace OfficerBot.Wiring;

/// <summary>What no door has caught: the caller gets 500 and the log the cause without its words, before the web server would write it whole.</summary>
internal static partial class Faults
{
    /// <summary>Stands around all endpoints.</summary>
    public static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (!context.Response.HasStarted && e is not (OperationCanceledException or BadHttpRequestException))
        {
            RequestFailed(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Faults)), LoggedCause.Of(e));
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    [LoggerMessage(103, LogLevel.Error, "A request failed. {Cause}")]
    private static partial void RequestFailed(ILogger logger, string cause);
}
