using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;
using OfficerBot.Protocol.Activities;

namespace OfficerBot.Protocol.DirectLine;

/// <summary>Reading a conversation by polling, and posting to it.</summary>
internal sealed partial class ActivityEndpoints(
    IConversationLog log, PostDesk desk, RateGate rates, DirectLineSettings settings, ILogger<ActivityEndpoints> logger)
{
    /// <summary>More than this comes with the next poll.</summary>
    private const int MostPerAnswer = 1000;

    /// <summary>What came after the watermark. A failure of ours answers an empty set: DirectLineJS never polls again after any other error.</summary>
    public async Task<IResult> ReadAsync(HttpContext context, Caller caller, string conversationId)
    {
        var viewer = new Viewer(conversationId, caller.User?.Id, PublicAddress.RootOf(context.Request, settings));
        var watermark = Watermark.Read(context.Request);
        try
        {
            if (await log.FindAsync(conversationId, context.RequestAborted) is not { } conversation)
            {
                return Refusal.ConversationNotFound;
            }

            var start = Watermark.StartIn(conversation, watermark);
            return Frame(await log.ReadAsync(conversationId, start, MostPerAnswer, context.RequestAborted), start, viewer);
        }
#pragma warning disable CA1031 // see the summary; the cause is logged
        catch (Exception problem) when (!context.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            ReadingFailed(logger, LoggedCause.Of(problem));
            return Frame([], watermark ?? 0, viewer);
        }
    }

    public async Task<IResult> PostAsync(HttpContext context, Caller caller, string conversationId)
    {
        if (rates.Post(conversationId, caller.User) is { } slowDown)
        {
            return slowDown;
        }

        var body = await WireBody.ReadAsync(context.Request.Body, context.RequestAborted);
        return body.Text is null
            ? body.Refused! // one of the two is set
            : await desk.TakeAsync(new Letter(conversationId, caller, null, []), ActivityReader.Read(body.Text), context.RequestAborted);
    }

    private static FileContentHttpResult Frame(IReadOnlyList<LoggedActivity> activities, long after, Viewer viewer) =>
        TypedResults.Bytes(ActivityFrame.Write(activities, after, viewer), "application/json; charset=utf-8");

    [LoggerMessage(2102, LogLevel.Error, "Reading a conversation failed; the client was told that nothing is new. {Cause}")]
    private static partial void ReadingFailed(ILogger logger, string cause);
}
