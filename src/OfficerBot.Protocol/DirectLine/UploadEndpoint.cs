using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using OfficerBot.Protocol.Activities;

namespace OfficerBot.Protocol.DirectLine;

/// <summary>Posts with files: several as multipart, or one as the whole body.</summary>
internal sealed class UploadEndpoint(PostDesk desk, RateGate rates)
{
    private const long Overhead = 2 * 1024 * 1024;

    public async Task<IResult> PostAsync(HttpContext context, Caller caller, string conversationId)
    {
        if (rates.Post(conversationId, caller.User) is { } slowDown)
        {
            return slowDown;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = (UploadBody.MaxFiles * (long)UploadBody.MaxBytes) + Overhead;
        }

        var body = await UploadBody.ReadAsync(context.Request, context.RequestAborted);
        if (body.Refused is { } refused)
        {
            return refused;
        }

        var claimed = context.Request.Query["userId"].ToString();
        return await desk.TakeAsync(
            new Letter(conversationId, caller, claimed, body.Uploads), ActivityReader.Read(body.Activity), context.RequestAborted);
    }
}
