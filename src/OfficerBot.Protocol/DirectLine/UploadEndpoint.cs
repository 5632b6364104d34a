using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using OfficerBot.Protocol.Activities;

namespace OfficerBot.Protocol.DirectLine;

/// <summary>Posts with files: several as multipart, or one as the whole body. A few at a time, because their bytes lie in memory; the others wait in line.</summary>
internal sealed class UploadEndpoint(PostDesk desk, RateGate rates, DirectLineMeter meter) : IDisposable
{
    /// <summary>Uploads that are read at the same time, each of at most some 100 MiB.</summary>
    public const int MostAtOnce = 4;

    /// <summary>More than these are sent away, to come again.</summary>
    public const int MostWaiting = 32;

    private const long Overhead = 2 * 1024 * 1024;

    private static readonly TimeSpan RetryFullHouse = TimeSpan.FromSeconds(5);

    private readonly ConcurrencyLimiter places = new(new() { PermitLimit = MostAtOnce, QueueLimit = MostWaiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    public async Task<IResult> PostAsync(HttpContext context, Caller caller, string conversationId)
    {
        if (rates.Post(conversationId, caller.User) is { } slowDown)
        {
            return slowDown;
        }

        using var place = await places.AcquireAsync(1, context.RequestAborted);
        if (!place.IsAcquired)
        {
            meter.Limited("upload");
            return Refusal.Busy(RetryFullHouse);
        }

        return await TakeAsync(context, caller, conversationId);
    }

    public void Dispose() => places.Dispose();

    private async Task<IResult> TakeAsync(HttpContext context, Caller caller, string conversationId)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = (UploadBody.MaxFiles * (long)UploadBody.MaxBytes) + Overhead;
        }

        var body = await UploadBody.ReadAsync(context.Request, context.RequestAborted);
        meter.Uploaded(body.Refused is null ? "taken" : "refused");
        if (body.Refused is { } refused)
        {
            return refused;
        }

        var claimed = context.Request.Query["userId"].ToString();
        return await desk.TakeAsync(
            new Letter(conversationId, caller, claimed, body.Uploads), ActivityReader.Read(body.Activity), context.RequestAborted);
    }
}
