using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace OfficerBot.Protocol.DirectLine;

/// <summary>Gives files to browsers, which fetch them by tag and can send no header: the unguessable address is the key.</summary>
internal sealed class AttachmentEndpoint(IAttachmentStore store)
{
    /// <summary>Pictures show in place, everything else is only ever saved; nothing may run or be taken for another type.</summary>
    public async Task<IResult> ReadAsync(HttpContext context)
    {
        var id = (string)context.Request.RouteValues["id"]!; // part of the pattern
        if (!ConversationIds.IsWellFormed(id) || await store.FindAsync(id, context.RequestAborted) is not { } file)
        {
            return Refusal.NotFound;
        }

        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers.CacheControl = "private, max-age=86400, immutable";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentDisposition = Disposition(file);
        return TypedResults.Bytes(file.Bytes, file.ContentType);
    }

    private static string Disposition(StoredAttachment file)
    {
        var disposition = new ContentDispositionHeaderValue(FileKind.IsPicture(file.ContentType) ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        return disposition.ToString();
    }
}
